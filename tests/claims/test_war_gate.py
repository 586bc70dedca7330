"""Whether a text is about war: a few words of war in a long text on something else make none."""

from __future__ import annotations

import pytest

import kursk_ie

ATTACK = "The minister said that the attack on the town of Ostrava hurt the military."


def test_two_words_of_war_in_a_short_text() -> None:
    assert kursk_ie.extract(ATTACK).events


def test_two_words_of_war_among_hundreds_of_others() -> None:
    others = " ".join(f"Shop {number} sells item{number}." for number in range(400))
    assert not kursk_ie.extract(f"{ATTACK} {others}").events


@pytest.mark.parametrize(
    "sentence",
    [
        "A missile hit a hospital in Kharkiv.",
        "Rebels captured the town of Goma.",
        "Three villages were shelled overnight.",
        "Two civilians were killed in Kherson on Friday.",
        "Nine people were killed in the attack on Rafah.",
    ],
)
def test_one_sentence_with_a_plain_word_of_war_or_in_a_land_at_war(sentence: str) -> None:
    assert kursk_ie.extract(sentence).events


@pytest.mark.parametrize(
    "sentence",
    [
        "A train crash killed nine people in Ohio.",
        "A fire killed five people in Kyiv.",
        "Two soldiers were killed in a car crash in Texas.",
        "Two people were killed in a shooting in Ohio.",
        "Police killed two suspects in Chicago.",
    ],
)
def test_one_sentence_of_accident_or_crime(sentence: str) -> None:
    assert not kursk_ie.extract(sentence).events
