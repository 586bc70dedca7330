"""Articles from files, folders and standard input; what cannot be read becomes a `Failure`, never silence.

Files may be compressed (``.gz``, ``.xz``, ``.zst``). A ``.txt``, ``.md`` or ``.html`` file is one article, and beside
``NAME.txt`` a ``NAME.json`` may tell its ``id, published, outlet, title, url``. A ``.jsonl``, ``.csv`` or
``.parquet`` file holds one article a row. An article without an id gets the file's name without its endings,
and for a row ``#`` and its line; an id given before gets ``#2``, ``#3``… so that every id of a run is unique.

Text is decoded as UTF-8 and left as it is, line ends included; only a byte order mark at the beginning goes.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path

from kursk_ie.errors import FileError, KurskIEError
from kursk_ie.files.formats import READERS, Record, is_damage, kind_of, read_stdin, stem_of
from kursk_ie.files.ids import UniqueIds
from kursk_ie.files.progress import Meter
from kursk_ie.files.rows import Columns, Defaults, Entry, Failure, Row, read_row, row_id
from kursk_ie.results import Article

STDIN = "-"
ERRORS_NAME = "kursk-ie-errors.jsonl"

_PLAIN = Columns()
_UNSAID = Defaults()


def read_articles(
    inputs: Iterable[str],
    columns: Columns = _PLAIN,
    defaults: Defaults = _UNSAID,
    skip: Collection[Path] = (),
) -> Iterator[Article | Failure]:
    """Read the articles of files, folders (with all below, sorted), patterns and standard input (``-``), in order.

    In a folder only the known endings are read; ``README.md``, hidden files, errors files of former runs and
    folders named ``gold`` are left out.

    Args:
        inputs: paths, patterns such as ``news/*.jsonl``, or ``-``.
        columns: names of the columns of ``.jsonl``, ``.csv`` and ``.parquet`` files.
        defaults: what holds for articles that do not say it themselves.
        skip: resolved paths that are left out when a folder holds them, such as the output.

    Raises:
        FileError: at once, when an input is missing, of an unknown kind, or a folder with nothing to read.
    """
    return (entry.found for entry in read_entries(list_sources(inputs, skip), columns, defaults))


def read_entries(
    sources: Iterable[str],
    columns: Columns = _PLAIN,
    defaults: Defaults = _UNSAID,
    meter: Meter | None = None,
) -> Iterator[Entry]:
    """Read the sources that `list_sources` found, one document at a time; the meter is told how far."""
    ids = UniqueIds()
    for source in sources:
        for entry in _read_source(source, columns, defaults, meter or Meter()):
            found = entry.found
            if isinstance(found, Article):
                unique = ids.unique(found.id or "")
                if unique != found.id:
                    entry = replace(entry, found=found.model_copy(update={"id": unique}))
            yield entry


def list_sources(inputs: Iterable[str], skip: Collection[Path] = ()) -> list[str]:
    """The files that `read_articles` reads, in its order; ``-`` stays.

    Raises:
        FileError: as `read_articles`.
    """
    sources: list[str] = []
    for name in inputs:
        path = Path(name)
        if name == STDIN or (path.exists() and not path.is_dir() and kind_of(path) is not None):
            sources.append(name)
        elif not path.exists() and has_magic(name):
            matching = sorted(glob(name, recursive=True))
            if not matching:
                raise FileError("input-missing", f"no file matches {name}: check the pattern")
            sources += list_sources(matching, skip)
        elif path.is_dir():
            below = [str(file) for file in _walk(path) if file.resolve() not in skip]
            if not below:
                raise FileError("folder-empty", f"{name} holds no file to read: it needs {_endings()}")
            sources += below
        elif not path.exists():
            raise FileError("input-missing", f"{name} does not exist: check the path")
        else:
            raise FileError("input-unknown", f"cannot tell what {name} holds: let it end in {_endings()}")
    return sources


def _walk(folder: Path) -> Iterator[Path]:
    for top, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if name != "gold" and not name.startswith("."))
        for name in sorted(files):
            left_out = name.startswith(".") or name in (ERRORS_NAME, "README.md")
            if not left_out and kind_of(Path(name)) is not None:
                yield Path(top, name)


def _refuse(error: OSError) -> None:
    raise FileError(
        "folder-unreadable", f"cannot list {error.filename}: {error.strerror}; check it"
    ) from error


def _endings() -> str:
    return f"{', '.join(READERS)} (or these with .gz, .xz or .zst)"


def _read_source(source: str, columns: Columns, defaults: Defaults, meter: Meter) -> Iterator[Entry]:
    path = Path(source)
    stem = "stdin" if source == STDIN else os.fsencode(stem_of(path)).decode(errors="replace")
    if kind_of(path) == ".html":  # nobody else has the text into which the offsets point
        defaults = replace(defaults, keep_text=True)
    line: int | None = 0
    try:
        for line, row in _records(source, path, meter):
            # columns are named for tables; the keys of a sidecar are fixed
            named = columns if line is not None else _PLAIN
            yield Entry(source, line, _read_record(row, source, line, stem, named, defaults))
        if line == 0:
            raise FileError("no-rows", "holds no row: fill the file or take it out")
    except KurskIEError as error:
        yield Entry(source, None, Failure.of(error, source))
    except Exception as error:
        if not is_damage(error):
            raise
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        why = f"cannot be read: {reason}; check the file"
        yield Entry(source, None, Failure(source, None, None, "file-unreadable", why))


def _records(source: str, path: Path, meter: Meter) -> Iterator[Record]:
    if source == STDIN:
        yield from read_stdin()
        return
    with path.open("rb") as raw:
        meter.follow(raw)
        yield from READERS[kind_of(path) or ""](raw, path)


def _read_record(
    row: Row | FileError, source: str, line: int | None, stem: str, columns: Columns, defaults: Defaults
) -> Article | Failure:
    if isinstance(row, FileError):
        return Failure.of(row, source, line)
    known = None
    try:
        known = row_id(row, columns)
        return read_row(row, columns, defaults, stem if line is None else f"{stem}#{line}")
    except KurskIEError as error:
        return Failure.of(error, source, line, known)
