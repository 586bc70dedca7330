"""Inflected forms of lemmas."""

from __future__ import annotations

import pytest

from kursk_ie.text.inflections import inflect, inflect_first, regular_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("strike", {"strike", "strikes", "struck", "striking"}),
        ("shoot", {"shoot", "shoots", "shot", "shooting"}),
        ("overrun", {"overrun", "overruns", "overran", "overrunning"}),
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("sink", {"sink", "sinks", "sank", "sunk", "sinking"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("lay", {"lay", "lays", "laid", "laying"}),
        ("retake", {"retake", "retakes", "retook", "retaken", "retaking"}),
        ("torch", {"torch", "torches", "torched", "torching"}),
        ("rout", {"rout", "routs", "routed", "routing"}),
        ("wound", {"wounds", "wounded", "wounding"}),
        ("hit", {"hit", "hits", "hitting"}),
        ("fight", {"fight", "fights", "fought", "fighting"}),
        ("slay", {"slay", "slew", "slain", "slaying"}),
    ],
)
def test_forms(lemma: str, forms: set[str]) -> None:
    assert forms <= set(inflect(lemma))


@pytest.mark.parametrize(
    ("lemma", "other"), [("fly", "flies"), ("level", "leveller"), ("find", "founds"), ("leave", "leaf")]
)
def test_what_is_another_word(lemma: str, other: str) -> None:
    assert other not in inflect(lemma)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("zap", ("zaped", "zaping", "zaps")),
        ("zone", ("zoned", "zoning", "zones")),
        ("zany", ("zanied", "zanying", "zanies")),
        ("zay", ("zayed", "zaying", "zays")),
        ("zash", ("zashed", "zashing", "zashes")),
    ],
)
def test_regular_forms_of_an_unknown_lemma(lemma: str, forms: tuple[str, ...]) -> None:
    assert regular_forms(lemma) == forms
    assert inflect(lemma) == (lemma, *forms)


def test_only_the_first_word_of_a_phrase_inflects() -> None:
    assert set(inflect_first("shoot down")) == {"shoot down", "shoots down", "shot down", "shooting down"}
