"""Where a telling comes from: echoes go back to the one who said it first.

A statement goes back to its named source, through whichever agencies and outlets it came. Where the text names a
state, unnamed officials or nobody, it goes back to the first named source with the same figure: of that side, or for
nobody, of the same document; where it has no figure, to the first such source at all. What is left in an outlet's own
voice goes back to the first document with the same text, else to the outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kursk_ie.incidents.echoes import same_text
from kursk_ie.incidents.records import Figure, Record, Role, Statement
from kursk_ie.incidents.results import Count, Origin, OriginBasis
from kursk_ie.incidents.speakers import Speaker, resolve_speaker


class Part(NamedTuple):
    """One row to be: a telling, one of its statements and one of its figures, or ``None``."""

    record: Record
    statement: Statement
    figure: Count | None
    role: Role


class Source(NamedTuple):
    """What makes claims one origin."""

    basis: OriginBasis
    name: str | None


_ALONE: tuple[Role] = ("only",)
_SAME_MEASURE = {"casualties": "killed_or_wounded"}


def parts_of(records: Iterable[Record]) -> list[Part]:
    """Every telling by statement and figure, in the order of the tellings."""
    return [
        Part(record, statement, figure, role)
        for record in records
        for statement in record.statements
        for figure, role in zip(record.figures or (None,), record.roles or _ALONE, strict=True)
    ]


def sources_of(parts: Sequence[Part]) -> list[Source]:
    """The origin of each part."""
    named = [
        _Named(speaker, part.record.document, _key(part.figure))
        for part in parts
        if (speaker := part.statement.speaker) is not None and not speaker.vague and speaker.kind != "media"
    ]
    roots = _roots(parts)
    return [_source(part, named, roots) for part in parts]


def number_origins(parts: Sequence[Part], sources: Sequence[Source]) -> tuple[tuple[Origin, ...], list[str]]:
    """The origins in the order of the parts, and the id of each part's origin."""
    ids: dict[Source, str] = {}
    documents: dict[Source, dict[str, None]] = defaultdict(dict)
    outlets: dict[Source, dict[str, None]] = defaultdict(dict)
    for part, source in zip(parts, sources, strict=True):
        ids.setdefault(source, f"o{len(ids) + 1}")
        documents[source][part.record.document] = None
        if part.record.outlet:
            outlets[source][part.record.outlet] = None
    origins = tuple(
        Origin(
            id=id,
            name=next(iter(outlets[source]), None) if source.basis in ("text", "document") else source.name,
            basis=source.basis,
            documents=tuple(documents[source]),
            outlets=tuple(outlets[source]),
        )
        for source, id in ids.items()
    )
    return origins, [ids[source] for source in sources]


class _Named(NamedTuple):
    """A named source, the document that names it and the figure it gives there."""

    speaker: Speaker
    document: str
    figure: Figure | None


def _source(part: Part, named: Sequence[_Named], roots: dict[str, tuple[str, bool]]) -> Source:
    speaker, document = part.statement.speaker, part.record.document
    if speaker is not None and not speaker.vague:
        return Source("speaker", speaker.name)
    if speaker is not None:
        of_side = [n for n in named if speaker.side is not None and n.speaker.side == speaker.side]
        return Source("speaker", _meant(of_side, part.figure) or speaker.name)
    of_document = [n for n in named if n.document == document]
    name = _meant(of_document, part.figure)
    if name is not None:
        return Source("speaker", name)
    root, echoed = roots[document]
    if echoed:
        return Source("text", root)
    if part.record.outlet:
        return Source("outlet", resolve_speaker(part.record.outlet, "media").name)
    return Source("document", document)


def _meant(named: Sequence[_Named], figure: Count | None) -> str | None:
    """The first that gives the same figure; where there is no figure, the first at all."""
    key = _key(figure)
    return next((known.speaker.name for known in named if key is None or known.figure == key), None)


def _roots(parts: Sequence[Part]) -> dict[str, tuple[str, bool]]:
    """For each document with a telling in its own voice: the first of the same text, and whether there are several."""
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for part in parts:
        if part.statement.speaker is None:
            texts[part.record.document][part.record.sentence] = None
    roots = same_text({document: list(sentences) for document, sentences in texts.items()})
    echoed = {root for document, root in roots.items() if document != root}
    return {document: (root, root in echoed) for document, root in roots.items()}


def _key(figure: Count | None) -> Figure | None:
    return (
        None
        if figure is None
        else (_SAME_MEASURE.get(figure.measure, figure.measure), figure.min, figure.max)
    )
