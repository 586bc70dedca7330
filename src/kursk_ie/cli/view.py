"""``kursk-ie view``: extractions as one HTML page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.files.rows import Failure
    from kursk_ie.results import Article, Extraction
    from kursk_ie.views.page import Page

_DESCRIPTION = """\
Write one HTML page that shows who claims what, and where the articles say it.

EXTRACTIONS is what kursk-ie extract --format jsonl writes (.jsonl, also with .gz or .xz), or - for standard input.
One article is shown with its marks and its claims; several with the ledger, a timeline and a map besides.

An extraction holds no text of its article, unless it was asked to keep it: give the articles with --texts, any files
or folders that kursk-ie extract reads. They are matched by SHA-256. An article without its text is shown in the pieces
that its extraction holds.
"""
_END = """\
Examples:
  kursk-ie extract seeds/ --out events.jsonl
  kursk-ie view events.jsonl --texts seeds/ --out page.html
  kursk-ie extract article.txt --format jsonl | kursk-ie view - --texts article.txt --out page.html

Exit status: 0 the page is written; 1 written, but some lines or texts could not be read; 2 wrong use.
"""
_SHOWN_FAILURES = 3


def add_view_command(commands: Any) -> None:
    """Add ``view`` to the parser's subcommands."""
    parser = commands.add_parser(
        "view",
        help="show extractions as one HTML page",
        description=_DESCRIPTION,
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add: Callable[..., Any] = parser.add_argument
    add("inputs", nargs="+", metavar="EXTRACTIONS", help="extractions as JSONL, or - for standard input")
    add("--texts", nargs="+", default=[], metavar="INPUT", help="the articles: files or folders")
    add(
        "--text-column",
        default="text",
        metavar="NAME",
        help="column of the text in tables of articles (text)",
    )
    add("--id-column", default="id", metavar="NAME", help="column of the id in tables of articles (id)")
    add("--out", type=Path, metavar="FILE", help="write here; by default to standard output")
    add("--title", metavar="WORDS", help="what the page is called")
    parser.set_defaults(run=_view)


def _view(arguments: argparse.Namespace) -> int:
    from kursk_ie.views.page import view

    out: Path | None = arguments.out
    read = [*arguments.inputs, *arguments.texts]
    if read.count("-") > 1:
        raise ArgumentError("stdin-twice", "standard input (-) can be read only once: name it once")
    if out is not None and out.resolve() in [Path(name).resolve() for name in read if name != "-"]:
        raise ArgumentError("output-is-input", f"{out} is both read and written: choose another output")
    if out is None and sys.stdout.isatty():
        raise ArgumentError("page-to-terminal", "a page is not for a terminal: add --out page.html")
    failures: list[Failure] = []
    try:
        page = view(
            _extractions(arguments.inputs, failures),
            _articles(arguments, failures) if arguments.texts else None,
            title=arguments.title,
        )
    finally:
        _tell(failures)
    _write(page, out)
    if page.without_text:
        _say(
            f"{page.without_text} of {page.articles} articles are shown without their text: give it with --texts"
        )
    return 1 if failures else 0


def _extractions(inputs: list[str], failures: list[Failure]) -> Iterator[Extraction]:
    """The extractions; what cannot be read goes to the list."""
    from kursk_ie.files.extractions import read_extractions
    from kursk_ie.results import Extraction

    for item in read_extractions(inputs):
        if isinstance(item, Extraction):
            yield item
        else:
            failures.append(item)


def _articles(arguments: argparse.Namespace, failures: list[Failure]) -> Iterator[Article]:
    """The articles; what cannot be read goes to the list."""
    from kursk_ie.files.readers import read_articles
    from kursk_ie.files.rows import Columns
    from kursk_ie.results import Article

    columns = Columns(text=arguments.text_column, id=arguments.id_column)
    for item in read_articles(arguments.texts, columns):
        if isinstance(item, Article):
            yield item
        else:
            failures.append(item)


def _write(page: Page, out: Path | None) -> None:
    if out is not None:
        page.save(out)
        return
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page.html)


def _tell(failures: list[Failure]) -> None:
    for failure in failures[:_SHOWN_FAILURES]:
        where = failure.path if failure.line is None else f"{failure.path}, line {failure.line}"
        _say(f"{where}: {failure.reason}")
    if len(failures) > _SHOWN_FAILURES:
        _say(f"{len(failures)} failed in all")


def _say(message: str) -> None:
    sys.stderr.write(f"kursk-ie: {message}\n")
