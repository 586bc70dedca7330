"""Whom *the army*, *rebels* and *the invaders* stand for: the sides that the text has named otherwise."""

from __future__ import annotations

from collections import Counter

from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading

_CLEARLY = 2  # how much oftener than any other a group must be named to be the one meant


class Roles:
    """The sides of a text by the part they play in it.

    Attributes:
        army: the state that fights an armed group in this text, ``None`` where there is none.
        rebels: the one group that fights it.
    """

    def __init__(self, reading: Reading, opponents: Opponents) -> None:
        self._opponents = opponents
        self._counts = Counter(side.code for side in reading.sides)
        named = self._counts + Counter(
            place.mention.country for place in reading.places if place.mention.country is not None
        )
        groups = Counter({code: n for code, n in named.items() if code not in opponents.states})
        self.army = _army(named, groups, opponents)
        self.rebels = _rebels(groups, self.army, opponents)

    def fights_the_army(self, code: str) -> bool:
        """Whether a side is a group that fights the text's army."""
        return code not in self._opponents.states and self.army in self._opponents.of(code)

    def enemy_of(self, code: str) -> str | None:
        """The one side named in the text that fights ``code``."""
        rivals = [rival for rival in self._opponents.of(code) if self._counts[rival]]
        return rivals[0] if len(rivals) == 1 else None


def _army(named: Counter[str], groups: Counter[str], opponents: Opponents) -> str | None:
    """The state most named among those that fight a named group; else that which alone can be meant."""
    states = [code for code in named if code in opponents.states and code in opponents.table]
    fighting = [code for code in states if any(groups[rival] for rival in opponents.of(code))]
    if fighting:
        return max(fighting, key=lambda code: named[code])
    if not groups:
        fought_within = [code for code in states if set(opponents.of(code)) - opponents.states]
        return fought_within[0] if len(states) == 1 and fought_within else None
    group = groups.most_common(1)[0][0]
    return next((rival for rival in opponents.of(group) if rival in opponents.states), None)


def _rebels(groups: Counter[str], army: str | None, opponents: Opponents) -> str | None:
    """The group most named among those that fight the army, where it is so clearly."""
    if army is not None:
        groups = Counter({code: n for code, n in groups.items() if code in opponents.of(army)})
    first, second = ([*groups.most_common(2), ("", 0), ("", 0)])[:2]
    return first[0] if first[1] and first[1] >= _CLEARLY * second[1] else None
