"""Finding the phrases of a lexicon in a text: a trie over words, one walk over the text.

spaCy's PhraseMatcher needs a phrase's exact tokens, white space included; this one reads the lists of `Tokens`, so a
phrase is found across a line break too, and of several phrases at one place the longest is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Cut = Callable[[str], Sequence[str]]


class _Node:
    """Where some words have led: how phrases go on after them, and the value of the one that ends here, if any."""

    __slots__ = ("after", "ends", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.ends = False
        self.value: Any = None


class Phrases(Generic[T]):
    """A set of phrases, each with a value; look-up by the words of a text."""

    def __init__(self, entries: Iterable[tuple[str, T]], cut: Cut) -> None:
        """Store each phrase under the words that ``cut`` makes of it; the first entry of a phrase stays.

        Pass phrases in the form of the list that will be searched: normalised for ``Tokens.norms``, as written for
        ``Tokens.words``; and cut them with the tokenizer of the pipeline, or they will not be found.
        """
        self._root: dict[str, _Node] = {}
        for phrase, value in entries:
            self.add(cut(phrase), value)

    def add(self, words: Sequence[str], value: T) -> None:
        """Store ``value`` under these words, unless they already hold one."""
        node, after = None, self._root
        for word in words:
            node = after.get(word)
            if node is None:
                node = after[word] = _Node()
            after = node.after
        if node is not None and not node.ends:
            node.ends, node.value = True, value

    def at(self, words: list[str], start: int, stop: int | None = None) -> tuple[int, T] | None:
        """The longest phrase that begins at word ``start``: its end and its value."""
        node = self._root.get(words[start])
        if node is None:
            return None
        return _longest(node, words, start + 1, len(words) if stop is None else stop)

    def find(self, words: list[str], start: int = 0, stop: int | None = None) -> list[tuple[int, int, T]]:
        """All phrases between two words, leftmost first, the longest at each place, without overlap.

        Each with its first word, the word after its last, and its value.
        """
        hits: list[tuple[int, int, T]] = []
        limit = len(words) if stop is None else stop
        root, position = self._root, start
        while position < limit:
            node = root.get(words[position])
            found = None if node is None else _longest(node, words, position + 1, limit)
            if found is None:
                position += 1
            else:
                hits.append((position, found[0], found[1]))
                position = found[0]
        return hits


def _longest(node: _Node, words: list[str], at: int, limit: int) -> tuple[int, Any] | None:
    """The longest phrase whose first word led to this node and that goes on at word ``at``: its end and its value."""
    best, end = None, at
    after: _Node | None = node
    while after is not None:
        if after.ends:
            best, end = after, at
        after = after.after.get(words[at]) if at < limit else None
        at += 1
    return None if best is None else (end, best.value)
