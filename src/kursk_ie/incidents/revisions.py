"""Revisions: how a source's figure changed over time, and changes that a text tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kursk_ie.incidents.origins import Part
from kursk_ie.incidents.results import Claim, Count, Revision, Step
from kursk_ie.results import Measure


def revisions_of(parts: Sequence[Part], ids: Sequence[str], claims: Iterable[Claim]) -> tuple[Revision, ...]:
    """Both kinds; ``ids`` are the claims of the parts, which are in order of publication."""
    known = {claim.id: claim for claim in claims}
    over_time = list(_over_time(known.values()))
    seen = {(one.claim, other.claim) for revision in over_time for one, other in pairwise(revision.steps)}
    told: dict[tuple[str, str], Revision] = {}
    for former, new in _told(parts, ids):
        if (former, new) not in seen:
            told.setdefault((former, new), _revision([known[former], known[new]]))
    return (*over_time, *told.values())


def _over_time(claims: Iterable[Claim]) -> Iterator[Revision]:
    """Every source that gave different figures for one measure on different days, each figure at its first day."""
    figures: dict[tuple[str, Measure], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.speaker is not None and claim.figure is not None:
            figures[claim.speaker, claim.figure.measure].append(claim)
    for given in figures.values():
        if len({claim.first_seen for claim in given}) > 1:
            yield _revision(given)


def _told(parts: Sequence[Part], ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The claims of a former and a new figure, as a text tells them: *63 … The toll has risen to 89*.

    The former is the one that the sentence names, else the last that the document gave of this measure.
    """
    last: dict[tuple[str, Measure], tuple[Part, Count, str]] = {}
    for part, id in sorted(zip(parts, ids, strict=True), key=_in_text):
        figure = part.figure
        if figure is None:
            continue
        former = last.get((part.record.document, figure.measure))
        if former is not None and _bounds(former[1]) != _bounds(figure):
            beside = former[0].role == "former" and former[0].record.event == part.record.event
            if part.role == "new" or beside:
                yield former[2], id
        last[part.record.document, figure.measure] = part, figure, id


def _in_text(numbered: tuple[Part, str]) -> tuple[str, int, bool]:
    """By document and event; the former figure of a sentence before its new one: *89, up from 63*."""
    part, _ = numbered
    return part.record.document, part.record.number, part.role != "former"


def _revision(claims: Sequence[Claim]) -> Revision:
    """The figures of these claims in their order, told by the source of the last."""
    steps = tuple(
        Step(first_seen=claim.first_seen, figure=claim.figure, claim=claim.id)
        for claim in claims
        if claim.figure is not None
    )
    return Revision(speaker=claims[-1].speaker, measure=steps[-1].figure.measure, steps=steps)


def _bounds(figure: Count) -> tuple[object, ...]:
    return figure.min, figure.max, figure.approx
