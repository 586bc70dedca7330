"""Two cues for one statement: *the army said it believed* is one estimate, *he said he could not confirm* a refusal."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement

_SELF: Final = frozenset({"he", "she", "it", "they"})
# acts that are the point of the statement, where *said* only introduces them
_TELLING_ACTS: Final = frozenset({"estimate", "decline", "deny", "claim"})
_PLAIN_ACTS: Final = frozenset({"say", "report"})
_NEAR: Final = 8  # words from the speaker's pronoun to the second cue


def merge(reading: Reading, statements: list[Statement]) -> list[Statement]:
    """The statements of one sentence without those that only introduce, or only repeat, another."""
    if len(statements) < 2:
        return statements
    dropped = {id(inner) for outer in statements for inner in statements if _is_repeated(outer, inner)}
    for outer in statements:
        if outer.source is None or outer.content is None or outer.act not in _PLAIN_ACTS:
            continue
        for inner in statements:
            if _names_who(outer, inner):
                outer.act = inner.act if inner.act in _TELLING_ACTS else outer.act
                dropped.add(id(inner))
            elif _is_alleged(outer, inner):
                outer.act = "allege"
                dropped.add(id(inner))
            elif inner is outer or id(outer) in dropped or not _is_own(reading, outer, inner):
                continue
            elif inner.act in _TELLING_ACTS:
                inner.source, inner.via = outer.source, [*outer.via]
                dropped.add(id(outer))
            elif inner.act in _PLAIN_ACTS:
                dropped.add(id(inner))
    return [statement for statement in statements if id(statement) not in dropped]


def _is_repeated(outer: Statement, inner: Statement) -> bool:
    """Whether ``inner`` is the verb of *a video that purportedly showed …*, read with its adverb already."""
    if outer.rule != "adverb" or outer.source is None or outer.content is None or inner is outer:
        return False
    return outer.content[0] == inner.cue[0]


def _names_who(outer: Statement, inner: Statement) -> bool:
    """Whether ``outer`` tells who says what ``inner`` leaves open: *ten are believed dead, according to X*."""
    if inner.rule != "passive-hidden" or inner.content is None or outer.content is None:
        return False
    return outer.content[0] <= inner.content[0] and inner.content[1] <= outer.content[1] <= outer.cue[0]


def _is_alleged(outer: Statement, inner: Statement) -> bool:
    """Whether ``inner`` is an *allegedly* within what another says."""
    if inner.rule != "adverb" or inner.act != "allege" or outer.content is None:
        return False
    return outer.content[0] <= inner.cue[0] < outer.content[1] and outer.cue[0] > inner.cue[1]


def _is_own(reading: Reading, outer: Statement, inner: Statement) -> bool:
    """Whether the content of ``outer`` begins with its speaker's pronoun as the subject of ``inner``."""
    assert outer.content is not None
    first = outer.content[0]
    if inner.source != (first, first + 1) or reading.tokens.norms[first] not in _SELF:
        return False
    return outer.cue[1] <= first < inner.cue[0] <= first + _NEAR
