"""Units by their name: those of the register, also short (*Zapad*) once the text has shown them in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kursk_ie.mentions.units.naming import Draft
from kursk_ie.mentions.units.register import Alias, KnownUnit, Register
from kursk_ie.mentions.units.scan import QUOTES
from kursk_ie.mentions.units.words import Echelon, UnitWords
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_PARTICLES: Final = frozenset({"al", "el"})
_PLACE_WORDS: Final = frozenset({"river", "sea", "region", "port", "reservoir", "bank"})
_STOPS: Final = frozenset({".", "!", "?", ":", *QUOTES})
_SPECIAL_FORCES: Final = Echelon("unit", "Special Forces", "bound", plural=False)
_Hit = tuple[int, int, list[Alias]]
_ENOUGH: Final = 3  # so many groupings of one army named side by side are no coincidence


class NamedUnits:
    """Finds units by the names of the register."""

    def __init__(self, words: UnitWords, register: Register) -> None:
        self._words = words
        self._register = register

    def find(self, tokens: Tokens, hits: list[_Hit]) -> Iterator[Draft]:
        """Units named in full, with an echelon, or by a short name before a word for people."""
        for start, end, aliases in hits:
            opening = start > 0 and tokens.norms[start - 1] in QUOTES
            closed = opening and end < len(tokens) and tokens.norms[end] in QUOTES
            whole = aliases[0].use == "full" and tokens.norms[end - 1] in self._words.echelon_words
            stop, echelon = (end, None) if whole else self._echelon(tokens, end + closed)
            known = _chosen(aliases, echelon, quoted=closed)
            if known is not None:
                yield _draft(start - closed, stop, known) if echelon else _draft(start, end, known)
                continue
            before = self._group_before(tokens, start - closed)
            bare = _bare(aliases)
            if before is not None:
                group = _chosen(aliases, before[1], quoted=True)
                if group is not None:
                    yield _draft(before[0], end + closed, group)
            elif bare is not None and self._stands_alone(tokens, start, end):
                after = end + closed
                if after < len(tokens) and tokens.norms[after] in self._words.people:
                    yield _draft(start, end, bare)

    def repeated(self, tokens: Tokens, hits: list[_Hit], drafts: list[Draft]) -> Iterator[Draft]:
        """Short names of units that the text has shown, and of groupings listed side by side."""
        shown = {draft.known.id for draft in drafts if draft.known}
        groups = any(draft.known and draft.known.echelon == "group" for draft in drafts)
        bare = []
        for start, end, aliases in hits:
            units = [alias.unit for alias in aliases if alias.use == "bare"]
            if units and self._stands_alone(tokens, start, end):
                bare.append((start, end, units))
        listed = {units[0].id for _, _, units in bare if units[0].echelon == "group"}
        for start, end, units in bare:
            for unit in units:
                group = unit.echelon == "group" and (groups or len(listed) >= _ENOUGH)
                if unit.id in shown or group:
                    yield _draft(start, end, unit)
                    break

    def hits(self, tokens: Tokens, places: list[int]) -> list[_Hit]:
        """Where a name of the register stands among the words at ``places``: first word, end, what it may name."""
        hits: list[_Hit] = []
        names, norms, words = self._register.names, tokens.norms, tokens.words
        first_words = self._register.first_words
        last = 0
        for start in places:
            if start < last or norms[start] not in first_words:
                continue
            found = names.at(norms, start)
            if found is None or not (capitalised(words[start]) or norms[start] in _PARTICLES):
                continue
            if any(capitalised(word) for word in words[start : found[0]]):
                last = found[0]
                hits.append((start, last, found[1]))
        return hits

    def _echelon(self, tokens: Tokens, at: int) -> tuple[int, Echelon | None]:
        """The echelon that follows a name, over qualifiers: its end and itself."""
        if tokens.norms[at : at + 2] in (["special", "forces"], ["special", "operations"]):
            return at + 2, _SPECIAL_FORCES
        place = at
        while place < len(tokens) and place < at + 4 and tokens.breaks[place] < 2:
            found = self._words.echelons.at(tokens.norms, place)
            if found is not None:
                units = found[1].plural and found[1].kind == "bound"  # "Storm-Z units" are units of it
                return (at, None) if units else found
            if tokens.norms[place] not in self._words.inner:
                break
            place += 1
        return at, None

    def _group_before(self, tokens: Tokens, start: int) -> tuple[int, Echelon] | None:
        """The grouping word right before a name (*battlegroup North*): its first word and itself."""
        for place in range(max(0, start - 6), start):
            if tokens.norms[place] in self._words.echelon_words:
                found = self._words.echelons.at(tokens.norms, place)
                if found is not None and found[0] == start and found[1].kind == "grouping":
                    return place, found[1]
        return None

    def _stands_alone(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a short name is not part of a longer one, nor the name of water."""
        if start > 0:
            before, word = tokens.norms[start - 1], tokens.words[start - 1]
            joined = before == "-" and tokens.ends[start - 1] == tokens.starts[start]
            if joined or (before == "of" and start > 1 and tokens.norms[start - 2] in _PLACE_WORDS):
                return False
            first = start == 1 or tokens.norms[start - 2] in _STOPS or tokens.breaks[start - 1] > 0
            if capitalised(word) and not first and tokens.breaks[start] == 0 and not self._leads(before):
                return False
            people = end < len(tokens) and tokens.norms[end] in self._words.people
            if before in ("across", "along", "river") or (before == "the" and not people):
                return False
        if end < len(tokens) and tokens.breaks[end] == 0:
            after = tokens.norms[end]
            if after == "-" and tokens.starts[end] == tokens.ends[end - 1]:
                return False
            if after in _PLACE_WORDS or (capitalised(tokens.words[end]) and after not in self._words.people):
                return False
        return True

    def _leads(self, norm: str) -> bool:
        return norm in self._words.side_words or norm in self._words.generic or norm in self._words.inner


def _bare(aliases: list[Alias]) -> KnownUnit | None:
    return next((alias.unit for alias in aliases if alias.use == "bare"), None)


def _chosen(aliases: list[Alias], echelon: Echelon | None, quoted: bool) -> KnownUnit | None:
    """The unit that a name with this echelon means."""
    for alias in aliases:
        if alias.use == "full":
            return alias.unit
    if echelon is None or echelon.kind == "generic echelon":
        return None
    for alias in aliases:
        clear = alias.use == "bare" or quoted or echelon.name != "group" or echelon.kind == "grouping"
        if alias.unit.echelon == echelon.name and clear:
            return alias.unit
    return _bare(aliases)


def _draft(start: int, end: int, known: KnownUnit) -> Draft:
    return Draft(start, end, known.number, known.branch, known.echelon, known.side, known.name, known)
