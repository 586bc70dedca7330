"""From record batches of articles to record batches of extractions, row for row: what every engine runs."""

from __future__ import annotations

import atexit
import pickle
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from threading import Lock
from typing import Any

from kursk_ie.errors import KurskIEError
from kursk_ie.files.arrow import arrow_row, rows_to_batch
from kursk_ie.files.writers import encode_row
from kursk_ie.pipeline.articles import as_article
from kursk_ie.pipeline.assembly import assemble_unread
from kursk_ie.pipeline.worker import Answer, Worker
from kursk_ie.results import Article, Issue

_AT_ONCE = 64  # articles in a request: what is read again when one of them kills the process
_turns = Lock()


def extract_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """Read the articles of ``pyarrow`` record batches, in order and one row each.

    The articles are read in one process beside this one, which lives on from call to call: an article that kills it
    costs its own result, and not the engine's task. Why a row has no result stands in its ``issues``: one that is no
    article has the code of the error that `kursk_ie.extract` would raise, an unread one ``reading-failed`` or
    ``worker-died``.

    Args:
        batches: with the columns of `kursk_ie.Article`; only ``text`` is needed, others are left alone.

    Raises:
        MissingExtraError: pyarrow is not installed.

    Examples:
        >>> import pyarrow
        >>> batch = pyarrow.RecordBatch.from_pylist([{"text": "Reuters could not verify the report.", "id": "x"}])
        >>> [row["document"]["id"] for found in extract_batches([batch]) for row in found.to_pylist()]
        ['x']
    """
    for batch in batches:
        yield rows_to_batch(_read_rows(batch.to_pylist()))


def _read_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    checked = iter([_check(row) for row in rows])
    while some := list(islice(checked, _AT_ONCE)):
        with _turns:
            answers = iter(_worker().read([article for article, issue in some if issue is None]))
        for article, issue in some:
            found: Answer = issue or next(answers)
            yield (
                arrow_row(assemble_unread(article, found))
                if isinstance(found, Issue)
                else pickle.loads(found)
            )


def _check(row: Mapping[str, Any]) -> tuple[Article, Issue | None]:
    """The article of a row; or an empty one under its id, and what is wrong."""
    given = {name: value for name, value in row.items() if value is not None}
    try:
        return as_article(given), None
    except KurskIEError as error:
        return Article(text="", id=str(given.get("id", ""))), Issue(code=error.code, message=error.message)


@lru_cache(maxsize=1)
def _worker() -> Worker:
    worker = Worker(encode_row)
    atexit.register(worker.close)
    return worker
