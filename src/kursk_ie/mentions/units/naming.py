"""One canonical unit for all the spellings of it in a text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kursk_ie.freezing import freeze
from kursk_ie.mentions.found import Found
from kursk_ie.mentions.units.register import KnownUnit, Register, alike
from kursk_ie.results import Unit
from kursk_ie.text.tokens import Tokens

_PARTS: Final = frozenset({"battalion", "company", "platoon", "battery", "squadron", "detachment"})
_OF: Final = frozenset({("of", "the"), ("of",), (",",), (",", "of", "the"), ("from", "the"), ("in", "the")})


@dataclass(slots=True)
class Draft:
    """A mention before it is known which unit it means.

    Attributes:
        start, end: its words.
        number, branch, echelon, side: what its own words tell.
        title: its words in canonical form.
        known: the row of the register that its name has given.
        short: whether it leaves the echelon to an earlier mention (*the 810th*).
    """

    start: int
    end: int
    number: str | None = None
    branch: str | None = None
    echelon: str | None = None
    side: str | None = None
    title: str = ""
    known: KnownUnit | None = None
    short: bool = False


@dataclass(slots=True)
class _Entity:
    number: str | None
    branch: str | None
    echelon: str | None
    side: str | None
    name: str


def _entity(draft: Draft, register: Register, sides: Collection[str]) -> _Entity:
    known = draft.known
    if known is None and draft.number:
        known = register.numbered(draft.number, draft.echelon, draft.branch, draft.side, sides)
        known = known or register.titled(draft.title, draft.side)
    if known is not None:
        side = known.side or draft.side
        return _Entity(
            known.number or draft.number, known.branch or draft.branch, known.echelon, side, known.name
        )
    return _Entity(draft.number, draft.branch, draft.echelon, draft.side, draft.title)


def _same(entity: _Entity, draft: Draft) -> bool:
    """Whether a numbered mention can mean this unit of the text."""
    return (
        entity.number == draft.number
        and (draft.echelon is None or entity.echelon == draft.echelon)
        and alike(entity.branch, draft.branch)
        and (not draft.side or not entity.side or draft.side == entity.side)
    )


def _is_part_of(tokens: Tokens, part: Draft, whole: Draft) -> bool:
    """*the 1st battalion of the 810th Brigade*, *the 3rd Battalion, 92nd Brigade*."""
    between = tokens.norms[part.end : whole.start]
    return part.echelon in _PARTS and whole.echelon not in _PARTS and tuple(between) in _OF


def _as_part(part: _Entity, whole: _Entity) -> _Entity:
    """Every brigade has a first battalion, so a part is named with its whole, on whose side it is."""
    return replace(part, name=f"{part.name}, {whole.name}", side=whole.side or part.side)


def name_units(
    drafts: list[Draft], tokens: Tokens, register: Register, sides: Collection[str]
) -> list[Found[Unit]]:
    """Give every mention its unit; the fullest mention of a number tells the name of the others."""
    entities: list[_Entity] = []
    meant: dict[int, _Entity] = {}
    for draft in sorted(drafts, key=lambda one: (one.short, one.known is None, -len(one.title))):
        entity = None
        if draft.number and draft.known is None:
            entity = next((one for one in entities if _same(one, draft)), None)
        if entity is None:
            entity = _entity(draft, register, sides)
            entities.append(entity)
        entity.side = entity.side or draft.side
        meant[draft.start] = entity
    in_order = sorted(drafts, key=lambda one: one.start)
    for part, whole in pairwise(in_order):
        if _is_part_of(tokens, part, whole):
            meant[part.start] = _as_part(meant[part.start], meant[whole.start])
    units = []
    for draft in in_order:
        entity = meant[draft.start]
        start, end, text = tokens.stretch(draft.start, draft.end)
        unit = freeze(
            Unit,
            start=start,
            end=end,
            text=text,
            label="UNIT",
            name=entity.name,
            number=entity.number,
            branch=entity.branch,
            echelon=entity.echelon,
            side=entity.side,
        )
        units.append(Found(draft.start, draft.end, unit))
    return units
