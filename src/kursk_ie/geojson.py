"""The parts of GeoJSON (RFC 7946) that an extraction is written with: points, features, a collection of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

Property = str | int | float | bool | None


class Point(TypedDict):
    """One position: longitude, then latitude, in degrees, WGS 84."""

    type: Literal["Point"]
    coordinates: list[float]


class MultiPoint(TypedDict):
    """Several positions, each longitude, then latitude."""

    type: Literal["MultiPoint"]
    coordinates: list[list[float]]


class Feature(TypedDict):
    """A thing with properties; ``geometry`` is ``None`` for one without a place."""

    type: Literal["Feature"]
    id: str
    geometry: Point | MultiPoint | None
    properties: dict[str, Property]


class FeatureCollection(TypedDict):
    """What QGIS and geojson.io open."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


def feature(id: str, spots: Sequence[tuple[float, float]], properties: Mapping[str, Property]) -> Feature:
    """A feature at these spots, each latitude and longitude in degrees; properties are flat, as maps want them."""
    positions = [[longitude, latitude] for latitude, longitude in spots]
    geometry: Point | MultiPoint | None = None
    if len(positions) == 1:
        geometry = {"type": "Point", "coordinates": positions[0]}
    elif positions:
        geometry = {"type": "MultiPoint", "coordinates": positions}
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": dict(properties)}
