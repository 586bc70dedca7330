"""The readable table of claims: who says what, how many, of whom, where, when, and who checked.

One line of the table is one event; several sources of one event stand below each other.
"""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kursk_ie.files.event_cells import how_many, printable, status, what, when, where, who, whom, words
from kursk_ie.results import Event, Extraction

if TYPE_CHECKING:
    from rich.console import Console

_GAP = 2
_LEAST_WIDTH = 60
_WIDE = 100
_STYLES = {
    "confirmed": "green",
    "denied": "red",
    "disputed": "red",
    "no evidence": "yellow",
    "unverified": "yellow",
    "declined": "yellow",
}


class _Column(NamedTuple):
    header: str
    share: int  # of the width
    cell: Callable[[Event], str]


def render(extractions: Iterable[Extraction], console: Console) -> None:
    """Print the table of each article on a rich console, with colours where the console has them."""
    from rich.table import Table
    from rich.text import Text

    for extraction in extractions:
        console.print(Text(_heading(extraction), style="bold"))
        if extraction.events:
            table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="dim")
            columns = _columns(console.width)
            for column, width in columns:
                table.add_column(column.header, width=width, overflow="fold")
            for event in extraction.events:
                style = _STYLES.get(words(event.verification.status), "")
                cells = [Text(column.cell(event)) for column, _ in columns]
                cells[-1].stylize(style)
                table.add_row(*cells)
            console.print(table)
        console.print(Text(_closing(extraction), style="dim"))


def render_plain(extractions: Iterable[Extraction], width: int | None = None) -> Iterator[str]:
    """The lines of the same table in plain text; ``width`` is the terminal's, or 100 where there is none."""
    width = max(width or shutil.get_terminal_size((100, 24)).columns, _LEAST_WIDTH)
    columns = _columns(width)
    for extraction in extractions:
        yield from textwrap.wrap(_heading(extraction), width)
        if extraction.events:
            yield from plain_row([(column.header, size) for column, size in columns])
            yield from plain_row([("-" * size, size) for _, size in columns])
        for event in extraction.events:
            yield from plain_row([(column.cell(event), size) for column, size in columns])
        yield from (*textwrap.wrap(_closing(extraction), width), "")


def plain_row(cells: list[tuple[str, int]]) -> Iterator[str]:
    """The lines of one row: cells with the width of their columns, each wrapped in its own."""
    wrapped = [
        [line for part in text.split("\n") for line in textwrap.wrap(part, size)] for text, size in cells
    ]
    for number in range(max(map(len, wrapped))):
        parts = [
            (lines[number] if number < len(lines) else "").ljust(size)
            for lines, (_, size) in zip(wrapped, cells, strict=True)
        ]
        yield (" " * _GAP).join(parts).rstrip()


def _columns(width: int) -> list[tuple[_Column, int]]:
    """The columns that fit, each with its width in characters."""
    columns = _SEVEN if width >= _WIDE else _FIVE
    room = width - _GAP * len(columns)  # rich sets the gap behind the last one too
    whole = sum(column.share for column in columns)
    return [(column, room * column.share // whole) for column in columns]


def _heading(extraction: Extraction) -> str:
    document = extraction.document
    published = document.published.isoformat() if document.published else ""
    parts = [document.id, document.outlet or "", published, document.title or ""]
    return " · ".join(printable(part) for part in parts if part)


def _closing(extraction: Extraction) -> str:
    """What the table does not show: that there is nothing, and what could not be done."""
    notes = [] if extraction.events else ["no events"]
    codes = Counter(issue.code for issue in extraction.issues)
    notes += [f"{code} ×{count}" if count > 1 else code for code, count in sorted(codes.items())]
    return f"({', '.join(notes)})" if notes else ""


def _what_of_whom(event: Event) -> str:
    sides = whom(event)
    return what(event) + (f"\nof {sides}" if sides else "")


def _where_when(event: Event) -> str:
    return "\n".join(filter(None, (where(event), when(event))))


# the shares are the widths at 120 and at 80 columns
_SEVEN = (
    _Column("Who", 20, who),
    _Column("What", 18, what),
    _Column("How many", 16, how_many),
    _Column("Whom", 7, whom),
    _Column("Where", 18, where),
    _Column("When", 14, when),
    _Column("Status", 13, status),
)
_FIVE = (
    _Column("Who", 16, who),
    _Column("What", 14, _what_of_whom),
    _Column("How many", 14, how_many),
    _Column("Where, when", 15, _where_when),
    _Column("Status", 11, status),
)
