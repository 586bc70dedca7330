"""A run of the command line on an engine: articles to a folder of Parquet files, the engine's work, the count."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from kursk_ie.errors import ArgumentError, FileError
from kursk_ie.files.batch import Tally
from kursk_ie.files.errors_file import ErrorsFile
from kursk_ie.files.extras import need
from kursk_ie.files.rows import Entry, Failure
from kursk_ie.pipeline.worker import UNREAD
from kursk_ie.results import Article

Engine = Literal["ray", "spark"]

_FILE_ROWS = 5_000
_TASK_ROWS = 2_000  # some seconds of work, so that a task outweighs what it costs to start it
_LEAST_TASKS = 8


def run_job(
    engine: Engine,
    entries: Iterable[Entry],
    out: Path,
    errors: ErrorsFile,
    gate: Callable[[str], bool] | None = None,
) -> Tally:
    """Read the entries on an engine into the folder ``out``, which must be where all its machines can reach it.

    What could not be read stands in the errors file, and as a row with an issue in the output.

    Raises:
        ArgumentError: ``out`` is there already.
        FileError: the engine returned fewer or more rows than it was given.
        MissingExtraError: the engine is not installed.
    """
    if out.exists():
        raise ArgumentError("output-exists", f"{out} is there already: remove it or choose another output")
    # a name that began with a dot or underscore would be hidden from the engines
    articles, unfinished = (out.with_name(f"{out.name}.{part}") for part in ("articles", "unfinished"))
    for folder in (articles, unfinished):
        shutil.rmtree(folder, ignore_errors=True)
    need("pyarrow", engine, f"--engine {engine}")
    try:
        with errors:
            tally = _stage(entries, articles, errors, gate)
            if tally.written:
                tasks = max(tally.written // _TASK_ROWS, _LEAST_TASKS)
                import_module(f"kursk_ie.engines.{engine}").run(articles, unfinished, tasks)
                unread = _write_unread(tally.written, articles, unfinished, errors)
                tally = tally._replace(written=tally.written - unread, failed=tally.failed + unread)
                os.replace(unfinished, out)
        return tally
    finally:
        for folder in (articles, unfinished):
            shutil.rmtree(folder, ignore_errors=True)


def _stage(
    entries: Iterable[Entry], folder: Path, errors: ErrorsFile, gate: Callable[[str], bool] | None
) -> Tally:
    """Write the articles, checked and each with an id of its own, and where they stand."""
    arrow = need("pyarrow", "arrow", "an engine")
    parquet = need("pyarrow.parquet", "arrow", "an engine")
    schema = arrow.schema(
        [(name, arrow.string()) for name in ("text", "outlet", "title", "url", "id", "path")]
        + [("published", arrow.date32()), ("keep_text", arrow.bool_()), ("line", arrow.int64())]
    )
    folder.mkdir()
    tally = Tally()

    def rows() -> Iterable[dict[str, Any]]:
        nonlocal tally
        for entry in entries:
            found = entry.found
            if isinstance(found, Failure):
                errors.write(found)
                tally = tally.sum(Tally(1, failed=1))
            elif gate is not None and not gate(found.text):
                tally = tally.sum(Tally(1, skipped=1))
            else:
                tally = tally.sum(Tally(1, written=1))
                yield _staged_row(found, entry)

    source = iter(rows())
    number = 0
    while some := list(islice(source, _FILE_ROWS)):
        parquet.write_table(
            arrow.Table.from_pylist(some, schema=schema), folder / f"articles-{number:06}.parquet"
        )
        number += 1
    return tally


def _staged_row(article: Article, entry: Entry) -> dict[str, Any]:
    path = os.fsencode(entry.path).decode(errors="replace")
    return {**dict(article), "path": path, "line": entry.line}


def _write_unread(staged: int, articles: Path, out: Path, errors: ErrorsFile) -> int:
    """Tell the documents of the output that were not read, with their places in the input."""
    rows, unread = 0, {}
    for row in _rows(out, ["document.id", "issues"]):
        rows += 1
        for issue in row["issues"]:
            if issue["code"] in UNREAD:
                unread[row["document"]["id"]] = issue
    if rows != staged:
        raise FileError(
            "engine-lost", f"{staged} articles went in, {rows} came out: look into the engine's log"
        )
    if unread:
        for row in _rows(articles, ["id", "path", "line"]):
            issue = unread.get(row["id"])
            if issue is not None:
                errors.write(Failure(row["path"], row["line"], row["id"], issue["code"], issue["message"]))
    return len(unread)


def _rows(folder: Path, columns: list[str]) -> Iterator[dict[str, Any]]:
    parquet = need("pyarrow.parquet", "arrow", "an engine")
    for path in sorted(folder.glob("*.parquet")):
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=columns):
                yield from batch.to_pylist()
