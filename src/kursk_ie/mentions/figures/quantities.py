"""A number with its bounds: *at least 30*, *10,000 to 12,000*, *nearly a fifth*, *30-plus*."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Final

from kursk_ie.mentions.figures.numbers import (
    MAGNITUDES,
    PARTS,
    PLURALS,
    VAGUE,
    Number,
    Value,
    numeral,
    read_half,
    read_number,
    read_plural,
    read_share,
)
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens

Bound = int | float | None
_PERCENT: Final = frozenset({"%", "percent", "pct"})
_CHANGE: Final = frozenset({
    "grow", "grows", "grew", "grown", "growing", "rise", "rises", "rose", "risen", "rising", "increase",
    "increases", "increased", "increasing", "raise", "raises", "raised", "raising", "revise", "revised",
    "climb", "climbs", "climbed", "jump", "jumped", "jumps", "expand", "expanded", "fall",
    "falls", "fell", "fallen", "drop", "drops", "dropped", "decrease", "decreased", "reduce", "reduced",
    "decline", "declined", "cut", "shrink", "shrank", "went", "gone", "swell", "swelled",
})  # fmt: skip
_MOVES: Final = _CHANGE | {"up", "down"}  # *up from 200 to 300*
# those that have an object between them and their figures: *raised the death toll from the strike from 63 to 89*
_CHANGE_OF: Final = frozenset({
    "raise", "raises", "raised", "raising", "revise", "revises", "revised", "revising", "increase", "increases",
    "increased", "increasing", "lower", "lowers", "lowered", "lowering", "reduce", "reduces", "reduced", "reducing",
    "update", "updates", "updated", "updating", "bring", "brings", "brought", "bringing",
})  # fmt: skip
_OBJECT_REACH: Final = 12  # words of such an object
_LOOK_BACK: Final = 8  # words before a number in which its bounds stand
_RANGE_LINKS: Final = frozenset({"to", "-", "–", "or"})


def is_about(norm: str) -> bool:
    """Whether a word begins with a sign for *about*: *~500*."""
    return norm[0] == "~" or norm[0] == "≈"


def begins_digits(norm: str) -> bool:
    """Whether a word begins as a number in digits does: *500*, *~500*."""
    return ord("0") <= ord(norm[0]) <= ord("9") or is_about(norm)


class Quantity:
    """A number under its bounds.

    Attributes:
        start, end: the words it covers; core: where the number proper begins.
        low, high: inclusive bounds, ``None`` where open; of a share, in percent.
        approx: whether the text says *about*.
        share: whether it is percent or a fraction.
        bound: which bound of ``models/qualifiers.tsv`` it stands under.
    """

    __slots__ = ("approx", "bound", "core", "end", "high", "low", "share", "start")

    def __init__(
        self,
        start: int,
        core: int,
        end: int,
        low: Bound,
        high: Bound,
        approx: bool = False,
        share: bool = False,
        bound: str | None = None,
    ) -> None:
        self.start = start
        self.core = core
        self.end = end
        self.low = low
        self.high = high
        self.approx = approx
        self.share = share
        self.bound = bound


class _Range:
    __slots__ = ("end", "high", "low", "share")

    def __init__(self, end: int, low: Value, high: Value | None, share: bool) -> None:
        self.end = end
        self.low = low
        self.high = high
        self.share = share


class Quantities:
    """Reads quantities; the words that bound a number come from ``models/qualifiers.tsv``."""

    def __init__(self, cut: Cut) -> None:
        """Read the table; ``cut`` is the tokenizer of the pipeline.

        Raises:
            LexiconError: the table is missing or broken.
        """
        self._before: Phrases[str] = Phrases((), cut)
        self._after: Phrases[str] = Phrases((), cut)
        self._verbs: dict[str, str] = {}
        labels: list[str] = []
        for row in read_table("qualifiers.tsv", ("phrase", "bound", "place")):
            words = list(cut(row["phrase"]))
            if row["place"] == "before":
                self._before.add(words[::-1], row["bound"])
            elif row["place"] == "after":
                self._after.add(words, row["bound"])
            elif row["place"] == "verb":
                self._verbs[row["phrase"]] = row["bound"]
            else:
                labels.append(row["phrase"])
        self.labels = frozenset(labels)

    def read(self, tokens: Tokens, anchor: int, floor_word: int = 0) -> Quantity | None:
        """The quantity whose number begins at word ``anchor``; no word before ``floor_word`` is looked at."""
        norms = tokens.norms
        core = _lead(norms, anchor, floor_word)
        found = _read_range(tokens, core, floor_word)
        if found is None:
            return None
        start, bounds, approx = self.bounds_before(norms, core, floor_word)
        if start > floor_word and found.high is not None and found.low != found.high:
            link = norms[start - 1]
            if link == "between" or (link == "from" and not _starts_change(norms, start - 1, floor_word)):
                start -= 1
        end, bound = found.end, bounds[-1] if bounds else None
        after = self.after(tokens, end) if found.high is not None else None
        if after is not None:
            end, about = after[0], after[1] == "approx"
            bound, approx = bound or (None if about else after[1]), approx or about
        if bound is None and start > floor_word and (found.share or (found.high or 0) >= 20):
            bound = self._verbs.get(norms[start - 1])
        low, high, inexact = _apply(found.low, found.high, bound)
        approx = approx or is_about(norms[core]) or (inexact and bound is None)
        return Quantity(start, core, end, low, high, approx, found.share, bound)

    def after(self, tokens: Tokens, at: int) -> tuple[int, str] | None:
        """A bound that follows the number or its noun: *or more*, *-plus*."""
        if at < len(tokens) - 1 and tokens.norms[at] == "-":
            at += 1
        return self._after.at(tokens.norms, at) if at < len(tokens) else None

    def bounds_before(self, norms: list[str], end: int, floor_word: int) -> tuple[int, list[str], bool]:
        """The bounds that end before word ``end``: where they start, their names, whether one is *about*."""
        behind = norms[max(floor_word, end - _LOOK_BACK) : end][::-1]
        at, taken, bounds, approx = 0, 0, list[str](), False
        while at < len(behind):
            hit = self._before.at(behind, at)
            if hit is None:
                break
            at, bound = hit
            if bound == "none":
                continue
            taken = at
            approx = approx or bound == "approx"
            if bound != "approx":
                bounds.append(bound)
        return end - taken, bounds, approx


def _lead(norms: list[str], anchor: int, floor_word: int) -> int:
    """Step back to *a* of *a hundred*, *a third*, and *several* of *several thousand*."""
    start = anchor
    if norms[start] in MAGNITUDES or norms[start] in PLURALS:
        if start - 1 > floor_word and norms[start - 2 : start] == ["couple", "of"]:
            start -= 2
        elif start > floor_word and norms[start - 1] in VAGUE:
            start -= 1
    elif norms[start] not in PARTS:
        return start
    return start - 1 if start > floor_word and norms[start - 1] in ("a", "an") else start


def _changes(norms: list[str], at: int, floor_word: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(norms[max(floor_word, at - 4) : at])


def _starts_change(norms: list[str], at: int, floor_word: int) -> bool:
    """Whether *from* at word ``at`` tells what a figure was before: *rose from 63 to 89*, and no range."""
    near = _changes(norms, at, floor_word, _MOVES)
    return near or not _CHANGE_OF.isdisjoint(norms[max(floor_word, at - _OBJECT_REACH) : at])


def _read_one(norms: list[str], start: int) -> Number | None:
    vague = start + 1 if norms[start] == "a" else start
    if norms[vague] in VAGUE:
        return read_plural(norms, vague)
    return (
        read_half(norms, start)
        or read_share(norms, start)
        or read_plural(norms, start)
        or read_number(norms, start)
    )


def _read_range(tokens: Tokens, start: int, floor_word: int) -> _Range | None:
    norms = tokens.norms
    glued = _read_glued(norms[start])
    if glued is not None:
        return _percent(norms, start + 1, *glued)
    first = _read_one(norms, start)
    if first is None:
        return None
    if first.open or first.share:
        return _Range(first.end, first.value, None if first.open else first.value, first.share)
    second = _second(tokens, start, first, floor_word)
    if second is None:
        return _percent(norms, first.end, first.value, first.value)
    low = first.value * _elided(norms, first, second)
    if low < second.value:
        return _percent(norms, second.end, low, second.value)
    return _percent(norms, first.end, first.value, first.value)


def _read_glued(norm: str) -> tuple[Value, Value] | None:
    """Words that the tokenizer leaves whole: ``10–12``, ``~500``."""
    if len(norm) > 1 and is_about(norm):
        value = numeral(norm[1:])
        return None if value is None else (value, value)
    left, dash, right = norm.partition("–")
    if not dash:
        return None
    low, high = numeral(left), numeral(right)
    return None if low is None or high is None or low >= high else (low, high)


def _second(tokens: Tokens, start: int, first: Number, floor_word: int) -> Number | None:
    """The second number of a range, where one begins."""
    norms, at = tokens.norms, first.end
    if at + 1 >= len(norms) or tokens.breaks[at]:
        return None
    link = norms[at]
    if link == "%" and at + 2 < len(norms) and norms[at + 1] in _RANGE_LINKS:
        return read_number(norms, at + 2)
    if link == "and":
        return read_number(norms, at + 1) if "between" in norms[max(floor_word, start - 3) : start] else None
    if link not in _RANGE_LINKS:
        return None
    before = norms[start - 1] if start > floor_word else ""
    if before == "from":
        rising = _starts_change(norms, start, floor_word)
    else:
        rising = before == "by" or _changes(norms, start, floor_word, _CHANGE)
    return None if link == "to" and rising else read_number(norms, at + 1)


def _elided(norms: list[str], first: Number, second: Number) -> int:
    """What the first number lacks in *10 to 12 thousand*."""
    last = norms[second.end - 1]
    scale = MAGNITUDES.get(last, 1)
    lacks = first.value < 1000 and norms[first.end - 1] != last and first.value * scale < second.value
    return scale if lacks else 1


def _percent(norms: list[str], end: int, low: Value, high: Value) -> _Range:
    follows = norms[end] if end < len(norms) else ""
    if follows in _PERCENT:
        return _Range(end + 1, low, high, True)
    if follows == "per" and norms[end + 1 : end + 2] == ["cent"]:
        return _Range(end + 2, low, high, True)
    return _Range(end, low, high, False)


def _apply(low: Value | None, high: Value | None, bound: str | None) -> tuple[Bound, Bound, bool]:
    """The inclusive bounds, and whether a fraction had to be rounded to whole percent."""
    inexact = type(low) is Fraction and low.denominator != 1
    if bound == "min":
        return _plain(low), None, inexact
    if bound == "above":
        return (_plain(low) if high is None else _next(low, 1)), None, inexact
    if bound == "max":
        return None, _plain(high), inexact
    if bound == "below":
        return None, _next(high, -1), inexact
    return _plain(low), _plain(high), inexact


def _plain(value: Value | None) -> Bound:
    return value if value is None or isinstance(value, (int, float)) else round(value)


def _next(value: Value | None, step: int) -> Bound:
    """The next whole number above or below; a decimal stays, for nothing says how fine it was counted."""
    if value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        return value + step
    return floor(value) + 1 if step > 0 else ceil(value) - 1
