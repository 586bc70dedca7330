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


PEACE = "The match in the stadium had begun, a referee said. Reporters stood by the road."


@pytest.mark.parametrize(
    "text",
    [
        f"Russian planes dropped bombs and fired missiles on Mariupol. {PEACE}",  # a place in an enemy's country
        f"Rebels fought soldiers near the palace in Bissau. {PEACE}",  # rebels and soldiers
    ],
)
def test_two_enemies_named_outweigh_words_of_peace(text: str) -> None:
    assert kursk_ie.extract(text).events


@pytest.mark.parametrize(
    "text",
    [
        # where no two enemies are named, a word of peace weighs double
        f"The army of Portugal fought with artillery near Evora. {PEACE}",
        # words that peace uses as often count as one
        "The captain and an officer fought the champion in Portugal. He led the attack, the clash and the assault.",
        # nobody and no place is named
        "A besieged army has three choices. Its soldiers can hold the heights or fight. In the end they surrender.",
        # long ago
        "In 1916 a German shell killed nine French soldiers near Verdun. In 1917 troops stormed the hill.",
        # a generation ago
        "Mourners buried victims of July 1995, when Bosnian Serb forces captured Srebrenica and killed 8,000 men.",
        # a word that peace uses too, in a report without a side that fights
        "A wall fell in Prague. It killed two men. Police ruled out an attack, and nine people were evacuated.",
        # a mock war
        "In the exercise soldiers attacked a camp of the army near Evora. The simulation went on all night.",
    ],
)
def test_words_of_war_that_tell_of_none(text: str) -> None:
    assert not kursk_ie.extract(text, published="2025-03-14").events


@pytest.mark.parametrize(("published", "told"), [("2025-03-14", False), ("1999-03-14", True)])
def test_what_happened_a_generation_ago_is_history(published: str, told: bool) -> None:
    text = "Rebels fought soldiers near Goma. In 1998 the rebels captured the town of Sake."
    events = kursk_ie.extract(text, published=published).events
    assert ("captured" in [event.trigger.text for event in events]) is told
