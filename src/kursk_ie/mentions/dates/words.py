"""The words that date expressions are made of, read from ``models/date_words.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import Row, read_table

DASHES: Final = frozenset({"-", "–", "—", "‐"})


class Month(NamedTuple):
    """A month's number and how much else must show that it is one: ``sure``, ``name`` or ``short``."""

    number: int
    kind: str


class Weekday(NamedTuple):
    """A weekday's number, 0 for Monday; a ``short`` one needs a date after it."""

    number: int
    short: bool


class Part(NamedTuple):
    """Part ``number`` of ``of`` equal parts."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class DateWords:
    """Everything that a grammar of dates looks up; keys are normalised words, ``days`` and ``years`` digits.

    Attributes:
        now, then, rolling: steps by word, from the day of publication, the day last named, for whole lengths.
        part_of: phrases that take *of*, by their words in reverse, because the grammar reads them backwards.
        not_date: pairs of words that together are no date.
    """

    months: dict[str, Month]
    weekdays: dict[str, Weekday]
    seasons: dict[str, int]
    holidays: Phrases[tuple[int, int]]
    holiday_heads: frozenset[str]
    numbers: dict[str, int]
    units: dict[str, str]
    parts: dict[str, Part]
    part_of: Phrases[Part]
    now: dict[str, int]
    then: dict[str, int]
    rolling: dict[str, int]
    near_days: dict[str, int]
    not_date: frozenset[tuple[str, str]]
    counted: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    intent: frozenset[str]
    ordinals: dict[str, int]
    days: dict[str, int]
    years: dict[str, int]
    decades: dict[str, int]


def read_date_words(cut: Cut) -> DateWords:
    """Read the table; ``cut`` is the tokenizer.

    Raises:
        LexiconError: the table is missing or a value cannot be read.
    """
    table = _Table()
    holidays = [(row["word"].lower(), _pair(row, "-")) for row in table.of("holiday")]
    ordinals = {f"{n}{_suffix(n)}": n for n in range(1, 32)}
    digits = {f"{n:d}": n for n in range(1, 32)} | {f"{n:02d}": n for n in range(1, 10)}
    part_of: Phrases[Part] = Phrases((), cut)
    for row in table.of("part_of"):
        part_of.add(row["word"].split()[::-1], Part(*_pair(row, "/")))
    return DateWords(
        months=table.months(),
        weekdays=table.weekdays(),
        seasons=table.numbers("season"),
        holidays=Phrases(holidays, cut),
        holiday_heads=frozenset(cut(phrase)[0] for phrase, _ in holidays),
        numbers=table.numbers("number") | {f"{n}": n for n in range(1, 1000)},
        units={row["word"]: row["value"] for row in table.of("unit")},
        parts={row["word"]: Part(*_pair(row, "/")) for row in table.of("part")},
        part_of=part_of,
        now=table.numbers("now"),
        then=table.numbers("then"),
        rolling=table.numbers("rolling"),
        near_days=table.numbers("day"),
        not_date=frozenset((first, last) for first, last in map(str.split, table.words("not_date"))),
        counted=table.words("counted"),
        past=table.words("past"),
        future=table.words("future"),
        intent=table.words("intent"),
        ordinals=ordinals,
        days=digits | ordinals,
        years={f"{n}": n for n in range(1000, 2100)},
        decades={f"{n}s": n for n in range(1700, 2100, 10)},
    )


class _Table:
    """The rows of the table by kind."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}
        for row in read_table("date_words.tsv", ("word", "kind", "value")):
            self._rows.setdefault(row["kind"], []).append(row)

    def of(self, kind: str) -> list[Row]:
        return self._rows.get(kind, [])

    def words(self, kind: str) -> frozenset[str]:
        return frozenset(row["word"] for row in self.of(kind))

    def numbers(self, kind: str) -> dict[str, int]:
        return {row["word"]: _pair(row, "/")[0] for row in self.of(kind)}

    def months(self) -> dict[str, Month]:
        kinds = {"month": "sure", "month_or_name": "name", "month_short": "short"}
        return {
            word: Month(n, sign) for kind, sign in kinds.items() for word, n in self.numbers(kind).items()
        }

    def weekdays(self) -> dict[str, Weekday]:
        short = {word: Weekday(n, True) for word, n in self.numbers("weekday_short").items()}
        return {word: Weekday(n, False) for word, n in self.numbers("weekday").items()} | short


def _suffix(number: int) -> str:
    if number in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _pair(row: Row, mark: str) -> tuple[int, int]:
    """The one or two numbers of a value; 0 for the second where there is one."""
    first, _, second = row["value"].rpartition(mark) if mark in row["value"] else (row["value"], "", "0")
    try:
        return int(first), int(second)
    except ValueError as error:
        raise row.error(f"the value {row['value']!r} is not a number or two with {mark!r} between") from error
