"""Months, seasons, years and decades with what narrows or moves them: *early*, *end of*, *last*."""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.dates import calendar_values as values
from kursk_ie.mentions.dates.absolute import read_calendar, read_numeric
from kursk_ie.mentions.dates.calendar_values import Period
from kursk_ie.mentions.dates.context import Context, Expression
from kursk_ie.mentions.dates.words import DASHES, Part

_LISTED: Final = DASHES | {"and", "or", "&", "to", "through"}
_INDEFINITE: Final = frozenset({"a", "an", "each", "every", "any", "per", "one", "another"})
_BEFORE_FALL: Final = frozenset({
    "in", "since", "during", "last", "this", "next", "early", "late", "mid", "by", "before", "over", "until",
    "through", "of", "that", "as",
})  # fmt: skip
_BEFORE_YEAR: Final = frozenset({
    "in", "since", "until", "till", "of", "by", "from", "before", "after", "during", "through", "throughout",
    "for", "into", "vs", "vs.", "between", "year", "early", "mid", "late", "to", "and", "or", "(", "fiscal",
})  # fmt: skip
_POINTING: Final = frozenset(
    {"as", "until", "till", "before", "for", "by", "with", "into", "toward", "towards", "of"}
)
_LOOSE: Final = frozenset(
    {"of", "by", "from", "before", "after", "for", "between", "to"}
)  # also stand before a count
_BEFORE_NAMED_YEAR: Final = frozenset({"the", "its", "their", "his", "her", "our", "'s", "'", "a", "that"})
_NOT_PLURALS: Final = frozenset({"was", "has", "as", "is", "this", "its", "his", "across"})


def read_month(context: Context, i: int) -> Expression | None:
    """The date around a month's name at word ``i``."""
    core = read_calendar(context, _first_day(context, i))
    if core is None:
        return None
    month_alone = core.start == i and core.period.precision == "month"
    step = context.lexicon.now.get(context.at(i - 1))
    if month_alone and core.end == i + 1 and step is not None:
        number = context.lexicon.months[context.at(i)].number
        return narrowed(context, Expression(i - 1, i + 1, _stepped(context, number, 1, step), True))
    return narrowed(context, core) if month_alone else core


def _first_day(context: Context, i: int) -> int:
    """Where the days before a month begin (*14, 15 and 16 December*); the month itself if there are none."""
    days = context.lexicon.days
    start = i - 2 if context.at(i - 1) == "of" and context.at(i - 2) in context.lexicon.ordinals else i - 1
    first, slash, second = context.at(start).partition("/")
    if first not in days or (slash and second not in days):
        return i
    while (
        context.at(start - 2) in days
        and days[context.at(start - 2)] < days[context.at(start).partition("/")[0]]
    ):
        if context.at(start - 1) not in _LISTED and not (
            context.at(start - 1) == "," and context.at(start + 1) in ("and", ",")
        ):
            break
        start -= 2
    return start


def _stepped(context: Context, first_month: int, length: int, step: int) -> Period:
    """The month or season of *last*, *this* or *next*: over before, around, or not begun by publication."""

    def build(year: int) -> Period:
        return values.month(year, first_month) if length == 1 else values.season(year, first_month)

    day = context.published
    options = [build(year) for year in range(day.year - 2, day.year + 3)]
    if step < 0:
        return max(p for p in options if p.latest < day or p is options[0])
    if step > 0:
        return min(p for p in options if p.earliest > day or p is options[-1])
    return values.chosen(build, day, 0) if first_month == 12 else build(day.year)


def read_season(context: Context, i: int) -> Expression | None:
    """The season at word ``i``: *summer*, *last fall*, *earlier this summer*, *winter of 2022*."""
    word, before, year_at = context.at(i), context.at(i - 1), i + 2 if context.at(i + 1) == "of" else i + 1
    lexicon, first_month = context.lexicon, context.lexicon.seasons[context.at(i)]
    year = lexicon.years.get(context.at(year_at))
    if context.hyphened(i + 1) or _INDEFINITE & {before, context.at(i - 2)} or _odd(context, i):
        return None
    of_year = context.at(year_at) in lexicon.now and context.at(year_at + 1) == "year"
    if word in ("fall", "spring") and year is None and not of_year and not _surely_season(context, i):
        return None
    if year is not None:
        end = year_at + 1
        if context.at(end) in DASHES | {"/"} and context.at(end + 1) in (
            f"{(year + 1) % 100:02d}",
            f"{year + 1}",
        ):
            end += 2
        return narrowed(context, Expression(i, end, values.season(year, first_month), False))
    if of_year:
        year = context.published.year + lexicon.now[context.at(year_at)]
        return narrowed(context, Expression(i, year_at + 2, values.season(year, first_month), True))
    step = lexicon.now.get(before, lexicon.rolling.get(before))
    if step is not None:
        start = i - 2 if context.at(i - 2) == "this" else i - 1
        return narrowed(context, Expression(start, i + 1, _stepped(context, first_month, 3, step), True))
    governor = context.at(i - 2) if before == "the" else before
    direction = 0 if governor in _POINTING else context.direction(i, i + 1)
    period = values.chosen(lambda y: values.season(y, first_month), context.published, direction)
    return narrowed(context, Expression(i, i + 1, period, True))


def _surely_season(context: Context, i: int) -> bool:
    """Whether *fall* or *spring* is the season: *in the fall*, not *the fall of the city*, *prices fall*."""
    before = context.at(i - 2) if context.at(i - 1) == "the" else context.at(i - 1)
    if context.at(i - 1) in DASHES:
        before = context.at(i - 2)
    return before in _BEFORE_FALL and context.at(i + 1) not in ("of", "from", "to", "into", "in")


def _odd(context: Context, i: int) -> bool:
    pairs = context.lexicon.not_date
    return (context.at(i), context.at(i + 1)) in pairs or (context.at(i - 1), context.at(i)) in pairs


def read_year(context: Context, i: int) -> Expression | None:
    """The year at word ``i`` where the words around say that it is one; also *2024-12-16* and *2014-2022*."""
    numeric = read_numeric(context, i)
    if numeric is not None:
        return numeric
    year = context.lexicon.years[context.at(i)]
    if not _is_year(context, i, year):
        return None
    core = Expression(i, i + 1, values.year(year), False)
    last = context.lexicon.years.get(context.at(i + 2), 0)
    if context.at(i + 1) in DASHES and context.at(i + 2) == f"{(year + 1) % 100:02d}":
        last = year + 1
    if context.at(i + 1) in DASHES | {"to", "through"} and last > year:
        return Expression(i, i + 3, values.joined(values.year(year), values.year(last)), False)
    return narrowed(context, core)


def _is_year(context: Context, i: int, year: int) -> bool:
    before, after = context.at(i - 1), context.at(i + 1)
    if not 1700 <= year < 2100 or after in context.lexicon.counted or after in ("%", "$"):
        return False
    if before in _BEFORE_YEAR or (before in DASHES and context.at(i - 2) in context.lexicon.parts):
        if before in ("and", "or", "to") and context.at(i - 2) not in context.lexicon.years:
            return False
        if before == "(" and after not in (")", "-", "–"):
            return False
        plural = after.isalpha() and after.endswith("s") and after not in _NOT_PLURALS
        return not (plural and (before in _LOOSE or year % 100 == 0))
    return before in _BEFORE_NAMED_YEAR and 1900 <= year < 2050 and after.isalpha() and year % 1000 != 0


def read_decade(context: Context, i: int) -> Expression:
    """The decade at word ``i``: *1990s*."""
    first = context.lexicon.decades[context.at(i)]
    return narrowed(context, Expression(i, i + 1, values.years(first, first + 9), False))


def read_part_year(context: Context, i: int) -> Expression:
    """*mid-2022*, which is one word."""
    name, _, number = context.at(i).partition("-")
    return Expression(i, i + 1, _part_of(values.year(int(number)), part_named(context, name)), False)


def part_named(context: Context, name: str) -> Part:
    """The part of a word such as *early*, or *end* as in *end-2022*."""
    return context.lexicon.parts.get(name, Part(3, 3))


def _part_of(period: Period, part: Part) -> Period:
    return values.part(period, part.number, part.of)


def narrowed(context: Context, core: Expression) -> Expression:
    """The expression with what stands before it: *early*, *mid-*, *end of*, *first half of*, *earlier*."""
    start = core.start
    before = context.at(start - 1)
    if (
        before in ("earlier", "later")
        and core.relative
        and context.at(start) in ("this", "that", "last", "next")
    ):
        return core._replace(start=start - 1)
    dash = before in DASHES
    name = context.at(start - 2) if dash else before
    if name in context.lexicon.parts or (dash and name == "end"):
        period = _part_of(core.period, part_named(context, name))
        return core._replace(start=start - 1 - dash, period=period)
    if before == "in" and name != context.at(start - 2) and context.at(start - 2) in context.lexicon.parts:
        return core._replace(
            start=start - 2, period=_part_of(core.period, part_named(context, context.at(start - 2)))
        )
    found = part_before(context, start)
    return core._replace(start=found[0], period=_part_of(core.period, found[1])) if found else core


def part_before(context: Context, start: int) -> tuple[int, Part] | None:
    """The noun of a part before ``start``, as in *end of* or *first half of the*, and where it begins."""
    of = start - 2 if context.at(start - 1) == "the" else start - 1
    if context.at(of) != "of":
        return None
    backwards = [context.at(of - 1), context.at(of - 2)]
    found = context.lexicon.part_of.at(backwards, 0) if all(backwards) else None
    return (of - found[0], found[1]) if found else None
