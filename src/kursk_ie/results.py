"""What an extraction returns: frozen, picklable models, equal by value, that round-trip through JSON.

Offsets everywhere are code points into the text exactly as it was given, end exclusive, so that
``text[span.start:span.end] == span.text`` for every span of every result.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import Self

from kursk_ie.geojson import Feature as MapFeature
from kursk_ie.geojson import FeatureCollection, feature

SCHEMA_VERSION = "1.0"

Number = int | float
Feature = Literal["settlement", "district", "region", "country", "water", "facility", "other"]
PlacePrecision = Literal["point", "district", "region", "country", "none"]
DatePrecision = Literal["day", "range", "week", "month", "season", "year"]
Measure = Literal[
    "killed", "wounded", "killed_or_wounded", "casualties", "missing", "captured", "exchanged", "personnel",
    "equipment", "area_km2", "distance_km", "settlements", "displaced", "entities", "percent", "munitions",
]  # fmt: skip
SpeakerKind = Literal[
    "government", "military", "intelligence", "official", "media", "analyst", "organisation", "person",
    "anonymous", "unknown",
]  # fmt: skip
Act = Literal[
    "say", "claim", "report", "estimate", "confirm", "deny", "allege", "decline", "warn", "accuse"
]  # fmt: skip
Quote = Literal["direct", "mixed", "indirect"]
EventType = Literal[
    "casualties", "combat", "strike", "deployment", "strength", "territory", "prisoners", "equipment_loss",
    "sanction", "displacement",
]  # fmt: skip
Status = Literal["unverified", "no_evidence", "confirmed", "denied", "disputed", "declined", "none"]
Modality = Literal["actual", "possible", "future", "negated"]
ClaimSide = Literal["own_loss", "enemy_loss", "third_party", "none"]


_new = object.__new__
_set = object.__setattr__  # the models themselves are frozen


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    _plan: ClassVar[tuple[dict[str, Any], frozenset[str], int]]  # defaults, the fields that have none, all

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        fields = cls.model_fields
        needed = frozenset(
            name for name, field in fields.items() if field.is_required() or field.default_factory
        )
        cls._plan = {name: field.default for name, field in fields.items()}, needed, len(fields)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A model of trusted values, unchecked: pydantic's own method in a fifth of its time.

        The library reads its results from the text itself and makes some dozens of them for a short article. Defaults
        are shared, for they are frozen or immutable. What the fast way does not know is left to pydantic.
        """
        blank, needed, size = cls._plan
        filled = {**blank, **values}
        if _fields_set is not None or len(filled) != size or not needed.issubset(values):
            return super().model_construct(_fields_set, **values)
        model = _new(cls)
        _set(model, "__dict__", filled)
        _set(model, "__pydantic_fields_set__", set(values))
        _set(model, "__pydantic_extra__", None)
        _set(model, "__pydantic_private__", None)
        return model


class Span(_Frozen):
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


class Relay(_Frozen):
    """Somebody who passed a statement on; ``start``, ``end`` and ``text`` ground the name.

    Attributes:
        name: canonical or fullest name.
        start: offset where the text names it.
        end: offset after that.
        text: the words that name it.
    """

    name: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Attribution(_Frozen):
    """One statement that the text attributes to somebody.

    Attributes:
        id: unique in the document, in text order: ``a1``, ``a2``…
        source: who speaks, as the text has it; ``None`` where the text hides it (*reportedly*).
        speaker: fullest name of the source in the text or its canonical name, also for a pronoun.
        speaker_kind: what the speaker is.
        side: code of the side the speaker belongs to.
        cue: the words that signal the statement.
        content: what is attributed, within that sentence or quotation; ``None`` for a refusal to comment.
        act: what the speaker does by it.
        quote: whether the content stands in quotation marks whole, in part, or not.
        via: those who passed it on, nearest first.
        rule: id of the grammar rule that found it.
    """

    id: str
    source: Span | None
    speaker: str | None
    speaker_kind: SpeakerKind = "unknown"
    side: str | None = None
    cue: Span
    content: Span | None
    act: Act
    quote: Quote = "indirect"
    via: tuple[Relay, ...] = ()
    rule: str


class Party(_Frozen):
    """A side that acts in an event or suffers it, with the words that name it.

    Attributes:
        code: ISO 3166-1 alpha-3 for a state and its forces, a short upper-case name for a non-state side.
        text: the words that name it.
        start: offset where they begin.
        end: offset after them.
    """

    code: str
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class EventFigure(Figure):
    """A figure bound to an event; ``measure`` says what it counts there.

    Attributes:
        measure: what it counts.
    """

    measure: Measure


class Verification(_Frozen):
    """What the text says of an event's truth.

    Attributes:
        status: the first that holds of denied, disputed, confirmed, no_evidence, unverified, declined; else none.
        by: who could not verify, confirmed, denied…; ``None`` where the text does not say.
        evidence: the spans that say so.
    """

    status: Status = "none"
    by: str | None = None
    evidence: tuple[Span, ...] = ()


class AcledCode(_Frozen):
    """Event and sub-event type of the ACLED codebook.

    Attributes:
        event_type: such as ``Battles``.
        sub_event_type: such as ``Armed clash``.
    """

    event_type: str
    sub_event_type: str | None = None


class Codes(_Frozen):
    """Codes of the event in the classifications of the field; ``None`` where they have none for it.

    Attributes:
        acled: of ACLED.
        plover: event type of PLOVER, such as ``ASSAULT``.
    """

    acled: AcledCode | None = None
    plover: str | None = None


class Event(_Frozen):
    """One thing that is said to have happened, to be so, or to be about to.

    Attributes:
        id: unique in the document, in text order: ``e1``, ``e2``…
        type: what kind of event.
        trigger: the words that tell the type.
        sentence: the sentence the trigger stands in.
        agents: who did it.
        targets: to whom.
        figures: quantities that belong to it, each with its measure.
        places: where.
        units: which units took part.
        date: when.
        attributions: the statements that tell it, whole.
        verification: what the text says of its truth.
        modality: whether it is told as fact, possible, future or negated.
        claim_side: the speaker's side against the target's.
        codes: the event in other classifications.
        rules: ids of the rules that fired, in order.
    """

    id: str
    type: EventType
    trigger: Span
    sentence: Span
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    figures: tuple[EventFigure, ...] = ()
    places: tuple[Place, ...] = ()
    units: tuple[Unit, ...] = ()
    date: Date | None = None
    attributions: tuple[Attribution, ...] = ()
    verification: Verification = Verification()
    modality: Modality = "actual"
    claim_side: ClaimSide = "none"
    codes: Codes = Codes()
    rules: tuple[str, ...] = ()


class Issue(_Frozen):
    """Something that could not be done for this document, or was left out of it.

    Attributes:
        code: short stable name, such as ``date-without-anchor``.
        message: what it was, in a sentence.
        start: offset of the stretch it concerns; ``None`` where it concerns the document.
        end: offset after that stretch.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Article(_Frozen):
    """An article to read; only ``text`` is needed.

    Attributes:
        text: the article, any length; offsets of the result point into it.
        published: day of publication; anchors relative dates.
        outlet: who published it, such as ``Reuters``.
        title: as the outlet gives it; it is carried, not read.
        url: likewise.
        id: the caller's key; the first sixteen digits of the text's SHA-256 where none is given.
        keep_text: whether the result holds the text, so that its offsets can be read without the article.
    """

    text: str
    published: dt.date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    keep_text: bool = False


class Document(_Frozen):
    """What is known of the document itself; ``length`` in code points, ``sha256`` of its UTF-8 form.

    Attributes:
        id: the caller's key; the first sixteen digits of ``sha256`` where none was given.
        title: as given.
        outlet: who published it.
        url: as given.
        published: day of publication.
        length: of the text, in code points.
        sha256: of the text in UTF-8, as hexadecimal digits.
        text: the article's text where ``keep_text`` asked for it, or where the article was an HTML page.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: dt.date | None = None
    length: int = Field(ge=0)
    sha256: str
    text: str | None = None


class Extraction(_Frozen):
    """All that was read from one document.

    Attributes:
        schema_version: of the form of this result.
        document: what is known of the document itself.
        mentions: places, units, figures and dates, in text order.
        attributions: who says what, in text order.
        events: what is said to have happened, in text order.
        issues: what was left out or could not be done.
    """

    schema_version: str = SCHEMA_VERSION
    document: Document
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()

    def to_geojson(self) -> FeatureCollection:
        """The places and events as GeoJSON (RFC 7946): ``json.dump`` it, and QGIS and geojson.io open it.

        Each located place is a Point, its ``kind`` *place*; each event a Point or MultiPoint at its located places, its
        ``kind`` *event*, with a null geometry where none is located. Properties are flat; several values are joined
        by ``; ``.
        """
        located: dict[tuple[float, float, str], list[Place]] = {}
        for mention in self.mentions:
            if isinstance(mention, Place) and mention.latitude is not None and mention.longitude is not None:
                located.setdefault((mention.latitude, mention.longitude, mention.name), []).append(mention)
        places = [_place_feature(spot, mentions) for spot, mentions in located.items()]
        return {"type": "FeatureCollection", "features": [*places, *map(_event_feature, self.events)]}


def _place_feature(spot: tuple[float, float, str], mentions: list[Place]) -> MapFeature:
    place = mentions[0]
    properties = {
        "kind": "place",
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "feature": place.feature,
        "precision": place.precision,
        "mentions": len(mentions),
        "texts": _joined(mention.text for mention in mentions),
    }
    return feature(place.gazetteer_id or place.name, [spot[:2]], properties)


def _event_feature(event: Event) -> MapFeature:
    spots = [
        (place.latitude, place.longitude)
        for place in event.places
        if place.latitude is not None and place.longitude is not None
    ]
    date = event.date
    properties = {
        "kind": "event",
        "type": event.type,
        "trigger": event.trigger.text,
        "sentence": event.sentence.text,
        "agents": _joined(party.code for party in event.agents),
        "targets": _joined(party.code for party in event.targets),
        "figures": _joined(f"{figure.text} {figure.measure}" for figure in event.figures),
        "places": _joined(place.name for place in event.places),
        "units": _joined(unit.name for unit in event.units),
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "speakers": _joined(attribution.speaker or "" for attribution in event.attributions),
        "verification": event.verification.status,
        "modality": event.modality,
    }
    return feature(event.id, list(dict.fromkeys(spots)), properties)


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None
