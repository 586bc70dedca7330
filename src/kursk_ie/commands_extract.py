"""``kursk-ie extract``: articles in, claims out."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.files.rows import Failure
    from kursk_ie.files.writers import Format
    from kursk_ie.results import Article

T = TypeVar("T")

_OK, _SOME_FAILED = 0, 1
_STATUS = "Exit status: 0 all was read; 1 some documents failed, the rest is written; 2 wrong use."
_SHOWN_FAILURES = 3
_COLUMNS = ("text", "id", "published", "outlet", "title", "url")
_PROGRESS_SECONDS = 0.5

_EXTRACT = """\
Read articles and write who claims what.

INPUT is a file (.txt .md .html .jsonl .csv .parquet, also with .gz or .xz), a folder (all such files below
it, without README.md and folders named gold) or - for standard input (JSONL where its first line is a JSON
object, else one plain text).

A text file is one article; NAME.json beside NAME.txt may hold its id, published, outlet, title and url.
Each row of a table is one article. An id that was given before gets #2, #3 and so on.
"""
_EXTRACT_END = f"""\
Formats: jsonl has one extraction a line; csv and parquet have one row for each claim (an event and one of
its sources), with figures as 30.. (at least), ..400 (at most), 8, 10..12 and ~11000 (about); table is for
people. Cells of a csv that a spreadsheet would take for a formula begin with an apostrophe.

Examples:
  kursk-ie extract seeds/ --format table
  kursk-ie extract articles.csv --text-column body --out claims.csv
  cat article.txt | kursk-ie extract - --published 2024-12-16 --outlet Reuters

{_STATUS}
"""


def add_extract_command(commands: Any) -> None:
    """Add ``extract`` to the parser's subcommands."""
    extract = commands.add_parser(
        "extract",
        help="read articles, write claims",
        description=_EXTRACT,
        epilog=_EXTRACT_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_arguments(extract)
    extract.set_defaults(run=_extract)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="file, folder, or - for standard input")
    add(
        "--out",
        type=Path,
        metavar="FILE",
        help="write here; .jsonl .csv .parquet or .txt (table) tells the format",
    )
    add(
        "--format",
        choices=("jsonl", "csv", "parquet", "table"),
        help="what to write; by default what --out ends in, else table on a terminal and jsonl elsewhere",
    )
    add(
        "--errors",
        type=Path,
        metavar="FILE",
        help="write the documents that failed here, with the reason; by default kursk-ie-errors.jsonl beside "
        "the output, only when there are any",
    )
    add("--workers", type=_positive, default=1, metavar="N", help="processes to use (1)")
    add(
        "--published",
        type=_day,
        metavar="DATE",
        help="day of publication of articles that do not tell theirs",
    )
    add("--outlet", metavar="NAME", help="outlet of articles that do not tell theirs")
    add("--quiet", action="store_true", help="no progress and no summary; failures are still told")
    columns = parser.add_argument_group("names of the columns of .jsonl, .csv and .parquet files")
    for name in _COLUMNS:
        columns.add_argument(f"--{name}-column", default=name, metavar="NAME", help=f"by default {name}")


def _positive(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of processes: give 1 or more")
    return int(written)


def _day(written: str) -> dt.date | None:
    from kursk_ie.pipeline.articles import read_day

    try:
        return read_day(written)
    except ArgumentError as error:
        raise argparse.ArgumentTypeError(error.message) from error


def _extract(arguments: argparse.Namespace) -> int:
    from kursk_ie.files.readers import ERRORS_NAME, read_articles
    from kursk_ie.files.rows import Columns, Defaults
    from kursk_ie.files.writers import write_extractions

    out: Path | None = arguments.out
    format = _format(arguments.format, out)
    errors: Path = arguments.errors or (out.parent if out else Path()) / ERRORS_NAME
    written = [path.resolve() for path in (out, errors) if path is not None]
    for name in arguments.inputs:
        if Path(name).resolve() in written:
            raise ArgumentError("output-is-input", f"{name} is both read and written: choose another output")
    if len(set(written)) < len(written):
        raise ArgumentError("output-twice", "--out and --errors are one file: choose two different files")
    if arguments.inputs.count("-") > 1:
        raise ArgumentError("stdin-twice", "standard input (-) can be read only once: name it once")
    columns = Columns(**{name: getattr(arguments, f"{name}_column") for name in _COLUMNS})
    defaults = Defaults(arguments.published, arguments.outlet)

    failures: list[Failure] = []
    articles = _divert(read_articles(arguments.inputs, columns, defaults, skip=written), failures)
    count = _Count(
        shown=not arguments.quiet and sys.stderr.isatty() and (out is not None or not sys.stdout.isatty())
    )
    try:
        from kursk_ie import extract_many

        write_extractions(count.over(extract_many(articles, workers=arguments.workers)), format, out)
    finally:
        if failures or arguments.errors:
            _write_failures(failures, errors)
    if out is not None and not arguments.quiet:
        _say(f"{count.seen} articles read, written to {out}")
    _tell_failures(failures, errors)
    return _SOME_FAILED if failures else _OK


def _format(asked: Format | None, out: Path | None) -> Format:
    from kursk_ie.files.writers import ENDINGS

    if asked is not None:
        return asked
    if out is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    if out.suffix.lower() not in ENDINGS:
        raise ArgumentError(
            "format-unknown",
            f"cannot tell the format of {out}: let it end in {', '.join(ENDINGS)} or add --format",
        )
    return ENDINGS[out.suffix.lower()]


def _divert(items: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    """The articles; what could not be read goes to the list."""
    from kursk_ie.results import Article

    for item in items:
        if isinstance(item, Article):
            yield item
        else:
            failures.append(item)


def _write_failures(failures: list[Failure], path: Path) -> None:
    from kursk_ie.files.writers import replacing

    with replacing(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(failure.as_json() + "\n" for failure in failures)


def _tell_failures(failures: list[Failure], path: Path) -> None:
    if not failures:
        return
    for failure in failures[:_SHOWN_FAILURES]:
        where = failure.path if failure.line is None else f"{failure.path}, line {failure.line}"
        _say(f"{where}: {failure.reason}")
    more = len(failures) - _SHOWN_FAILURES
    _say(f"{len(failures)} failed{f' ({more} more)' if more > 0 else ''}: the reasons are in {path}")


class _Count:
    """Counts what passes, and tells it on the error stream now and then where it is shown."""

    def __init__(self, shown: bool) -> None:
        self.seen = 0
        self._shown = shown
        self._told = time.monotonic()

    def over(self, items: Iterable[T]) -> Iterator[T]:
        try:
            for item in items:
                self.seen += 1
                if self._shown and time.monotonic() - self._told > _PROGRESS_SECONDS:
                    self._told = time.monotonic()
                    print(f"\r{self.seen:,} articles", end="", file=sys.stderr, flush=True)  # noqa: T201
                yield item
        finally:
            if self._shown:
                print("\r\033[K", end="", file=sys.stderr, flush=True)  # noqa: T201


def _say(message: str) -> None:
    print(f"kursk-ie: {message}", file=sys.stderr)  # noqa: T201
