"""Units read from an echelon, with their number or an honorific name that no table knows."""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.units.naming import Draft
from kursk_ie.mentions.units.scan import QUOTES, Scanner, Stem, quoted_name
from kursk_ie.mentions.units.words import Echelon, UnitWords, number_width, ordinal
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_WINDOW: Final = 14  # words on each side that may show a loose echelon to be military
_MARKS: Final = frozenset({"no", "no.", "№", "nr", "number"})
_COUNTING: Final = frozenset({"%", "-", "percent", "km", "million"})  # after a number: it counts something
_NAMED: Final = frozenset({"brigade", "battalion", "regiment"})  # an honorific name is enough for these
_BEFORE_NAME: Final = frozenset(
    {"the", "'s", "'", "of", "from", "by", "with", "and", "including", "in", "to", "against"}
)


class NumberedUnits:
    """Reads the unit around the word of an echelon, an abbreviation, or a branch that stands for a unit."""

    def __init__(self, words: UnitWords) -> None:
        self._words = words
        self._scan = Scanner(words)
        self.anchors = words.echelon_words | words.short | {word.lower() for word in words.abbreviations}

    def around(self, tokens: Tokens, at: int) -> list[Draft]:
        """The units that the word ``at`` tells; several where numbers share it."""
        found = self._words.echelons.at(tokens.norms, at)
        if found is None:
            draft = self._abbreviated(tokens, at) or self._without_echelon(tokens, at)
            return [draft] if draft else []
        end, echelon = found
        stem = self._scan.left(tokens, at)
        if echelon.kind == "generic echelon" or self._civil(tokens, stem, end):
            return []
        if stem.number is not None:
            return self._numbered(tokens, stem, at, end, echelon)
        draft = self._number_after(tokens, stem, at, end, echelon) or self._titled(
            tokens, stem, at, end, echelon
        )
        return [draft] if draft else []

    def _numbered(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> list[Draft]:
        """*810th Independent Guards Marine Brigade*, *the 14th and 92nd Brigades*, *II Corps*."""
        branch = self._branch(tokens, stem, at)
        if stem.number is None or not self._accepted(tokens, stem, at, end, echelon, branch):
            return []
        rest = self._title(tokens, stem.start + number_width(tokens, stem.start), at, echelon.title)
        drafts = [
            Draft(stem.start, end, stem.number, branch, echelon.name, title=f"{ordinal(stem.number)} {rest}")
        ]
        for place, number in self._scan.listed_before(tokens, stem):
            stop, title = place + number_width(tokens, place), f"{ordinal(number)} {rest}"
            drafts.append(Draft(place, stop, number, branch, echelon.name, title=title))
        return drafts

    def _accepted(
        self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon, branch: str | None
    ) -> bool:
        """Whether number, qualifiers and echelon together name a unit rather than count or rank something."""
        capital = capitalised(tokens.words[at])
        if stem.style == "plain":
            counted = echelon.plural or (stem.names and not stem.quoted) or len(stem.number or "") > 4
            if counted or not (capital or branch):
                return False
        elif stem.style != "ordinal" and (not capital or echelon.plural):
            return False
        if tokens.words[stem.start] in ("I", "V", "X") and stem.start != at - 1:
            return False  # a pronoun or an initial
        if echelon.kind == "loose":
            return branch is not None or self._military(tokens, stem.start, end)
        return echelon.kind != "bound" or branch is not None

    def _number_after(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> Draft | None:
        """*Brigade 93*, *brigade No. 94*, *Light Infantry Division 77*, *Unit 8200*."""
        place, size = end, len(tokens)
        told = capitalised(tokens.words[at]) or (
            echelon.name == "unit" and tokens.norms[at - 1] == "military"
        )
        if place + 2 < size and tokens.words[place] == "(" and tokens.words[place + 2] == ")":
            place += 3
        if place < size and tokens.norms[place] in _MARKS:
            told = True
            place += 1 + (place + 1 < size and tokens.words[place + 1] == ".")
        if place >= size or echelon.plural or not told:
            return None
        number = self._scan.number_at(tokens, place)
        after = tokens.norms[place + 1] if place + 1 < size else ""
        if number is None or number[2] != "plain" or after in _COUNTING or after in self._words.people:
            return None
        branch = self._branch(tokens, stem, at)
        if not self._number_fits(tokens, stem, at, echelon, branch, int(number[1])):
            return None
        start = _capitals(tokens, stem, at)
        title = f"{ordinal(number[1])} {self._title(tokens, start, at, echelon.title)}"
        if echelon.name == "unit":
            title = f"Unit {number[1]}"
        return Draft(start, place + 1, number[1], branch, echelon.name, title=title)

    def _number_fits(
        self, tokens: Tokens, stem: Stem, at: int, echelon: Echelon, branch: str | None, number: int
    ) -> bool:
        if echelon.name == "unit":
            return number >= 1000 or (number >= 100 and self._military(tokens, stem.start, at + 1))
        if number > 9999:
            return False
        if echelon.kind == "firm":
            return echelon.name not in ("army", "corps")
        return echelon.kind == "loose" and branch is not None

    def _abbreviated(self, tokens: Tokens, at: int) -> Draft | None:
        """*810 obrmp*, *64th MRB*, *LIB 345*."""
        words, word = self._words.abbreviations, tokens.words[at]
        found = words.get(word) or words.get(tokens.norms[at])
        if found is None:
            return None
        branch, echelon = found
        stem = self._scan.left(tokens, at)
        number, start, end = stem.number, stem.start, at + 1
        if number is None and word.isupper() and len(word) > 2 and end < len(tokens):
            after = self._scan.number_at(tokens, end)
            if after is not None and after[2] == "plain" and self._military(tokens, at, end):
                number, start, end = after[1], at, end + 1
        elif stem.names or (stem.style == "plain" and word.isupper() and len(word) < 3):
            return None  # "220 AC" is a current
        if number is None:
            return None
        title = f"{ordinal(number)} {(branch or '').title()} {echelon.title()}".replace("  ", " ")
        return Draft(start, end, number, branch, echelon, title=title)

    def _without_echelon(self, tokens: Tokens, at: int) -> Draft | None:
        """*the 82nd Airborne*."""
        end, size = at + 1, len(tokens)
        if tokens.norms[at] not in self._words.short or not capitalised(tokens.words[at]):
            return None
        if end < size and (capitalised(tokens.words[end]) or tokens.norms[end] in self._words.inner):
            return None
        if end < size and tokens.norms[end] in self._words.echelon_words:
            return None
        stem = self._scan.left(tokens, at)
        if stem.style != "ordinal" or stem.number is None or stem.names:
            return None
        rest = self._title(tokens, stem.start + number_width(tokens, stem.start), end)
        branch = self._branch(tokens, stem, end)
        return Draft(stem.start, end, stem.number, branch, title=f"{ordinal(stem.number)} {rest}")

    def _titled(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> Draft | None:
        """*the Svoboda Battalion*, *"Kakhovka" operational group*, *battalion "Neva"*."""
        if echelon.plural or not (echelon.name in _NAMED or echelon.kind == "grouping"):
            return None
        branch = self._branch(tokens, stem, at)
        if not stem.names:
            close = quoted_name(tokens, end) if end < len(tokens) else None
            if close is None:
                return None
            return Draft(
                at, close, None, branch, echelon.name, title=self._title(tokens, end, close, echelon.title)
            )
        start = min(stem.names)
        start -= stem.quoted and start > 0 and tokens.norms[start - 1] in QUOTES
        before = tokens.norms[start - 1] if start else ""
        introduced = before in _BEFORE_NAME or before in self._words.side_adjectives
        rank = end < len(tokens) and tokens.norms[end] == "general"
        if rank or not (stem.quoted or introduced):
            return None
        return Draft(
            start, end, None, branch, echelon.name, title=self._title(tokens, start, at, echelon.title)
        )

    def _title(self, tokens: Tokens, start: int, end: int, echelon: str = "") -> str:
        return f"{self._words.title(tokens.words[start:end])} {echelon}".strip()

    def _branch(self, tokens: Tokens, stem: Stem, end: int) -> str | None:
        return self._words.branch([tokens.norms[at] for at in range(stem.start, end)])

    def _civil(self, tokens: Tokens, stem: Stem, end: int) -> bool:
        before = stem.start - 1 if stem.start else 0
        return not self._words.civil.isdisjoint(tokens.norms[before : end + 1])

    def _military(self, tokens: Tokens, start: int, end: int) -> bool:
        around = tokens.norms[max(0, start - _WINDOW) : start] + tokens.norms[end : end + _WINDOW]
        return not self._words.context.isdisjoint(around)


def _capitals(tokens: Tokens, stem: Stem, at: int) -> int:
    """First of the capitalised qualifiers that stand in a row before the echelon."""
    start = at
    while start - 1 in stem.qualifiers and capitalised(tokens.words[start - 1]):
        start -= 1
    return start
