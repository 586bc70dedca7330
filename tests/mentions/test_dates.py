"""Dates: what is found, what is not, and the days it stands for."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kursk_ie.mentions.dates import calendar_values as values
from kursk_ie.mentions.dates.absolute import parse_numeric
from kursk_ie.mentions.dates.grammar import DateGrammar
from kursk_ie.results import Date
from kursk_ie.text.tokens import read_tokens

_NLP = spacy.blank("en")
_GRAMMAR = DateGrammar(lambda phrase: [token.text for token in _NLP.tokenizer(phrase)])
_PUBLISHED = dt.date(2024, 12, 16)  # a Monday


def _dates(text: str, published: dt.date | None = _PUBLISHED) -> list[Date]:
    found = _GRAMMAR.find(read_tokens(_NLP.make_doc(text)), published)
    for item in found:
        assert text[item.mention.start : item.mention.end] == item.mention.text
    return [item.mention for item in found]


def _told(text: str, published: dt.date | None = _PUBLISHED) -> list[str]:
    """Each date as ``surface = earliest..latest``, the latest left out where it is the same day."""
    told = []
    for date in _dates(text, published):
        days = f"{date.earliest}" if date.earliest == date.latest else f"{date.earliest}..{date.latest}"
        told.append(f"{date.text} = {days}")
    return told


ABSOLUTE = {
    "day after month": ("It fell on December 14, 2024.", "December 14, 2024 = 2024-12-14"),
    "month cut short": ("It fell on Sept. 3, 2023.", "Sept. 3, 2023 = 2023-09-03"),
    "month cut short without a stop": ("It fell on Dec 14th 2024.", "Dec 14th 2024 = 2024-12-14"),
    "day before month": ("It fell on 6 November 2024.", "6 November 2024 = 2024-11-06"),
    "ordinal and of": ("On the 14th of December 2023 it fell.", "14th of December 2023 = 2023-12-14"),
    "month and the ordinal": ("On May the 9th, 2023, it fell.", "May the 9th, 2023 = 2023-05-09"),
    "ISO": ("date 2024-12-16 came", "2024-12-16 = 2024-12-16"),
    "dots: day first": ("on 03.04.2024 it fell", "03.04.2024 = 2024-04-03"),
    "strokes: month first": ("on 03/04/2024 it fell", "03/04/2024 = 2024-03-04"),
    "strokes: day first where it must be": ("on 16/12/2024 it fell", "16/12/2024 = 2024-12-16"),
    "year first": ("on 2024/12/01 it fell", "2024/12/01 = 2024-12-01"),
    "weekday before": ("on Saturday, August 10, 2024 it fell", "Saturday, August 10, 2024 = 2024-08-10"),
    "short weekday before": ("Mon, 05 Feb 2024 at noon", "Mon, 05 Feb 2024 = 2024-02-05"),
    "days by hyphen": ("on Dec. 14-15, 2023", "Dec. 14-15, 2023 = 2023-12-14..2023-12-15"),
    "days by dash, one word to spaCy": ("on 14–15 May 2023", "14–15 May 2023 = 2023-05-14..2023-05-15"),
    "days by stroke": ("on 14/15 May 2023", "14/15 May 2023 = 2023-05-14..2023-05-15"),
    "days by and": ("on August 10 and 11, 2023", "August 10 and 11, 2023 = 2023-08-10..2023-08-11"),
    "three days": ("on 14, 15 and 16 May 2023", "14, 15 and 16 May 2023 = 2023-05-14..2023-05-16"),
    "across months": ("on Nov. 30-Dec. 2, 2023", "Nov. 30-Dec. 2, 2023 = 2023-11-30..2023-12-02"),
    "across years": ("30 December – 2 January 2023", "30 December – 2 January 2023 = 2022-12-30..2023-01-02"),
    "from, to": ("from 5 March to 2 April 2022", "5 March to 2 April 2022 = 2022-03-05..2022-04-02"),
    "month": ("in August 2023 it fell", "August 2023 = 2023-08-01..2023-08-31"),
    "month of": ("in August of 2023 it fell", "August of 2023 = 2023-08-01..2023-08-31"),
    "months": ("in March-April 2022", "March-April 2022 = 2022-03-01..2022-04-30"),
    "early month": ("in early March 2023", "early March 2023 = 2023-03-01..2023-03-10"),
    "mid-month": ("by mid-April 2025", "mid-April 2025 = 2025-04-11..2025-04-20"),
    "middle of": ("since the middle of June 2023", "middle of June 2023 = 2023-06-11..2023-06-20"),
    "end of": ("at the end of February 2024", "end of February 2024 = 2024-02-21..2024-02-29"),
    "last week of": ("in the last week of May 2023", "last week of May 2023 = 2023-05-24..2023-05-31"),
    "season": ("in the summer of 2023", "summer of 2023 = 2023-06-01..2023-08-31"),
    "winter": ("during winter 2022-23", "winter 2022-23 = 2022-12-01..2023-02-28"),
    "year": ("In 2014 it fell.", "2014 = 2014-01-01..2014-12-31"),
    "year before a noun": ("the 2020 ceasefire", "2020 = 2020-01-01..2020-12-31"),
    "years": ("from 2014 to 2022", "2014 to 2022 = 2014-01-01..2022-12-31"),
    "into a year": ("It went on into 2023.", "2023 = 2023-01-01..2023-12-31"),
    "years in brackets": ("(2014–2022)", "2014–2022 = 2014-01-01..2022-12-31"),
    "late year": ("in late 2022", "late 2022 = 2022-09-01..2022-12-31"),
    "mid-year, one word": ("by mid-2022", "mid-2022 = 2022-05-01..2022-08-31"),
    "start of a year": ("at the start of 2025", "start of 2025 = 2025-01-01..2025-04-30"),
    "first half": ("in the first half of 2023", "first half of 2023 = 2023-01-01..2023-06-30"),
    "quarter": ("in the third quarter of 2023", "third quarter of 2023 = 2023-07-01..2023-09-30"),
    "decade": ("in the 1990s", "1990s = 1990-01-01..1999-12-31"),
    "late decade": ("in the late 1990s", "late 1990s = 1996-09-01..1999-12-31"),
    "holiday": ("on Christmas Eve 2023", "Christmas Eve 2023 = 2023-12-24"),
}

RELATIVE = {
    "weekday told": ("The army said on Friday it held.", "Friday = 2024-12-13"),
    "weekday of publication": ("The army said on Monday it held.", "Monday = 2024-12-16"),
    "weekday to come": ("The envoy will meet them on Friday.", "Friday = 2024-12-20"),
    "weekday to come, verb after": ("On Friday the envoy will meet them.", "Friday = 2024-12-20"),
    "weekday after an infinitive": ("Envoy to visit the front on Friday", "Friday = 2024-12-20"),
    "weekday agreed on": ("They agreed to meet on Friday.", "Friday = 2024-12-20"),
    "weekday expected, passive": ("They should be allowed to leave on Friday.", "Friday = 2024-12-20"),
    "infinitive long before": (
        "He pledged to help the town and its hospitals while he spoke at a forum on Friday.",
        "Friday = 2024-12-13",
    ),
    "weekday after since": ("It will be the first since Friday.", "Friday = 2024-12-13"),
    "weekday with for": ("A vote is set for Friday.", "Friday = 2024-12-20"),
    "participle before a noun": ("The envoy will visit the wounded on Friday.", "Friday = 2024-12-20"),
    "part of the day stays out": ("It fell early on Sunday morning.", "Sunday = 2024-12-15"),
    "possessive": ("Sunday's attack killed two.", "Sunday = 2024-12-15"),
    "last weekday": ("It fell last Friday.", "last Friday = 2024-12-13"),
    "next weekday": ("It begins next Tuesday.", "next Tuesday = 2024-12-24"),
    "this weekday": ("It begins this Friday.", "this Friday = 2024-12-20"),
    "weekday last week": ("It fell on Friday last week.", "Friday last week = 2024-12-13"),
    "weekdays": ("They met Tuesday through Thursday.", "Tuesday through Thursday = 2024-12-10..2024-12-12"),
    "weekend": ("They fought over the weekend.", "weekend = 2024-12-14..2024-12-15"),
    "weekend to come": ("They will meet at the weekend.", "weekend = 2024-12-21..2024-12-22"),
    "last weekend": ("They fought last weekend.", "last weekend = 2024-12-14..2024-12-15"),
    "past weekend": ("They fought this past weekend.", "this past weekend = 2024-12-14..2024-12-15"),
    "last week": ("It began last week.", "last week = 2024-12-09..2024-12-15"),
    "this week": ("This week it began.", "This week = 2024-12-16..2024-12-22"),
    "next week": ("It begins next week.", "next week = 2024-12-23..2024-12-29"),
    "last month": ("It began last month.", "last month = 2024-11-01..2024-11-30"),
    "earlier this month": ("It began earlier this month.", "earlier this month = 2024-12-01..2024-12-31"),
    "early next year": ("It begins early next year.", "early next year = 2025-01-01..2025-04-30"),
    "last year": ("It began last year.", "last year = 2023-01-01..2023-12-31"),
    "end of the year": ("by the end of the year", "end of the year = 2024-09-01..2024-12-31"),
    "year's end": ("by year's end", "year's end = 2024-09-01..2024-12-31"),
    "earlier in the week": ("It fell earlier in the week.", "earlier in the week = 2024-12-16..2024-12-22"),
    "past week": ("over the past week", "past week = 2024-12-09..2024-12-15"),
    "last week as a stretch": ("over the last week", "last week = 2024-12-09..2024-12-15"),
    "past day": ("in the past day", "past day = 2024-12-15"),
    "hours": ("over the past 24 hours", "past 24 hours = 2024-12-15..2024-12-16"),
    "hours to come": ("in the next 48 hours", "next 48 hours = 2024-12-16..2024-12-18"),
    "some days": ("over the past three days", "past three days = 2024-12-13..2024-12-15"),
    "coming weeks": ("in the next two weeks", "next two weeks = 2024-12-17..2024-12-30"),
    "yesterday": ("It fell yesterday.", "yesterday = 2024-12-15"),
    "tomorrow": ("It begins tomorrow.", "tomorrow = 2024-12-17"),
    "day before yesterday": ("the day before yesterday", "day before yesterday = 2024-12-14"),
    "days ago": ("It fell two days ago.", "two days ago = 2024-12-14"),
    "compound number": ("He left twenty-two days ago.", "twenty-two days ago = 2024-11-24"),
    "weeks ago": ("It fell a week ago.", "a week ago = 2024-12-09..2024-12-15"),
    "months ago": ("It fell nine months ago.", "nine months ago = 2024-03-01..2024-03-31"),
    "years ago": ("It fell a year ago.", "a year ago = 2023-01-01..2023-12-31"),
    "ordinal alone": ("They met on the 9th.", "9th = 2024-12-09"),
    "month told": ("It fell in March.", "March = 2024-03-01..2024-03-31"),
    "month to come": ("They will vote in March.", "March = 2025-03-01..2025-03-31"),
    "nearest month": ("the February vote", "February = 2025-02-01..2025-02-28"),
    "month that is a verb too": ("It began in May.", "May = 2024-05-01..2024-05-31"),
    "month too far ahead": (
        "A cut is expected after less than in November.",
        "November = 2024-11-01..2024-11-30",
    ),
    "month of last year": ("It began in March last year.", "March last year = 2023-03-01..2023-03-31"),
    "last month by name": ("It began last August.", "last August = 2024-08-01..2024-08-31"),
    "next month by name": ("It begins next March.", "next March = 2025-03-01..2025-03-31"),
    "day told": ("It fell on December 27.", "December 27 = 2023-12-27"),
    "day to come": ("It will fall on December 27.", "December 27 = 2024-12-27"),
    "day a little ahead of the page": ("It fell on December 18.", "December 18 = 2024-12-18"),
    "leap day": ("It fell on February 29.", "February 29 = 2024-02-29"),
    "spring of next year": (
        "It begins by spring of next year.",
        "spring of next year = 2025-03-01..2025-05-31",
    ),
    "month before a noun": ("It held in the May counteroffensive.", "May = 2024-05-01..2024-05-31"),
    "month with an odd hyphen": ("It fell by mid‐March.", "mid‐March = 2024-03-11..2024-03-20"),
    "dash after": ("It fell last month - and rose.", "last month = 2024-11-01..2024-11-30"),
    "summer": ("It began in the summer.", "summer = 2024-06-01..2024-08-31"),
    "summer before a noun": ("their summer push failed", "summer = 2024-06-01..2024-08-31"),
    "last fall": ("It began last fall.", "last fall = 2024-09-01..2024-11-30"),
    "fall": ("It began in the fall.", "fall = 2024-09-01..2024-11-30"),
    "earlier this summer": ("It began earlier this summer.", "earlier this summer = 2024-06-01..2024-08-31"),
    "next spring": ("It begins next spring.", "next spring = 2025-03-01..2025-05-31"),
    "spring that nears": ("They were bruised as spring nears.", "spring = 2025-03-01..2025-05-31"),
    "holiday": ("It fell on Christmas Day.", "Christmas Day = 2024-12-25"),
    "shouted month": ("REFUGEES WAITING SINCE JULY", "JULY = 2024-07-01..2024-07-31"),
}

NAMED = {  # counted from the day that the text named last
    "a day earlier": ("He said on Dec. 10 that a day earlier", "a day earlier = 2024-12-09"),
    "the next day": ("It fell on Dec. 10. The next day", "next day = 2024-12-11"),
    "the same day": ("It fell on Dec. 10. The same day", "same day = 2024-12-10"),
    "that same day": ("It fell on Dec. 10. Later that same day", "that same day = 2024-12-10"),
    "that month": ("It fell on Aug. 10. Earlier that month", "Earlier that month = 2024-08-01..2024-08-31"),
    "previous days": (
        "He said on Dec. 10 that in the previous seven days",
        "previous seven days = 2024-12-03..2024-12-09",
    ),
    "the day before": ("It fell on Dec. 10. The day before, they left.", "day before = 2024-12-09"),
    "weeks later": ("It fell on Oct. 10. Two weeks later", "Two weeks later = 2024-10-21..2024-10-27"),
    "the following weekday": ("It fell on Dec. 3. The following Friday", "following Friday = 2024-12-06"),
}

NONE = {
    "duration": "They held it for two weeks, three months and for the past two weeks.",
    "hours": "In 24 hours, over the last six hours, for the past 48 hours, overnight, tonight and now.",
    "vague": "recently, in recent days, over the past few weeks, weeks ago, several years ago",
    "count of days": "on day 579 of the war, a two-day visit, a year-long siege, day-to-day",
    "fractions": "one and a half years ago",
    "modal": "At least 30 may die, and 12 may 5",
    "name": "Theresa May said so, and Jan Egeland agreed.",
    "fall": "They march on the town before the fall of the city; prices fall; waters spring up.",
    "May as a name": "The May Foundation and the May, said he",
    "march": "March on the city.",
    "count of people": "They sent 2022 soldiers and 1990 troops there.",
    "count after of": "of 2000 houses",
    "count after a word": "nearly 2014 of them",
    "newspaper": "the Sunday Times and USA Today",
    "shopping": "on Black Friday",
    "indefinite": "a winter lull, each weekend, a weekend, every summer",
    "Sundays": "They rest on Sundays.",
    "ordinal of something": "on the 24th floor of the tower",
    "unit": "the 24th brigade",
    "no such day": "on February 30 and 31 June",
    "the last day that": "the last day that they were seen",
    "day before a thing": "the day before the vote",
    "following as a preposition": "Following week after week of rain",
    "hours of the day": "earlier in the day",
}


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_absolute_dates_need_no_anchor(text: str, expected: str) -> None:
    assert _told(text, None) == [expected]
    assert _told(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), RELATIVE.values(), ids=RELATIVE)
def test_relative_dates_count_from_publication(text: str, expected: str) -> None:
    assert _told(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), RELATIVE.values(), ids=RELATIVE)
def test_relative_dates_have_no_value_without_publication(text: str, expected: str) -> None:
    [date] = _dates(text, None)
    assert date.text == expected.partition(" = ")[0]
    assert (date.earliest, date.latest) == (None, None)


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_some_dates_count_from_the_day_named_last(text: str, expected: str) -> None:
    assert _told(text)[-1] == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_date(text: str) -> None:
    assert _told(text) == []


def test_a_count_after_a_month_is_not_its_day() -> None:
    assert _told("In August 12 drones were lost.") == ["August = 2024-08-01..2024-08-31"]
    assert _told("On August 10 and 11 people died.") == ["August 10 = 2024-08-10"]


def test_two_names_joined_by_and_are_two_dates() -> None:
    dates = _dates("in January and May, on Saturday and Sunday")
    assert [date.text for date in dates] == ["January", "May", "Saturday", "Sunday"]


def test_the_first_of_two_dates_takes_the_year_of_the_second() -> None:
    told = _told("between 3 December and 5 January 2022", None)
    assert told == ["3 December = 2021-12-03", "5 January 2022 = 2022-01-05"]


def test_a_date_does_not_cross_a_paragraph() -> None:
    assert _told("It ended in August\n\n2023 was calm.") == []
    assert _told("It ended in August\n2023.") == ["August\n2023 = 2023-08-01..2023-08-31"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on Monday", "day"),
        ("over the weekend", "range"),
        ("last week", "week"),
        ("in August", "month"),
        ("last summer", "season"),
        ("in 2014", "year"),
        ("in early August", "range"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert [date.precision for date in _dates(text, None)] == [precision]


@pytest.mark.parametrize(
    ("published", "expected"),
    [(dt.date(2024, 12, 14), "2024-12-14..2024-12-15"), (dt.date(2024, 12, 13), "2024-12-07..2024-12-08")],
)
def test_the_weekend_is_the_last_begun(published: dt.date, expected: str) -> None:
    assert _told("They fought over the weekend.", published) == [f"weekend = {expected}"]


def test_a_numeric_date_that_the_calendar_lacks() -> None:
    assert parse_numeric("29.02.2023") is None
    assert _told("on 29.02.2023 and 13/13/2024 and 2023-02-30") == []


_TEXTS = [text for table in (ABSOLUTE, RELATIVE, NAMED) for text, _ in table.values()]


@given(st.dates(), st.sampled_from(_TEXTS))
def test_any_day_anchors_any_date(published: dt.date, text: str) -> None:
    for day in (published, dt.date.min, dt.date.max):
        for date in _dates(text, day):
            assert date.earliest is not None and date.latest is not None
            assert date.earliest <= date.latest


_WORDS = sorted({token.text for text in _TEXTS for token in _NLP.make_doc(text)} | set("–—-/,.(\n"))


@given(st.lists(st.sampled_from(_WORDS), max_size=20), st.none() | st.dates())
def test_any_words_in_any_order(words: list[str], published: dt.date | None) -> None:
    end = 0
    for date in _dates(" ".join(words), published):
        assert date.start >= end
        end = date.end
        assert (date.earliest is None) == (date.latest is None)
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(st.dates(), st.integers(-99999999, 99999999))
def test_arithmetic_stays_within_the_calendar(day: dt.date, steps: int) -> None:
    assert dt.date.min <= values.shift(day, steps) <= dt.date.max
    for name in ("day", "week", "fortnight", "weekend", "month", "year", "decade"):
        period = values.unit(day, name, steps)
        assert period.earliest <= period.latest


@given(st.dates(), st.sampled_from(["week", "month", "year"]), st.sampled_from([2, 3, 4]))
def test_parts_lie_within_the_whole_and_follow_one_another(day: dt.date, name: str, of: int) -> None:
    whole = values.unit(day, name, 0)
    parts = [values.part(whole, index, of) for index in range(1, of + 1)]
    assert (parts[0].earliest, parts[-1].latest) == (whole.earliest, whole.latest)
    for before, after in itertools.pairwise(parts):
        assert values.shift(before.latest, 1) == after.earliest or before.latest == dt.date.max
