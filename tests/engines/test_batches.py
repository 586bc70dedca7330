"""Record batches in, record batches out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from comparing import assert_only_the_poisoned_failed, by_id

import kursk_ie
from kursk_ie.engines.batches import extract_batches
from kursk_ie.files.arrow import extraction_schema, read_extractions
from kursk_ie.results import Extraction

pa = pytest.importorskip("pyarrow")


def _read(*rows: dict[str, Any]) -> list[Extraction]:
    [batch] = extract_batches([pa.RecordBatch.from_pylist(list(rows))])
    assert batch.schema == extraction_schema()
    return list(read_extractions(batch))


def test_row_for_row_the_plain_result(rows: list[dict[str, Any]], plain: dict[str, Extraction]) -> None:
    batches = pa.Table.from_pylist(rows[:500]).to_batches(max_chunksize=128)
    found = list(extract_batches(batches))
    assert [batch.num_rows for batch in found] == [batch.num_rows for batch in batches]
    assert [extraction for batch in found for extraction in read_extractions(batch)] == [
        plain[row["id"]] for row in rows[:500]
    ]


def test_only_the_text_is_needed_and_other_columns_are_left_alone() -> None:
    assert _read({"text": "Calm.", "score": 0.5}) == [kursk_ie.extract("Calm.")]


@pytest.mark.parametrize("published", [dt.date(2024, 12, 16), dt.datetime(2024, 12, 16, 8), "2024-12-16"])
def test_days_in_every_type(published: object) -> None:
    [found] = _read({"text": "It rained on Friday.", "published": published})
    assert found == kursk_ie.extract("It rained on Friday.", published="2024-12-16")


def test_a_row_that_is_no_article_has_its_reason() -> None:
    text, day, good = _read(
        {"id": "a", "text": None, "published": None},
        {"id": "b", "text": "Calm.", "published": "soon"},
        {"id": "c", "text": "Calm.", "published": None},
    )
    assert [(e.document.id, [issue.code for issue in e.issues]) for e in (text, day, good)] == [
        ("a", ["article-without-text"]),
        ("b", ["published-not-a-date"]),
        ("c", []),
    ]


def test_empty_batches() -> None:
    batch = pa.RecordBatch.from_pylist([], schema=pa.schema([("text", pa.string())]))
    [found] = extract_batches([batch])
    assert (found.num_rows, found.schema) == (0, extraction_schema())


def test_what_kills_its_process_costs_its_own_row(
    poisoned: list[dict[str, Any]], plain: dict[str, Extraction], sabotage: Path
) -> None:
    (sabotage / "task").touch()  # here the task is this test
    found = by_id(_read(*poisoned))
    assert (sabotage / "worker").exists()
    assert_only_the_poisoned_failed(found, plain, poisoned)
