"""Cutting a text into sentences, with no parser: full stops, line breaks, and what a full stop may mean.

A sentence never crosses the border of a section or of a logical line. Semicolons and colons end none. A
closing quote belongs to the sentence it closes; a sentence that ends inside a quotation splits when another
begins in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kursk_ie.text.lines import CLOSERS, TERMINALS, Lines
from kursk_ie.text.phrases import Cut
from kursk_ie.text.sections import Section
from kursk_ie.text.signs import find_signs
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens

_MARKS: Final = frozenset("\"'“”‘’«»„‚([{-–—―*_") | {
    "--",
    "''",
    "``",
}  # may stand before a sentence's first word
_DASHES: Final = frozenset("-–—―")
_STRAIGHT: Final = frozenset("\"'“")  # closing only where they touch the word before
_PAUSES: Final = frozenset(",;:")
_KINDS: Final = ("title", "number", "date", "other")
_MONTHS: Final = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
}  # fmt: skip
_SHORT: Final = 4  # letters of a word that may be an abbreviation nobody listed
_SPEECH: Final = {
    "said", "says", "asked", "asks", "wrote", "writes", "told", "replied", "added", "shouted",
    "declared", "exclaimed", "tweeted", "posted", "wondered",
}  # fmt: skip
# Words that begin a sentence, and seldom go on with a name.
_OPENERS: Final = {
    "a", "about", "according", "across", "after", "all", "also", "although", "amid", "among", "an",
    "and", "another", "any", "as", "asked", "at", "because", "before", "behind", "besides", "both",
    "but", "by", "despite", "due", "during", "each", "earlier", "either", "even", "every", "few",
    "finally", "following", "for", "from", "further", "given", "he", "hence", "her", "here", "his",
    "how", "however", "i", "if", "in", "indeed", "instead", "into", "it", "it's", "its", "just", "last",
    "late", "later", "like", "local", "many", "meanwhile", "more", "moreover", "most", "my", "nearly",
    "neither", "never", "nevertheless", "no", "nobody", "none", "nonetheless", "nor", "not", "nothing",
    "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "over", "overall",
    "overnight", "perhaps", "rather", "recently", "separately", "several", "she", "similarly", "since",
    "so", "some", "soon", "speaking", "still", "such", "that", "that's", "the", "their", "then",
    "there", "there's", "therefore", "these", "they", "this", "those", "though", "three", "through",
    "thus", "to", "today", "together", "tomorrow", "two", "under", "unless", "unlike", "until", "up",
    "we", "what", "when", "where", "whether", "which", "while", "who", "whose", "why", "with", "within",
    "without", "yesterday", "yet", "you", "your",
}  # fmt: skip


class SentenceSplitter:
    """Finds the sentences of a text."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/abbreviations.tsv``; ``cut``, the tokenizer, leaves some full stops at words."""
        self._kinds: dict[str, str] = {}
        for row in read_table("abbreviations.tsv", ["abbreviation", "kind", "example"]):
            if row["kind"] not in _KINDS:
                raise row.error(f"kind {row['kind']!r} is none of {', '.join(_KINDS)}")
            # a single capital is somebody's initial
            forms = {row["abbreviation"], row["abbreviation"].upper()}
            for form in sorted(forms) if len(row["abbreviation"]) > 1 else [row["abbreviation"]]:
                stem = [word.rstrip(".") for word in cut(form + ".") if word != "."][-1]
                self._kinds.setdefault(stem, row["kind"])

    def split(self, tokens: Tokens, sections: Sequence[Section], lines: Lines) -> list[tuple[int, int]]:
        """The sentences as word ranges, in order, covering every word, never across a section's border."""
        words = tokens.words
        if not words:
            return []
        borders = {start for start, _ in lines}
        borders.update(section.start for section in sections)
        if "•" in tokens.text:
            borders.update(index for index, word in enumerate(words) if word == "•")
        titles = {
            i for section in sections if section.kind == "headline" for i in range(section.start, section.end)
        }
        for index in _stops(tokens):
            borders.add(self._border(tokens, index, index in titles))
        borders.add(len(words))
        return list(pairwise(sorted(borders)))

    def _border(self, tokens: Tokens, index: int, title: bool) -> int:
        """Where the sentence after the full stop ``index`` begins; 0, a border anyway, if it ends none.

        ``title`` tells that it stands in a headline, where capitals begin no sentence.
        """
        words = tokens.words
        begin = _after_closers(tokens, index + 1)
        first = begin
        while first < len(words) and words[first] in _MARKS:
            first += 1
        if first >= len(words) or words[begin][0] in TERMINALS or words[begin] in _PAUSES:
            return 0
        lower = words[first][0].islower()
        if words[index][-1] == ".":
            kind, stem = self._kind(tokens, index)
            if kind:
                goes_on = (
                    lower or (title and kind != "ellipsis") or _goes_on(tokens, kind, index, begin, first)
                )
            else:
                goes_on = lower and (first > index + 1 or len(stem) <= _SHORT)
        else:
            goes_on = lower or (begin > index + 1 and _names_speaker(tokens, begin))
        return 0 if goes_on else begin

    def _kind(self, tokens: Tokens, index: int) -> tuple[str, str]:
        """What the full stop at ``index`` belongs to, an abbreviation or "", and the word before it."""
        word = tokens.words[index]
        if word.endswith(".."):
            return "ellipsis", word
        if word != ".":
            stem = word[:-1]
            inner = "." in stem or (len(stem) == 1 and stem.isalpha())
            return self._kinds.get(stem, "other" if inner else ""), stem
        if not index or tokens.starts[index] != tokens.ends[index - 1]:
            return "", ""
        stem = tokens.words[index - 1]
        if stem.isdigit() and len(stem) < 3 and (index == 1 or tokens.breaks[index - 1]):
            return "item", stem
        if "." in stem and stem[0].isalpha():
            return "other", stem
        return self._kinds.get(stem, ""), stem


def _stops(tokens: Tokens) -> list[int]:
    """The words that end in a full stop, a question or exclamation mark."""
    ends, count = tokens.ends, len(tokens)
    stops = []
    for at in find_signs(TERMINALS, tokens.text):
        index = bisect_left(ends, at + 1)
        if index < count and ends[index] == at + 1:
            stops.append(index)
    return stops


def _goes_on(tokens: Tokens, kind: str, index: int, begin: int, first: int) -> bool:
    """Whether the sentence goes on after an abbreviation, though the word ``first`` is not in lower case."""
    following, norm = tokens.words[first], tokens.norms[first]
    if kind == "item":
        return True
    if kind == "ellipsis":
        return index > 0 and tokens.starts[index] > tokens.ends[index - 1]
    if kind == "number":
        return following[0].isdigit()
    if first > begin and tokens.words[begin][0] in _DASHES:
        return True
    if kind == "date":
        return following[0].isdigit() or norm.rstrip(".")[:3] in _MONTHS
    if kind == "other" and first > begin:
        return False
    return norm not in _OPENERS


def _after_closers(tokens: Tokens, index: int) -> int:
    """The first word from ``index`` on that is no closing quote or bracket of the sentence before."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    while index < count and words[index] in CLOSERS and not tokens.breaks[index]:
        attached = starts[index] == ends[index - 1]
        glued = index + 1 < count and starts[index + 1] == ends[index] and words[index + 1][0].isalnum()
        if not attached and (glued or words[index] in _STRAIGHT):
            break
        index += 1
    return index


def _names_speaker(tokens: Tokens, begin: int) -> bool:
    """Whether *Koval asked* follows a quotation that a question or exclamation mark ends."""
    return tokens.norms[begin] not in _OPENERS and not _SPEECH.isdisjoint(tokens.norms[begin + 1 : begin + 6])
