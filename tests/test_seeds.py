"""The sample reports and their gold hold what they say they hold."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from kursk_ie import results

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = ("01-wire", "02-news-site", "03-aggregated", "04-translated", "05-blog")
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (SEEDS / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
]
BY_ID = {row["id"]: row for row in ROWS}
PLAYERS = {"UKR", "RUS", "PRK", "USA"}

# stretches of the pages of which nothing may be annotated: first and last words
BOILERPLATE = (
    ("01-wire", "Skip to content", "Now reading:"),
    ("01-wire", "(Reporting by", "newsletter-box not found"),
    ("02-news-site", "Russian unit came under", "Show More"),
    ("03-aggregated", "+ 0 comments", "Share this story"),
    ("04-translated", "Image source:", "Ewa Sobczyk"),
    ("04-translated", "© Meridian Digest", "conditions stand here."),
)
# captions carry mentions, but nobody speaks in them and nothing happens
CAPTIONS = (
    ("01-wire", "PHOTO CAPTION:", "NORTHLINE/Handout"),
    ("02-news-site", "Pat Ryder, the", "Pool Photo)"),
    ("04-translated", "A Ukrainian crew on", "2024 Halka"),
)
HEADLINES = (
    ("01-wire", "North Korea loses at least 30 men in Kursk, Ukraine says", 1),
    ("02-news-site", "Pentagon confirms first combat of North Korean troops in Kursk Oblast", 1),
    ("04-translated", "Ukrainian and North Korean soldiers clash again in Kursk", 0),
)

WORDS = {"seven": 7, "eight": 8, "nine": 9}
BOUNDS = {"thousands": (2000, None), "tens of thousands": (20000, None)}
SHARES = {"close to a fifth": (20, 20)}
APPROX = re.compile(r"(about|around|approximately|close to|nearly|some) ", re.IGNORECASE)


def spans(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Every object of a gold row that points into its text."""
    found: list[dict[str, Any]] = list(row["mentions"])
    for attribution in row["attributions"]:
        found += [attribution[key] for key in ("source", "cue", "content") if attribution[key]]
    for event in row["events"]:
        found += [event["trigger"], *event["figures"]]
    return found


def stretch(name: str, first: str, last: str) -> tuple[int, int]:
    text = BY_ID[name]["text"]
    start = text.index(first)
    return start, text.index(last, start) + len(last)


def inside(span: dict[str, Any], start: int, end: int) -> bool:
    return bool(span["start"] < end and start < span["end"])


def bounds(text: str) -> tuple[int | None, int | None]:
    """Bounds of a figure as the annotation guideline has them."""
    text = text.casefold()
    if text in BOUNDS or text in SHARES:
        return (BOUNDS | SHARES)[text]
    qualifier, _, number = text.rpartition(" ")
    value = WORDS.get(number) or int(number.replace(",", ""))
    if qualifier == "at least":
        return value, None
    if qualifier == "more than":
        return value + 1, None
    assert qualifier in ("", "approximately", "some"), text
    return value, value


def month_of(name: str) -> int:
    return [month.casefold() for month in calendar.month_abbr].index(name[:3].casefold())


def days(text: str, published: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of a date of these reports, all of which speak of the past."""
    monday = published - dt.timedelta(published.weekday())
    weekdays = [day.casefold() for day in calendar.day_name]
    if text.casefold() in weekdays:
        day = published - dt.timedelta((published.weekday() - weekdays.index(text.casefold())) % 7)
        return day, day
    if text == "weekend":
        saturday = published - dt.timedelta((published.weekday() - 5) % 7)
        return saturday, saturday + dt.timedelta(1)
    if text in ("last week", "this week"):
        start = monday - dt.timedelta(7 if text == "last week" else 0)
        return start, start + dt.timedelta(6)
    if text == "Last month":
        end = published.replace(day=1) - dt.timedelta(1)
        return end.replace(day=1), end
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dt.date.fromisoformat(text), dt.date.fromisoformat(text)
    year = int(found[0]) if (found := re.findall(r"\b\d{4}\b", text)) else published.year
    name = re.search(r"[A-Z][a-z]+", text)
    assert name, text
    month = month_of(name[0])
    numbers = [int(n) for n in re.findall(r"\b\d{1,2}\b", text)]
    if not numbers:
        last = calendar.monthrange(year, month)[1]
        numbers = [21 if text.startswith("end of") else 1, last]
    first, latest = dt.date(year, month, numbers[0]), dt.date(year, month, numbers[-1])
    assert first <= published, f"{text} lies ahead of {published}"
    return first, latest


FIGURES = [(row["id"], m) for row in ROWS for m in row["mentions"] if m["label"] == "FIGURE"]
DATES = [(row["id"], m) for row in ROWS for m in row["mentions"] if m["label"] == "DATE"]
QUIRKS = re.findall(
    r"^\| (\d\d-[\w-]+) \| ([^|]+) \| `(.+)` \|$", (SEEDS / "README.md").read_text("utf-8"), re.M
)


def test_five_reports_each_with_metadata_and_gold() -> None:
    assert tuple(BY_ID) == NAMES
    assert {path.stem for path in SEEDS.glob("*.txt")} == set(NAMES)
    assert {path.stem for path in SEEDS.glob("*.json")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_gold_carries_the_file_and_its_metadata(name: str) -> None:
    row, text = BY_ID[name], (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    about = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    assert row["text"] == text
    assert set(about) == {"published", "outlet", "title"}
    assert (row["published"], row["outlet"]) == (about["published"], about["outlet"])
    assert dt.date.fromisoformat(about["published"])
    assert 200 <= len(text.split()) <= 600


@pytest.mark.parametrize("name", NAMES)
def test_every_span_is_its_text(name: str) -> None:
    row = BY_ID[name]
    for span in spans(row):
        assert row["text"][span["start"] : span["end"]] == span["text"]
        assert span["text"] == span["text"].strip(" \n.,“”\"'")
    named = row["mentions"] + [a["source"] for a in row["attributions"] if a["source"]]
    assert not [span for span in named if span["text"].casefold().startswith("the ")]


@pytest.mark.parametrize("name", NAMES)
def test_spans_end_at_words(name: str) -> None:
    text = BY_ID[name]["text"]
    for span in spans(BY_ID[name]):
        around = text[max(0, span["start"] - 1) : span["start"] + 1], text[span["end"] - 1 : span["end"] + 1]
        glued = [pair for pair in around if len(pair) == 2 and pair.isalnum()]
        assert not glued, (span, glued)


@pytest.mark.parametrize("name", NAMES)
def test_mentions_of_one_label_do_not_overlap(name: str) -> None:
    for label in ("PLACE", "UNIT", "FIGURE", "DATE"):
        marked = sorted((m["start"], m["end"]) for m in BY_ID[name]["mentions"] if m["label"] == label)
        assert all(a[1] <= b[0] for a, b in pairwise(marked))


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_figure_has_the_value_of_its_words(name: str, figure: dict[str, Any]) -> None:
    assert (figure["min"], figure["max"]) == bounds(figure["text"])
    assert figure.get("approx", False) is bool(APPROX.match(figure["text"]))


@pytest.mark.parametrize(("name", "date"), DATES)
def test_date_has_the_value_of_its_words(name: str, date: dict[str, Any]) -> None:
    published = dt.date.fromisoformat(BY_ID[name]["published"])
    first, last = days(date["text"], published)
    assert (date["earliest"], date["latest"]) == (first.isoformat(), last.isoformat())


@pytest.mark.parametrize("name", NAMES)
def test_attributions_keep_to_the_terms(name: str) -> None:
    sources = {a["source"]["text"] for a in BY_ID[name]["attributions"] if a["source"]}
    for attribution in BY_ID[name]["attributions"]:
        assert attribution["act"] in get_args(results.Act)
        assert (attribution["content"] is None) == (attribution["act"] == "decline")
        assert all(via in BY_ID[name]["text"] for via in attribution["via"])
        assert attribution["resolved"] is None or attribution["resolved"] in sources | {"New York Times"}
        pronoun = attribution["source"] and attribution["source"]["text"].casefold() in ("he", "it")
        assert attribution["resolved"] if pronoun else True


@pytest.mark.parametrize("name", NAMES)
def test_events_are_made_of_what_is_marked(name: str) -> None:
    row = BY_ID[name]
    surfaces = {(m["label"], m["text"]) for m in row["mentions"]}
    figures = {(m["start"], m["end"]): m for m in row["mentions"] if m["label"] == "FIGURE"}
    dates = {(m["earliest"], m["latest"]) for m in row["mentions"] if m["label"] == "DATE"}
    sources = {a["source"]["text"] for a in row["attributions"] if a["source"]}
    for event in row["events"]:
        assert event["type"] in get_args(results.EventType)
        assert event["verification"] in get_args(results.Status)
        assert event["modality"] in get_args(results.Modality)
        assert set(event["agents"]) | set(event["targets"]) <= PLAYERS
        assert {("PLACE", place) for place in event["places"]} <= surfaces
        assert {("UNIT", unit) for unit in event["units"]} <= surfaces
        assert set(event["sources"]) <= sources
        assert event["date"] is None or tuple(event["date"]) in dates
        for figure in event["figures"]:
            assert figure["measure"] in get_args(results.Measure)
            mention = figures[figure["start"], figure["end"]]
            assert (figure["min"], figure["max"]) == (mention["min"], mention["max"])


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_in_the_story_belongs_to_an_event(name: str) -> None:
    used = {(f["start"], f["end"]) for event in BY_ID[name]["events"] for f in event["figures"]}
    copies = [stretch(name, headline, headline) for of, headline, _ in HEADLINES if of == name]
    second = [BY_ID[name]["text"].index(h, copies[0][1]) for of, h, _ in HEADLINES if of == name]
    for mention in BY_ID[name]["mentions"]:
        if mention["label"] == "FIGURE" and (mention["start"], mention["end"]) not in used:
            assert any(at <= mention["start"] < at + 80 for at in second), mention


@pytest.mark.parametrize(("name", "first", "last"), BOILERPLATE)
def test_nothing_is_marked_outside_the_story(name: str, first: str, last: str) -> None:
    start, end = stretch(name, first, last)
    assert not [span for span in spans(BY_ID[name]) if inside(span, start, end)]


@pytest.mark.parametrize(("name", "first", "last"), CAPTIONS)
def test_captions_tell_no_event(name: str, first: str, last: str) -> None:
    start, end = stretch(name, first, last)
    row = BY_ID[name]
    told = [a["cue"] for a in row["attributions"]] + [e["trigger"] for e in row["events"]]
    assert not [span for span in told if inside(span, start, end)]


@pytest.mark.parametrize(("name", "headline", "statements"), HEADLINES)
def test_a_repeated_headline_is_one_event(name: str, headline: str, statements: int) -> None:
    row = BY_ID[name]
    copies = [match.start() for match in re.finditer(re.escape(headline), row["text"])]
    assert len(copies) == 2
    cues = [[a for a in row["attributions"] if at <= a["cue"]["start"] < at + len(headline)] for at in copies]
    events = [[e for e in row["events"] if at <= e["trigger"]["start"] < at + len(headline)] for at in copies]
    assert [len(found) for found in cues] == [statements, statements]
    assert [len(found) for found in events] == [1, 0]


def test_every_report_claims_quirks() -> None:
    assert {name for name, _, _ in QUIRKS} == set(NAMES)
    assert len(QUIRKS) >= 5 * len(NAMES)


@pytest.mark.parametrize(("name", "quirk", "words"), QUIRKS)
def test_report_has_the_quirk_it_claims(name: str, quirk: str, words: str) -> None:
    assert words.replace("\\|", "|") in BY_ID[name]["text"], quirk


def test_the_letters_of_vorozhba_are_swapped_in_one_report_only() -> None:
    assert {name for name in NAMES if "Vorobzha" in BY_ID[name]["text"]} == {"03-aggregated"}
    assert "Vorozhba" not in BY_ID["03-aggregated"]["text"]


def test_a_quotation_is_left_open() -> None:
    text = BY_ID["05-blog"]["text"]
    assert text.count("“") != text.count("”")
