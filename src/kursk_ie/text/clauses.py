"""Clauses without a parser: a sentence cut at punctuation, subordinators, and conjunctions that open a new subject."""

from __future__ import annotations

import itertools
from typing import Final

from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import AUXILIARIES, DASHES, HAVE, PERSONAL_PRONOUNS, PREPOSITIONS, is_name

_SUBJECT: Final = 5  # words in which two joined names at a sentence's start are one subject
_ALWAYS: Final = frozenset(
    {"while", "whereas", "although", "though", "because", "which", "who", "where", "when", "unless", "but"}
)
_BRACKET: Final = 5  # words of a bracket that is no clause, the marks counted
_MEN: Final = frozenset({"troops", "forces", "soldiers", "fighters", "rebels", "militants", "army", "police"})
_MARKS: Final = frozenset({";", ":", "(", ")", "[", "]"}) | (DASHES - {"-"})
_OF_TIME: Final = frozenset({"after", "as", "before", "until", "since"})
_MAY_OPEN: Final = _ALWAYS | _OF_TIME | {"that", "and"}  # no clause begins elsewhere than at one of these
_MAY_END: Final = _MARKS | {","}  # or after one of these
_OPENERS: Final = _OF_TIME | {"that", "when", "while", "because"}
_AFTER_COMMA: Final = frozenset(
    {"and", "but", "or", "while", "with", "as", "after", "before", "since", "including", "marking", "adding"}
)


def split_clauses(tokens: Tokens, start: int, stop: int) -> list[tuple[int, int]]:
    """Word ranges of the clauses between two words, in order, covering every word.

    A comma inside a list of names or figures does not cut; one before a conjunction, a participle or a new subject
    with its verb does.
    """
    norms, cuts = tokens.norms, [start]
    for at in range(start + 1, stop):
        if (norms[at] in _MAY_OPEN or norms[at - 1] in _MAY_END) and _cuts(tokens, at, start, stop):
            cuts.append(at)
    cuts.append(stop)
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def _cuts(tokens: Tokens, at: int, start: int, stop: int) -> bool:
    """Whether a clause begins at word ``at``, where the one before begins at ``start``."""
    norms = tokens.norms
    norm, before = norms[at], norms[at - 1]
    if before in _MARKS:
        return not _is_short_bracket(norms, at - 1, start, stop)
    if norm in _ALWAYS:
        return before != "the"
    if norm == "that":
        return before not in ("so", "such", "than") and at + 1 < stop and before not in PREPOSITIONS
    if norm in _OF_TIME:
        named = at + 2 < stop and is_name(tokens.words[at + 1]) and norms[at + 2] not in ("'s", "'")
        if named and (before == "," or norm == "as"):
            return True  # ", as Russia advances", whose present tense does not show
        return before not in HAVE and _opens_clause(tokens, at + 1, stop)  # "have since killed"
    if before == ",":
        return (
            norm in _AFTER_COMMA and (norm not in ("and", "or") or _opens_clause(tokens, at + 1, stop))
        ) or _opens_clause(tokens, at, stop)
    if norm == "and":
        pair = at + 1 < stop and (_are_names(tokens, at - 1, at + 1) or norms[at - 1] in _MEN)
        near = at - start <= _SUBJECT or norms[at - 2] in _OPENERS  # "after Ukraine and Russia exchanged"
        joined = at - start == 1 or (pair and near)  # "HTS and allied factions have taken"
        return not joined and _opens_clause(tokens, at + 1, stop)  # "Russia and Ukraine exchanged"
    return False


def _is_short_bracket(norms: list[str], mark: int, start: int, stop: int) -> bool:
    """Whether the mark is one of a pair around a short form or a number: *the Arakan Army (AA) took the base*."""
    if norms[mark] == "(":
        return ")" in norms[mark : min(mark + _BRACKET, stop)]
    return norms[mark] == ")" and "(" in norms[max(mark - _BRACKET + 1, start) : mark]


def _opens_clause(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a subject and its verb follow: a pronoun, or a short noun phrase before an auxiliary or past form."""
    norms = tokens.norms
    if at >= stop:
        return False
    if norms[at] in PERSONAL_PRONOUNS or norms[at] == "there":
        return True
    for index in range(at, min(stop, at + 7)):
        norm = norms[index]
        if norm in AUXILIARIES:
            return index > at or norm not in ("may", "will")
        if norm in (",", ".", ";", "and", "or", "but", "to", "by") or norm in _MARKS:
            return False
        if index > at and norm.endswith("ed") and not is_name(tokens.words[index]) and len(norm) > 4:
            return norms[index - 1] not in ("the", "a", "an") and norms[index - 1] not in PREPOSITIONS
    return False


def _are_names(tokens: Tokens, first: int, second: int) -> bool:
    return is_name(tokens.words[first]) and is_name(tokens.words[second])
