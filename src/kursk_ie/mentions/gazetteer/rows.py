"""One place of a gazetteer, and the line of a table that tells it."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

from kursk_ie.results import Feature
from kursk_ie.text.tables import Row

# two columns may be added: ``population``, which tells a town from a village of its name, and ``precision``, which is
# ``district`` where the coordinates are those of the place's district
COLUMNS: Final = ("id", "name", "aliases", "country", "admin1", "feature", "lat", "lon", "source", "licence")
_FEATURES: Final[dict[str, Feature]] = {
    "settlement": "settlement",
    "district": "district",
    "region": "region",
    "country": "country",
    "water": "water",
    "facility": "facility",
    "other": "other",
}
_EARTH_KM: Final = 6371.0
_SAME_KM: Final = 5.0
_SAME_DEGREES: Final = _SAME_KM / 111  # of latitude


class GazetteerRow:
    """One place of the gazetteer.

    Coordinates are degrees, WGS 84, ``None`` where nobody has measured them; the population is 0 where unknown.
    ``theatre`` marks the rows of hand-made tables, which come before those of the packs when nothing else decides.
    A place that is not ``exact`` has the coordinates of its district.
    """

    __slots__ = (
        "admin1", "country", "exact", "feature", "id", "latitude", "longitude", "name", "population", "theatre"
    )  # fmt: skip

    def __init__(
        self,
        id: str,
        name: str,
        country: str,
        admin1: str,
        feature: Feature,
        latitude: float | None,
        longitude: float | None,
        population: int = 0,
        theatre: bool = True,
        exact: bool = True,
    ) -> None:
        self.id = id
        self.name = name
        self.country = country
        self.admin1 = admin1
        self.feature = feature
        self.latitude = latitude
        self.longitude = longitude
        self.population = population
        self.theatre = theatre
        self.exact = exact

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


def read_row(line: Row) -> GazetteerRow:
    """Check one line of a table.

    Raises:
        LexiconError: an unknown feature, coordinates that are no degrees, or a population that is no number.
    """
    feature = _FEATURES.get(line["feature"])
    if feature is None:
        raise line.error(f"feature {line['feature']!r} is none of {', '.join(_FEATURES)}")
    if not line["id"] or not line["name"]:
        raise line.error("id and name must not be empty")
    latitude, longitude = _degrees(line, "lat", 90), _degrees(line, "lon", 180)
    if (latitude is None) != (longitude is None):
        raise line.error("lat and lon must both be given or both be empty")
    population = line.cells.get("population", "") or "0"
    if not population.isdecimal():
        raise line.error(f"population {population!r} is no whole number")
    precision = line.cells.get("precision", "")
    if precision not in ("", "district"):
        raise line.error(f"precision {precision!r} is neither district nor empty")
    return GazetteerRow(
        id=line["id"],
        name=line["name"],
        country=line["country"],
        admin1=line["admin1"],
        feature=feature,
        latitude=latitude,
        longitude=longitude,
        population=int(population),
        exact=precision != "district",
    )


def _degrees(line: Row, column: str, limit: int) -> float | None:
    if not line[column]:
        return None
    try:
        value = float(line[column])
    except ValueError:
        value = float("nan")
    if not -limit <= value <= limit:
        raise line.error(f"{column} {line[column]!r} is no number of degrees between -{limit} and {limit}")
    return value
