"""The result models: what other projects may rely on whatever the pipeline finds."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import pickle
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from kursk_ie.results import (
    AcledCode,
    Attribution,
    Codes,
    Date,
    Document,
    Event,
    EventFigure,
    Extraction,
    Figure,
    Issue,
    Party,
    Place,
    Relay,
    Span,
    Unit,
    Verification,
)

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "schema" / "extraction.schema.json"
TEXT = "“At least 12 of the 3rd Rifle Brigade fell in Żytno on May 2,” Oda said, Kanal 9 reported. No proof."


def _at(text: str) -> dict[str, int | str]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def _extraction() -> Extraction:
    """An extraction that uses every model and every field."""
    place = Place(
        **_at("Żytno"), name="Żytno", gazetteer_id="x:1", latitude=51.5, longitude=19.6, country="POL",
        admin1="Łódź", feature="settlement", precision="point", resolved=True,
    )  # fmt: skip
    unit = Unit(
        **_at("3rd Rifle Brigade"), name="3rd Rifle Brigade", number="3", echelon="brigade", side="ABC"
    )
    figure = Figure(**_at("At least 12"), min=12, noun="men")
    day = dt.date(2031, 5, 2)
    date = Date(**_at("May 2"), earliest=day, latest=day)
    attribution = Attribution(
        id="a1", source=Span(**_at("Oda")), speaker="Oda", speaker_kind="military", side="DEF",
        cue=Span(**_at("said")), content=Span(**_at(TEXT.split("”")[0][1:])), act="claim", quote="direct",
        via=(Relay(name="Kanal 9", **_at("Kanal 9")),), rule="quote-inverted",
    )  # fmt: skip
    event = Event(
        id="e1", type="casualties", trigger=Span(**_at("fell")), sentence=Span(**_at(TEXT[:-10])),
        agents=(Party(code="DEF", **_at("Oda")),), targets=(Party(code="ABC", **_at("3rd Rifle Brigade")),),
        figures=(EventFigure(**figure.model_dump(), measure="killed"),), places=(place,), units=(unit,),
        date=date, attributions=(attribution,), modality="possible", claim_side="enemy_loss",
        rules=("trigger",),
        verification=Verification(status="no_evidence", by="Kanal 9", evidence=(Span(**_at("No proof")),)),
        codes=Codes(acled=AcledCode(event_type="Battles", sub_event_type="Armed clash"), plover="ASSAULT"),
    )  # fmt: skip
    document = Document(
        id="d", title="t", outlet="Kanal 9", url="https://example.org/d", published=dt.date(2031, 5, 3),
        length=len(TEXT), sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    )  # fmt: skip
    return Extraction(
        document=document, mentions=(figure, unit, place, date), attributions=(attribution,), events=(event,),
        issues=(Issue(code="x", message="y", start=0, end=1),),
    )  # fmt: skip


def test_json_round_trip_keeps_everything() -> None:
    extraction = _extraction()
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction


def test_pickle_round_trip_keeps_everything() -> None:
    extraction = _extraction()
    assert pickle.loads(pickle.dumps(extraction)) == extraction


def test_mentions_come_back_as_their_own_classes() -> None:
    back = Extraction.model_validate_json(_extraction().model_dump_json())
    assert [type(mention) for mention in back.mentions] == [Figure, Unit, Place, Date]


def test_equal_by_value() -> None:
    one, other = _extraction(), _extraction()
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert one != one.model_copy(update={"events": ()})


@pytest.mark.parametrize(
    ("owner", "field"),
    [
        (lambda e: e, "events"),
        (lambda e: e.document, "id"),
        (lambda e: e.mentions[0], "min"),
        (lambda e: e.events[0], "type"),
        (lambda e: e.events[0].verification, "status"),
        (lambda e: e.attributions[0].via[0], "name"),
    ],
    ids=["extraction", "document", "mention", "event", "verification", "relay"],
)
def test_frozen(owner, field) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValidationError, match="frozen"):
        setattr(owner(_extraction()), field, None)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Span.model_validate({"start": 0, "end": 1, "text": "x", "label": "PLACE"})


def test_schema_is_the_committed_one() -> None:
    committed = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert Extraction.model_json_schema() == committed, "run scripts/write_schema.py and look at what changed"


def test_schema_names_the_top_level_of_the_contract() -> None:
    properties = list(Extraction.model_json_schema()["properties"])
    assert properties == ["schema_version", "document", "mentions", "attributions", "events", "issues"]


@pytest.mark.parametrize(
    "given",
    [
        Span(start=0, end=4, text="Kyiv"),
        Place(start=0, end=4, text="Kyiv", name="Kyiv", country="UKR"),
        Event(
            id="e1",
            type="combat",
            trigger=Span(start=0, end=1, text="x"),
            sentence=Span(start=0, end=1, text="x"),
        ),
    ],
)
def test_models_built_unchecked_are_the_same(given: BaseModel) -> None:
    built = type(given).model_construct(**{name: getattr(given, name) for name in given.model_fields_set})
    assert built == given and hash(built) == hash(given) and repr(built) == repr(given)
    assert pickle.loads(pickle.dumps(built)) == built.model_copy() == given
    assert built.model_dump_json() == given.model_dump_json()
    assert built.model_dump(exclude_unset=True) == given.model_dump(exclude_unset=True)
    assert type(given).model_validate(built.model_dump()) == given


def test_what_is_built_unchecked_without_a_needed_field_is_left_to_pydantic() -> None:
    assert not hasattr(Span.model_construct(start=0, end=1), "text")
    assert not hasattr(Span.model_construct(start=0, end=1, text="x", more=1), "more")
