"""A real Spark on this machine gives what the library gives."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from comparing import assert_only_the_poisoned_failed, by_id, check_command_line

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
    check_command_line("spark", poisoned, plain, tmp_path)
