"""Extractions made by hand, so that a test of reconciling does not depend on the reading of a sentence."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import Any

from kursk_ie import (
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
    Verification,
)

DAY = dt.date(2024, 12, 14)
SPOTS: dict[str, tuple[float, float, str, str]] = {
    "Sudzha": (51.19, 35.27, "RUS", "Kursk Oblast"),
    "Zaoleshenka": (51.20, 35.25, "RUS", "Kursk Oblast"),
    "Rylsk": (51.57, 34.68, "RUS", "Kursk Oblast"),
    "Lviv": (49.84, 24.03, "UKR", "Lviv Oblast"),
}


def span(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


def place(name: str) -> Place:
    if name == "Kursk Oblast":
        return Place(
            start=0, end=1, text="x", name=name, gazetteer_id="t:kursk", latitude=51.67, longitude=35.97, country="RUS",
            admin1=name, feature="region", precision="region", resolved=True,
        )  # fmt: skip
    latitude, longitude, country, region = SPOTS[name]
    return Place(
        start=0, end=1, text="x", name=name, gazetteer_id=f"t:{name}", latitude=latitude, longitude=longitude,
        country=country, admin1=region, feature="settlement", precision="point", resolved=True,
    )  # fmt: skip


def figure(least: int | None, most: int | None, measure: str = "killed") -> EventFigure:
    return EventFigure(start=0, end=1, text=f"{least}", min=least, max=most, measure=measure)  # type: ignore[arg-type]


def said(speaker: str | None, act: str = "say", via: tuple[str, ...] = (), **fields: Any) -> Attribution:
    return Attribution(
        id="a1", source=span(speaker) if speaker else None, speaker=speaker, cue=span("said"), content=span("x"),
        act=act, rule="t", via=tuple(Relay(name=name, start=0, end=1, text=name) for name in via), **fields,
    )  # fmt: skip


def telling(
    id: str,
    *,
    type: str = "casualties",
    on: dt.date | None = DAY,
    until: dt.date | None = None,
    at: str | None = "Sudzha",
    whom: str | None = "PRK",
    figures: tuple[EventFigure, ...] = (),
    by: tuple[Attribution, ...] = (),
    published: dt.date | None = DAY + dt.timedelta(days=2),
    outlet: str | None = None,
    sentence: str | None = None,
    status: str = "none",
    checked_by: str | None = None,
    modality: str = "actual",
    others: tuple[Attribution, ...] = (),
    before_date: str = "",
) -> Extraction:
    """A document with one event."""
    words = f"{sentence or f'Report {id} tells of it'} {before_date} x"
    at_date = len(words) - 1
    event = Event(
        id="e1", type=type, trigger=span("x"), sentence=span(words), figures=figures,  # type: ignore[arg-type]
        targets=(Party(code=whom, text="x", start=0, end=1),) if whom else (),
        places=(place(at),) if at else (),
        date=Date(start=at_date, end=at_date + 1, text="x", earliest=on, latest=until or on) if on else None,
        attributions=by, verification=Verification(status=status, by=checked_by),  # type: ignore[arg-type]
        modality=modality,  # type: ignore[arg-type]
    )  # fmt: skip
    document = Document(
        id=id,
        outlet=outlet,
        published=published,
        length=len(words),
        sha256=sha256(f"{id}{words}".encode()).hexdigest(),
    )
    return Extraction(document=document, attributions=(*by, *others), events=(event,))
