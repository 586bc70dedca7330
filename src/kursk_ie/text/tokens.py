"""The words of a text with their offsets: what every grammar of the package walks over.

spaCy tokenises; this is a snapshot of its tokens in plain lists, made once for a document, because a list look-up
costs a fraction of a ``Token`` attribute. White space tokens are left out, so that a line break or a double blank
inside a name or phrase does not hide it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING, Final

from kursk_ie.freezing import freeze
from kursk_ie.results import Span
from kursk_ie.text.wordclasses import capitalised

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def normalise(word: str) -> str:
    """The form under which lexicons hold a word: lower case, straight apostrophes and hyphens, no HTML entity."""
    if word.startswith("&") and ";" in word:
        word = unescape(word).replace("\xa0", " ")
    return word.translate(_STRAIGHT).lower() if not word.isascii() else word.lower()


class Tokens:
    """The words of one text, in parallel lists.

    Attributes:
        text: the text, exactly as given.
        words: the words as the text has them.
        norms: their normalised forms, see `normalise`.
        starts, ends: code point offsets of each word.
        breaks: for each word, how many line breaks stand before it.
        indices: for each word, its index in the spaCy ``Doc``, if the words came from one.
    """

    __slots__ = ("_after_capitals", "breaks", "ends", "indices", "norms", "starts", "text", "words")

    def __init__(
        self,
        text: str,
        words: list[str],
        norms: list[str],
        starts: list[int],
        ends: list[int],
        breaks: list[int],
        indices: Sequence[int],
    ) -> None:
        self.text = text
        self.words = words
        self.norms = norms
        self.starts = starts
        self.ends = ends
        self.breaks = breaks
        self.indices = indices
        self._after_capitals: dict[str, list[int]] | None = None

    def __len__(self) -> int:
        return len(self.words)

    def span(self, words: tuple[int, int]) -> Span:
        """The stretch of text from the first of these words up to, not including, the second."""
        first, last, text = self.stretch(words[0], words[1])
        return freeze(Span, start=first, end=last, text=text)

    def stretch(self, start: int, end: int) -> tuple[int, int, str]:
        """Offsets and text of the words from ``start`` up to, not including, ``end``."""
        first, last = self.starts[start], self.ends[end - 1]
        return first, last, self.text[first:last]

    @property
    def after_capitals(self) -> dict[str, list[int]]:
        """By normalised word, where it stands after a capitalised word on its line; made when first asked for."""
        if self._after_capitals is None:
            found = self._after_capitals = {}
            words, norms, breaks = self.words, self.norms, self.breaks
            for at in range(1, len(words)):
                if capitalised(words[at - 1]) and breaks[at] == 0:
                    found.setdefault(norms[at], []).append(at)
        return self._after_capitals

    def surface(self, start: int, end: int) -> str:
        """Text of the words from ``start`` up to, not including, ``end``."""
        return self.stretch(start, end)[2]


def read_tokens(doc: Doc) -> Tokens:
    """Take the snapshot of a spaCy ``Doc``."""
    text = doc.text
    words, starts, ends, indices = [], [], [], []
    for index, (start, length) in enumerate(doc.to_array(["IDX", "LENGTH"]).tolist()):
        end = start + length
        word = text[start:end]
        if not word.isspace():
            words.append(word)
            starts.append(start)
            ends.append(end)
            indices.append(index)
    return Tokens(text, words, list(map(normalise, words)), starts, ends, count_breaks(text, starts), indices)


def count_breaks(text: str, starts: Sequence[int]) -> list[int]:
    """For each word, known by its offset, how many line breaks stand before it and after the word before."""
    breaks = [0] * len(starts)
    if "\r" in text:  # each break becomes one sign, and every offset stays
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    last = starts[-1] if starts else 0
    at = text.find("\n")
    while 0 <= at < last:
        breaks[bisect_left(starts, at)] += 1
        at = text.find("\n", at + 1)
    return breaks
