"""``kursk-ie lexicon``: look over tables that a user adds to ours."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

_CHECK = """\
Look over a table of your own, or a folder of them, before it is used: columns, kinds, codes of sides, patterns,
entries told before, and whether the example of each row holds its entry and does there what the entry is for.

A table has the name and the columns of one in models/, such as actors.tsv or triggers.tsv; docs/extend.md walks
through it. It is read together with the tables beside it. Examples are read once nothing else is wrong.
"""
_CHECK_END = """\
Examples:
  kursk-ie lexicon check sudan/
  KURSK_IE_LEXICONS=sudan/ kursk-ie extract article.txt

Exit status: 0 nothing is wrong; 1 faults were found, told by file and line; 2 wrong use, or a file cannot be read.
"""


def add_lexicon_command(commands: Any) -> None:
    """Add ``lexicon`` with its command to the parser's subcommands."""
    lexicon = commands.add_parser(
        "lexicon",
        help="check tables of your own",
        description="Check tables that you add to those of models/.",
    )
    below = lexicon.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = below.add_parser(
        "check",
        help="what is wrong with a table, by line",
        description=_CHECK,
        epilog=_CHECK_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("path", type=Path, metavar="FILE", help="a table (.tsv) or a folder of tables")
    check.set_defaults(run=_check)


def _check(arguments: argparse.Namespace) -> int:
    from kursk_ie.checking.tables import check_tables

    faults = check_tables(arguments.path)
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stderr.write(f"kursk-ie: {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'} found\n")
    return 1 if faults else 0
