"""Quotations by the words they stand at, built once for a reading."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.results import Quote
from kursk_ie.text.quotes import Quotation
from kursk_ie.text.wordclasses import QUOTE_MARKS, is_name

_MARKS: Final = QUOTE_MARKS - {"'"}
_SPEECH_WORDS: Final = 4  # a shorter quotation is a term or a title rather than speech
_TITLE_SMALL: Final = frozenset("the a an of in on and or to for with at by from is 's".split())


class Quotes:
    """Quotations of a reading, looked up by their opening mark, their closing mark, or a word inside."""

    def __init__(self, reading: Reading) -> None:
        self.opening: dict[int, Quotation] = {}
        self.closing: dict[int, Quotation] = {}
        self._inside: dict[int, Quotation] = {}
        for quotation in reading.quotations:
            self.opening[quotation.open] = quotation
            if quotation.close is not None:
                self.closing[quotation.close] = quotation
            if quotation.end - quotation.start >= _SPEECH_WORDS:
                for word in range(quotation.start, quotation.end):
                    self._inside[word] = quotation

    def around(self, word: int) -> Quotation | None:
        """The quotation of four words or more that holds ``word``."""
        return self._inside.get(word)

    def kind(self, reading: Reading, content: Range) -> Quote:
        """Whether a content is quoted whole, in part, or not."""
        start, end = content
        whole = self._inside.get(start)
        if whole is not None:
            return "direct" if whole.start <= start and whole.end >= end - 1 else "mixed"
        if _MARKS.isdisjoint(reading.tokens.norms[start:end]):
            return "indirect"
        opened = self.opening.get(start)
        return "direct" if opened is not None and opened.end >= end - 1 else "mixed"


def is_title(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is the name of a work: *"Face the Nation,"*."""
    words = reading.tokens.words[quotation.start : quotation.end]
    letters = [word for word in words if word[:1].isalpha()]
    return all(is_name(word) or word.lower() in _TITLE_SMALL for word in letters) and len(letters) < 8
