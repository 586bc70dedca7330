from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

import claims_desk
import kursk_ie
from kursk_ie import Article, Extraction

DAY = dt.date(2024, 12, 16)
ARTICLES = [
    Article(id="a", published=DAY, text="HUR said 30 Russian soldiers were killed near Sudzha on Dec. 14."),
    Article(
        id="b", published=DAY, text="Moscow said 12 Russian soldiers were killed near Sudzha on Dec. 14."
    ),
]


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return claims_desk.read(ARTICLES)


def test_the_installed_wheel_is_what_is_tested() -> None:
    for module in (kursk_ie, claims_desk):
        assert Path(module.__file__ or "").is_relative_to(sys.prefix)


def test_one_article() -> None:
    text = "Ukraine's military intelligence said 30 soldiers were killed. Reuters could not verify the claim."
    assert claims_desk.unverified(text, "2024-12-16") == ["Ukraine's military intelligence"]
    assert claims_desk.day_error(text, "2024-12-16") is None
    assert claims_desk.day_error(text, "last Monday") == "published-not-a-date"


def test_many_articles(extractions: list[Extraction]) -> None:
    assert [claims_desk.killed(extraction.events[0]) for extraction in extractions] == [(30, 30), (12, 12)]
    [(incident, lines)] = claims_desk.contested(extractions)
    assert incident.reports == ("a", "b")
    assert lines == ["Main Directorate of Intelligence of Ukraine: 30 (a)", "Russia: 12 (b)"]


def test_processes_give_the_same(extractions: list[Extraction]) -> None:
    assert claims_desk.read(ARTICLES, workers=2) == extractions


def test_results_outlive_the_process(extractions: list[Extraction]) -> None:
    stored = [extraction.model_dump_json() for extraction in extractions]
    assert [Extraction.model_validate_json(row) for row in stored] == extractions


def test_a_page(extractions: list[Extraction], tmp_path: Path) -> None:
    assert claims_desk.write_page(extractions, ARTICLES, tmp_path / "page.html") == 2
    assert "Sudzha" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_pipeline() -> None:
    assert claims_desk.quoted("The dam had burst, the mayor said.") == ["mayor"]
