"""Sentences that continue an attributed one."""

from __future__ import annotations

import pytest

from kursk_ie.claims.events.inheritance import inherited_statement
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.results import Article
from kursk_ie.text.tokens import Tokens


def _reading(*sentences: str, gap: int = 0) -> Reading:
    words = [sentence.split() for sentence in sentences]
    flat = [word for sentence in words for word in sentence]
    starts = [sum(len(word) + 1 for word in flat[:index]) for index in range(len(flat))]
    ends = [start + len(word) for start, word in zip(starts, flat, strict=True)]
    ranges, at = [], 0
    for sentence in words:
        ranges.append((at, at + len(sentence)))
        at += len(sentence)
    breaks = [0] * len(flat)
    breaks[ranges[1][0]] = gap
    text = " ".join(flat)
    tokens = Tokens(text, flat, [word.lower() for word in flat], starts, ends, breaks, list(range(len(flat))))
    reading = Reading(Article(text=text), tokens)
    reading.sentences = ranges
    reading.statements = [Statement(0, (2, 3), (0, 2), (3, ranges[0][1]), "say", "verb-subject")]
    return reading


_FIRST = "The army said forty men had died ."


@pytest.mark.parametrize(
    "second",
    [
        "Fifteen of them were officers .",
        "The dead included three medics .",
        "Most of those were conscripts .",
        "The rest were wounded .",
    ],
)
def test_continues(second: str) -> None:
    found = inherited_statement(_reading(_FIRST, second), 1)
    assert found is not None
    assert (found.source, found.rule, found.inherited, found.sentence) == ((0, 2), "inherited", True, 1)


@pytest.mark.parametrize(
    "second", ["The river rose again .", "Rain fell on the dead .", "Officers of the fleet arrived ."]
)
def test_does_not_continue(second: str) -> None:
    assert inherited_statement(_reading(_FIRST, second), 1) is None


def test_a_new_paragraph_inherits_nothing() -> None:
    assert inherited_statement(_reading(_FIRST, "Fifteen of them were officers .", gap=2), 1) is None


def test_a_chain_goes_on() -> None:
    reading = _reading(_FIRST, "Fifteen of them were officers .", "Two of those were colonels .")
    assert inherited_statement(reading, 2) is not None


def test_two_speakers_leave_no_heir() -> None:
    reading = _reading(_FIRST, "Fifteen of them were officers .")
    reading.statements.append(Statement(0, (4, 5), (3, 4), (5, 8), "say", "verb-subject"))
    assert inherited_statement(reading, 1) is None
