"""Whom *the army*, *rebels* and *the invaders* stand for: the sides that the text has named otherwise."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

from kursk_ie.claims.codes import opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.text.tables import added_folder, read_table

_CLEARLY = 2  # how much oftener than any other a group must be named to be the one meant


def _states() -> frozenset[str]:
    return _states_with(added_folder())


@lru_cache(maxsize=8)
def _states_with(_: Path | None) -> frozenset[str]:
    return frozenset(
        row["code"] for row in read_table("sides.tsv", ("code", "kind")) if row["kind"] == "state"
    )


class Roles:
    """The sides of a text by the part they play in it.

    Attributes:
        army: the state that fights an armed group in this text, ``None`` where there is none.
        rebels: the one group that fights it.
    """

    def __init__(self, reading: Reading) -> None:
        self._counts = Counter(side.code for side in reading.sides)
        named = self._counts + Counter(
            place.mention.country for place in reading.places if place.mention.country is not None
        )
        groups = Counter({code: n for code, n in named.items() if code not in _states()})
        self.army = _army(named, groups)
        self.rebels = _rebels(groups, self.army)

    def enemy_of(self, code: str) -> str | None:
        """The one side named in the text that fights ``code``."""
        rivals = [rival for rival in opponents().get(code, ()) if self._counts[rival]]
        return rivals[0] if len(rivals) == 1 else None


def _army(named: Counter[str], groups: Counter[str]) -> str | None:
    """The state most named among those that fight a named group; else that which alone can be meant."""
    states = [code for code in named if code in _states() and code in opponents()]
    fighting = [code for code in states if any(groups[rival] for rival in opponents()[code])]
    if fighting:
        return max(fighting, key=lambda code: named[code])
    if not groups:
        fought_within = [code for code in states if set(opponents()[code]) - _states()]
        return fought_within[0] if len(states) == 1 and fought_within else None
    group = groups.most_common(1)[0][0]
    return next((rival for rival in opponents().get(group, ()) if rival in _states()), None)


def _rebels(groups: Counter[str], army: str | None) -> str | None:
    """The group most named among those that fight the army, where it is so clearly."""
    if army is not None:
        groups = Counter({code: n for code, n in groups.items() if code in opponents().get(army, ())})
    first, second = ([*groups.most_common(2), ("", 0), ("", 0)])[:2]
    return first[0] if first[1] and first[1] >= _CLEARLY * second[1] else None
