"""The command line: ``kursk-ie extract``, ``kursk-ie reconcile``, ``kursk-ie view``, ``kursk-ie schema``,
``kursk-ie places``."""

from __future__ import annotations

import argparse
import json
import os
import sys

from kursk_ie import __version__
from kursk_ie.cli.evaluate import add_evaluate_command
from kursk_ie.cli.extract import add_extract_command
from kursk_ie.cli.lexicon import add_lexicon_command
from kursk_ie.cli.places import add_places_command
from kursk_ie.cli.reconcile import add_reconcile_command
from kursk_ie.cli.view import add_view_command
from kursk_ie.errors import KurskIEError

_OK, _WRONG_USE, _INTERRUPTED, _BROKEN_PIPE = 0, 2, 130, 141


def main(argv: list[str] | None = None) -> int:
    """Run the command line with these arguments (``sys.argv`` by default); the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except KurskIEError as error:
        _say(error.message)
        return _WRONG_USE
    except KeyboardInterrupt:
        _say("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone: nothing may be flushed there at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("kursk-ie", description="Reads conflict news and says who claims what.")
    parser.add_argument("--version", action="version", version=f"kursk-ie {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_extract_command(commands)
    schema = commands.add_parser(
        "schema",
        help="print the JSON schema of a line of JSONL",
        description="Print the JSON schema of an extraction.",
    )
    schema.set_defaults(run=_schema)
    add_reconcile_command(commands)
    add_view_command(commands)
    add_places_command(commands)
    add_evaluate_command(commands)
    add_lexicon_command(commands)
    return parser


def _schema(_: argparse.Namespace) -> int:
    from kursk_ie.results import Extraction

    print(json.dumps(Extraction.model_json_schema(), indent=2))  # noqa: T201
    return _OK


def _say(message: str) -> None:
    print(f"kursk-ie: {message}", file=sys.stderr)  # noqa: T201
