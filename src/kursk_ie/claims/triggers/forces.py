"""Whether a clause names troops, and whether they act in it or are moved."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, MASS, PEOPLE, THINGS, Context
from kursk_ie.claims.triggers.objects import has_object, object_words
from kursk_ie.claims.triggers.stance import Spot, may_be_passive
from kursk_ie.text.wordclasses import DETERMINERS, QUOTE_MARKS

# what follows where a verb of leaving tells in what state: *left the city without light*
_LEFT_SO: Final = QUOTE_MARKS | {"without", "with", "to", "in", "out", "behind", "open", "vulnerable"}


def names_force(context: Context, spot: Spot) -> bool:
    """Troops, a side's people, a unit, or a number of the size of a force."""
    return context.has_kind(FORCES, *spot.clause) or context.has_people(*spot.clause) or _mass(context, spot)


def moves_forces(context: Context, spot: Spot) -> bool:
    """Troops as what is moved or used: right after the verb, or in the passive before it."""
    if acts_on_forces(context, spot) or _mass(context, spot):
        return True
    past = context.norm(spot.start).endswith(("ed", "en", "nt"))
    passive = may_be_passive(context, spot) or (past and not has_object(context, spot.end))
    left = spot.clause[0], spot.start
    return passive and (context.has_kind(FORCES, *left) or context.has_people(*left))


def acts_on_forces(context: Context, spot: Spot) -> bool:
    """Troops as the object of a verb: *engaged the rebels*, not *engaged in talks*."""
    if context.norm(spot.end) == "them":
        return context.has_people(context.start, spot.start)
    return any(
        context.kinds.get(context.norm(at)) in FORCES
        or context.norm(at) == "men"
        or context.has_people(at, at + 1)
        for at in object_words(context, spot)
    )


def deploys(context: Context, spot: Spot) -> bool:
    """Troops, or weapons right after the verb: *deployed two types of drones*."""
    return moves_forces(context, spot) or any(
        context.kinds.get(context.norm(at)) in THINGS for at in object_words(context, spot)
    )


def names_party(context: Context, spot: Spot) -> bool:
    """Troops or, for what armies do as a whole, the side itself: *Russia withdrew from Kherson*."""
    return names_force(context, spot) or context.has_side(*spot.clause)


def _mass(context: Context, spot: Spot) -> bool:
    """A number of the size of a force beside the verb: *over 1,000 travelled*, *sent 1,000 more engineers*."""
    for figure in context.figures:
        beside = 0 <= spot.start - figure.end <= 3 or 0 <= figure.start - spot.end <= 1
        if beside and context.figure_kind(figure) in (None, "unknown", "person"):
            return max(figure.mention.min or 0, figure.mention.max or 0) >= MASS
    return False


def troops_act(context: Context, spot: Spot) -> bool:
    """Troops as the subject, nearer than any other people: *rebels fled*, but *villagers fled*."""
    return _nearest_people(context, spot) == "troops"


def leaves_ground(context: Context, spot: Spot) -> bool:
    """Troops who leave a place or a position: *fighters left Bakhmut*, not *soldiers left the city without light*."""
    at = spot.end + (context.norm(spot.end) in DETERMINERS)
    place = context.reading.place_over(at)
    end = place[1] if place is not None else at + 1 if context.in_set("ground", at) else 0
    return bool(end) and context.norm(end) not in _LEFT_SO and troops_act(context, spot)


def moves_itself(context: Context, spot: Spot) -> bool:
    """A force as the subject: troops, a side's people, or a number of the size of a force."""
    return _nearest_people(context, spot) in ("troops", "nation") or _mass(context, spot)


def _nearest_people(context: Context, spot: Spot) -> str | None:
    """What people stand nearest before the trigger in its clause: troops, a side's people, or others."""
    for at in range(spot.start - 1, spot.clause[0] - 1, -1):
        kind = context.kinds.get(context.norm(at))
        if (
            kind in FORCES
            or context.in_set("armour", at)
            or any(unit.start <= at < unit.end for unit in context.units)
        ):
            return "troops"
        if kind in PEOPLE:
            return "others"
        if any(side.start <= at < side.end and side.form == "people" for side in context.sides):
            return "nation"
    return None


def orders_troops(context: Context, spot: Spot) -> bool:
    """Troops among the trigger's own words: *ordered his soldiers to leave*."""
    return context.has_kind(FORCES, spot.start, spot.end)
