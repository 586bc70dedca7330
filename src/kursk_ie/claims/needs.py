"""What a trigger needs: the conditions that the column ``needs`` of models/triggers.tsv names.

A trigger is a word that can tell an event; whether it does, its clause must show. Each condition looks at the words
around the trigger and is named for what it asks for.
"""

from __future__ import annotations

from collections.abc import Callable

from kursk_ie.claims.context import FORCES, PEOPLE, THINGS, Context
from kursk_ie.claims.forces import moves_forces, names_force, names_party, orders_troops, troops_act
from kursk_ie.claims.stance import AFTER_PASSIVE, REACH, Spot, is_gerund, is_passive, stands_as
from kursk_ie.claims.statement import Range
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure
from kursk_ie.text.wordclasses import BE

_WHEREABOUTS = frozenset({"in", "from", "near", "at", "for", "to", "with", "outside"})
_IDLE_OBJECTS = frozenset(
    {"part", "place", "off", "shelter", "cover", "office", "action", "care", "time", "responsibility"}
)
_STRUCTURES = frozenset({"building", "site"})


Need = Callable[[Context, Spot], bool]


def meets(context: Context, needs: str, frame: str, spot: Spot) -> bool:
    """Whether the words around a trigger let it tell an event."""
    return stands_as(context, frame, spot) and NEEDS[needs](context, spot)


def _anything(context: Context, spot: Spot) -> bool:
    return True


def _figure(context: Context, spot: Spot) -> bool:
    """A figure of people, or one whose noun is not known."""
    kinds = PEOPLE | {None, "unknown", "fate"}
    return any(context.figure_kind(figure) in kinds for figure in _figures(context, spot.clause))


def _nearest_object(context: Context, spot: Spot) -> str | None:
    """Class of the first telling word after a verb, or before its participle: people, things or ground."""
    passive = context.norm(spot.start - 1) in BE or context.norm(spot.end) in AFTER_PASSIVE
    right = range(spot.end, min(spot.clause[1], spot.end + REACH))
    left = range(spot.start - 1, max(spot.clause[0], spot.start - REACH) - 1, -1)
    for at in left if passive else right:
        found = _class_of(context, at)
        if found is not None:
            return found
    return None


def _class_of(context: Context, at: int) -> str | None:
    kind = context.kinds.get(context.norm(at))
    if kind in PEOPLE or any(side.start == at and side.form == "people" for side in context.sides):
        return "people"
    if kind in THINGS:
        return "things"
    if context.in_set("ground", at) or context.reading.place_over(at) is not None:
        return "ground"
    return None


def _person(context: Context, spot: Spot) -> bool:
    """People as the object, or in the passive as the subject."""
    if _nearest_object(context, spot) in ("things", "ground"):
        return False
    if any(0 <= spot.start - figure.end <= 2 for figure in context.figures):
        return True  # "and 4,100 more hurt"
    stop = min(spot.clause[1], spot.end + REACH + 1)
    if context.has_kind(PEOPLE, spot.end, stop) or context.has_people(spot.end, stop):
        return True
    left = spot.clause[0], spot.start
    return is_passive(context, spot) and (context.has_kind(PEOPLE, *left) or context.has_people(*left))


def _equipment(context: Context, spot: Spot) -> bool:
    """Weapons or vehicles as the object, or in the passive as the subject."""
    if _nearest_object(context, spot) in ("people", "ground"):
        return False
    if context.has_kind(THINGS, spot.end, min(spot.clause[1], spot.end + REACH + 1)):
        return True
    return is_passive(context, spot) and context.has_kind(THINGS, spot.clause[0], spot.start)


def _people(context: Context, spot: Spot) -> bool:
    return context.has_kind(PEOPLE, *spot.clause) or context.has_people(*spot.clause)


def _place(context: Context, spot: Spot) -> bool:
    """Ground as the object, as the subject of the passive, or as what *which* stands for."""
    if _is_named_ground(context, spot.end):
        return True
    if _nearest_object(context, spot) in ("people", "things"):
        return False
    for at in range(spot.end, min(spot.clause[1], spot.end + REACH)):
        if context.in_set("ground", at):
            return True
        if context.reading.place_over(at) is not None:
            held = context.has_kind(PEOPLE | THINGS, spot.end, at)
            if context.norm(at - 1) in _WHEREABOUTS:
                return False  # "win in Ukraine, takes grain from Ukraine"
            return not held or context.norm(at - 1) in ("the", "of")
        if context.norm(at) in _IDLE_OBJECTS:
            return False
    relative = context.norm(spot.clause[0]) in ("that", "which", "where") or context.in_set(
        "ground", spot.start - 1
    )
    if relative and _ground(context, max(context.start, min(spot.clause[0], spot.start) - 6), spot.start):
        return True  # "a region which Ukraine has seized", "territory lost in the summer"
    passive = context.norm(spot.start - 1) in BE or context.norm(spot.end) == "by"
    return passive and (
        context.has_place(context.start, spot.start) or context.has_set("ground", spot.clause[0], spot.start)
    )


def _is_named_ground(context: Context, at: int) -> bool:
    """*Before the army recaptured it*: a pronoun for the place that the sentence has named."""
    return context.norm(at) == "it" and context.has_place(context.start, at)


def _ground(context: Context, start: int, stop: int) -> bool:
    return context.has_set("ground", start, stop) or context.has_place(start, stop)


def _target(context: Context, spot: Spot) -> bool:
    """Something that hits, or something that is hit."""
    if context.norm(spot.start - 1) in ("a", "the", "'s", "to") and context.norm(spot.end) in ("on", "by"):
        return False
    return (
        context.has_set("weapon", *spot.clause)
        or context.has_set("site", spot.end, spot.end + 8)
        or context.has_set("site", spot.clause[0], spot.start)
        or context.has_kind(_STRUCTURES, spot.end, min(spot.clause[1], spot.end + 8))
        or (is_passive(context, spot) and context.has_kind(_STRUCTURES, spot.clause[0], spot.start))
        or context.reading.place_over(spot.end) is not None
    )


def _munition(context: Context, spot: Spot) -> bool:
    return context.has_set("weapon", *spot.clause)


def _harm_by_units(context: Context, spot: Spot) -> bool:
    """*Credited the 810th brigade with 40*: a unit and how many it is said to have killed."""
    unit = any(spot.end <= unit.start < context.stop for unit in context.units)
    counted = any(context.norm(figure.start - 1) == "with" for figure in context.figures)
    return unit and counted and context.sentence > 0


def _captive(context: Context, spot: Spot) -> bool:
    before, after = (spot.clause[0], spot.start), (spot.end, spot.clause[1])
    return context.has_set("captive", *before) or context.has_set("captive", *after)


def _combat(context: Context, spot: Spot) -> bool:
    """An attack or attackers, that are repelled or stopped."""
    return (
        context.has_set("attacker", spot.end, spot.clause[1])
        or (is_passive(context, spot) and context.has_set("attacker", spot.clause[0], spot.start))
        or context.has_people(spot.end, spot.clause[1])
    )


def _attack(context: Context, spot: Spot) -> bool:
    return not context.in_set("other_attack", spot.start - 1)


def _on_the_ground(context: Context, spot: Spot) -> bool:
    """An attack by troops on foot: troops or the words of ground war in the clause."""
    on_foot = context.has_kind(FORCES, *spot.clause) or context.has_set("ground_war", *spot.clause)
    return _attack(context, spot) and (on_foot or bool(context.units))


def _from_afar(context: Context, spot: Spot) -> bool:
    """An attack by fire: weapons in the sentence, or a building or facility as what it hits."""
    if not _attack(context, spot):
        return False
    if context.has_set("weapon", context.start, context.stop):
        return True
    if context.has_set("attackers_on_foot", spot.clause[0], spot.start):
        return False
    if context.has_set("site", *spot.clause) or context.has_kind(_STRUCTURES, spot.end, spot.clause[1]):
        return True
    return any(
        spot.end <= place.start < spot.end + 5 and place.mention.feature == "facility"
        for place in context.places
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


NEEDS: dict[str, Need] = {
    "": _anything,
    "air": _from_afar,
    "attack": _attack,
    "captive": _captive,
    "combat": _combat,
    "conflict": _conflict,
    "equipment": _equipment,
    "figure": _figure,
    "force": names_force,
    "future": _coming,
    "gerund": is_gerund,
    "ground": _on_the_ground,
    "harm": _harm_by_units,
    "moved": moves_forces,
    "munition": _munition,
    "party": names_party,
    "penalty": _penalty,
    "people": _people,
    "person": _person,
    "place": _place,
    "strength": _strength,
    "strike": _strike,
    "ordered": orders_troops,
    "troops": troops_act,
    "target": _target,
}
"""The conditions by the name that models/triggers.tsv gives them."""
