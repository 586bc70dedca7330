"""A mention together with the words it covers: grammars walk over words, results carry offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from kursk_ie.results import Span

M = TypeVar("M", bound=Span)


class Found(Generic[M]):
    """``mention`` covers the words from ``start`` up to, not including, ``end``."""

    __slots__ = ("end", "mention", "start")

    def __init__(self, start: int, end: int, mention: M) -> None:
        self.start = start
        self.end = end
        self.mention = mention


class Located(Protocol):
    """What knows its first word."""

    @property
    def start(self) -> int: ...


H = TypeVar("H", bound=Located)


def between(found: Sequence[H], start: int, stop: int) -> Sequence[H]:
    """Those of ``found``, which is in text order, whose first word lies between two words."""
    return found[bisect_left(found, start, key=start_of) : bisect_left(found, stop, key=start_of)]


def start_of(found: Located) -> int:
    """The key of text order."""
    return found.start
