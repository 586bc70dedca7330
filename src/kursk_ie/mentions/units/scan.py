"""Reading a unit's name leftwards from its echelon: qualifiers, honorific names, and the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kursk_ie.mentions.units.words import ENDINGS, Style, UnitWords, ordinal_number
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

QUOTES: Final = frozenset({'"', "'", "“", "”", "„", "«", "»", "''", "``"})
_MOST_WORDS: Final = 14
_MOST_NAMES: Final = 5
_LISTED: Final = frozenset({",", "and", "or", "&", "/"})
_PARTICLES: Final = frozenset({"al", "el", "ad", "ibn", "bin", "ben", "de", "von"})


@dataclass(slots=True)
class Stem:
    """What stands before an echelon.

    Attributes:
        start: first word of the unit so far.
        number, style: its number in Arabic digits, and how it was written; ``None`` without one.
        names: places of honorific words; quoted: whether they stand in quotation marks.
        qualifiers: places of the words that the lexicon knows.
    """

    start: int
    number: str | None = None
    style: Style | None = None
    names: list[int] = field(default_factory=list)
    qualifiers: list[int] = field(default_factory=list)
    quoted: bool = False


class Scanner:
    """Reads stems with the words of a lexicon."""

    def __init__(self, words: UnitWords) -> None:
        self._words = words

    def number_at(self, tokens: Tokens, at: int) -> tuple[int, str, Style] | None:
        """The unit number whose last word stands ``at``: its first word, Arabic digits, and style."""
        norm = tokens.norms[at]
        if norm[0].isdigit():
            number = ordinal_number(norm)
            if number is not None:
                day = at > 0 and tokens.norms[at - 1] in self._words.months
                return None if day else (at, number, "ordinal")
            year = len(norm) == 4 and norm[:2] in ("19", "20")
            whole = norm.isascii() and norm.isdecimal() and norm[0] != "0" and len(norm) <= 5
            return (at, norm, "plain") if whole and not year else None
        if norm in ENDINGS and at > 1 and tokens.norms[at - 1] == "-":
            digits = tokens.norms[at - 2]
            whole = digits.isascii() and digits.isdecimal() and len(digits) <= 4
            return (at - 2, digits, "ordinal") if whole else None
        word = self._words.numbers.get(tokens.words[at])
        return (at, *word) if word else None

    def listed_before(self, tokens: Tokens, stem: Stem) -> Iterator[tuple[int, str]]:
        """Numbers that share the echelon: *the 14th and 92nd Brigades*; first word and digits of each."""
        at = stem.start
        if at > 1 and tokens.norms[at - 1] in self._words.side_adjectives and tokens.norms[at - 2] in _LISTED:
            at -= 1  # the Ukrainian 95th and Russian 810th Brigades
        while stem.style == "ordinal" and at > 1 and tokens.norms[at - 1] in _LISTED:
            place = at - 2
            if tokens.norms[at - 1] == "and" and tokens.norms[place] == ",":
                place -= 1
            number = self.number_at(tokens, place) if place >= 0 else None
            if number is None or number[2] != "ordinal":
                return
            at = number[0]
            yield at, number[1]

    def left(self, tokens: Tokens, echelon: int) -> Stem:
        """The stem that ends before the word ``echelon``."""
        stem = Stem(echelon)
        at = echelon - 1
        floor = max(0, echelon - _MOST_WORDS)
        while at >= floor and tokens.breaks[at + 1] < 2:
            number = self.number_at(tokens, at)
            if number is not None:
                stem.start, stem.number, stem.style = number
                break
            step = self._step(tokens, at, stem)
            if step is None:
                break
            at = step
        if stem.number is None:
            inside = stem.names + stem.qualifiers
            stem.start = min(inside, default=echelon)
            if stem.quoted and stem.names and stem.start == min(stem.names) and stem.start > 0:
                stem.start -= tokens.norms[stem.start - 1] in QUOTES
        return stem

    def _step(self, tokens: Tokens, at: int, stem: Stem) -> int | None:
        """Take the word ``at`` into the stem; the place to go on from, or ``None`` where the name ends."""
        norm = tokens.norms[at]
        if norm in self._words.inner and not (stem.names and tokens.words[at].islower() and stem.quoted):
            stem.qualifiers.append(at)
            return at - 1
        if norm == "-":
            return at - 1 if _joined(tokens, at) else None
        if norm in QUOTES:
            return self._quoted(tokens, at, stem)
        if norm == ")":
            return at - 3 if at > 2 and tokens.words[at - 2] == "(" else None
        if norm == "of" or (norm == "the" and at > 1 and tokens.norms[at - 1] == "of"):
            before = at - 1 if norm == "of" else at - 2
            return before if before >= 0 and tokens.norms[before] == "order" else None
        if norm in ("and", "&"):
            inside = (
                at > 0 and tokens.norms[at - 1] in self._words.inner and capitalised(tokens.words[at - 1])
            )
            return at - 1 if inside and stem.qualifiers else None
        return self._name(tokens, at, stem)

    def _name(self, tokens: Tokens, at: int, stem: Stem) -> int | None:
        norm = tokens.norms[at]
        particle = norm in _PARTICLES and bool(stem.names)
        if not particle and not capitalised(tokens.words[at]):
            return None
        if norm in self._words.generic or norm in self._words.echelon_words or len(stem.names) >= _MOST_NAMES:
            return None
        if norm in self._words.side_words and not (at > 0 and self.number_at(tokens, at - 1)):
            return None
        stem.names.append(at)
        return at - 1

    def _quoted(self, tokens: Tokens, close: int, stem: Stem) -> int | None:
        """Take a name in quotation marks that ends at ``close``; a quotation is no name."""
        for start in range(close - 1, max(-1, close - 6), -1):
            if tokens.norms[start] in QUOTES:
                inside = range(start + 1, close)
                if not inside or not all(_fit_for_name(tokens.words[place]) for place in inside):
                    return None
                stem.names.extend(inside)
                stem.quoted = True
                return start - 1
        return None


def _fit_for_name(word: str) -> bool:
    return (
        capitalised(word)
        or word[0].isdigit()
        or word == "-"
        or word in _PARTICLES
        or word in ("of", "the", "'s")
    )


def _joined(tokens: Tokens, at: int) -> bool:
    """Whether the hyphen ``at`` stands between two words without a blank."""
    return at > 0 and tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]


def quoted_name(tokens: Tokens, at: int) -> int | None:
    """End, after the closing mark, of a name in quotation marks that begins at word ``at``."""
    if at + 2 >= len(tokens) or tokens.norms[at] not in QUOTES or tokens.ends[at] != tokens.starts[at + 1]:
        return None
    for close in range(at + 2, min(len(tokens), at + 6)):
        if tokens.norms[close] in QUOTES:
            inside = tokens.words[at + 1 : close]
            return close + 1 if capitalised(inside[0]) and all(map(_fit_for_name, inside)) else None
    return None
