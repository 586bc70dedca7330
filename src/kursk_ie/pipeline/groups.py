"""What the components show on the ``Doc`` itself: sentence starts, span groups and entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kursk_ie.claims.reading import Reading
from kursk_ie.mentions.found import Found
from kursk_ie.results import Place

Words = tuple[int, int]


def mark_sentences(doc: Doc, reading: Reading) -> None:
    """Give the ``Doc`` our sentence starts, unless a component of the user's has set its own."""
    if doc.has_annotation("SENT_START"):
        return
    starts = [-1] * len(doc)
    for start in (0, *(reading.tokens.indices[start] for start, _ in reading.sentences)):
        starts[start : start + 1] = [1]
    # setting Token.is_sent_start one by one costs the square of the text's length
    column: Any = numpy.array(starts, dtype=numpy.int64).view(numpy.uint64)
    doc.from_array(["SENT_START"], column)


def show_mentions(name: str) -> Callable[[Doc, Reading], None]:
    """Fill ``doc.spans["kursk_ie_<name>"]`` with the mentions of one part."""

    def show(doc: Doc, reading: Reading) -> None:
        doc.spans[f"kursk_ie_{name}"] = mention_spans(doc, reading, getattr(reading, name))

    return show


def show_statements(doc: Doc, reading: Reading) -> None:
    """Fill the groups of sources, cues and contents; a span's ``id_`` is the attribution's id."""
    sources, cues, contents = [], [], []
    for number, statement in enumerate(reading.statements, start=1):
        key = f"a{number}"
        cues.append(_span(doc, reading, statement.cue, statement.act.upper(), key))
        if statement.source is not None:
            sources.append(_span(doc, reading, statement.source, "SOURCE", key))
        if statement.content is not None:
            contents.append(_span(doc, reading, statement.content, "CONTENT", key))
    doc.spans["kursk_ie_sources"] = sources
    doc.spans["kursk_ie_cues"] = cues
    doc.spans["kursk_ie_contents"] = contents


def show_verdicts(doc: Doc, reading: Reading) -> None:
    """Fill the group of what the text says of the truth of its claims."""
    spans = [_span(doc, reading, verdict.evidence, verdict.status.upper()) for verdict in reading.verdicts]
    doc.spans["kursk_ie_verification"] = spans


def show_triggers(doc: Doc, reading: Reading) -> None:
    """Fill the group of the words that tell an event."""
    spans = [_span(doc, reading, draft.trigger, draft.type.upper()) for draft in reading.drafts]
    doc.spans["kursk_ie_events"] = spans


def show_all(doc: Doc, reading: Reading) -> None:
    """Fill ``doc.spans["kursk_ie"]`` with every mention, and ``doc.ents`` where nobody else has."""
    found: list[Found[Any]] = [*reading.places, *reading.units, *reading.figures, *reading.dates]
    spans = mention_spans(doc, reading, sorted(found, key=lambda hit: (hit.start, hit.end)))
    doc.spans["kursk_ie"] = spans
    if not doc.ents:
        doc.set_ents(sorted(filter_spans(spans)))


def mention_spans(doc: Doc, reading: Reading, found: Iterable[Found[Any]]) -> list[Span]:
    """The spans of these mentions, a resolved place with its gazetteer id as ``kb_id_``."""
    spans = []
    for hit in found:
        known = hit.mention.gazetteer_id if isinstance(hit.mention, Place) else None
        start, end = _token_range(reading, (hit.start, hit.end))
        spans.append(Span(doc, start, end, label=hit.mention.label, kb_id=known or ""))
    return spans


def _span(doc: Doc, reading: Reading, words: Words, label: str, key: str = "") -> Span:
    start, end = _token_range(reading, words)
    return Span(doc, start, end, label=label, span_id=key)


def _token_range(reading: Reading, words: Words) -> Words:
    indices = reading.tokens.indices
    return indices[words[0]], indices[words[1] - 1] + 1
