"""Attacks: whether one is meant, by whom it is made, on foot or from afar, and what it hits."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, THINGS, Context
from kursk_ie.claims.statement import Range
from kursk_ie.claims.triggers.objects import object_words
from kursk_ie.claims.triggers.stance import Spot, may_be_passive
from kursk_ie.text.wordclasses import DETERMINERS, PREPOSITIONS

STRUCTURES: Final = frozenset({"building", "site"})
_STRUCK: Final = FORCES | THINGS | STRUCTURES | {"civilian"}


def is_of_war(context: Context, spot: Spot) -> bool:
    """Not a *heart attack, cyber attack, personal attack*."""
    return not context.in_set("other_attack", spot.start - 1)


def is_repelled(context: Context, spot: Spot) -> bool:
    """An attack or attackers, that are repelled or stopped."""
    return (
        context.has_set("attacker", spot.end, spot.clause[1])
        or (may_be_passive(context, spot) and context.has_set("attacker", spot.clause[0], spot.start))
        or context.has_people(spot.end, spot.clause[1])
    )


def strikes_target(context: Context, spot: Spot) -> bool:
    """An attack on a place, a side or troops, not on a rival: *attacked his opponent's record*."""
    if not is_of_war(context, spot) or _begins_war(context, spot):
        return False
    if not context.norm(spot.start).endswith(("ed", "ing")):
        return True
    if _names_target(context, (spot.end, max(object_words(context, spot), default=spot.end) + 1)):
        return True
    if context.has_place(spot.end, spot.end + 3):
        return True  # "attacking into Luhansk"
    following = context.norm(spot.end)
    alone = not following.isalpha() or following in PREPOSITIONS
    return (alone or may_be_passive(context, spot)) and _names_target(context, (spot.clause[0], spot.start))


def _begins_war(context: Context, spot: Spot) -> bool:
    """*Since Russia attacked Ukraine*: a whole country, and what has lasted since then, is the war itself."""
    if context.norm(spot.clause[0]) != "since":
        return False
    return any(side.start == spot.end and side.form == "name" for side in context.sides)


def _names_target(context: Context, words: Range) -> bool:
    return (
        context.has_place(*words)
        or context.has_side(*words)
        or context.has_set("ground", *words)
        or context.has_kind(_STRUCK, words[0], words[1])
    )


def is_battle(context: Context, spot: Spot) -> bool:
    """A fight with a foe or at a place; who is *fighting in Ukraine* is at war, but *fighting in Ukraine slows*."""
    if context.norm(spot.end) != "in" or not context.norm(spot.start).endswith("ing"):
        return True
    if spot.start == spot.clause[0] or context.norm(spot.start - 1) in DETERMINERS:
        return True
    return not any(
        place.start == spot.end + 1
        and place.mention.feature == "country"
        and context.norm(place.end) not in ("'s", "'")
        for place in context.places
    )


def is_on_foot(context: Context, spot: Spot) -> bool:
    """An attack by troops on foot: troops or the words of ground war in the clause."""
    on_foot = context.has_kind(FORCES, *spot.clause) or context.has_set("ground_war", *spot.clause)
    return is_of_war(context, spot) and (on_foot or bool(context.units))


def is_by_group(context: Context, spot: Spot) -> bool:
    """An attack by an armed group, which fights on foot where no weapon is named: *Al-Shabaab attacked a mine*."""
    doers = [side for side in context.sides if spot.clause[0] <= side.start < spot.start]
    named = bool(doers) and doers[-1].code not in context.opponents.states
    return named and doers[-1].code in context.opponents.belligerents and strikes_target(context, spot)


def is_from_afar(context: Context, spot: Spot) -> bool:
    """An attack by fire: weapons in the sentence, or a building or facility as what it hits."""
    if not is_of_war(context, spot):
        return False
    if context.has_set("weapon", context.start, context.stop):
        return True
    if context.has_set("attackers_on_foot", spot.clause[0], spot.start):
        return False
    if context.has_set("site", *spot.clause) or context.has_kind(STRUCTURES, spot.end, spot.clause[1]):
        return True
    return any(
        spot.end <= place.start < spot.end + 5 and place.mention.feature == "facility"
        for place in context.places
    )
