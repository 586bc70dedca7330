"""What each table of models/ that a user may add to looks like: its entry, its closed columns, its codes of sides."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kursk_ie.text.tables import USER_TABLES, adding, read_table


class Shape(NamedTuple):
    """What the cells of a table must be.

    Attributes:
        entry: the column that a row is told by.
        forms: further columns with ways to write the entry, of which one stands in the example.
        closed: columns whose values (between ``|``) are those of our own table.
        sides: columns with codes of sides.
        pattern: whether the entry is in the pattern language of `kursk_ie.text.patterns`.
        once: whether an entry of our own table has no effect when it is told again.
    """

    entry: str
    forms: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    pattern: bool = False
    once: bool = False


SHAPES = {
    "actors.tsv": Shape("name", ("aliases", "needs_full"), ("kind",), ("side",), once=True),
    "counted.tsv": Shape("noun", ("plural",), ("kind", "measure"), once=True),
    "cues.tsv": Shape("cue", (), ("pos", "act", "frames", "strength")),
    "declines.tsv": Shape("pattern", pattern=True, once=True),
    "modality.tsv": Shape("words", (), ("modality", "how")),
    "no_events.tsv": Shape("pattern", pattern=True, once=True),
    "opponents.tsv": Shape("side", sides=("side", "opponents")),
    "place_stops.tsv": Shape("form", closed=("kind",)),
    "places.tsv": Shape("id", closed=("feature", "precision"), sides=("country",), once=True),
    "sides.tsv": Shape("code", closed=("kind",), once=True),
    "speaker_heads.tsv": Shape("noun", ("plural",), ("kind",), once=True),
    "triggers.tsv": Shape("pattern", (), ("type", "frame", "measure", "needs"), pattern=True),
    "unit_words.tsv": Shape("word", closed=("kind",)),
    "units.tsv": Shape("id", closed=("echelon",), sides=("side",), once=True),
    "verification.tsv": Shape("pattern", (), ("status", "by", "scope"), pattern=True, once=True),
}
assert SHAPES.keys() == set(USER_TABLES)


class Ours(NamedTuple):
    """What our own table holds.

    Attributes:
        columns: of its header, in order.
        values: of each closed column.
        lines: of each entry.
    """

    columns: tuple[str, ...]
    values: dict[str, frozenset[str]]
    lines: dict[str, int]


@lru_cache
def ours(name: str) -> Ours:
    """Our own table of this name."""
    shape = SHAPES[name]
    with adding(None):
        rows = read_table(name, (shape.entry, *shape.closed))
    values = {
        column: frozenset(part for row in rows for part in parts(row[column])) for column in shape.closed
    }
    return Ours(tuple(rows[0].cells), values, {row[shape.entry]: row.line for row in reversed(rows)})


def parts(cell: str) -> list[str]:
    """The values of a cell; an empty cell is one empty value."""
    return [part.strip() for part in cell.split("|")]
