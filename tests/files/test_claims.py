"""Claims as rows and as CSV."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from kursk_ie.files.claims import CLAIM_COLUMNS, claim_rows, csv_header, encode_csv
from kursk_ie.results import Extraction


def _read(extraction: Extraction) -> list[dict[str, str]]:
    return list(csv.DictReader((csv_header() + encode_csv(extraction)).decode().splitlines(keepends=True)))


def test_one_row_for_each_event_and_attribution(extraction: Extraction) -> None:
    rows = list(claim_rows(extraction))
    assert [(row["event_id"], row["speaker"], row["act"]) for row in rows] == [
        ("e1", "Averland's army", "claim"),
        ("e1", None, "report"),
        ("e2", None, None),
    ]


def test_row_of_a_full_claim(extraction: Extraction) -> None:
    row = next(claim_rows(extraction))
    assert tuple(row) == CLAIM_COLUMNS
    sentence = row.pop("sentence")
    assert isinstance(sentence, str)
    assert sentence.startswith("Averland's army said")
    assert row == {
        "document_id": "k9-1", "published": dt.date(2031, 5, 4), "outlet": "Kanal 9", "event_id": "e1",
        "type": "casualties", "source": "Averland's army", "speaker": "Averland's army",
        "speaker_kind": "military", "act": "claim", "via": "Kanal 9", "agents": None, "targets": "NOR",
        "figures": "30.. killed_or_wounded", "places": "Ostrava Dol; Brenk", "units": "Army",
        "date_earliest": dt.date(2031, 5, 2), "date_latest": dt.date(2031, 5, 3), "verification": "denied",
        "by": "Norvia", "modality": "actual", "claim_side": "enemy_loss",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("bounds", "cell"),
    [
        ({"min": 30, "max": None}, "30.. personnel"),
        ({"min": None, "max": 400}, "..400 personnel"),
        ({"min": 8, "max": 8}, "8 personnel"),
        ({"min": 0, "max": 0}, "0 personnel"),
        ({"min": 10000, "max": 12000}, "10000..12000 personnel"),
        ({"min": 11000, "max": 11000, "approx": True}, "~11000 personnel"),
        ({"min": None, "max": None}, ".. personnel"),
    ],
)
def test_figures_of_a_claim(extraction: Extraction, bounds: dict[str, object], cell: str) -> None:
    event = extraction.events[1]
    figure = event.figures[0].model_copy(update=bounds)
    event = event.model_copy(update={"figures": (figure,)})
    (row,) = claim_rows(extraction.model_copy(update={"events": (event,)}))
    assert row["figures"] == cell


def test_csv_holds_the_rows(extraction: Extraction) -> None:
    rows = _read(extraction)
    assert len(rows) == 3
    assert rows[0]["published"] == "2031-05-04"
    assert rows[2]["speaker"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cells_that_a_spreadsheet_would_run_are_defused(extraction: Extraction, sign: str) -> None:
    document = extraction.document.model_copy(update={"outlet": f"{sign}cmd|'/c calc'!A1", "id": f"a{sign}b"})
    row = _read(extraction.model_copy(update={"document": document}))[0]
    assert row["outlet"] == f"'{sign}cmd|'/c calc'!A1"
    assert row["document_id"] == f"a{sign}b"
