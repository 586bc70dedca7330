"""What each kind of file holds, as rows: mappings of named values, or the reason why one cannot be read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO, Any

from kursk_ie.errors import FileError
from kursk_ie.files.extras import need
from kursk_ie.files.rows import Row

Record = tuple["int | None", "Row | FileError"]
"""A row and its line (``None``: the whole file), or why that row cannot be read."""

Raw = IO[bytes]
"""An open file as it lies on the disk, so that whoever opened it can ask how far it has been read."""


def _open_zst(raw: Raw) -> Raw:
    # the standard library has it from Python 3.14 on, under another name
    newer = sys.version_info >= (3, 14)
    zstd = need("compression.zstd" if newer else "backports.zstd", "zst", "reading .zst")
    opened: Raw = zstd.open(raw, "rb")
    return opened


_OPENERS: dict[str, Callable[[Raw], Any]] = {".gz": gzip.open, ".xz": lzma.open, ".zst": _open_zst}
_LONGEST_CELL = 2**31 - 1  # what a C long holds everywhere


def kind_of(path: Path) -> str | None:
    """The ending that tells what a file holds, compression left out; ``None`` where nothing reads it."""
    ending = _unpacked(path).suffix.lower()
    return ending if ending in READERS else None


def stem_of(path: Path) -> str:
    """The file's name without its endings."""
    return _unpacked(path).stem


def _unpacked(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() in _OPENERS else path


def is_damage(error: Exception) -> bool:
    """Whether this is what reading a damaged or vanishing file raises."""
    known = isinstance(error, (OSError, EOFError, zlib.error, lzma.LZMAError))
    return known or type(error).__name__ == "ZstdError"  # its module may not be installed


def _decode(raw: Raw, path: Path, newline: str) -> IO[str]:
    """As UTF-8; bytes that are none come as lone surrogates, which `read_row` reports with their row."""
    unpack = _OPENERS.get(path.suffix.lower())
    plain = raw if unpack is None else unpack(raw)
    return io.TextIOWrapper(plain, encoding="utf-8-sig", errors="surrogateescape", newline=newline)


def _read_text(raw: Raw, path: Path) -> Iterator[Record]:
    with _decode(raw, path, newline="") as file:
        yield None, {**_read_sidecar(path), "text": file.read()}


def _read_html(raw: Raw, path: Path) -> Iterator[Record]:
    trafilatura = need("trafilatura", "html", "reading HTML")
    unpack = _OPENERS.get(path.suffix.lower())
    written = (raw if unpack is None else unpack(raw)).read()  # bytes: a page may tell its own encoding
    try:
        page = trafilatura.bare_extraction(written, with_metadata=True, include_comments=False)
    except Exception as error:  # whatever its parsers make of a broken page
        raise FileError("html-broken", f"not HTML ({error}): mend the page or take it out") from error
    found = {} if page is None else page.as_dict()
    row: dict[str, object] = {"text": found.get("text") or ""}
    for key, name in (("published", "date"), ("outlet", "sitename"), ("title", "title"), ("url", "url")):
        row[key] = found.get(name)
    yield None, {**row, **_read_sidecar(path)}


def _read_sidecar(path: Path) -> Row:
    sidecar = path.with_name(f"{stem_of(path)}.json")
    if not sidecar.is_file():
        return {}
    with sidecar.open("rb") as raw, _decode(raw, sidecar, newline="") as file:
        row = _parse(file.read())
    if isinstance(row, FileError):
        raise FileError(row.code, f"{sidecar.name}: {row.message}")
    return {key: value for key, value in row.items() if key != "text"}


def _read_jsonl(raw: Raw, path: Path) -> Iterator[Record]:
    with _decode(raw, path, newline="\n") as file:  # other line ends may stand inside a row
        yield from _parse_lines(file)


def _parse_lines(lines: Iterable[str], first: int = 1) -> Iterator[Record]:
    for number, line in enumerate(lines, start=first):
        if line.strip():
            yield number, _parse(line)


def _parse(line: str) -> Row | FileError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return FileError("json-broken", f"not JSON: {reason}; mend or remove it")
    if isinstance(row, dict):
        return row
    return FileError("json-not-object", f"a JSON {type(row).__name__}: write an object with a text")


def _read_csv(raw: Raw, path: Path) -> Iterator[Record]:
    csv.field_size_limit(_LONGEST_CELL)  # the default refuses an article above 128 KiB
    with _decode(raw, path, newline="") as file:
        # strict: else a quote that never closes swallows the rest in silence
        yield from _name_rows(csv.reader(file, strict=True))


def _name_rows(reader: Any) -> Iterator[Record]:
    header: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, FileError("csv-broken", f"not CSV: {error}; mend the row")
            continue
        if not header:
            header = cells
        elif cells:
            yield line, _name_cells(header, cells)


def _name_cells(header: list[str], cells: list[str]) -> Row | FileError:
    if len(cells) > len(header):
        reason = f"{len(cells)} cells where the header has {len(header)}: put quotes around the text"
        return FileError("csv-row", reason)
    return dict(zip_longest(header, cells, fillvalue=""))


def _read_parquet(raw: Raw, path: Path) -> Iterator[Record]:
    parquet = need("pyarrow.parquet", "arrow", "reading Parquet")
    arrow = need("pyarrow", "arrow", "reading Parquet")
    unpack = _OPENERS.get(path.suffix.lower())
    try:
        # it is read from its end: unpacked it must lie in memory
        with parquet.ParquetFile(raw if unpack is None else io.BytesIO(unpack(raw).read())) as file:
            batches = file.iter_batches(batch_size=1024)
            rows = chain.from_iterable(batch.to_pylist() for batch in batches)
            yield from enumerate(rows, start=1)
    except arrow.ArrowException as error:
        raise FileError("parquet-broken", f"not Parquet: {error}") from error


def read_stdin() -> Iterator[Record]:
    """Standard input: JSONL where the first line that is not blank is a JSON object, else one plain text."""
    file = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    begin = ""
    for number, line in enumerate(file, start=1):
        if line.strip():
            row = _parse(line)
            if not isinstance(row, FileError):
                yield number, row
                yield from _parse_lines(file, number + 1)
                return
            begin += line
            break
        begin += line
    yield None, {"text": begin + file.read()}


READERS: dict[str, Callable[[Raw, Path], Iterator[Record]]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".jsonl": _read_jsonl,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
