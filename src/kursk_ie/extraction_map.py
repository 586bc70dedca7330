"""An extraction as GeoJSON: a feature for each located place and for each event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kursk_ie.geojson import Feature, FeatureCollection, feature
from kursk_ie.spans import Place

if TYPE_CHECKING:
    from kursk_ie.results import Event, Extraction


def map_of(extraction: Extraction) -> FeatureCollection:
    """The places and events on a map, see `Extraction.to_geojson`."""
    located: dict[tuple[float, float, str], list[Place]] = {}
    for mention in extraction.mentions:
        if isinstance(mention, Place) and mention.latitude is not None and mention.longitude is not None:
            located.setdefault((mention.latitude, mention.longitude, mention.name), []).append(mention)
    places = [_place_feature(spot, mentions) for spot, mentions in located.items()]
    return {"type": "FeatureCollection", "features": [*places, *map(_event_feature, extraction.events)]}


def _place_feature(spot: tuple[float, float, str], mentions: list[Place]) -> Feature:
    place = mentions[0]
    properties = {
        "kind": "place",
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "feature": place.feature,
        "precision": place.precision,
        "mentions": len(mentions),
        "texts": _joined(mention.text for mention in mentions),
    }
    return feature(place.gazetteer_id or place.name, [spot[:2]], properties)


def _event_feature(event: Event) -> Feature:
    spots = [
        (place.latitude, place.longitude)
        for place in event.places
        if place.latitude is not None and place.longitude is not None
    ]
    date = event.date
    properties = {
        "kind": "event",
        "type": event.type,
        "trigger": event.trigger.text,
        "sentence": event.sentence.text,
        "agents": _joined(party.code for party in event.agents),
        "targets": _joined(party.code for party in event.targets),
        "figures": _joined(f"{figure.text} {figure.measure}" for figure in event.figures),
        "places": _joined(place.name for place in event.places),
        "units": _joined(unit.name for unit in event.units),
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "speakers": _joined(attribution.speaker or "" for attribution in event.attributions),
        "verification": event.verification.status,
        "modality": event.modality,
    }
    return feature(event.id, list(dict.fromkeys(spots)), properties)


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None
