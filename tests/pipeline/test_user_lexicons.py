"""Tables of a user's: the worked example of docs/extend.md, and every way to put them in force."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

import kursk_ie
from kursk_ie import Extraction
from kursk_ie.checking.tables import check_tables
from kursk_ie.claims.opponents import Opponents
from kursk_ie.errors import ArgumentError, LexiconError
from kursk_ie.pipeline.reader import ArticleReader
from kursk_ie.results import Article
from kursk_ie.text.tables import adding

SUDAN = Path(__file__).resolve().parents[2] / "docs" / "examples" / "sudan"
REPORT = (SUDAN / "report.txt").read_text(encoding="utf-8")


def _read(nlp: spacy.Language) -> Extraction:
    doc = nlp.make_doc(REPORT)
    doc._.kursk_ie_article = kursk_ie.Article(text=REPORT)
    extraction: Extraction = nlp(doc)._.kursk_ie
    return extraction


@pytest.fixture(scope="module")
def sudan() -> spacy.Language:
    return kursk_ie.load(lexicons=SUDAN)


def _is_extended(extraction: Extraction) -> bool:
    return "strike" in [event.type for event in extraction.events]


def test_nothing_is_wrong_with_the_example() -> None:
    assert check_tables(SUDAN) == []


def test_every_table_of_the_example_adds_something(sudan: spacy.Language) -> None:
    before, after = kursk_ie.extract(REPORT), _read(sudan)
    assert not _is_extended(before)
    [strike] = [event for event in after.events if event.type == "strike"]
    assert "trigger:<pummel>" in strike.rules
    assert [place.gazetteer_id for place in strike.places] == ["own:al-malha-sdn"]
    sides = {a.speaker: a.side for a in after.attributions}
    assert sides["Ahmed Hussein Mustafa"] == "JOINTFORCE"
    assert sides["Darfur Network for Human Rights"] == "SDN"
    [dead] = [event for event in after.events if event.type == "casualties"]
    assert dead.claim_side == "enemy_loss"
    [division] = [m for m in after.mentions if isinstance(m, kursk_ie.Unit)]
    assert division.side == "SDN"
    assert [m.side for m in before.mentions if isinstance(m, kursk_ie.Unit)] == [None]


def test_opponents_are_added_to_ours() -> None:
    with adding(SUDAN):
        assert Opponents.read().of("RSF") == ["SDN", "SHIELDFORCES", "JOINTFORCE"]
    with adding(None):
        assert Opponents.read().of("RSF") == ["SDN", "SHIELDFORCES"]


def test_pipelines_do_not_share_them(sudan: spacy.Language) -> None:
    assert not _is_extended(_read(kursk_ie.load()))
    assert _is_extended(_read(sudan))


def test_saved_and_pickled(sudan: spacy.Language, tmp_path: Path) -> None:
    sudan.to_disk(tmp_path)
    assert _is_extended(_read(spacy.load(tmp_path)))
    assert _is_extended(_read(pickle.loads(pickle.dumps(sudan))))


def test_the_reader_without_documents() -> None:
    assert _is_extended(ArticleReader(SUDAN).read(Article(text=REPORT)))


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KURSK_IE_LEXICONS", str(SUDAN))
    assert _is_extended(_read(kursk_ie.load()))
    command = [sys.executable, "-m", "kursk_ie", "extract", "-", "--format", "table"]
    done = subprocess.run(command, input=REPORT, capture_output=True, encoding="utf-8", check=True)
    assert "RSF strike" in done.stdout


@pytest.mark.parametrize("name", ["", "unit.tsv"])
def test_a_folder_that_would_not_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name:
        (tmp_path / name).write_text("id\n")
    with pytest.raises(LexiconError, match=r"unit\.tsv is none" if name else "holds no table"):
        kursk_ie.load(lexicons=tmp_path)
    monkeypatch.setenv("KURSK_IE_LEXICONS", str(tmp_path))
    with pytest.raises(LexiconError, match="give a folder with any of"):
        kursk_ie.load()


def test_a_broken_table_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "triggers.tsv").write_text(
        "pattern\ttype\tframe\tmeasure\tneeds\texample\n<pummel>\tbombing\tagent-verb\t\t\tHe did.\n"
    )
    with pytest.raises(LexiconError, match=r"triggers\.tsv, line 2: unknown event type 'bombing'"):
        kursk_ie.load(lexicons=tmp_path)


def test_a_component_that_comes_late() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kursk_ie_page")
    with pytest.raises(ArgumentError, match="give all components the same lexicons"):
        nlp.add_pipe("kursk_ie_events", config={"lexicons": str(SUDAN)})
