"""``kursk-ie evaluate``: how well articles are read, against gold."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.evaluation.gold import GoldArticle
    from kursk_ie.evaluation.tallies import Tally
    from kursk_ie.results import Extraction

_DESCRIPTION = """\
Read the articles of gold files and score what is found: precision, recall and F1 of each measure, with what they are
counted from (tp right, fp spurious, fn missed).

GOLD has one article a line (.jsonl) with its text and what it tells; docs/accuracy.md tells the form and the measures.
Lines without a text are left out.
"""
_END = """\
Examples:
  kursk-ie evaluate seeds/gold/seeds.jsonl
  kursk-ie evaluate mine.jsonl --errors 5

Exit status: 0 scored; 2 a gold file is missing or broken (the message names file, line and mend).
"""


def add_evaluate_command(commands: Any) -> None:
    """Add ``evaluate`` to the parser's subcommands."""
    parser = commands.add_parser(
        "evaluate",
        help="score against gold",
        description=_DESCRIPTION,
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add: Callable[..., Any] = parser.add_argument
    add("gold", nargs="+", type=Path, metavar="GOLD", help="gold files (.jsonl)")
    add(
        "--errors",
        type=_count,
        default=0,
        metavar="N",
        help="also print the first N that were missed and the first N spurious ones of each measure (0)",
    )
    parser.set_defaults(run=_evaluate)


def _count(written: str) -> int:
    if not written.isdecimal():
        raise argparse.ArgumentTypeError(f"{written!r} is no count: give 0 or more")
    return int(written)


def _evaluate(arguments: argparse.Namespace) -> int:
    from kursk_ie.evaluation.gold import read_gold
    from kursk_ie.evaluation.scoring import score

    rows = [article for path in arguments.gold for article in read_gold(path)]
    articles = [article for article in rows if article.text]
    if not articles:
        raise ArgumentError("gold-empty", "no line of the gold has a text: give gold with texts")
    tallies = score(_read(articles))
    lines = [*_table(len(articles), tallies), *_faults(tallies, arguments.errors)]
    sys.stdout.write("\n".join(lines) + "\n")
    if len(rows) > len(articles):
        sys.stderr.write(f"kursk-ie: {len(rows) - len(articles)} lines without a text left out\n")
    return 0


def _read(articles: list[GoldArticle]) -> Iterator[tuple[GoldArticle, Extraction]]:
    from kursk_ie import extract

    for gold in articles:
        yield gold, extract(gold.text or "", published=gold.published, outlet=gold.outlet, id=gold.id)


def _table(count: int, tallies: dict[str, Tally]) -> list[str]:
    head = f"{f'{count} articles':20} {'P':>6} {'R':>6} {'F1':>6} {'tp':>6} {'fp':>6} {'fn':>6}"
    return [
        head,
        *(
            f"{measure:20} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.right:6d} {t.spurious:6d} {t.missed:6d}"
            for measure, t in tallies.items()
        ),
    ]


def _faults(tallies: dict[str, Tally], most: int) -> Iterator[str]:
    for measure, tally in tallies.items():
        for kind, faults in (("missed", tally.misses), ("spurious", tally.excess)):
            for fault in faults[:most]:
                yield f"{measure:20} {kind:8} {fault.document}: {fault.told}"
