"""What a verb acts on, as far as its neighbours tell: people, things or ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kursk_ie.claims.context import PEOPLE, THINGS, Context
from kursk_ie.claims.triggers.stance import AFTER_PASSIVE, REACH, Spot
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

_ENDS_OBJECT: Final = frozenset(
    {"to", "in", "into", "from", "for", "at", "on", "against", "by", ",", ";", "as", "that"}
)
NO_OBJECTS: Final = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES
"""Words after a verb that begin no object of it."""


def nearest_object(context: Context, spot: Spot) -> str | None:
    """Class of the first telling word after a verb, or before its participle: people, things or ground."""
    passive = context.norm(spot.start - 1) in BE or context.norm(spot.end) in AFTER_PASSIVE
    right = range(spot.end, min(spot.clause[1], spot.end + REACH))
    left = range(spot.start - 1, max(spot.clause[0], spot.start - REACH) - 1, -1)
    for at in left if passive else right:
        found = class_of(context, at)
        if found is not None:
            return found
    return None


def class_of(context: Context, at: int) -> str | None:
    """What the word at ``at`` is as an object: people, things or ground; ``None`` where it is none of them."""
    kind = context.kinds.get(context.norm(at))
    if kind in PEOPLE or any(side.start == at and side.form == "people" for side in context.sides):
        return "people"
    if kind in THINGS:
        return "things"
    if context.in_set("ground", at) or context.reading.place_over(at) is not None:
        return "ground"
    return None


def has_object(context: Context, at: int) -> bool:
    """Whether a determiner or a noun follows a verb at once: *used their smartphones, will take years*."""
    norm = context.norm(at)
    return norm in DETERMINERS or (norm.isalpha() and not (norm in NO_OBJECTS or is_adverb(norm)))


def object_words(context: Context, spot: Spot) -> Iterator[int]:
    """The words of a verb's object."""
    for at in range(spot.end, min(spot.clause[1], spot.end + REACH)):
        if context.norm(at) in _ENDS_OBJECT and context.reading.figure_over(at) is None:
            return
        yield at
