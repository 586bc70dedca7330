"""Dates that count from another day: weekdays, *last week*, *two days ago*, *that day*, *yesterday*."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kursk_ie.mentions.dates import calendar_values as values
from kursk_ie.mentions.dates.absolute import read_calendar, read_day_or_month
from kursk_ie.mentions.dates.calendar_values import Period
from kursk_ie.mentions.dates.context import Context, Expression
from kursk_ie.mentions.dates.periods import narrowed, part_before
from kursk_ie.mentions.dates.words import DASHES

_MARKS: Final = frozenset({"", ".", ",", ";", ":", "!", "?", ")", '"', "”", "'s"})
_GOES_ON: Final = frozenset({
    "and", "but", "in", "at", "on", "near", "by", "to", "from", "with", "over", "as", "when", "while",
})  # fmt: skip
_WEEK_STEPS: Final = {"last": -1, "this": 0, "next": 1}


def read_weekday(context: Context, i: int) -> Expression | None:
    """The weekday at word ``i``, with the date or week after it, or a second weekday of a range."""
    number, short = context.lexicon.weekdays[context.at(i)]
    pairs = context.lexicon.not_date
    if (context.at(i), context.at(i + 1)) in pairs or (context.at(i - 1), context.at(i)) in pairs:
        return None
    dated = _date_after(context, i, short)
    if dated is not None or short:
        return dated
    week = i + 2 if context.at(i + 1) == "of" else i + 1
    if context.at(week) in _WEEK_STEPS and context.at(week + 1) == "week":
        monday = values.week(context.published, _WEEK_STEPS[context.at(week)]).earliest
        return Expression(i, week + 2, _day(monday, number), True)
    found = _moved_weekday(context, i, number)
    to = found.end
    if context.at(to) in DASHES | {"to", "through"} and context.at(to + 1) in context.lexicon.weekdays:
        last, last_short = context.lexicon.weekdays[context.at(to + 1)]
        if not last_short:
            period = values.days(found.period.earliest, values.weekday(found.period.earliest, last, 1))
            return Expression(found.start, to + 2, period, True)
    return found


def _date_after(context: Context, i: int, short: bool) -> Expression | None:
    """*Monday, Dec. 16*, *Friday the 9th of December*, *Mon. 5 Sept. 2022*."""
    j = i + 1
    if context.at(j) == "," or (short and context.at(j) == "."):
        j += 1
    if context.at(j) == "the":
        j += 1
    named = read_day_or_month(context, j)
    if named is None or named.days is None or (short and not context.capital(i)):
        return None
    dated = read_calendar(context, j)
    return dated._replace(start=i) if dated else None


def _day(day: dt.date, number: int, direction: int = 1) -> Period:
    found = values.weekday(day, number, direction)
    return Period(found, found, "day")


def _moved_weekday(context: Context, i: int, number: int) -> Expression:
    """A weekday with *last*, *next*, *previous*… before it, or bare and placed by the tense of its clause."""
    before, day, start = context.at(i - 1), context.published, i - 1
    if before == "next":
        return Expression(start, i + 1, _day(values.week(day, 1).earliest, number), True)
    if before in ("last", "past"):
        start -= context.at(i - 2) == "this"
        return Expression(start, i + 1, _day(values.shift(day, -1), number, -1), True)
    if before == "coming":
        start -= context.at(i - 2) == "this"
        return Expression(start, i + 1, _day(values.shift(day, 1), number), True)
    step = context.lexicon.then.get(before)
    sure = {"that": ("on", "by", "since", "until"), "following": ("the",)}.get(before)
    if step is not None and (sure is None or context.at(i - 2) in sure):
        if step == 0:
            return Expression(start, i + 1, _day(values.week(context.named).earliest, number), True)
        return Expression(start, i + 1, _day(values.shift(context.named, step), number, step), True)
    meant_for = before == "for" and context.at(i + 1) != "'s"
    direction = 1 if meant_for else context.direction(i, i + 1)
    if before == "this":
        if direction == 0:
            return Expression(start, i + 1, _day(values.week(day).earliest, number), True)
        return Expression(start, i + 1, _day(day, number, direction), True)
    return Expression(i, i + 1, _day(day, number, direction), True)


def read_near_day(context: Context, i: int) -> Expression | None:
    """*yesterday*, *today*, *tomorrow*, *the day before yesterday*."""
    pairs, step = context.lexicon.not_date, context.lexicon.near_days[context.at(i)]
    if (context.at(i - 1), context.at(i)) in pairs or (context.at(i), context.at(i + 1)) in pairs:
        return None
    start = i
    if context.at(i - 2) == "day" and context.at(i - 1) == {-1: "before", 1: "after"}.get(step):
        start, step = i - 2, 2 * step
    return Expression(start, i + 1, values.unit(context.published, "day", step), True)


def read_ordinal(context: Context, i: int) -> Expression | None:
    """*on the 24th*, with nothing after it that it could count."""
    if context.at(i - 1) != "the" or context.at(i - 2) not in ("on", "since", "until", "by", "of", "from"):
        return None
    if context.at(i + 1) not in _MARKS:
        return None
    day, published = context.lexicon.ordinals[context.at(i)], context.published
    months = [values.month(published.year, published.month + step) for step in (-1, 0, 1)]
    periods = [
        values.days(d, d) for m in months if day <= m.latest.day for d in [m.earliest.replace(day=day)]
    ]
    past = [p for p in periods if p.earliest <= published]
    future = [p for p in periods if p.earliest >= published]
    ahead = context.direction(i, i + 1) > 0
    return Expression(i, i + 1, min(future or periods) if ahead else max(past or periods), True)


def read_unit(context: Context, i: int) -> Expression | None:
    """The date around a word like *week*: *last week*, *previous seven days*, *two days ago*."""
    if context.hyphened(i + 1) or context.hyphened(i - 1):
        return None
    if context.at(i) == "hours":
        return _whole_days(context, i)
    after = context.at(i + 1)
    if after in ("ago", "earlier", "later", "before", "after"):
        counted = _counted_from(context, i, after)
        if counted is not None:
            return counted
    name = context.lexicon.units[context.at(i)]
    start, number = _number_before(context, i)
    step = context.lexicon.rolling.get(context.at(start - 1))
    if number is not None and step is not None and name != "weekend" and context.at(i - 1) not in ("a", "an"):
        if _lasting(context, start - 1):
            return None
        anchor = context.named if context.at(start - 1) in context.lexicon.then else context.published
        return Expression(start - 1, i + 1, values.rolling(anchor, name, step * number), True)
    if context.at(i) != name:
        return None  # a plural without a number
    moved = _moved_unit(context, i, name)
    if moved is not None:
        return moved if name == "day" else narrowed(context, moved)  # "later that day" is a part of the day
    return _whole_unit(context, i, name)


def _whole_days(context: Context, i: int) -> Expression | None:
    """*the past 24 hours, in the next 48 hours*: whole days that begin or end within the day of publication."""
    start, number = _number_before(context, i)
    step = context.lexicon.rolling.get(context.at(start - 1))
    if number is None or number % 24 or step is None or _lasting(context, start - 1):
        return None
    anchor = context.named if context.at(start - 1) in context.lexicon.then else context.published
    reach = values.days(anchor, values.shift(anchor, step * number // 24))
    return Expression(start - 1, i + 1, reach, True)


def _number_before(context: Context, i: int) -> tuple[int, int | None]:
    """The number that ends before word ``i``, with the word it begins at: *two*, *10*, *twenty-two*."""
    numbers = context.lexicon.numbers
    last = numbers.get(context.at(i - 1))
    tens = numbers.get(context.at(i - 3), 0) if context.at(i - 2) in DASHES else 0
    if last is not None and last < 10 and tens >= 20 and tens % 10 == 0:
        return i - 3, tens + last
    return i - 1, last


def _lasting(context: Context, start: int) -> bool:
    """Whether the words tell how long, not when: *for the past two weeks*."""
    return context.at(start - 1) == "for" or (
        context.at(start - 1) == "the" and context.at(start - 2) == "for"
    )


def _counted_from(context: Context, i: int, after: str) -> Expression | None:
    """*two days ago*, *a week earlier*, *the day before*."""
    name = context.lexicon.units[context.at(i)]
    start, number = _number_before(context, i)
    if after in ("before", "after"):
        following = context.at(i + 2)
        if following not in _MARKS and following not in _GOES_ON:
            return None
        if context.at(i - 1) == "the" and context.at(i) == name:
            number, start = 1, i
    if (
        number is None
        or (name == "weekend" and number > 1)
        or context.at(start - 1) in ("half", "or", "to", "and")
    ):
        return None
    sign = 1 if after in ("later", "after") else -1
    anchor = context.published if after == "ago" else context.named
    return Expression(start, i + 2, values.unit(anchor, name, sign * number), True)


def _moved_unit(context: Context, i: int, name: str) -> Expression | None:
    """*last week*, *this past weekend*, *the next day*, *that same month*."""
    before, far, lexicon = context.at(i - 1), context.at(i - 2), context.lexicon
    if context.at(i + 1) == "of" and before in ("last", "next"):
        return None  # "the last week of October" belongs to October, "the last day of the siege" to nothing
    if before == "following" and far != "the":
        return None  # "following week after week of rain"
    if before in lexicon.then or (before == "next" and name == "day"):
        start = i - 2 if before == "same" and far in ("that", "this") else i - 1
        return Expression(start, i + 1, values.unit(context.named, name, lexicon.then.get(before, 1)), True)
    if name == "weekend":
        return _moved_weekend(context, i)
    start = i - 2 if far == "this" and before in lexicon.rolling else i - 1
    stretch = far == "the" and before in ("last", "next")
    if stretch and context.at(i - 3) not in ("in", "over", "during", "within", "for", "from", "throughout"):
        return None  # "the last day that fighting was reported"
    if before in ("past", "coming") or stretch:
        if _lasting(context, start):
            return None
        return Expression(
            start, i + 1, values.rolling(context.published, name, lexicon.rolling[before]), True
        )
    if before in lexicon.now and name != "day":
        return Expression(i - 1, i + 1, values.unit(context.published, name, lexicon.now[before]), True)
    return None


def _moved_weekend(context: Context, i: int) -> Expression | None:
    """*last weekend*, *over the weekend*: the last begun, unless the clause looks ahead."""
    before, day = context.at(i - 1), context.published
    if before in ("a", "an", "each", "every", "per", "one"):
        return None
    last = values.weekend(day) if day.weekday() >= 5 else values.weekend(day, -1)
    if before == "next":
        return Expression(i - 1, i + 1, values.weekend(day, 1), True)
    if before in ("last", "past"):
        start = i - 2 if context.at(i - 2) == "this" else i - 1
        over = values.weekend(day, -1) if before == "last" else last
        return Expression(start, i + 1, over, True)
    start = i - 1 if before in ("this", "coming") else i
    direction = context.direction(i, i + 1)
    ahead = before == "coming" or direction > 0 or (before == "this" and direction == 0)
    return Expression(start, i + 1, values.weekend(day) if ahead else last, True)


def _whole_unit(context: Context, i: int, name: str) -> Expression | None:
    """*end of the year*, *year's end*, *later in the month*: the unit that holds the day of publication."""
    if name == "day":
        return None
    whole = values.unit(context.published, name, 0)
    if (
        context.at(i + 1) == "'s"
        and context.at(i + 2) == "end"
        and context.at(i - 1) not in context.lexicon.numbers
    ):
        return Expression(i, i + 3, values.part(whole, 3, 3), True)
    if context.at(i - 1) != "the":
        return None
    found = part_before(context, i)
    if found is not None:
        return Expression(found[0], i + 1, values.part(whole, found[1].number, found[1].of), True)
    if context.at(i - 2) == "in" and context.at(i - 3) in ("earlier", "later"):
        return Expression(i - 3, i + 1, whole, True)
    return None
