"""How well `kursk_ie.reconcile` finds the incidents of news items that a person has sorted.

usage: python -m benchmarks.incident_accuracy [--wrong]

All items of the corpus of autumn 2022 in ../shared are read and reconciled together, so that everything else of these
months may be mixed in; scored are the links among the items of tests/gold/incidents. Two items are linked where one
incident holds both. Pairwise: each pair once. B-cubed: each item's links, the item itself counted, averaged over items.
Figures: items with a figure of which each stands in a claim of that document, in an incident that holds it.
Readable: the items of which the extraction found an event of any kind, the most that reconciling could link.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import kursk_ie
from kursk_ie.incidents.results import Incident

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "incidents"
CORPUS = ROOT.parent / "shared" / "corpora" / "rss_war_2022.jsonl.xz"
HALVES = ("tuning", "held-out")

Row = dict[str, Any]
Links = dict[str, set[str]]


def gold_rows() -> list[Row]:
    files = sorted(GOLD.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def corpus_extractions() -> Iterator[kursk_ie.Extraction]:
    with lzma.open(CORPUS, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    fields = ("id", "text", "published", "outlet", "url")
    return kursk_ie.extract_many({name: row.get(name) for name in fields} for row in rows)


def links_of(groups: Iterable[Iterable[str]], ids: set[str]) -> Links:
    """For each id all that share a group with it, itself included."""
    links: Links = {id: {id} for id in ids}
    for group in groups:
        members = ids.intersection(group)
        for id in members:
            links[id] |= members
    return links


def pairwise(gold: Links, found: Links) -> tuple[float, float, float]:
    def pairs(links: Links) -> set[tuple[str, str]]:
        return {pair for pair in combinations(sorted(links), 2) if pair[1] in links[pair[0]]}

    want, have = pairs(gold), pairs(found)
    return measures(len(want & have), len(have), len(want))


def b_cubed(gold: Links, found: Links) -> tuple[float, float, float]:
    shared = {id: len(gold[id] & found[id]) for id in gold}
    precision = sum(shared[id] / len(found[id]) for id in gold) / len(gold)
    recall = sum(shared[id] / len(gold[id]) for id in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measures(right: int, found: int, there: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), right / max(1, there)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def figures_kept(rows: list[Row], incidents: list[Incident]) -> tuple[int, int]:
    """Items whose every figure stands in the ledger under the item's own document, and items with a figure."""
    told: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for incident in incidents:
        for claim in incident.claims:
            if claim.figure is not None:
                for document in claim.documents:
                    told[document].add((claim.figure.measure, claim.figure.min, claim.figure.max))
    with_figures = [row for row in rows if row["figures"]]
    kept = [
        row
        for row in with_figures
        if all((f["measure"], f["min"], f["max"]) in told[row["id"]] for f in row["figures"])
    ]
    return len(kept), len(with_figures)


def score(rows: list[Row], incidents: list[Incident]) -> dict[str, tuple[float, float, float]]:
    ids = {row["id"] for row in rows}
    labels: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for label in row["incidents"]:
            labels[label].add(row["id"])
    gold = links_of(labels.values(), ids)
    found = links_of((incident.reports for incident in incidents), ids)
    return {"pairwise": pairwise(gold, found), "B-cubed": b_cubed(gold, found)}


def main() -> None:
    if not CORPUS.exists():
        sys.exit(f"{CORPUS} is not there: the gold names items of that corpus")
    extractions = list(corpus_extractions())
    readable = {extraction.document.id for extraction in extractions if extraction.events}
    incidents = kursk_ie.reconcile(extractions)
    rows = gold_rows()
    print(f"{'items':22} {'precision':>9} {'recall':>6} {'F1':>6} {'items':>5}")
    for half in (*HALVES, "all"):
        chosen = [row for row in rows if half in (row["half"], "all")]
        for readable_only in (False, True):
            part = [row for row in chosen if not readable_only or row["id"] in readable]
            name = f"{half}{', readable' if readable_only else ''}"
            for measure, (precision, recall, mean) in score(part, incidents).items():
                print(f"{name:19}{measure:>9} {precision:6.2f} {recall:6.2f} {mean:6.2f} {len(part):5d}")
        kept, there = figures_kept(chosen, incidents)
        print(f"{half}: figures in the ledger for {kept} of {there} items ({kept / there:.2f})")
    if "--wrong" in sys.argv[1:]:
        tell_wrong([row for row in rows if row["half"] == "tuning"], incidents)


def tell_wrong(rows: list[Row], incidents: list[Incident]) -> None:
    """The groups that were found for each incident of the tuning half, for whoever changes the model."""
    of_item = {row["id"]: row["incidents"] for row in rows}
    for incident in incidents:
        members = [id for id in incident.reports if id in of_item]
        labels = {label for id in members for label in of_item[id]}
        if len(labels) > 1:
            print("mixed", incident.type, {id: of_item[id] for id in members})


if __name__ == "__main__":
    main()
