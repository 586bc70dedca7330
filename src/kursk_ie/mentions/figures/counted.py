"""What a number counts: the noun phrase after it, by the lexicon ``models/counted.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kursk_ie.mentions.figures.numbers import numeral
from kursk_ie.results import Measure
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    capitalised,
)

PEOPLE: Final = frozenset({"person", "civilian", "fighter", "prisoner", "displaced", "victim", "fate"})
STRONG: Final = PEOPLE | {
    "equipment",
    "munition",
    "strike",
}  # kinds that make a figure wherever they are counted
_WARLIKE: Final = STRONG - {"person"} | {"sign", "formation"}
_REACH: Final = 7  # words between a number and its noun, at most
_FATE_REACH: Final = 3  # words between a number and *killed*, at most

_CLASSES: Final = (
    AUXILIARIES,
    PREPOSITIONS,
    CONJUNCTIONS,
    ARTICLES,
    DEMONSTRATIVES,
    RELATIVES,
    PERSONAL_PRONOUNS,
)
_ADVERBS: Final = frozenset({
    "if", "when", "while", "whereas", "because", "although", "though", "despite", "against", "them",
    "each", "apiece", "all", "both", "either", "neither", "not", "n't", "more", "others", "other",
    "overall", "altogether", "total", "alone", "so", "far", "still", "already", "now", "then", "there",
    "here", "again", "ago", "also", "reportedly", "allegedly", "said", "says", "say", "told", "according",
    "included", "such", "due", "amid", "only", "just", "too", "last", "next", "later", "earlier",
})  # fmt: skip
# A noun phrase ends before these; a number before one of them stands alone.
CLOSERS: Final = _ADVERBS.union(*_CLASSES)
_MARKS: Final = frozenset("()[]{}.,;:!?…\"“”'’«»–—|/*-")
_VERBS: Final = frozenset({
    "went", "came", "left", "fled", "sent", "fell", "took", "lost", "shot", "held", "hid", "lay", "led",
    "met", "ran", "saw", "set", "sank", "sunk", "arrived", "remain", "remains", "stayed", "stood",
    "survived", "return", "flew", "fought", "got", "gave", "going", "coming", "fighting", "trying",
    "waiting",
})  # fmt: skip
_AGENTS: Final = ("ists", "ians", "eers", "smen", "smiths")  # plurals that only people have
_NATIONS: Final = ("ans", "ese")
_MODEL: Final = re.compile(r"(?:[A-Z][A-Za-z]{0,3}|Shahed|Geran|Iskander)-[0-9]")  # T-72, Su-34s, Kh-101
_MISSILES: Final = ("Kh-", "S-", "R-", "X-", "Shahed", "Geran", "Iskander", "ATACMS")


@dataclass(frozen=True, slots=True, eq=False)
class Noun:
    """An entry of the lexicon: its lemma, kind and, where the noun alone tells it, its measure."""

    lemma: str
    kind: str
    measure: Measure | None


class Phrase:
    """A noun phrase: words ``start`` to ``end``, with the entry of its head.

    ``noun`` is ``UNKNOWN`` for a head that the lexicon lacks, ``None`` where there is no phrase at all.
    """

    __slots__ = ("end", "noun", "start")

    def __init__(self, start: int, end: int, noun: Noun | None) -> None:
        self.start = start
        self.end = end
        self.noun = noun


_EQUIPMENT: Final = Noun("model", "equipment", "equipment")
_MUNITION: Final = Noun("model", "munition", None)
_PERSON: Final = Noun("person", "person", None)
UNKNOWN: Final = Noun("", "unknown", None)


class Counted:
    """The lexicon of counted nouns and the reading of noun phrases by it."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/counted.tsv``; ``cut`` is the tokenizer of the pipeline.

        Raises:
            LexiconError: the table is missing or broken.
        """
        rows = read_table("counted.tsv", ("noun", "plural", "kind", "measure"))
        nouns = [(row, Noun(row["noun"], row["kind"], row["measure"] or None)) for row in rows]  # type: ignore[arg-type]
        things = [(row, noun) for row, noun in nouns if noun.kind not in ("sign", "remote")]
        self._one = Phrases(((row["noun"].lower(), noun) for row, noun in things), cut)
        self._many = Phrases(((row["plural"].lower(), noun) for row, noun in things), cut)
        self._by_lemma = {row["noun"].lower(): noun for row, noun in things}
        self._by_lemma |= {row["plural"].lower(): noun for row, noun in things}
        single = [
            (words[0], noun.kind)
            for row, noun in nouns
            for form in (row["noun"], row["plural"])
            if len(words := cut(form.lower())) == 1
        ]
        self.warlike = frozenset(word for word, kind in single if kind in _WARLIKE)
        self.remote = frozenset(word for word, kind in single if kind == "remote")

    def noun(self, phrase: str) -> Noun | None:
        """The entry of a noun phrase such as *North Korean soldiers*: that of its longest known ending."""
        words = phrase.lower().replace("’", "'").split()
        for start in range(len(words)):
            found = self._by_lemma.get(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def read(self, tokens: Tokens, start: int, one: bool = False) -> Phrase:
        """The noun phrase from word ``start``; empty, with no noun, where the number stands alone.

        ``one`` says that the noun is in the singular.
        """
        norms, words = tokens.norms, tokens.words
        forms = self._one if one else self._many
        known: Phrase | None = None  # a model, or what became of those counted: a noun may follow yet
        at, limit = start, min(len(norms), start + _REACH)
        while at < limit and not (at > start and tokens.breaks[at]):
            found = forms.at(norms, at)
            if found is None:
                if norms[at] in CLOSERS or (words[at] in _MARKS and not _joins(tokens, start, at)):
                    break
                if _MODEL.match(words[at]):
                    known = known or Phrase(start, at + 1, _model(words[at]))
                elif not one and _plural(words[at], norms[at]) and not self._names_head(tokens, at):
                    return known or Phrase(start, at + 1, _guess(words[at], norms[at]))
                at += 1
                continue
            end, noun = found
            if noun.kind != "fate":
                end, noun = self._compound(norms, end, noun) if one else (end, noun)
                return Phrase(start, end, noun)
            known = known or (Phrase(start, end, noun) if end - start <= _FATE_REACH else None)
            at = end
        if known is not None:
            return known
        if at == start or verbal(norms[start]):
            return Phrase(start, start, None)
        return Phrase(start, at, UNKNOWN)

    def _names_head(self, tokens: Tokens, at: int) -> bool:
        """*Four Sindh | Rangers personnel*: a capitalised plural that only tells whose the counted are."""
        if at + 1 == len(tokens) or not capitalised(tokens.words[at]):
            return False
        return self._many.at(tokens.norms, at + 1) is not None

    def _compound(self, norms: list[str], end: int, noun: Noun) -> tuple[int, Noun]:
        """Follow *one police officer*, *one drone strike* to the head."""
        while end < len(norms):
            found = self._one.at(norms, end)
            if found is None or found[1].kind in ("fate", "other"):
                break
            end, noun = found
        return end, noun


def _joins(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a mark stands inside the phrase: the hyphen of *Kyiv-backed*, quotes of *20 "Grad" guns*."""
    if tokens.words[at] in QUOTE_MARKS:
        return at == start or not QUOTE_MARKS.isdisjoint(tokens.words[start:at])
    before = 0 < at < len(tokens) - 1 and tokens.ends[at - 1] == tokens.starts[at]
    return tokens.words[at] == "-" and before and tokens.ends[at] == tokens.starts[at + 1]


def verbal(norm: str) -> bool:
    """Whether the word after a lone number reads as a verb or adverb: *10,000 reached the border*."""
    return norm.endswith(("ed", "ly")) or norm in _VERBS


def _plural(word: str, norm: str) -> bool:
    if not norm.endswith(("s", "men")) or len(norm) < 4 or norm.endswith(("ss", "us", "is", "'s")):
        return False
    return numeral(norm) is None and not word.isupper()


def _model(word: str) -> Noun:
    return _MUNITION if word.startswith(_MISSILES) else _EQUIPMENT


def _guess(word: str, norm: str) -> Noun:
    if norm.endswith(_AGENTS) or (capitalised(word) and norm.endswith(_NATIONS)):
        return _PERSON
    return UNKNOWN
