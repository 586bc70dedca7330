"""Real articles, gold and corpora beside the checkout, in ../shared; they are nobody's to ship, so absent elsewhere."""

from __future__ import annotations

import importlib.util
import json
import lzma
from pathlib import Path
from typing import Any

import pytest

import kursk_ie
from grounding import spans
from kursk_ie import Event, Extraction

SHARED = Path(__file__).resolve().parents[2] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no {SHARED.name} folder beside the checkout")

# a little below what was measured, so that a change that loses ground is seen
MENTIONS = {"mention PLACE": 0.95, "mention UNIT": 0.95, "mention FIGURE": 0.95, "mention DATE": 0.95}
VALUES = {"value FIGURE": 0.97, "value DATE": 0.97}
FLOORS = {
    "seeds.jsonl": {**MENTIONS, **VALUES, "attribution": 0.85, "event": 0.65},
    "dev.jsonl": {**MENTIONS, **VALUES, "attribution": 0.85, "event": 0.65},
}


def _gold(name: str) -> list[dict[str, Any]]:
    rows = map(json.loads, (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row.get("text")]


def _read(row: dict[str, Any]) -> Extraction:
    return kursk_ie.extract(row["text"], published=row["published"], outlet=row["outlet"], id=row["id"])


@pytest.fixture(scope="module")
def seeds() -> dict[str, Extraction]:
    return {row["id"]: _read(row) for row in _gold("seeds.jsonl")}


def _events(extraction: Extraction, type: str) -> list[Event]:
    return [event for event in extraction.events if event.type == type]


def _speakers(event: Event) -> str:
    return " ".join(a.speaker or "" for a in event.attributions)


def _words(extraction: Extraction) -> str:
    """Every word that an event or statement of the result carries."""
    parts = [event.sentence.text for event in extraction.events]
    parts += [a.content.text for a in extraction.attributions if a.content]
    return " ".join(parts)


def test_seed_one_tells_thirty_losses_once_with_places_days_and_source(seeds: dict[str, Extraction]) -> None:
    [event] = [
        event
        for event in _events(seeds["seed001"], "casualties")
        if any((f.min, f.max, f.measure) == (30, None, "killed_or_wounded") for f in event.figures)
    ]
    assert [party.code for party in event.targets] == ["PRK"]
    assert [place.text for place in event.places] == ["Plekhovo", "Vorozhba", "Martynovka"]
    assert event.date is not None
    assert (str(event.date.earliest), str(event.date.latest)) == ("2024-12-14", "2024-12-15")
    assert "military intelligence" in _speakers(event)
    assert "HUR" in _speakers(event)


def test_seed_one_is_unverified_by_the_outlet(seeds: dict[str, Extraction]) -> None:
    [event] = [e for e in _events(seeds["seed001"], "casualties") if any(f.min == 30 for f in e.figures)]
    assert event.verification.status == "unverified"
    assert "Kyiv Independent" in (event.verification.by or "")


def test_seed_one_tells_eight_dead_by_friendly_fire(seeds: dict[str, Extraction]) -> None:
    [event] = [e for e in _events(seeds["seed001"], "casualties") if any(f.min == 8 for f in e.figures)]
    assert [(f.min, f.max, f.measure) for f in event.figures] == [(8, 8, "killed")]
    assert [party.code for party in event.targets] == ["RUS"]
    assert event.date is not None
    assert (str(event.date.earliest), str(event.date.latest)) == ("2024-12-14", "2024-12-14")
    assert [(a.act, a.speaker) for a in event.attributions] == [("allege", "HUR")]


def test_seed_one_sends_the_brigade(seeds: dict[str, Extraction]) -> None:
    units = [unit.text for event in _events(seeds["seed001"], "deployment") for unit in event.units]
    assert "94th Separate Brigade" in units


def test_seed_one_tells_nothing_of_its_teasers(seeds: dict[str, Extraction]) -> None:
    assert "Pokrovsk" not in _words(seeds["seed001"])


def test_seed_zero_has_kyivs_estimate_of_strength(seeds: dict[str, Extraction]) -> None:
    [event] = [e for e in _events(seeds["seed000"], "strength") if any(f.min == 11000 for f in e.figures)]
    assert [a.act for a in event.attributions] == ["estimate"]
    assert "Kyiv" in _speakers(event)


def test_seed_zero_has_the_kremlins_silence(seeds: dict[str, Extraction]) -> None:
    silent = [
        a for a in seeds["seed000"].attributions if a.act == "decline" and "Kremlin" in (a.speaker or "")
    ]
    assert [a.cue.text for a in silent] == ["declined to comment"]
    assert silent[0].content is None


def test_seed_zero_has_no_evidence_for_the_agencys_claims(seeds: dict[str, Extraction]) -> None:
    statuses = {event.verification.status for event in _events(seeds["seed000"], "casualties")}
    assert "no_evidence" in statuses


def test_seed_zero_tells_nothing_of_its_teasers(seeds: dict[str, Extraction]) -> None:
    assert "Assad" not in _words(seeds["seed000"])
    assert "Israel" not in _words(seeds["seed000"])


@pytest.mark.parametrize("name", FLOORS)
def test_scores_on_gold_hold(name: str) -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = _gold(name)
    tallies = scorer.score(gold, {row["id"]: _read(row).model_dump(mode="json") for row in gold})
    below = {
        label: (round(tallies[label].f, 3), floor)
        for label, floor in FLOORS[name].items()
        if tallies[label].f < floor
    }
    assert below == {}


@pytest.mark.parametrize(
    ("name", "count"), [("rss_war_2022", 5318), ("wiki_war_long", 40), ("polnear_dev", 84)]
)
def test_offsets_hold_on_every_text(name: str, count: int) -> None:
    with lzma.open(SHARED / "corpora" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    assert len(rows) == count
    items = ({"text": row["text"], "published": row.get("published")} for row in rows)
    for row, extraction in zip(rows, kursk_ie.extract_many(items), strict=True):
        for start, end, words in spans(extraction):
            assert row["text"][start:end] == words
