"""Marks in a text, as nested HTML elements; all offsets are code points, and are spent here, not in the browser.

Marks that cross are cut: the one that begins later goes on in a second element with the same ``data-mark``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kursk_ie.views.fragments import Fragment
from kursk_ie.views.marks import Mark

_GAP = '<span class="gap"> … </span>'
_UNDERLINED = frozenset(
    ("EVIDENCE", "SOURCE", "RELAY", "CUE", "EVENT", "SIDE", "UNIT", "DATE", "FIGURE", "PLACE")
)
_MOST_LEVELS = 4
# what HTML cannot carry becomes its picture; a bare carriage return would be read as a line feed
_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r\f"} | {127: 0x2421}
_CONTROLS_AS_HTML: dict[int, int | str] = {**_CONTROLS, ord("\r"): "&#13;"}


def escaped(text: str) -> str:
    """Text that a page shows as it is, whatever it holds.

    >>> escaped('<script> & "quotes"')
    '&lt;script&gt; &amp; &quot;quotes&quot;'
    """
    return escape(text).translate(_CONTROLS_AS_HTML)


@dataclass(slots=True)
class _Open:
    number: int
    mark: Mark
    place: int  # of its tag in the output
    level: int = 0  # underlines below its own
    again: bool = False


def marked(fragments: Iterable[Fragment], marks: Sequence[Mark]) -> str:
    """The fragments as HTML with the marks in them; ``data-mark`` is a mark's place in the sequence.

    >>> marked([Fragment(0, "Near Sudzha")], [Mark("PLACE", 5, 11, "Sudzha", ("m0",))])
    'Near <mark class="place" data-mark="0">Sudzha</mark>'
    """
    return _GAP.join(_fragment(fragment, marks) for fragment in fragments)


def _fragment(fragment: Fragment, marks: Sequence[Mark]) -> str:
    inside = [
        (number, mark)
        for number, mark in enumerate(marks)
        if fragment.start <= mark.start and mark.end <= fragment.end
    ]
    ends = {mark.end for _, mark in inside}
    starts: dict[int, list[tuple[int, Mark]]] = {}
    for number, mark in inside:
        starts.setdefault(mark.start, []).append((number, mark))
    writer = _Writer()
    at = fragment.start
    for cut in sorted(ends | set(starts)):
        writer.text(fragment.text[at - fragment.start : cut - fragment.start])
        at = cut
        if cut in ends:
            writer.close(cut)
        for number, mark in starts.get(cut, ()):
            writer.open(number, mark)
    writer.text(fragment.text[at - fragment.start :])
    return writer.html()


class _Writer:
    """Tags and text in order; the tag of an element is written when it closes, for its level is known then."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[_Open] = []

    def text(self, text: str) -> None:
        self._out.append(escaped(text))

    def open(self, number: int, mark: Mark, again: bool = False) -> None:
        self._open.append(_Open(number, mark, len(self._out), again=again))
        self._out.append("")

    def close(self, end: int) -> None:
        """Close what ends here; what was opened inside of it and goes on is opened again."""
        outermost = next((n for n, one in enumerate(self._open) if one.mark.end == end), None)
        if outermost is None:
            return
        going_on = [one for one in self._open[outermost:] if one.mark.end != end]
        while len(self._open) > outermost:
            self._shut(self._open.pop())
        for one in going_on:
            self.open(one.number, one.mark, again=True)

    def _shut(self, one: _Open) -> None:
        name = one.mark.label.lower()
        level = min(one.level, _MOST_LEVELS) if one.mark.label in _UNDERLINED else 0
        classes = name + (f" level-{level}" if level else "") + (" again" if one.again else "")
        self._out[one.place] = f'<mark class="{classes}" data-mark="{one.number}">'
        self._out.append("</mark>")
        if self._open:
            around = self._open[-1]
            around.level = max(around.level, one.level + (one.mark.label in _UNDERLINED))

    def html(self) -> str:
        return "".join(self._out)
