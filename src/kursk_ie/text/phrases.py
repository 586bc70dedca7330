"""Finding the phrases of a lexicon in a text: a trie over words, one walk over the text.

spaCy's PhraseMatcher needs a phrase's exact tokens, white space included; this one reads the lists of `Tokens`, so a
phrase is found across a line break too, and of several phrases at one place the longest is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
Cut = Callable[[str], Sequence[str]]

_VALUE: Final = ""  # no word is empty, so the key cannot clash with one


class Phrases(Generic[T]):
    """A set of phrases, each with a value; look-up by the words of a text."""

    def __init__(self, entries: Iterable[tuple[str, T]], cut: Cut) -> None:
        """Store each phrase under the words that ``cut`` makes of it; the first entry of a phrase stays.

        Pass phrases in the form of the list that will be searched: normalised for ``Tokens.norms``, as written for
        ``Tokens.words``; and cut them with the tokenizer of the pipeline, or they will not be found.
        """
        self._root: dict[str, Any] = {}
        for phrase, value in entries:
            self.add(cut(phrase), value)

    def add(self, words: Sequence[str], value: T) -> None:
        """Store ``value`` under these words, unless they already hold one."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_VALUE, value)

    def at(self, words: list[str], start: int, stop: int | None = None) -> tuple[int, T] | None:
        """The longest phrase that begins at word ``start``: its end and its value."""
        node: dict[str, Any] | None = self._root.get(words[start])
        if node is None:
            return None
        best: tuple[int, T] | None = None
        end = start + 1
        limit = len(words) if stop is None else stop
        while True:
            if _VALUE in node:
                best = (end, node[_VALUE])
            if end >= limit:
                return best
            node = node.get(words[end])
            if node is None:
                return best
            end += 1

    def find(self, words: list[str], start: int = 0, stop: int | None = None) -> list[tuple[int, int, T]]:
        """All phrases between two words, leftmost first, the longest at each place, without overlap.

        Each with its first word, the word after its last, and its value.
        """
        hits: list[tuple[int, int, T]] = []
        limit = len(words) if stop is None else stop
        root = self._root
        free = start
        for position in [at for at in range(start, limit) if words[at] in root]:
            node = root[words[position]]
            if _VALUE not in node and (position + 1 >= limit or words[position + 1] not in node):
                continue  # most words that begin a phrase begin none here
            if position >= free:
                found = self.at(words, position, limit)
                if found is not None:
                    free = found[0]
                    hits.append((position, free, found[1]))
        return hits
