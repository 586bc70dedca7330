"""The words of a text: offsets hold whatever the text holds."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kursk_ie.text.tokens import normalise, read_tokens
from kursk_ie.text.wordclasses import capitalised

NLP = spacy.blank("en")


@given(st.text(max_size=200))
def test_every_word_is_where_its_offsets_say(text: str) -> None:
    tokens = read_tokens(NLP.make_doc(text))
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word
        assert word and not word.isspace()
    assert tokens.starts == sorted(tokens.starts)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(st.text(max_size=200))
def test_only_white_space_lies_between_words(text: str) -> None:
    tokens = read_tokens(NLP.make_doc(text))
    edges = [0, *(edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair), len(text)]
    for end, start in zip(edges[::2], edges[1::2], strict=True):
        assert not text[end:start].strip()


@given(st.text(alphabet="ab .\n\r\t", max_size=60))
def test_spans_carry_their_own_text(text: str) -> None:
    tokens = read_tokens(NLP.make_doc(text))
    for start in range(len(tokens)):
        span = tokens.span((start, len(tokens)))
        assert text[span.start : span.end] == span.text == tokens.surface(start, len(tokens))


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("one two", [0, 0]),
        ("one\ntwo", [0, 1]),
        ("one\n\ntwo", [0, 2]),
        ("one\r\ntwo", [0, 1]),
        ("one\rtwo", [0, 1]),
        ("one \n \n two", [0, 2]),
        ("\n one", [1]),
        ("", []),
        (" \n ", []),
    ],
)
def test_line_breaks_are_counted(text: str, breaks: list[int]) -> None:
    assert read_tokens(NLP.make_doc(text)).breaks == breaks


@pytest.mark.parametrize(
    ("word", "norm"),
    [
        ("Kyiv", "kyiv"),
        ("Ukraine’s", "ukraine's"),
        ("‘it", "'it"),
        ("Rostov‑on", "rostov-on"),
        ("ЛЬВІВ", "львів"),
    ],
)
def test_normal_form(word: str, norm: str) -> None:
    assert normalise(word) == norm


@given(st.text(min_size=1, max_size=3))
def test_a_capital_is_what_python_takes_for_one(word: str) -> None:
    assert capitalised(word) == word[0].isupper()
