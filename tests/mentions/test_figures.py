"""Figures: which numbers are counts, their spans, their bounds and what they count."""

from __future__ import annotations

from typing import Any

import pytest
import spacy

import kursk_ie
from kursk_ie.mentions.figures.grammar import FigureGrammar
from kursk_ie.results import Figure
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import read_tokens

NLP = spacy.blank("en")


def _cut(phrase: str) -> list[str]:
    return [token.text for token in NLP.tokenizer(phrase)]


GRAMMAR = FigureGrammar(_cut)


def _figures(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Figure]:
    return [found.mention for found in GRAMMAR.find(read_tokens(NLP.make_doc(text)), taken)]


def _bounds(text: str) -> list[tuple[Any, ...]]:
    return [(figure.text, figure.min, figure.max) for figure in _figures(text)]


BOUNDS = [
    ("The raid killed 14 guards.", "14", 14, 14),
    ("The raid killed at least 14 guards.", "at least 14", 14, None),
    ("The raid killed no fewer than 14 guards.", "no fewer than 14", 14, None),
    ("The raid killed more than 2,500 guards.", "more than 2,500", 2501, None),
    ("The raid killed upwards of 90 guards.", "upwards of 90", 91, None),
    ("The raid killed up to 90 guards.", "up to 90", None, 90),
    ("The raid killed as many as 90 guards.", "as many as 90", None, 90),
    ("The raid killed fewer than 90 guards.", "fewer than 90", None, 89),
    ("The raid killed just under 90 guards.", "just under 90", None, 89),
    ("The raid killed at least another 14 guards.", "at least another 14", 14, None),
    ("The raid killed another 14 guards.", "14", 14, 14),
    ("They brought up 600 to 900 guards.", "600 to 900", 600, 900),
    ("They sent between 600 and 900 guards.", "between 600 and 900", 600, 900),
    ("They sent from 600 to 900 guards.", "from 600 to 900", 600, 900),
    ("They sent 600-900 guards.", "600-900", 600, 900),
    ("They sent 600–900 guards.", "600–900", 600, 900),
    ("They sent 6 to 9 thousand guards.", "6 to 9 thousand", 6000, 9000),
    ("They sent five or six guards.", "five or six", 5, 6),
    ("They sent up to 600-900 guards.", "up to 600-900", None, 900),
    ("They sent two and a half thousand guards.", "two and a half thousand", 2500, 2500),
    ("They sent a few dozen guards.", "a few dozen", 24, None),
    ("They sent tens of thousands of guards.", "tens of thousands", 20000, None),
    ("They sent more than a dozen guards.", "more than a dozen", 13, None),
    ("They sent 40-plus guards.", "40-plus", 40, None),
    ("They sent 40+ guards.", "40+", 40, None),
    ("They sent 40 or more guards.", "40 or more", 40, None),
    ("They sent forty guards or more.", "forty guards or more", 40, None),
    ("Losses of the army passed 35,000.", "35,000", 35001, None),
    ("They sent a 2,000-strong force.", "2,000", 2000, 2000),
    ("They hold nearly a fifth of the land that troops took.", "nearly a fifth", 20, 20),
    ("Over a third of the soldiers fell.", "Over a third", 34, None),
    ("Less than a third of the soldiers fell.", "Less than a third", None, 33),
    ("Of the tanks, 64% were destroyed.", "64%", 64, 64),
    ("Some 64 per cent of the tanks were destroyed.", "Some 64 per cent", 64, 64),
    ("The drones destroyed 60-70 percent of the depots.", "60-70 percent", 60, 70),
    ("One in four soldiers fell.", "One in four", 25, 25),
    ("The enemy lost up to a tank battalion near the dam.", "up to a tank battalion", None, None),
    ("The enemy lost a platoon in the assault.", "a platoon", None, None),
    ("About 3.5m people fled.", "About 3.5m", 3_500_000, 3_500_000),
    ("More than 2.5 km of the front collapsed after the assault.", "More than 2.5", 2.5, None),
]


@pytest.mark.parametrize(("text", "span", "low", "high"), BOUNDS, ids=[case[1] for case in BOUNDS])
def test_span_and_bounds(text: str, span: str, low: float | None, high: float | None) -> None:
    assert _bounds(text) == [(span, low, high)]


APPROXIMATE = [
    "about 80",
    "around 80",
    "some 80",
    "nearly 80",
    "close to 80",
    "an estimated 80",
    "~80",
    "roughly 80",
]


@pytest.mark.parametrize("span", APPROXIMATE)
def test_approximation_keeps_the_number_and_says_so(span: str) -> None:
    (figure,) = _figures(f"The shelling wounded {span} miners.")
    assert (figure.text, figure.min, figure.max, figure.approx) == (span, 80, 80, True)


def test_a_rounded_fraction_is_approximate_and_a_whole_one_is_not() -> None:
    assert _figures("Two thirds of the tanks were destroyed.")[0].approx
    assert not _figures("Four fifths of the tanks were destroyed.")[0].approx


SEVERAL = [
    (
        "The shelling killed at least 231 people and hurt 250.",
        [("at least 231", 231, None), ("250", 250, 250)],
    ),
    ("Losses rose from 200 to 300 soldiers.", [("200", 200, 200), ("300", 300, 300)]),
    ("The toll is up from 200 to 300 soldiers.", [("200", 200, 200), ("300", 300, 300)]),
    (
        "The ministry raised the death toll from the strike on Rafah from 63 to 89.",
        [("63", 63, 63), ("89", 89, 89)],
    ),
    ("After the ambush, from 20 to 30 soldiers were missing.", [("from 20 to 30", 20, 30)]),
    ("The force grew by some 40 to about 90 men.", [("some 40", 40, 40), ("about 90", 90, 90)]),
    ("The two sides swapped 35 Syrian and 36 Turkish prisoners.", [("35", 35, 35), ("36", 36, 36)]),
    ("They shot down 9 of the 12 drones.", [("9", 9, 9), ("12", 12, 12)]),
    ("One soldier was killed and one wounded.", [("One", 1, 1), ("one", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_figures_in_a_sentence(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert _bounds(text) == expected


KEPT_ALONE = [
    ("The army put its dead at up to 700.", "up to 700"),
    ("Police put the death toll of the attack at seven.", "seven"),
    ("Four soldiers died; the ministry admitted 63.", "63"),
    ("Of the wounded, 12 were in a grave state.", "12"),
    ("The army sent 8,000, according to its commander.", "8,000"),
    ("The other 23 were injured by the blast.", "23"),
    ("The strikes left millions without power.", "millions"),
    ("The dead are three boys. The toll is 38.", "38"),
    ("One of the injured died in a ward.", "One"),
    ("One of them was killed by a mine.", "One"),
]


@pytest.mark.parametrize(("text", "span"), KEPT_ALONE, ids=[case[0] for case in KEPT_ALONE])
def test_a_number_without_a_noun_counts_beside_war(text: str, span: str) -> None:
    assert span in [figure.text for figure in _figures(text)]


NO_FIGURES = [
    "The soldier, aged 51, 18 and 69 by turns, was killed.",
    "A soldier of the brigade, 34, was killed.",
    "The shelling wounded a man of 19.",
    "The mine wounded children under 18.",
    "Soldiers may be men between 18 and 60.",
    "A 23-year-old soldier was killed.",
    "The soldier who was killed is 38 and had a dog.",
    "The war lasted for two weeks, 24 hours and five months.",
    "The attack began at 13:26, or 9 am.",
    "The attack came at 9.",
    "The army spent $5 billion, 30 million euros and 53 cents.",
    "The army asked for billions from the treasury.",
    "The army has Su-34 bombers and a T-72 tank.",
    "The Group of Seven condemned the attack.",
    "It was day 314 of the war.",
    "The shell hit School No. 2 in the town.",
    "The third deadly raid in the war, a ninth wave, came then.",
    "A shell killed a woman, wounding a third, the governor said.",
    "No one was killed and they fired at one another.",
    "One day the soldiers came.",
    "It was one of the largest attacks.",
    "The soldiers fell silent over one of the most feared guns.",
    "The two sides fought over several villages.",
    "Both tanks were destroyed.",
    "The soldiers of 2014 starved.",
    "The soldier was the 2019 girls champion.",
    "Sean O'Malley, 24, was killed in the war.",
    "The war goes on.\n2. The front holds.",
    "The army fought on from 2011 to 2016.",
    "Prices rose 39 percent after the attack.",
    "The bank said 12 percent of its customers were new.",
    "He stood by for a year and a half of war.",
    "In the second half of the war he left.",
    "The battalion held the hill.",
    "She scores twice in the battle.",
    "The shop has three reasons to close.",
    "The shop is 10 km from the beach.",
    "The team won 3-0.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert _bounds(text) == []


def test_a_thing_of_peace_counts_in_war_only() -> None:
    assert _bounds("The firm owns three warehouses.") == []
    assert _bounds("Shelling destroyed three warehouses.") == [("three", 3, 3)]


NOUNS = [
    ("They sent 400 North Korean soldiers there.", "North Korean soldiers"),
    ("They lost 16 armored vehicles there.", "armored vehicles"),
    ("The troops hold 480 sq km there.", "sq km"),
    ("They sent thousands of Chadian mercenaries there.", "Chadian mercenaries"),
    ("They buried two of the wounded Serbs there.", "wounded Serbs"),
    ("They lost 14 Leopard 2 tanks there.", "Leopard 2 tanks"),
    ("They lost six T-72Bs there.", "T-72Bs"),
    ("They lost 20 “Grad” rocket launchers there.", "“Grad” rocket launchers"),
    ("They hurt five Chechen-led militants there.", "Chechen-led militants"),
    ("They hurt one police officer there.", "police officer"),
    ("They questioned 30 Danish cyclists there.", "Danish cyclists"),
    ("They hurt 30 Angolans there.", "Angolans"),
    ("The blast left 30 dead.", "dead"),
    ("The army sent 8,000 in the spring.", None),
    ("They hurt 30 Angolans", "Angolans"),  # the last word of the text
]


@pytest.mark.parametrize(("text", "noun"), NOUNS, ids=[case[0] for case in NOUNS])
def test_the_counted_noun(text: str, noun: str | None) -> None:
    (figure,) = _figures(text)
    assert figure.noun == noun


def test_the_kind_of_a_counted_noun() -> None:
    soldiers = GRAMMAR.counted("North Korean soldiers")
    assert soldiers is not None
    assert soldiers.kind == "fighter"
    area = GRAMMAR.counted("square kilometers")
    assert area is not None
    assert (area.kind, area.measure) == ("area", "area_km2")
    assert GRAMMAR.counted("galoshes") is None


def test_a_number_inside_a_date_or_unit_is_no_figure() -> None:
    text = "The 40 soldiers fell."
    assert _figures(text, taken=((1, 2),)) == []
    assert [figure.text for figure in _figures(text)] == ["40"]


def test_spans_point_into_the_text_as_given() -> None:
    text = "«Вчера» – the\u00a0strike \n killed about\t 30\u00a0 civilians…"
    (figure,) = _figures(text)
    assert text[figure.start : figure.end] == figure.text
    assert (figure.min, figure.noun) == (30, "civilians")


@pytest.mark.parametrize(
    "text",
    ["", "5² -", "half a", "one in", "between 5 and", "10 to", "~", "a", "-5-", "9" * 5000, "several of"],
)
def test_odd_text_raises_nothing(text: str) -> None:
    assert _figures(text) == []


def _example_id(row: Row) -> str:
    return f"line {row.line}"


COUNTED = read_table("counted.tsv", ("noun", "plural", "kind", "measure", "example"))
QUALIFIERS = read_table("qualifiers.tsv", ("phrase", "bound", "place", "example"))


@pytest.mark.parametrize("row", COUNTED, ids=_example_id)
def test_every_counted_noun_works_on_its_example(row: Row) -> None:
    figures = _figures(row["example"])
    if row["kind"] in ("other", "remote"):
        assert figures == []
        return
    assert len(figures) == 1
    if row["kind"] not in ("sign", "percent"):
        entry = GRAMMAR.counted(figures[0].noun or "")
        assert entry is not None
        assert (entry.kind, entry.measure or "") == (row["kind"], row["measure"])


@pytest.mark.parametrize("row", QUALIFIERS, ids=_example_id)
def test_every_qualifier_works_on_its_example(row: Row) -> None:
    figures = _figures(row["example"])
    if row["place"] == "label":
        assert figures == []
        return
    bounds = {
        "min": (40, None),
        "above": (41, None),
        "max": (None, 40),
        "below": (None, 39),
        "approx": (40, 40),
    }
    (figure,) = figures
    assert (figure.min, figure.max) == bounds.get(row["bound"], (40, None))
    assert figure.approx == (row["bound"] == "approx")
    assert (row["phrase"] in figure.text) == (row["place"] != "verb")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Drones hit Kyiv, killing at least one person and setting off sirens.", "at least one"),
        ("Russia shells Kherson, killing 5 as the war goes on.", "5"),
        ("Christmas Attack on Kherson Killed 16, Injured Dozens", "16"),
    ],
)
def test_numbers_after_verbs_of_harm(text: str, figure: str) -> None:
    assert figure in [m.text for m in kursk_ie.extract(text).mentions if m.label == "FIGURE"]
