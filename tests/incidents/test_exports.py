"""Incidents written to files, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from telling import DAY, figure, said, telling

import kursk_ie
from kursk_ie import Incident
from kursk_ie.cli import main
from kursk_ie.files.incident_rows import ACLED_COLUMNS, LEDGER_COLUMNS, UCDP_COLUMNS, deaths

DOCS = Path(__file__).resolve().parents[2] / "docs" / "incidents.md"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    given = [
        telling("a", by=(said("HUR"),), figures=(figure(30, 30),), outlet="=Wire"),
        telling("b", by=(said("Kremlin"),), figures=(figure(45, 45),), outlet="Daily"),
        telling("c", type="strike", at="Lviv", whom="UKR"),
        telling("d", type="sanction", at=None, whom=None),
    ]
    path.write_text("".join(extraction.model_dump_json() + "\n" for extraction in given), encoding="utf-8")
    return path


def _csv(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    assert main(["reconcile", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_jsonl_is_what_reconcile_returns(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reconcile", str(events), "--format", "jsonl"]) == 0
    found = [Incident.model_validate_json(line) for line in capsys.readouterr().out.splitlines()]
    lines = events.read_text(encoding="utf-8").splitlines()
    assert found == kursk_ie.reconcile(map(kursk_ie.Extraction.model_validate_json, lines))


def test_the_ledger_has_a_row_for_each_claim(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row for row in _csv(capsys, str(events), "--format", "ledger") if row["type"] == "casualties"]
    assert tuple(rows[0]) == LEDGER_COLUMNS
    assert [(row["speaker"], row["min"], row["documents"]) for row in rows] == [
        ("Main Directorate of Intelligence of Ukraine", "30", "a"),
        ("Kremlin", "45", "b"),
    ]
    assert {row["incident_agreement"] for row in rows} == {"conflicting"}
    assert rows[0]["outlets"] == "'=Wire"


def test_acled_rows(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _csv(capsys, str(events), "--format", "acled")
    assert tuple(rows[0]) == ACLED_COLUMNS
    by_type = {row["event_type"]: row for row in rows}
    assert len(rows) == 2  # a sanction is none of ACLED's
    assert by_type["Explosions/Remote violence"]["location"] == "Lviv"
    casualties = by_type[""]
    assert (casualties["fatalities_low"], casualties["fatalities"], casualties["fatalities_high"]) == (
        "30",
        "",
        "45",
    )
    assert casualties["event_date"] == str(DAY)


def test_ucdp_rows(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [row] = _csv(capsys, str(events), "--format", "ucdp")
    assert tuple(row) == UCDP_COLUMNS
    assert (row["low"], row["best"], row["high"], row["number_of_sources"]) == ("30", "", "45", "2")
    assert row["source_original"] == "Main Directorate of Intelligence of Ukraine; Kremlin"


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([(8, 8), (8, 8)], (8, 8, 8)),
        ([(8, None)], (8, None, 8)),
        ([(8, 8), (8, None)], (8, 8, 8)),
        ([(None, 40)], (None, None, 40)),
        ([(8, 8), (10, 12)], (8, None, 12)),
        ([], (None, None, None)),
    ],
)
def test_deaths(bounds: list[tuple[int | None, int | None]], expected: tuple[int | None, ...]) -> None:
    given = [telling(f"d{n}", figures=(figure(*each),)) for n, each in enumerate(bounds)] or [telling("d")]
    [incident] = kursk_ie.reconcile(given)
    assert deaths(incident.claims) == expected


def test_geojson(events: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.geojson"
    assert main(["reconcile", str(events), "--out", str(out)]) == 0
    features = json.loads(out.read_text(encoding="utf-8"))["features"]
    of_type = {feature["properties"]["type"]: feature for feature in features}
    assert of_type["strike"]["geometry"] == {"type": "Point", "coordinates": [24.03, 49.84]}
    assert of_type["sanction"]["geometry"] is None
    assert of_type["casualties"]["properties"]["independent_sources"] == 2


def test_parquet(events: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "ledger.parquet"
    assert main(["reconcile", str(events), "--out", str(out)]) == 0
    rows = parquet.read_table(out).to_pylist()
    assert tuple(rows[0]) == LEDGER_COLUMNS
    assert {row["min"] for row in rows if row["type"] == "casualties"} == {30.0, 45.0}
    assert {row["date_earliest"] for row in rows if row["type"] == "casualties"} == {DAY}


def test_table(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reconcile", str(events), "--format", "table", "--type", "casualties", "--least", "2"]) == 0
    shown = capsys.readouterr().out
    assert "2 reports, 2 origins; figures conflicting" in shown
    assert "casualties of PRK · Sudzha · 14 Dec 2024" in shown
    assert "45 killed" in shown
    assert "strike" not in shown


def test_a_ledger_grows(events: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = events.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = tmp_path / "war.db"
    for line in lines:
        part = tmp_path / "part.jsonl"
        part.write_text(line, encoding="utf-8")
        assert main(["reconcile", str(part), "--ledger", str(kept), "--out", str(tmp_path / "x.jsonl")]) == 0
    assert main(["reconcile", "--ledger", str(kept), "--format", "jsonl"]) == 0
    found = [Incident.model_validate_json(line) for line in capsys.readouterr().out.splitlines()]
    assert found == kursk_ie.reconcile(map(kursk_ie.Extraction.model_validate_json, lines))


def test_a_bad_line_is_told_and_the_rest_is_written(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with events.open("a", encoding="utf-8") as file:
        file.write('{"document": 7}\nno json\n')
    assert main(["reconcile", str(events), "--format", "jsonl"]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 3
    assert "line 5: no extraction: document" in told.err
    assert "line 6: not JSON" in told.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to reconcile"),
        (["missing.jsonl"], "does not exist"),
        (["-", "-"], "only once"),
        (["EVENTS", "--out", "x.xlsx"], "cannot tell the format"),
        (["EVENTS", "--out", "EVENTS"], "both read and written"),
        (["EVENTS", "--format", "parquet"], "needs a file"),
    ],
)
def test_wrong_use(
    arguments: list[str], message: str, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reconcile", *(str(events) if word == "EVENTS" else word for word in arguments)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("columns", [LEDGER_COLUMNS])
def test_columns_are_documented(columns: tuple[str, ...]) -> None:
    words = DOCS.read_text(encoding="utf-8")
    assert [column for column in columns if f"`{column}`" not in words] == []
