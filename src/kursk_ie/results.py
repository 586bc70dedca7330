"""What an extraction returns: frozen, picklable models, equal by value, that round-trip through JSON.

Offsets everywhere are code points into the text exactly as it was given, end exclusive, so that
``text[span.start:span.end] == span.text`` for every span of every result.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from kursk_ie.extraction_map import map_of
from kursk_ie.frozen import Frozen
from kursk_ie.geojson import FeatureCollection
from kursk_ie.spans import Date as Date
from kursk_ie.spans import DatePrecision as DatePrecision
from kursk_ie.spans import Feature as Feature
from kursk_ie.spans import Figure as Figure
from kursk_ie.spans import Mention as Mention
from kursk_ie.spans import Number as Number
from kursk_ie.spans import Place as Place
from kursk_ie.spans import PlacePrecision as PlacePrecision
from kursk_ie.spans import Span as Span
from kursk_ie.spans import Unit as Unit

SCHEMA_VERSION = "1.0"

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


class Relay(Frozen):
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


class Attribution(Frozen):
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


class Party(Frozen):
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


class Verification(Frozen):
    """What the text says of an event's truth.

    Attributes:
        status: the first that holds of denied, disputed, confirmed, no_evidence, unverified, declined; else none.
        by: who could not verify, confirmed, denied…; ``None`` where the text does not say.
        evidence: the spans that say so.
    """

    status: Status = "none"
    by: str | None = None
    evidence: tuple[Span, ...] = ()


class AcledCode(Frozen):
    """Event and sub-event type of the ACLED codebook.

    Attributes:
        event_type: such as ``Battles``.
        sub_event_type: such as ``Armed clash``.
    """

    event_type: str
    sub_event_type: str | None = None


class Codes(Frozen):
    """Codes of the event in the classifications of the field; ``None`` where they have none for it.

    Attributes:
        acled: of ACLED.
        plover: event type of PLOVER, such as ``ASSAULT``.
    """

    acled: AcledCode | None = None
    plover: str | None = None


class Event(Frozen):
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


class Issue(Frozen):
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


class Article(Frozen):
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


class Document(Frozen):
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


class Extraction(Frozen):
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
        return map_of(self)
