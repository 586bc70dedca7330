"""models/no_events.tsv: no entry's words tell an event, even in an article on a war."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

import kursk_ie
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import normalise

ROWS = read_table("no_events.tsv", ("pattern", "example"))
WAR = "The war between Russia and Ukraine, in which soldiers use drones and artillery, is in its third year. "
NLP = English()


def test_the_war_sentence_opens_the_gate() -> None:
    [event] = kursk_ie.extract(WAR + "Russian shelling of Kherson killed two civilians.").events[:1]
    assert event.trigger.start >= len(WAR)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["pattern"])
def test_example(row: Row) -> None:
    events = kursk_ie.extract(WAR + row["example"], published="2025-03-14").events
    assert not [event.trigger.text for event in events if event.trigger.start >= len(WAR)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["pattern"])
def test_the_example_holds_its_entry(row: Row) -> None:
    norms = [normalise(token.text) for token in NLP(row["example"])]
    assert Patterns([(row["pattern"], True)], inflect).find(norms, 0, len(norms))


def test_entries_are_told_once() -> None:
    assert len({row["pattern"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Russian missiles hit targets in the port of Odesa.", "strike"),
        ("The army continued to strike rebel camps near Lashio with drones.", "strike"),
        ("Russian missiles rained on Kharkiv.", "strike"),
        ("Rebels lost 40 soldiers in the battle for Kreminna.", "casualties"),
        ("Four soldiers were killed in a car bomb attack near Melitopol.", "casualties"),
        ("Thousands of civilians fled the country because of Russian shelling.", "displacement"),
        ("A house was hit by Russian missile strikes in Sumy.", "strike"),
        ("Residents of Pokrovsk were evacuated under fire.", "displacement"),
        ("Russian troops took part in the fighting near Kupiansk.", "deployment"),
    ],
)
def test_acts_of_war_that_look_like_idioms(sentence: str, type_: str) -> None:
    events = kursk_ie.extract(WAR + sentence, published="2025-03-14").events
    assert type_ in {event.type for event in events}
