"""A mention together with the words it covers: grammars walk over words, results carry offsets."""

from __future__ import annotations

from typing import Generic, TypeVar

from kursk_ie.results import Span

M = TypeVar("M", bound=Span)


class Located:
    """What covers the words of a text from ``start`` up to, not including, ``end``."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class Found(Located, Generic[M]):
    """A mention with the words that it covers."""

    __slots__ = ("mention",)

    def __init__(self, start: int, end: int, mention: M) -> None:
        self.start = start
        self.end = end
        self.mention = mention


H = TypeVar("H", bound=Located)


def between(found: list[H], start: int, stop: int) -> list[H]:
    """Those of ``found``, which is in text order, whose first word lies between two words."""
    if not found:
        return []
    first = first_from(found, start)
    last = first
    while last < len(found) and found[last].start < stop:
        last += 1
    return found[first:last]


def first_from(found: list[H], start: int) -> int:
    """Index of the first of ``found``, which is in text order, that begins at word ``start`` or after it."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low
