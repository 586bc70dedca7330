"""Brackets, hyphens and the marks of clauses, looked for from a word outwards."""

from __future__ import annotations

from kursk_ie.claims.reading import Reading
from kursk_ie.text.wordclasses import CLAUSE_MARKS, QUOTE_MARKS


def is_glued(reading: Reading, at: int) -> bool:
    """Whether no blank stands on either side of the word at ``at``, as of the hyphen in *Holtz-Eakin*."""
    tokens = reading.tokens
    left = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
    return left and at + 1 < len(tokens) and tokens.ends[at] == tokens.starts[at + 1]


def opening_bracket(reading: Reading, closing: int, floor: int) -> int:
    """The bracket that opens what ``closing`` closes, or ``floor``."""
    at = closing
    while at > floor and reading.tokens.norms[at] not in ("(", "["):
        at -= 1
    return at


def closing_bracket(reading: Reading, opening: int, stop: int) -> int | None:
    """The next closing bracket, if one stands before ``stop``."""
    return next((at for at in range(opening, stop) if reading.tokens.norms[at] in (")", "]")), None)


def next_mark(reading: Reading, at: int, stop: int) -> int:
    """The next mark of a clause or quotation from word ``at`` on, or ``stop``."""
    norms = reading.tokens.norms
    while at < stop and norms[at] not in CLAUSE_MARKS and norms[at] not in QUOTE_MARKS:
        at += 1
    return at
