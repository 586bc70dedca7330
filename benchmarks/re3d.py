"""Places and dates found, on a public corpus of reports on the war in Syria and Iraq.

usage: python -m benchmarks.re3d FOLDER

FOLDER is a clone of https://github.com/dstl/re3d (Dstl 2017): 98 documents of press, governments, CENTCOM and
Wikipedia. Its *Location* also marks common nouns (*the dam*) and states that act; only what is written with a capital
is counted for recall, all of it for precision. Its *Temporal* also marks durations and times of day, which are no dates
here. A mention is found where the spans overlap.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kursk_ie

KINDS = {"PLACE": "Location", "DATE": "Temporal"}


def records(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of all files of that name."""
    for path in sorted(folder.glob(f"*/{name}.json")):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            if line.strip():
                yield json.loads(line)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    marked: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in records(folder, "entities"):
        marked[row["documentId"], row["type"]].append((row["begin"], row["end"]))
    gold, found, ours, right = (dict.fromkeys(KINDS, 0) for _ in range(4))
    for document in records(folder, "documents"):
        text = document["text"]
        mentions = kursk_ie.extract(text).mentions
        for label, kind in KINDS.items():
            spans = [(m.start, m.end) for m in mentions if m.label == label]
            marks = marked[document["_id"], kind]
            ours[label] += len(spans)
            right[label] += sum(any(a < d and c < b for a, b in marks) for c, d in spans)
            named = [
                (a, b) for a, b in marks if label == "DATE" or text[a:b].removeprefix("the ")[:1].isupper()
            ]
            gold[label] += len(named)
            found[label] += sum(any(a < d and c < b for c, d in spans) for a, b in named)
    print(f"{'':8} {'marked':>7} {'recall':>7} {'precision':>10}")
    for label in KINDS:
        recall, precision = found[label] / gold[label], right[label] / ours[label]
        print(f"{label:8} {gold[label]:7,} {recall:7.2f} {precision:10.2f}")


if __name__ == "__main__":
    main()
