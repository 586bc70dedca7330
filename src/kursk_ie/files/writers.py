"""Extractions to files: JSONL, claims as CSV or Parquet, and the table for people.

A file is written under a temporary name beside its place and renamed at the end, so that a run that breaks
off leaves what was there before.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Literal, get_args

from kursk_ie.errors import FileError
from kursk_ie.files.extras import need
from kursk_ie.files.table import render, render_plain
from kursk_ie.results import Attribution, Event, Extraction, Figure

Format = Literal["jsonl", "csv", "parquet", "table"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[str, Format] = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", ".txt": "table"}

CLAIM_COLUMNS = (
    "document_id", "published", "outlet", "event_id", "type", "source", "speaker", "speaker_kind", "act",
    "via", "agents", "targets", "figures", "places", "units", "date_earliest", "date_latest", "verification",
    "by", "modality", "claim_side", "sentence",
)  # fmt: skip
_DAY_COLUMNS = ("published", "date_earliest", "date_latest")
_ROW_GROUP = 10_000

Cell = str | dt.date | None


def write_extractions(extractions: Iterable[Extraction], format: Format, out: Path | None) -> None:
    """Write to a file, or to standard output where ``out`` is ``None``.

    Raises:
        FileError: the file cannot be written, or Parquet was asked for on standard output.
        MissingExtraError: the format needs a package that is not installed.
    """
    if format == "parquet":
        if out is None:
            raise FileError("parquet-to-stdout", "Parquet needs a file: add --out NAME.parquet")
        _write_parquet(extractions, out)
    elif out is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        _WRITERS[format](extractions, sys.stdout)
        sys.stdout.flush()
    else:
        with replacing(out) as path, path.open("w", encoding="utf-8", newline="\n") as file:
            _WRITERS[format](extractions, file)


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A path to write to; it takes the place of ``out`` when the block ends well, and goes when not.

    A device or pipe is given as it is.

    Raises:
        FileError: the file cannot be written.
    """
    out = out.resolve() if out.is_file() else out  # a link stays a link
    part = out if out.exists() and not out.is_file() else out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield part
        if part != out:
            os.replace(part, out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileError(
            "output-unwritable", f"cannot write {out}: {error.strerror}; check the path"
        ) from error
    finally:
        if part != out:
            part.unlink(missing_ok=True)


def claim_rows(extraction: Extraction) -> Iterator[dict[str, Cell]]:
    """One row for each claim, an event with one of its attributions; one row for an event without any."""
    for event in extraction.events:
        for attribution in event.attributions or (None,):
            yield _claim_row(extraction, event, attribution)


def _claim_row(extraction: Extraction, event: Event, attribution: Attribution | None) -> dict[str, Cell]:
    row: dict[str, Cell] = dict.fromkeys(CLAIM_COLUMNS)
    row |= {
        "document_id": extraction.document.id,
        "published": extraction.document.published,
        "outlet": extraction.document.outlet,
        "event_id": event.id,
        "type": event.type,
        "agents": _join(party.code for party in event.agents),
        "targets": _join(party.code for party in event.targets),
        "figures": _join(f"{_range(figure)} {figure.measure}" for figure in event.figures),
        "places": _join(place.name for place in event.places),
        "units": _join(unit.name for unit in event.units),
        "date_earliest": event.date.earliest if event.date else None,
        "date_latest": event.date.latest if event.date else None,
        "verification": event.verification.status,
        "by": event.verification.by,
        "modality": event.modality,
        "claim_side": event.claim_side,
        "sentence": event.sentence.text,
    }
    if attribution is not None:
        row |= {
            "source": attribution.source.text if attribution.source else None,
            "speaker": attribution.speaker,
            "speaker_kind": attribution.speaker_kind,
            "act": attribution.act,
            "via": _join(relay.name for relay in attribution.via),
        }
    return row


def _range(figure: Figure) -> str:
    """``30..`` at least 30, ``..400`` at most, ``8`` exactly, ``~11000`` about, ``..`` without any bound."""
    low = "" if figure.min is None else str(figure.min)
    high = "" if figure.max is None else str(figure.max)
    return ("~" if figure.approx else "") + (low if low and low == high else f"{low}..{high}")


def _join(names: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(names)) or None


def _write_jsonl(extractions: Iterable[Extraction], file: IO[str]) -> None:
    for extraction in extractions:
        file.write(extraction.model_dump_json() + "\n")


def _write_csv(extractions: Iterable[Extraction], file: IO[str]) -> None:
    writer = csv.DictWriter(file, CLAIM_COLUMNS, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for extraction in extractions:
        for row in claim_rows(extraction):
            writer.writerow({column: defuse(cell) for column, cell in row.items()})


def defuse(cell: Cell) -> str:
    """What a spreadsheet would take for a formula gets an apostrophe before it."""
    written = "" if cell is None else str(cell)
    return f"'{written}" if written.startswith(("=", "+", "-", "@", "\t", "\r")) else written


def _write_table(extractions: Iterable[Extraction], file: IO[str]) -> None:
    if file.isatty():
        try:
            from rich.console import Console
        except ImportError:
            pass
        else:
            return render(extractions, Console(file=file))
    for line in render_plain(extractions):
        file.write(line + "\n")
    return None


def _write_parquet(extractions: Iterable[Extraction], out: Path) -> None:
    parquet = need("pyarrow.parquet", "arrow", "writing Parquet")
    arrow = need("pyarrow", "arrow", "writing Parquet")
    kinds = {name: arrow.date32() if name in _DAY_COLUMNS else arrow.string() for name in CLAIM_COLUMNS}
    schema = arrow.schema(list(kinds.items()))
    rows = chain.from_iterable(map(claim_rows, extractions))
    with replacing(out) as path, parquet.ParquetWriter(path, schema) as writer:
        while group := list(islice(rows, _ROW_GROUP)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


_WRITERS: dict[Format, Callable[[Iterable[Extraction], IO[str]], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "table": _write_table,
}
