"""The pattern language of the lexicons."""

from __future__ import annotations

import pytest

from kursk_ie.text.patterns import Patterns, compile_pattern


def inflect(lemma: str) -> list[str]:
    return {"be": ["be", "is", "was"], "strike": ["strike", "struck", "strikes"]}.get(
        lemma, [lemma, lemma + "s"]
    )


CASES = [
    ("word", "front", "the front line", "front"),
    ("words", "front line", "the front line fell", "front line"),
    ("alternatives", "front|rear line", "the rear line", "rear line"),
    ("no other word", "front line", "the front door", None),
    ("lemma", "<strike>", "they struck twice", "struck"),
    ("lemmas", "<strike|be> at", "it was at noon", "was at"),
    ("optional there", "front new? line", "front new line", "front new line"),
    ("optional missing", "front new? line", "front line", "front line"),
    ("gap empty", "take ..2 control", "take control", "take control"),
    ("gap full", "take ..2 control", "take the full control", "take the full control"),
    ("gap too wide", "take ..2 control", "take the full and sole control", None),
    ("gap over a full stop", "take ..2 control", "take . control", None),
    ("gap over a colon", "take ..2 control", "take : control", None),
    ("gap over a quotation mark", "take ..2 control", 'take " control', None),
    ("gap over a comma", "take ..2 control", "take , control", "take , control"),
    ("optional lemma", "to <be>? hit", "to hit", "to hit"),
    ("at the end", "front line", "the front", None),
]


@pytest.mark.parametrize(("name", "pattern", "text", "found"), CASES, ids=[case[0] for case in CASES])
def test_match(name: str, pattern: str, text: str, found: str | None) -> None:
    words = text.split()
    hits = [
        " ".join(words[a:b]) for a, b, _ in Patterns([(pattern, True)], inflect).find(words, 0, len(words))
    ]
    assert hits == ([] if found is None else [found])


@pytest.mark.parametrize("pattern", ["", "  ", "..2 line", "new? line"])
def test_what_cannot_begin_a_pattern(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with a required word"):
        compile_pattern(pattern, inflect)


def test_the_longest_match_is_taken() -> None:
    patterns = Patterns([("air", 1), ("air strike", 2), ("air strike on", 3)], inflect)
    assert patterns.at(["air", "strike", "on", "it"], 0, 4) == (3, 3)
    assert patterns.at(["air", "strike", "on", "it"], 0, 2) == (2, 2)


def test_all_matches_come_the_longest_first_and_equal_ones_in_their_order() -> None:
    patterns = Patterns([("air", 1), ("air strike", 2), ("<air>", 3)], inflect)
    assert patterns.all_at(["air", "strike"], 0, 2) == [(2, 2), (1, 1), (1, 3)]


def test_matches_do_not_overlap() -> None:
    words = "air air strike".split()
    hits = Patterns([("air", 1), ("air air", 2), ("air strike", 3)], inflect).find(words, 0, 3)
    assert hits == [(0, 2, 2)]


def test_begins() -> None:
    patterns = Patterns([("<strike> at", 1)], inflect)
    assert "struck" in patterns.first_words
    assert "at" not in patterns.first_words
