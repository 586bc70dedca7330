"""Which tellings become one incident, and which do not."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from telling import DAY, figure, said, telling

import kursk_ie
from kursk_ie.errors import ArgumentError
from kursk_ie.incidents import comparing
from kursk_ie.incidents.model import load_model
from kursk_ie.incidents.records import subjects_of
from kursk_ie.text.tables import read_table


def _groups(*extractions: kursk_ie.Extraction) -> set[tuple[str, ...]]:
    return {tuple(sorted(incident.reports)) for incident in kursk_ie.reconcile(extractions)}


def _days(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"at": "Zaoleshenka"},
        {"at": "Kursk Oblast"},
        {"until": _days(1)},
        {"on": None},
        {"whom": None},
        {"figures": (figure(34, 34),)},
        {"figures": (figure(45, 45),)},
        {"at": None, "figures": (figure(30, None),)},
    ],
    ids=["same", "near", "region", "longer", "undated", "nobody", "within", "contradictory", "nowhere"],
)
def test_one_incident(other: dict[str, object]) -> None:
    given = {"figures": (figure(30, None),)}
    assert _groups(telling("a", **given), telling("b", **{**given, **other})) == {("a", "b")}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        {"at": "Lviv"},
        {"at": "Rylsk", "figures": ()},
        {"on": _days(5), "published": _days(6)},
        {"type": "strike"},
        {"whom": "RUS", "figures": (figure(8, 8),)},
        {"modality": "future"},
        {"modality": "negated"},
        {"on": _days(-60), "until": _days(-31)},
        {"before_date": "since", "figures": (figure(3001, None),)},
    ],
    ids=["country", "town", "days", "type", "side", "future", "negated", "month", "total"],
)
def test_two_incidents(other: dict[str, object]) -> None:
    given = {"figures": (figure(30, None),)}
    assert _groups(telling("a", **given), telling("b", **{**given, **other})) == {("a",), ("b",)}  # type: ignore[arg-type]


def test_a_chain_of_days_does_not_become_one_incident() -> None:
    """Each day's telling is like the next day's; the whole fortnight is no incident."""
    chain = [telling(f"d{n:02}", on=_days(n), until=_days(n + 1), published=_days(n + 1)) for n in range(14)]
    for incident in kursk_ie.reconcile(chain):
        days = [int(id[1:]) for id in incident.reports]
        assert max(days) - min(days) <= 2


def test_a_telling_without_a_place_does_not_join_two_towns() -> None:
    vague = telling("c", at=None, on=None)
    groups = _groups(telling("a", at="Sudzha"), telling("b", at="Lviv"), vague)
    assert not any({"a", "b"} <= set(group) for group in groups)


def test_a_match_tells_every_level_and_their_sum() -> None:
    [incident] = kursk_ie.reconcile([telling("a"), telling("b", at="Zaoleshenka")])
    [match] = incident.matches
    assert match.score == sum(level.weight for level in match.levels)
    assert {level.comparison for level in match.levels} == set(load_model().weights)
    assert {match.one, match.other} == {"a#e1", "b#e1"}
    assert next(level.level for level in match.levels if level.comparison == "place") == "near"


def test_an_article_given_twice_counts_once() -> None:
    [incident] = kursk_ie.reconcile([telling("a"), telling("a")])
    assert incident.reports == ("a",)
    assert len(incident.tellings) == 1


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(ArgumentError, match="give each an id of its own"):
        kursk_ie.reconcile([telling("a"), telling("a", sentence="Another text")])


@pytest.mark.parametrize("wrong", ["text", telling("a"), None, [1]])
def test_wrong_arguments(wrong: object) -> None:
    with pytest.raises(ArgumentError):
        kursk_ie.reconcile(wrong)  # type: ignore[arg-type]


def test_nothing_gives_nothing() -> None:
    assert kursk_ie.reconcile([]) == []


def test_every_level_of_the_table_is_one_that_the_code_knows() -> None:
    assert comparing.__file__ is not None
    source = Path(comparing.__file__).read_text(encoding="utf-8")
    for comparison, levels in load_model().weights.items():
        for level in levels:
            assert f'"{level}"' in source, (comparison, level)


@pytest.mark.parametrize(
    "row",
    read_table("incident_subjects.tsv", ("subject", "words", "example")),
    ids=lambda row: row["subject"],
)
def test_subjects_on_their_examples(row: object) -> None:
    assert row["subject"] in subjects_of(row["example"], load_model())  # type: ignore[index]


def test_totals_on_their_examples() -> None:
    model = load_model()
    for row in read_table("incident_words.tsv", ("kind", "where", "words", "example")):
        if row["kind"] == "total":
            pattern = (
                model.total_any
                if row["where"] == "any"
                else re.compile(model.total_before.pattern[:-1], re.I)
            )
            assert pattern.search(row["example"]), row["example"]


@pytest.mark.parametrize(
    "row", read_table("incident_windows.tsv", ("type", "days", "example")), ids=lambda row: row["type"]
)
def test_an_undated_telling_speaks_of_the_days_before_its_publication(row: object) -> None:
    type, days = row["type"], int(row["days"])  # type: ignore[index]
    undated = telling("b", type=type, on=None, published=_days(days))
    assert _groups(telling("a", type=type), undated) == {("a", "b")}
    late = telling("b", type=type, on=None, published=_days(days + 3))
    assert _groups(telling("a", type=type), late) == {("a",), ("b",)}


def test_speakers_of_the_table_are_known() -> None:
    from kursk_ie.incidents.speakers import resolve_speaker

    for row in read_table("incident_speakers.tsv", ("form", "name", "example")):
        assert resolve_speaker(row["form"]).name == row["name"]
        assert row["form"].lower() in row["example"].lower()


def test_spellings_of_a_source_are_one_row() -> None:
    names = ("HUR", "GUR", "Ukraine’s military intelligence (HUR)", "the Main Directorate of Intelligence")
    articles = [
        telling(f"d{n}", by=(said(name),), figures=(figure(30, None),)) for n, name in enumerate(names)
    ]
    [incident] = kursk_ie.reconcile(articles)
    assert [(claim.speaker, len(claim.documents)) for claim in incident.claims] == [
        ("Main Directorate of Intelligence of Ukraine", 4)
    ]
