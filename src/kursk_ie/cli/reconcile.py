"""``kursk-ie reconcile``: from extractions to incidents with a ledger of claims."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.files.rows import Failure
    from kursk_ie.incidents.results import Incident
    from kursk_ie.results import Extraction

_DESCRIPTION = """\
Put the extractions of many articles together: one incident for each thing that happened, with every source's figure
side by side, who confirms and denies it, and how many independent sources there are.

EVENTS is what kursk-ie extract --format jsonl writes (.jsonl, also with .gz or .xz), or - for standard input.

With --ledger FILE the articles are added to a ledger on disk (SQLite), and the incidents are those of all articles that
it holds; without EVENTS they are those that are there. Where an article is added twice, it counts once.
"""
_END = """\
Formats: jsonl has one incident a line; ledger is a CSV with one row for each source and figure, parquet the same; acled
and ucdp are CSVs of one row for each incident in the columns of these data sets; geojson is a map; table is for people.

Examples:
  kursk-ie extract seeds/ --format jsonl | kursk-ie reconcile - --format table
  kursk-ie reconcile events.jsonl --out incidents.geojson
  kursk-ie reconcile today.jsonl --ledger war.db --format acled --out acled.csv

Exit status: 0 all was read; 1 some lines failed, the rest is written; 2 wrong use.
"""
_FORMATS = ("jsonl", "ledger", "acled", "ucdp", "geojson", "parquet", "table")
_SHOWN_FAILURES = 3


def add_reconcile_command(commands: Any) -> None:
    """Add ``reconcile`` to the parser's subcommands."""
    parser = commands.add_parser(
        "reconcile",
        help="put the extractions of many articles together",
        description=_DESCRIPTION,
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add: Callable[..., Any] = parser.add_argument
    add("inputs", nargs="*", metavar="EVENTS", help="extractions as JSONL, or - for standard input")
    add(
        "--out",
        type=Path,
        metavar="FILE",
        help="write here; .jsonl .csv (ledger) .geojson .parquet or .txt tells the format",
    )
    add(
        "--format",
        choices=_FORMATS,
        help="what to write; by default what --out ends in, else table on a terminal and jsonl elsewhere",
    )
    add(
        "--ledger",
        type=Path,
        metavar="FILE",
        help="add to this ledger and write all incidents of it; made where it is not there",
    )
    add(
        "--type",
        action="append",
        metavar="TYPE",
        help="only incidents of this type, such as casualties; may be repeated",
    )
    add("--least", type=int, default=1, metavar="N", help="only incidents with this many reports or more (1)")
    parser.set_defaults(run=_reconcile)


def _reconcile(arguments: argparse.Namespace) -> int:
    from kursk_ie.files.incident_writers import INCIDENT_ENDINGS, write_incidents
    from kursk_ie.files.writers import format_of

    if not arguments.inputs and arguments.ledger is None:
        raise ArgumentError("no-input", "nothing to reconcile: give EVENTS.jsonl, - or --ledger FILE")
    if arguments.inputs.count("-") > 1:
        raise ArgumentError("stdin-twice", "standard input (-) can be read only once: name it once")
    out: Path | None = arguments.out
    for name in arguments.inputs:
        if out is not None and Path(name).resolve() == out.resolve():
            raise ArgumentError("output-is-input", f"{name} is both read and written: choose another output")
    format = format_of(out, arguments.format, INCIDENT_ENDINGS)
    failures: list[Failure] = []
    extractions = _readable(arguments.inputs, failures)
    incidents = _incidents(extractions, arguments.ledger)
    write_incidents(
        (
            incident
            for incident in incidents
            if len(incident.reports) >= arguments.least
            and (not arguments.type or incident.type in arguments.type)
        ),
        format,
        out,
    )
    for failure in failures[:_SHOWN_FAILURES]:
        where = failure.path if failure.line is None else f"{failure.path}, line {failure.line}"
        sys.stderr.write(f"kursk-ie: {where}: {failure.reason}\n")
    if len(failures) > _SHOWN_FAILURES:
        sys.stderr.write(f"kursk-ie: {len(failures)} lines failed in all\n")
    return 1 if failures else 0


def _incidents(extractions: Iterable[Extraction], ledger: Path | None) -> list[Incident]:
    if ledger is None:
        from kursk_ie.incidents.reconciling import reconcile

        return reconcile(extractions)
    from kursk_ie.incidents.ledger import Ledger

    with Ledger(ledger) as kept:
        kept.add(extractions)
        return kept.incidents()


def _readable(inputs: list[str], failures: list[Failure]) -> Iterator[Extraction]:
    """The extractions; what cannot be read goes to the list."""
    from kursk_ie.files.extractions import read_extractions
    from kursk_ie.results import Extraction

    for item in read_extractions(inputs):
        if isinstance(item, Extraction):
            yield item
        else:
            failures.append(item)
