"""Dates by the calendar's own names: days, months, years, decades, holidays and numeric forms."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, NamedTuple

from kursk_ie.mentions.dates import calendar_values as values
from kursk_ie.mentions.dates.calendar_values import Period
from kursk_ie.mentions.dates.context import Context, Expression
from kursk_ie.mentions.dates.words import DASHES

_TO: Final = DASHES | {"to", "through", "thru"}
_LISTED: Final = _TO | {"and", "or", "&", "/"}
_TWO_DAYS: Final = re.compile(r"(\d{1,2})/(\d{1,2})")
_NUMERIC: Final = re.compile(r"\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)")
_BEFORE_MONTH: Final = frozenset({
    "in", "since", "until", "till", "by", "before", "after", "from", "during", "throughout", "through", "of",
    "between", "this", "last", "next", "past", "for", "to",
})  # fmt: skip
_AFTER_DAY: Final = frozenset({
    "and", "to", "when", "as", "the", "after", "at", "in", "by", "with", "for", "a", "an", "but", "that",
    "which", "who", "on", "of", "near", "from",
})  # fmt: skip


class Named(NamedTuple):
    """A day, days or month as written: ``year`` is missing where the text leaves it out.

    ``relative`` says that the year was told by *last year* or the like.
    """

    start: int
    end: int
    month: int
    days: tuple[int, int] | None
    year: int | None
    relative: bool = False


def read_day_or_month(context: Context, i: int) -> Named | None:
    """The day or month from word ``i``: *14 December*, *Dec. 14-15, 2024*, *May 2022*."""
    if context.at(i) in context.lexicon.months:
        return _month_first(context, i)
    listed = _days(context, i)
    if listed is None:
        return None
    end, first, last = listed
    if context.at(end) == "of":
        end += 1
    month = context.lexicon.months.get(context.at(end))
    if month is None or not context.capital(end):
        return None
    return _dated(context, i, end + 1, month.number, (first, last))


def _month_first(context: Context, i: int) -> Named | None:
    month = context.lexicon.months[context.at(i)]
    if not context.capital(i):
        return None
    j = i + 2 if context.at(i + 1) == "the" and context.at(i + 2) in context.lexicon.ordinals else i + 1
    listed = _days(context, j)
    if listed is not None and not _counts(context, i, j, listed[0]):
        return _dated(context, i, listed[0], month.number, listed[1:])
    found = _dated(context, i, i + 1, month.number, None)
    if found is None or found.year is not None or month.kind == "sure":
        return found
    return found if month.kind == "name" and _surely_month(context, i) else None


def _surely_month(context: Context, i: int) -> bool:
    """Whether *May* or *March* is the month: *in May*, *March and May*, *the May vote*; not *Theresa May*."""
    before = context.at(i - 1)
    if before in ("and", "or", ","):
        return context.at(i - 2) in context.lexicon.months
    if before in ("the", "a", "its", "their", "his", "her"):
        after = context.at(i + 1)
        return after.isalpha() and not context.capital(i + 1)
    return before in _BEFORE_MONTH or before in context.lexicon.parts or before in DASHES


def _days(context: Context, i: int) -> tuple[int, int, int] | None:
    """Days of a month from word ``i``: the end, first and last day (*14*, *14-15*, *14, 15 and 16*)."""
    known = context.lexicon.days
    pair = _TWO_DAYS.fullmatch(context.at(i))
    if pair and pair[1] in known and pair[2] in known:
        return i + 1, known[pair[1]], known[pair[2]]
    first = last = known.get(context.at(i), 0)
    if not first:
        return None
    end = i + 1
    while (day := known.get(context.at(end + 1), 0)) and day > last:
        after = context.at(end + 2)
        if not (context.at(end) in _LISTED or (context.at(end) == "," and after in (",", "and"))):
            break
        if after in context.lexicon.counted or (
            after in context.lexicon.months and context.at(i - 1) in context.lexicon.months
        ):
            break
        last, end = day, end + 2
    return end, first, last


def _counts(context: Context, month: int, day: int, end: int) -> bool:
    """Whether the number after a month counts: *in August 12 drones*; a day would stand with *on*."""
    after = context.at(end)
    if context.at(day) in context.lexicon.ordinals or after in context.lexicon.years:
        return False
    if after in context.lexicon.counted:
        return True
    return context.at(month - 1) == "in" and after.isalpha() and after not in _AFTER_DAY


def _dated(context: Context, start: int, end: int, month: int, days: tuple[int, int] | None) -> Named | None:
    """Take in the year that follows; nothing where the month has no such day."""
    year, relative = None, False
    j = end + 1 if context.at(end) in (",", "of") else end
    if context.at(j) in context.lexicon.years and context.at(j + 1) not in context.lexicon.counted:
        year, end = context.lexicon.years[context.at(j)], j + 1
    elif context.at(j) in context.lexicon.now and context.at(j + 1) == "year" and context.at(end) != ",":
        year, relative = context.published.year + context.lexicon.now[context.at(j)], True
        year, end = min(max(year, 1), 9999), j + 2
    longest = values.month_length(year or 2000, month)
    if days is not None and days[1] > longest:
        return None
    return Named(start, end, month, days, year, relative)


def period_of(context: Context, named: Named) -> Period:
    """The days that it stands for; without a year the tense of the clause and ``published`` choose one."""
    if named.year is not None:
        return _in_year(named, named.year) or values.year(named.year)
    direction = context.direction(named.start, named.end)
    return values.chosen(lambda year: _in_year(named, year), context.published, direction)


def _in_year(named: Named, year: int) -> Period | None:
    if named.days is None:
        return values.month(year, named.month)
    first, last = named.days
    if last > values.month_length(year, named.month):
        return None
    return values.days(dt.date(year, named.month, first), dt.date(year, named.month, last))


def read_calendar(context: Context, i: int) -> Expression | None:
    """A day or month from word ``i``, or a range of them: *Nov. 30-Dec. 2*, *January to March 2022*."""
    first = read_day_or_month(context, i)
    if first is None:
        return None
    ranged = context.at(first.end) in _TO
    second = read_day_or_month(context, first.end + 1) if ranged else None
    if second is None or (first.days is None) != (second.days is None):
        first = first._replace(year=_year_ahead(context, first))
        return Expression(
            first.start, first.end, period_of(context, first), first.year is None or first.relative
        )
    last = period_of(context, second)
    year = first.year
    if year is None:
        year = last.earliest.year - (first.month > second.month)
    begin = _in_year(first, max(year, 1)) or last
    return Expression(i, second.end, values.joined(begin, last), second.year is None or second.relative)


def _year_ahead(context: Context, named: Named) -> int | None:
    """The year of a date, or the one it shares with the next: *between 3 March and 5 April 2022*."""
    if named.year is None and context.at(named.end) in ("and", "or", ",", "until", "till"):
        following = read_day_or_month(context, named.end + 1)
        if following is None or following.relative or (following.days is None) != (named.days is None):
            return None
        year = _year_ahead(context, following)
        return year - 1 if year is not None and following.month < named.month else year
    return named.year


def read_numeric(context: Context, i: int) -> Expression | None:
    """*16.12.2024*, *12/16/2024*, *2024/12/16*, and *2024-12-16*, which is five words."""
    text = context.at(i)
    end = i + 1
    if text in context.lexicon.years:
        if context.at(i + 1) != "-" or context.at(i + 3) != "-" or context.at(i - 1) == "-":
            return None
        month, day = context.at(i + 2), context.at(i + 4).partition("t")[0]
        text, end = f"{text}-{month}-{day}", i + 5
        if len(text) != 10:
            return None
    elif not _NUMERIC.fullmatch(text):
        return None
    day_value = parse_numeric(text)
    return Expression(i, end, values.days(day_value, day_value), False) if day_value else None


@lru_cache(maxsize=1024)
def parse_numeric(text: str) -> dt.date | None:
    """The day of a numeric date: day first with dots, month first with strokes unless that cannot be."""
    import dateparser  # a tenth of a second with its first call, and few texts hold such a date

    order = "YMD" if text[:4].isdigit() else "DMY" if "." in text else "MDY"
    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    parsed: dt.datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    return parsed.date() if parsed else None
