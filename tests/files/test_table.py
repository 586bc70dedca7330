"""The readable table of claims, on a rich console and in plain text."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from rich.console import Console

from kursk_ie.files.compact import compact_date, compact_figure
from kursk_ie.files.table import render, render_plain
from kursk_ie.results import Date, EventFigure, Extraction, Issue


@pytest.mark.parametrize(
    ("text", "bounds", "measure", "shown"),
    [
        ("at least 30", {"min": 30}, "killed_or_wounded", "≥30 killed or wounded"),
        ("eight", {"min": 8, "max": 8}, "killed", "8 killed"),
        ("up to 400", {"max": 400}, "killed", "≤400 killed"),
        ("more than 3,000", {"min": 3001}, "casualties", ">3,000 casualties"),
        ("over 3000", {"min": 3001}, "wounded", ">3,000 wounded"),
        ("more than three thousand", {"min": 3001}, "missing", "≥3,001 missing"),
        ("at least 3,001", {"min": 3001}, "missing", "≥3,001 missing"),
        ("fewer than 50", {"max": 49}, "captured", "<50 captured"),
        ("between 10,000 and 12,000", {"min": 10000, "max": 12000}, "personnel", "10,000–12,000 personnel"),
        ("about 11,000", {"min": 11000, "max": 11000, "approx": True}, "personnel", "~11,000 personnel"),
        ("nearly half", {"min": 50, "max": 50, "approx": True}, "percent", "~50%"),
        ("1,250.5", {"min": 1250.5, "max": 1250.5}, "area_km2", "1,250.5 km²"),
        ("12", {"min": 12, "max": 12}, "distance_km", "12 km"),
        ("three", {"min": 3, "max": 3, "noun": "tanks"}, "equipment", "3 tanks"),
        ("three", {"min": 3, "max": 3}, "equipment", "3 equipment"),
        ("three", {"min": 3, "max": 3, "noun": "soldiers"}, "killed", "3 killed"),
        ("dozens", {"min": 24}, "killed", "dozens killed"),
        ("tens of thousands", {"min": 20000}, "displaced", "tens of thousands displaced"),
        ("up to a battalion", {}, "personnel", "up to a battalion personnel"),
    ],
)
def test_figures(text: str, bounds: dict[str, object], measure: str, shown: str) -> None:
    figure = EventFigure.model_validate(
        {"start": 0, "end": len(text), "text": text, "measure": measure, **bounds}
    )
    assert compact_figure(figure) == shown


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ((2031, 5, 2), (2031, 5, 2), "day", "2 May 2031"),
        ((2031, 5, 2), (2031, 5, 3), "range", "2–3 May 2031"),
        ((2031, 5, 31), (2031, 6, 1), "range", "31 May – 1 Jun 2031"),
        ((2031, 12, 31), (2032, 1, 1), "range", "31 Dec 2031 – 1 Jan 2032"),
        ((2031, 5, 1), (2031, 5, 31), "month", "May 2031"),
        ((2031, 1, 1), (2031, 12, 31), "year", "2031"),
        ((9999, 12, 30), (9999, 12, 31), "range", "30–31 Dec 9999"),
        (None, None, "day", "last Monday"),
        (None, (2031, 5, 2), "range", "…2 May 2031"),
        ((2031, 5, 2), None, "range", "2 May 2031…"),
    ],
)
def test_dates(first, last, precision: str, shown: str) -> None:  # type: ignore[no-untyped-def]
    date = Date(
        start=0, end=11, text="last Monday", precision=precision,
        earliest=first and dt.date(*first), latest=last and dt.date(*last),
    )  # fmt: skip
    assert compact_date(date) == shown


def _rich(extraction: Extraction, width: int, colour: bool = False) -> str:
    file = io.StringIO()
    system = "standard" if colour else None
    render([extraction], Console(file=file, width=width, force_terminal=colour, color_system=system))
    return file.getvalue()


def _plain(extraction: Extraction, width: int) -> str:
    return "\n".join(render_plain([extraction], width))


@pytest.mark.parametrize("show", [_rich, _plain], ids=["rich", "plain"])
@pytest.mark.parametrize("width", [80, 99, 100, 120, 200])
def test_everything_is_shown_within_the_width(extraction: Extraction, show, width: int) -> None:  # type: ignore[no-untyped-def]
    shown = show(extraction, width)
    assert max(map(len, shown.splitlines())) <= width
    for word in (
        "Averland's", "via", "unnamed", "(Reportedly)", "casualties", "≥30", "NOR", "Ostrava", "Brenk", "2–3",
        "denied", "(Norvia)", "(the outlet)", "deployment", "(possible)", "dozens",
    ):  # fmt: skip
        assert word in shown, word


def test_wide_has_seven_columns_and_narrow_five(extraction: Extraction) -> None:
    headers = [re.split(r"  +", _plain(extraction, width).splitlines()[1]) for width in (120, 80)]
    assert headers == [
        ["Who", "What", "How many", "Whom", "Where", "When", "Status"],
        ["Who", "What", "How many", "Where, when", "Status"],
    ]


def test_plain_rows_at_120_columns(extraction: Extraction) -> None:
    rows = [re.split(r"  +", line) for line in _plain(extraction, 120).splitlines()[3:5]]
    assert rows == [
        [
            "Averland's army via",
            "casualties",
            "≥30 killed or",
            "NOR",
            "Ostrava Dol, Brenk",
            "2–3 May 2031",
            "denied",
        ],
        ["Kanal 9", "wounded", "(Norvia)"],
    ]


def test_colour_only_where_the_console_has_it(extraction: Extraction) -> None:
    assert "\x1b[31mdenied" in _rich(extraction, 120, colour=True)
    assert "\x1b" not in _rich(extraction, 120)


@pytest.mark.parametrize("show", [_rich, _plain], ids=["rich", "plain"])
def test_what_a_terminal_would_obey_and_markup_are_harmless(extraction: Extraction, show) -> None:  # type: ignore[no-untyped-def]
    title = "a\x1b[31mb\u202ec\r\n[bold]d[/bold]"
    document = extraction.document.model_copy(update={"title": title})
    shown = show(extraction.model_copy(update={"document": document}), 120)
    assert "a [31mb c [bold]d[/bold]" in shown
    assert not set("\x1b\u202e\r") & set(shown)


@pytest.mark.parametrize("show", [_rich, _plain], ids=["rich", "plain"])
def test_an_article_without_events_says_so_with_its_issues(extraction: Extraction, show) -> None:  # type: ignore[no-untyped-def]
    issues = tuple(
        Issue(code=code, message="m") for code in ("section-left-out", "date-unanchored", "date-unanchored")
    )
    shown = show(extraction.model_copy(update={"events": (), "issues": issues}), 80)
    assert "(no events, date-unanchored ×2, section-left-out)" in shown
    assert "Who" not in shown
