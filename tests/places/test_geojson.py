"""GeoJSON of an extraction, checked against RFC 7946 by hand."""

from __future__ import annotations

import json
from typing import Any

import kursk_ie

TEXT = (
    "Ukraine's General Staff said at least 30 North Korean soldiers were killed or wounded near Plekhovo and "
    "Martynovka in the Kursk region on Dec. 14. Two soldiers were killed, it added."
)


def collection() -> dict[str, Any]:
    return json.loads(
        json.dumps(kursk_ie.extract(TEXT, published="2024-12-16").to_geojson(), allow_nan=False)
    )


def is_position(value: Any) -> bool:
    """RFC 7946, 3.1.1: longitude first, then latitude."""
    return len(value) == 2 and -180 <= value[0] <= 180 and -90 <= value[1] <= 90


def test_the_structure_is_that_of_the_standard() -> None:
    found = collection()
    assert set(found) == {"type", "features"} and found["type"] == "FeatureCollection"
    for feature in found["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"} and feature["type"] == "Feature"
        geometry = feature["geometry"]
        if geometry is not None:
            spots = [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]
            assert geometry["type"] in ("Point", "MultiPoint") and spots and all(map(is_position, spots))
        assert not any(isinstance(value, (list, dict)) for value in feature["properties"].values())


def test_places_and_events_stand_where_they_are() -> None:
    features = collection()["features"]
    places = {f["properties"]["name"]: f for f in features if f["properties"]["kind"] == "place"}
    longitude, latitude = places["Plekhovo"]["geometry"]["coordinates"]
    assert 35 < longitude < 36 and 51 < latitude < 52
    event = next(f for f in features if f["properties"]["kind"] == "event")
    assert event["geometry"]["type"] == "MultiPoint"
    assert event["properties"]["targets"] == "PRK" and event["properties"]["earliest"] == "2024-12-14"


def test_a_text_without_places_gives_an_empty_collection() -> None:
    assert kursk_ie.extract("Rain fell.").to_geojson() == {"type": "FeatureCollection", "features": []}
