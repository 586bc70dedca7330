"""``kursk-ie lexicon check``: what it finds in a table, line by line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kursk_ie.checking.shapes import SHAPES
from kursk_ie.checking.tables import check_tables
from kursk_ie.cli import main
from kursk_ie.text.tables import models_path

ACTORS = "name\taliases\tkind\tside\trole\tneeds_full\texample"
TRIGGERS = "pattern\ttype\tframe\tmeasure\tneeds\texample"
UNITS = "id\tname\tside\tnumber\tbranch\techelon\tparent\taliases\tsource"
PLACES = "id\tname\taliases\tcountry\tadmin1\tfeature\tlat\tlon\tsource\tlicence"
GOOD_ACTOR = "Halka Watch\t\torganisation\tSDN\t\t\tHalka Watch said nothing."
STRIKE = "strike\tagent-verb-target\t\t"
HIT = "RSF fighters pummelled the Sudanese army in El Fasher."

FAULTS = {
    "lacking column": ("actors.tsv", "name\tkind\nA\tmedia", "line 1: the header lacks aliases, side"),
    "unknown column": (
        "actors.tsv",
        f"{ACTORS}\tnote\n{GOOD_ACTOR}\tx",
        "unknown column note: the columns are name, aliases",
    ),
    "cells": ("actors.tsv", f"{ACTORS}\nA\tmedia", "line 2: 2 cells where the header has 7: mend the tabs"),
    "no rows": ("actors.tsv", f"{ACTORS}\n", "it has no rows"),
    "unknown kind": (
        "actors.tsv",
        f"{ACTORS}\n{GOOD_ACTOR.replace('organisation', 'charity')}",
        "line 2: kind 'charity' is none of -, analyst",
    ),
    "unknown side": (
        "actors.tsv",
        f"{ACTORS}\n{GOOD_ACTOR.replace('SDN', 'SUDAN')}",
        "line 2: side 'SUDAN' is no code of sides.tsv",
    ),
    "empty entry": ("actors.tsv", f"{ACTORS}\n{GOOD_ACTOR.replace('Halka Watch', '', 1)}", "name is empty"),
    "told before": (
        "actors.tsv",
        f"{ACTORS}\nKremlin\t\tgovernment\tRUS\t\t\tThe Kremlin said so.",
        "line 2: 'Kremlin' is told in models/actors.tsv, line",
    ),
    "told twice": ("actors.tsv", f"{ACTORS}\n{GOOD_ACTOR}\n{GOOD_ACTOR}", "line 3: the same as line 2"),
    "example without the entry": (
        "actors.tsv",
        f"{ACTORS}\n{GOOD_ACTOR.replace('Halka Watch said', 'Halka Post said')}",
        "line 2: the example does not hold the entry 'Halka Watch'",
    ),
    "empty example": ("actors.tsv", f"{ACTORS}\nHalka Watch\t\tmedia\t\t\t\t", "line 2: the example is empty"),
    "example of another actor": (
        "actors.tsv",
        f"{ACTORS}\nHalka\t\tmedia\t\t\t\tHalka Watch said so.\nHalka Watch\t\tmedia\t\t\t\tHalka Watch said so.",
        "line 2: the example names Halka Watch, not Halka",
    ),
    "optional anchor": (
        "triggers.tsv",
        f"{TRIGGERS}\nheavily? <pummel>\t{STRIKE}\t{HIT}",
        "line 2: pattern 'heavily? <pummel>' must begin with a required word",
    ),
    "open bracket": ("triggers.tsv", f"{TRIGGERS}\n<pummel\t{STRIKE}\t{HIT}", "line 2: element '<pummel' opens"),
    "capital": (
        "triggers.tsv",
        f"{TRIGGERS}\nPummelled\t{STRIKE}\t{HIT}",
        "word 'Pummelled' is never found as it is written: write 'pummelled'",
    ),
    "word that is cut": (
        "no_events.tsv",
        "pattern\texample\nfront-line news\tThe front-line news was read.",
        "line 2: word 'front-line' is cut into front - line: write these as elements",
    ),
    "gap": ("triggers.tsv", f"{TRIGGERS}\n<pummel> ..x army\t{STRIKE}\t{HIT}", "gap '..x' has no number of words"),
    "unknown type": (
        "triggers.tsv",
        f"{TRIGGERS}\n<pummel>\tbombing\tagent-verb-target\t\t\t{HIT}",
        "line 2: type 'bombing' is none of casualties, combat",
    ),
    "trigger that tells nothing": (
        "triggers.tsv",
        f"{TRIGGERS}\n<pummel>\t{STRIKE}\tThe boxer pummelled a bag.",
        "line 2: the example tells no event, not strike by this row",
    ),
    "unknown echelon": (
        "units.tsv",
        f"{UNITS}\nx\t18th Infantry Squad\tSDN\t18\tinfantry\tsquadd\t\t\town",
        "line 2: echelon 'squadd' is none of",
    ),
    "degrees": (
        "places.tsv",
        f"{PLACES}\nown:1\tTina\t\tSDN\t\tsettlement\t150\t22.8\town\tMIT",
        "line 2: lat '150' is no number of degrees between -90 and 90",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "fault"), FAULTS.values(), ids=FAULTS)
def test_fault(name: str, text: str, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_text(f"{text}\n", encoding="utf-8")
    assert main(["lexicon", "check", str(path)]) == 1
    told = capsys.readouterr().out
    assert fault in told
    assert str(path) in told


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "actors.tsv"
    path.write_text(f"{ACTORS}\nA\tB\n{GOOD_ACTOR.replace('SDN', 'X').replace('organisation', 'y')}\n")
    assert [fault.partition("line ")[2][:2] for fault in check_tables(path)] == ["2:", "3:", "3:"]


def test_a_side_of_a_table_beside(tmp_path: Path) -> None:
    head = "code\tnames\tadjectives\tpeople\tcapitals\tprefixes\tcontext\tcues\tguarded\tkind\tregion"
    (tmp_path / "sides.tsv").write_text(f"{head}\nHALKA\tHalka Front\t\t\t\t\t\t\t\tnonstate\tEurope\n")
    (tmp_path / "actors.tsv").write_text(f"{ACTORS}\n{GOOD_ACTOR.replace('SDN', 'HALKA')}\n")
    assert check_tables(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.tsv", "is none of the tables"), ("actors.tsv", "check the path"), ("", "holds no table")],
)
def test_wrong_use(name: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lexicon", "check", str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err


def test_our_own_tables_have_the_shape_that_is_asked(tmp_path: Path) -> None:
    """Aside from what every row of ours is (told before) no fault of columns, kinds or codes is found in them."""
    for name in ("actors.tsv", "cues.tsv", "places.tsv", "sides.tsv", "verification.tsv"):
        assert name in SHAPES
        shutil.copy(models_path() / name, tmp_path)
    assert [fault for fault in check_tables(tmp_path) if "is told in models/" not in fault] == []
