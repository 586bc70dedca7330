"""The text that a page shows: whole where it is given, else the pieces that the extraction's spans hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kursk_ie.views.marks import Mark


class Fragment(NamedTuple):
    """A piece of the article that begins at code point ``start``."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The code point behind it."""
        return self.start + len(self.text)


def whole(text: str) -> list[Fragment]:
    """The one fragment of a text that is known."""
    return [Fragment(0, text)]


def pieces(marks: Iterable[Mark]) -> list[Fragment]:
    """What the marks hold of the text, in order; marks that touch or overlap are put together.

    >>> spans = [("SOURCE", 0, 3, "HUR"), ("SENTENCE", 0, 8, "HUR said"), ("PLACE", 20, 24, "Kyiv")]
    >>> [tuple(fragment) for fragment in pieces(Mark(*span, ()) for span in spans)]
    [(0, 'HUR said'), (20, 'Kyiv')]
    """
    fragments: list[Fragment] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if len(mark.text) != mark.end - mark.start:
            continue  # a section that was left out carries no text
        last = fragments[-1] if fragments else None
        if last is None or mark.start > last.end:
            fragments.append(Fragment(mark.start, mark.text))
        elif mark.end > last.end:
            fragments[-1] = Fragment(last.start, last.text + mark.text[last.end - mark.start :])
    return fragments
