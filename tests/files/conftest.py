"""A hand-made extraction that the tests of the file layer write out."""

from __future__ import annotations

import datetime as dt

import pytest

from kursk_ie.results import (
    Attribution,
    Date,
    Document,
    Event,
    EventFigure,
    Extraction,
    Party,
    Place,
    Relay,
    Span,
    Unit,
    Verification,
)

TEXT = (
    "Averland's army said at least 30 Norvian soldiers were killed or wounded near Ostrava Dol and Brenk on "
    "May 2-3, Kanal 9 reported. Norvia denied it. =Reportedly, dozens left."
)


def _at(text: str) -> dict[str, int | str]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def _attributions() -> tuple[Attribution, Attribution]:
    army = Attribution(
        id="a1", source=Span(**_at("Averland's army")), speaker="Averland's army", speaker_kind="military",
        side="AVE", cue=Span(**_at("said")), content=None, act="claim", rule="r",
        via=(Relay(name="Kanal 9", **_at("Kanal 9")),),
    )  # fmt: skip
    hidden = Attribution(
        id="a2", source=None, speaker=None, speaker_kind="anonymous", cue=Span(**_at("Reportedly")),
        content=None, act="report", rule="r",
    )  # fmt: skip
    return army, hidden


def _casualties(army: Attribution, hidden: Attribution) -> Event:
    return Event(
        id="e1", type="casualties", trigger=Span(**_at("killed or wounded")),
        sentence=Span(**_at(TEXT.split(" Norvia denied")[0])),
        targets=(Party(code="NOR", **_at("Norvian")),),
        figures=(EventFigure(**_at("at least 30"), min=30, measure="killed_or_wounded"),),
        places=(Place(**_at("Ostrava Dol"), name="Ostrava Dol"), Place(**_at("Brenk"), name="Brenk")),
        units=(Unit(**_at("Averland's army"), name="Army"),),
        date=Date(
            **_at("May 2-3"), earliest=dt.date(2031, 5, 2), latest=dt.date(2031, 5, 3), precision="range"
        ),
        attributions=(army, hidden),
        verification=Verification(status="denied", by="Norvia"),
        claim_side="enemy_loss",
    )  # fmt: skip


def _withdrawal() -> Event:
    return Event(
        id="e2", type="deployment", trigger=Span(**_at("left")),
        sentence=Span(**_at("=Reportedly, dozens left.")),
        agents=(Party(code="NOR", **_at("Norvia")),),
        figures=(EventFigure(**_at("dozens"), min=24, measure="personnel"),),
        modality="possible",
    )  # fmt: skip


@pytest.fixture
def extraction() -> Extraction:
    """Two events: one with two attributions and every slot filled, one in the outlet's own voice."""
    army, hidden = _attributions()
    document = Document(
        id="k9-1", title="Heavy losses", outlet="Kanal 9", published=dt.date(2031, 5, 4),
        length=len(TEXT), sha256="0",
    )  # fmt: skip
    return Extraction(
        document=document, attributions=(army, hidden), events=(_casualties(army, hidden), _withdrawal())
    )
