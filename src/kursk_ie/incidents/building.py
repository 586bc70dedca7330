"""From the tellings of one incident to the incident."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256

from kursk_ie.incidents.claims import STATUSES, agreement_of, claim_rows, number_claims
from kursk_ie.incidents.origins import number_origins, parts_of, sources_of
from kursk_ie.incidents.positions import positions_of
from kursk_ie.incidents.records import Record
from kursk_ie.incidents.results import Incident, Match, Period, Sides, Site, Telling
from kursk_ie.incidents.revisions import revisions_of
from kursk_ie.results import Modality, Place

_MODALITIES: tuple[Modality, ...] = ("actual", "possible", "future", "negated")
_ID_DIGITS = 12


def build_incident(records: Sequence[Record], matches: Sequence[Match] = ()) -> Incident:
    """The incident that these tellings tell; their order does not matter."""
    records = sorted(records, key=lambda record: record.age)
    parts = parts_of(records)
    origins, origin_ids = number_origins(parts, sources_of(parts))
    claim_ids = number_claims(parts, origin_ids)
    claims = claim_rows(parts, origin_ids, claim_ids)
    statuses = {record.status for record in records}
    refused = any(record.refusals for record in records)
    status = next((status for status in STATUSES if status in statuses), "declined" if refused else "none")
    return Incident(
        id=_id(records),
        type=records[0].features.family[0],  # type: ignore[arg-type]
        modality=next(m for m in _MODALITIES if any(record.modality == m for record in records)),
        date=_period(records),
        places=_sites(records),
        sides=Sides(
            agents=tuple(sorted({code for record in records for code in record.agents})),
            targets=tuple(sorted({code for record in records for code in record.targets})),
        ),
        units=tuple(sorted({unit for record in records for unit in record.units})),
        claims=claims,
        revisions=revisions_of(parts, claim_ids, claims),
        agreement=agreement_of(claims, len(origins)),
        status=status,
        positions=positions_of(records),
        independent_sources=len(origins),
        origins=origins,
        reports=tuple(dict.fromkeys(record.document for record in records)),
        tellings=tuple(
            Telling(
                document=record.document, event=record.event, outlet=record.outlet, published=record.published,
                sentence=record.sentence,
            )
            for record in records
        ),
        matches=tuple(matches),
    )  # fmt: skip


def _id(records: Sequence[Record]) -> str:
    """From the first telling, so that later echoes leave it as it is."""
    first = records[0]
    named = f"{first.features.family[0]}|{first.published}|{first.key}"
    return f"i{sha256(named.encode()).hexdigest()[:_ID_DIGITS]}"


def _period(records: Sequence[Record]) -> Period:
    """The days that most documents tell, the narrower where equal; else those of publication."""
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for record in records:
        features = record.features
        if features.dated and features.first is not None and features.last is not None:
            told[features.first, features.last].add(record.document)
    total = any(record.features.total for record in records)
    if told:
        first, last = min(told, key=lambda days: (-len(told[days]), days[1] - days[0], days))
        days = dt.date.fromordinal(first), dt.date.fromordinal(last)
        return Period(earliest=days[0], latest=days[1], basis="told", total=total)
    published = sorted(record.published for record in records if record.published is not None)
    if not published:
        return Period(total=total)
    return Period(earliest=published[0], latest=published[-1], basis="published", total=total)


def _sites(records: Sequence[Record]) -> tuple[Site, ...]:
    documents: dict[str, set[str]] = defaultdict(set)
    places: dict[str, Place] = {}
    specific: Counter[str] = Counter()
    for record in records:
        for place in record.places:
            key = place.gazetteer_id or place.name.lower()
            documents[key].add(record.document)
            places.setdefault(key, place)
            specific[key] = place.precision in ("point", "none")
    order = sorted(places, key=lambda key: (-specific[key], -len(documents[key]), places[key].name, key))
    return tuple(
        Site(
            **{
                name: getattr(places[key], name)
                for name in (
                    "name", "gazetteer_id", "latitude", "longitude", "country", "admin1", "feature", "precision",
                    "resolved",
                )
            },
            documents=len(documents[key]),
        )
        for key in order
    )  # fmt: skip
