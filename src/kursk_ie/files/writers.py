"""Results as bytes, and bytes to files: JSONL, claims as CSV, Parquet, and the table for people.

Whoever reads an article makes its bytes at once, in whatever process that is; here they only have to be written.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from kursk_ie.errors import ArgumentError, FileError
from kursk_ie.files.arrow import arrow_row, extraction_schema, rows_to_batch
from kursk_ie.files.claims import csv_header, encode_csv
from kursk_ie.files.extras import need
from kursk_ie.files.table import render_plain
from kursk_ie.results import Extraction

Format = Literal["jsonl", "csv", "parquet", "table"]
ENDINGS: dict[str, Format] = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", ".txt": "table"}

_ROW_GROUP = 1_000
_F = TypeVar("_F", bound=str)


def format_of(out: Path | None, asked: _F | None, endings: Mapping[str, _F]) -> _F:
    """The format asked for, else what the output ends in, else that of standard output: for people on a terminal.

    Raises:
        ArgumentError: the output ends in none of ``endings``.
    """
    if asked is not None:
        return asked
    if out is None:
        return endings[".txt" if sys.stdout.isatty() else ".jsonl"]
    if out.suffix.lower() not in endings:
        raise ArgumentError(
            "format-unknown",
            f"cannot tell the format of {out}: let it end in {', '.join(endings)} or add --format",
        )
    return endings[out.suffix.lower()]


def encode_jsonl(extraction: Extraction) -> bytes:
    """One line of JSON."""
    return extraction.model_dump_json().encode() + b"\n"


def encode_table(extraction: Extraction) -> bytes:
    """The table of one document, in plain text."""
    return "".join(f"{line}\n" for line in render_plain([extraction])).encode()


def encode_row(extraction: Extraction) -> bytes:
    """The row of a Parquet file, for `ParquetWriter` alone."""
    return pickle.dumps(arrow_row(extraction), pickle.HIGHEST_PROTOCOL)


ENCODERS: dict[Format, Callable[[Extraction], bytes]] = {
    "jsonl": encode_jsonl,
    "csv": encode_csv,
    "parquet": encode_row,
    "table": encode_table,
}


def header_of(format: Format) -> bytes:
    """What stands once at the beginning of a file."""
    return csv_header() if format == "csv" else b""


class Writer(Protocol):
    """Takes the encoded results of documents, one after the other."""

    def write(self, data: bytes, /) -> object:
        """Add a document."""

    def close(self) -> None:
        """The last document has been written."""


class ParquetWriter:
    """Writes encoded rows to a Parquet file."""

    def __init__(self, path: Path) -> None:
        parquet = need("pyarrow.parquet", "arrow", "writing Parquet")
        self._writer: Any = parquet.ParquetWriter(path, extraction_schema(), compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, data: bytes, /) -> None:
        self._rows.append(pickle.loads(data))
        if len(self._rows) == _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_batch(rows_to_batch(self._rows))
            self._rows = []


def open_writer(format: Format, path: Path) -> Writer:
    """Write documents of a format to this file, without what stands once at the beginning.

    Raises:
        MissingExtraError: the format needs a package that is not installed.
    """
    return ParquetWriter(path) if format == "parquet" else path.open("wb")


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A path to write to; it takes the place of ``out`` when the block ends well, and goes when not.

    A device or pipe is given as it is.

    Raises:
        FileError: the file cannot be written.
    """
    out = out.resolve() if out.is_file() else out  # a link stays a link
    part = out if is_device(out) else out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield part
        if part != out:
            os.replace(part, out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(out, error) from error
    finally:
        if part != out:
            part.unlink(missing_ok=True)


def is_device(out: Path) -> bool:
    """Whether this is something else than a file: a device or a pipe."""
    return out.exists() and not out.is_file()


def unwritable(out: Path, error: OSError) -> FileError:
    """The error that names an output which cannot be written."""
    return FileError("output-unwritable", f"cannot write {out}: {error.strerror}; check the path")
