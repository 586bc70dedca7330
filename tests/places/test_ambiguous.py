"""Names of several places in sentences of each reading: the share that docs/places.md tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kursk_ie
from kursk_ie.results import Place

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "ambiguous.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST = 0.9


def is_right(case: dict[str, object]) -> bool:
    mentions = kursk_ie.extract(str(case["text"])).mentions
    place = next((m for m in mentions if isinstance(m, Place) and m.text == case["name"]), None)
    meant = case["meant"]
    if not isinstance(meant, list):
        return place is not None and not place.resolved
    if place is None:
        return False
    found = [place.country, place.admin1 if meant[1] else None, place.feature]
    return place.resolved and found == meant


def test_nine_of_ten_names_are_resolved_as_the_text_means_them() -> None:
    assert len(CASES) >= 60
    assert sum(map(is_right, CASES)) >= LEAST * len(CASES)


@pytest.mark.parametrize("reading", ["Kursk Oblast", "Sumy Oblast", None])
def test_vorozhba_has_every_reading_right(reading: str | None) -> None:
    cases = [c for c in CASES if c["name"] == "Vorozhba" and (c["meant"] or [0, None])[1] == reading]
    assert cases and all(map(is_right, cases))
