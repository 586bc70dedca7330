"""A gate before the reading: whether a raw text can tell an event at all.

An event needs the words of some trigger, or a number of fighters or of a people; and a text about war: a word of war,
two enemies, or a unit. The gate looks for these words with Aho-Corasick, a hundred times as fast as they can be read,
and without regard to where they stand; so it lets much through that tells nothing, and keeps back what cannot.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kursk_ie.claims.context import FORCES, Lexis
from kursk_ie.files.extras import need
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import compile_pattern
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import normalise

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|scores|hundreds?|thousands?|"
    r"millions?|several)\b"
)
_NAMES = ("names", "adjectives", "people", "capitals", "prefixes", "context")


class Gate:
    """Tells whether a text may tell an event.

    Raises:
        MissingExtraError: ahocorasick_rs is not installed.

    >>> gate = Gate()
    >>> gate("Shelling killed two soldiers near Sudzha."), gate("The orchestra plays on Friday.")
    (True, False)
    """

    def __init__(self) -> None:
        search = need("ahocorasick_rs", "gate", "--only-conflict")
        self._lexis = Lexis.read(str.split)
        self._needed: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
        for first, rest in _triggers():
            for word in first:
                self._needed[word].append(rest)
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._counted = {noun for noun, kind in self._lexis.kinds.items() if kind in FORCES}
        for row in read_table("sides.tsv", ("code", *_NAMES)):
            for name in (name for column in _NAMES for name in row.many(column)):
                self._codes[normalise(name)].add(row["code"])
            self._counted.update(map(normalise, row.many("people")))
        self._units = set(_unit_words())
        of_triggers = {
            word for rests in self._needed.values() for rest in rests for part in rest for word in part
        }
        words = {
            *self._needed,
            *of_triggers,
            *self._codes,
            *self._counted,
            *self._units,
            *self._lexis.warlike,
        }
        self._words = sorted(words)
        self._automaton = search.AhoCorasick(self._words)

    def __call__(self, text: str) -> bool:
        plain = normalise(" ".join(text.split()))
        present = set(self._present(plain))
        return self._about_war(present) and (self._told(present) or self._counts(present, plain))

    def _present(self, text: str) -> Iterator[str]:
        """The words that stand in the text, whole."""
        end_of_text = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            begins = start == 0 or not text[start - 1].isalpha()
            if begins and (end == end_of_text or not text[end].isalpha()):
                yield self._words[index]

    def _about_war(self, present: set[str]) -> bool:
        if not present.isdisjoint(self._lexis.warlike) or not present.isdisjoint(self._units):
            return True
        codes = {code for name in present & self._codes.keys() for code in self._codes[name]}
        return self._lexis.opponents.among(codes)

    def _told(self, present: set[str]) -> bool:
        for word in present & self._needed.keys():
            for rest in self._needed[word]:
                if all(not part.isdisjoint(present) for part in rest):
                    return True
        return False

    def _counts(self, present: set[str], text: str) -> bool:
        return not present.isdisjoint(self._counted) and _NUMBER.search(text) is not None


def _triggers() -> Iterator[tuple[frozenset[str], tuple[frozenset[str], ...]]]:
    """Of each trigger the words it can begin with, and the others that it needs."""
    for row in read_table("triggers.tsv", ("pattern",)):
        first, *rest = compile_pattern(row["pattern"], inflect)
        # what the tokenizer cuts from a longer word (n't, 's, cannot) has no bounds in the raw text
        whole = (part.words for part in rest if part.words is not None and not part.optional)
        yield first.words or frozenset(), tuple(words for words in whole if all(map(_stands_alone, words)))


def _stands_alone(word: str) -> bool:
    return word.isalpha() and word != "not"


def _unit_words() -> Iterator[str]:
    for row in read_table("unit_words.tsv", ("word", "kind")):
        if row["kind"] in ("firm", "loose", "grouping"):
            yield from row.many("word")
    for row in read_table("units.tsv", ("name", "aliases")):
        yield from (normalise(name.lstrip("~+")) for name in (row["name"], *row.many("aliases")))
