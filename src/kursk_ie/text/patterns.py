"""A small pattern language for phrases in lexicons, matched only where a pattern's first word stands.

A pattern is a row of elements between blanks:

========== =====================================================
``word``   that word (normalised: lower case, straight apostrophes)
``a|b``    one of these words
``<be>``   any inflected form of a lemma; ``<confirm|verify>`` of one of these
``word?``  that element or nothing
``..3``    up to three words of any kind, but no sentence punctuation
========== =====================================================

The first element is required, for it is the anchor under which the pattern is filed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
Inflect = Callable[[str], Iterable[str]]

_NO_GAP: Final = frozenset({".", ";", ":", "?", "!", '"', "“", "”", "«", "»"})


class Element:
    """One element of a compiled pattern; ``words`` is ``None`` for a gap of up to ``gap`` words."""

    __slots__ = ("gap", "optional", "words")

    def __init__(self, words: frozenset[str] | None, optional: bool, gap: int) -> None:
        self.words = words
        self.optional = optional
        self.gap = gap


_Elements = tuple[Element, ...]


def compile_pattern(pattern: str, inflect: Inflect) -> _Elements:
    """Compile a pattern.

    Raises:
        ValueError: the pattern is empty, or its first element is optional or a gap.
    """
    elements = tuple(_compile_element(part, inflect) for part in pattern.split())
    if not elements or elements[0].optional or elements[0].words is None:
        raise ValueError(f"pattern {pattern!r} must begin with a required word")
    return elements


def _compile_element(part: str, inflect: Inflect) -> Element:
    if part.startswith("..") and part[2:].isdigit():
        return Element(None, True, int(part[2:]))
    optional = part.endswith("?") and len(part) > 1
    body = part[:-1] if optional else part
    if body.startswith("<") and body.endswith(">"):
        words = frozenset(form for lemma in body[1:-1].split("|") for form in inflect(lemma))
    else:
        words = frozenset(body.split("|"))
    return Element(words, optional, 0)


class _Entry:
    """A pattern with its value; ``second`` are the words of which one must follow the first, if any must."""

    __slots__ = ("elements", "second", "value")

    def __init__(self, elements: _Elements, value: Any) -> None:
        self.elements = elements
        self.value = value
        after = elements[1] if len(elements) > 1 else None
        self.second = None if after is None or after.optional else after.words


class _Filed:
    """The patterns that a word may begin, in order: by the word that follows it, and those that any may follow."""

    __slots__ = ("any", "by_next")

    def __init__(self, entries: list[_Entry]) -> None:
        self.any = [entry for entry in entries if entry.second is None]
        self.by_next = {
            word: [entry for entry in entries if entry.second is None or word in entry.second]
            for word in {word for entry in entries for word in entry.second or ()}
        }


class Patterns(Generic[T]):
    """A set of patterns, each with a value, filed under the words they can begin with."""

    def __init__(self, entries: Iterable[tuple[str, T]], inflect: Inflect) -> None:
        by_first: dict[str, list[_Entry]] = {}
        for pattern, value in entries:
            entry = _Entry(compile_pattern(pattern, inflect), value)
            for word in entry.elements[0].words or ():
                by_first.setdefault(word, []).append(entry)
        self._filed = {word: _Filed(begun) for word, begun in by_first.items()}
        self.first_words = frozenset(self._filed)  # one of them begins every match

    def at(self, norms: list[str], start: int, stop: int) -> tuple[int, T] | None:
        """The longest match that begins at word ``start`` and ends by ``stop``: its end and its value."""
        filed = self._filed.get(norms[start])
        return None if filed is None else _longest(_matches(filed, norms, start, stop))

    def all_at(self, norms: list[str], start: int, stop: int) -> list[tuple[int, T]]:
        """Every match that begins at word ``start``, the longest first: its end and its value."""
        filed = self._filed.get(norms[start])
        found = _matches(filed, norms, start, stop) if filed is not None else []
        if len(found) > 1:
            found.sort(key=lambda match: -match[0])
        return found

    def find(self, norms: list[str], start: int, stop: int) -> list[tuple[int, int, T]]:
        """All matches between two words, leftmost first, without overlap: first word, end and value of each."""
        hits: list[tuple[int, int, T]] = []
        by_first, position = self._filed, start
        while position < stop:
            filed = by_first.get(norms[position])
            found = None if filed is None else _longest(_matches(filed, norms, position, stop))
            if found is None:
                position += 1
            else:
                hits.append((position, found[0], found[1]))
                position = found[0]
        return hits


def _matches(filed: _Filed, norms: list[str], start: int, stop: int) -> list[tuple[int, Any]]:
    """The end and value of each of these patterns that matches at word ``start`` and ends by ``stop``."""
    found: list[tuple[int, Any]] = []
    entries = filed.by_next.get(norms[start + 1], filed.any) if start + 1 < stop else filed.any
    for entry in entries:
        end = _match(entry.elements, 1, norms, start + 1, stop)
        if end is not None:
            found.append((end, entry.value))
    return found


def _longest(found: list[tuple[int, Any]]) -> tuple[int, Any] | None:
    best: tuple[int, Any] | None = None
    for match in found:
        if best is None or match[0] > best[0]:
            best = match
    return best


def _match(elements: _Elements, index: int, norms: list[str], at: int, stop: int) -> int | None:
    """End of the match of ``elements[index:]`` from word ``at``; an optional element is taken where it can be."""
    for position in range(index, len(elements)):
        element = elements[position]
        words = element.words
        if words is None:
            return _match_gap(elements, position, norms, at, stop)
        fits = at < stop and norms[at] in words
        if element.optional:
            end = _match(elements, position + 1, norms, at + 1, stop) if fits else None
            return end if end is not None else _match(elements, position + 1, norms, at, stop)
        if not fits:
            return None
        at += 1
    return at


def _match_gap(elements: _Elements, index: int, norms: list[str], at: int, stop: int) -> int | None:
    for width in range(elements[index].gap + 1):
        end = _match(elements, index + 1, norms, at + width, stop)
        if end is not None:
            return end
        if at + width >= stop or norms[at + width] in _NO_GAP:
            return None
    return None
