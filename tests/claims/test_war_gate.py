"""Whether a text is about war: a few words of war in a long text on something else make none."""

from __future__ import annotations

import kursk_ie

ATTACK = "The minister said that the attack on the town of Ostrava hurt the military."


def test_two_words_of_war_in_a_short_text() -> None:
    assert kursk_ie.extract(ATTACK).events


def test_two_words_of_war_among_hundreds_of_others() -> None:
    others = " ".join(f"Shop {number} sells item{number}." for number in range(400))
    assert not kursk_ie.extract(f"{ATTACK} {others}").events
