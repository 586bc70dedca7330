"""Claims, origins, revisions, agreement and positions of an incident."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path

import pytest
from telling import DAY, figure, said, telling

import kursk_ie
from kursk_ie import Incident

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "incident.schema.json"


def _one(*extractions: kursk_ie.Extraction) -> Incident:
    [incident] = kursk_ie.reconcile(extractions)
    return incident


def test_forty_outlets_one_origin() -> None:
    wire = "At least 30 of the soldiers fell in the fields west of the town over the weekend"
    own = [
        telling(
            f"d{n:02}",
            outlet=f"Outlet {n}",
            sentence=wire + ("" if n % 2 else ", it said"),
            figures=(figure(30, None),),
        )
        for n in range(40)
    ]
    incident = _one(*own)
    assert len(incident.reports) == 40
    assert incident.independent_sources == 1
    assert incident.origins[0].basis == "text"
    assert len(incident.origins[0].outlets) == 40


def test_a_named_source_is_one_origin_through_any_relay() -> None:
    given = {"figures": (figure(30, None),)}
    incident = _one(
        telling("a", by=(said("HUR"),), outlet="X", **given),
        telling("b", by=(said("HUR", via=("Reuters",)),), outlet="Y", **given),
        telling("c", by=(said("Ukraine", side="UKR"),), outlet="Z", **given),
    )
    assert incident.independent_sources == 1
    assert incident.origins[0].name == "Main Directorate of Intelligence of Ukraine"
    assert incident.claims[0].via == ("Reuters",)


def test_two_outlets_in_their_own_words_are_two_origins() -> None:
    one = telling("a", outlet="X", sentence="Thirty men of the brigade died near the bridge")
    incident = _one(one, telling("b", outlet="Y", sentence="Shells hit a column; dozens never came back"))
    assert incident.independent_sources == 2


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ((30, 30), (30, 30), "agreed"),
        ((30, None), (34, 34), "range"),
        ((10, 40), (20, 50), "range"),
        ((30, 30), (45, 45), "conflicting"),
    ],
)
def test_agreement_of_two_sources(one: tuple[int, int], other: tuple[int, int], agreement: str) -> None:
    incident = _one(
        telling("a", by=(said("HUR"),), figures=(figure(*one),)),
        telling("b", by=(said("Pentagon"),), figures=(figure(*other),)),
    )
    assert incident.agreement == agreement
    assert {(c.figure.min, c.figure.max) for c in incident.claims if c.figure} == {one, other}


def test_one_source_alone_is_single() -> None:
    assert _one(telling("a", by=(said("HUR"),), figures=(figure(30, 30),))).agreement == "single"


def test_a_source_that_raises_its_figure_revises_it_and_conflicts_with_nobody() -> None:
    later = DAY + dt.timedelta(days=3)
    incident = _one(
        telling("a", by=(said("HUR"),), figures=(figure(63, 63),)),
        telling("b", by=(said("HUR"),), figures=(figure(70, 70),), published=later),
    )
    [revision] = incident.revisions
    assert [(step.figure.min, step.first_seen) for step in revision.steps] == [
        (63, DAY + dt.timedelta(days=2)),
        (70, later),
    ]
    assert incident.agreement == "single"


@pytest.mark.parametrize(
    ("name", "text", "steps"),
    [
        (
            "raised from and to",
            "The ministry raised the death toll from the strike in Rafah from 63 to 89.",
            [63, 89],
        ),
        (
            "raised later",
            "Police said 63 people were killed in the strike on Rafah. The army said the toll had risen to 89.",
            [63, 89],
        ),
        (
            "up from",
            "The army said the death toll from the strike on Rafah is 89, up from 63.",
            [63, 89],
        ),
        (
            "two figures are no revision",
            "The army said 63 people were killed in Rafah and 89 in Gaza City.",
            [],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_a_revision_that_the_text_tells(name: str, text: str, steps: list[int]) -> None:
    extraction = kursk_ie.extract(text, published="2024-12-16", id="a")
    incidents = kursk_ie.reconcile([extraction])
    found = [step.figure.min for incident in incidents for r in incident.revisions for step in r.steps]
    assert found == steps


def test_positions_over_all_reports() -> None:
    no_comment = said("Kremlin", act="decline").model_copy(update={"id": "a9", "content": None})
    incident = _one(
        telling("a", by=(said("HUR", act="claim"),), figures=(figure(30, None),), others=(no_comment,)),
        telling("b", by=(said("Pentagon", act="confirm"),), status="confirmed", checked_by="Pentagon"),
        telling(
            "c", by=(said("HUR"),), status="unverified", checked_by="Reuters", figures=(figure(30, None),)
        ),
    )
    stances = {(position.stance, position.speaker) for position in incident.positions}
    assert {("confirms", "Pentagon"), ("declines", "Kremlin"), ("cannot_verify", "Reuters")} <= stances
    assert ("claims", "Main Directorate of Intelligence of Ukraine") in stances
    assert incident.status == "confirmed"


def test_parts_are_rows_and_nothing_is_summed() -> None:
    incident = _one(telling("a", figures=(figure(30, 30), figure(12, 12, "wounded"))))
    assert [(c.figure.measure, c.figure.min) for c in incident.claims if c.figure] == [
        ("killed", 30),
        ("wounded", 12),
    ]


def test_figures_are_those_of_the_reports() -> None:
    given = [
        telling(f"d{n}", by=(said(f"Speaker {n}"),), figures=(figure(20 + n, 20 + n),)) for n in range(6)
    ]
    told = {f.min for extraction in given for event in extraction.events for f in event.figures}
    kept = {c.figure.min for incident in kursk_ie.reconcile(given) for c in incident.claims if c.figure}
    assert kept == told


def test_json_and_pickle_keep_an_incident() -> None:
    incident = _one(
        telling("a", by=(said("HUR"),), figures=(figure(30, None),)), telling("b", at="Zaoleshenka")
    )
    assert Incident.model_validate_json(incident.model_dump_json()) == incident
    assert pickle.loads(pickle.dumps(incident)) == incident


def test_schema_is_the_committed_one() -> None:
    committed = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert Incident.model_json_schema() == committed, "run scripts/write_schema.py and look at what changed"


def test_the_contract_names_are_there() -> None:
    fields = {
        "id",
        "type",
        "date",
        "places",
        "sides",
        "claims",
        "revisions",
        "agreement",
        "independent_sources",
        "reports",
    }
    assert fields <= set(Incident.model_fields)
