"""A mention together with the words it covers: grammars walk over words, results carry offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kursk_ie.results import Span

M = TypeVar("M", bound=Span)


@dataclass(frozen=True, slots=True)
class Found(Generic[M]):
    """``mention`` covers the words from ``start`` up to, not including, ``end``."""

    start: int
    end: int
    mention: M
