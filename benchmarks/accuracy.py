"""Precision and recall of `kursk_ie.extract` on the gold of seeds/, and on PolNeAR where it is at hand.

usage: python -m benchmarks.accuracy

The first table is that of ``kursk-ie evaluate seeds/gold/seeds.jsonl``; docs/accuracy.md tells the measures. Where a
folder ../shared has the corpus PolNeAR, its figures follow, see `benchmarks.polnear`.
"""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from benchmarks import polnear
from kursk_ie.cli import main as kursk_ie

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "gold" / "seeds.jsonl"
POLNEAR = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear_dev.jsonl.xz"


def main() -> None:
    kursk_ie(["evaluate", str(SEEDS)])
    if POLNEAR.exists():
        with lzma.open(POLNEAR, "rt", encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        print(f"\nPolNeAR, {len(articles)} articles")
        for name, (right, of) in polnear.score(articles).items():
            print(f"{name:34} {right / max(1, of):.3f} {of:5d}")


if __name__ == "__main__":
    main()
