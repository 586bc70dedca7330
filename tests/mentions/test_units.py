"""Units: where they are found, what they are called, and what is none."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import spacy

from kursk_ie.mentions.units.grammar import UnitGrammar
from kursk_ie.mentions.units.register import alike
from kursk_ie.results import Unit
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import read_tokens

NLP = spacy.blank("en")
GRAMMAR = UnitGrammar(lambda phrase: [token.text for token in NLP.tokenizer(phrase)])
UNITS = read_table("units.tsv", ("id", "name", "side", "number", "branch", "echelon", "parent", "aliases"))
WORDS = read_table("unit_words.tsv", ("word", "kind", "value", "example"))


def units(text: str) -> list[Unit]:
    return [found.mention for found in GRAMMAR.find(read_tokens(NLP.make_doc(text)))]


def surfaces(text: str) -> list[str]:
    return [unit.text for unit in units(text)]


# In each sentence the units stand in brackets.
FOUND = {
    "number, qualifiers and echelon": "Men of the [155th Separate Guards Naval Infantry Brigade] dug in.",
    "lower case": "Fresh men came from the [92nd separate brigade] at night.",
    "number without ending": "The [14 Mechanized Brigade] held on.",
    "number with a hyphen": "The [94-th brigade] held on.",
    "Roman number": "He commanded the [III Armored Corps] there.",
    "spelled number": "The ship belongs to the U.S. [Seventh Fleet] in Japan, the army said.",
    "quoted honorific": 'The [93rd "Kholodny Yar" Brigade] posted a film.',
    "honorific without quotes": "The [57th Kost Hordiienko Brigade] posted a film.",
    "order": "The [7th Order of the Red Banner Brigade] came.",
    "and between qualifiers": "The [4th Sabotage and Reconnaissance Brigade] came.",
    "side inside": "The [109th DPR Regiment] broke.",
    "shared echelon": "The [14th], [30th] and [92nd Mechanized Brigades] attacked.",
    "shared echelon, two sides": "The Ukrainian [95th] and Russian [810th Brigades] met.",
    "grouping before a quoted name": 'Russia\'s [Group of Forces "Sever"] attacked.',
    "battalion of a brigade": "The [1st battalion] of the [810th brigade] withdrew.",
    "echelon first": "[Brigade 93] withdrew.",
    "echelon first with No.": "They met men of [brigade No. 94] in the wood.",
    "echelon first with qualifiers": "[Light Infantry Division 77] lost a base.",
    "echelon first with abbreviation": "[Light Infantry Battalion (LIB) 420] gave up.",
    "military unit": "He served in military [unit 71289] for a year.",
    "abbreviation": "The dead were from the [810 obrmp].",
    "abbreviation before its number": "Rebels took the camp of [LIB 345] from the soldiers.",
    "branch for a unit": "Men of the [82nd Airborne] jumped.",
    "loose echelon with branch": "The [98th Guards Airborne Division] moved.",
    "loose echelon among military words": "Soldiers of the [2nd Company] ran.",
    "bound echelon with branch": "The [73rd Naval Special Operations Center] posted it.",
    "honorific only": "A film from the [Preobrazhensky Regiment] shows it.",
    "honorific after adjective of a side": "Belarusian [Pahonia regiment] fighters trained.",
    "name after the echelon": 'He joined the volunteer [battalion "Neva"] there.',
    "grouping": "Moscow's [Kupiansk battlegroup] attacked.",
    "direction as name": "A spokesman of the [Eastern Group of Forces] spoke.",
    "group before the name": "Russia's [Battlegroup North] attacked.",
    "quoted group": 'Russia\'s ["Center" group of forces] attacked.',
    "known name": "The [Freedom of Russia Legion] crossed the border.",
    "known name with particle": "[al-Qassam Brigades] gunmen fired.",
    "known name across lines": "The [Black Sea\nFleet] lost a ship.",
    "name with any echelon": "A fighter of the [Azov battalion] spoke.",
    "name with special forces": 'The ["Akhmat" special forces] fled.',
    "article before a name and people": "The [Azov] soldiers came home.",
    "name before people": "Freed [Azov] soldiers came home.",
    "plural units of a name": "Few [Storm-Z] units remain.",
    "named group": "The [Wagner Group] lost men.",
    "without country adjective": "Eight of the Chechen [Akhmat unit] were shot.",
    "short name after the full one": "The [Kraken Regiment] came. Later [Kraken] left.",
    "short groups after one in full": "The [Sever group] advanced, [Zapad] held, [Dnepr] too.",
    "three groups side by side": "[Vostok] killed 20, [Zapad] 30 and [Yug] 40.",
    "short number after the full one": "The [47th Mechanized Brigade] came. The [47th] said so.",
    "short number with branch": "The [47th Mechanized Brigade] came, and the [47th Mechanized] won.",
    "possessive before a short number": "The [47th Brigade] came. Ukraine's [47th] won.",
}

NONE = {
    "sport": "The club was relegated to the 3rd Division of the league.",
    "sport, number after": "They play in Division 2 again.",
    "lower spelled ordinal": "It was the first brigade to be formed.",
    "count": "Ukraine sent 4 mechanized brigades north.",
    "count word": "Two brigades and a battalion were sent.",
    "no name": "A Russian brigade shelled the village; the battalion fled.",
    "avenue, century, president": "On 5th Avenue the 35th president spoke of the 18th century.",
    "group, company of trade": "The second group bought the 3rd company on the list.",
    "day before": "On February 24th brigade commanders met.",
    "service": "The Russian army and the Ukrainian military fought; the Marine Corps watched.",
    "civil brigade": "The London Fire Brigade and Fire Brigade 12 came.",
    "civil corps": "She joined the 3rd Peace Corps group.",
    "headline verb": "Russia Loses Brigade In One Day",
    "generic tactical group": "Two Battalion tactical groups were destroyed.",
    "rank": "The Quick Brigade General Hassan spoke.",
    "side": "Wagner attacked with Wagner fighters.",
    "person": "Akhmat Kadyrov was president.",
    "sea": "Ships crossed the Sea of Azov.",
    "exercise": "Troops trained at Zapad-2021 and Vostok 2022.",
    "lone short name": "The Vostok rocket flew and Sever slept.",
    "short number first": "The 810th said so.",
    "small unit number": "Unit 3 of the power plant was shut down.",
    "electric current": "The socket gives 220 AC power.",
    "year": "The Brigade 2022 exhibition opened.",
    "counting number": "Wounded in the Brigade 300 soldiers wait.",
    "quotation after echelon": 'The battalion "has fled", he said.',
    "pronoun": "I said I Marine Corps once loved.",
    "lower-case name": "They took storm corps hill.",
}

SHORT = "The 24th Mechanized Brigade came. "
NOT_REPEATED = {
    "day of the month": SHORT + "He died on the 24th.",
    "noun": SHORT + "It was the 24th day of war.",
    "without article": SHORT + "He came 24th, he said.",
    "water": "The Dnepr group came. They crossed the Dnepr.",
    "part of a longer name": "The Azov Brigade came. Azov Steel burned.",
    "place word": "The Azov Brigade came. In the port of Azov it rained.",
    "joined": "The Sever group came. Sever-2022 began.",
}


@pytest.mark.parametrize("sentence", FOUND.values(), ids=FOUND.keys())
def test_found(sentence: str) -> None:
    assert surfaces(sentence.replace("[", "").replace("]", "")) == re.findall(
        r"\[(.+?)\]", sentence, re.DOTALL
    )


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_none(sentence: str) -> None:
    assert surfaces(sentence) == []


@pytest.mark.parametrize("text", NOT_REPEATED.values(), ids=NOT_REPEATED.keys())
def test_not_repeated(text: str) -> None:
    assert len(surfaces(text)) == 1


@pytest.mark.parametrize("row", [row for row in WORDS if row["example"]], ids=lambda row: row["word"])
def test_every_word_on_its_example(row: object) -> None:
    sentence = row["example"]  # type: ignore[index]
    assert surfaces(sentence.replace("[", "").replace("]", "")) == re.findall(r"\[(.+?)\]", sentence)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the 810th Independent Guards Marine Brigade", "810th Separate Guards Naval Infantry Brigade"),
        ("the 810th Naval Infantry Brigade", "810th Separate Guards Naval Infantry Brigade"),
        ("the 810 obrmp", "810th Separate Guards Naval Infantry Brigade"),
        ("Russia's 58th Army", "58th Combined Arms Army"),
        ("Russia's Battlegroup West", "Zapad Group of Forces"),
        ("the Storm Corps", "11th Corps"),
        ("a Kholodny Yar brigade soldier", "93rd Separate Mechanized Brigade"),
        ("the 1009th motorised rifle regiment", "1009th Motorized Rifle Regiment"),
        ("the 1009th Independent Regiment", "1009th Separate Regiment"),
        ("the Sparta Battalion", "Sparta Battalion"),
        ("the XXI Army Corps", "21st Army Corps"),
        ("Infantry Battalion 256", "256th Infantry Battalion"),
        ('the "Soledar" operational group', "Soledar Group of Forces"),
        ("GRU Unit 29155", "Unit 29155"),
    ],
)
def test_canonical_name(text: str, name: str) -> None:
    assert [unit.name for unit in units(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names", "side"),
    [
        ("The 1st battalion of the 810th Marine Brigade",
         ["1st Battalion, 810th Separate Guards Naval Infantry Brigade",
          "810th Separate Guards Naval Infantry Brigade"], "RUS"),
        ("Ukraine's 3rd Battalion, 92nd Assault Brigade",
         ["3rd Battalion, 92nd Separate Assault Brigade", "92nd Separate Assault Brigade"], "UKR"),
        ("Elements of the 76th Guards Air Assault Division", ["76th Guards Air Assault Division"], "RUS"),
        ("The 76th Assault Division", ["76th Assault Division"], None),
    ],
)  # fmt: skip
def test_parts_and_full_names(text: str, names: list[str], side: str | None) -> None:
    found = units(f"{text} attacked at dawn.")
    assert [unit.name for unit in found] == names
    assert {unit.side for unit in found} == {side}


def test_spellings_in_one_text_share_a_name() -> None:
    text = (
        "The 810th brigade came. The 810th Guards Marine Brigade, an 810 obrmp man said. Russia's 810th won."
    )
    assert Counter(unit.name for unit in units(text)) == {"810th Separate Guards Naval Infantry Brigade": 4}


def test_unknown_unit_takes_its_fullest_name() -> None:
    first, second, third = units(
        "The 1009th regiment came. The 1009th Separate Tank Regiment left. The 1009th won."
    )
    assert first == first.model_copy(update={"name": second.name})
    assert first.name == second.name == third.name == "1009th Separate Tank Regiment"
    assert (first.number, first.branch, first.echelon) == ("1009", "tank", "regiment")


def test_same_number_of_two_echelons_stays_apart() -> None:
    names = [unit.name for unit in units("The 1009th Tank Regiment and the 1009th Tank Brigade met.")]
    assert names == ["1009th Tank Regiment", "1009th Tank Brigade"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Russia's 1009th Regiment", "RUS"),
        ("the North Korean Army's 1009th Regiment", "PRK"),
        ("the Ukrainian Marine Corps 1009th Regiment", "UKR"),
        ("the 1009th Regiment of the DPRK army", "PRK"),
        ("the 1009th DPR Regiment", "RUS"),
        ("the U.S. 1009th Regiment", "USA"),
        ("give us 1009th Regiment badges", None),
        ("the 1009th Regiment", None),
        ("the Golani Brigade", "ISR"),
        ('the Group of Forces "Sever"', "RUS"),
        ("Ukraine's 4th Tank Brigade", "UKR"),
        ("Syria's 4th Tank Brigade", "SYR"),
    ],
)
def test_side(text: str, side: str | None) -> None:
    assert [unit.side for unit in units(text)] == [side]


def test_number_alone_needs_its_army_in_the_text() -> None:
    assert units("the 47th brigade")[0].name == "47th Brigade"
    assert units("In Ukraine the 47th brigade won.")[0].name == "47th Separate Mechanized Brigade"
    assert units("In Sudan the 47th brigade won.")[0].name == "47th Brigade"


def test_branch_without_echelon_is_known() -> None:
    assert [unit.name for unit in units("the 101st Airborne")] == ["101st Airborne Division"]


def test_offsets_point_into_the_text() -> None:
    text = "Снова 🚀: the  47th\nMechanized  Brigade, “Kraken” unit."
    for unit in units(text):
        assert text[unit.start : unit.end] == unit.text
    assert surfaces(text) == ["47th\nMechanized  Brigade", "“Kraken” unit"]


def test_empty_text() -> None:
    assert units("") == []


def test_paragraph_ends_a_name() -> None:
    assert surfaces("He finished 4th\n\nBrigade news") == []


def test_branches_alike() -> None:
    assert alike("marine", None)
    assert alike("airborne", "air assault")
    assert not alike("marine", "tank")


def test_register_is_sound() -> None:
    ids = Counter(row["id"] for row in UNITS)
    assert [name for name, count in ids.items() if count > 1] == []
    assert [row["id"] for row in UNITS if row["parent"] and row["parent"] not in ids] == []
    branches = {row["value"] for row in WORDS if row["kind"] == "branch"}
    assert {row["branch"] for row in UNITS} - branches == {""}
    echelons = {row["value"] for row in WORDS if row["kind"] in ("firm", "loose", "bound", "grouping")}
    assert {row["echelon"] for row in UNITS} <= echelons


@pytest.mark.parametrize("row", [row for row in UNITS if not row["number"]], ids=lambda row: row["id"])
def test_every_named_unit_is_found(row: object) -> None:
    found = units(f"The {row['name']} came.")  # type: ignore[index]
    assert [unit.name for unit in found] == [row["name"]]  # type: ignore[index]
