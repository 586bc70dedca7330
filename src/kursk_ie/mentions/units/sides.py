"""The side that the words around a unit tell."""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.units.naming import Draft
from kursk_ie.mentions.units.scan import QUOTES
from kursk_ie.mentions.units.words import UnitWords
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_REACH: Final = 6
_BETWEEN: Final = frozenset({"'s", "'", "corps", "ground", "navy", *QUOTES})


def side_of(tokens: Tokens, draft: Draft, words: UnitWords) -> str | None:
    """Code of the side, if told: *Russia's 810th*, *109th DPR Regiment*, *94th brigade of the DPRK army*."""
    at = draft.start - 1
    while at >= 0 and draft.start - at < _REACH:
        if tokens.norms[at] in words.side_words:
            return _side_ending(tokens, at, words)
        if tokens.norms[at] not in words.inner and tokens.norms[at] not in _BETWEEN:
            break
        at -= 1
    if draft.number:
        for place in range(draft.start, draft.end):
            found = words.sides.at(tokens.norms, place) if tokens.norms[place] in words.side_words else None
            if found:
                return found[1]
    return _side_after(tokens, draft.end, words)


def _side_ending(tokens: Tokens, at: int, words: UnitWords) -> str | None:
    """The side whose name ends with the word ``at``; *us* is no side."""
    pair = words.sides.at(tokens.norms, at - 1, at + 1) if at else None
    found = pair if pair and pair[0] == at + 1 else words.sides.at(tokens.norms, at, at + 1)
    return found[1] if found and capitalised(tokens.words[at]) else None


def _side_after(tokens: Tokens, end: int, words: UnitWords) -> str | None:
    """The side after *of*: *of the Russian army*."""
    if end + 1 >= len(tokens) or tokens.norms[end] != "of":
        return None
    at = end + 1 + (tokens.norms[end + 1] == "the")
    found = words.sides.at(tokens.norms, at) if at < len(tokens) else None
    return found[1] if found else None


def sides_in(tokens: Tokens, words: UnitWords) -> set[str]:
    """Codes of all sides that the text speaks of."""
    hits = words.sides.find(tokens.norms)
    return {code for start, _, code in hits if code and capitalised(tokens.words[start])}
