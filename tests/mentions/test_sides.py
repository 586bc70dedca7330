"""Sides: every name of the table, and where a name means no side."""

from __future__ import annotations

import re

import pytest
import spacy

from kursk_ie.mentions.sides import SideLexicon
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import read_tokens

_NLP = spacy.blank("en")
_LEXICON = SideLexicon(lambda phrase: [token.text for token in _NLP.tokenizer(phrase)])
_ROWS = read_table("sides.tsv", ("code", "names"))


def _told(text: str) -> list[str]:
    """Each hit as ``surface CODE form``."""
    tokens = read_tokens(_NLP.make_doc(text))
    return [f"{tokens.surface(hit.start, hit.end)} {hit.code} {hit.form}" for hit in _LEXICON.find(tokens)]


FOUND = {
    "longest": (
        "The South Sudanese army left Sudan.",
        ["South Sudanese SSD adjective", "Sudan SDN name"],
    ),
    "north and south": (
        "South Korean and North Korean envoys met.",
        ["South Korean KOR adjective", "North Korean PRK adjective"],
    ),
    "people": (
        "Ukrainians, Poles and North Koreans",
        ["Ukrainians UKR people", "Poles POL people", "North Koreans PRK people"],
    ),
    "capital": ("Moscow's forces fell back.", ["Moscow RUS capital"]),
    "possessive, curly": ("Russia’s guns", ["Russia RUS name"]),
    "newspaper short forms": (
        "NKorea, N. Korea, S.Korea and DPRK",
        ["NKorea PRK name", "N. Korea PRK name", "S.Korea KOR name", "DPRK PRK name"],
    ),
    "dots": ("U.S. troops, U.K. pilots", ["U.S. USA name", "U.K. GBR name"]),
    "one-word compound": ("a U.S.-led raid", ["U.S.-led USA name"]),
    "compound": (
        "Ukraine-based, Israeli-occupied, Iran-backed",
        ["Ukraine UKR name", "Israeli ISR adjective", "Iran IRN name"],
    ),
    "prefix": ("the Russo-Ukrainian border", ["Russo RUS adjective", "Ukrainian UKR adjective"]),
    "leaning": ("pro-Russian gunmen", ["Russian RUS adjective"]),
    "capitals": ("RUSSIAN JETS OVER TURKEY", ["RUSSIAN RUS adjective", "TURKEY TUR name"]),
    "apostrophe in a name": (
        "Côte d’Ivoire and Sana'a",
        ["Côte d’Ivoire CIV name", "Sana'a YEM capital"],
    ),
    "armed groups": (
        "Hamas, the Houthis, M23 and al-Shabaab",
        ["Hamas HAMAS name", "Houthis HOUTHI people", "M23 M23 name", "al-Shabaab ALSHABAAB name"],
    ),
    "hyphen after a group": ("Hamas-run clinics", ["Hamas HAMAS name"]),
    "named forces": ("the IDF and the IRGC", ["IDF ISR name", "IRGC IRN name"]),
    "Congo": (
        "Congolese troops of the DRC, not of the Republic of Congo",
        ["Congolese COD adjective", "DRC COD name", "Republic of Congo COG name"],
    ),
    "Guineas": (
        "Guinea, Guinea-Bissau, Equatorial Guinea",
        ["Guinea GIN name", "Guinea-Bissau GNB name", "Equatorial Guinea GNQ name"],
    ),
    "language in custody": ("He died in Russian custody.", ["Russian RUS adjective"]),
    "occupied, after a preposition": ("in Russian-occupied villages", ["Russian RUS adjective"]),
    "the South after Korea": (
        "North Korea fired. The South's army fired back, the North said.",
        ["North Korea PRK name", "South KOR name", "North PRK name"],
    ),
    "short form with its full form": (
        "The Rapid Support Forces (RSF) fled.",
        ["Rapid Support Forces RSF name", "RSF RSF name"],
    ),
    "short form with a cue": (
        "In Darfur the RSF shelled a camp.",
        ["RSF RSF name"],
    ),
    "Georgia the state": (
        "Georgia said a Georgian guard was shot.",
        ["Georgia GEO name", "Georgian GEO adjective"],
    ),
    "Jordan the state": ("A drone fell in Jordan.", ["Jordan JOR name"]),
    "Jordan beside its people": (
        "King Jordan Smith met Jordanian officers in Jordan.",
        ["Jordanian JOR adjective", "Jordan JOR name"],
    ),
    "Wagner with mercenaries": ("Wagner sent mercenaries.", ["Wagner WAGNER name"]),
    "shorter name where the longer is not so written": (
        "A Kyiv school of economics reopened.",
        ["Kyiv UKR capital"],
    ),
    "text order": (
        "Iran and a U.S.-led fleet and Oman",
        ["Iran IRN name", "U.S.-led USA name", "Oman OMN name"],
    ),
}

NOT_FOUND = {
    "pronoun": "They told us that Us is a film.",
    "shouted pronoun": "THEY SHOT AT US FROM THE ROOF",
    "lower case": "They ate a turkey and polish the brass.",
    "against": "anti-Russian and non-Russian",
    "language": "She said in Russian, and spoke Turkish.",
    "speaking": "a Russian-speaking town, the Polish language",
    "prefix without hyphen": "Rene Russo sang.",
    "capital's region": "in Moscow region and Kyiv oblast",
    "seas and gulfs": "the South China Sea, the Gulf of Guinea",
    "continents": "South American and Latin America",
    "newspapers": "The Washington Post and The Times of Israel",
    "the state of Georgia": "Georgia voted on Tuesday.",
    "a person Jordan": "Coach Jim Jordan resigned. Jordan gave no reason.",
    "a person Chad": "Chad Miller said so.",
    "composer": "Wagner wrote operas.",
    "file format": "Send the PDF to the KIA dealer.",
    "compass": "North Korea is far; we walked to the north, past the North Sea.",
    "the North elsewhere": "In the South people vote late.",
}


@pytest.mark.parametrize(("text", "hits"), FOUND.values(), ids=FOUND)
def test_found(text: str, hits: list[str]) -> None:
    assert _told(text) == hits


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(text: str) -> None:
    codes = {hit.split()[-2] for hit in _told(text)}
    assert codes <= {"PRK"}  # the one text about compass points names North Korea itself


def test_compass_points_are_not_sides() -> None:
    assert _told(NOT_FOUND["compass"]) == ["North Korea PRK name"]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['code']}-{row.line}")
def test_every_form_is_found_where_its_conditions_hold(row) -> None:  # type: ignore[no-untyped-def]
    if row["code"] == "-":
        assert _told(f"they saw {row['names']} again") == []
        return
    cue = next(iter(row.many("cues")), "")
    for column in ("names", "adjectives", "people", "capitals", "context"):
        for form in row.many(column):
            told = _told(f"they saw {form} again , {cue}")
            assert any(hit.split()[-2] == row["code"] for hit in told), form
    for form in row.many("prefixes"):
        assert any(row["code"] in hit for hit in _told(f"the {form}-Nepali pact")), form


def test_codes() -> None:
    states = [row["code"] for row in _ROWS if row["kind"] == "state"]
    others = [row["code"] for row in _ROWS if row["kind"] == "nonstate"]
    assert len(states) >= 195
    assert all(re.fullmatch("[A-Z]{3}", code) for code in states)
    assert all(re.fullmatch("[A-Z0-9]{2,14}", code) for code in others)
    assert len(set(states + others)) == len(states + others)


def test_no_form_has_two_owners() -> None:
    owners: dict[str, str] = {}
    for row in _ROWS:
        for column in ("names", "people", "capitals"):
            for form in row.many(column):
                assert owners.setdefault(form, row["code"]) == row["code"], form


def test_empty_text() -> None:
    assert _told("") == []
