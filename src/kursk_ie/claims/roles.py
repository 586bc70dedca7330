"""Whom *the army*, *rebels* and *the invaders* stand for: the sides that the text has named otherwise."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading

_CLEARLY: Final = 2  # how much oftener than any other a group must be named to be the one meant


class Roles:
    """The sides of a text by the part they play in it.

    Attributes:
        army: the state that fights an armed group in this text, ``None`` where there is none.
        rebels: the one group that fights it.
    """

    def __init__(self, reading: Reading, opponents: Opponents) -> None:
        self._opponents = opponents
        sides = [side.code for side in reading.sides]
        self._named = frozenset(sides)
        named = tally([*sides, *(place.mention.country or "" for place in reading.places)])
        named.pop("", None)
        groups = {code: n for code, n in named.items() if code not in opponents.states}
        self.army = _army(named, groups, opponents)
        self.rebels = _rebels(groups, self.army, opponents)

    def fights_the_army(self, code: str) -> bool:
        """Whether a side is a group that fights the text's army."""
        return code not in self._opponents.states and self.army in self._opponents.of(code)

    def enemy_of(self, code: str) -> str | None:
        """The one side named in the text that fights ``code``."""
        rivals = [rival for rival in self._opponents.of(code) if rival in self._named]
        return rivals[0] if len(rivals) == 1 else None


def tally(codes: list[str]) -> dict[str, int]:
    """How often each code stands among these, in the order in which they come."""
    counts: dict[str, int] = {}
    for code in codes:
        counts[code] = counts.get(code, 0) + 1
    return counts


def _army(named: dict[str, int], groups: dict[str, int], opponents: Opponents) -> str | None:
    """The state most named among those that fight a named group; else that which alone can be meant."""
    states = [code for code in named if code in opponents.states and code in opponents.table]
    fighting = [code for code in states if any(rival in groups for rival in opponents.of(code))]
    if fighting:
        return max(fighting, key=named.__getitem__)
    if not groups:
        fought_within = [code for code in states if set(opponents.of(code)) - opponents.states]
        return fought_within[0] if len(states) == 1 and fought_within else None
    group = max(groups, key=groups.__getitem__)
    return next((rival for rival in opponents.of(group) if rival in opponents.states), None)


def _rebels(groups: dict[str, int], army: str | None, opponents: Opponents) -> str | None:
    """The group most named among those that fight the army, where it is so clearly."""
    if army is not None:
        groups = {code: n for code, n in groups.items() if code in opponents.of(army)}
    first = max(groups, key=groups.__getitem__, default=None)
    if first is None:
        return None
    second = max((n for code, n in groups.items() if code != first), default=0)
    return first if groups[first] >= _CLEARLY * second else None
