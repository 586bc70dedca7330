"""Precision and recall of `kursk_ie.extract` on gold, seeds/gold/seeds.jsonl by default.

usage: python -m benchmarks.accuracy [GOLD.jsonl …]

A mention counts when label and offsets are the same, its values when bounds or days are. An attribution counts when its
cue overlaps the gold's and so do the sources, or both have none; an event when type and trigger's sentence are the
same; facts are the participants, figures with measure, places, days, status and modality of all events.

Where a folder ../shared has the corpus PolNeAR, its figures follow, see `benchmarks.polnear`.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

import kursk_ie
from benchmarks import polnear

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "gold" / "seeds.jsonl"
POLNEAR = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear_dev.jsonl.xz"

Row = dict[str, Any]


class Tally:
    """True positives, how many were found and how many there are."""

    def __init__(self) -> None:
        self.right = self.found = self.there = 0

    def add(self, gold: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        have, want = Counter(found), Counter(gold)
        self.right += (have & want).total()
        self.found += have.total()
        self.there += want.total()

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.there if self.there else 1.0
        mean = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return f"{precision:6.2f} {recall:6.2f} {mean:6.2f} {self.there:5d}"


def overlap(one: Row | None, other: Row | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def matches(gold: list[Row], found: list[Row], same: Any) -> list[tuple[Row, Row]]:
    """Pairs of gold and found, each at most once, in order."""
    free, pairs = list(found), []
    for row in gold:
        hit = next((other for other in free if same(row, other)), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((row, hit))
    return pairs


def same_attribution(gold: Row, found: Row) -> bool:
    return overlap(gold["cue"], found["cue"]) and overlap(gold["source"], found["source"])


def same_event(gold: Row, found: Row) -> bool:
    sentence = found["sentence"]
    return bool(
        gold["type"] == found["type"] and sentence["start"] <= gold["trigger"]["start"] < sentence["end"]
    )


def facts(event: Row) -> set[Hashable]:
    """What an event says, in one form for gold and results."""
    days = event["date"]
    if isinstance(days, dict):
        days = [days["earliest"], days["latest"]]
    status = event["verification"]
    words = [place if isinstance(place, str) else place["text"] for place in event["places"]]
    codes = [
        (role, party if isinstance(party, str) else party["code"])
        for role in ("agents", "targets")
        for party in event[role]
    ]
    return {
        *codes,
        *(("figure", figure["min"], figure["max"], figure["measure"]) for figure in event["figures"]),
        *(("place", word) for word in words),
        *([("days", *days)] if days and days[0] else []),
        ("status", status if isinstance(status, str) else status["status"]),
        ("modality", event["modality"]),
    } - {("status", "none"), ("modality", "actual")}


def score(rows: list[Row]) -> dict[str, Tally]:
    names = ("places", "units", "figures", "dates", "values", "attributions", "acts", "events", "facts")
    tallies = {name: Tally() for name in names}
    for row in rows:
        result = kursk_ie.extract(row["text"], published=row["published"], outlet=row["outlet"]).model_dump(
            mode="json"
        )
        _score_mentions(row["mentions"], result["mentions"], tallies)
        pairs = matches(row["attributions"], result["attributions"], same_attribution)
        _count(tallies["attributions"], row["attributions"], result["attributions"], pairs)
        tallies["acts"].add(
            enumerate(gold["act"] for gold, _ in pairs), enumerate(hit["act"] for _, hit in pairs)
        )
        pairs = matches(row["events"], result["events"], same_event)
        _count(tallies["events"], row["events"], result["events"], pairs)
        _score_facts(row["events"], result["events"], pairs, tallies["facts"])
    return tallies


def _count(tally: Tally, gold: list[Row], found: list[Row], pairs: list[tuple[Row, Row]]) -> None:
    tally.right += len(pairs)
    tally.found += len(found)
    tally.there += len(gold)


def _score_mentions(gold: list[Row], found: list[Row], tallies: dict[str, Tally]) -> None:
    def key(mention: Row) -> tuple[Hashable, ...]:
        return mention["label"], mention["start"], mention["end"]

    for name, label in (("places", "PLACE"), ("units", "UNIT"), ("figures", "FIGURE"), ("dates", "DATE")):
        want, have = ([key(m) for m in mentions if m["label"] == label] for mentions in (gold, found))
        tallies[name].add(want, have)
    values = {key(m): [m.get(field) for field in ("min", "max", "earliest", "latest")] for m in found}
    for mention in gold:
        if mention["label"] in ("FIGURE", "DATE") and key(mention) in values:
            want = [mention.get(field) for field in ("min", "max", "earliest", "latest")]
            tallies["values"].add([str(want)], [str(values[key(mention)])])


def _score_facts(gold: list[Row], found: list[Row], pairs: list[tuple[Row, Row]], tally: Tally) -> None:
    for want, have in pairs:
        tally.add(facts(want), facts(have))
    paired = [id(row) for pair in pairs for row in pair]
    for row in gold:
        if id(row) not in paired:
            tally.add(facts(row), ())
    for row in found:
        if id(row) not in paired:
            tally.add((), facts(row))


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or [SEEDS]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in map(json.loads, lines) if row.get("text")]
    print(f"{len(rows)} reports{'precision':>13} {'recall':>6} {'F1':>6} {'gold':>5}")
    for name, tally in score(rows).items():
        print(f"{name:16} {tally}")
    if not sys.argv[1:] and POLNEAR.exists():
        with lzma.open(POLNEAR, "rt", encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        print(f"\nPolNeAR, {len(articles)} articles")
        for name, (right, of) in polnear.score(articles).items():
            print(f"{name:34} {right / max(1, of):.3f} {of:5d}")


if __name__ == "__main__":
    main()
