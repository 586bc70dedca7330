"""The words of models/place_words.tsv, and how capitals stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kursk_ie.results import Feature
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens, normalise
from kursk_ie.text.wordclasses import capitalised

_SENTENCE_ENDS: Final = frozenset(".!?:;\"“”'‘(—–-•|")
_FEATURES: Final[tuple[Feature, ...]] = (
    "settlement",
    "district",
    "region",
    "country",
    "water",
    "facility",
    "other",
)


@dataclass(frozen=True, slots=True)
class Generic:
    """A generic noun of places: its feature, and whether it belongs to the name beside it.

    ``belongs`` is ``yes``, ``no``, ``written`` for one that does so only when capitalised, or ``named`` for one that
    needs no capital after a name that we do not know: *Okhmatdyt hospital*, but *a Kyiv hospital*.
    """

    feature: Feature
    belongs: str


class PlaceWords:
    """models/place_words.tsv: classes of evidence, and generic nouns before and after a name."""

    def __init__(self, cut: Cut) -> None:
        """Read the table.

        Raises:
            LexiconError: the table is missing or broken.
        """
        self.classes: dict[str, set[str]] = {}
        before: list[tuple[str, Generic]] = []
        after: list[tuple[str, Generic]] = []
        for row in read_table("place_words.tsv", ("word", "position", "class", "belongs")):
            feature = next((name for name in _FEATURES if name == row["class"]), None)
            if feature is not None:
                entry = (normalise(row["word"]), Generic(feature, row["belongs"]))
                (before if row["position"] == "before" else after).append(entry)
            else:
                self.classes.setdefault(row["class"], set()).add(normalise(row["word"]))
        self.after: Phrases[Generic] = Phrases(after, cut)
        self.of: Phrases[Generic] = Phrases([e for e in before if e[1].belongs == "no"], cut)
        self.prefix: Phrases[Generic] = Phrases([e for e in before if e[1].belongs == "yes"], cut)
        self.after_words = frozenset(word.split()[0] for word, _ in after)
        self.before_words = frozenset(word.split()[0] for word, _ in before)
        self.stems = frozenset(word for word, generic in after if generic.belongs != "no")


def sentence_start(tokens: Tokens, i: int) -> bool:
    """Whether word ``i`` begins a sentence or line, so that its capital says nothing."""
    return i == 0 or tokens.breaks[i] > 0 or tokens.words[i - 1] in _SENTENCE_ENDS


def joined(tokens: Tokens, i: int) -> bool:
    """Whether word ``i`` is written to the one before it without a blank."""
    return 0 < i < len(tokens) and tokens.starts[i] == tokens.ends[i - 1]


def title_case(tokens: Tokens, i: int) -> bool:
    """Whether the line of word ``i`` is a heading in which nearly every word is capitalised."""
    words, breaks = tokens.words, tokens.breaks
    start, end = i, i + 1
    while end < len(words) and breaks[end] == 0 and words[end - 1] not in (".", "!", "?"):
        end += 1
    if words[end - 1] == ".":  # a sentence with many names
        return False
    while start > 0 and breaks[start] == 0 and words[start - 1] not in (".", "!", "?"):
        start -= 1
    capital = lower = 0
    for word in words[start:end]:
        if len(word) > 3:
            if capitalised(word):
                capital += 1
            elif word[0].islower():
                lower += 1
    return capital + lower > 4 and lower * 3 <= capital
