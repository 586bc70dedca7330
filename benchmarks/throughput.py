"""Words a second of `kursk_ie.extract`, beside spaCy's blank tokenizer on the same texts.

usage: python -m benchmarks.throughput [--runs N] [--profile]

The texts are those of seeds/, alone and joined to one long text; where a folder ../shared has corpora, also short news
items and long encyclopedia articles. Both read them loaded, but as the first texts they see. A figure is the median of
the runs; a word is what white space separates. It tells whether the grammars are compiled (see scripts/build_wheels).
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import lzma
import pstats
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import spacy
from spacy.language import Language

import kursk_ie
from kursk_ie.claims.events import grammar as events
from kursk_ie.pipeline.reader import shared_reader

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"


def is_compiled() -> bool:
    """Whether the grammars are those of a compiled wheel."""
    return not str(events.__file__).endswith(".py")


def texts_by_name() -> dict[str, list[str]]:
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    found = {"seeds, 20 times": seeds * 20, "seeds as one text of 500 kB": ["\n\n".join(seeds * 33)]}
    for label, name in (("news items", "rss_war_2022"), ("long articles", "wiki_war_long")):
        path = CORPORA / f"{name}.jsonl.xz"
        if path.exists():
            with lzma.open(path, "rt", encoding="utf-8") as file:
                found[label] = [json.loads(line)["text"] for line in file]
    return found


def fresh() -> Callable[[str], object]:
    """`kursk_ie.extract` by a reader that has seen no text yet: like a tokenizer it remembers the words it has cut."""
    shared_reader.cache_clear()
    kursk_ie.extract("Load.")
    gc.collect()  # of the reader before: what loading leaves is no part of reading
    return kursk_ie.extract


def blank() -> Language:
    """A tokenizer that has seen no text yet."""
    nlp = spacy.blank("en")
    nlp.max_length = 2**31
    return nlp


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    begin = perf_counter()
    for text in texts:
        read(text)
    return perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    arguments = parser.parse_args()
    print(
        "compiled" if is_compiled() else "not compiled: scripts/build_wheels makes a wheel over twice as fast"
    )
    print(f"{'texts':28} {'words':>8} {'blank/s':>10} {'extract/s':>10} {'ratio':>6}")
    sums = [0.0, 0.0, 0.0]
    for name, texts in texts_by_name().items():
        words = sum(len(text.split()) for text in texts)
        # in turns, so that a slow moment of the machine hits both
        times = [(seconds(blank(), texts), seconds(fresh(), texts)) for _ in range(arguments.runs)]
        base, ours = (median(column) for column in zip(*times, strict=True))
        print(_row(name, words, base, ours))
        sums = [total + part for total, part in zip(sums, (words, base, ours), strict=True)]
        if arguments.profile:
            profile = cProfile.Profile()
            profile.runcall(seconds, kursk_ie.extract, texts)
            pstats.Stats(profile).sort_stats("tottime").print_stats(10)
    print(_row("all of them", *sums))


def _row(name: str, words: float, base: float, ours: float) -> str:
    return f"{name:28} {words:8,.0f} {words / base:10,.0f} {words / ours:10,.0f} {base / ours:6.2f}"


if __name__ == "__main__":
    main()
