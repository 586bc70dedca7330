"""The scorer on a small gold made for it, and beside the scorer of the shared gold where that is at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

import kursk_ie
from kursk_ie.errors import FileError
from kursk_ie.evaluation.gold import GoldArticle, read_gold
from kursk_ie.evaluation.likeness import place_key, same_source
from kursk_ie.evaluation.scoring import CLAIM, MEASURES, score
from kursk_ie.evaluation.tallies import Tally
from kursk_ie.results import Extraction

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "gold" / "seeds.jsonl"
TEXT = "HUR said that at least 30 soldiers were killed near Plekhovo on Dec. 14. Reuters could not verify it."


def _span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _gold() -> dict[str, Any]:
    """What the result of `_extraction` tells, word for word."""
    return {
        "id": "1",
        "text": TEXT,
        "published": "2024-12-16",
        "stratum": "made for the test",
        "mentions": [
            {"label": "PLACE", **_span("Plekhovo")},
            {"label": "FIGURE", **_span("at least 30"), "min": 30, "max": None},
            {"label": "DATE", **_span("Dec. 14"), "earliest": "2024-12-14", "latest": "2024-12-14"},
        ],
        "attributions": [
            {
                "source": _span("HUR"),
                "cue": _span("said"),
                "content": _span("at least 30 soldiers were killed near Plekhovo on Dec. 14"),
                "act": "say",
                "via": ["Reuters"],
                "resolved": None,
            }
        ],
        "events": [
            {
                "type": "casualties",
                "trigger": _span("killed"),
                "agents": [],
                "targets": ["PRK"],
                "figures": [{**_span("at least 30"), "min": 30, "max": None, "measure": "killed"}],
                "places": ["Plekhovo"],
                "units": [],
                "date": ["2024-12-14", "2024-12-14"],
                "sources": ["HUR"],
                "verification": "unverified",
                "modality": "actual",
            }
        ],
    }


def _extraction() -> dict[str, Any]:
    figure = {"label": "FIGURE", **_span("at least 30"), "min": 30, "max": None}
    place = {"label": "PLACE", **_span("Plekhovo"), "name": "Plekhovo"}
    date = {"label": "DATE", **_span("Dec. 14"), "earliest": "2024-12-14", "latest": "2024-12-14"}
    attribution = {
        "id": "a1",
        "source": _span("HUR"),
        "speaker": "Main Directorate of Intelligence (HUR)",
        "cue": _span("said"),
        "content": _span("at least 30 soldiers were killed near Plekhovo on Dec. 14"),
        "act": "say",
        "via": [{"name": "Reuters", **_span("Reuters")}],
        "rule": "made for the test",
    }
    event = {
        "id": "e1",
        "type": "casualties",
        "trigger": _span("killed"),
        "sentence": {"start": 0, "end": 71, "text": TEXT[:71]},
        "targets": [{"code": "PRK", **_span("soldiers")}],
        "figures": [{**figure, "measure": "killed"}],
        "places": [place],
        "date": date,
        "attributions": [attribution],
        "verification": {"status": "unverified"},
    }
    document = {"id": "1", "length": len(TEXT), "sha256": "0" * 64}
    return {
        "document": document,
        "mentions": [place, figure, date],
        "attributions": [attribution],
        "events": [event],
    }


def _score(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Tally]:
    return score([(GoldArticle.model_validate(gold), Extraction.model_validate(found))])


def _counts(tallies: dict[str, Tally]) -> dict[str, tuple[int, int, int]]:
    return {name: (t.right, t.spurious, t.missed) for name, t in tallies.items()}


_ALL_RIGHT = {
    "mention PLACE": 1, "mention FIGURE": 1, "mention DATE": 1, "value FIGURE": 1, "value DATE": 1,
    "attribution": 1, "attribution act": 1, "attribution via": 1, "event": 1, "slot target": 1,
    "slot figure": 1, "slot place": 1, "slot date": 1, "slot source": 1, "slot verification": 1, CLAIM: 7,
}  # fmt: skip


def test_all_right() -> None:
    counts = _counts(_score(_gold(), _extraction()))
    assert counts == {measure: (_ALL_RIGHT.get(measure, 0), 0, 0) for measure in MEASURES}


CHANGES: dict[str, tuple[str, Any, dict[str, tuple[int, int, int]]]] = {
    "another bound": ("mentions.1.min", 29, {"value FIGURE": (0, 1, 1)}),
    "another day": ("mentions.2.latest", "2024-12-15", {"value DATE": (0, 1, 1)}),
    "another place": ("mentions.0.end", _span("Plekhovo")["end"] - 1, {"mention PLACE": (0, 1, 1)}),
    "another act": ("attributions.0.act", "deny", {"attribution act": (0, 1, 1)}),
    "no outlet": ("attributions.0.via", [], {"attribution via": (0, 0, 1)}),
    "no source": (
        "attributions.0.source", None,
        {"attribution": (0, 1, 1), "attribution act": (0, 0, 0), "attribution via": (0, 0, 0)},
    ),
    "no statement": (
        "attributions", [],
        {"attribution": (0, 0, 1), "attribution act": (0, 0, 0), "attribution via": (0, 0, 0)},
    ),
    "another side": ("events.0.targets.0.code", "RUS", {"slot target": (0, 1, 1), CLAIM: (6, 1, 1)}),
    "a side too many": (
        "events.0.agents", [{"code": "UKR", **_span("HUR")}], {"slot agent": (0, 1, 0), CLAIM: (7, 1, 0)},
    ),
    "another measure": ("events.0.figures.0.measure", "wounded", {"slot figure": (0, 1, 1), CLAIM: (6, 1, 1)}),
    "no day": ("events.0.date", None, {"slot date": (0, 0, 1), CLAIM: (6, 0, 1)}),
    "nobody says it": ("events.0.attributions", [], {"slot source": (0, 0, 1), CLAIM: (6, 0, 1)}),
    "another status": (
        "events.0.verification.status", "denied", {"slot verification": (0, 1, 1), CLAIM: (6, 1, 1)},
    ),
    "possible": ("events.0.modality", "possible", {"slot modality": (0, 1, 0), CLAIM: (7, 1, 0)}),
    "another type": (
        "events.0.type", "strike",
        {
            "event": (0, 1, 1), CLAIM: (0, 7, 7),
            **{f"slot {slot}": (0, 1, 1) for slot in ("target", "figure", "place", "date", "source", "verification")},
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("path", "value", "expected"), CHANGES.values(), ids=CHANGES)
def test_one_fault_counts_where_it_is(
    path: str, value: Any, expected: dict[str, tuple[int, int, int]]
) -> None:
    found: Any = json.loads(json.dumps(_extraction()))  # no part is shared by two places
    *steps, last = path.split(".")
    at = found
    for step in steps:
        at = at[int(step)] if step.isdigit() else at[step]
    at[last] = value
    counts = _counts(_score(_gold(), found))
    assert counts == {
        measure: expected.get(measure, (_ALL_RIGHT.get(measure, 0), 0, 0)) for measure in MEASURES
    }


def test_the_nearer_of_two_events_is_taken_once() -> None:
    found = _extraction()
    twin = {**found["events"][0], "id": "e2", "targets": [], "figures": []}
    found["events"] = [twin, found["events"][0]]
    tallies = _score(_gold(), found)
    assert _counts(tallies)["event"] == (1, 1, 0)
    assert _counts(tallies)["slot target"] == (1, 0, 0)


def test_faults_are_told_with_their_document() -> None:
    tallies = _score(_gold(), {**_extraction(), "mentions": [], "attributions": [], "events": []})
    assert tallies["mention PLACE"].misses == [("1", "Plekhovo")]
    assert tallies["event"].misses == [("1", "casualties: killed")]
    assert tallies["attribution"].misses[0].told.startswith("HUR | said | at least 30 soldiers")


def test_empty_gold_and_empty_result() -> None:
    tally = Tally()
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 1.0, 1.0)
    tally.add(missed=1)
    assert (tally.precision, tally.recall, tally.f1) == (0.0, 0.0, 0.0)


def test_likeness() -> None:
    assert place_key("the village of Plekhovo") == "plekhovo"
    assert place_key("City") == "city"
    assert same_source("Ukraine’s General Staff", "General Staff")
    assert not same_source("", "General Staff")


BROKEN = {
    "no JSON": ("{", "line 2: the line: Invalid JSON"),
    "no id": ('{"text": "a"}', "line 2: id: Field required"),
    "unknown act": (
        json.dumps({**_gold(), "attributions": [{**_gold()["attributions"][0], "act": "mumble"}]}),
        "line 2: attributions.0.act",
    ),
    "offsets": (
        json.dumps({**_gold(), "mentions": [{"label": "PLACE", "start": 0, "end": 3, "text": "Kyiv"}]}),
        "line 2: the text from 0 to 3 is 'HUR', not 'Kyiv': mend the offsets",
    ),
}


@pytest.mark.parametrize(("line", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_gold_names_its_line(line: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(_gold())}\n{line}\n", encoding="utf-8")
    with pytest.raises(FileError) as raised:
        list(read_gold(path))
    assert message in raised.value.message


def test_missing_gold(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="check the path"):
        list(read_gold(tmp_path / "none.jsonl"))


def _found(gold: GoldArticle) -> Extraction:
    return kursk_ie.extract(gold.text or "", published=gold.published, outlet=gold.outlet, id=gold.id)


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="no shared folder beside the checkout")
@pytest.mark.parametrize(
    "path", [SHARED / "gold" / "dev.jsonl", SHARED / "gold" / "seeds.jsonl", SEEDS], ids=str
)
def test_the_shared_scorer_counts_the_same(path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    articles = [article for article in read_gold(path) if article.text]
    found = [_found(article) for article in articles]
    ours = _counts(score(zip(articles, found, strict=True)))
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("text")]
    theirs = scorer.score(rows, {e.document.id: e.model_dump(mode="json") for e in found})
    counts = {CLAIM if name.startswith("CLAIM") else name: (t.tp, t.fp, t.fn) for name, t in theirs.items()}
    assert {name: ours[name] for name in counts} == counts
    assert not any(any(ours[name]) for name in ours.keys() - counts.keys())
