"""One article of a page: its head, its text with the marks, its claims, and the records that its cards show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from kursk_ie.files.event_cells import how_many, speaker, status, what, when, where, who, whom, words
from kursk_ie.results import Attribution, Document, Event, Extraction
from kursk_ie.views.fragments import pieces, whole
from kursk_ie.views.marking import escaped, marked
from kursk_ie.views.marks import marks_of, related_keys, statements_alone
from kursk_ie.views.records import records_of

_NO_TEXT = "The text of this article is not at hand: these are the pieces that its extraction holds."


def as_json(value: object) -> str:
    """JSON that may stand in a script element: it holds no ``<``, so that nothing in it ends the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def heading(document: Document) -> str:
    """The article's title, or what else names it."""
    return " ".join((document.title or document.id).split())


def article(number: int, extraction: Extraction, text: str | None) -> str:
    """The article as HTML; ``text`` is ``None`` where only the extraction is known."""
    marks = marks_of(extraction)
    document = extraction.document
    records = {
        "marks": [[mark.label, list(mark.keys)] for mark in marks],
        "records": records_of(extraction),
        "related": related_keys(extraction),
    }
    notice = "" if text is not None else f'<p class="notice">{_NO_TEXT}</p>'
    body = marked(pieces(marks) if text is None else whole(text), marks)
    return (
        f'<article data-article="{number}"><header><h2 tabindex="-1">{escaped(heading(document))}</h2>'
        f'<p class="meta">{_meta(document)}</p>{notice}</header>'
        f'<div class="columns"><div class="text">{body}</div>'
        f'<div class="claims">{"".join(_claims(extraction))}</div></div>'
        f'<script type="application/json" class="records">{as_json(records)}</script></article>'
    )


def _meta(document: Document) -> str:
    published = document.published.isoformat() if document.published else ""
    parts = [
        escaped(document.outlet or ""),
        f'<time datetime="{published}">{published}</time>' if published else "",
        escaped(document.id) if document.title else "",
        _link(document.url),
    ]
    return " · ".join(filter(None, parts))


def _link(url: str | None) -> str:
    """A link to the article; only the web's own schemes, so that no address runs as a script."""
    try:
        known = url is not None and urlsplit(url).scheme.lower() in ("http", "https")
    except ValueError:
        known = False
    return (
        f'<a href="{escaped(url or "")}" rel="noopener noreferrer" target="_blank">source</a>'
        if known
        else ""
    )


def _claims(extraction: Extraction) -> Iterator[str]:
    events = extraction.events
    yield f"<h3>Claims <span class=count>{len(events)}</span></h3>"
    if events:
        yield "<ol>" + "".join(_claim(f"e{n}", event) for n, event in enumerate(events)) + "</ol>"
    else:
        yield "<p>No event is told.</p>"
    alone = statements_alone(extraction)
    if alone:
        yield f"<h3>Other statements <span class=count>{len(alone)}</span></h3>"
        yield "<ol>" + "".join(_statement(key, attribution) for key, attribution in alone) + "</ol>"
    notes = [issue for issue in extraction.issues if issue.code != "section-left-out"]
    if notes:
        yield f"<h3>Issues <span class=count>{len(notes)}</span></h3><ul>"
        yield "".join(f"<li>{escaped(issue.message)}</li>" for issue in notes) + "</ul>"


def _claim(key: str, event: Event) -> str:
    whose = f" of {whom(event)}" if whom(event) else ""
    told = " · ".join(filter(None, (how_many(event).replace("\n", ", "), where(event), when(event))))
    state = event.verification.status
    badge = "" if state == "none" else f'<span class="status {state}">{escaped(status(event))}</span>'
    return (
        f'<li><button type="button" class="claim" data-key="{key}" aria-pressed="false">'
        f'<span class="who">{escaped(who(event)).replace(chr(10), "<br>")}</span> '
        f'<span class="what">{escaped(what(event) + whose)}</span> '
        f'<span class="told">{escaped(told)}</span> {badge}</button></li>'
    )


def _statement(key: str, attribution: Attribution) -> str:
    content = f"“{attribution.content.text}”" if attribution.content else attribution.cue.text
    return (
        f'<li><button type="button" class="claim" data-key="{key}" aria-pressed="false">'
        f'<span class="who">{escaped(speaker(attribution))}</span> '
        f'<span class="what">{escaped(words(attribution.act))}</span> '
        f'<span class="told">{escaped(" ".join(content.split()))}</span></button></li>'
    )
