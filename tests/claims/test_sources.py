"""Sources: how far the noun phrase that speaks reaches, on either side of its cue."""

from __future__ import annotations

import pytest

import kursk_ie

_LEFT = [
    "Western and Ukrainian officials",
    "a lawmaker briefed by the spy agency",
    "People familiar with the matter",
    "A spokesman for the Northern Command",
    "Defence Minister Boris Pistorius",
    "Douglas Holtz-Eakin",
    "US officials",
    "Two members of the council",
    "Theresa May",
    "Kyiv's military command",
    "Officials in parts of eastern and southern Ukraine",
]
_RIGHT = [
    "Amina Yusuf",
    "two officials",
    "Western, South Korean and Ukrainian intelligence",
    "a former adviser to the king",
    "the mayor of Odesa",
]


@pytest.mark.parametrize("source", _LEFT)
def test_left_of_the_cue(source: str) -> None:
    found = kursk_ie.extract(f"On Monday {source} said that the road was cut.").attributions
    assert [a.source and a.source.text for a in found] == [source]


@pytest.mark.parametrize("source", _RIGHT)
def test_right_of_the_cue(source: str) -> None:
    found = kursk_ie.extract(f"The road had been cut, according to {source}.").attributions
    assert [a.source and a.source.text for a in found] == [source.removeprefix("the ")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor, Ihor Terekhov, said the market was hit.", "Ihor Terekhov"),
        ("Hezbollah's deputy leader, Naim Qassem, said the war would go on.", "Naim Qassem"),
        ("Jonas Ohman, head of a charity, said the drones had come.", "Jonas Ohman"),
        ("The EU, along with Norway and Japan, said the vote was unfair.", "EU"),
    ],
)
def test_apposition(text: str, source: str) -> None:
    found = kursk_ie.extract(text).attributions
    assert [a.source and a.source.text for a in found] == [source]


@pytest.mark.parametrize("text", ["The tide said goodbye to the beach.", "It is said.", "Said, said, said."])
def test_what_cannot_speak(text: str) -> None:
    assert all(a.source is None or a.source.text for a in kursk_ie.extract(text).attributions)
