"""One event of one document, reduced to what reconciling compares and what the ledger keeps."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256
from sys import intern
from typing import Literal, NamedTuple

from kursk_ie.incidents.model import Model
from kursk_ie.incidents.results import Count
from kursk_ie.incidents.speakers import Speaker, speaker_of
from kursk_ie.results import Act, Event, EventFigure, Extraction, Modality, Number, Place, Status

Figure = tuple[str, Number | None, Number | None]
"""Measure and bounds of a figure, as they are compared."""

Role = Literal["new", "former", "only"]
"""Where a figure stands in a change that its sentence tells: *raised from 63* (former) *to 89* (new)."""

_BROAD_DAYS = 10  # a month or a season is no day of an incident
_REALMS = {"actual": "told", "possible": "told", "future": "future", "negated": "negated"}
_SAME_MEASURE = {"casualties": "killed_or_wounded"}
_OWN_FORCES = ("strength", "deployment", "territory")
_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")


class Spot(NamedTuple):
    """A place as it is compared; ``key`` is its gazetteer id, or its name in lower case."""

    key: str
    kind: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None


@dataclass(frozen=True, slots=True)
class Features:
    """All that is compared; tellings with equal features are one node of the matching.

    Attributes:
        family: type of event, and whether it is told as happened, to come or negated.
        first, last: ordinals of the days it may mean; ``None`` where nothing is known.
        dated: whether the text tells the days; else they are those before publication.
        total: whether the figures are a running total. broad: whether the days are a month, a season…
        whom: codes of the side that it befalls, or whose forces or strength it is about.
        who: codes of the other side.
    """

    family: tuple[str, str]
    first: int | None
    last: int | None
    dated: bool
    total: bool
    spots: tuple[Spot, ...]
    who: frozenset[str]
    whom: frozenset[str]
    figures: tuple[Figure, ...]
    units: frozenset[str]
    subjects: frozenset[str]
    speakers: frozenset[str]
    words: frozenset[str]
    broad: bool = field(init=False)

    def __post_init__(self) -> None:
        spread = (self.last or 0) - (self.first or 0)
        object.__setattr__(self, "broad", self.dated and spread > _BROAD_DAYS)

    def order(self) -> tuple[object, ...]:
        """A key that sorts nodes the same way in every process."""
        sets = (self.who, self.whom, self.units, self.subjects, self.speakers, self.words)
        return (
            self.first or 0, self.last or 0, self.family, self.dated, self.total,
            [[str(part) for part in spot] for spot in self.spots], [str(figure) for figure in self.figures],
            *(sorted(part) for part in sets),
        )  # fmt: skip

    def digest(self) -> str:
        """A short name of the node, the same in every process."""
        return sha256(repr(self.order()).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who tells it: the source and how, or nobody where the outlet tells it in its own voice."""

    speaker: Speaker | None
    act: Act | None
    via: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody of the document who does not comment on its story, or could not verify it."""

    speaker: Speaker
    could_not_verify: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A telling: one event of one document.

    Attributes:
        document, event: their ids.
        roles: for each figure, where it stands in a change that the sentence tells.
    """

    document: str
    event: str
    outlet: str | None
    published: dt.date | None
    sentence: str
    modality: Modality
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[Count, ...]
    roles: tuple[Role, ...]
    places: tuple[Place, ...]
    units: tuple[str, ...]
    statements: tuple[Statement, ...]
    status: Status
    by: str | None
    refusals: tuple[Refusal, ...]
    features: Features

    @property
    def key(self) -> str:
        """``document#event``."""
        return f"{self.document}#{self.event}"

    @property
    def number(self) -> int:
        """The event's place in its document."""
        return int(self.event[1:] or 0)

    @property
    def age(self) -> tuple[dt.date, str, int, str]:
        """Sorts tellings by publication, then by document and event; those without a day come last."""
        return self.published or dt.date.max, self.document, self.number, self.event


def records_of(extraction: Extraction, model: Model) -> list[Record]:
    """The tellings of a document, in text order.

    Who declines to comment is often asked about the story as a whole, in a sentence that tells no event: these refusals
    belong to the document's first event, its headline or opening.
    """
    bound = {attribution.id for event in extraction.events for attribution in event.attributions}
    refusals = []
    for attribution in extraction.attributions:
        speaker = speaker_of(attribution) if attribution.act == "decline" else None
        if speaker is not None and attribution.id not in bound:
            refusals.append(Refusal(speaker, "verif" in attribution.cue.text.lower()))
    return [
        _record(extraction, event, tuple(refusals) if number == 0 else (), model)
        for number, event in enumerate(extraction.events)
    ]


def _record(extraction: Extraction, event: Event, refusals: tuple[Refusal, ...], model: Model) -> Record:
    document = extraction.document
    counts = tuple(
        Count.model_construct(
            min=figure.min, max=figure.max, approx=figure.approx, measure=figure.measure, noun=figure.noun,
            text=figure.text,
        )
        for figure in event.figures
    )  # fmt: skip
    statements = tuple(
        Statement(speaker_of(a), a.act, tuple(relay.name for relay in a.via), hidden=a.source is None)
        for a in event.attributions
    )
    return Record(
        document=document.id,
        event=event.id,
        outlet=document.outlet,
        published=document.published,
        sentence=event.sentence.text,
        modality=event.modality,
        agents=tuple(party.code for party in event.agents),
        targets=tuple(party.code for party in event.targets),
        figures=counts,
        roles=tuple(_role(event, figure, model) for figure in event.figures),
        places=event.places,
        units=tuple(unit.name for unit in event.units),
        statements=statements or (Statement(None, None),),
        status=event.verification.status,
        by=event.verification.by,
        refusals=refusals,
        features=_features(event, document.published, statements, model),
    )


def _features(
    event: Event, published: dt.date | None, statements: tuple[Statement, ...], model: Model
) -> Features:
    first, last, dated = _days(event, published, model.windows[event.type])
    text = event.sentence.text
    who, whom = (_codes(tuple(party.code for party in parties)) for parties in (event.agents, event.targets))
    return Features(
        (event.type, _REALMS[event.modality]),
        first,
        last,
        dated,
        _is_total(event, model),
        tuple(sorted({_spot(place) for place in event.places}, key=lambda spot: spot.key)),
        whom if event.type in _OWN_FORCES else who,
        who if event.type in _OWN_FORCES else whom,
        tuple(
            sorted({(_SAME_MEASURE.get(f.measure, f.measure), f.min, f.max) for f in event.figures}, key=str)
        ),
        frozenset(unit.name for unit in event.units),
        subjects_of(text, model),
        frozenset(s.speaker.name for s in statements if s.speaker is not None),
        words_of(text, model),
    )


def _role(event: Event, figure: EventFigure, model: Model) -> Role:
    before = event.sentence.text[: max(0, figure.start - event.sentence.start)]
    if model.revised_from.search(before):
        return "former"
    return "new" if model.revised_to.search(before) else "only"


@cache
def _codes(codes: tuple[str, ...]) -> frozenset[str]:
    """One object for all tellings with these sides."""
    return frozenset(codes)


def _days(event: Event, published: dt.date | None, window: int) -> tuple[int | None, int | None, bool]:
    date = event.date
    if date is not None and date.earliest is not None and date.latest is not None:
        return date.earliest.toordinal(), date.latest.toordinal(), True
    if published is None:
        return None, None, False
    return published.toordinal() - window, published.toordinal(), False


def _is_total(event: Event, model: Model) -> bool:
    """Whether the event's figures add up over time: *over 3,000 since December*."""
    if not event.figures:
        return False
    text = event.sentence.text
    if model.total_any.search(text):
        return True
    if event.date is None or not event.sentence.start <= event.date.start < event.sentence.end:
        return False
    return model.total_before.search(text[: event.date.start - event.sentence.start]) is not None


def _spot(place: Place) -> Spot:
    kind = place.precision
    if place.feature == "country":
        kind = "country"
    elif place.feature in ("region", "district"):
        kind = "region"
    elif not place.resolved:
        kind = "none"
    return Spot(
        place.gazetteer_id or place.name.lower(), kind, place.latitude, place.longitude, place.country,
        place.name if place.feature == "region" else place.admin1,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def subjects_of(text: str, model: Model) -> frozenset[str]:
    """What is hit or fought over, as far as the table of subjects knows it."""
    return frozenset(
        model.subjects[hit.lower()] for hit in model.subject_pattern.findall(text.replace("’", "'"))
    )


@lru_cache(maxsize=4096)
def words_of(text: str, model: Model) -> frozenset[str]:
    """The words of four letters or more, in lower case, without those of every report of war."""
    return frozenset(map(intern, _WORD.findall(text.lower().replace("’", "'")))) - model.common
