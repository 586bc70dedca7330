"""From the working reading of a document to its frozen `Extraction`."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from kursk_ie.claims.events.finishing import finish_events
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.freezing import freeze
from kursk_ie.mentions.found import Found
from kursk_ie.results import SCHEMA_VERSION, Article, Attribution, Document, Extraction, Issue, Mention, Relay
from kursk_ie.text.sections import LEFT_OUT


def assemble(reading: Reading) -> Extraction:
    """Freeze a reading; the values are our own, so the models are built without validation."""
    statements = enumerate(reading.statements, start=1)
    attributions = tuple([_attribution(reading, told, f"a{number}") for number, told in statements])
    return freeze(
        Extraction,
        schema_version=SCHEMA_VERSION,
        document=_document(reading.article),
        mentions=_mentions(reading),
        attributions=attributions,
        events=finish_events(reading, attributions),
        issues=(*_left_out(reading), *_unanchored(reading), *reading.issues),
    )


def assemble_unread(article: Article, issue: Issue) -> Extraction:
    """What stands in for the result of an article that could not be read: its document, and the reason."""
    return Extraction.model_construct(document=_document(article), issues=(issue,))


def _document(article: Article) -> Document:
    digest = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return freeze(
        Document,
        id=article.id if article.id is not None else digest[:16],
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        length=len(article.text),
        sha256=digest,
        text=article.text if article.keep_text else None,
    )


def _mentions(reading: Reading) -> tuple[Mention, ...]:
    found: list[Found[Any]] = [*reading.places, *reading.units, *reading.figures, *reading.dates]
    mentions = [hit.mention for hit in found]
    if len(mentions) > 1:
        mentions.sort(key=lambda mention: (mention.start, mention.end))
    return tuple(mentions)


def _attribution(reading: Reading, statement: Statement, key: str) -> Attribution:
    tokens = reading.tokens
    relays = []
    for start, end in statement.via:
        first, last, text = tokens.stretch(start, end)
        relays.append(freeze(Relay, name=text, start=first, end=last, text=text))
    return freeze(
        Attribution,
        id=key,
        source=tokens.span(statement.source) if statement.source is not None else None,
        speaker=statement.speaker,
        speaker_kind=statement.kind,
        side=statement.side,
        cue=tokens.span(statement.cue),
        content=tokens.span(statement.content) if statement.content is not None else None,
        act=statement.act,
        quote=statement.quote,
        via=tuple(relays),
        rule=statement.rule,
    )


def _left_out(reading: Reading) -> list[Issue]:
    issues = []
    for section in reading.sections:
        if section.kind in LEFT_OUT:
            start, end, _ = reading.tokens.stretch(section.start, section.end)
            message = f"{section.kind}: not part of the article"
            issues.append(freeze(Issue, code="section-left-out", message=message, start=start, end=end))
    return issues


def _unanchored(reading: Reading) -> list[Issue]:
    if reading.article.published is not None:
        return []
    return [
        freeze(
            Issue,
            code="date-without-anchor",
            message=f"{hit.mention.text!r} needs the day of publication: pass published=",
            start=hit.mention.start,
            end=hit.mention.end,
        )
        for hit in reading.dates
        if hit.mention.earliest is None
    ]
