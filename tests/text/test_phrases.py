"""Phrases: the longest at each place, leftmost first, without overlap, across line breaks too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_ie.text.phrases import Phrases

ENTRIES = [("strike", "s"), ("missile strike", "ms"), ("missile strike group", "msg"), ("air raid", "ar")]


def make() -> Phrases[str]:
    return Phrases(ENTRIES, str.split)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a missile strike hit", [(1, 3, "ms")]),
        ("missile strike group", [(0, 3, "msg")]),
        ("missile missile strike", [(1, 3, "ms")]),
        ("strike strike", [(0, 1, "s"), (1, 2, "s")]),
        ("air missile", []),
        ("an air raid and a strike", [(1, 3, "ar"), (5, 6, "s")]),
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[int, int, str]]) -> None:
    assert make().find(text.split()) == found


def test_find_stays_between_two_words() -> None:
    words = "strike missile strike group".split()
    assert make().find(words, 1, 3) == [(1, 3, "ms")]


def test_the_longest_phrase_at_a_place() -> None:
    phrases = make()
    assert phrases.at(["missile", "strike"], 0) == (2, "ms")
    assert phrases.at(["missile", "strike"], 0, 1) is None
    assert phrases.at(["missile"], 0) is None


def test_the_first_value_of_a_phrase_stays() -> None:
    phrases = Phrases([("raid", 1), ("raid", 2)], str.split)
    assert phrases.at(["raid"], 0) == (1, 1)


@given(st.lists(st.sampled_from("air raid missile strike group x".split()), max_size=30))
def test_hits_are_ordered_and_apart(words: list[str]) -> None:
    hits = make().find(words)
    for start, end, value in hits:
        assert (" ".join(words[start:end]), value) in ENTRIES
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(hits))
