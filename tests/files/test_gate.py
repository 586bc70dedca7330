"""The gate: nothing that tells an event is kept back."""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_ie
from kursk_ie.files.gate import Gate
from kursk_ie.text.tables import read_table

pytest.importorskip("ahocorasick_rs")

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


def test_the_example_of_every_trigger_that_tells_an_event_passes(gate: Gate) -> None:
    examples = [row["example"] for row in read_table("triggers.tsv", ("example",))]
    telling = [example for example in examples if kursk_ie.extract(example).events]
    assert len(telling) > 0.9 * len(examples)
    assert [example for example in telling if not gate(example)] == []


def test_the_seeds_pass(gate: Gate) -> None:
    assert all(gate(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "MISSILES HIT THE DEPOT NEAR SUDZHA",
        "The depot near Sudzha was hit\nby missiles.",
        "Some 11,000 North Koreans are in Kursk with Russian troops.",
        "“Killed”: two soldiers.",
        "The regiment wasn’t destroyed, Kyiv said.",
        "Russia said Ukraine's air-defence\u2011system was destroyed.",
    ],
)
def test_what_passes(gate: Gate, text: str) -> None:
    assert gate(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The orchestra plays Mahler on Friday.",
        "Shares rose two percent after the bank cut its rate.",
        "The warden of the museum forwarded the letter.",  # war, ward, forward: parts of words
    ],
)
def test_what_is_kept_back(gate: Gate, text: str) -> None:
    assert not gate(text)
    assert kursk_ie.extract(text).events == ()
