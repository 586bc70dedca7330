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
from typing import Any, NamedTuple

import kursk_ie
from kursk_ie.evaluation.likeness import overlap

KINDS = {"PLACE": "Location", "DATE": "Temporal"}


class Mark(NamedTuple):
    """The offsets of what the corpus marks."""

    start: int
    end: int


def _is_named(words: str) -> bool:
    return words.removeprefix("the ")[:1].isupper()


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
    marked: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for row in records(folder, "entities"):
        marked[row["documentId"], row["type"]].append(Mark(row["begin"], row["end"]))
    gold, found, ours, right = (dict.fromkeys(KINDS, 0) for _ in range(4))
    for document in records(folder, "documents"):
        text = document["text"]
        mentions = kursk_ie.extract(text).mentions
        for label, kind in KINDS.items():
            found_here = [mention for mention in mentions if mention.label == label]
            marks = marked[document["_id"], kind]
            ours[label] += len(found_here)
            right[label] += sum(any(overlap(mark, one) for mark in marks) for one in found_here)
            named = [mark for mark in marks if label == "DATE" or _is_named(text[mark.start : mark.end])]
            gold[label] += len(named)
            found[label] += sum(any(overlap(mark, one) for one in found_here) for mark in named)
    print(f"{'':8} {'marked':>7} {'recall':>7} {'precision':>10}")
    for label in KINDS:
        recall, precision = found[label] / gold[label], right[label] / ours[label]
        print(f"{label:8} {gold[label]:7,} {recall:7.2f} {precision:10.2f}")


if __name__ == "__main__":
    main()
