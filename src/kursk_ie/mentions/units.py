"""Military units and formations: *810th Independent Guards Marine Brigade*, *11th Corps*, *Akhmat unit*, *the 810th*.

A unit is read around an anchor: a word of an echelon, of a known name, or an abbreviation. From an echelon the name is
read leftwards to its number; how much of a name it takes depends on how strongly the echelon tells a unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from kursk_ie.mentions.found import Found
from kursk_ie.mentions.unit_names import NamedUnits
from kursk_ie.mentions.unit_naming import Draft, name_units
from kursk_ie.mentions.unit_register import Register
from kursk_ie.mentions.unit_scan import QUOTES, Scanner, Stem, number_at, quoted_name
from kursk_ie.mentions.unit_words import Echelon, ordinal_number, read_unit_words
from kursk_ie.results import Unit
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens

_WINDOW = 14  # words on each side that may show a loose echelon to be military
_MARKS = frozenset({"no", "no.", "№", "nr", "number"})
_LISTED = frozenset({",", "and", "or", "&", "/"})
_NAMED = frozenset({"brigade", "battalion", "regiment"})  # an honorific name is enough for these
_BEFORE_NAME = frozenset({"the", "'s", "'", "of", "from", "by", "with", "and", "including", "in", "to", "against"})
_AFTER_SHORT = frozenset(
    ". , ; : ! ? ) ' 's and or but is was are were has had have will would can could said says say in on at to from with "
    "by near for after before while when who which that as also did does lost took held".split()
)
_DAYS = frozenset({"on", "until", "since", "by", "of"})


class UnitGrammar:
    """Finds the units of a text."""

    def __init__(self, cut: Cut) -> None:
        """Read the lexicons under models/.

        Raises:
            LexiconError: a table is missing or broken.
        """
        self._words = words = read_unit_words(cut)
        self._register = Register(cut)
        self._scan = Scanner(words)
        self._named = NamedUnits(words, self._register)
        self._abbreviations = {word.lower() for word in words.abbreviations}
        self._anchors = words.echelon_words | self._register.first_words | self._abbreviations | words.short

    def find(self, tokens: Tokens) -> list[Found[Unit]]:
        """All units of the text, in text order, without overlap."""
        anchors = self._anchors
        places = [at for at, norm in enumerate(tokens.norms) if norm in anchors]
        if not places:
            return []
        drafts: list[Draft] = []
        for at in places:
            drafts += self._around(tokens, at)
        drafts += self._named.find(tokens, places)
        drafts = _longest(drafts)
        if not (drafts := _longest([*drafts, *self._named.repeated(tokens, places, drafts)])):
            return []
        drafts = _longest(drafts + self._repeated(tokens, drafts))
        for draft in drafts:
            draft.side = self._side(tokens, draft)
        return name_units(drafts, tokens, self._register, self._sides(tokens))

    def _around(self, tokens: Tokens, at: int) -> list[Draft]:
        """The units whose echelon, abbreviation or short branch is the word ``at``."""
        found = self._words.echelons.at(tokens.norms, at)
        if found is not None:
            end, echelon = found
            stem = self._scan.left(tokens, at)
            if echelon.kind == "generic" or self._civil(tokens, stem, end):
                return []
            if stem.number is not None:
                return self._numbered(tokens, stem, at, end, echelon)
            draft = self._number_after(tokens, stem, at, end, echelon) or self._titled(tokens, stem, at, end, echelon)
            return [draft] if draft else []
        return self._abbreviated(tokens, at) or self._without_echelon(tokens, at)

    # numbered units

    def _numbered(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> list[Draft]:
        branch = self._branch(tokens, stem, at)
        if not self._accepted(tokens, stem, at, end, echelon, branch):
            return []
        drafts = [self._draft(tokens, stem.start, end, stem.number, branch, echelon.name)]
        for place, number in _listed_before(tokens, stem):
            width = 1 if ordinal_number(tokens.norms[place]) else 3
            title = drafts[0].title
            drafts.append(Draft(place, place + width, number, branch, echelon.name, title=title))
        return drafts

    def _accepted(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon, branch: str | None) -> bool:
        """Whether number, qualifiers and echelon together name a unit rather than count or rank something."""
        capital = tokens.words[at][0].isupper()
        if stem.style == "plain" and (echelon.plural or (stem.names and not stem.quoted) or not (capital or branch)):
            return False
        if stem.style == "spelled" and not capital:
            return False
        if stem.style == "roman" and (not capital or echelon.plural):
            return False
        if stem.style == "roman" and tokens.words[stem.start] in ("I", "V", "X") and stem.start != at - 1:
            return False
        if echelon.kind == "firm":
            return True
        if echelon.kind == "loose":
            return branch is not None or self._military(tokens, stem.start, end)
        return branch is not None or echelon.kind == "grouping"

    def _number_after(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> Draft | None:
        """*Brigade 93*, *brigade No. 94*, *Light Infantry Division 77*, *Unit 8200*."""
        place, size = end, len(tokens)
        marked = False
        if place + 2 < size and tokens.words[place] == "(" and tokens.words[place + 2] == ")":
            place += 3
        if place < size and tokens.norms[place] in _MARKS:
            marked = True
            place += 1 + (place + 1 < size and tokens.words[place + 1] == ".")
        if place >= size or echelon.plural or not (marked or tokens.words[at][0].isupper()):
            return None
        number = number_at(tokens, place)
        if number is None or number[2] != "plain" or (place + 1 < size and tokens.norms[place + 1] in _counting(self)):
            return None
        branch = self._branch(tokens, stem, at)
        if not self._number_fits(tokens, stem, at, echelon, branch, int(number[1])):
            return None
        start = _capitals(tokens, stem, at)
        return self._draft(tokens, start, place + 1, number[1], branch, echelon.name, stop=end)

    def _number_fits(
        self, tokens: Tokens, stem: Stem, at: int, echelon: Echelon, branch: str | None, number: int
    ) -> bool:
        if echelon.name == "unit":
            military = at > 0 and tokens.norms[at - 1] == "military"
            return military or (number >= 100 and self._military(tokens, stem.start, at + 1))
        if echelon.kind == "firm":
            return echelon.name not in ("army", "corps")
        return echelon.kind == "loose" and branch is not None

    def _abbreviated(self, tokens: Tokens, at: int) -> list[Draft]:
        """*810 obrmp*, *64th MRB*."""
        words = self._words.abbreviations
        found = words.get(tokens.words[at]) or words.get(tokens.norms[at])
        if found is None or at == 0:
            return []
        stem = self._scan.left(tokens, at)
        if stem.number is None or stem.style not in ("ordinal", "plain") or stem.names:
            return []
        if tokens.words[at].isupper() and len(tokens.words[at]) < 3 and stem.style == "plain":
            return []  # "220 AC" is a current
        title = f"{(found[0] or '').title()} {found[1].title()}".strip()
        return [Draft(stem.start, at + 1, stem.number, found[0], found[1], title=title)]

    def _without_echelon(self, tokens: Tokens, at: int) -> list[Draft]:
        """*the 82nd Airborne*."""
        end = at + 1
        if tokens.norms[at] not in self._words.short or not tokens.words[at][0].isupper():
            return []
        if end < len(tokens) and (tokens.words[end][0].isupper() or tokens.norms[end] in self._words.inner):
            return []
        stem = self._scan.left(tokens, at)
        if stem.style != "ordinal" or stem.names or (end < len(tokens) and tokens.norms[end] in self._words.echelon_words):
            return []
        return [self._draft(tokens, stem.start, end, stem.number, self._branch(tokens, stem, end), None)]

    def _repeated(self, tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
        """*the 810th* after *the 810th Marine Brigade*; not *the 24th* of a month."""
        known = {draft.number for draft in drafts if draft.number and draft.end - draft.start > 1}
        if not known:
            return []
        shown = {f"{number}{ending}" for number in known for ending in ("st", "nd", "rd", "th")}
        first = min(draft.start for draft in drafts if draft.number)
        repeated = []
        for at in range(first + 1, len(tokens)):
            if tokens.norms[at] not in shown or tokens.norms[at - 1] not in ("the", "'s"):
                continue
            end = at + 1
            while end < len(tokens) and tokens.norms[end] in self._words.inner and tokens.words[end][0].isupper():
                end += 1
            number = ordinal_number(tokens.norms[at])
            after = tokens.norms[end] if end < len(tokens) else "."
            day = int(number or 0) <= 31 and at > 1 and tokens.norms[at - 2] in _DAYS
            if after in _AFTER_SHORT or after in self._words.people or after in QUOTES:
                if not day or end > at + 1:
                    branch = self._words.branch(tokens.norms[at + 1 : end])
                    repeated.append(Draft(at, end, number, branch, short=True))
        return repeated

    # units by an honorific that no table knows

    def _titled(self, tokens: Tokens, stem: Stem, at: int, end: int, echelon: Echelon) -> Draft | None:
        """*Svoboda Battalion*, *"Kakhovka" operational group*, *battalion "Neva"*."""
        if echelon.plural or not (echelon.name in _NAMED or echelon.kind == "grouping"):
            return None
        if not stem.names:
            close = quoted_name(tokens, end) if end < len(tokens) else None
            return self._draft(tokens, at, close, None, None, echelon.name) if close else None
        start = min(stem.names)
        start -= stem.quoted and start > 0 and tokens.norms[start - 1] in QUOTES
        before = tokens.norms[start - 1] if start else ""
        introduced = before in _BEFORE_NAME or before in self._words.side_words
        if not (stem.quoted or introduced) or (end < len(tokens) and tokens.norms[end] == "general"):
            return None
        return self._draft(tokens, start, end, None, self._branch(tokens, stem, at), echelon.name)

    # shared

    def _draft(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        number: str | None,
        branch: str | None,
        echelon: str | None,
        stop: int | None = None,
    ) -> Draft:
        skip = 0
        if number is not None and stop is None:
            skip = 3 if tokens.norms[start + 1] == "-" and tokens.norms[start].isdecimal() else 1
        title = self._words.title(tokens.words[start + skip : stop or end])
        return Draft(start, end, number, branch, echelon, title=title)

    def _branch(self, tokens: Tokens, stem: Stem, end: int) -> str | None:
        return self._words.branch([tokens.norms[at] for at in range(stem.start, end)])

    def _civil(self, tokens: Tokens, stem: Stem, end: int) -> bool:
        civil = self._words.civil
        before = stem.start - 1 if stem.start else 0
        return any(norm in civil for norm in tokens.norms[before : end + 1])

    def _military(self, tokens: Tokens, start: int, end: int) -> bool:
        around = tokens.norms[max(0, start - _WINDOW) : start] + tokens.norms[end : end + _WINDOW]
        return not self._words.context.isdisjoint(around)

    def _side(self, tokens: Tokens, draft: Draft) -> str | None:
        """The side that the words right before the unit tell, or *of the Russian army* after it."""
        sides, norms = self._words.sides, tokens.norms
        at = draft.start - 1
        while at >= 0 and draft.start - at < 6:
            if norms[at] in self._words.side_words:
                pair = sides.at(norms, at - 1, at + 1) if at else None
                found = pair if pair and pair[0] == at + 1 else sides.at(norms, at, at + 1)
                return found[1] if found and tokens.words[at][0].isupper() else None
            if norms[at] not in self._words.inner and norms[at] not in ("'s", "'", "ground", "navy", *QUOTES):
                break
            at -= 1
        after = draft.end + 1
        if after < len(tokens) and norms[draft.end] == "of":
            after += norms[after] == "the"
            found = sides.at(norms, after) if after < len(tokens) else None
            return found[1] if found else None
        return None

    def _sides(self, tokens: Tokens) -> set[str]:
        hits = self._words.sides.find(tokens.norms)
        return {hit.value for hit in hits if hit.value and tokens.words[hit.start][0].isupper()}


def _counting(grammar: UnitGrammar) -> frozenset[str]:
    """Words after a number that show it counts something."""
    return grammar._words.people | {"%", "-", "percent", "km", "million"}


def _capitals(tokens: Tokens, stem: Stem, at: int) -> int:
    """First of the capitalised qualifiers that stand in a row before the echelon."""
    start = at
    while start - 1 in stem.qualifiers and tokens.words[start - 1][0].isupper():
        start -= 1
    return start


def _listed_before(tokens: Tokens, stem: Stem) -> Iterator[tuple[int, str]]:
    """Numbers that share the echelon: *the 14th and 92nd Brigades*; first word and digits of each."""
    if stem.style != "ordinal":
        return
    at = stem.start
    while at > 1 and tokens.norms[at - 1] in _LISTED:
        place = at - 2
        if tokens.norms[at - 1] == "and" and tokens.norms[place] == ",":
            place -= 1
        number = number_at(tokens, place) if place >= 0 else None
        if number is None or number[2] != "ordinal":
            return
        at = number[0]
        yield at, number[1]


def _longest(drafts: list[Draft]) -> list[Draft]:
    """Of mentions that overlap keep the longest."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda one: (one.start - one.end, one.start, one.known is None)):
        words = range(draft.start, draft.end)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(draft)
    return kept
