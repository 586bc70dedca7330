"""Claims as flat rows: one for each event and one of its sources; and these as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator

from kursk_ie.results import Attribution, Event, Extraction, Figure

CLAIM_COLUMNS = (
    "document_id", "published", "outlet", "event_id", "type", "source", "speaker", "speaker_kind", "act",
    "via", "agents", "targets", "figures", "places", "units", "date_earliest", "date_latest", "verification",
    "by", "modality", "claim_side", "sentence",
)  # fmt: skip

Cell = str | dt.date | None


def claim_rows(extraction: Extraction) -> Iterator[dict[str, Cell]]:
    """One row for each claim, an event with one of its attributions; one row for an event without any."""
    for event in extraction.events:
        for attribution in event.attributions or (None,):
            yield _claim_row(extraction, event, attribution)


def _claim_row(extraction: Extraction, event: Event, attribution: Attribution | None) -> dict[str, Cell]:
    row: dict[str, Cell] = dict.fromkeys(CLAIM_COLUMNS)
    row |= {
        "document_id": extraction.document.id,
        "published": extraction.document.published,
        "outlet": extraction.document.outlet,
        "event_id": event.id,
        "type": event.type,
        "agents": _join(party.code for party in event.agents),
        "targets": _join(party.code for party in event.targets),
        "figures": _join(f"{_range(figure)} {figure.measure}" for figure in event.figures),
        "places": _join(place.name for place in event.places),
        "units": _join(unit.name for unit in event.units),
        "date_earliest": event.date.earliest if event.date else None,
        "date_latest": event.date.latest if event.date else None,
        "verification": event.verification.status,
        "by": event.verification.by,
        "modality": event.modality,
        "claim_side": event.claim_side,
        "sentence": event.sentence.text,
    }
    if attribution is not None:
        row |= {
            "source": attribution.source.text if attribution.source else None,
            "speaker": attribution.speaker,
            "speaker_kind": attribution.speaker_kind,
            "act": attribution.act,
            "via": _join(relay.name for relay in attribution.via),
        }
    return row


def _range(figure: Figure) -> str:
    """``30..`` at least 30, ``..400`` at most, ``8`` exactly, ``~11000`` about, ``..`` without any bound."""
    low = "" if figure.min is None else str(figure.min)
    high = "" if figure.max is None else str(figure.max)
    return ("~" if figure.approx else "") + (low if low and low == high else f"{low}..{high}")


def _join(names: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(names)) or None


def encode_csv(extraction: Extraction) -> bytes:
    """The claims of a document as lines of CSV, without the header; cells that start a formula are defused."""
    return _csv([defuse(cell) for cell in row.values()] for row in claim_rows(extraction))


def csv_header() -> bytes:
    """The first line of a CSV of claims."""
    return _csv([CLAIM_COLUMNS])


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return written.getvalue().encode()


def defuse(cell: Cell) -> str:
    """What a spreadsheet would take for a formula gets an apostrophe before it."""
    written = "" if cell is None else str(cell)
    return f"'{written}" if written.startswith(("=", "+", "-", "@", "\t", "\r")) else written
