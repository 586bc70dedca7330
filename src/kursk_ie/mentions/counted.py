"""What a number counts: the noun phrase after it, by the lexicon ``models/counted.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kursk_ie.mentions.numbers import numeral
from kursk_ie.results import Measure
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens

STRONG = frozenset(
    {"person", "civilian", "fighter", "prisoner", "displaced", "victim", "fate", "equipment", "munition", "strike"}
)
_WARLIKE = STRONG - {"person"} | {"sign", "formation"}
_REACH = 7  # words between a number and its noun, at most

AUXILIARIES = frozenset(
    "is are was were be been being has have had will would may might can could should must do does did 's 've".split()
)
# A noun phrase ends before these; a number before one of them stands alone.
CLOSERS = AUXILIARIES | frozenset(
    "of in on at to from for with by as into onto over under near across along around between against among after "
    "before during since until within without through towards toward per via about above behind inside outside off up "
    "down out and or but nor so yet if when while where which who whom whose that than because although though despite "
    "this these those them they he she it we you i the a an each apiece all both either neither not n't more others "
    "other overall altogether total alone so far still already now then there here again ago also reportedly allegedly "
    "said says say told according including included such is due amid only just too last next later earlier".split()
)
_BRACKETS = frozenset("()[]{}.,;:!?…\"“”'’«»–—|/*-")
_PEOPLE = ("ists", "ians", "eers", "smen", "smiths")  # plurals that only people have
_NATIONS = ("ans", "ese")


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of the lexicon: its lemma, kind and, where the noun alone tells it, its measure."""

    lemma: str
    kind: str
    measure: Measure | None


class Phrase(NamedTuple):
    """The noun phrase in words ``start`` to ``end``; ``noun`` is ``None`` where the lexicon lacks its head."""

    start: int
    end: int
    noun: Noun | None


UNKNOWN = Noun("", "unknown", None)
PEOPLE = Noun("person", "person", None)


class Counted:
    """The lexicon of counted nouns and the reading of noun phrases by it."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/counted.tsv``; ``cut`` is the tokenizer of the pipeline.

        Raises:
            LexiconError: the table is missing or broken.
        """
        rows = read_table("counted.tsv", ("noun", "plural", "kind", "measure"))
        nouns = [(row, Noun(row["noun"], row["kind"], row["measure"] or None)) for row in rows]  # type: ignore[arg-type]
        things = [(row, noun) for row, noun in nouns if noun.kind != "sign"]
        self._one = Phrases(((row["noun"].lower(), noun) for row, noun in things), cut)
        self._many = Phrases(((row["plural"].lower(), noun) for row, noun in things), cut)
        self._by_lemma = {row["noun"].lower(): noun for row, noun in things}
        self._by_lemma |= {row["plural"].lower(): noun for row, noun in things}
        self.warlike = frozenset(
            words[0]
            for row, noun in nouns
            if noun.kind in _WARLIKE
            for form in (row["noun"], row["plural"])
            if len(words := cut(form.lower())) == 1
        )

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

        ``one`` says that the number is one, so that the noun is singular.
        """
        norms, words = tokens.norms, tokens.words
        forms = self._one if one else self._many
        fate: Phrase | None = None
        at = start
        limit = min(len(norms), start + _REACH)
        while at < limit and not (at > start and tokens.breaks[at]):
            found = forms.at(norms, at)
            if found is None and norms[at] in CLOSERS or words[at] in _BRACKETS and not self._joins(tokens, at):
                break
            if found is None:
                if not one and _plural(words[at], norms[at]):
                    break
                at += 1
                continue
            end, noun = found
            if noun.kind != "fate":
                end = self._compound(norms, end) if one else end
                return Phrase(start, end, self._last(norms, at, end) if one else noun)
            fate = fate or Phrase(start, end, noun)
            at = end
        if fate is not None and fate.end - start <= 3:
            return fate
        if at < limit and not one and _plural(words[at], norms[at]):
            return Phrase(start, at + 1, _guess(words[at], norms[at]))
        return Phrase(start, start, None) if at == start or verbal(norms[start]) else Phrase(start, at, UNKNOWN)

    @staticmethod
    def _joins(tokens: Tokens, at: int) -> bool:
        """Whether a hyphen stands inside a compound modifier: *Russian-backed*."""
        return (
            tokens.words[at] == "-"
            and 0 < at < len(tokens) - 1
            and tokens.ends[at - 1] == tokens.starts[at]
            and tokens.ends[at] == tokens.starts[at + 1]
        )

    def _compound(self, norms: Sequence[str], end: int) -> int:
        """Follow *one police officer*, *one drone strike* to the head."""
        while end < len(norms):
            found = self._one.at(norms, end)
            if found is None or found[1].kind in ("fate", "other"):
                return end
            end = found[0]
        return end

    def _last(self, norms: Sequence[str], start: int, end: int) -> Noun:
        noun = UNKNOWN
        for hit in self._one.find(norms, start, end):
            noun = hit.value
        return noun


def verbal(norm: str) -> bool:
    """Whether the word after a lone number reads as a verb or adverb: *10,000 reached the border*."""
    return norm.endswith(("ed", "ly")) or norm in _VERBS


_VERBS = frozenset(
    "went came left fled sent fell took lost shot held hid lay led met ran saw set sank sunk arrived remain remains "
    "stayed stood strong survived dead return flew fought got gave going coming fighting trying waiting".split()
)


def _plural(word: str, norm: str) -> bool:
    if not norm.endswith(("s", "men")) or len(norm) < 4 or norm.endswith(("ss", "us", "is", "'s")):
        return False
    return numeral(norm) is None and not word.isupper()


def _guess(word: str, norm: str) -> Noun:
    if norm.endswith(_PEOPLE) or (word[0].isupper() and norm.endswith(_NATIONS)):
        return PEOPLE
    return UNKNOWN
