"""Checking the tables of a user, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kursk_ie.checking.examples import Examples
from kursk_ie.checking.patterns import pattern_faults
from kursk_ie.checking.shapes import SHAPES, ours, parts
from kursk_ie.errors import ArgumentError, LexiconError
from kursk_ie.mentions.gazetteer.rows import read_row
from kursk_ie.pipeline.lexicons import Lexicons
from kursk_ie.pipeline.loading import make_tokenizer
from kursk_ie.pipeline.reader import ArticleReader
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import Row, read_table, scan_table

_OPTIONAL = frozenset({"population", "precision", "region"})  # no reader of a table needs these

_Scanned = dict[Path, list[Row | LexiconError]]


def check_tables(path: Path) -> list[str]:
    """What is wrong with a table, or with all tables of a folder; each fault names file and line.

    A table is told by its name and read together with those beside it. Examples are read when nothing else is wrong.

    Raises:
        ArgumentError: the file has the name of no table, or the folder holds none.
        LexiconError: a file cannot be read.
    """
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    if not files:
        raise ArgumentError(
            "lexicon-empty", f"{path} holds no table: name it as one of models/, such as units.tsv"
        )
    for file in files:
        if file.name not in SHAPES:
            raise ArgumentError(
                "lexicon-unknown", f"{file} is none of the tables: name it {', '.join(SHAPES)}"
            )
    scanned: _Scanned = {file: _scan(file) for file in files}
    codes = _codes(files[0].parent)
    cut = Lexicons(make_tokenizer()).cut
    faults = [fault for file in files for fault in _table_faults(file, scanned[file], codes, cut)]
    return faults or _example_faults(files[0].parent, scanned)


def _scan(file: Path) -> list[Row | LexiconError]:
    return list(scan_table(file, [column for column in ours(file.name).columns if column not in _OPTIONAL]))


def _codes(folder: Path) -> frozenset[str]:
    """The codes of sides, ours and those of a table beside, and of territories that are no side."""
    beside = folder / "sides.tsv"
    added = scan_table(beside, ("code",)) if beside.exists() else ()
    countries = {row["country"] for row in read_table("admin1.tsv", ("country",))}
    return frozenset(ours("sides.tsv").lines) | countries | {r["code"] for r in added if isinstance(r, Row)}


def _table_faults(
    file: Path, rows: list[Row | LexiconError], codes: frozenset[str], cut: Cut
) -> Iterator[str]:
    if not rows:
        yield f"{file}: it has no rows: give a header and a row for each entry"
    columns = ours(file.name).columns
    first = next((row for row in rows if isinstance(row, Row)), None)
    strange = [column for column in first.cells if column not in columns] if first is not None else []
    if strange:
        yield f"{file}: unknown column {', '.join(strange)}: the columns are {', '.join(columns)}"
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        if isinstance(row, LexiconError):
            yield row.message
            continue
        faults = [*_cell_faults(file.name, row, codes), *_entry_faults(file.name, row, cut)]
        cells = tuple(cell for column, cell in row.cells.items() if column != "example")
        if cells in seen:
            faults.append(f"the same as line {seen[cells]}: leave one out")
        seen.setdefault(cells, row.line)
        yield from (row.error(fault).message for fault in faults)


def _cell_faults(name: str, row: Row, codes: frozenset[str]) -> Iterator[str]:
    shape, known = SHAPES[name], ours(name)
    for column in shape.closed:
        for value in parts(row.cells.get(column, "")):
            if value not in known.values[column]:
                values = ", ".join(sorted(known.values[column] - {""}))
                yield f"{column} {value!r} is none of {values}"
    for column in shape.sides:
        for code in row.many(column):
            if code not in codes:
                yield f"{column} {code!r} is no code of sides.tsv: mend it, or add the side in a sides.tsv beside"


def _entry_faults(name: str, row: Row, cut: Cut) -> Iterator[str]:
    shape, entry = SHAPES[name], row[SHAPES[name].entry]
    if not entry.strip():
        yield f"{shape.entry} is empty: give the entry"
        return
    if shape.once and entry in ours(name).lines:
        yield (
            f"{entry!r} is told in models/{name}, line {ours(name).lines[entry]}, which comes first: "
            "leave it out or give it another name"
        )
    if shape.pattern:
        yield from pattern_faults(entry, cut)
    if name == "places.tsv":
        try:
            read_row(row)
        except LexiconError as error:
            yield error.message.partition(f"line {row.line}: ")[2]


def _example_faults(folder: Path, scanned: _Scanned) -> list[str]:
    try:
        examples = Examples(ArticleReader(folder.resolve()))
    except LexiconError as error:  # of a table beside
        return [error.message]
    return [
        row.error(fault).message
        for file, rows in scanned.items()
        for row in rows
        if isinstance(row, Row)
        for fault in examples.faults(file.name, row)
    ]
