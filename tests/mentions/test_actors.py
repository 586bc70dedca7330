"""Actors: every row of the tables on its own example, and whom a short form means."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import spacy

from kursk_ie.errors import LexiconError
from kursk_ie.mentions import actors
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.results import SpeakerKind
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import read_tokens

_NLP = spacy.blank("en")


def _cut(phrase: str) -> list[str]:
    return [token.text for token in _NLP.tokenizer(phrase)]


_LEXICON = ActorLexicon(_cut)
_ROWS = read_table("actors.tsv", ("name",))
_HEADS = read_table("speaker_heads.tsv", ("noun",))


def _told(text: str) -> list[str]:
    """Each hit as ``surface = canonical name``."""
    tokens = read_tokens(_NLP.make_doc(text))
    return [f"{tokens.surface(hit.start, hit.end)} = {hit.actor.name}" for hit in _LEXICON.find(tokens)]


_HUR = "Main Directorate of Intelligence of Ukraine"
FOUND = {
    "two agencies of like name": (
        "GUR and HUR watch the GRU.",
        [f"GUR = {_HUR}", f"HUR = {_HUR}", "GRU = GRU"],
    ),
    "spellings of a person": (
        "Zelensky, Zelenskyy and Zelenskiy",
        [f"{name} = Volodymyr Zelensky" for name in ("Zelensky", "Zelenskyy", "Zelenskiy")],
    ),
    "lower-case ministry": (
        "Russia’s defence ministry said so.",
        ["Russia’s defence ministry = Russian Ministry of Defence"],
    ),
    "capitals": ("PENTAGON: PUTIN LIED", ["PENTAGON = Pentagon", "PUTIN = Vladimir Putin"]),
    "the article stays out": (
        "The Guardian and the Kremlin",
        ["Guardian = The Guardian", "Kremlin = Kremlin"],
    ),
    "longest": (
        "Zelensky's office and the Hamas-run health ministry",
        [
            "Zelensky's office = Office of the President of Ukraine",
            "Hamas-run health ministry = Gaza Health Ministry",
        ],
    ),
    "surname after the name": (
        "Lloyd Austin came. Austin left.",
        ["Lloyd Austin = Lloyd Austin", "Austin = Lloyd Austin"],
    ),
    "surname in the headline": (
        "Austin: no more aid\n\nLloyd Austin said so.",
        ["Austin = Lloyd Austin", "Lloyd Austin = Lloyd Austin"],
    ),
    "surname after the title": ("Gov. Smirnov wrote.", ["Smirnov = Alexei Smirnov"]),
    "surname after any title, once named": (
        "Lloyd Austin came. Then General Austin left.",
        ["Lloyd Austin = Lloyd Austin", "Austin = Lloyd Austin"],
    ),
    "the last one named": (
        "Kim Jong-un met Kim Yo-jong. Kim smiled.",
        ["Kim Jong-un = Kim Jong Un", "Kim Yo-jong = Kim Yo Jong", "Kim = Kim Yo Jong"],
    ),
    "the title tells two apart": (
        "Wang Wenbin met Wang Yi. Minister Wang spoke; Wang left.",
        ["Wang Wenbin = Wang Wenbin", "Wang Yi = Wang Yi", "Wang = Wang Yi", "Wang = Wang Yi"],
    ),
    "the ministry named last": (
        "Ukraine's General Staff spoke. The General Staff gave no number.",
        [
            "Ukraine's General Staff = General Staff of the Armed Forces of Ukraine",
            "General Staff = General Staff of the Armed Forces of Ukraine",
        ],
    ),
    "an owner gives way to one named in full": (
        "The New York Times asked. The Times waited.",
        ["New York Times = New York Times", "Times = New York Times"],
    ),
    "acronym of another": (
        "Reporters Without Borders protested. RSF spoke of a crime.",
        ["Reporters Without Borders = Reporters Without Borders", "RSF = Reporters Without Borders"],
    ),
    "the military that speaks": ("The US military said so.", ["US military = US military"]),
}

NOT_FOUND = {
    "town": "In Austin, people queued.",
    "first name before a surname": "Bob Austin sang before Bob Dole.",
    "title that anybody has": "School spokesman Miller was late.",
    "lower case": "a white house, two majors, a guardian",
    "question word": "who said so? Who?",
    "shouted question word": "MAN WHO FELL",
    "relative": "Hunter Biden and Ivanka Trump",
    "another name after the article": "The Sun Belt",
    "military as an attribute": "US military aid and Russian military experts",
    "unnamed ministry": "The Defence Ministry said so.",
}


@pytest.mark.parametrize(("text", "hits"), FOUND.values(), ids=FOUND)
def test_found(text: str, hits: list[str]) -> None:
    assert _told(text) == hits


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(text: str) -> None:
    assert _told(text) == []


def test_surname_of_another_person_in_the_same_text() -> None:
    assert _told("Lloyd Austin met Bob Austin.") == ["Lloyd Austin = Lloyd Austin"]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["name"])
def test_every_row_on_its_own_example(row: Row) -> None:
    told = _told(row["example"])
    if row["kind"] == "-":
        assert told == []
    else:
        assert any(hit.endswith(f"= {row['name']}") for hit in told), told


@pytest.mark.parametrize("row", [row for row in _ROWS if row["kind"] != "-"], ids=lambda row: row["name"])
def test_every_form_means_its_row(row: Row) -> None:
    for form in row.many("aliases"):
        assert any(hit.endswith(f"= {row['name']}") for hit in _told(f"so says {form} .")), form
    for form in row.many("needs_full"):
        told = _told(f"so says {row['name']} ; so says {form} .")
        assert [hit.split(" = ")[1] for hit in told] == [row["name"]] * 2, form


def test_table_is_whole() -> None:
    sides = {row["code"] for row in read_table("sides.tsv", ("code",))}
    actors_rows = [row for row in _ROWS if row["kind"] != "-"]
    assert len(actors_rows) >= 350
    assert {row["side"] for row in actors_rows} - {""} <= sides
    assert len({row["name"] for row in _ROWS}) == len(_ROWS)
    for row in actors_rows:
        assert not {row["name"], *row.many("aliases")}.intersection(row.many("needs_full")), row["name"]


@pytest.mark.parametrize("row", _HEADS, ids=lambda row: row["noun"])
def test_every_head_in_both_numbers(row: Row) -> None:
    singular = _LEXICON.head(row["noun"].lower())
    assert singular is not None
    assert (singular.noun, singular.kind, singular.plural) == (row["noun"], row["kind"], False)
    for form in row.many("plural"):
        plural = _LEXICON.head(form.lower())
        assert plural is not None and plural.plural and plural.noun == row["noun"]
    assert row["noun"] in row["example"]


def test_heads_are_complete_and_nothing_else_is_one() -> None:
    assert len(_HEADS) >= 300
    assert {row["kind"] for row in _HEADS} <= set(get_args(SpeakerKind))
    assert _LEXICON.head("yesterday") is None


@pytest.mark.sources
def test_unknown_kind_names_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "actors.tsv"
    table.write_text("name\taliases\tkind\tside\trole\tneeds_full\nBob\t\twizard\t\t\t\n", encoding="utf-8")
    monkeypatch.setattr(actors, "read_table", lambda name, columns: read_table(table, columns))
    with pytest.raises(LexiconError, match="line 2: kind 'wizard' is not one of government"):
        ActorLexicon(_cut)
