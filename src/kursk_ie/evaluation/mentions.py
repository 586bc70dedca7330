"""Scoring mentions: label and offsets must be the same; then bounds and days are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kursk_ie.evaluation.gold import GoldArticle
from kursk_ie.evaluation.tallies import Fault, Tally
from kursk_ie.results import Extraction

_VALUES = {"PLACE": (), "UNIT": (), "FIGURE": ("min", "max"), "DATE": ("earliest", "latest")}

MENTION_MEASURES = (*(f"mention {label}" for label in _VALUES), "value FIGURE", "value DATE")


def score_mentions(gold: GoldArticle, found: Extraction, tallies: Mapping[str, Tally]) -> None:
    """Add one article's mentions to the tallies."""
    for label, fields in _VALUES.items():
        there = {(m.start, m.end): m for m in gold.mentions if m.label == label}
        have = {(m.start, m.end): m for m in found.mentions if m.label == label}
        tally = tallies[f"mention {label}"]
        missed, spurious = sorted(there.keys() - have.keys()), sorted(have.keys() - there.keys())
        both = sorted(there.keys() & have.keys())
        tally.add(len(both), len(spurious), len(missed))
        tally.misses += [Fault(gold.id, there[at].text) for at in missed]
        tally.excess += [Fault(gold.id, have[at].text) for at in spurious]
        for at in both if fields else ():
            _score_value(gold.id, there[at], have[at], fields, tallies[f"value {label}"])


def _score_value(document: str, gold: Any, found: Any, fields: tuple[str, ...], tally: Tally) -> None:
    want, have = (tuple(getattr(mention, field) for field in fields) for mention in (gold, found))
    if want == have:
        tally.add(right=1)
    else:
        tally.add(spurious=1, missed=1)
        tally.misses.append(Fault(document, f"{gold.text}: {_told(want)} in the gold, {_told(have)} found"))


def _told(bounds: tuple[Any, ...]) -> str:
    return "..".join("" if bound is None else str(bound) for bound in bounds)
