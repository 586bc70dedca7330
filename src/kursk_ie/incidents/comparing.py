"""Comparing two tellings: the level that each comparison reaches, and the sum of their weights."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from math import asin, cos, radians, sqrt
from math import sin as sine

from kursk_ie.incidents.model import NEVER, Model
from kursk_ie.incidents.records import Features, Figure, Spot
from kursk_ie.incidents.results import Level

_EARTH_KM = 6371.0
_NEAR_KM = 10.0
_INSIDE_KM = 250.0  # from the middle of a region to a place whose region is not known
_SMALL = 3
_PLACE_LEVELS = (
    "same",
    "near",
    "within",
    "same_region",
    "same_country",
    "unsaid",
    "other_in_region",
    "elsewhere",
)
_FIGURE_LEVELS = ("equal", "equal_small", "within", "near", "contradictory", "far")


class Comparer:
    """Compares tellings by the model; what it found for two sets of places is kept."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._windows = model.windows
        self._weights = model.weights
        self._places: dict[tuple[tuple[Spot, ...], tuple[Spot, ...]], str] = {}

    def score(self, one: Features, other: Features, same_document: bool) -> int:
        """The sum of the weights; `NEVER` where a level keeps the two apart."""
        weights = self._weights
        total = weights["date"][self._date(one, other)]
        if total == NEVER:
            return NEVER
        if one.spots and other.spots:
            place = weights["place"][self._place(one.spots, other.spots)]
            if place == NEVER:
                return NEVER
            total += place
        figures = "unsaid"
        if one.figures and other.figures:
            figures = _figures(one.figures, other.figures)
            total += weights["figures"][figures]
            scope = weights["scope"][_scope(one, other)]
            if scope == NEVER:
                return NEVER
            total += scope
        # what one of the two leaves unsaid weighs nothing, and most tellings leave most unsaid
        if one.whom and other.whom:
            total += weights["whom"][_whom(one.whom, other.whom, figures)]
        if one.who and other.who:
            total += weights["who"][_sides(one.who, other.who)]
        if one.units and other.units:
            total += weights["units"][_sides(one.units, other.units)]
        if one.subjects and other.subjects:
            total += weights["subject"][_sides(one.subjects, other.subjects)]
        if one.speakers and not one.speakers.isdisjoint(other.speakers):
            total += weights["source"]["same"]
        if one.words and other.words:
            total += weights["wording"][_wording(one.words, other.words)]
        if same_document:
            total += weights["document"]["same"]
        return total

    def levels(self, one: Features, other: Features, same_document: bool) -> tuple[Level, ...]:
        """The level of every comparison with its weight: why the score is what it is."""
        figures = _figures(one.figures, other.figures)
        reached = {
            "date": self._date(one, other),
            "place": self._place(one.spots, other.spots),
            "figures": figures,
            "scope": _scope(one, other),
            "whom": _whom(one.whom, other.whom, figures),
            "who": _sides(one.who, other.who),
            "units": _sides(one.units, other.units),
            "subject": _sides(one.subjects, other.subjects),
            "source": "same" if one.speakers & other.speakers else "other",
            "wording": _wording(one.words, other.words),
            "document": "same" if same_document else "other",
        }
        return tuple(
            _level(comparison, level, self._weights[comparison][level])
            for comparison, level in reached.items()
        )

    def _date(self, one: Features, other: Features) -> str:
        if one.first is None or other.first is None or one.last is None or other.last is None:
            return "unsaid"
        if not one.dated and not other.dated:
            between, window = abs(one.last - other.last), self._windows[one.family[0]]
            if between <= max(1, window // 2):
                return "undated_near"
            return "undated_apart" if between <= window else "apart"
        gap = max(one.first, other.first) - min(one.last, other.last)
        if one.dated and other.dated and one.first == other.first and one.last == other.last:
            return "same_broad" if one.broad else "same"
        if one.broad or other.broad:
            return "broad" if gap <= 0 else "apart"
        if one.dated and other.dated:
            return "overlapping" if gap <= 0 else "day_apart" if gap == 1 else "apart"
        return "undated_near" if gap <= 0 else "undated_apart" if gap <= 1 else "apart"

    def _place(self, one: tuple[Spot, ...], other: tuple[Spot, ...]) -> str:
        if not one or not other:
            return "unsaid"
        if one == other:
            return _same_level(one)
        known = self._places.get((one, other))
        if known is None:
            known = min((_spots(a, b) for a in _finest(one) for b in _finest(other)), key=_PLACE_LEVELS.index)
            self._places[one, other] = known
        return known


@cache
def _level(comparison: str, level: str, weight: int) -> Level:
    """One object for all matches that reach the level: there are some fifty levels and many matches."""
    return Level(comparison=comparison, level=level, weight=weight)


def _finest(spots: tuple[Spot, ...]) -> Collection[Spot]:
    """The places without the countries around them, where there are others."""
    return [spot for spot in spots if spot.kind != "country"] or spots


def _same_level(spots: tuple[Spot, ...]) -> str:
    kinds = {spot.kind for spot in spots}
    if "point" in kinds or "none" in kinds:
        return "same"
    return "same_region" if "region" in kinds or "district" in kinds else "same_country"


def _spots(one: Spot, other: Spot) -> str:
    if one.key == other.key:
        return _same_level((one,))
    if one.country and other.country and one.country != other.country:
        return "near" if _near(one, other) else "elsewhere"
    if "country" in (one.kind, other.kind):
        return "same_country" if one.country == other.country else "unsaid"
    if "none" in (one.kind, other.kind):
        return "unsaid"
    if "region" in (one.kind, other.kind):
        return _with_region(one, other)
    if _near(one, other):
        return "near"
    return "other_in_region" if one.admin1 is not None and one.admin1 == other.admin1 else "elsewhere"


def _with_region(one: Spot, other: Spot) -> str:
    if one.admin1 == other.admin1 and one.admin1 is not None:
        return "within"
    if one.admin1 is not None and other.admin1 is not None:
        both = one.kind == other.kind == "region"
        return "elsewhere" if not both or _km(one, other) > _INSIDE_KM else "unsaid"
    return "within" if _km(one, other) <= _INSIDE_KM else "elsewhere"


def _near(one: Spot, other: Spot) -> bool:
    return _km(one, other) <= _NEAR_KM


def _km(one: Spot, other: Spot) -> float:
    """Great-circle distance; without coordinates, further than anything."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return _EARTH_KM
    south, north = radians(one.latitude), radians(other.latitude)
    turn = radians(other.longitude - one.longitude)
    half = sine((north - south) / 2) ** 2 + cos(south) * cos(north) * sine(turn / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _scope(one: Features, other: Features) -> str:
    if not one.figures or not other.figures or one.total == other.total:
        return "totals" if one.total and other.total else "alike"
    return "total_and_day"


def _sides(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return "unsaid"
    return "other" if one.isdisjoint(other) else "same"


def _whom(one: frozenset[str], other: frozenset[str], figures: str) -> str:
    level = _sides(one, other)
    return "other_same_figure" if level == "other" and figures == "equal" else level


def _wording(one: frozenset[str], other: frozenset[str]) -> str:
    if one.isdisjoint(other):
        return "little"
    shared = len(one & other)
    if one == other and shared > 1:
        return "same"
    share = shared / min(len(one), len(other))
    return "alike" if share >= 0.5 and shared > 2 else "some" if share >= 0.25 else "little"


def _figures(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> str:
    best = len(_FIGURE_LEVELS)
    for measure, *bounds in one:
        for other_measure, *other_bounds in other:
            if measure == other_measure:
                best = min(best, _FIGURE_LEVELS.index(_bounds(*bounds, *other_bounds)))
    return _FIGURE_LEVELS[best] if best < len(_FIGURE_LEVELS) else "unsaid"


def _bounds(least: float | None, most: float | None, least2: float | None, most2: float | None) -> str:
    if (least, most) == (least2, most2):
        value = most if least is None else least
        return "equal_small" if value is not None and value <= _SMALL else "equal"
    value = (least if least is not None else most) or 0
    value2 = (least2 if least2 is not None else most2) or 0
    low, high = sorted((value, value2))
    ratio = high / low if low else high + 1
    overlap = (most is None or least2 is None or least2 <= most) and (
        most2 is None or least is None or least <= most2
    )
    if overlap and ratio <= 2:
        return "within"
    return "near" if ratio <= 1.25 else "contradictory" if ratio < 5 else "far"
