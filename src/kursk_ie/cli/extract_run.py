"""What ``kursk-ie extract`` does: from the arguments to an output, an errors file and an exit status."""

from __future__ import annotations

import argparse
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

COLUMNS = ("text", "id", "published", "outlet", "title", "url")
_OK, _SOME_FAILED = 0, 1


def run_extract(arguments: argparse.Namespace) -> int:
    """Do what the arguments of ``kursk-ie extract`` ask for; the exit status.

    Raises:
        KurskIEError: the arguments do not fit each other, or nothing can be read or written.
    """
    from kursk_ie.files.errors_file import ErrorsFile
    from kursk_ie.files.progress import Meter, Progress
    from kursk_ie.files.readers import ERRORS_NAME, list_sources, read_entries
    from kursk_ie.files.rows import Columns, Defaults
    from kursk_ie.files.writers import ENDINGS, format_of

    out: Path | None = arguments.out
    format = format_of(out, arguments.format, ENDINGS)
    errors: Path = arguments.errors or (out.parent if out else Path()) / ERRORS_NAME
    written = [path.resolve() for path in (out, errors) if path is not None]
    _refuse_clashes(arguments.inputs, written)
    sources = list_sources(arguments.inputs, skip=written)
    columns = Columns(**{name: getattr(arguments, f"{name}_column") for name in COLUMNS})
    defaults = Defaults(arguments.published, arguments.outlet, arguments.keep_text)
    meter = Meter(sources)
    entries = read_entries(sources, columns, defaults, meter)
    failures = ErrorsFile(errors, wanted=arguments.errors is not None)
    shown = not arguments.quiet and sys.stderr.isatty() and (out is not None or not sys.stdout.isatty())
    progress = Progress(meter, sys.stderr if shown else None)
    try:
        if arguments.engine is not None:
            tally = _run_on_engine(entries, arguments, format, failures)
        elif out is None or _is_device(out):
            tally = _stream(entries, arguments, format, failures, progress)
        else:
            settings = _settings(arguments, columns, defaults)
            tally = _write_by_parts(entries, arguments, format, failures, progress, settings)
    finally:
        progress.end()
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

    if arguments.resume:
        raise ArgumentError("resume-without-out", "--resume goes on with a file: add --out FILE")
    with open_stream(format, arguments.out) as stream, failures:
        tally = Tally()
        for outcome in _outcomes(entries, arguments, stream.encode):
            if outcome.data is not None:
                stream.write(outcome.data)
            if outcome.failure is not None:
                failures.write(outcome.failure)
            tally = tally.plus(outcome)
            progress.show(tally.documents)
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

    if arguments.out is None or format != "parquet":
        raise ArgumentError("engine-output", "an engine writes Parquet: add --out NAME.parquet, a new folder")
    if arguments.resume or arguments.workers > 1:
        raise ArgumentError(
            "engine-options",
            "an engine has its own workers and repeats what fails: leave --workers and --resume",
        )
    return run_job(arguments.engine, entries, arguments.out, failures, _gate(arguments))


def _outcomes(
    entries: Iterable[Entry], arguments: argparse.Namespace, encode: Callable[..., bytes]
) -> Iterator[Outcome]:
    from kursk_ie.files.batch import run

    return run(entries, arguments.workers, encode, _gate(arguments))


def _gate(arguments: argparse.Namespace) -> Callable[[str], bool] | None:
    if not arguments.only_conflict:
        return None
    from kursk_ie.files.gate import Gate

    return Gate()


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
    from kursk_ie.text.tables import LEXICONS_VARIABLE

    return {
        "version": __version__,
        "columns": asdict(columns),
        "defaults": asdict(defaults),
        "only_conflict": arguments.only_conflict,
        "gazetteer": os.environ.get(GAZETTEER_VARIABLE),
        "lexicons": os.environ.get(LEXICONS_VARIABLE),
    }


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
