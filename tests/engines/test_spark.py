"""A real Spark on this machine gives what the library gives."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from comparing import assert_only_the_poisoned_failed, by_id

from kursk_ie.cli import main
from kursk_ie.engines.spark import extract
from kursk_ie.files.arrow import read_extractions
from kursk_ie.results import Extraction

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("no Java", allow_module_level=True)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A Spark session on two threads of this machine, which tries a task twice."""
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.master("local[2,2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.log.level", "OFF").getOrCreate()
        yield session
        session.stop()


def test_row_for_row_the_plain_result(
    session: Any, rows: list[dict[str, Any]], plain: dict[str, Extraction], tmp_path: Path
) -> None:
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    frame = session.read.parquet(str(tmp_path / "in.parquet")).repartition(6)
    extract(frame).write.parquet(str(tmp_path / "out"))
    files = sorted((tmp_path / "out").glob("*.parquet"))
    assert len(files) > 1
    assert by_id([e for file in files for e in read_extractions(parquet.read_table(file))]) == plain


def test_a_poisoned_document_fails_alone_and_a_broken_task_is_done_again(
    session: Any, poisoned: list[dict[str, Any]], plain: dict[str, Extraction], sabotage: Path, tmp_path: Path
) -> None:
    parquet.write_table(pa.Table.from_pylist(poisoned), tmp_path / "in.parquet")
    frame = session.read.parquet(str(tmp_path / "in.parquet")).repartition(4)
    found = read_extractions(extract(frame).toArrow())
    assert (sabotage / "task").exists()
    assert_only_the_poisoned_failed(by_id(list(found)), plain, poisoned)


def test_the_command_line(
    session: Any, poisoned: list[dict[str, Any]], plain: dict[str, Extraction], tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in poisoned), encoding="utf-8")
    out = tmp_path / "out.parquet"
    assert (
        main(["extract", str(tmp_path / "in.jsonl"), "--out", str(out), "--engine", "spark", "--quiet"]) == 1
    )
    found = by_id([e for file in out.glob("*.parquet") for e in read_extractions(parquet.read_table(file))])
    readable = [row for row in poisoned if row["id"] != "none"]
    assert set(found) == {row["id"] for row in readable}
    assert all(found[row["id"]] == plain[row["id"]] for row in readable if row["id"] in plain)
    failures = [json.loads(line) for line in (tmp_path / "kursk-ie-errors.jsonl").read_text().splitlines()]
    assert [(row["id"], row["line"], row["code"]) for row in failures] == [
        ("none", 154, "no-text"),
        ("deadly", 151, "worker-died"),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "in.jsonl",
        "kursk-ie-errors.jsonl",
        "out.parquet",
    ]
