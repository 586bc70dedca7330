"""What reconciling returns: frozen, picklable models, equal by value, that round-trip through JSON.

An incident holds what every source says of it side by side. Nothing is averaged, summed or chosen.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from kursk_ie.frozen import Frozen
from kursk_ie.results import (
    Act,
    EventType,
    Feature,
    Measure,
    Modality,
    Number,
    PlacePrecision,
    SpeakerKind,
    Status,
)

INCIDENT_SCHEMA_VERSION = "1.0"

Agreement = Literal["single", "agreed", "range", "conflicting"]
Stance = Literal["claims", "confirms", "denies", "disputes", "declines", "cannot_verify", "no_evidence"]
OriginBasis = Literal["speaker", "text", "outlet", "document"]


class Period(Frozen):
    """First and last day, inclusive; ``None`` where no report tells it.

    Attributes:
        earliest: the first day.
        latest: the last day.
        basis: ``told`` where reports name the days, ``published`` where only the days of publication are known.
        total: whether it is a running total, as in *since December*, rather than the days of one incident.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    basis: Literal["told", "published", "none"] = "none"
    total: bool = False


class Site(Frozen):
    """Where it happened, as the gazetteer has it.

    Attributes:
        name: canonical name; the surface itself where the place is not resolved.
        gazetteer_id: id of the gazetteer row; ``None`` where not resolved.
        latitude: degrees north, WGS 84.
        longitude: degrees east, WGS 84.
        country: ISO 3166-1 alpha-3.
        admin1: name of the first-level region.
        feature: what kind of place it is.
        precision: how much ground the coordinates stand for.
        resolved: whether the name was tied to one gazetteer row.
        documents: how many documents name it for this incident.
    """

    name: str
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: Feature = "other"
    precision: PlacePrecision = "none"
    resolved: bool = False
    documents: int = Field(ge=1)


class Sides(Frozen):
    """Codes of who did it and to whom, as the reports say; sorted.

    Attributes:
        agents: who did it.
        targets: to whom.
    """

    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


class Count(Frozen):
    """A figure apart from any one text.

    Attributes:
        min: lower bound, inclusive; ``None`` is open.
        max: upper bound, inclusive; ``None`` is open.
        approx: whether it is told as *about, some, nearly…*
        measure: what it counts.
        noun: what is counted, in the words of the first report.
        text: the figure in the words of the first report.
    """

    min: Number | None = None
    max: Number | None = None
    approx: bool = False
    measure: Measure
    noun: str | None = None
    text: str


class Verdict(Frozen):
    """What the reports of a claim say of its truth: the first status that holds, and who is named for it.

    Attributes:
        status: as in `Verification`.
        by: who could not verify, confirmed, denied…
    """

    status: Status = "none"
    by: tuple[str, ...] = ()


class Claim(Frozen):
    """One row of the ledger: one source and one figure, or one source that gives none.

    Attributes:
        id: unique in the incident: ``c1``, ``c2``… by first sight.
        speaker: the source, one name for all spellings; ``None`` where the text hides it or the outlet itself tells it.
        kind: what the source is.
        side: code of the side it belongs to.
        figure: what it says; ``None`` where it tells the incident without a figure.
        verification: what the reports of this claim say of its truth.
        act: what the source does by it; the strongest where reports differ; ``None`` in the outlet's own voice.
        modality: whether it is told as fact, possible, future or negated.
        published: days on which documents told it, in order.
        first_seen: the first of these; ``None`` where no document has a day.
        documents: ids of the documents that tell it, in order of publication.
        outlets: who published these, in order, each once.
        via: who passed it on, sorted.
        origin: id of the origin it goes back to.
    """

    id: str
    speaker: str | None
    kind: SpeakerKind = "unknown"
    side: str | None = None
    figure: Count | None = None
    verification: Verdict = Verdict()
    act: Act | None = None
    modality: Modality = "actual"
    published: tuple[dt.date, ...] = ()
    first_seen: dt.date | None = None
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    origin: str


class Step(Frozen):
    """A figure and the day it was first told.

    Attributes:
        first_seen: that day; ``None`` where no document has one.
        figure: what was told.
        claim: id of the claim it stands in.
    """

    first_seen: dt.date | None
    figure: Count
    claim: str


class Revision(Frozen):
    """How a figure for one measure changed: two steps or more, in order.

    Either one source gave different figures on different days, or a text tells the change (*HUR said this number had
    risen to 11,000*); then the first step may be the figure of another source, whom its claim names.

    Attributes:
        speaker: the source of the last step, one name for all spellings; ``None`` where an outlet tells it itself.
        measure: what the figures count.
        steps: the figures, the earliest first.
    """

    speaker: str | None
    measure: Measure
    steps: tuple[Step, ...]


class Position(Frozen):
    """Where somebody stands towards the incident, over all reports.

    Attributes:
        speaker: who; one name for all spellings.
        stance: what they do: claim, confirm, deny, dispute, decline, could not verify, gave no evidence.
        documents: ids of the documents that say so.
        first_seen: the first of their days.
    """

    speaker: str
    stance: Stance
    documents: tuple[str, ...]
    first_seen: dt.date | None = None


class Origin(Frozen):
    """Where claims come from, echoes counted once.

    Attributes:
        id: unique in the incident: ``o1``, ``o2``…
        name: the source; the first outlet where nobody else is named; ``None`` where not even that is known.
        basis: what makes its reports one origin: the named speaker, the same text, the outlet, or a document alone.
        documents: ids of the documents that echo it.
        outlets: who published these.
    """

    id: str
    name: str | None
    basis: OriginBasis
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()


class Telling(Frozen):
    """An event of a document that tells the incident, and its sentence.

    Attributes:
        document: id of the document.
        event: id of the event in it.
        outlet: who published it.
        published: on which day.
        sentence: the sentence of the event, in words.
    """

    document: str
    event: str
    outlet: str | None = None
    published: dt.date | None = None
    sentence: str


class Level(Frozen):
    """The level that a comparison of two tellings reached, and its weight.

    Attributes:
        comparison: what was compared, such as ``place``.
        level: how near the two are there, such as ``same``.
        weight: what that adds to the score.
    """

    comparison: str
    level: str
    weight: int


class Match(Frozen):
    """Why two tellings are one incident: the level of every comparison, and the sum of the weights.

    Attributes:
        one: a telling, as ``document#event``.
        other: the other telling, likewise.
        score: the sum of the weights.
        levels: the level of every comparison.
    """

    one: str
    other: str
    score: int
    levels: tuple[Level, ...]


class Incident(Frozen):
    """What happened once, with everything that the reports say of it.

    Attributes:
        schema_version: of the form of an incident.
        id: the same for the same reports in any order.
        type: what kind of event.
        modality: the most certain that a report tells.
        date: when.
        places: where, the most often named first.
        sides: who did it and to whom.
        units: which units, sorted.
        claims: one row for each source and figure, by first sight.
        revisions: how figures changed, over time or as a text tells it.
        agreement: of the figures: one source alone, all the same, bounds that overlap, or figures that cannot all hold.
        status: what all reports together say of its truth: the first of denied, disputed, confirmed, no_evidence,
            unverified, declined that a report has; else none.
        positions: who claims, confirms, denies, declines, could not verify.
        independent_sources: number of origins, echoes counted once.
        origins: these origins.
        reports: ids of all documents that tell it, in order of publication.
        tellings: the events that tell it, in the same order.
        matches: why the tellings are one incident: one match fewer than there are different tellings.
    """

    schema_version: str = INCIDENT_SCHEMA_VERSION
    id: str
    type: EventType
    modality: Modality = "actual"
    date: Period = Period()
    places: tuple[Site, ...] = ()
    sides: Sides = Sides()
    units: tuple[str, ...] = ()
    claims: tuple[Claim, ...]
    revisions: tuple[Revision, ...] = ()
    agreement: Agreement
    status: Status = "none"
    positions: tuple[Position, ...] = ()
    independent_sources: int = Field(ge=1)
    origins: tuple[Origin, ...]
    reports: tuple[str, ...]
    tellings: tuple[Telling, ...]
    matches: tuple[Match, ...] = ()
