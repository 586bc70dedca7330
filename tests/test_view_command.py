"""``kursk-ie view``."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kursk_ie.cli import main

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    assert main(["extract", str(SEEDS), "--out", str(path), "--quiet"]) == 0
    return path


def test_a_page_with_its_texts(extracted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = extracted.with_name("page.html")
    assert main(["view", str(extracted), "--texts", str(SEEDS), "--out", str(out), "--title", "A & B"]) == 0
    written = out.read_text(encoding="utf-8")
    assert "<title>A &amp; B</title>" in written
    assert "not at hand" not in written
    assert capsys.readouterr().err == ""


def test_without_texts_it_says_so(extracted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", str(extracted)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("<!doctype html>")
    assert "5 of 5 articles are shown without their text" in told.err


def test_lines_that_are_none_are_told_and_the_rest_is_shown(
    extracted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with extracted.open("a", encoding="utf-8") as file:
        file.write('{"no": "extraction"}\n')
    out = extracted.with_name("page.html")
    assert main(["view", str(extracted), "--texts", str(SEEDS), "--out", str(out)]) == 1
    assert "line 6: no extraction" in capsys.readouterr().err
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.jsonl"], "does not exist"),
        (["{events}", "--texts", "missing"], "does not exist"),
        (["{events}", "--out", "{events}"], "both read and written"),
        (["-", "--texts", "-"], "read only once"),
    ],
)
def test_wrong_use(
    extracted: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["view", *(argument.format(events=extracted) for argument in arguments)]) == 2
    assert words in capsys.readouterr().err


def test_another_text_under_an_id_is_wrong_use(extracted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = extracted.with_name("01-wire.txt")
    other.write_text("Another text.", encoding="utf-8")
    assert main(["view", str(extracted), "--texts", str(other)]) == 2
    assert "SHA-256 differs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "words"), [(b"", "there is no extraction"), (b'{"no": 1}\n', "line 1: no extraction")]
)
def test_nothing_to_view(
    given: bytes, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert main(["view", "-"]) == 2
    told = capsys.readouterr().err
    assert words in told and "there is no extraction" in told
