"""Figures and dates in few characters, for people."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from kursk_ie.results import Date, EventFigure, Figure, Number

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {"percent": "%", "area_km2": " km²", "distance_km": " km"}
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|several)\b", re.IGNORECASE)
_COUNTED_BY_NOUN = ("equipment", "entities", "munitions")


def compact_figure(figure: EventFigure) -> str:
    """*≥30 killed or wounded*, *≤400 killed*, *>3,000 killed*, *10,000–12,000 personnel*, *~50%*."""
    words = figure.measure.replace("_", " ")
    if figure.measure in _COUNTED_BY_NOUN and figure.noun:
        words = figure.noun
    return _bounds(figure) + _UNITS.get(figure.measure, f" {words}")


def compact_date(date: Date) -> str:
    """*14–15 Dec 2024*, *Oct 2024*, *2024*; the text's own words where nothing anchors it."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return f"{_day(first)}…{_day(last)}" if first or last else date.text
    if first == last:
        return _day(first)
    month_ends = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and month_ends and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{_day(first)} – {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{first.day}–{_day(last)}"


def compact_days(first: dt.date, last: dt.date) -> str:
    """The same for two days that no text holds, first and last."""
    return compact_date(Date(start=0, end=0, text="", earliest=first, latest=last))


def _day(day: dt.date | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _bounds(figure: Figure) -> str:
    low, high = figure.min, figure.max
    about = "~" if figure.approx else ""
    if high is None and _VAGUE.search(figure.text):
        return figure.text  # its bound is a convention, the word says more
    if low == high and low is not None:
        return about + _number(low)
    if low is not None and high is not None:
        return f"{about}{_number(low)}–{_number(high)}"
    if low is not None:
        return about + (f">{_number(low - 1)}" if _says(figure, low - 1) else f"≥{_number(low)}")
    if high is not None:
        return about + (f"<{_number(high + 1)}" if _says(figure, high + 1) else f"≤{_number(high)}")
    return figure.text


def _says(figure: Figure, number: Number) -> bool:
    """Whether the text has this very number, as in *more than 3,000*, whose least value is 3,001."""
    return _number(number).replace(",", "") in figure.text.replace(",", "")


def _number(number: Number) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"
