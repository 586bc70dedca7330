"""Ids that are unique in a run, in some twenty bytes each, however many there are."""

from __future__ import annotations

from array import array
from collections import Counter

_FREE = 0
_FIRST_SLOTS = 1024


class UniqueIds:
    """Gives an id that was given before ``#2``, ``#3``… so that no two documents of a run share one.

    Of an id only 64 bits of its hash are kept. Two ids that share these, once in some ten thousand runs of ten million
    documents, cost the second its plain name and nothing else.

    >>> ids = UniqueIds()
    >>> [ids.unique(id) for id in ("a", "b", "a", "a#2", "a")]
    ['a', 'b', 'a#2', 'a#2#2', 'a#3']
    """

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_SLOTS))
        self._used = 0
        self._repeated: Counter[str] = Counter()

    def unique(self, id: str) -> str:
        """The id itself, or its next free form where it was given before."""
        unique = id
        while not self._add(unique):
            self._repeated[id] += 1
            unique = f"{id}#{self._repeated[id] + 1}"
        return unique

    def _add(self, id: str) -> bool:
        if 2 * self._used >= len(self._slots):
            self._grow()
        key = (hash(id) & (2**64 - 1)) or 1
        slot = self._slot(key)
        if self._slots[slot] == key:
            return False
        self._slots[slot] = key
        self._used += 1
        return True

    def _slot(self, key: int) -> int:
        """Where the key stands, or the free place where it belongs."""
        slots, mask = self._slots, len(self._slots) - 1
        at = key & mask
        while slots[at] not in (_FREE, key):
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        former = self._slots
        self._slots = array("Q", bytes(16 * len(former)))
        for key in former:
            if key != _FREE:
                self._slots[self._slot(key)] = key
