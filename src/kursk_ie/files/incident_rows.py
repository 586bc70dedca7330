"""Incidents as rows of a table: the ledger itself, and the forms that conflict data sets have.

docs/incidents.md says what the columns hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kursk_ie.files.claims import Cell
from kursk_ie.incidents.results import Claim, Incident, Site
from kursk_ie.results import Number

Row = dict[str, Cell | Number]

LEDGER_COLUMNS = (
    "incident_id", "type", "modality", "date_earliest", "date_latest", "date_basis", "place", "latitude", "longitude",
    "country", "admin1", "agents", "targets", "speaker", "kind", "side", "measure", "min", "max", "approx", "figure",
    "act", "verification", "by", "via", "first_seen", "last_seen", "documents", "outlets", "origin",
    "incident_agreement", "incident_status", "incident_sources", "incident_reports",
)  # fmt: skip
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "actor2", "country", "iso3", "admin1", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "fatalities_low", "fatalities_high", "timestamp",
)  # fmt: skip
UCDP_COLUMNS = (
    "id", "year", "date_start", "date_end", "date_prec", "where_coordinates", "where_prec", "latitude", "longitude",
    "country", "adm_1", "side_a", "side_b", "source_original", "source_article", "source_office", "number_of_sources",
    "low", "best", "high",
)  # fmt: skip

_ACLED = {
    "combat": ("Political violence", "Battles", "Armed clash"),
    "strike": ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "territory": ("Political violence", "Battles", None),
    "casualties": ("Political violence", None, None),
    "equipment_loss": ("Political violence", None, None),
    "deployment": ("Strategic developments", "Strategic developments", "Other"),
    "prisoners": ("Strategic developments", "Strategic developments", "Other"),
    "displacement": ("Strategic developments", "Strategic developments", "Other"),
}
_WHERE_PRECISION = {"point": 1, "district": 3, "region": 4, "country": 6, "none": 7}
_GEO_PRECISION = {"point": 1, "district": 2, "region": 3, "country": 3, "none": 3}


def ledger_rows(incident: Incident) -> Iterator[Row]:
    """One row for each claim."""
    site = main_site(incident)
    for claim in incident.claims:
        figure = claim.figure
        yield {
            "incident_id": incident.id, "type": incident.type, "modality": claim.modality,
            "date_earliest": incident.date.earliest, "date_latest": incident.date.latest,
            "date_basis": incident.date.basis,
            **_place(site),
            "agents": _join(incident.sides.agents), "targets": _join(incident.sides.targets),
            "speaker": claim.speaker, "kind": claim.kind, "side": claim.side,
            "measure": figure.measure if figure else None, "min": figure.min if figure else None,
            "max": figure.max if figure else None, "approx": str(figure.approx).lower() if figure else None,
            "figure": figure.text if figure else None, "act": claim.act, "verification": claim.verification.status,
            "by": _join(claim.verification.by), "via": _join(claim.via), "first_seen": claim.first_seen,
            "last_seen": claim.published[-1] if claim.published else None, "documents": _join(claim.documents),
            "outlets": _join(claim.outlets), "origin": claim.origin, "incident_agreement": incident.agreement,
            "incident_status": incident.status, "incident_sources": incident.independent_sources,
            "incident_reports": len(incident.reports),
        }  # fmt: skip


def acled_rows(incident: Incident) -> Iterator[Row]:
    """One row for an incident of a type that ACLED codes and that is told as having happened."""
    if (
        incident.type not in _ACLED
        or incident.modality in ("future", "negated")
        or incident.date.earliest is None
    ):
        return
    disorder, event_type, sub_event_type = _ACLED[incident.type]
    low, best, high = deaths(incident.claims)
    day, last = incident.date.earliest, incident.date.latest or incident.date.earliest
    site = main_site(incident)
    place = _place(site)
    yield {
        "event_id_cnty": incident.id, "event_date": day, "year": day.year,
        "time_precision": 1 if day == last and incident.date.basis == "told" else 2 if (last - day).days < 7 else 3,
        "disorder_type": disorder, "event_type": event_type, "sub_event_type": sub_event_type,
        "actor1": _join(incident.sides.agents), "actor2": _join(incident.sides.targets),
        "country": None, "iso3": place["country"], "admin1": place["admin1"], "location": place["place"],
        "latitude": place["latitude"], "longitude": place["longitude"],
        "geo_precision": _GEO_PRECISION[site.precision] if site else 3,
        "source": _join(outlet for origin in incident.origins for outlet in origin.outlets), "source_scale": None,
        "notes": incident.tellings[0].sentence, "fatalities": best, "fatalities_low": low, "fatalities_high": high,
        "timestamp": None,
    }  # fmt: skip


def ucdp_rows(incident: Incident) -> Iterator[Row]:
    """One row for an incident of casualties whose dead somebody counts."""
    low, best, high = deaths(incident.claims)
    first, last = incident.date.earliest, incident.date.latest
    if incident.type != "casualties" or (low is None and high is None) or first is None or last is None:
        return
    site = main_site(incident)
    place = _place(site)
    days = (last - first).days
    yield {
        "id": incident.id, "year": first.year, "date_start": first, "date_end": last,
        "date_prec": 1 if days == 0 and incident.date.basis == "told" else 2 if days < 7 else 3 if days < 8 else 4,
        "where_coordinates": place["place"], "where_prec": _WHERE_PRECISION[site.precision] if site else 7,
        "latitude": place["latitude"], "longitude": place["longitude"], "country": place["country"],
        "adm_1": place["admin1"], "side_a": _join(incident.sides.agents), "side_b": _join(incident.sides.targets),
        "source_original": _join(origin.name for origin in incident.origins),
        "source_article": _join(incident.reports),
        "source_office": _join(outlet for origin in incident.origins for outlet in origin.outlets),
        "number_of_sources": incident.independent_sources, "low": low, "best": best, "high": high,
    }  # fmt: skip


COLUMNS: dict[str, tuple[str, ...]] = {"ledger": LEDGER_COLUMNS, "acled": ACLED_COLUMNS, "ucdp": UCDP_COLUMNS}
ROWS: dict[str, Callable[[Incident], Iterator[Row]]] = {
    "ledger": ledger_rows, "acled": acled_rows, "ucdp": ucdp_rows
}  # fmt: skip
DAY_COLUMNS = ("date_earliest", "date_latest", "first_seen", "last_seen")
NUMBER_COLUMNS = ("latitude", "longitude", "min", "max")
COUNT_COLUMNS = ("incident_sources", "incident_reports")


def deaths(claims: Iterable[Claim]) -> tuple[Number | None, Number | None, Number | None]:
    """The lowest bound that a source gives for the killed, the one figure where all agree, and the highest bound.

    No figure is made: ``best`` stays empty where sources differ. Figures of killed *or wounded* are no deaths.
    """
    figures = [
        claim.figure
        for claim in claims
        if claim.figure is not None and claim.figure.measure == "killed" and claim.modality != "negated"
    ]
    least = [figure.min for figure in figures if figure.min is not None]
    most = [figure.max for figure in figures if figure.max is not None]
    low, high = min(least, default=None), max([*least, *most], default=None)
    best = low if low == high and any(figure.min == figure.max for figure in figures) else None
    return low, best, high


def main_site(incident: Incident) -> Site | None:
    """The place that most documents name, of the most exact."""
    return incident.places[0] if incident.places else None


def _place(site: Site | None) -> Row:
    if site is None:
        return dict.fromkeys(("place", "latitude", "longitude", "country", "admin1"))
    return {
        "place": site.name, "latitude": site.latitude, "longitude": site.longitude, "country": site.country,
        "admin1": site.admin1,
    }  # fmt: skip


def _join(names: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(name for name in names if name)) or None
