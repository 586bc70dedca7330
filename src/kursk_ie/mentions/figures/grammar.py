"""Figures: quantities of people, equipment, ground, distance, settlements, strikes, and percent of these."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from kursk_ie.freezing import freeze
from kursk_ie.mentions.figures.counted import UNKNOWN, Counted, Noun, Phrase
from kursk_ie.mentions.figures.counting import Case, Counting, aged
from kursk_ie.mentions.figures.numbers import ANCHORS, SMALL, numeral
from kursk_ie.mentions.figures.quantities import Quantities, Quantity, begins_digits
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import ARTICLES, DEMONSTRATIVES, POSSESSIVES, capitalised

_ECHELONS: Final = frozenset({"squad", "platoon", "company", "battalion", "regiment", "brigade", "division"})
_ARMS: Final = frozenset({
    "infantry", "mechanised", "mechanized", "motorised", "motorized", "rifle", "tank", "armoured",
    "armored", "airborne", "marine", "assault", "artillery", "reinforced", "entire", "whole", "full",
})  # fmt: skip
_LOSS: Final = frozenset(
    {
        "lost",
        "lose",
        "loses",
        "losing",
        "destroyed",
        "destroy",
        "destroys",
        "destroying",
        "eliminated",
        "eliminate",
    }
)
_PLACING: Final = frozenset({"over", "under", "above", "below"})  # before *a company* they say where
_MONEY: Final = frozenset({"$", "€", "£", "¥", "₽", "₴", "₪", "us$", "usd", "eur", "gbp", "rs"})
_GLUE: Final = frozenset("-/:#№$€£¥₽@_")  # right before a number they make it part of something else
_NUMBER_SIGNS: Final = frozenset({"no", "nos"})
_OTHERS: Final = frozenset({"more", "other", "others"})
_THOSE: Final = ARTICLES | DEMONSTRATIVES | POSSESSIVES | {"all"}
_THEM: Final = frozenset({"them", "whom", "which", "us", "you"})


class FigureGrammar:
    """Finds the figures of a text."""

    def __init__(self, cut: Cut) -> None:
        """Read the lexicons; ``cut`` is the tokenizer of the pipeline.

        Raises:
            LexiconError: a table is missing or broken.
        """
        self._quantities = Quantities(cut)
        self._counted = Counted(cut)
        self._counting = Counting(self._counted)
        self._anchors = ANCHORS | _ECHELONS

    def counted(self, phrase: str) -> Noun | None:
        """What the lexicon says of a noun phrase such as ``Figure.noun``; ``None`` for an unknown noun."""
        return self._counted.noun(phrase)

    def find(self, tokens: Tokens, taken: Sequence[tuple[int, int]] = ()) -> list[Found[Figure]]:
        """The figures of a text, in order; no number inside a ``taken`` range of words is one."""
        anchors = self._anchors
        barred: Collection[int] = {at for start, end in taken for at in range(start, end)}
        found: list[Found[Figure]] = []
        done = 0
        for at, norm in enumerate(tokens.norms):
            if not (norm in anchors or begins_digits(norm)) or at < done or at in barred:
                continue
            if norm in _ECHELONS:
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
        """*up to a battalion*, *lost a platoon*: a quantity of losses that has no number."""
        norms = tokens.norms
        article = next((i for i in range(at - 1, max(done, at - 3) - 1, -1) if norms[i] in ("a", "an")), None)
        if article is None or not _ARMS.issuperset(norms[article + 1 : at]):
            return None
        start, _, approx = self._quantities.bounds_before(norms, article, done)
        bounded = start < article and norms[start] not in _PLACING
        lost = start == article and article > 0 and norms[article - 1] in _LOSS
        if not (bounded or lost) or not self._counting.at_war(norms, start, at + 1):
            return None
        return _found(tokens, Quantity(start, article, at + 1, None, None, approx), at + 1, None)

    def _figure(self, tokens: Tokens, quantity: Quantity, previous: int | None) -> Found[Figure] | None:
        if self._names(tokens, quantity):
            return None
        case = self._case(tokens, quantity)
        if case is None or not self._counting.accepts(tokens, case, previous):
            return None
        norms, phrase, end = tokens.norms, case.phrase, quantity.end
        if phrase.start < phrase.end < len(norms) and norms[phrase.end] == "or" and not case.of:
            after = self._quantities.after(tokens, phrase.end)
            if after is not None and quantity.high is not None:
                end = after[0]
                _rebind(quantity, after[1])
        known = phrase.noun is not None and phrase.noun is not UNKNOWN
        return _found(tokens, quantity, end, tokens.surface(phrase.start, phrase.end) if known else None)

    def _names(self, tokens: Tokens, quantity: Quantity) -> bool:
        """Whether the number belongs to a name, a sum of money, a reference or an age."""
        norms, words, core = tokens.norms, tokens.words, quantity.core
        first = tokens.starts[core]
        if first and tokens.text[first - 1] in _GLUE:
            return True
        before = norms[core - 1] if core else ""
        if before in _MONEY or before.endswith("$") or before in self._quantities.labels:
            return True
        if before == "." and core > 1 and norms[core - 2] in _NUMBER_SIGNS:
            return True
        if before == "of" and words[core].isalpha() and capitalised(words[core]):
            return True  # the Group of Seven
        return aged(norms, quantity.start)

    def _case(self, tokens: Tokens, quantity: Quantity) -> Case | None:
        """The quantity with the phrase it counts; ``None`` where something else is glued to it."""
        norms, at = tokens.norms, quantity.end
        if at < len(norms) and tokens.ends[at - 1] == tokens.starts[at]:
            if norms[at] == "-":
                phrase = self._hyphened(tokens, at + 1)
                return Case(quantity, phrase, hyphened=True) if phrase is not None else None
            if norms[at] in ("/", "'s", ":"):
                return None
        at += at < len(norms) and norms[at] in _OTHERS
        of = at + 1 < len(norms) and norms[at] == "of"
        at = _over_determiners(norms, at + of) if of or quantity.share else at
        if at >= len(norms) or (of and norms[at] in _THEM):
            return Case(quantity, Phrase(at, at, None), of)
        return Case(quantity, self._phrase(tokens, quantity, at, of), of)

    def _phrase(self, tokens: Tokens, quantity: Quantity, at: int, of: bool) -> Phrase:
        single = quantity.low == quantity.high == 1 or tokens.norms[quantity.end - 1] in ("one", "1")
        one = single and not quantity.share and not of  # *one person*, *at least one person*
        phrase = self._counted.read(tokens, at, one)
        if quantity.share and (phrase.noun is None or phrase.noun is UNKNOWN):
            return self._counted.read(tokens, at, one=True)  # *half of the force*
        if phrase.noun is UNKNOWN and _shared(tokens.norms, phrase.end):
            return Phrase(phrase.start, phrase.end, self._counted.read(tokens, phrase.end + 2).noun)
        return phrase

    def _hyphened(self, tokens: Tokens, at: int) -> Phrase | None:
        """*a 2,000-strong force*, *a 10-kilometre zone*; nothing else that follows a hyphen counts."""
        if at >= len(tokens):
            return None
        if tokens.norms[at] in ("strong", "man"):
            phrase = self._counted.read(tokens, at + 1, one=True)
            known = phrase.noun is not None and phrase.noun.kind == "fighter"
            return phrase if known else Phrase(phrase.start, phrase.end, None)
        noun = self._counted.noun(tokens.norms[at])
        return Phrase(at, at + 1, noun) if noun is not None and noun.kind in ("area", "distance") else None


def _over_determiners(norms: list[str], at: int) -> int:
    """Step over *the other*, *their*, *the 40* to the noun."""
    at += at < len(norms) and norms[at] in _THOSE
    at += at < len(norms) and norms[at] == "other"
    return at + (at < len(norms) and numeral(norms[at]) is not None)


def _shared(norms: list[str], at: int) -> bool:
    """Whether the noun follows a second number: *35 Russian and 36 Ukrainian prisoners*."""
    if at + 2 >= len(norms) or norms[at] not in ("and", "or"):
        return False
    return norms[at + 1] in SMALL or numeral(norms[at + 1]) is not None


def _rebind(quantity: Quantity, bound: str) -> None:
    """Put a quantity under the bound that follows its noun: *eight people or more*."""
    if bound == "min":
        quantity.high = None
    elif bound == "max":
        quantity.low = None
    else:
        quantity.approx = True


def _found(tokens: Tokens, quantity: Quantity, end: int, noun: str | None) -> Found[Figure]:
    first, last, text = tokens.stretch(quantity.start, end)
    figure = freeze(
        Figure,
        start=first,
        end=last,
        text=text,
        label="FIGURE",
        min=quantity.low,
        max=quantity.high,
        approx=quantity.approx,
        noun=noun,
    )
    return Found(quantity.start, end, figure)
