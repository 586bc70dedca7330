"""Incidents to files: JSONL, the ledger as CSV or Parquet, ACLED-like and UCDP-like CSV, GeoJSON, a table."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import IO, Literal

from kursk_ie.errors import FileError
from kursk_ie.files.claims import defuse
from kursk_ie.files.extras import need
from kursk_ie.files.incident_rows import (
    COLUMNS,
    COUNT_COLUMNS,
    DAY_COLUMNS,
    LEDGER_COLUMNS,
    NUMBER_COLUMNS,
    ROWS,
)
from kursk_ie.files.incident_table import incident_lines
from kursk_ie.files.writers import replacing
from kursk_ie.geojson import Feature, FeatureCollection, feature
from kursk_ie.incidents.results import Incident

IncidentFormat = Literal["jsonl", "ledger", "acled", "ucdp", "geojson", "parquet", "table"]
INCIDENT_ENDINGS: dict[str, IncidentFormat] = {
    ".jsonl": "jsonl", ".csv": "ledger", ".geojson": "geojson", ".parquet": "parquet", ".txt": "table"
}  # fmt: skip


def write_incidents(incidents: Iterable[Incident], format: IncidentFormat, out: Path | None) -> None:
    """Write to a file, or to standard output where ``out`` is ``None``.

    Raises:
        FileError: the file cannot be written, or Parquet was asked for on standard output.
        MissingExtraError: the format needs a package that is not installed.
    """
    if format == "parquet":
        if out is None:
            raise FileError("parquet-to-stdout", "Parquet needs a file: add --out NAME.parquet")
        _write_parquet(incidents, out)
    elif out is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        _write(incidents, format, sys.stdout)
        sys.stdout.flush()
    else:
        with replacing(out) as path, path.open("w", encoding="utf-8", newline="\n") as file:
            _write(incidents, format, file)


def incidents_geojson(incidents: Iterable[Incident]) -> FeatureCollection:
    """Each incident as a Point or MultiPoint at its most exact places; a null geometry where none is located."""
    return {"type": "FeatureCollection", "features": [_feature(incident) for incident in incidents]}


def _write(incidents: Iterable[Incident], format: IncidentFormat, file: IO[str]) -> None:
    if format == "jsonl":
        file.writelines(incident.model_dump_json() + "\n" for incident in incidents)
    elif format == "table":
        file.writelines(line + "\n" for line in incident_lines(incidents))
    elif format == "geojson":
        json.dump(incidents_geojson(incidents), file, ensure_ascii=False)
        file.write("\n")
    else:
        writer = csv.DictWriter(file, COLUMNS[format], lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        for row in chain.from_iterable(map(ROWS[format], incidents)):
            writer.writerow(
                {name: cell if isinstance(cell, int | float) else defuse(cell) for name, cell in row.items()}
            )


def _write_parquet(incidents: Iterable[Incident], out: Path) -> None:
    parquet = need("pyarrow.parquet", "arrow", "writing Parquet")
    arrow = need("pyarrow", "arrow", "writing Parquet")
    kinds = dict.fromkeys(LEDGER_COLUMNS, arrow.string())
    kinds |= dict.fromkeys(DAY_COLUMNS, arrow.date32()) | dict.fromkeys(NUMBER_COLUMNS, arrow.float64())
    kinds |= dict.fromkeys(COUNT_COLUMNS, arrow.int32())
    schema = arrow.schema(list(kinds.items()))
    rows = list(chain.from_iterable(map(ROWS["ledger"], incidents)))
    with replacing(out) as path:
        parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), path)


def _feature(incident: Incident) -> Feature:
    exact = [site for site in incident.places if site.precision == "point"] or incident.places[:1]
    spots = [
        (site.latitude, site.longitude)
        for site in exact
        if site.latitude is not None and site.longitude is not None
    ]
    date = incident.date
    properties = {
        "type": incident.type,
        "modality": incident.modality,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
        "places": "; ".join(site.name for site in incident.places) or None,
        "agents": "; ".join(incident.sides.agents) or None,
        "targets": "; ".join(incident.sides.targets) or None,
        "figures": "; ".join(
            f"{claim.speaker or 'the outlet'}: {claim.figure.text} {claim.figure.measure}"
            for claim in incident.claims
            if claim.figure is not None
        )
        or None,
        "agreement": incident.agreement,
        "status": incident.status,
        "independent_sources": incident.independent_sources,
        "reports": len(incident.reports),
    }
    return feature(incident.id, list(dict.fromkeys(spots)), properties)
