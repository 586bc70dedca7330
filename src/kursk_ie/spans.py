"""Spans of a text, and the mentions that are more than a span: places, units, figures, dates."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from kursk_ie.frozen import Frozen

Number = int | float
Feature = Literal["settlement", "district", "region", "country", "water", "facility", "other"]
PlacePrecision = Literal["point", "district", "region", "country", "none"]
DatePrecision = Literal["day", "range", "week", "month", "season", "year"]


class Span(Frozen):
    """A stretch of the text: ``text[start:end]``, in code points.

    Attributes:
        start: offset of its first code point.
        end: offset after its last code point.
        text: the words themselves.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Place(Span):
    """A named place used as a location.

    Attributes:
        label: the kind of mention.
        name: canonical name; the surface itself where the place is not resolved.
        gazetteer_id: id of the gazetteer row, such as ``gn:485239``.
        latitude: degrees north, WGS 84.
        longitude: degrees east, WGS 84.
        country: ISO 3166-1 alpha-3.
        admin1: name of the first-level region.
        feature: what kind of place it is.
        precision: how much ground the coordinates stand for; ``none`` without coordinates.
        resolved: whether the name was tied to one gazetteer row.
    """

    label: Literal["PLACE"] = "PLACE"
    name: str
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: Feature = "other"
    precision: PlacePrecision = "none"
    resolved: bool = False


class Unit(Span):
    """A military unit or formation by number or proper name.

    Attributes:
        label: the kind of mention.
        name: canonical name, one for all spellings.
        number: ``94`` for *94th separate brigade*, as written without its ending.
        branch: arm of service, such as ``marine`` or ``airborne``.
        echelon: ``brigade``, ``corps``, ``battalion``…
        side: code of the side it fights for (ISO 3166-1 alpha-3, or a short upper-case name).
    """

    label: Literal["UNIT"] = "UNIT"
    name: str
    number: str | None = None
    branch: str | None = None
    echelon: str | None = None
    side: str | None = None


class Figure(Span):
    """A quantity with its bounds.

    Attributes:
        label: the kind of mention.
        min: lower bound, inclusive; ``None`` is open.
        max: upper bound, inclusive; ``None`` is open (*at least 30* is 30..None).
        approx: whether the text says *about, some, nearly…*
        noun: what is counted, in the text's words.
    """

    label: Literal["FIGURE"] = "FIGURE"
    min: Number | None = None
    max: Number | None = None
    approx: bool = False
    noun: str | None = None


class Date(Span):
    """An expression that names a day, days, week, month, season or year on the calendar.

    Attributes:
        label: the kind of mention.
        earliest: first day; ``None`` where nothing anchors the expression.
        latest: last day, inclusive; ``None`` likewise.
        precision: what the expression names.
    """

    label: Literal["DATE"] = "DATE"
    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: DatePrecision = "day"


Mention = Annotated[Place | Unit | Figure | Date, Field(discriminator="label")]
