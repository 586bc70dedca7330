"""Values of dates: stretches of the calendar and the arithmetic on them.

Nothing here raises for a day beyond the calendar of Python (years 1 to 9999): what would lie outside is held
at its first or last day, so that any day of publication can anchor any expression.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from kursk_ie.results import DatePrecision

_LENGTHS: Final = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_LAST_DAY: Final = dt.date.max.toordinal()
_AHEAD: Final = (
    240  # days: news calls what is further off *next March*, so a sign of the future is not enough
)
_SLACK: Final = 7  # days: a page is often dated a little before or after what it tells as past or to come


class Period(NamedTuple):
    """The days from ``earliest`` to ``latest``, both inclusive, and what kind of stretch they are."""

    earliest: dt.date
    latest: dt.date
    precision: DatePrecision


def shift(day: dt.date, days: int) -> dt.date:
    """The day so many days later, held within the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), _LAST_DAY))


def month_length(year: int, month: int) -> int:
    """Number of days in a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _LENGTHS[month - 1]


def days(first: dt.date, last: dt.date) -> Period:
    """One day, or the days of a range in either order."""
    low, high = min(first, last), max(first, last)
    return Period(low, high, "day" if low == high else "range")


@lru_cache(maxsize=256)  # the texts of one time name the same months again and again
def month(year: int, number: int) -> Period:
    """A month; ``number`` may lie outside 1 to 12 and then counts on into the years around."""
    carry, index = divmod(number - 1, 12)
    year, number = _held(year + carry), index + 1
    return Period(dt.date(year, number, 1), dt.date(year, number, month_length(year, number)), "month")


def year(number: int) -> Period:
    """A year."""
    number = _held(number)
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def years(first: int, last: int) -> Period:
    """The years from ``first`` to ``last``, such as a decade."""
    return Period(year(first).earliest, year(last).latest, "year")


@lru_cache(maxsize=256)
def season(start_year: int, first_month: int) -> Period:
    """Three whole months from ``first_month``; the winter of a year begins in its December."""
    return Period(
        month(start_year, first_month).earliest, month(start_year, first_month + 2).latest, "season"
    )


def week(day: dt.date, steps: int = 0) -> Period:
    """The week, Monday to Sunday, so many weeks after the one that holds ``day``."""
    monday = shift(day, 7 * steps - day.weekday())
    return Period(monday, shift(monday, 6), "week")


def weekend(day: dt.date, steps: int = 0) -> Period:
    """Saturday and Sunday of the week so many weeks after the one that holds ``day``."""
    monday = shift(day, 7 * steps - day.weekday())
    return Period(shift(monday, 5), shift(monday, 6), "range")


def weekday(day: dt.date, number: int, direction: int) -> dt.date:
    """The last such weekday on or before ``day``, or with ``direction`` above 0 the first on or after it."""
    if direction > 0:
        return shift(day, (number - day.weekday()) % 7)
    return shift(day, -((day.weekday() - number) % 7))


def unit(day: dt.date, name: str, steps: int) -> Period:
    """The calendar day, week, month, year… so many steps from the one that holds ``day``."""
    if name == "day":
        return days(shift(day, steps), shift(day, steps))
    if name == "week":
        return week(day, steps)
    if name == "fortnight":
        return week(day, 2 * steps)
    if name == "weekend":
        return weekend(day, steps)
    if name == "month":
        return month(day.year, day.month + steps)
    if name == "decade":
        return year(day.year + 10 * steps)
    return year(day.year + steps)


def rolling(day: dt.date, name: str, steps: int) -> Period:
    """The stretch of so many units that ends the day before ``day``, or begins after it if ``steps`` > 0."""
    far = _moved(day, name, steps)
    near = shift(day, -1 if steps < 0 else 1)
    low, high = (min(far, near), near) if steps < 0 else (near, max(far, near))
    return Period(low, high, "day" if low == high else "range")


def part(whole: Period, index: int, of: int) -> Period:
    """Part number ``index`` of ``of`` equal parts: whole months for a season or year, else days.

    A month's thirds are the 1st to 10th, the 11th to 20th, and the rest.
    """
    first, last = whole.earliest, whole.latest
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole.precision == "month" and of == 3:
        size = 30
    elif months > 1 and whole.precision in ("season", "year"):
        begin = month(first.year, first.month + months * (index - 1) // of).earliest
        end = month(first.year, first.month + months * index // of - 1).latest
        return Period(begin, end, "range")
    else:
        size = (last - first).days + 1
    begin = shift(first, size * (index - 1) // of)
    end = last if index == of else shift(first, size * index // of - 1)
    return Period(begin, end, "range")


def joined(first: Period, last: Period) -> Period:
    """The stretch from the first period's beginning to the last one's end."""
    return Period(min(first.earliest, last.earliest), max(first.latest, last.latest), "range")


def chosen(build: Callable[[int], Period | None], published: dt.date, direction: int) -> Period:
    """Of the same period in the years around ``published``, the one that the text means.

    ``build`` makes the period for a year, or nothing where that year lacks it (29 February). With
    ``direction`` below 0 it is the last that had begun, above 0 the next to end, else the nearest.
    """
    near = _built(build, range(published.year - 1, published.year + 2))
    periods = near or _built(build, range(published.year - 8, published.year + 9))
    if direction < 0:
        latest = shift(published, _SLACK)
        begun = [p for p in periods if p.earliest <= latest]
        if begun:
            return max(begun)
    if direction > 0:
        earliest = shift(published, -_SLACK)
        ahead = [p for p in periods if p.latest >= earliest]
        if ahead and _gap(min(ahead), published) <= _AHEAD:
            return min(ahead)
    return min(periods, key=lambda period: _gap(period, published))


def _built(build: Callable[[int], Period | None], numbers: Iterable[int]) -> list[Period]:
    return [p for number in numbers if 1 <= number <= 9999 and (p := build(number)) is not None]


def _gap(period: Period, day: dt.date) -> int:
    """Days between a day and a period; 0 within it."""
    return max((period.earliest - day).days, (day - period.latest).days, 0)


def _held(number: int) -> int:
    return min(max(number, 1), 9999)


def _moved(day: dt.date, name: str, steps: int) -> dt.date:
    """The same day so many units away, at the month's end where the month is shorter."""
    if name in ("day", "week", "fortnight"):
        return shift(day, steps * {"day": 1, "week": 7, "fortnight": 14}[name])
    months = steps * {"month": 1, "year": 12, "decade": 120}[name]
    target = month(day.year, day.month + months).earliest
    return target.replace(day=min(day.day, month_length(target.year, target.month)))
