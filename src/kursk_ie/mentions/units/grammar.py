"""Military units and formations: *810th Independent Guards Marine Brigade*, *11th Corps*, *Akhmat unit*.

A unit is read around an anchor: a word of an echelon, of a known name, or an abbreviation. From an echelon
its name is read leftwards to the number; how much of a name it needs depends on how strongly it tells a unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kursk_ie.mentions.found import Found
from kursk_ie.mentions.units.names import NamedUnits
from kursk_ie.mentions.units.naming import Draft, name_units
from kursk_ie.mentions.units.numbers import NumberedUnits
from kursk_ie.mentions.units.register import Register
from kursk_ie.mentions.units.scan import QUOTES
from kursk_ie.mentions.units.sides import side_of, sides_in
from kursk_ie.mentions.units.words import ENDINGS, ordinal_number, read_unit_words
from kursk_ie.results import Unit
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_DAYS: Final = frozenset({"on", "until", "since", "by", "of"})  # before "the 24th": a day of the month


class UnitGrammar:
    """Finds the units of a text."""

    def __init__(self, cut: Cut) -> None:
        """Read the lexicons under models/.

        Raises:
            LexiconError: a table is missing or broken.
        """
        self._words = read_unit_words(cut)
        self._register = Register(cut)
        self._numbered = NumberedUnits(self._words)
        self._named = NamedUnits(self._words, self._register)
        self._anchors = self._numbered.anchors | self._register.first_words

    def find(self, tokens: Tokens) -> list[Found[Unit]]:
        """All units of the text, in text order, without overlap."""
        anchors = self._anchors
        places = [at for at, norm in enumerate(tokens.norms) if norm in anchors]
        if not places:
            return []
        drafts = [draft for at in places for draft in self._numbered.around(tokens, at)]
        hits = self._named.hits(tokens, places)
        drafts = _longest([*drafts, *self._named.find(tokens, hits)])
        if hits:
            drafts = _longest([*drafts, *self._named.repeated(tokens, hits, drafts)])
        if not drafts:
            return []
        drafts = _longest([*drafts, *self._repeated(tokens, drafts)])
        for draft in drafts:
            draft.side = side_of(tokens, draft, self._words)
        return name_units(drafts, tokens, self._register, sides_in(tokens, self._words))

    def _repeated(self, tokens: Tokens, drafts: list[Draft]) -> Iterator[Draft]:
        """*the 810th* after *the 810th Marine Brigade*; not *the 24th* of a month."""
        numbered = [draft for draft in drafts if draft.number]
        if not numbered:
            return
        shown = {f"{draft.number}{ending}" for draft in numbered for ending in ENDINGS}
        words, norms = self._words, tokens.norms
        for at in range(min(draft.start for draft in numbered) + 1, len(tokens)):
            if norms[at] not in shown or norms[at - 1] not in ("the", "'s"):
                continue
            end = at + 1
            while end < len(tokens) and norms[end] in words.inner and capitalised(tokens.words[end]):
                end += 1
            number = ordinal_number(norms[at]) or ""
            after = norms[end] if end < len(tokens) else "."
            day = end == at + 1 and int(number) <= 31 and at > 1 and norms[at - 2] in _DAYS
            verb = after in words.after_short or after.endswith("ed")
            if not day and (verb or after in words.people or after in QUOTES):
                yield Draft(at, end, number, words.branch(norms[at + 1 : end]), short=True)


def _longest(drafts: list[Draft]) -> list[Draft]:
    """Of mentions that overlap keep the longest."""
    if len(drafts) < 2:
        return drafts
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda one: (one.start - one.end, one.start, one.known is None)):
        words = range(draft.start, draft.end)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(draft)
    return kept
