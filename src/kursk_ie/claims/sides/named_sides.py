"""The sides that stand between two words as parties: by name, by a unit, a leader, or a noun like *the army*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, Context
from kursk_ie.claims.drafts import NamedSide
from kursk_ie.claims.statement import Range
from kursk_ie.mentions.sides import SideHit

_STATELY: Final = frozenset({"government", "military", "official"})  # actors who stand for their side
_MODIFIERS: Final = 2  # words between a side's name and the noun it owns: *Congolese government troops*
_OWN: Final = frozenset({"its", "his", "their", "our"})
BYSTANDERS: Final = frozenset({"media", "analyst"})
"""Kinds of speakers that tell of others: what their country's forces do is not theirs to say."""

_OWNING: Final = frozenset({"'s", "its", "his", "her", "their"})
_PEOPLES: Final = frozenset({"PSE", "KURDS"})  # whose armed men are the side itself


def sides_between(context: Context, start: int, stop: int) -> list[NamedSide]:
    """Sides named between two words, those that speak or stand as a place left out."""
    if context.named is None:
        context.named = _parties(context)
    return [side for side in context.named if start <= side.words[0] < stop]


def _parties(context: Context) -> list[NamedSide]:
    """The sides of a sentence: by name, by unit, by a leader, by a noun that stands for one."""
    spoken = context.told.spoken
    found = [
        NamedSide(side.code, (side.start, side.end), side.form)
        for side in context.sides
        if side.start not in spoken
        and context.reading.place_over(side.start) is None
        and not (_names_rebels(context, side) or _tells_where(context, side))
    ]
    for unit in context.units:
        if unit.mention.side is not None:
            found.append(NamedSide(unit.mention.side, (unit.start, unit.end), "unit"))
    for hit in context.reading.actors_between(context.start, context.stop):
        stands = hit.actor.kind in _STATELY and hit.actor.side and hit.start not in spoken
        if stands and not any(hit.start <= side.words[0] < hit.end for side in found):
            found.append(NamedSide(hit.actor.side, (hit.start, hit.end), "actor"))  # "Putin annexed"
    found += _generic(context)
    if len(found) > 1:
        found.sort(key=_words_of)
    return found


def _words_of(side: NamedSide) -> Range:
    return side.words


def spoken_before(context: Context, at: int) -> list[NamedSide]:
    """The side that has said something up to word ``at``, which it does not tell: *declared victory after taking*."""
    return [
        NamedSide(told.side, told.source, "name")
        for told in context.statements
        if told.side and told.source and told.content and told.source < told.content and told.content[1] <= at
    ][-1:]


def told_by(context: Context, at: int) -> list[NamedSide]:
    """The side that tells what stands at word ``at``: *said its men had fled, and that it had downed a drone*."""
    return [
        NamedSide(told.side, told.source, "name")
        for told in context.statements
        if told.side and told.source and told.kind not in BYSTANDERS and told.tells(at)
    ][-1:]


def _names_rebels(context: Context, side: SideHit) -> bool:
    """*Syrian rebels* fight Syria: the adjective tells their country, not their side."""
    if side.form != "adjective" or side.code in _PEOPLES:
        return False
    return any(context.in_set("irregulars", at) for at in range(side.end, side.end + _MODIFIERS))


def _tells_where(context: Context, side: SideHit) -> bool:
    """*Its Ukraine losses, Putin's Ukraine campaign*: the name of a state after its owner tells where."""
    owned = context.norm(side.start - 1) in _OWNING and context.norm(side.end) != "'s"
    return side.form == "name" and owned and side.code in context.opponents.states


def _generic(context: Context) -> list[NamedSide]:
    """*The army, rebels, the occupiers*: a noun without a side's name stands for the one the text has named."""
    found = []
    for at in context.role_words():
        owned = context.norm(at - 1) in _OWN
        code = _speakers_force(context, at) if owned else role_of(context, at)
        if code is not None and at not in context.told.spoken and (owned or not _is_owned(context, at)):
            found.append(NamedSide(code, (at, at + 1), "generic"))
    return found


def _speakers_force(context: Context, at: int) -> str | None:
    """*The group said its fighters held on*: the force is the speaker's, where nobody else is named in between."""
    told = next((s for s in reversed(context.statements) if s.source and s.tells(at)), None)
    if told is None:
        return role_of(context, at) if context.norm(at - 1) == "our" else None
    if told.source is None or told.content is None or told.kind in BYSTANDERS:
        return None
    start = min(told.source[1], told.content[0])
    others = {side.code for side in context.reading.sides_between(start, at)}
    others |= {hit.actor.side for hit in context.reading.actors_between(start, at) if hit.actor.side}
    if others - {told.side} or context.kinds.get(context.norm(at)) not in FORCES:
        return None  # "Biden told Putin that his forces were beaten"
    return told.side or next((code for word in range(*told.source) if (code := role_of(context, word))), None)


def _is_owned(context: Context, at: int) -> bool:
    """Whether the noun belongs to a side's name, as in *Arakan Army*, or follows it, as in *Rwandan troops*."""
    return any(
        side.start <= at <= side.end + _MODIFIERS and not _names_rebels(context, side)
        for side in context.sides
    )


def _is_whole(context: Context, at: int) -> bool:
    """Whether neither a noun that it modifies follows nor *of*: *the government sent*, no *government of Chad*."""
    following = context.norm(at + 1)
    return following not in ("of", "-", "in") and following not in context.kinds


def role_of(context: Context, at: int) -> str | None:
    """The side that a noun stands for: *the army, the militants, the enemy, the group*."""
    roles = context.told.roles
    if context.norm(at - 1) == "the" and context.in_set("bands", at):
        return roles.rebels  # "a commander of the group"
    if context.norm(at - 1) == "the" and context.norm(at) == "government" and _is_whole(context, at):
        return roles.army  # "the government sent another 1,000 troops"
    of_the_state = context.norm(at) == "forces" and context.in_set("of_the_state", at - 1)
    if roles.army is not None and (of_the_state or context.in_set("army", at)):
        return roles.army
    if context.in_set("rebels", at):
        named = [s.code for s in context.sides if s.start < at and roles.fights_the_army(s.code)]
        return named[-1] if named else roles.rebels
    if context.in_set("invaders", at):
        speaker = next((s.side for s in reversed(context.statements) if s.tells(at) and s.side), None)
        home = next((place.mention.country for place in context.places), None)
        return roles.enemy_of(speaker or home or "")
    return None
