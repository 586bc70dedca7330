"""Cutting texts without a ``Doc``: the same words as spaCy's tokenizer gives."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import assume, given
from hypothesis import strategies as st

import kursk_ie
from kursk_ie.pipeline.loading import make_tokenizer
from kursk_ie.text.cutting import WordCutter
from kursk_ie.text.tokens import Tokens, read_tokens

TOKENIZER = make_tokenizer()
CUTTER = WordCutter(TOKENIZER)
NLP = kursk_ie.load()
PARTS = [
    *"Kyiv U.S. Dec. can't cannot Ukraine’s (Reuters) -Ukraine 10,000-12,000 80% 94th a.m. don't. x@y.org".split(),
    *"'em ma' D-Fla., (R-Va.) 're-group :) younger): 2022. ’s’ Moscow's, 'Kyiv's' pro-Russian doin'? 8) xD".split(),
    *(
        "Sumy&#039;s",
        "&#8220;gone&#8221;",
        "&amp;",
        "R&amp;D",
        "Kyiv&nbsp;and",
        "&quot;No&quot;,",
        "'Dire'—ISW",
    ),
    *("https://example.org/a", ",", ".", '"', "“", "…", "\u200b", "İ", "ﬁ", "e\u0301", "ＡＢ"),
    *(" ", "  ", "\n", "\r\n", "\t", "\xa0", "\u2028"),
]


Words = tuple[list[str], list[str], list[int], list[int], list[int]]


def _lists(tokens: Tokens) -> Words:
    return tokens.words, tokens.norms, tokens.starts, tokens.ends, tokens.breaks


def _from_doc(text: str) -> Words:
    return _lists(read_tokens(NLP.make_doc(text)))


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_the_same_words_as_those_of_the_doc(text: str) -> None:
    assume("' '" not in text)  # there a rule of spaCy's for *''re* reaches over the blank
    assert _lists(CUTTER.read(text)) == _from_doc(text) == _lists(WordCutter(TOKENIZER).read(text))


@given(st.text("Aaiysł0.,:;?!\"'“”‘’()«»-D$#", max_size=9))
def test_the_same_words_of_a_stretch(text: str) -> None:
    assert _lists(CUTTER.read(text)) == _from_doc(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "MH17, Su-34 F-16s 10-day $1.5 6,500-strong",
        "cannot",
        "It can't\n\nbe. It can't.",
        "İstanbul İ.",
    ],
)
def test_named_texts(text: str) -> None:
    assert _lists(CUTTER.read(text)) == _from_doc(text)


def test_no_affix_of_the_tokenizer_is_a_letter() -> None:
    words = {phrase for rule in TOKENIZER.rules for phrase in (rule, rule.strip("'’."))}
    words |= {"km", "mm", "US", "RM", "am", "s", "nt", "wont", "Ltd", "kg", "Kč", "abcxyz"}
    for word in filter(str.isalpha, words):
        assert _lists(CUTTER.read(word)) == _from_doc(word)


@pytest.mark.sources
def test_what_is_known_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kursk_ie.text.cutting._MOST", 20)
    cutter = WordCutter(TOKENIZER)
    for number in range(50):
        text = f"Quux{number}, said Vex{number} {'w ' * number} and 3 more"
        assert _lists(cutter.read(text)) == _from_doc(text)
        assert len(cutter._known) <= 20


def test_a_tokenizer_of_the_users_own() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer.add_special_case("frontline", [{"ORTH": "front"}, {"ORTH": "line"}])  # type: ignore[union-attr]
    assert WordCutter(nlp.tokenizer).read("a frontline.").words == ["a", "front", "line", "."]  # type: ignore[arg-type]
