"""Gold: what people say that an article tells, one JSON object a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from kursk_ie.errors import FileError
from kursk_ie.results import Act, EventType, Modality, Number, Span, Status

Days = tuple[dt.date | None, dt.date | None]


class _Gold(BaseModel):
    """Annotators add fields of their own (*stratum*, *note*): they stay unread."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldMention(_Gold):
    """A mention; figures have bounds, dates have days."""

    label: str
    start: int
    end: int
    text: str
    min: Number | None = None
    max: Number | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None


class GoldAttribution(_Gold):
    """A statement; ``resolved`` is whom a pronoun or short form means."""

    source: Span | None
    cue: Span | None
    content: Span | None
    act: Act
    via: tuple[str, ...] = ()
    resolved: str | None = None


class GoldFigure(_Gold):
    """A figure of an event and what it counts."""

    min: Number | None
    max: Number | None
    measure: str | None


class GoldEvent(_Gold):
    """An event: sides are codes; places, units and sources are words of the text."""

    type: EventType
    trigger: Span
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    date: Days | None = None
    sources: tuple[str, ...] = ()
    verification: Status = "none"
    modality: Modality = "actual"


class GoldArticle(_Gold):
    """All that one article tells; ``text`` is ``None`` where it may not be passed on."""

    id: str
    text: str | None
    published: dt.date | None = None
    outlet: str | None = None
    mentions: tuple[GoldMention, ...] = ()
    attributions: tuple[GoldAttribution, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file, those without a text too.

    Raises:
        FileError: the file cannot be read, a line is no gold, or a span is not what its offsets hold.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _article(line, f"{path}, line {number}")
    except OSError as error:
        raise FileError("gold-unreadable", f"cannot read {path}: {error.strerror}; check the path") from error
    except UnicodeDecodeError as error:
        raise FileError("gold-unreadable", f"{path} is not UTF-8: save it as UTF-8") from error


def _article(line: str, place: str) -> GoldArticle:
    try:
        article = GoldArticle.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        raise FileError(
            "not-gold", f"{place}: {where}: {first['msg']}; docs/accuracy.md tells the form"
        ) from error
    for span in _spans(article) if article.text is not None else ():
        if article.text is not None and article.text[span.start : span.end] != span.text:
            raise FileError(
                "gold-offsets",
                f"{place}: the text from {span.start} to {span.end} is "
                f"{article.text[span.start : span.end]!r}, not {span.text!r}: mend the offsets",
            )
    return article


def _spans(article: GoldArticle) -> Iterator[Span | GoldMention]:
    yield from article.mentions
    for attribution in article.attributions:
        spans = (attribution.source, attribution.cue, attribution.content)
        yield from (span for span in spans if span is not None)
    yield from (event.trigger for event in article.events)
