"""The ledger of several articles as the data that the page's table, timeline and map are drawn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from kursk_ie.files.compact import compact_days
from kursk_ie.files.event_cells import words
from kursk_ie.files.incident_table import claim_cells, incident_closing, incident_counts, incident_heading
from kursk_ie.incidents.reconciling import reconcile
from kursk_ie.incidents.results import Claim, Count, Incident, Site
from kursk_ie.incidents.speakers import speaker_of
from kursk_ie.results import Event, EventFigure, Extraction, Place
from kursk_ie.views.marks import event_keys

Data = dict[str, Any]
"""What goes to the page as JSON."""

_DRAWN = ("point", "district", "region")
_Spot = tuple[str, int]
"""An event's key and the number of its article."""


def article_data(extraction: Extraction) -> Data:
    """The map's places of a single article, which has no ledger."""
    sites = _Sites()
    for number, mention in enumerate(extraction.mentions):
        if isinstance(mention, Place):
            place = sites.number(mention)
            if place is not None:
                sites.rows[place].setdefault("mentions", []).append(f"m{number}")
    return {"sites": sites.rows, "incidents": [], "rows": []}


def ledger_data(extractions: Sequence[Extraction]) -> Data:
    """Incidents, their claims as rows, and the places where they happened."""
    events = {x.document.id: {event.id: event for event in x.events} for x in extractions}
    keys = {
        x.document.id: {id: (key, number) for id, key in event_keys(x.events).items()}
        for number, x in enumerate(extractions)
    }
    sites, incidents, rows = _Sites(), [], []
    for number, incident in enumerate(reconcile(extractions)):
        incidents.append([incident_heading(incident), incident_counts(incident), *incident_closing(incident)])
        common = _incident_cells(incident, sites) | {"incident": number}
        for claim in incident.claims:
            told = [keys[document][event] for document, event in _tellings(incident, claim, events)]
            rows.append(common | _claim_cells(claim) | {"tellings": told})
    return {"sites": sites.rows, "incidents": incidents, "rows": rows}


def _incident_cells(incident: Incident, sites: _Sites) -> Data:
    first, last = incident.date.earliest, incident.date.latest
    whose = f" of {', '.join(incident.sides.targets)}" if incident.sides.targets else ""
    by = f" by {', '.join(incident.sides.agents)}" if incident.sides.agents else ""
    numbers = [sites.number(site) for site in incident.places]
    return {
        "type": incident.type,
        "when": compact_days(first, last) if first and last else "",
        "day": _day(first),
        "dayTold": incident.date.basis == "told",
        "what": words(incident.type) + whose + by,
        "where": ", ".join(site.name for site in incident.places),
        "sites": [number for number in numbers if number is not None],
        "agreement": incident.agreement,
        "sources": incident.independent_sources,
    }


def _claim_cells(claim: Claim) -> Data:
    who, figure, told, documents, status = claim_cells(claim)
    modality = "" if claim.modality == "actual" else claim.modality
    return {
        "who": who,
        "figure": figure,
        "least": _sort_number(claim.figure),
        "act": " ".join(filter(None, (claim.act or "", f"({modality})" if modality else ""))),
        "status": claim.verification.status,
        "checked": status,
        "told": told,
        "toldDay": _day(claim.first_seen),
        "documents": documents,
        "reports": len(claim.documents),
    }


def _sort_number(figure: Count | None) -> float | None:
    if figure is None:
        return None
    return figure.min if figure.min is not None else figure.max


def _day(day: dt.date | None) -> int | None:
    """Days since 1 January 1970, as a browser counts them."""
    return None if day is None else day.toordinal() - dt.date(1970, 1, 1).toordinal()


def _tellings(
    incident: Incident, claim: Claim, events: Mapping[str, Mapping[str, Event]]
) -> list[tuple[str, str]]:
    """Document and event of the sentences that tell a claim: by its source and figure, or else by its document."""
    found = []
    for document in claim.documents:
        told = [telling.event for telling in incident.tellings if telling.document == document]
        fit = [id for id in told if _tells(events[document][id], claim)]
        found += [(document, id) for id in dict.fromkeys(fit or told)]
    return found


def _tells(event: Event, claim: Claim) -> bool:
    speakers = {speaker_of(attribution) for attribution in event.attributions}
    names = {speaker.name if speaker else None for speaker in speakers} or {None}
    return claim.speaker in names and (
        claim.figure is None or any(_same(figure, claim.figure) for figure in event.figures)
    )


def _same(figure: EventFigure, count: Count) -> bool:
    return (figure.measure, figure.min, figure.max) == (count.measure, count.min, count.max)


class _Sites:
    """The places of a map, each once; countries and what has no coordinates are left out."""

    def __init__(self) -> None:
        self.rows: list[Data] = []
        self._numbers: dict[str, int] = {}

    def number(self, place: Place | Site) -> int | None:
        """The place's number, or ``None`` where it is not drawn."""
        if place.latitude is None or place.longitude is None or place.precision not in _DRAWN:
            return None
        key = place.gazetteer_id or f"{place.name} {place.latitude} {place.longitude}"
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(
                {
                    "name": place.name,
                    "at": [place.latitude, place.longitude],
                    "kind": place.precision,
                    "region": ", ".join(filter(None, (place.admin1, place.country))),
                }
            )
        return self._numbers[key]
