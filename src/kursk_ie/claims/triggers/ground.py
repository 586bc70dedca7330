"""Ground as what a verb takes, holds or loses; not where something else happens, nor what only tells which ground."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import PEOPLE, THINGS, Context
from kursk_ie.claims.triggers.objects import class_of, has_object, nearest_object
from kursk_ie.claims.triggers.stance import ADJECTIVE_ENDINGS, REACH, Spot
from kursk_ie.text.wordclasses import (
    BE,
    BEFORE_VERB,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    OPENING_QUOTES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_name,
)

_WHEREABOUTS: Final = frozenset({"in", "from", "near", "at", "for", "to", "with", "outside"})
_IDLE_OBJECTS: Final = frozenset(
    {"part", "place", "off", "shelter", "cover", "office", "action", "care", "time", "responsibility"}
)
# what ends the object of a verb of taking: *takes a line from*, *will take a week to leave the city*
_ENDS_OBJECT: Final = (
    PREPOSITIONS - {"of", "off", "over", "up", "down", "out", "about", "around", "near"}
) | {"$", "£", "€"}
_OPENING: Final = OPENING_QUOTES | {"'"}
_PEOPLE_AND_THINGS: Final = PEOPLE | THINGS
_ENDS_FALL: Final = frozenset(
    {"", ".", ",", "after", "before", "and", "but", "without", "last", "this", "on", "as"}
)
_GROUND_AGAIN: Final = frozenset({"it", "they"})
_PARTICIPLES: Final = ("ed", "held", "lost", "taken", "retaken", "overrun")


def takes_ground(context: Context, spot: Spot) -> bool:
    """Ground as the object, as the subject of the passive, or as what *which* stands for."""
    if _is_named_ground(context, spot.end):
        return True
    if _tells_ground(context, spot):
        return False
    if nearest_object(context, spot) in ("people", "things"):
        return False
    for at in range(spot.end, min(spot.clause[1], spot.end + REACH)):
        if context.norm(at) in _ENDS_OBJECT and context.reading.figure_over(at) is None:
            break
        if context.in_set("ground", at) and not (context.norm(at) == "part" and context.norm(at + 1) != "of"):
            return True  # "takes part of the town", but "takes part"
        if context.reading.place_over(at) is not None:
            held = context.has_kind(_PEOPLE_AND_THINGS, spot.end, at)
            if context.norm(at - 1) in _WHEREABOUTS:
                return False  # "win in Ukraine, takes grain from Ukraine"
            return not held or context.norm(at - 1) in ("the", "of")
        if context.norm(at) in _IDLE_OBJECTS:
            return False
    return _is_taken_ground(context, spot)


def _is_taken_ground(context: Context, spot: Spot) -> bool:
    """*A region which Ukraine has seized, territory lost in May, towns recently retaken by rebels, it was taken*."""
    if context.norm(spot.start).endswith("ing"):
        return False  # "it shows that Ukraine is winning"
    relative = context.norm(spot.clause[0]) in ("that", "which", "where")
    relative = relative or context.in_set("ground", spot.start - 1)
    before = max(context.start, min(spot.clause[0], spot.start) - 6)
    followed = has_object(context, spot.end) and context.reading.date_over(spot.end) is None
    if relative and not followed and _ground(context, before, spot.start):
        return True
    if not _is_undergone(context, spot):
        return False
    nearest = (class_of(context, at) for at in range(spot.start - 1, spot.clause[0] - 1, -1))
    found = next((kind for kind in nearest if kind is not None), None)
    if found is not None:
        return found == "ground"  # "the policeman was taken to a hospital"
    named = context.has_place(context.start, spot.start)
    again = context.has_word(_GROUND_AGAIN, spot.clause[0], spot.start)
    return named and (again or not context.has_kind(PEOPLE, context.start, spot.start))


def falls(context: Context, spot: Spot) -> bool:
    """A town as the subject of a verb that ends there: *Bakhmut has fallen*; not *snow fell in Kyiv*."""
    at = spot.start - 1
    while context.norm(at) in BEFORE_VERB or is_adverb(context.norm(at)):
        at -= 1
    place = context.reading.place_over(at)
    first = place[0] if place is not None else at
    town = place is not None or context.in_set("town", at)
    before = context.norm(first - 1)
    whose = before == "of" and context.in_set("town", first - 2)  # "the town of Avdiivka"
    alone = first == spot.clause[0] or not (before.isalpha() and before in PREPOSITIONS)
    return town and (alone or whose) and context.norm(spot.end) in _ENDS_FALL


def _is_undergone(context: Context, spot: Spot) -> bool:
    """Whether *be* stands before the verb, if only within quotation marks, or *by* after it."""
    quoted = context.norm(spot.start - 1) in _OPENING
    return context.norm(spot.start - 1 - quoted) in BE or context.norm(spot.end) == "by"


def _is_named_ground(context: Context, at: int) -> bool:
    """*Before the army recaptured it*: a pronoun for the ground that the sentence has named."""
    return context.norm(at) == "it" and _ground(context, context.start, at)


def _ground(context: Context, start: int, stop: int) -> bool:
    return context.has_set("ground", start, stop) or context.has_place(start, stop)


def _tells_ground(context: Context, spot: Spot) -> bool:
    """*Defend occupied Kherson, return captured territories*: a participle before its ground, and nobody who did it."""
    if not context.norm(spot.start).endswith(_PARTICIPLES):
        return False
    at = spot.end
    while at < spot.end + 3 and not _is_ground(context, at) and _is_adjective(context, at):
        at += 1
    return _is_ground(context, at) and not _has_doer(context, spot.start)


def _is_ground(context: Context, at: int) -> bool:
    return context.in_set("ground", at) or context.reading.place_over(at) is not None


def _is_adjective(context: Context, at: int) -> bool:
    side = any(side.start <= at < side.end and side.form == "adjective" for side in context.sides)
    return side or context.norm(at).endswith(ADJECTIVE_ENDINGS)


def _has_doer(context: Context, verb: int) -> bool:
    """Whether a subject, an auxiliary or a verb joined to another stands right before a verb, adverbs aside."""
    at = verb - 1
    while is_adverb(context.norm(at)):
        at -= 1
    before = context.norm(at)
    if before in HAVE or before in CONJUNCTIONS or before in PERSONAL_PRONOUNS or before in RELATIVES:
        return True
    if before in (",", "that") or context.kinds.get(before) in PEOPLE:
        return True
    if any(side.end == at + 1 and side.form != "adjective" for side in context.sides):
        return True
    if context.norm(at - 1) in DETERMINERS and not before.endswith("ing"):
        return True  # "the army recaptured"
    words = context.reading.tokens.words
    named = at >= context.start and is_name(words[at]) and not is_name(words[verb])
    return named and not any(
        side.end == at + 1 for side in context.sides
    )  # "from Russian occupied territory"
