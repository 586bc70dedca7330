"""Whether a number counts what the library speaks of, or is a year, an age, a price, a share of the market.

A known noun tells it. Things that peace counts too (houses, miles, companies, percent) need talk of war near
them, and so does a number that stands alone.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.figures.counted import CLOSERS, STRONG, UNKNOWN, Counted, Phrase, verbal
from kursk_ie.mentions.figures.numbers import PARTS, numeral
from kursk_ie.mentions.figures.quantities import Quantity
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    QUOTE_MARKS,
    SUBORDINATORS,
    TERMINALS,
    capitalised,
)

_AT_A_TIME: Final = frozenset(
    {"at", "by", "on", "in", "into", "from", "until", "till", "since", "before", "after", "for", "between"}
)
_POINTED: Final = frozenset({
    "the", "these", "those", "no", "every", "each", "any", "other", "last", "past", "next", "first",
    "second", "third", "previous", "another", "this", "that",
})  # fmt: skip
_ENDS: Final = TERMINALS | QUOTE_MARKS
_IN_YEAR: Final = frozenset({"the", "in", "since", "of", "by", "from", "until", "during", "'s", "'"})
_HALVES: Final = frozenset({"half", "halves", "quarter", "quarters"})
_OTHER_HALF: Final = frozenset({"first", "second", "latter", "other", "and", "better"})  # *a year and a half*
_ONE_OF: Final = frozenset({"fighter", "prisoner", "victim", "fate"})
_AGE_LINKS: Final = frozenset({",", "and", "or", "to", "-", "between", "of"})
_AGES: Final = frozenset({"aged", "age", "ages"})
_AGED: Final = frozenset({"is", "was", "turned", "turns"})
_TOLLS: Final = frozenset({"toll", "number", "total", "count", "figure", "tally"})
_TOLL_REACH: Final = 8  # words between a toll and its number
_OLDEST: Final = 110
_HARMING: Final = frozenset(
    """kill kills killed killing wound wounds wounded wounding injure injures injured injuring hurt hurting
    capture captures captured capturing""".split()
)
_GOING_ON: Final = PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS
_RICH: Final = 2 * 10**6  # *millions* alone are money
_BESIDE: Final = 9  # how near a word must stand to colour a share or a lone number, in words
_BEFORE: Final = 50  # how far talk of war is looked for, in words
_BEHIND: Final = 60


class Case:
    """A quantity under judgment.

    Attributes:
        quantity: the number and its bounds.
        phrase: the phrase it counts.
        of: whether *of* joins the two.
        hyphened: whether a hyphen does.
    """

    __slots__ = ("hyphened", "of", "phrase", "quantity")

    def __init__(self, quantity: Quantity, phrase: Phrase, of: bool = False, hyphened: bool = False) -> None:
        self.quantity = quantity
        self.phrase = phrase
        self.of = of
        self.hyphened = hyphened

    @property
    def plain(self) -> bool:
        """Whether the number stands under no bound at all."""
        quantity = self.quantity
        return quantity.bound is None and not quantity.approx and quantity.low == quantity.high


class Counting:
    """Judges numbers by their nouns and by the words around them."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted

    def accepts(self, tokens: Tokens, case: Case, previous: int | None) -> bool:
        """Whether the quantity is a figure; ``previous`` is the word after the last figure before it."""
        norms, quantity, phrase = tokens.norms, case.quantity, case.phrase
        noun = phrase.noun
        if quantity.share:
            return self._share(norms, case)
        if case.hyphened and noun is not None and noun.kind in ("area", "distance"):
            return self._beside_war(norms, quantity.start, phrase.end)
        if case.of and norms[quantity.end - 1] in ("one", "1"):
            return self._one_of(norms, phrase)
        if noun is None or (noun.kind == "fate" and self._age_limit(norms, quantity)):
            return self._alone(tokens, case, previous)
        if noun.kind in STRONG:
            dated = _year(tokens, case) and quantity.start > 0 and norms[quantity.start - 1] in _IN_YEAR
            return not dated  # *the 2019 girls' champion*, *in 2022 soldiers came*
        return noun.kind not in ("other", "unknown") and self.at_war(norms, quantity.start, phrase.end)

    def at_war(self, norms: list[str], start: int, end: int) -> bool:
        """Whether there is talk of war around the words from ``start`` to ``end``."""
        return _meet(self._counted.warlike, norms, start, end, _BEFORE, _BEHIND)

    def _beside_war(self, norms: list[str], start: int, end: int) -> bool:
        return _meet(self._counted.warlike, norms, start, end, _BESIDE, _BESIDE)

    def _remote(self, norms: list[str], start: int, end: int) -> bool:
        return _meet(self._counted.remote, norms, start, end, _BESIDE, _BESIDE)

    def _one_of(self, norms: list[str], phrase: Phrase) -> bool:
        """*one of the injured*, *one of them was killed*; not *one of the largest attacks*."""
        if phrase.noun is None:
            return self._fate_follows(norms, phrase.end)
        return phrase.noun.kind in _ONE_OF and not norms[phrase.start].endswith("est")

    def _fate_follows(self, norms: list[str], at: int) -> bool:
        nouns = (self._counted.noun(norm) for norm in norms[at : at + 4])
        return any(noun is not None and noun.kind == "fate" for noun in nouns)

    def _share(self, norms: list[str], case: Case) -> bool:
        """Percent and fractions count where they stand beside war and away from business."""
        quantity, noun = case.quantity, case.phrase.noun
        start, end = quantity.start, quantity.end
        last = norms[end - 1]
        whole = (
            case.of or quantity.bound is not None or (norms[end] if end < len(norms) else ".") in AUXILIARIES
        )
        if last in PARTS and not whole and (last not in _HALVES or noun in (None, UNKNOWN)):
            return False  # *a ninth wave*, *wounding a third, the governor said*
        if last in _HALVES and start and norms[start - 1] in _OTHER_HALF:
            return False
        if self._remote(norms, start, end) or (noun is not None and noun.kind == "other"):
            return False
        if noun is None or noun.kind in ("unknown", "person", "entity"):
            return self._beside_war(norms, start, end)
        return self.at_war(norms, start, end)

    def _alone(self, tokens: Tokens, case: Case, previous: int | None) -> bool:
        """A number without a noun: *Moscow acknowledged 63.*"""
        norms, quantity = tokens.norms, case.quantity
        start, end = quantity.start, quantity.end
        follows = norms[end] if end < len(norms) else "."
        acts = follows in AUXILIARIES or verbal(follows)
        acts = acts or (_is_harmed(norms, start) and follows in _GOING_ON)  # *killing 5 as the war goes on*
        if not (acts or follows in CLOSERS or not follows[0].isalnum() or tokens.breaks[end]):
            return False
        if _year(tokens, case) or self._age_limit(norms, quantity):
            return False
        if case.plain and (self._remote(norms, start, end) or not (case.of or self._free(tokens, case))):
            return False
        if (quantity.low or 0) >= _RICH and not acts and follows not in ("without", "more"):
            return False
        near = previous is not None and start - previous <= _BEFORE
        return near or self.at_war(norms, start, end)

    def _free(self, tokens: Tokens, case: Case) -> bool:
        """Whether a bare number can be a count at all, and no age, hour, day or part of a name."""
        norms, words, quantity = tokens.norms, tokens.words, case.quantity
        start, end, low = quantity.start, quantity.end, quantity.low
        before = norms[start - 1] if start else ""
        follows = norms[end] if end < len(norms) else "."
        if low is None or low <= 1 or (before in _POINTED and not self._fate_follows(norms, end)):
            return False
        of_toll = not _TOLLS.isdisjoint(norms[max(0, start - _TOLL_REACH) : start])
        if (low <= 31 and before in _AT_A_TIME and not of_toll) or (before == "(" and follows == ")"):
            return False
        if (
            before
            and capitalised(words[start - 1])
            and before not in CLOSERS
            and not _is_harmed(norms, start)
        ):
            return False
        if (not before or before in _ENDS or tokens.breaks[start]) and follows in (".", ")"):
            return False  # the marker of a list
        if before == ":" and start > 1 and norms[start - 2] not in self._counted.warlike:
            return False
        if before in _AGED and low <= _OLDEST:
            return of_toll
        # *Nadia, 23, a nurse; Nadia (pictured), 23, a nurse*
        named = start > 1 and before == "," and (words[start - 2][0].isalpha() or norms[start - 2] == ")")
        return not (named and low <= _OLDEST and follows in (",", ".", "(", ")", "and", ";"))

    def _age_limit(self, norms: list[str], quantity: Quantity) -> bool:
        """*a man of 19*, *children under 18*, *men between 18 and 60*: a number after people is their age."""
        at = quantity.start - 1
        if at >= 0 and norms[at] == "of":
            at -= 1
        if at < 0 or (quantity.high or quantity.low or 0) > _OLDEST:
            return False
        noun = self._counted.noun(norms[at])
        return noun is not None and noun.kind in ("person", "civilian")


def _is_harmed(norms: list[str], start: int) -> bool:
    """Whether the word before a number tells of harm to those it counts: *Killed 16*."""
    return start > 0 and norms[start - 1] in _HARMING


def aged(norms: list[str], start: int) -> bool:
    """Whether the number at word ``start`` is an age in a list: *aged 51, 18 and 69*."""
    at = start - 1
    while at >= 0 and start - at < 10 and (norms[at] in _AGE_LINKS or numeral(norms[at])):
        at -= 1
    return at >= 0 and norms[at] in _AGES


def _year(tokens: Tokens, case: Case) -> bool:
    word = tokens.words[case.quantity.core]
    unbound = case.quantity.bound is None and not case.quantity.approx
    return unbound and len(word) == 4 and word.isascii() and word.isdigit() and 1900 <= int(word) <= 2100


def _meet(words: frozenset[str], norms: list[str], start: int, end: int, before: int, behind: int) -> bool:
    """Whether one of ``words`` stands near, outside the words from ``start`` to ``end``."""
    ahead = norms[max(0, start - before) : start]
    return not (words.isdisjoint(ahead) and words.isdisjoint(norms[end : end + behind]))
