"""Where a date expression stands: its words, its paragraph, its anchors, and which way its sentence looks."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from typing import Final, NamedTuple

from kursk_ie.mentions.dates.calendar_values import Period
from kursk_ie.mentions.dates.words import DASHES, DateWords
from kursk_ie.text.signs import find_signs
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_LONG_DASHES: Final = "–—‐"  # the tokenizer leaves them inside a word
_DASH: Final = re.compile(f"([{_LONG_DASHES}])")
_REACH: Final = 25  # words looked at on either side for a sign of tense
_NEAR: Final = 10  # words between an infinitive and its date
_AFTER: Final = frozenset({"since", "after", "following"})
_STOPS: Final = frozenset({".", "!", "?", ";", "…"})
_NOT_VERBS: Final = frozenset(
    {"hundred", "need", "indeed", "speed", "armed", "united", "breed", "seed", "feed", "deed"}
)
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"}
)
_BEFORE_PARTICIPLE: Final = _DETERMINERS | {
    "of",
    "in",
    "for",
    "with",
    "from",
    "to",
    "-",
}  # "the occupied town"


class Expression(NamedTuple):
    """A date expression: words from ``start`` up to ``end``, its period, and whether that needs an anchor."""

    start: int
    end: int
    period: Period
    relative: bool


class Context:
    """A text while dates are read from it.

    Attributes:
        tokens: the text.
        lexicon: the words of dates.
        published: the day that relative expressions count from; any day where it is unknown, as they then
            get no value.
        named: the day that the text named last, at first that of publication; *that day* and *a day earlier* count
            from it.
    """

    __slots__ = ("lexicon", "named", "published", "tokens")

    def __init__(self, tokens: Tokens, lexicon: DateWords, published: dt.date) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.published = published
        self.named = published

    def at(self, index: int) -> str:
        """The normalised word, or an empty one beyond the text."""
        norms = self.tokens.norms
        return norms[index] if 0 <= index < len(norms) else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return capitalised(self.tokens.words[index])

    def hyphened(self, index: int) -> bool:
        """Whether the word is a hyphen that ties its neighbours together, not a dash between them."""
        tokens = self.tokens
        if not 0 < index < len(tokens) - 1 or tokens.norms[index] not in DASHES:
            return False
        return (
            tokens.ends[index - 1] == tokens.starts[index] and tokens.ends[index] == tokens.starts[index + 1]
        )

    def whole(self, start: int, end: int) -> bool:
        """Whether the words stand in one paragraph."""
        return end == start + 1 or all(lines < 2 for lines in self.tokens.breaks[start + 1 : end])

    def direction(self, start: int, end: int) -> int:
        """Which way the clause around the words looks: -1 past, 1 future, 0 if nothing tells."""
        if self.at(start - 1) in _AFTER:
            return -1
        return self._before(start) or self._after(end)

    def _before(self, start: int) -> int:
        """The nearest sign to the left; an infinitive takes its direction from the verb that governs it."""
        lexicon, infinitive = self.lexicon, False
        for i in range(start - 1, max(start - _REACH, -1), -1):
            word = self.at(i)
            if word in _STOPS or self.tokens.breaks[i + 1] > 0:
                break
            if word in lexicon.future:
                return -1 if self.at(i + 1) == "have" else 1
            if word == "to" and start - i <= _NEAR and self._verb_follows(i):
                infinitive = True
            elif infinitive and (
                word in lexicon.intent or (word in ("was", "were") and self.at(i + 1) == "to")
            ):
                return 1
            elif self._past(i):
                if "be" not in (self.at(i - 1), self.at(i - 2)):
                    return -1
                if infinitive:
                    return 1  # "should be allowed to expire"
        return 1 if infinitive else 0

    def _after(self, end: int) -> int:
        lexicon = self.lexicon
        for i in range(end, min(end + _REACH, len(self.tokens))):
            word = self.at(i)
            if word in _STOPS or self.tokens.breaks[i] > 0:
                break
            if word in lexicon.future:
                return -1 if self.at(i + 1) == "have" else 1
            if self._past(i):
                return -1
        return 0

    def _past(self, i: int) -> bool:
        word = self.at(i)
        if word in self.lexicon.past:
            return True
        regular = word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS
        return regular and self.at(i - 1) not in _BEFORE_PARTICIPLE

    def _verb_follows(self, i: int) -> bool:
        """Whether *to* begins an infinitive: a plain lower-case word follows."""
        word = self.tokens.words[i + 1] if i + 1 < len(self.tokens) else ""
        if word.endswith("s") and not word.endswith("ss"):
            return False
        return word.isalpha() and word.islower() and word not in _DETERMINERS and not word.endswith("ing")


def split_dashes(tokens: Tokens) -> tuple[Tokens, list[int]] | None:
    """The tokens with *14–15* and *June–1* cut at the dash, and the word that each part comes from.

    ``None`` where every dash is a word of its own.
    """
    at_dashes = {bisect_right(tokens.starts, at) - 1 for at in find_signs(_LONG_DASHES, tokens.text)}
    glued = [index for index in at_dashes if len(tokens.words[index]) > 1]
    if not glued:
        return None
    parts = Tokens(tokens.text, [], [], [], [], [], ())
    origin: list[int] = []
    done = 0
    for index in sorted(glued):
        word, start, lines = tokens.words[index], tokens.starts[index], tokens.breaks[index]
        _copy(tokens, done, index, parts, origin)
        done = index + 1
        for piece in filter(None, _DASH.split(word)):
            end = start + len(piece)
            parts.words.append(piece)
            parts.norms.append(piece.lower())
            parts.starts.append(start)
            parts.ends.append(end)
            parts.breaks.append(lines)
            origin.append(index)
            start, lines = end, 0
    _copy(tokens, done, len(tokens), parts, origin)
    return parts, origin


def _copy(tokens: Tokens, start: int, end: int, parts: Tokens, origin: list[int]) -> None:
    """Take these words over as they are."""
    parts.words += tokens.words[start:end]
    parts.norms += tokens.norms[start:end]
    parts.starts += tokens.starts[start:end]
    parts.ends += tokens.ends[start:end]
    parts.breaks += tokens.breaks[start:end]
    origin += range(start, end)
