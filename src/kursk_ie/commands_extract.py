"""``kursk-ie extract``: articles in, claims out."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursk_ie import __version__
from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.files.batch import Outcome, Tally
    from kursk_ie.files.errors_file import ErrorsFile
    from kursk_ie.files.progress import Progress
    from kursk_ie.files.rows import Columns, Defaults, Entry
    from kursk_ie.files.writers import Format

_OK, _SOME_FAILED = 0, 1
_STATUS = "Exit status: 0 all was read; 1 some documents failed, the rest is written; 2 wrong use."
_COLUMNS = ("text", "id", "published", "outlet", "title", "url")

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
    from kursk_ie.files.errors_file import ErrorsFile
    from kursk_ie.files.progress import Meter, Progress
    from kursk_ie.files.readers import ERRORS_NAME, list_sources, read_entries
    from kursk_ie.files.rows import Columns, Defaults

    out: Path | None = arguments.out
    format = _format(arguments.format, out)
    errors: Path = arguments.errors or (out.parent if out else Path()) / ERRORS_NAME
    written = [path.resolve() for path in (out, errors) if path is not None]
    _refuse_clashes(arguments.inputs, written)
    sources = list_sources(arguments.inputs, skip=written)
    columns = Columns(**{name: getattr(arguments, f"{name}_column") for name in _COLUMNS})
    defaults = Defaults(arguments.published, arguments.outlet, arguments.keep_text)
    meter = Meter(sources)
    entries = read_entries(sources, columns, defaults, meter)
    failures = ErrorsFile(errors, wanted=arguments.errors is not None)
    shown = not arguments.quiet and sys.stderr.isatty() and (out is not None or not sys.stdout.isatty())
    progress = Progress(meter, sys.stderr if shown else None)
    if arguments.engine is not None:
        tally = _run_on_engine(entries, arguments, format, failures)
    elif out is None or _is_device(out):
        if arguments.resume:
            raise ArgumentError("resume-without-out", "--resume goes on with a file: add --out FILE")
        tally = _stream(entries, arguments, format, failures, progress)
    else:
        settings = _settings(arguments, columns, defaults)
        tally = _write_by_parts(entries, arguments, format, failures, progress, settings)
    if out is not None and not arguments.quiet:
        _say(f"{_told(tally)}, written to {out}")
    for line in failures.summary():
        _say(line)
    return _SOME_FAILED if tally.failed else _OK


def _stream(
    entries: Iterable[Entry],
    arguments: argparse.Namespace,
    format: Format,
    failures: ErrorsFile,
    progress: Progress,
) -> Tally:
    """Write to standard output or a device, as the results come."""
    from kursk_ie.files.batch import Tally
    from kursk_ie.files.streams import open_stream

    with open_stream(format, arguments.out) as stream, failures:
        tally = Tally()
        for outcome in _outcomes(entries, arguments, stream.encode):
            if outcome.data is not None:
                stream.write(outcome.data)
            if outcome.failure is not None:
                failures.write(outcome.failure)
            tally = tally.plus(outcome)
            progress.show(tally.documents)
        progress.end()
    return tally


def _write_by_parts(
    entries: Iterable[Entry],
    arguments: argparse.Namespace,
    format: Format,
    failures: ErrorsFile,
    progress: Progress,
    settings: dict[str, Any],
) -> Tally:
    from kursk_ie.files.parts import PartedOutput
    from kursk_ie.files.writers import ENCODERS

    output = PartedOutput(arguments.out, format, settings, arguments.resume, arguments.part_documents)
    try:
        missing = output.missing(entries)
        begun = output.tally.documents
        outcomes = _outcomes(missing, arguments, ENCODERS[format])
        with closing(output.write(outcomes)) as tallies:
            for tally in tallies:
                progress.show(tally.documents - begun)
        progress.end()
        return output.finish(failures)
    except BaseException as error:
        progress.end()
        kept = output.leave()
        if kept and isinstance(error, KeyboardInterrupt):
            _say(f"{kept:,} documents are kept: the same command with --resume goes on")
        raise


def _run_on_engine(
    entries: Iterable[Entry], arguments: argparse.Namespace, format: Format, failures: ErrorsFile
) -> Tally:
    from kursk_ie.engines.job import run_job
    from kursk_ie.files.gate import Gate

    if arguments.out is None or format != "parquet":
        raise ArgumentError("engine-output", "an engine writes Parquet: add --out NAME.parquet, a new folder")
    if arguments.resume or arguments.workers > 1:
        raise ArgumentError(
            "engine-options",
            "an engine has its own workers and repeats what fails: leave --workers and --resume",
        )
    gate = Gate() if arguments.only_conflict else None
    return run_job(arguments.engine, entries, arguments.out, failures, gate)


def _outcomes(
    entries: Iterable[Entry], arguments: argparse.Namespace, encode: Callable[..., bytes]
) -> Iterator[Outcome]:
    from kursk_ie.files.batch import run
    from kursk_ie.files.gate import Gate

    return run(entries, arguments.workers, encode, Gate() if arguments.only_conflict else None)


def _refuse_clashes(inputs: list[str], written: list[Path]) -> None:
    for name in inputs:
        if Path(name).resolve() in written:
            raise ArgumentError("output-is-input", f"{name} is both read and written: choose another output")
    if len(set(written)) < len(written):
        raise ArgumentError("output-twice", "--out and --errors are one file: choose two different files")
    if inputs.count("-") > 1:
        raise ArgumentError("stdin-twice", "standard input (-) can be read only once: name it once")


def _settings(arguments: argparse.Namespace, columns: Columns, defaults: Defaults) -> dict[str, Any]:
    """Whatever changes results, so that a run goes on only with the same."""
    from dataclasses import asdict

    from kursk_ie.pipeline.parts import GAZETTEER_VARIABLE

    return {
        "version": __version__,
        "columns": asdict(columns),
        "defaults": asdict(defaults),
        "only_conflict": arguments.only_conflict,
        "gazetteer": os.environ.get(GAZETTEER_VARIABLE),
    }


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


def _is_device(out: Path) -> bool:
    from kursk_ie.files.writers import is_device

    return is_device(out) and not out.is_dir()


def _told(tally: Tally) -> str:
    parts = [f"{tally.documents:,} documents read"]
    if tally.failed:
        parts.append(f"{tally.failed:,} failed")
    if tally.skipped:
        parts.append(f"{tally.skipped:,} without conflict left out")
    return ", ".join([*parts, f"{tally.written:,} extracted"])


def _say(message: str) -> None:
    print(f"kursk-ie: {message}", file=sys.stderr)  # noqa: T201
