"""One place of a gazetteer, whichever table it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from kursk_ie.results import Feature

_EARTH_KM = 6371.0
_SAME_KM = 5.0
_SAME_DEGREES = _SAME_KM / 111  # of latitude


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """One place of the gazetteer.

    Coordinates are degrees, WGS 84, ``None`` where nobody has measured them; the population is 0 where unknown.
    ``theatre`` marks the rows of hand-made tables, which come before those of the packs when nothing else decides.
    A place that is not ``exact`` has the coordinates of its district.
    """

    id: str
    name: str
    country: str
    admin1: str
    feature: Feature
    latitude: float | None
    longitude: float | None
    population: int = 0
    theatre: bool = True
    exact: bool = True

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    def repeats(self, other: GazetteerRow) -> bool:
        """Whether both rows tell of one place: the same id, or two things of one kind at one spot."""
        if self.id == other.id:
            return True
        if self.feature != other.feature or self.country != other.country:
            return False
        if self.feature in ("region", "country"):
            return self.admin1 == other.admin1
        here, there = self.point, other.point
        if here is None or there is None or abs(here[0] - there[0]) > _SAME_DEGREES:
            return False
        return kilometres(here, there) < _SAME_KM


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two points given as latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
