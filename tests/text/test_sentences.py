"""Sentences: each case is a text with its sentences set apart by ``|``."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kursk_ie.text.lines import read_lines
from kursk_ie.text.sections import PageReader, Section
from kursk_ie.text.sentences import SentenceSplitter
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens, read_tokens

NLP = spacy.blank("en")


def cut(phrase: str) -> list[str]:
    return [token.text for token in NLP.tokenizer(phrase)]


SPLITTER = SentenceSplitter(cut)
READER = PageReader(cut)


def body(text: str) -> tuple[Tokens, list[Section]]:
    tokens = read_tokens(NLP.make_doc(text))
    return tokens, [Section("body", 0, len(tokens))] if len(tokens) else []


def sentences(text: str) -> list[str]:
    tokens, sections = body(text)
    return [tokens.surface(start, end) for start, end in SPLITTER.split(tokens, sections, read_lines(tokens))]


CASES = {
    "plain": "Rockets fell at dawn.|Nobody was hurt!|Who fired them?|It is not known.",
    "semicolons and colons": "Rockets fell; nobody was hurt: all had left.|They were lucky.",
    "month": "It began on Dec. 14 and ended on Jan. 2 at night.|Then it snowed.",
    "month before month": "It ran from Nov. Dec. and Jan. 3 were quiet.",
    "month at the end": "Nothing moved until Dec.|Then it snowed.",
    "rank": "Maj. Gen. Ann Lee and Lt. Col. Bo Ray spoke.|They agreed.",
    "state abbreviation inside": "A U.S. Army convoy and U.N. Secretary Ann Lee arrived.",
    "state abbreviation at the end": "They landed in the U.S.|The army met them.",
    "state abbreviation before a quote": "They landed in the U.S.|“We are home,” she said.",
    "hour": "It began at 5 p.m. Monday and ended at 6 a.m.|The town was quiet then.",
    "number": "Battery No. 5 fired.|Did it hit?|No.|Five shells fell short.",
    "junior": "Koval Jr. Tuesday denied it.|His father did not.",
    "saint": "He left St. Petersburg for Mt. Hermon.|He came back.",
    "initials": "J. D. Koval met George W. Bond.|They talked.",
    "initials that are abbreviations in small": "Ann P. Koval met Mark C. Bond.|They talked.",
    "a letter at the end": "They turned to plan B.|The first had failed.",
    "decimals and units": "It took 5.5 sq. km of land and 3.2 km of road.|No more.",
    "lower case after an unknown abbreviation": "The mun. council met.|It voted.",
    "a missing blank": "Rockets fell on Kyiv.|The mayor spoke.",
    "ellipsis that runs on": "We waited ... and waited... until dawn.|Then it came...|We ran.",
    "question inside": "“Who did this?” he asked.|Nobody knew.",
    "question before a speaker": "“Who did this?” Mayor Ann Lee asked.|Nobody knew.",
    "question before a new sentence": "“Who did this?”|He said nothing.",
    "closing quote": "“We left.”|He stayed.",
    "straight closing quote": '"We left."|"They stayed," he said.',
    "begins inside a quotation": "“We left.|We did not look back,” said Koval.",
    "lower case after a quoted stop": "“We left.” so he said.|Nobody else spoke.",
    "bracket": "He fell ill. (He was 80.)|His son took over.",
    "list number": "1. Rockets fell.|They missed.",
    "several marks": "He did what?!|Nobody knew.",
    "dateline": "SPRINGFIELD, Va. - The mayor spoke.|He was brief.",
    "bullets in a line": "• Rockets fell|• Nobody was hurt",
    "lines": "A heading\n|A paragraph of text.\n\n|Another one",
    "list of lines": "- two tanks\n|- five guns",
    "company": "The maker Bolt Inc. said so.|Bolt Ltd. Chairman Lee did not.",
}


@pytest.mark.parametrize("name", CASES)
def test_sentences(name: str) -> None:
    expected = [part.strip() for part in CASES[name].split("|")]
    if name in ("a missing blank", "list number"):
        text = CASES[name].replace("|", "" if name == "a missing blank" else " ")
    else:
        text = CASES[name].replace("\n|", "\n").replace("|", " ")
    if name == "bracket":
        expected = ["He fell ill.", "(He was 80.)", "His son took over."]
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "row", read_table("abbreviations.tsv", ["example"]), ids=lambda row: row["abbreviation"]
)
def test_every_abbreviation_in_its_example(row: Row) -> None:
    assert row["abbreviation"] + "." in row["example"]
    assert sentences(row["example"] + " Then it was over.") == [row["example"], "Then it was over."]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Rockets fell on the port at dawn, and the mayor, Ann\n"
        "Lee, said that two men were hurt. The harbour was\n"
        "closed for an hour. Ships waited outside the mole of\n"
        "Sulina until the fires were out.\n\nNobody was killed."
    )
    assert len(sentences(text)) == 4


def test_a_lower_case_line_goes_on() -> None:
    assert sentences("Rockets fell on the\nport at dawn.\nNobody was hurt.") == [
        "Rockets fell on the\nport at dawn.",
        "Nobody was hurt.",
    ]


def test_a_headline_is_one_sentence_though_its_words_are_capital() -> None:
    tokens = read_tokens(NLP.make_doc("Talks Between U.S. And Allies Begin"))
    assert SPLITTER.split(tokens, [Section("headline", 0, len(tokens))], read_lines(tokens)) == [
        (0, len(tokens))
    ]


def test_no_sentence_crosses_a_section() -> None:
    tokens = read_tokens(NLP.make_doc("one two three four"))
    sections = [Section("body", 0, 2), Section("navigation", 2, 4)]
    assert SPLITTER.split(tokens, sections, read_lines(tokens)) == [(0, 2), (2, 4)]


def test_empty() -> None:
    assert sentences("") == [] == sentences(" \n ")


@given(
    st.one_of(st.text(max_size=200), st.text(alphabet="aB1.?!…\"'“”’() \n•-", max_size=200)),
    st.booleans(),
)
def test_every_word_is_in_one_sentence(text: str, read: bool) -> None:
    tokens, sections = body(text)
    if read:
        sections = READER.read(tokens, read_lines(tokens))
    found = SPLITTER.split(tokens, sections, read_lines(tokens))
    assert [word for start, end in found for word in range(start, end)] == list(range(len(tokens)))
    assert all(start < end for start, end in found)
    assert {section.start for section in sections} <= {start for start, _ in found}
