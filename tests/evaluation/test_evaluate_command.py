"""``kursk-ie evaluate``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kursk_ie.cli import main

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "gold" / "seeds.jsonl"


def _written(folder: Path, *rows: dict[str, object]) -> str:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_table_and_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Drones struck a depot near Sudzha and fields near Kursk."
    mention = {"label": "PLACE", "start": 27, "end": 33, "text": "Sudzha"}
    gold = _written(tmp_path, {"id": "one", "text": text, "mentions": [mention]}, {"id": "two", "text": None})
    assert main(["evaluate", gold, "--errors", "1"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].split() == ["1", "articles", "P", "R", "F1", "tp", "fp", "fn"]
    assert lines[1].split() == ["mention", "PLACE", "0.500", "1.000", "0.667", "1", "1", "0"]
    assert "mention PLACE        spurious one: Kursk" in lines
    assert "1 lines without a text left out" in err


def test_the_seeds_are_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(SEEDS)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("5 articles")
    assert lines[-1].startswith("claim ")


def test_gold_without_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", _written(tmp_path, {"id": "two", "text": None})]) == 2
    assert "give gold with texts" in capsys.readouterr().err


def test_missing_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 2
    assert "check the path" in capsys.readouterr().err


def test_a_count_of_errors(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["evaluate", str(SEEDS), "--errors", "-1"])
    assert raised.value.code == 2
