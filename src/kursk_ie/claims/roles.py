"""Whom *the army*, *rebels* and *the invaders* stand for: the sides that the text has named otherwise."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kursk_ie.claims.codes import opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.text.tables import read_table

_CLEARLY = 2  # how much oftener than any other a group must be named to be the one meant


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in read_table("sides.tsv", ("code", "kind")) if row["kind"] == "state")


class Roles:
    """The sides of a text by the part they play in it.

    Attributes:
        army: the state that fights an armed group in this text, ``None`` where there is none.
        rebels: the one group that fights it.
    """

    def __init__(self, reading: Reading) -> None:
        self._counts = Counter(side.code for side in reading.sides)
        self.army: str | None = None
        self.rebels: str | None = None
        groups = Counter({code: n for code, n in self._counts.items() if code not in _states()})
        if not groups:
            return
        fought = {code: sum(groups[rival] for rival in opponents().get(code, ())) for code in self._counts}
        states = [code for code in self._counts if code in _states() and fought[code]]
        if states:
            self.army = max(states, key=lambda code: (self._counts[code], fought[code]))
            groups = Counter({code: n for code, n in groups.items() if code in opponents()[self.army]})
        first, *rest = groups.most_common(2)
        if not rest or first[1] >= _CLEARLY * rest[0][1]:
            self.rebels = first[0]

    def enemy_of(self, code: str) -> str | None:
        """The one side named in the text that fights ``code``."""
        rivals = [rival for rival in opponents().get(code, ()) if self._counts[rival]]
        return rivals[0] if len(rivals) == 1 else None
