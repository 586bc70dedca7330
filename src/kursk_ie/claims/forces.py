"""Whether a clause names troops, and whether they act in it or are moved."""

from __future__ import annotations

from kursk_ie.claims.context import FORCES, MASS, PEOPLE, Context
from kursk_ie.claims.stance import REACH, Spot, is_passive

_ENDS_OBJECT = frozenset(
    {"to", "in", "into", "from", "for", "at", "on", "against", "by", ",", ";", "as", "that"}
)


def names_force(context: Context, spot: Spot) -> bool:
    """Troops, a side's people, a unit, or a number of the size of a force."""
    return context.has_kind(FORCES, *spot.clause) or context.has_people(*spot.clause) or _mass(context, spot)


def moves_forces(context: Context, spot: Spot) -> bool:
    """Troops as what is moved or used: right after the verb, or in the passive before it."""
    named_before = context.norm(spot.end) == "them" and context.has_people(context.start, spot.start)
    if named_before or _mass(context, spot):
        return True
    for at in range(spot.end, min(spot.clause[1], spot.end + REACH)):
        norm = context.norm(at)
        if norm in _ENDS_OBJECT and context.reading.figure_over(at) is None:
            break
        if context.kinds.get(norm) in FORCES or norm == "men" or context.has_people(at, at + 1):
            return True
    passive = is_passive(context, spot) or context.norm(spot.start).endswith(("ed", "en", "nt"))
    left = spot.clause[0], spot.start
    return passive and (context.has_kind(FORCES, *left) or context.has_people(*left))


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
    for at in range(spot.start - 1, spot.clause[0] - 1, -1):
        kind = context.kinds.get(context.norm(at))
        if kind in PEOPLE:
            return kind in FORCES
        if any(unit.start <= at < unit.end for unit in context.units):
            return True
    return False


def orders_troops(context: Context, spot: Spot) -> bool:
    """Troops among the trigger's own words: *ordered his soldiers to leave*."""
    return context.has_kind(FORCES, spot.start, spot.end)
