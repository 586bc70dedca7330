"""Extractions from JSONL, as ``kursk-ie extract`` writes it; a line that is none becomes a `Failure`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from kursk_ie.errors import FileError
from kursk_ie.files.formats import READERS, Record, is_damage, kind_of, read_stdin
from kursk_ie.files.rows import Failure
from kursk_ie.results import Extraction

STDIN = "-"


def read_extractions(inputs: Iterable[str]) -> Iterator[Extraction | Failure]:
    """The extractions of JSONL files and of standard input (``-``), one at a time.

    Raises:
        FileError: at once, when an input is missing or no JSONL.
    """
    sources = list(inputs)
    for name in sources:
        if name != STDIN and not Path(name).is_file():
            raise FileError("input-missing", f"{name} does not exist: check the path")
        if name != STDIN and kind_of(Path(name)) != ".jsonl":
            raise FileError(
                "input-unknown", f"{name} is no .jsonl: give what kursk-ie extract --format jsonl writes"
            )
    return _read(sources)


def _read(sources: list[str]) -> Iterator[Extraction | Failure]:
    for source in sources:
        try:
            for line, row in _records(source):
                yield _extraction(row, source, line)
        except Exception as error:
            if not is_damage(error):
                raise
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            yield Failure(source, None, None, "file-unreadable", f"cannot be read: {reason}; check the file")


def _records(source: str) -> Iterator[Record]:
    if source == STDIN:
        yield from read_stdin()
        return
    path = Path(source)
    with path.open("rb") as raw:
        yield from READERS[".jsonl"](raw, path)


def _extraction(row: object, source: str, line: int | None) -> Extraction | Failure:
    if isinstance(row, FileError):
        return Failure.of(row, source, line)
    try:
        return Extraction.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the row"
        reason = f"no extraction: {where}: {first['msg']}; write it with kursk-ie extract --format jsonl"
        return Failure(source, line, None, "not-an-extraction", reason)
