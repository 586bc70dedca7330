"""Marks in texts, whatever they hold."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from seeds import articles, extractions, spans

from kursk_ie.views.fragments import pieces, whole
from kursk_ie.views.marking import marked
from kursk_ie.views.marks import LABELS, Mark, marks_of


class _Reader(HTMLParser):
    """What a browser makes of it: the text, and the words of each mark, put together where it was cut."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.words: dict[int, str] = defaultdict(str)
        self._open: list[int | None] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in ("mark", "span")
        self._open.append(int(dict(attributes)["data-mark"] or "") if tag == "mark" else None)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for number in self._open:
            if number is not None:
                self.words[number] += data


@st.composite
def _texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.sampled_from("ab<>&\"'\n😀é\u202e"), min_size=1, max_size=30))
    cuts = st.integers(0, len(text))
    found = []
    for _ in range(draw(st.integers(0, 8))):
        start, end = sorted((draw(cuts), draw(cuts)))
        if start < end:
            label = draw(st.sampled_from(LABELS)).name
            found.append(Mark(label, start, end, text[start:end], ()))
    return text, sorted(found, key=lambda mark: (mark.start, -mark.end))


@given(_texts_with_marks())
def test_text_and_marks_stand_as_given_however_they_cross(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    read = _Reader(marked(whole(text), marks))
    assert read.text == text
    assert dict(read.words) == {number: mark.text for number, mark in enumerate(marks)}


@given(_texts_with_marks())
def test_the_pieces_of_an_unknown_text_hold_every_mark(given: tuple[str, list[Mark]]) -> None:
    _, marks = given
    read = _Reader(marked(pieces(marks), marks))
    assert dict(read.words) == {number: mark.text for number, mark in enumerate(marks)}


def test_marks_of_the_seeds_are_the_spans_of_the_extraction() -> None:
    for extraction, article in zip(extractions(), articles(), strict=True):
        marks = marks_of(extraction)
        read = _Reader(marked(whole(article.text), marks))
        assert read.text == article.text
        shown = [(mark.label, read.words[n]) for n, mark in enumerate(marks) if mark.label != "SKIPPED"]
        assert sorted(shown) == sorted(spans(extraction))


def test_crossing_marks_are_cut_and_keep_their_number() -> None:
    marks = [Mark("CONTENT", 0, 4, "abcd", ()), Mark("PLACE", 2, 6, "cdef", ())]
    assert marked(whole("abcdef"), marks) == (
        '<mark class="content" data-mark="0">ab<mark class="place" data-mark="1">cd</mark></mark>'
        '<mark class="place again" data-mark="1">ef</mark>'
    )


def test_an_underline_goes_below_those_inside() -> None:
    marks = [Mark("UNIT", 0, 4, "abcd", ()), Mark("PLACE", 0, 2, "ab", ())]
    assert marked(whole("abcd"), marks).startswith('<mark class="unit level-1" data-mark="0">')


def test_controls_become_their_pictures_and_line_ends_stay() -> None:
    assert marked(whole("a\0b\x1bc\r\n"), []) == "a␀b␛c&#13;\n"
