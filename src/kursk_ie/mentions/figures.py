"""Figures: quantities of people, equipment, ground, distance, settlements, strikes, and percent of these.

A number is found first, with its bounds; then it must show that it counts something the library speaks of. A known
noun shows it; a number alone needs talk of war near it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kursk_ie.mentions.counted import AUXILIARIES, CLOSERS, STRONG, UNKNOWN, Counted, Noun, Phrase, verbal
from kursk_ie.mentions.found import Found
from kursk_ie.mentions.numbers import ANCHORS, numeral
from kursk_ie.mentions.quantities import Quantities, Quantity
from kursk_ie.results import Figure
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens

_DIGITS = frozenset("0123456789~≈")
_ECHELONS = frozenset("squad platoon company battalion regiment brigade division".split())
_LOSS = frozenset("lost lose loses losing destroyed destroy destroys destroying wiped eliminated eliminate".split())
_MONEY = frozenset("$ € £ ¥ ₽ ₴ ₪ us$ a$ c$ usd eur gbp rs".split())
_GLUE = frozenset("-/:#№$€£¥₽@_")  # right before a number they make it part of something else
_THOSE = frozenset("the those these its their his her our all".split())
_THEM = frozenset("them whom which us you".split())
_AT_A_TIME = frozenset("at by on in into from until till since before after for between".split())
_POINTED = frozenset(
    "the these those no every each any which other last past next first second third previous another this that".split()
)
_PEOPLE = frozenset({"person", "civilian", "fighter", "prisoner", "displaced", "victim", "fate"})
_ONE_OF = frozenset({"fighter", "prisoner", "victim", "fate"})
_BEFORE, _BEHIND = 50, 60  # how far words of war are looked for, in words
_OLDEST = 110


class _Case(NamedTuple):
    """A quantity under judgment, the phrase it counts, and whether *of* joins the two."""

    quantity: Quantity
    phrase: Phrase
    of: bool
    plain: bool  # digits or number word with no bound around it


class FigureGrammar:
    """Finds the figures of a text."""

    def __init__(self, cut: Cut) -> None:
        """Read the lexicons; ``cut`` is the tokenizer of the pipeline.

        Raises:
            LexiconError: a table is missing or broken.
        """
        self._quantities = Quantities(cut)
        self._counted = Counted(cut)
        self._anchors = ANCHORS | _ECHELONS

    def counted(self, phrase: str) -> Noun | None:
        """What the lexicon says of a noun phrase such as ``Figure.noun``; ``None`` for an unknown noun."""
        return self._counted.noun(phrase)

    def find(self, tokens: Tokens, taken: Sequence[tuple[int, int]] = ()) -> list[Found[Figure]]:
        """The figures of a text, in order; no number inside a ``taken`` range of words is one."""
        anchors, digits = self._anchors, _DIGITS
        places = [at for at, norm in enumerate(tokens.norms) if norm in anchors or norm[0] in digits]
        barred = {at for start, end in taken for at in range(start, end)} if taken else frozenset[int]()
        found: list[Found[Figure]] = []
        done = 0
        for at in places:
            if at < done or at in barred:
                continue
            if tokens.norms[at] in _ECHELONS:
                figure = self._echelon(tokens, at, done)
            else:
                quantity = self._quantities.read(tokens, at, done)
                if quantity is None or quantity.end - 1 in barred:
                    continue
                done = quantity.end
                figure = self._figure(tokens, quantity, found[-1].end if found else None)
            if figure is not None:
                found.append(figure)
                done = figure.end
        return found

    def _echelon(self, tokens: Tokens, at: int, done: int) -> Found[Figure] | None:
        """*up to a battalion*: a quantity of losses that has no number."""
        norms = tokens.norms
        article = next((i for i in range(at - 1, max(done, at - 3) - 1, -1) if norms[i] in ("a", "an")), None)
        if article is None:
            return None
        start, bounds, approx = self._quantities.bounds_before(norms, article, done)
        if start == article and (article == 0 or norms[article - 1] not in _LOSS):
            return None
        if not bounds and not approx and start != article:
            return None
        if not self._at_war(norms, start, at + 1):
            return None
        return _found(tokens, start, at + 1, Quantity(start, article, at + 1, None, None, approx, False, None), None)

    def _figure(self, tokens: Tokens, quantity: Quantity, previous: int | None) -> Found[Figure] | None:
        if self._names(tokens, quantity):
            return None
        case = self._case(tokens, quantity)
        if case is None or not self._counts(tokens, case, previous):
            return None
        phrase, end = case.phrase, quantity.end
        if phrase.end > phrase.start and quantity.high is not None:
            after = self._quantities.after(tokens, phrase.end)
            if after is not None and after[0] == phrase.end + 2 and after[1] == "min" and not case.of:
                end, quantity = after[0], quantity._replace(high=None)
        known = phrase.noun is not None and phrase.noun is not UNKNOWN
        noun = tokens.surface(phrase.start, phrase.end) if known else None
        return _found(tokens, quantity.start, end, quantity, noun)

    def _names(self, tokens: Tokens, quantity: Quantity) -> bool:
        """Whether the number belongs to a name, a sum of money, a reference or an age."""
        norms, words, core = tokens.norms, tokens.words, quantity.core
        first = tokens.starts[core]
        if first and tokens.text[first - 1] in _GLUE:
            return True
        before = norms[core - 1] if core else ""
        if before in _MONEY or before.endswith("$") or before in self._quantities.labels:
            return True
        if before == "of" and words[core].isalpha() and words[core][0].isupper():
            return True  # Group of Seven
        return _aged(norms, quantity.start)

    def _case(self, tokens: Tokens, quantity: Quantity) -> _Case | None:
        norms, at = tokens.norms, quantity.end
        one = quantity.low == quantity.high == 1 and not quantity.share
        plain = quantity.bound is None and not quantity.approx and quantity.low == quantity.high
        if at < len(norms) and norms[at] == "-" and tokens.ends[at - 1] == tokens.starts[at]:
            phrase = self._hyphened(tokens, at + 1)
            return phrase and _Case(quantity, phrase, False, plain)
        if at < len(norms) and norms[at] in ("/", "'s", ":") and tokens.ends[at - 1] == tokens.starts[at]:
            return None
        if at < len(norms) and norms[at] in ("more", "other", "others"):
            at += 1
        of = at + 1 < len(norms) and norms[at] == "of"
        if of:
            at += 2 if norms[at + 1] in _THOSE else 1
        elif quantity.share and at < len(norms) and norms[at] in _THOSE:
            at += 1
        if at >= len(norms) or (of and norms[at] in _THEM):
            return _Case(quantity, Phrase(at, at, None), of, plain)
        return _Case(quantity, self._counted.read(tokens, at, one and not of), of, plain)

    def _hyphened(self, tokens: Tokens, at: int) -> Phrase | None:
        """*a 2,000-strong force*, *a 10-kilometre zone*; nothing else that follows a hyphen counts."""
        if at >= len(tokens):
            return None
        if tokens.norms[at] == "strong":
            phrase = self._counted.read(tokens, at + 1, one=True)
            return phrase._replace(noun=phrase.noun if phrase.noun and phrase.noun.kind == "fighter" else None)
        phrase = self._counted.read(tokens, at, one=True)
        noun = self._counted.noun(tokens.norms[at])
        if noun is None or noun.kind not in ("area", "distance"):
            return None
        return Phrase(at, at + 1, noun)

    def _counts(self, tokens: Tokens, case: _Case, previous: int | None) -> bool:
        quantity, phrase = case.quantity, case.phrase
        norms = tokens.norms
        if quantity.share:
            return self._share(tokens, case)
        noun = phrase.noun
        if noun is None:
            return self._alone(tokens, case, previous)
        if case.of and quantity.low == quantity.high == 1:
            return noun.kind in _ONE_OF and not norms[phrase.start].endswith("est")
        if noun.kind in STRONG:
            return noun.kind in _PEOPLE or not _year(tokens, case)
        return noun.kind not in ("other", "unknown") and self._at_war(norms, quantity.start, phrase.end)

    def _share(self, tokens: Tokens, case: _Case) -> bool:
        """Percent and fractions count where the sentence speaks of war."""
        norms, quantity = tokens.norms, case.quantity
        start, end = quantity.start, quantity.end
        if norms[end - 1] in ("half", "third", "quarter", "fifth") and case.plain or norms[end - 1] == "third":
            follows = norms[end] if end < len(norms) else "."
            if not (case.of or case.phrase.noun or follows in AUXILIARIES):
                return quantity.bound is not None and self._sentence_at_war(norms, start, end)
        if start and norms[start - 1] in ("first", "second", "latter", "other", "and", "better"):
            return False
        if case.phrase.noun is not None and case.phrase.noun.kind == "other":
            return False
        return self._sentence_at_war(norms, start, end)

    def _alone(self, tokens: Tokens, case: _Case, previous: int | None) -> bool:
        """A number without a noun: *Moscow acknowledged 63.*"""
        norms, quantity = tokens.norms, case.quantity
        start, end = quantity.start, quantity.end
        follows = norms[end] if end < len(norms) else "."
        if not (follows in CLOSERS or not follows[0].isalnum() or verbal(follows) or tokens.breaks[end]):
            return False
        if case.plain and not case.of and not self._free(tokens, case):
            return False
        if _age_limit(self._counted, norms, quantity):
            return False
        if previous is not None and start - previous <= _BEFORE:
            return True
        return self._at_war(norms, start, end)

    def _free(self, tokens: Tokens, case: _Case) -> bool:
        """Whether a bare number may be a count at all, and not a year, an age, an hour, a name's part."""
        norms, words, quantity = tokens.norms, tokens.words, case.quantity
        start, end, low = quantity.start, quantity.end, quantity.low
        before = norms[start - 1] if start else ""
        follows = norms[end] if end < len(norms) else "."
        if low is None or low <= 1 or _year(tokens, case) or before in _POINTED:
            return False
        if low <= 31 and before in _AT_A_TIME:
            return False
        if before and words[start - 1][0].isupper() and before not in CLOSERS:
            return False
        if before == "(" and follows == ")":
            return False
        named = start > 1 and before == "," and words[start - 2][0].isupper()
        return not (named and low <= _OLDEST and follows in (",", ".", ")", "and", ";"))

    def _at_war(self, norms: list[str], start: int, end: int) -> bool:
        war = self._counted.warlike
        return not war.isdisjoint(norms[max(0, start - _BEFORE) : start]) or not war.isdisjoint(norms[end : end + _BEHIND])

    def _sentence_at_war(self, norms: list[str], start: int, end: int) -> bool:
        first = next((at + 1 for at in range(start - 1, max(-1, start - _BEFORE), -1) if norms[at] == "."), 0)
        last = next((at for at in range(end, min(len(norms), end + _BEHIND)) if norms[at] == "."), end + _BEHIND)
        war = self._counted.warlike
        return not war.isdisjoint(norms[max(first, start - _BEFORE) : start]) or not war.isdisjoint(norms[end:last])


def _found(tokens: Tokens, start: int, end: int, quantity: Quantity, noun: str | None) -> Found[Figure]:
    span = tokens.span(start, end)
    figure = Figure.model_construct(
        start=span.start, end=span.end, text=span.text,
        min=quantity.low, max=quantity.high, approx=quantity.approx, noun=noun,
    )  # fmt: skip
    return Found(start, end, figure)


def _year(tokens: Tokens, case: _Case) -> bool:
    word = tokens.words[case.quantity.core]
    return case.plain and len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100


def _aged(norms: list[str], start: int) -> bool:
    """*aged 51, 18 and 69*."""
    at = start - 1
    while at >= 0 and start - at < 10 and (norms[at] in (",", "and", "or", "to", "-", "between") or numeral(norms[at])):
        at -= 1
    return at >= 0 and norms[at] in ("aged", "age", "ages")


def _age_limit(counted: Counted, norms: list[str], quantity: Quantity) -> bool:
    """*a man of 19*, *children under 18*, *men between 18 and 60*: what a person is followed by is an age."""
    at = quantity.start - 1
    if at >= 0 and norms[at] == "of":
        at -= 1
    if at < 0 or (quantity.high or quantity.low or 0) > _OLDEST:
        return False
    noun = counted.noun(norms[at])
    return noun is not None and noun.kind in ("person", "civilian")
