"""Numbers in words and digits and what they are worth: *twenty-four*, *3.5 million*, *one in four*.

Every reader takes normalised words and the index of a first word, and returns the value together with the
index after the last word it took, or ``None`` where no such number begins there.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

Words = list[str]
Value = int | float | Fraction

_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL: Final = {word: value for value, word in enumerate(_UNITS)}
SMALL.update({word: 10 * tens for tens, word in enumerate(_TENS, 2)})
MAGNITUDES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "billion": 10**9,
    "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
PLURALS: Final = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6,
    "billions": 10**9,
}  # fmt: skip
_SUFFIXES: Final = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9}
PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
PARTS.update({"halves": 2} | {f"{word}s": n for word, n in PARTS.items() if n > 2})
_GLYPHS: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
VAGUE: Final = frozenset({"several", "many", "few", "couple"})
_WHOLES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 100})  # what one says *one in …* of
_NUMERAL: Final = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(\.[0-9]{1,9})?(k|mn?|mln|bn?)?\Z")

ANCHORS: Final = (
    frozenset(SMALL) | frozenset(MAGNITUDES) | frozenset(PLURALS) | frozenset(PARTS) | frozenset(_GLYPHS)
)


class Number:
    """A value and the index after its last word.

    Attributes:
        end: index of the word after the number.
        value: what it is worth; of a share, in percent.
        open: whether the value is only a lower bound, as of *dozens*.
        share: whether it is a part of a whole.
    """

    __slots__ = ("end", "open", "share", "value")

    def __init__(self, end: int, value: Value, open: bool = False, share: bool = False) -> None:
        self.end = end
        self.value = value
        self.open = open
        self.share = share


def numeral(word: str) -> int | float | None:
    """Value of a word of digits: ``10,000``, ``3.5``, ``10k``, ``1.2bn``."""
    match = _NUMERAL.match(word) if word[:1].isdigit() else None  # most words that are asked about are none
    if match is None:
        return None
    whole, part, suffix = match.groups()
    if part == ".000" and len(whole) <= 3 and "," not in whole:
        return int(whole) * 1000  # a thousands point, as continental agencies write
    value: int | float = float(whole.replace(",", "") + part) if part else int(whole.replace(",", ""))
    return _scaled(value, _SUFFIXES[suffix]) if suffix else value


def _is_group(word: str) -> bool:
    """Whether a word is one to three digits, as stand between the blanks of *10 000*."""
    return len(word) <= 3 and word.isdigit() and word.isascii()


def _scaled(value: Value, factor: int) -> int | float:
    product = round(float(value) * factor, 6)
    return int(product) if product.is_integer() else product


def read_number(words: Words, start: int) -> Number | None:
    """A cardinal in digits, words or both: ``1,200``, ``10 000``, *two hundred and five*, *3.5 million*."""
    value = numeral(words[start])
    if value is None:
        return _read_spelled(words, start)
    end = start + 1
    if _is_group(words[start]):
        while end < min(len(words), start + 4) and len(words[end]) == 3 and _is_group(words[end]):
            value, end = value * 1000 + int(words[end]), end + 1
    return _read_magnitudes(words, end, value)


def _read_magnitudes(words: Words, end: int, value: int | float) -> Number:
    for _ in range(2):  # *two hundred thousand*, and no longer chain
        at = end + 1 if end < len(words) and words[end] == "-" else end
        if at >= len(words):
            break
        factor = MAGNITUDES.get(words[at]) or _million(words, at, value)
        if factor is None:
            break
        value, end = _scaled(value, factor), at + 1
    return Number(end, value)


def _million(words: Words, at: int, value: int | float) -> int | None:
    """*m* as the British press writes it: *3.5m people*, and not the metre of *300 m north*."""
    if words[at] != "m" or at + 1 >= len(words):
        return None
    counted = words[at + 1]
    plural = len(counted) > 3 and counted.endswith("s") and counted not in ("across", "towards", "afterwards")
    people = plural or counted in ("people", "children", "more", "cubic")
    return 10**6 if people or isinstance(value, float) else None


def _read_spelled(words: Words, start: int) -> Number | None:
    if words[start] in ("a", "an"):
        start += 1
        if start >= len(words) or words[start] not in MAGNITUDES:
            return None
    if words[start] not in SMALL and words[start] not in MAGNITUDES:
        return None
    total, current, at, largest = 0, 1 if words[start] in MAGNITUDES else 0, start, 10**15
    while at < len(words):
        step = _next_word(words, at, start)
        word = words[step]
        factor = MAGNITUDES.get(word, 0)
        if word in SMALL and _fits(current, SMALL[word], words[step - 1], step == start):
            current += SMALL[word]
        elif 0 < factor <= 100 and current < 100:
            current *= factor
        elif 100 < factor < largest and current:
            total, current, largest = total + current * factor, 0, factor
        else:
            break
        at = step + 1
    return _read_and_a_half(words, at, total + current)


def _next_word(words: Words, at: int, start: int) -> int:
    """Where the number goes on after a hyphen (*twenty-four*) or *and* (*hundred and five*)."""
    joined = at > start and at + 1 < len(words)
    if joined and words[at] == "-" and (words[at + 1] in MAGNITUDES or 0 < SMALL.get(words[at + 1], 10) < 10):
        return at + 1
    if joined and words[at] == "and" and words[at - 1] in ("hundred", "thousand") and words[at + 1] in SMALL:
        return at + 1
    return at


def _fits(current: int, value: int, before: str, first: bool) -> bool:
    if first or before in MAGNITUDES or before == "and":
        return True
    return current % 100 >= 20 and current % 10 == 0 and value < 10


def _read_and_a_half(words: Words, end: int, value: int) -> Number:
    if end < len(words) and words[end] == "and" and words[end + 1 : end + 3] == ["a", "half"]:
        return _read_magnitudes(words, end + 3, value + 0.5)
    return Number(end, value)


def read_half(words: Words, start: int) -> Number | None:
    """*half a million*, *half a dozen*."""
    if words[start] != "half" or start + 2 >= len(words) or words[start + 1] not in ("a", "-"):
        return None
    factor = MAGNITUDES.get(words[start + 2])
    return Number(start + 3, factor // 2) if factor else None


def read_plural(words: Words, start: int) -> Number | None:
    """*dozens*, *tens of thousands*, *several hundred*: twice the magnitude at least, open above."""
    word = words[start]
    if word in VAGUE:
        return _read_several(words, start + 1)
    factor = PLURALS.get(word)
    if factor is None or (word == "scores" and words[start + 1 : start + 2] != ["of"]):
        return None  # the verb
    end = start + 1
    while end + 1 < len(words) and words[end] == "of" and words[end + 1] in PLURALS:
        factor, end = factor * PLURALS[words[end + 1]], end + 2
    return Number(end, 2 * factor, open=True)


def _read_several(words: Words, start: int) -> Number | None:
    if words[start : start + 1] == ["of"]:
        start += 1
    if start >= len(words):
        return None
    if words[start] in PLURALS:
        return read_plural(words, start)
    if words[start] not in MAGNITUDES:
        return None
    inner = _read_magnitudes(words, start, 2)
    return Number(inner.end, inner.value, open=True)


def read_share(words: Words, start: int) -> Number | None:
    """A fraction as percent: *half*, *a third*, *two-thirds*, *one in four*, *three out of five*, *¾*."""
    word = words[start]
    if word in _GLYPHS:
        return Number(start + 1, _GLYPHS[word] * 100, share=True)
    if word == "half":
        return Number(start + 1, Fraction(50), share=True)
    count = 1 if word in ("a", "an") else SMALL.get(word)
    if count is None and _is_group(word):
        count = int(word)
    if not count or count > 10 or start + 1 >= len(words):
        return None
    part = start + 2 if words[start + 1] == "-" else start + 1
    whole = PARTS.get(words[part]) if part < len(words) else None
    if whole is not None and count < whole and (count == 1) == (not words[part].endswith("s")):
        return Number(part + 1, Fraction(100 * count, whole), share=True)
    return _read_one_in(words, start, count) if word not in ("a", "an") else None


def _read_one_in(words: Words, start: int, count: int) -> Number | None:
    at = start + 1
    if words[at] == "-":
        at += 1
    link, after = words[at] if at < len(words) else "", words[at + 1] if at + 1 < len(words) else ""
    out = (link == "out" and after == "of") or (link == "of" and after in ("every", "10", "ten"))
    if not out and link != "in":
        return None
    at += 2 if link == "out" else 1
    while at < len(words) and words[at] in ("every", "-"):
        at += 1
    whole = read_number(words, at) if at < len(words) else None
    if whole is None or whole.value not in _WHOLES or count >= whole.value:
        return None
    if not out and count > 1 and whole.value != 10:
        return None  # "two in five villages" counts two
    return Number(whole.end, Fraction(100 * count) / Fraction(whole.value), share=True)
