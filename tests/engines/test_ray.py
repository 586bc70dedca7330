"""A real Ray on this machine gives what the library gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from comparing import assert_only_the_poisoned_failed, by_id, check_command_line

from kursk_ie.engines.ray import extract
from kursk_ie.files.arrow import read_extractions
from kursk_ie.results import Extraction

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("ray")


@pytest.fixture(scope="module")
def data() -> Iterator[Any]:
    """Ray Data on a cluster of its own."""
    import logging

    import ray
    import ray.data

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        ray.init(
            num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR,
            object_store_memory=200_000_000,
        )  # fmt: skip
        yield ray.data
        ray.shutdown()


def test_row_for_row_the_plain_result(
    data: Any, rows: list[dict[str, Any]], plain: dict[str, Extraction], tmp_path: Path
) -> None:
    dataset = data.from_arrow(pa.Table.from_pylist(rows)).repartition(6)
    extract(dataset).write_parquet(str(tmp_path / "out"))
    files = sorted((tmp_path / "out").glob("*.parquet"))
    assert len(files) > 1
    assert by_id([e for file in files for e in read_extractions(parquet.read_table(file))]) == plain


def test_a_poisoned_document_fails_alone_and_a_broken_task_is_done_again(
    data: Any, poisoned: list[dict[str, Any]], plain: dict[str, Extraction], sabotage: Path
) -> None:
    dataset = data.from_arrow(pa.Table.from_pylist(poisoned)).repartition(4)
    found = [
        e for batch in extract(dataset).iter_batches(batch_format="pyarrow") for e in read_extractions(batch)
    ]
    assert (sabotage / "task").exists()
    assert_only_the_poisoned_failed(by_id(found), plain, poisoned)


def test_the_command_line(
    data: Any, poisoned: list[dict[str, Any]], plain: dict[str, Extraction], tmp_path: Path
) -> None:
    check_command_line("ray", poisoned, plain, tmp_path)
