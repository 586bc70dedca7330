"""models/triggers.tsv: every entry tells its event on its own example; none is listed twice."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

import kursk_ie
from kursk_ie.results import EventType, Measure
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import compile_pattern
from kursk_ie.text.tables import Row, read_table

ROWS = read_table("triggers.tsv", ("pattern", "type", "frame", "measure", "needs", "example"))
FRAMES = frozenset(
    """agent-verb-target damage-verb launch-verb agent-verb target-verb target-verb-agent loser-verb agent-noun
    target-noun force-noun sanction-noun exchange-noun""".split()
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']}-{row['pattern']}-{row['needs']}")
def test_example(row: Row) -> None:
    events = kursk_ie.extract(row["example"], published="2025-03-14").events
    assert [e for e in events if e.type == row["type"] and f"trigger:{row['pattern']}" in e.rules]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']}-{row['pattern']}-{row['needs']}")
def test_values(row: Row) -> None:
    assert row["type"] in get_args(EventType)
    assert row["frame"] in FRAMES
    assert not row["measure"] or row["measure"] in get_args(Measure)
    assert compile_pattern(row["pattern"], inflect)


@pytest.mark.parametrize("type_", get_args(EventType))
def test_every_type_has_triggers(type_: EventType) -> None:
    assert sum(row["type"] == type_ for row in ROWS) >= 9


def test_entries_are_told_once() -> None:
    told = Counter((row["pattern"], row["type"], row["needs"]) for row in ROWS)
    assert not [key for key, times in told.items() if times > 1]


def test_examples_are_told_once() -> None:
    told = Counter(row["example"] for row in ROWS)
    assert not [example for example, times in told.items() if times > 1]


@pytest.mark.parametrize("frame", sorted(FRAMES))
def test_every_frame_is_used(frame: str) -> None:
    assert any(row["frame"] == frame for row in ROWS)
