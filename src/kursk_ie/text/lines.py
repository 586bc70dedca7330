"""The logical lines of a text: what one line break ends, unless the text is hard-wrapped.

A page copied from a browser has a break wherever a paragraph, heading or caption ends; a wire text or
e-mail breaks every line at about one width. Sections and sentences both need to know which break is which.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kursk_ie.text.tokens import Tokens

Lines = Sequence[tuple[int, int]]

TERMINALS: Final = ".!?…"
CLOSERS: Final = frozenset("\"'”’»)]}“")
BULLETS: Final = frozenset("•▪‣●◦■*-–—·►")

_WIDEST: Final = 140  # code points: a hard-wrapped line is never longer
_FULL: Final = 0.65  # a wrapped line reaches this share of the width, or it ends a paragraph
_RUNNING: Final = 0.3  # share of lines begun in lower case that gives a hard-wrapped text away


def is_closed(words: list[str], start: int, end: int) -> bool:
    """Whether the last word before ``end``, closing quotes and brackets aside, ends a sentence."""
    last = end - 1
    while last > start and words[last] in CLOSERS:
        last -= 1
    return words[last][-1] in TERMINALS


def read_lines(tokens: Tokens) -> list[tuple[int, int]]:
    """The logical lines as word ranges, in order, covering every word; hard-wrapped lines are joined."""
    count = len(tokens)
    if not count:
        return []
    if not any(tokens.breaks):
        return [(0, count)]
    borders = [index for index, breaks in enumerate(tokens.breaks) if breaks and index]
    if any(tokens.breaks[index] == 1 for index in borders):
        borders = _unwrapped(tokens, borders)
    return list(pairwise([0, *borders, count]))


def _unwrapped(tokens: Tokens, borders: list[int]) -> list[int]:
    """The borders that end a logical line."""
    singles = [index for index in borders if tokens.breaks[index] == 1]
    running = {index for index in singles if _runs_on(tokens, index)}
    widths = _widths(tokens, borders)
    width = max((widths[index] for index in singles), default=0)
    wrapped = width <= _WIDEST and len(running) >= _RUNNING * len(singles)
    kept = []
    for index in borders:
        full = wrapped and tokens.breaks[index] == 1 and widths[index] >= _FULL * width
        if index in running or (full and tokens.words[index] not in BULLETS):
            continue
        kept.append(index)
    return kept


def _runs_on(tokens: Tokens, index: int) -> bool:
    """A line that begins in lower case after one that no full stop ended goes on with it."""
    return tokens.words[index][0].islower() and not is_closed(tokens.words, max(index - 4, 0), index)


def _widths(tokens: Tokens, borders: list[int]) -> dict[int, int]:
    """For each border, how many code points the line before it has."""
    starts = [0, *borders]
    return {
        border: tokens.ends[border - 1] - tokens.starts[start]
        for start, border in zip(starts, borders, strict=False)
    }
