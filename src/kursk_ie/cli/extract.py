"""``kursk-ie extract``: its arguments and its help."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from kursk_ie.cli.extract_run import COLUMNS, run_extract
from kursk_ie.errors import ArgumentError

_STATUS = "Exit status: 0 all was read; 1 some documents failed, the rest is written; 2 wrong use."

_EXTRACT = """\
Read articles and write who claims what.

INPUT is a file (.txt .md .html .jsonl .csv .parquet, also with .gz, .xz or .zst), a folder (all such files
below it, without README.md and folders named gold), a pattern such as 'news/*.jsonl', or - for standard input
(JSONL where its first line is a JSON object, else one plain text).

A text file is one article; NAME.json beside NAME.txt may hold its id, published, outlet, title and url.
Each row of a table is one article. An id that was given before gets #2, #3 and so on.
"""
_EXTRACT_END = f"""\
Formats: jsonl has one extraction a line, parquet the same as typed nested columns, one row a document; csv has
one row for each claim (an event and one of its sources), with figures as 30.. (at least), ..400 (at most), 8,
10..12 and ~11000 (about); table is for people. Cells of a csv that a spreadsheet would take for a formula begin
with an apostrophe.

With --out the output is written by parts in a hidden folder beside it, and becomes FILE at the end. A run that was
killed or interrupted goes on with --resume and the same options; what was done is not done again.

Examples:
  kursk-ie extract seeds/ --format table
  kursk-ie extract articles.csv --text-column body --out claims.csv
  kursk-ie extract news/ --out claims.parquet --workers 8 --only-conflict --resume
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
    extract.set_defaults(run=run_extract)


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
    add(
        "--workers",
        type=_positive,
        default=1,
        metavar="N",
        help="processes that read (1: this one); from 2 on a document that kills its process fails alone",
    )
    add("--resume", action="store_true", help="go on with a run that did not end; begin where there is none")
    add(
        "--part-documents",
        type=_positive,
        default=1000,
        metavar="N",
        help="documents of a part of the output (1000), the most that a killed run does anew",
    )
    add(
        "--only-conflict",
        action="store_true",
        help="leave out documents without any word of a trigger or of war: they tell no event, but their "
        "mentions and attributions are lost",
    )
    add("--keep-text", action="store_true", help="keep the text in the result, as for HTML pages in any case")
    add(
        "--engine",
        choices=("ray", "spark"),
        help="read on a cluster of Ray or Spark; --out is then a folder of Parquet files that all its machines share",
    )
    add(
        "--published",
        type=_day,
        metavar="DATE",
        help="day of publication of articles that do not tell theirs",
    )
    add("--outlet", metavar="NAME", help="outlet of articles that do not tell theirs")
    add("--quiet", action="store_true", help="no progress and no summary; failures are still told")
    columns = parser.add_argument_group("names of the columns of .jsonl, .csv and .parquet files")
    for name in COLUMNS:
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
