"""Writing extractions: JSONL, claims as CSV and Parquet, and never half a file."""

from __future__ import annotations

import csv
import datetime as dt
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_ie.errors import FileError, MissingExtraError
from kursk_ie.files.writers import CLAIM_COLUMNS, claim_rows, write_extractions
from kursk_ie.results import Extraction


def _broken(extraction: Extraction) -> Iterator[Extraction]:
    yield extraction
    raise ZeroDivisionError


def test_jsonl_round_trip(extraction: Extraction, tmp_path: Path) -> None:
    write_extractions([extraction, extraction], "jsonl", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Extraction.model_validate_json(line) for line in lines] == [extraction, extraction]


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


def test_csv_holds_the_rows(extraction: Extraction, tmp_path: Path) -> None:
    write_extractions([extraction], "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3
    assert rows[0]["published"] == "2031-05-04"
    assert rows[2]["speaker"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cells_that_a_spreadsheet_would_run_are_defused(
    extraction: Extraction, tmp_path: Path, sign: str
) -> None:
    document = extraction.document.model_copy(update={"outlet": f"{sign}cmd|'/c calc'!A1", "id": f"a{sign}b"})
    write_extractions([extraction.model_copy(update={"document": document})], "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["outlet"] == f"'{sign}cmd|'/c calc'!A1"
    assert row["document_id"] == f"a{sign}b"


def test_parquet_holds_the_rows(extraction: Extraction, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    write_extractions([extraction, extraction], "parquet", tmp_path / "out.parquet")
    rows = list(claim_rows(extraction))
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == rows + rows


def test_parquet_without_any_event_still_has_its_columns(extraction: Extraction, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    write_extractions([extraction.model_copy(update={"events": ()})], "parquet", tmp_path / "out.parquet")
    assert tuple(parquet.read_table(tmp_path / "out.parquet").column_names) == CLAIM_COLUMNS


def test_parquet_without_its_extra_names_it(extraction: Extraction, tmp_path: Path) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        with pytest.raises(MissingExtraError, match=r"kursk_ie\[arrow\]"):
            write_extractions([extraction], "parquet", tmp_path / "out.parquet")
    else:
        pytest.skip("pyarrow is installed")


def test_parquet_needs_a_file(extraction: Extraction) -> None:
    with pytest.raises(FileError, match="--out"):
        write_extractions([extraction], "parquet", None)


@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_a_run_that_breaks_off_leaves_what_was_there(extraction: Extraction, tmp_path: Path, format) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    out.write_text("before")
    with pytest.raises(ZeroDivisionError):
        write_extractions(_broken(extraction), format, out)
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(extraction: Extraction, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("before")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write_extractions([extraction], "jsonl", tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text() == extraction.model_dump_json() + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_new_file_has_the_permissions_of_any_other(extraction: Extraction, tmp_path: Path) -> None:
    write_extractions([extraction], "jsonl", tmp_path / "out.jsonl")
    (tmp_path / "other").write_text("")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out.jsonl", "other")]
    assert modes[0] == modes[1]


def test_a_device_is_written_to(extraction: Extraction) -> None:
    write_extractions([extraction], "jsonl", Path(os.devnull))
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["missing/out.jsonl", "."], ids=["no folder", "a folder"])
def test_what_cannot_be_written_is_named(extraction: Extraction, tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError) as caught:
        write_extractions([extraction], "jsonl", tmp_path / name)
    assert caught.value.code == "output-unwritable"
    assert str(tmp_path / name) in caught.value.message
