"""The ledger on disk: any order, any batches, killed in the middle."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import DAY, SPOTS, figure, said, telling

import kursk_ie
from kursk_ie import Ledger
from kursk_ie.errors import ArgumentError, FileError

HERE = Path(__file__).resolve().parent


@st.composite
def articles(draw: st.DrawFn) -> list[kursk_ie.Extraction]:
    count = draw(st.integers(0, 12))
    made = []
    for number in range(count):
        shift = draw(st.integers(0, 4))
        least = draw(st.sampled_from([8, 30, 31, 300]))
        made.append(
            telling(
                f"d{number}",
                type=draw(st.sampled_from(["casualties", "strike"])),
                on=draw(st.sampled_from([None, DAY, DAY + dt.timedelta(days=shift)])),
                at=draw(st.sampled_from([None, "Kursk Oblast", *SPOTS])),
                whom=draw(st.sampled_from([None, "PRK", "RUS"])),
                figures=draw(st.sampled_from([(), (figure(least, least),), (figure(least, None),)])),
                by=draw(
                    st.sampled_from([(), (said("HUR"),), (said("Kremlin"),), (said("Ukraine", side="UKR"),)])
                ),
                published=DAY + dt.timedelta(days=shift),
                outlet=draw(st.sampled_from([None, "X", "Y"])),
                sentence=draw(
                    st.sampled_from(["A blast at the bridge", "Shells fell on the hospital", "It is told"])
                ),
            )
        )
    return made


@given(articles(), st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_order_and_batches_change_nothing(made: list[kursk_ie.Extraction], random: object, size: int) -> None:
    whole = kursk_ie.reconcile(made)
    mixed = list(made)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert kursk_ie.reconcile(mixed) == whole
    with Ledger(":memory:") as ledger:
        for at in range(0, len(mixed), size):
            assert ledger.add(mixed[at : at + size]) == len(mixed[at : at + size])
            if at % 2:
                ledger.incidents()
        assert ledger.incidents() == whole
        assert ledger.add(mixed) == 0
        assert ledger.incidents() == whole


@given(articles())
@settings(max_examples=60, deadline=None)
def test_every_telling_is_in_one_incident_and_no_incident_spreads(made: list[kursk_ie.Extraction]) -> None:
    incidents = kursk_ie.reconcile(made)
    told = sorted((t.document, t.event) for incident in incidents for t in incident.tellings)
    assert told == sorted((e.document.id, event.id) for e in made for event in e.events)
    days = {e.document.id: event.date.earliest for e in made for event in e.events if event.date}
    for incident in incidents:
        of_incident = [day for id in incident.reports if (day := days.get(id)) is not None]
        assert not of_incident or (max(of_incident) - min(of_incident)).days <= 2


def test_it_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with Ledger(path) as ledger:
        ledger.add([telling("a"), telling("b")])
    with Ledger(path) as ledger:
        assert len(ledger) == 2
        assert [incident.reports for incident in ledger.incidents()] == [("a", "b")]
        assert ledger.incidents() == kursk_ie.reconcile([telling("a"), telling("b")])


_ADD = """
import sys
sys.path.insert(0, sys.argv[2])
from telling import telling
from kursk_ie import Ledger

def slowly():
    for number in range(100_000):
        yield telling(f"new{number}", at=None, on=None)
        if number == 50:
            print("in the middle", flush=True)

Ledger(sys.argv[1]).add(slowly())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_in_the_middle_it_is_as_it_was_before(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with Ledger(path) as ledger:
        ledger.add([telling("a"), telling("b", at="Lviv")])
        before = ledger.incidents()
    with subprocess.Popen(
        [sys.executable, "-c", _ADD, str(path), str(HERE)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "in the middle"
        time.sleep(0.5)
        assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    with Ledger(path) as ledger:
        assert len(ledger) == 2
        assert ledger.incidents() == before
        assert ledger.add([telling("c")]) == 1
        assert ("a", "c") in [incident.reports for incident in ledger.incidents()]


def test_a_wrong_article_in_a_batch_leaves_nothing_of_it() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add([telling("a")])
        with pytest.raises(ArgumentError, match="'a'"):
            ledger.add([telling("b"), telling("a", sentence="Another text")])
        assert len(ledger) == 1
        assert [incident.reports for incident in ledger.incidents()] == [("a",)]
        assert ledger.add([telling("b")]) == 1
        assert [incident.reports for incident in ledger.incidents()] == [("a", "b")]


def test_queries() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(
            [
                telling("a", by=(said("HUR"),), figures=(figure(30, 30),)),
                telling("b", by=(said("Kremlin"),), figures=(figure(45, 45),)),
                telling("c", at="Lviv", whom="UKR", status="confirmed", checked_by="Pentagon"),
            ]
        )
        assert [i.reports for i in ledger.conflicting()] == [("a", "b")]
        published = DAY + dt.timedelta(days=2)
        assert [i.reports for i in ledger.unconfirmed(7, published + dt.timedelta(days=7))] == [("a", "b")]
        assert ledger.unconfirmed(7, published + dt.timedelta(days=6)) == []
        assert [i.reports for i in ledger.by_side("UKR")] == [("c",)]
        assert [i.reports for i in ledger.at("kursk oblast", DAY)] == [("a", "b")]
        assert ledger.at("Sudzha", DAY + dt.timedelta(days=1)) == []


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a ledger, but long enough to have a header that is none of SQLite's own\n" * 5)
    with pytest.raises(FileError, match="no ledger"):
        Ledger(path)
    with pytest.raises(FileError, match="cannot open"):
        Ledger(tmp_path / "nowhere" / "war.db")


def test_other_weights_need_a_rebuild(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with Ledger(path) as ledger:
        ledger.add([telling("a"), telling("b")])
        expected = ledger.incidents()
        ledger._store.set_fact("model", "another")
    with Ledger(path) as ledger:
        for use in (lambda: ledger.add([telling("c")]), ledger.incidents):
            with pytest.raises(FileError, match="rebuild"):
                use()
        ledger.rebuild()
        assert ledger.incidents() == expected
    with Ledger(path) as ledger:
        assert ledger.incidents() == expected
