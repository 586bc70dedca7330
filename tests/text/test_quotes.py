"""Quotations: each case is a text and its quotations; ``~`` stands before one that is never closed."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kursk_ie.text.lines import read_lines
from kursk_ie.text.quotes import Quotation, pair_quotes
from kursk_ie.text.sections import PageReader, Section
from kursk_ie.text.tokens import Tokens, read_tokens

NLP = spacy.blank("en")
READER = PageReader(lambda phrase: [token.text for token in NLP.tokenizer(phrase)])


def quotations(text: str) -> tuple[Tokens, list[Quotation]]:
    tokens = read_tokens(NLP.make_doc(text))
    return tokens, pair_quotes(
        tokens, [Section("body", 0, len(tokens))] if len(tokens) else [], read_lines(tokens)
    )


CASES: list[tuple[str, list[str]]] = [
    ('He said "we left" and went.', ["we left"]),
    ("He said “we left” and went.", ["we left"]),
    ("He said «we left» and « we went ».", ["we left", "we went"]),
    ("He said »we left« and went.", ["we left"]),
    ("He said „we left“ and „we went”.", ["we left", "we went"]),
    ("He said ‘we left’ and went.", ["we left"]),
    ("He said 'we left' and went.", ["we left"]),
    ("He said ''we left'' and ``we went''.", ["we left", "we went"]),
    ("He said “we left’’ and went.", ["we left"]),
    ("He said “we left“ and went.", ["we left"]),
    ("He said &quot; we left &quot; and went.", ["we left"]),
    ('A "friendly-fire" case.', ["friendly-fire"]),
    ("It wasn't the soldiers' fault, nor Koval's.", []),
    ("It wasn’t the soldiers’ fault, nor Koval’s.", []),
    ("'The soldiers' guns were old,' he said.", ["The soldiers' guns were old,"]),
    ("In the '90s and the ‘80s 'twas quiet, 'til the rockets' return.", []),
    ('He is 5\'11" tall and has a 6" gun.', []),
    ('"He is 5\'11" tall," she said.', ["He is 5'11\" tall,"]),
    ("“We left. We ran,” he said. “We hid.”", ["We left. We ran,", "We hid."]),
    ("“We left, he said.", ["~We left, he said."]),
    ("“We left, he said. “We ran,” he said.", ["~We left, he said.", "We ran,"]),
    ("“We left, he said.\n\nNobody came. “We ran,” he said.", ["~We left, he said.", "We ran,"]),
    ("“We left.\n\n“We ran.\n\n“We hid,” he said.", ["We left.\n\n“We ran.\n\n“We hid,"]),
    ("‘We left.\n\n‘We hid,’ he said.", ["We left.\n\n‘We hid,"]),
    ('We left," he said. They stayed.', []),
    ("We left,” he said. They stayed.", []),
    ('See <a href="page.html">the page</a> of "today".', ["today"]),
    ('""', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text: str, expected: list[str]) -> None:
    tokens, found = quotations(text)
    words = [("" if quote.closed else "~") + tokens.surface(quote.start, quote.end) for quote in found]
    assert words == expected


def test_the_marks_stand_around_the_words() -> None:
    tokens, (quote,) = quotations("He said “we left” and went.")
    assert (tokens.words[quote.open], quote.open + 1) == ("“", quote.start)
    assert quote.close == quote.end and tokens.words[quote.end] == "”"


@pytest.mark.parametrize(
    "text", ["“They cried ‘go’ and ‘stop’,” he said.", "\"They cried 'go' and 'stop',\" he said."]
)
def test_inner_quotations(text: str) -> None:
    tokens, (quote,) = quotations(text)
    assert [tokens.surface(inner.start, inner.end) for inner in quote.inner] == ["go", "stop"]


def test_a_mark_left_at_its_word() -> None:
    tokens, (quote,) = quotations("He said—“We left” and went.")
    assert tokens.surface(quote.start, quote.end).endswith("We left")


def test_a_quotation_ends_with_its_section() -> None:
    tokens = read_tokens(NLP.make_doc("“We left and ran” home."))
    found = pair_quotes(tokens, [Section("body", 0, 3), Section("body", 3, len(tokens))], read_lines(tokens))
    assert [(quote.start, quote.end, quote.closed) for quote in found] == [(1, 3, False)]


@given(
    st.one_of(st.text(max_size=200), st.text(alphabet="as \n.,1\"'“”„«»‘’&quot;()—", max_size=120)),
    st.booleans(),
)
def test_order_and_cover(text: str, read: bool) -> None:
    tokens, found = quotations(text)
    if read:
        found = pair_quotes(tokens, READER.read(tokens, read_lines(tokens)), read_lines(tokens))
    for quote in found:
        assert 0 <= quote.open <= quote.start < quote.end <= len(tokens)
        assert quote.close is None or quote.start <= quote.close < len(tokens)
        assert all(quote.start <= inner.start < inner.end <= quote.end for inner in quote.inner)
    assert all(first.end <= second.start + 1 for first, second in pairwise(found))


@pytest.mark.parametrize("mark", ['"', "“", "‘", "'", "” “", "'a ", "‘a’ "])
def test_many_marks_take_linear_time(mark: str) -> None:
    tokens = read_tokens(Doc(NLP.vocab, words=[mark] * 20_000, spaces=[False] * 20_000))
    began = time.perf_counter()
    pair_quotes(tokens, [Section("body", 0, len(tokens))], read_lines(tokens))
    assert time.perf_counter() - began < 5
