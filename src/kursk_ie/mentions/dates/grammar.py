"""Finding dates: one look-up for every word, and a grammar only around the words that can head a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from kursk_ie.freezing import freeze
from kursk_ie.mentions.dates import calendar_values as values
from kursk_ie.mentions.dates.absolute import read_numeric
from kursk_ie.mentions.dates.calendar_values import Period
from kursk_ie.mentions.dates.context import Context, Expression, split_dashes
from kursk_ie.mentions.dates.periods import read_decade, read_month, read_part_year, read_season, read_year
from kursk_ie.mentions.dates.relative import read_near_day, read_ordinal, read_unit, read_weekday
from kursk_ie.mentions.dates.words import DateWords, read_date_words
from kursk_ie.mentions.found import Found
from kursk_ie.results import Date
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens

_Rule = Callable[[Context, int], Expression | None]
_ANY_DAY: Final = dt.date(
    2000, 1, 3
)  # lets the grammar run where nothing anchors; what comes of it is thrown away


class DateGrammar:
    """Finds the dates of a text and works out the days they stand for."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/date_words.tsv``; ``cut`` is the tokenizer that will have made the tokens searched.

        Raises:
            LexiconError: the table is missing or broken.
        """
        self._lexicon = read_date_words(cut)
        self._rules = _rules(self._lexicon)
        self._heads = frozenset(self._rules)

    def find(self, tokens: Tokens, published: dt.date | None) -> list[Found[Date]]:
        """The dates in text order, without overlap.

        ``published`` anchors what is relative or lacks its year; without it such dates have no value. *That
        day* and *a day earlier* count from the last day that the text named before, if any.
        """
        words, origin = split_dashes(tokens) or (tokens, None)
        context = Context(words, self._lexicon, published or _ANY_DAY)
        found: list[Found[Date]] = []
        floor, heads, rules = 0, self._heads, self._rules
        for i, norm in enumerate(words.norms):
            if i < floor or not (norm in heads or (len(norm) > 7 and norm[0].isdigit())):
                continue
            expression = rules.get(norm, read_numeric)(context, i)
            if expression is None or expression.start < floor:
                continue
            start, end, period, _ = expression
            if not context.whole(start, end):
                continue
            floor = end
            if period.precision == "day":
                context.named = period.earliest
            mention = _mention(words, expression, anchored=published is not None)
            if origin is not None:
                start, end = origin[start], origin[end - 1] + 1
            found.append(Found(start, end, mention))
        return found


def _mention(tokens: Tokens, expression: Expression, anchored: bool) -> Date:
    start, end, period, relative = expression
    first, last, text = tokens.stretch(start, end)
    known = anchored or not relative
    return freeze(
        Date,
        start=first,
        end=last,
        text=text,
        label="DATE",
        earliest=period.earliest if known else None,
        latest=period.latest if known else None,
        precision=period.precision,
    )


def _rules(lexicon: DateWords) -> dict[str, _Rule]:
    """The words that can head a date, each with the rule that reads around it; later entries win."""
    rules: dict[str, _Rule] = dict.fromkeys(lexicon.ordinals, read_ordinal)
    rules.update(dict.fromkeys(lexicon.years, read_year))
    rules.update(dict.fromkeys(lexicon.decades, read_decade))
    names = [*lexicon.parts, "end"]
    rules.update({f"{name}-{year}": read_part_year for name in names for year in range(1900, 2100)})
    rules.update(dict.fromkeys(lexicon.units, read_unit))
    rules.update(dict.fromkeys(lexicon.near_days, read_near_day))
    rules.update(dict.fromkeys(lexicon.seasons, read_season))
    rules.update(dict.fromkeys(lexicon.weekdays, read_weekday))
    rules.update(dict.fromkeys(lexicon.holiday_heads, read_holiday))
    rules.update(dict.fromkeys(lexicon.months, read_month))
    return rules


def read_holiday(context: Context, i: int) -> Expression | None:
    """The holiday that begins at word ``i``, with its year: *New Year's Eve*, *Christmas 2022*."""
    if not context.capital(i):
        return None
    hit = context.lexicon.holidays.at(context.tokens.norms, i)
    if hit is None:
        return None
    end, (month, day) = hit
    year = context.lexicon.years.get(context.at(end))

    def build(number: int) -> Period:
        return values.days(dt.date(number, month, day), dt.date(number, month, day))

    if year is not None:
        return Expression(i, end + 1, build(year), False)
    return Expression(i, end, values.chosen(build, context.published, 0), True)
