"""The examples of docs/events.md: each type with its codes, each rule on its own sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_ie

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
LINES = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
CELLS = [[cell.strip() for cell in line.strip("|").split("|")] for line in LINES]
TYPES = [cells for cells in CELLS if len(cells) == 5]
RULES = [cells for cells in CELLS if len(cells) == 3]


def test_the_page_has_both_tables() -> None:
    assert len(TYPES) == 13
    assert len(RULES) >= 25


@pytest.mark.parametrize(("type_", "what", "acled", "plover", "example"), TYPES, ids=lambda cell: cell[:40])
def test_type(type_: str, what: str, acled: str, plover: str, example: str) -> None:
    events = kursk_ie.extract(example, published="2025-03-14").events
    codes = [event.codes for event in events if f"`{event.type}`" == type_]
    told = [
        (
            f"{code.acled.event_type}: {code.acled.sub_event_type}" if code.acled is not None else "–",
            code.plover or "–",
        )
        for code in codes
    ]
    assert (acled, plover) in told


@pytest.mark.parametrize(("rule", "what", "example"), RULES, ids=[cells[0] for cells in RULES])
def test_rule(rule: str, what: str, example: str) -> None:
    events = kursk_ie.extract(example, published="2025-03-14").events
    assert rule.strip("`") in {fired for event in events for fired in event.rules}
