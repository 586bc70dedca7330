"""Numbers in words and digits: what they are worth and where they end."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kursk_ie.mentions.figures.numbers import numeral, read_half, read_number, read_plural, read_share

CARDINALS = [
    ("7", 7, 1),
    ("12,400", 12400, 1),
    ("3.5", 3.5, 1),
    ("10.000", 10000, 1),
    ("15k", 15000, 1),
    ("1.2bn", 1_200_000_000, 1),
    ("14 500 troops", 14500, 2),
    ("2.4 million people", 2_400_000, 2),
    ("6 hundred thousand", 600_000, 3),
    ("seven", 7, 1),
    ("sixty - three", 63, 3),
    ("sixty three", 63, 2),
    ("a hundred", 100, 2),
    ("two dozen", 24, 2),
    ("four hundred and eleven", 411, 4),
    ("nine thousand two hundred", 9200, 4),
    ("one hundred thousand", 100_000, 3),
    ("two and a half million", 2_500_000, 5),
    ("eight and a half years", 8.5, 4),
    ("twenty fifteen", 20, 1),
    ("five six", 5, 1),
    ("three hundred hundred", 300, 2),
    ("4.5 m without", 4_500_000, 2),
    ("300 m north", 300, 1),
]


@pytest.mark.parametrize(("words", "value", "end"), CARDINALS, ids=[case[0] for case in CARDINALS])
def test_a_cardinal_has_its_value_and_its_end(words: str, value: float, end: int) -> None:
    number = read_number(words.split(), 0)
    assert number is not None
    assert (number.value, number.end) == (value, end)


PLURALS = [
    ("dozens of", 24, 1),
    ("scores of people", 40, 1),
    ("thousands", 2000, 1),
    ("tens of thousands of", 20_000, 3),
    ("hundreds of millions", 200_000_000, 3),
    ("several hundred", 200, 2),
    ("few dozen", 24, 2),
    ("couple of hundred", 200, 3),
    ("several hundred thousand", 200_000, 3),
]


@pytest.mark.parametrize(("words", "low", "end"), PLURALS, ids=[case[0] for case in PLURALS])
def test_a_plural_is_open_above(words: str, low: int, end: int) -> None:
    number = read_plural(words.split(), 0)
    assert number is not None
    assert (number.value, number.end, number.open) == (low, end, True)


SHARES = [
    ("half", Fraction(50), 1),
    ("a third", Fraction(100, 3), 2),
    ("two - thirds", Fraction(200, 3), 3),
    ("three quarters", Fraction(75), 2),
    ("four fifths", Fraction(80), 2),
    ("one in five", Fraction(20), 3),
    ("one in every ten", Fraction(10), 4),
    ("three out of four", Fraction(75), 4),
    ("nine in 10", Fraction(90), 3),
    ("one of every nine", Fraction(100, 9), 4),
    ("¾", Fraction(75), 1),
]


@pytest.mark.parametrize(("words", "percent", "end"), SHARES, ids=[case[0] for case in SHARES])
def test_a_fraction_is_percent(words: str, percent: Fraction, end: int) -> None:
    number = read_share(words.split(), 0)
    assert number is not None
    assert (number.value, number.end, number.share) == (percent, end, True)


@pytest.mark.parametrize(
    "words", ["two in five villages", "seven in two", "a house", "third wave", "six halves"]
)
def test_a_count_within_a_count_is_no_fraction(words: str) -> None:
    assert read_share(words.split(), 0) is None


def test_half_of_a_magnitude() -> None:
    million, dozen = read_half(["half", "a", "million"], 0), read_half(["half", "a", "dozen"], 0)
    assert million is not None and (million.end, million.value) == (3, 500_000)
    assert dozen is not None and (dozen.end, dozen.value) == (3, 6)
    assert read_half(["half", "a", "house"], 0) is None


@pytest.mark.parametrize("word", ["su-34", "5th", "13:26", "9/11", "²", "5²", "9" * 40, "1.2.3", "twelve"])
def test_what_is_no_numeral(word: str) -> None:
    assert numeral(word) is None


def test_a_scoring_verb_is_no_plural() -> None:
    assert read_plural(["scores", "twice"], 0) is None


def test_a_long_chain_of_magnitudes_ends() -> None:
    number = read_number(["9"] + ["million"] * 400, 0)
    assert number is not None
    assert number.end <= 3
    spelled = read_number(["nine"] + ["million"] * 400 + ["and", "a", "half"], 0)
    assert spelled is not None
    assert spelled.end == 2
