"""What an engine gives beside what the library gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import kursk_ie
from kursk_ie.cli import main
from kursk_ie.files.arrow import read_extractions
from kursk_ie.results import Extraction

parquet = pytest.importorskip("pyarrow.parquet")


def by_id(extractions: list[Extraction]) -> dict[str, Extraction]:
    """Each once."""
    found = {extraction.document.id: extraction for extraction in extractions}
    assert len(found) == len(extractions)
    return found


def assert_only_the_poisoned_failed(
    found: dict[str, Extraction], plain: dict[str, Extraction], poisoned: list[dict[str, Any]]
) -> None:
    """Every article is there; *deadly* and *none* with the reason, all others as the library reads them."""
    assert set(found) == {row["id"] for row in poisoned}
    assert [issue.code for issue in found["deadly"].issues] == ["worker-died"]
    assert [issue.code for issue in found["none"].issues] == ["article-without-text"]
    healthy = {id: extraction for id, extraction in found.items() if id in plain}
    assert healthy == {id: plain[id] for id in healthy}
    for id in ("deadly-once", "task"):
        assert found[id] == kursk_ie.extract(poisoned[0]["text"], id=id)


def check_command_line(
    engine: str, poisoned: list[dict[str, Any]], plain: dict[str, Extraction], folder: Path
) -> None:
    """``kursk-ie extract --engine`` on these articles gives what is readable, and why the rest is not."""
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in poisoned), encoding="utf-8")
    out = folder / "out.parquet"
    arguments = ["extract", str(folder / "in.jsonl"), "--out", str(out), "--engine", engine, "--quiet"]
    assert main(arguments) == 1
    found = by_id([e for file in out.glob("*.parquet") for e in read_extractions(parquet.read_table(file))])
    readable = [row for row in poisoned if row["id"] != "none"]
    assert set(found) == {row["id"] for row in readable}
    assert all(found[row["id"]] == plain[row["id"]] for row in readable if row["id"] in plain)
    failures = [json.loads(line) for line in (folder / "kursk-ie-errors.jsonl").read_text().splitlines()]
    assert [(row["id"], row["line"], row["code"]) for row in failures] == [
        ("none", 154, "no-text"),
        ("deadly", 151, "worker-died"),
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "in.jsonl",
        "kursk-ie-errors.jsonl",
        "out.parquet",
    ]
