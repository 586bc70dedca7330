"""Pairing the quotation marks of a text, whatever their kind, and whether or not they are ever closed.

Marks are read off the characters, because a tokenizer may leave one at its word (*said—“We*). A quotation
ends with its section; over a paragraph's end it goes on only where the next paragraph opens with the mark
again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from kursk_ie.text.lines import Lines
from kursk_ie.text.sections import Section
from kursk_ie.text.signs import find_signs
from kursk_ie.text.tokens import Tokens

_SIGNS: Final = {
    "&quot;": '"', "&#34;": '"', "&#034;": '"', "&#x22;": '"', "''": '"', "``": "“", "’’": "”", "‘‘": "“",
    "‟": "“",
    "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”", "&laquo;": "«", "&#171;": "«",
    "&raquo;": "»", "&#187;": "»", "&lsquo;": "‘", "&#8216;": "‘", "&rsquo;": "’", "&#8217;": "’",
    "&apos;": "'", "&#39;": "'", "&#039;": "'", "&#x27;": "'",
}  # fmt: skip
_CLOSED_BY: Final = {
    '"': '"”', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "”": "”", "‘": "’'", "'": "'’", "‚": "‘’",
    "‹": "›", "「": "」",
}  # fmt: skip
_ENTITIES: Final = "|".join(form[1:] for form in _SIGNS if form.startswith("&"))
_FIRST: Final = "\"'“”‘’`&=„‟«»‚‹›「」"
_MARK: Final = re.compile(
    rf"""[{_FIRST}](?:
    (?<=["“”„‟«»‚‹›「」]) | (?<=‘)‘? | (?<=')' | (?<=’)’ | (?<=`)`
    | (?<=['’])(?:(?<!\w['’]) | (?!\w))  # no apostrophe inside a word
    | (?<=&)(?:{_ENTITIES.replace("#", "[#]")})
    | (?<==)["'][^"'<>\n]*["']?  # href="…"
    )""",
    re.VERBOSE,
)
_MARK_SIGNS: Final = frozenset(_CLOSED_BY) | set("”’›」")
_SINGLES: Final = frozenset("‘'‚")
_BEFORE: Final = (
    frozenset("([{-–—―/:>") | _MARK_SIGNS
)  # may stand before an opening mark, besides white space
_AFTER: Final = frozenset(".,;:!?…)]}-–—―/<&") | _MARK_SIGNS  # may stand after a closing one
_ELIDED: Final = re.compile(r"(?:\d0s|\d\d|tis|twas|em|til|cause|bout|n)\b", re.IGNORECASE)  # ’90s, ’em
_FEET: Final = re.compile(r"\d['’′]\s?\d+$")  # 5'11
_DEEPEST: Final = 4  # quotations inside one another; more is a text gone wrong
_AHEAD: Final = 40  # marks looked at for the one that closes a single mark


class Quotation:
    """A quotation: the words from ``start`` up to, not including, ``end``, without the marks.

    Attributes:
        open: the word that is the opening mark, or that it is glued to.
        close: the word that is the closing mark; ``None`` where the text never closes the quotation, which
            then is taken to end with its paragraph, or before the next one of its kind.
        inner: the quotations inside it, in order.
    """

    __slots__ = ("close", "end", "inner", "open", "start")

    def __init__(
        self, start: int, end: int, open: int, close: int | None, inner: tuple[Quotation, ...] = ()
    ) -> None:
        self.start = start
        self.end = end
        self.open = open
        self.close = close
        self.inner = inner

    @property
    def closed(self) -> bool:
        return self.close is not None


class _Mark:
    """One mark: its offsets, its sign, and what the characters beside it allow it to do."""

    __slots__ = ("closes", "end", "opens", "sign", "start")

    def __init__(self, start: int, end: int, sign: str, opens: bool, closes: bool) -> None:
        self.start = start
        self.end = end
        self.sign = sign
        self.opens = opens
        self.closes = closes


class _Open:
    """A quotation whose end is not known yet."""

    __slots__ = ("inner", "mark")

    def __init__(self, mark: _Mark) -> None:
        self.mark = mark
        self.inner: list[Quotation] = []


def pair_quotes(tokens: Tokens, sections: Sequence[Section], lines: Lines) -> list[Quotation]:
    """The quotations of a text that stand in no other, in order, without overlap."""
    marks = _marks(tokens.text)
    if not marks or not len(tokens):
        return []
    edges = {tokens.starts[section.start] for section in sections}
    begins = sorted({tokens.starts[start] for start, _ in lines} | edges)
    found: list[Quotation] = []
    stack: list[_Open] = []
    position = 0
    for index, begin in enumerate(begins):
        limit = begins[index + 1] if index + 1 < len(begins) else len(tokens.text)
        stop = position
        while stop < len(marks) and marks[stop].start < limit:
            stop += 1
        reopened = stack and begin not in edges and position < stop and marks[position].start == begin
        if stack and not (reopened and marks[position].sign == stack[0].mark.sign):
            _end(tokens, stack, found, begin)
        elif stack:
            position += 1
        _Paragraph(tokens, marks[position:stop], begin, stack, found).read()
        position = stop
    _end(tokens, stack, found, len(tokens.text))
    return found


class _Paragraph:
    """The marks of one paragraph; ``stack`` and ``found`` go on from the one before."""

    def __init__(
        self, tokens: Tokens, marks: list[_Mark], begin: int, stack: list[_Open], found: list[Quotation]
    ) -> None:
        self.tokens = tokens
        self.marks = marks
        self.begin = begin
        self.stack = stack
        self.found = found

    def read(self) -> None:
        """Open and close quotations, mark by mark."""
        for index, mark in enumerate(self.marks):
            depth = self._closes(mark)
            if depth is not None:
                del self.stack[depth + 1 :]
                self._close(mark)
            elif mark.opens and self._is_opening(index, mark):
                if self.stack and self.stack[0].mark.sign == mark.sign:
                    _end(self.tokens, self.stack, self.found, mark.start)
                if len(self.stack) < _DEEPEST:
                    self.stack.append(_Open(mark))

    def _closes(self, mark: _Mark) -> int | None:
        """How deep in the stack the quotation stands that this mark closes."""
        if mark.closes:
            for depth in range(len(self.stack) - 1, -1, -1):
                if mark.sign in _CLOSED_BY[self.stack[depth].mark.sign]:
                    return depth
        return None

    def _close(self, mark: _Mark) -> None:
        opened = self.stack.pop()
        quotation = _quotation(self.tokens, opened, mark.start, mark)
        if quotation:
            (self.stack[-1].inner if self.stack else self.found).append(quotation)

    def _is_opening(self, index: int, mark: _Mark) -> bool:
        """A single mark, which may be an apostrophe, opens only where another closes it in the paragraph."""
        if mark.sign not in _SINGLES:
            return True
        if any(opened.mark.sign in _SINGLES for opened in self.stack):
            return False
        if mark.sign == "‘" and mark.start == self.begin:
            return True
        closing = []
        for other in self.marks[index + 1 : index + 1 + _AHEAD]:
            if other.closes and other.sign in _CLOSED_BY[mark.sign]:
                closing.append(other)
            elif other.sign in _SINGLES:
                break
        plain = [other for other in closing if not _is_possessive(self.tokens.text, other)]
        for other in closing[: closing.index(plain[0])] if plain else ():
            other.closes = False
        return bool(closing)


def _marks(text: str) -> list[_Mark]:
    """All marks of a text, in order, apostrophes and inches left out as far as their neighbours tell."""
    marks: list[_Mark] = []
    end = 0
    for start in find_signs(_FIRST, text):
        match = _MARK.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        left = before.isspace() or before in _BEFORE
        right = after.isspace() or after in _AFTER
        if match[0][0] == "=":
            continue
        sign = _SIGNS.get(match[0], match[0])
        opens, closes = left or not right, right or not left
        if sign == '"' and before.isdigit():
            opens, closes = False, not _FEET.search(text, max(start - 8, 0), start)
        elif sign in "'‘":
            opens = left and not after.isspace() and not _ELIDED.match(text, end)
            closes = sign == "'" and right and not before.isspace()
        elif sign == "“":
            opens, closes = not after.isspace(), right and not left
        elif sign in "”»":
            opens = left and not right
            closes = not opens
        elif sign == "«":
            closes = right and not left
            opens = not closes
        elif sign != '"':
            opens, closes = sign in "„‚‹「", sign in "’›」"
        if after.isspace() and not before.isspace():
            opens = False
        marks.append(_Mark(start, end, sign, opens, closes))
    return marks


def _is_possessive(text: str, mark: _Mark) -> bool:
    """Whether the mark may be the apostrophe of a plural: *the soldiers' guns*."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2]
    return before in ("s", "S") and after[:1] == " " and after[1:].isalpha()


def _end(tokens: Tokens, stack: list[_Open], found: list[Quotation], limit: int) -> None:
    """Give up on what is open: the outermost quotation ends before ``limit``, those in it were none."""
    if stack:
        quotation = _quotation(tokens, stack[0], limit, None)
        if quotation:
            found.append(quotation)
        stack.clear()


def _quotation(tokens: Tokens, opened: _Open, limit: int, closing: _Mark | None) -> Quotation | None:
    """The words between two offsets as a quotation; ``None`` where there are none."""
    start = bisect_right(tokens.ends, opened.mark.end)
    end = bisect_left(tokens.starts, limit)
    if start >= end:
        return None
    return Quotation(
        start,
        end,
        _word_at(tokens, opened.mark.start),
        None if closing is None else _word_at(tokens, closing.start),
        tuple(opened.inner),
    )


def _word_at(tokens: Tokens, offset: int) -> int:
    return max(bisect_right(tokens.starts, offset) - 1, 0)
