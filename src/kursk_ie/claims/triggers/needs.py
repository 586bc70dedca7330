"""What a trigger needs: the conditions that the column ``needs`` of models/triggers.tsv names.

A trigger is a word that can tell an event; whether it does, its clause must show. Each condition looks at the words
around the trigger and is named for what it asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kursk_ie.claims.context import FORCES, PEOPLE, THINGS, Context
from kursk_ie.claims.statement import Range
from kursk_ie.claims.triggers.attacks import (
    STRUCTURES,
    is_battle,
    is_by_group,
    is_from_afar,
    is_of_war,
    is_on_foot,
    is_repelled,
    strikes_target,
)
from kursk_ie.claims.triggers.forces import (
    acts_on_forces,
    deploys,
    leaves_ground,
    moves_forces,
    moves_itself,
    names_force,
    names_party,
    orders_troops,
    troops_act,
)
from kursk_ie.claims.triggers.ground import falls, takes_ground
from kursk_ie.claims.triggers.objects import NO_OBJECTS, has_object, nearest_object
from kursk_ie.claims.triggers.stance import REACH, Spot, is_gerund, may_be_passive, stands_as
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure
from kursk_ie.text.wordclasses import (
    ARTICLES,
    POSSESSIVES,
    is_adverb,
    is_name,
)

_WAYS: Final = frozenset("north south east west deeper closer further farther steadily fast towards".split())
_COUNTED: Final = PEOPLE | {None, "unknown", "fate"}
_CROWDS: Final = PEOPLE - {"person"}
_NONE: Final = frozenset({"no", "without"})
_OWNING: Final = ARTICLES | POSSESSIVES


Need = Callable[[Context, Spot], bool]


def meets(context: Context, needs: str, frame: str, spot: Spot) -> bool:
    """Whether the words around a trigger let it tell an event."""
    if not (stands_as(context, frame, spot) and NEEDS[needs](context, spot)):
        return False
    return not context.has_set("mock", spot.clause[0], spot.clause[1])  # "the drill simulates an attack"


def _anything(context: Context, spot: Spot) -> bool:
    return True


def _figure(context: Context, spot: Spot) -> bool:
    """A figure of people, or one whose noun is not known; or that there was none: *no serious injuries*."""
    if context.has_word(_NONE, spot.start - 2, spot.start):
        return True
    return any(context.figure_kind(figure) in _COUNTED for figure in _figures(context, spot.clause))


def _person(context: Context, spot: Spot) -> bool:
    """People as the object, or in the passive as the subject."""
    bare = any(figure.start == spot.end and figure.mention.noun is None for figure in context.figures)
    if bare and context.has_kind(PEOPLE, context.start, spot.start):
        return True  # "killed 300 rebels and captured 150"
    if nearest_object(context, spot) in ("things", "ground"):
        return False
    if any(0 <= spot.start - figure.end <= 2 for figure in context.figures):
        return True  # "and 4,100 more hurt"
    stop = min(spot.clause[1], spot.end + REACH + 1)
    if context.has_kind(PEOPLE, spot.end, stop) or context.has_people(spot.end, stop):
        return True
    left = spot.clause[0], spot.start
    return may_be_passive(context, spot) and (context.has_kind(PEOPLE, *left) or context.has_people(*left))


def _equipment(context: Context, spot: Spot) -> bool:
    """Weapons or vehicles as the object, or in the passive as the subject."""
    if nearest_object(context, spot) in ("people", "ground"):
        return False
    after = min(spot.clause[1], spot.end + REACH + 1)
    if context.norm(spot.end) != "by" and context.has_kind(THINGS, spot.end, after):
        return True
    return may_be_passive(context, spot) and context.has_kind(THINGS, spot.clause[0], spot.start)


def _craft(context: Context, spot: Spot) -> bool:
    """Weapons or vehicles as the subject, or before a relative clause: *the jet that crashed in Crimea*."""
    first = max(spot.clause[0] - 1, spot.start - REACH)
    return context.has_kind(THINGS, first, spot.start) and not has_object(context, spot.end)


def _people(context: Context, spot: Spot) -> bool:
    return context.has_kind(PEOPLE, *spot.clause) or context.has_people(*spot.clause)


def _target(context: Context, spot: Spot) -> bool:
    """Something that hits, or something that is hit."""
    if context.norm(spot.start - 1) in ("a", "the", "'s", "to") and context.norm(spot.end) in ("on", "by"):
        return False
    return (
        context.has_set("weapon", *spot.clause)
        or context.has_set("site", spot.end, spot.end + 8)
        or context.has_set("site", spot.clause[0], spot.start)
        or context.has_kind(STRUCTURES, spot.end, min(spot.clause[1], spot.end + 8))
        or (may_be_passive(context, spot) and context.has_kind(STRUCTURES, spot.clause[0], spot.start))
        or context.reading.place_over(spot.end) is not None
    )


def _munition(context: Context, spot: Spot) -> bool:
    return context.has_set("weapon", *spot.clause)


def _armed(context: Context, spot: Spot) -> bool:
    """What hits from afar, anywhere in the sentence."""
    return context.has_set("weapon", context.start, context.stop)


def _harm_by_units(context: Context, spot: Spot) -> bool:
    """*Credited the 810th brigade with 40*: a unit and how many it is said to have killed."""
    unit = any(spot.end <= unit.start < context.stop for unit in context.units)
    counted = any(context.norm(figure.start - 1) == "with" for figure in context.figures)
    return unit and counted and context.sentence > 0


def _captive(context: Context, spot: Spot) -> bool:
    before, after = (spot.clause[0], spot.start), (spot.end, spot.clause[1])
    return context.has_set("captive", *before) or context.has_set("captive", *after)


def _noun(context: Context, spot: Spot) -> bool:
    """*The blast in Kyiv*, but *the senator blasts his critics*: an article or a name as the object shows the verb."""
    words = context.reading.tokens.words
    if context.norm(spot.end) in _OWNING:
        return False
    named = spot.end < context.stop and is_name(words[spot.end])
    return not named or is_name(words[spot.start])


def _beaten(context: Context, spot: Spot) -> bool:
    """*The army's defeat at Izium*, not *the need to defeat Russia*."""
    return names_party(context, spot) and context.norm(spot.start - 1) != "to" and _noun(context, spot)


def _onward(context: Context, spot: Spot) -> bool:
    """*Advanced three kilometres, advanced on Goma*, not *advanced the talks, advanced training*."""
    norm = context.norm(spot.end)
    if not norm.isalpha() or norm in NO_OBJECTS:
        return True
    measured = context.reading.figure_over(spot.end) or context.reading.date_over(spot.end)
    return (
        measured is not None
        or is_adverb(norm)
        or norm in _WAYS
        or context.has_kind(FORCES, spot.end, spot.end + 3)
    )


def _dying(context: Context, spot: Spot) -> bool:
    """Soldiers, people by number, or a war in the sentence: one man's death alone is none of war."""
    return (
        context.has_kind(_CROWDS, *spot.clause)
        or context.has_people(*spot.clause)
        or bool(_figures(context, spot.clause))
        or context.is_warlike(context.start, context.stop)
        or context.has_set("harm", context.start, context.stop)
    )


def _strike(context: Context, spot: Spot) -> bool:
    labour = context.in_set("other_strike", spot.start - 1)
    return not labour and context.norm(spot.end) not in ("action", "by", "ballot")


def _penalty(context: Context, spot: Spot) -> bool:
    if any(side.end == spot.start and side.form != "name" for side in context.sides):
        return True  # "British sanctions have cost the bank a fortune"
    near = max(spot.clause[0], spot.start - REACH), min(spot.clause[1], spot.end + REACH)
    return context.has_set("penalising", *near)


def _conflict(context: Context, spot: Spot) -> bool:
    return context.has_kind(FORCES, *spot.clause)


def _coming(context: Context, spot: Spot) -> bool:
    return context.has_set("coming", spot.clause[0], spot.start)


def _strength(context: Context, spot: Spot) -> bool:
    """A figure of troops, or of a side's people."""
    return any(_counts_force(context, figure) for figure in _figures(context, spot.clause))


def _counts_force(context: Context, figure: Found[Figure]) -> bool:
    kind = context.figure_kind(figure)
    if kind in FORCES:
        return True
    return kind in ("person", "unknown", None) and context.has_people(figure.start, figure.end + 6)


def _figures(context: Context, clause: Range) -> list[Found[Figure]]:
    return [figure for figure in context.figures if clause[0] <= figure.start < clause[1]]


NEEDS: Final[dict[str, Need]] = {
    "": _anything,
    "air": is_from_afar,
    "armed": _armed,
    "attack": is_of_war,
    "battle": is_battle,
    "beaten": _beaten,
    "captive": _captive,
    "combat": is_repelled,
    "conflict": _conflict,
    "craft": _craft,
    "dying": _dying,
    "equipment": _equipment,
    "fallen": falls,
    "figure": _figure,
    "foe": acts_on_forces,
    "force": names_force,
    "future": _coming,
    "gerund": is_gerund,
    "ground": is_on_foot,
    "group": is_by_group,
    "harm": _harm_by_units,
    "deployed": deploys,
    "leaving": leaves_ground,
    "moved": moves_forces,
    "mover": moves_itself,
    "munition": _munition,
    "party": names_party,
    "penalty": _penalty,
    "people": _people,
    "person": _person,
    "place": takes_ground,
    "strength": _strength,
    "strike": _strike,
    "struck": strikes_target,
    "noun": _noun,
    "onward": _onward,
    "ordered": orders_troops,
    "troops": troops_act,
    "target": _target,
}
"""The conditions by the name that models/triggers.tsv gives them."""
