"""Distances and directions that a text gives: *X, six kilometres north of Y*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin
from typing import Final

from kursk_ie.mentions.gazetteer.rows import GazetteerRow, kilometres
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.text.tokens import Tokens

_UNITS: Final = {
    "km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometers": 1.0,
    "mile": 1.609, "miles": 1.609, "mi": 1.609,
}  # fmt: skip
_NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=1,
    )
} | {"a": 1, "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_BEARINGS: Final = {
    "north": 0, "northeast": 45, "north-east": 45, "east": 90, "southeast": 135, "south-east": 135, "south": 180,
    "southwest": 225, "south-west": 225, "west": 270, "northwest": 315, "north-west": 315,
}  # fmt: skip
_ENDS: Final = frozenset((".", "!", "?", ";"))
_NEAR, _NEAR_KM = frozenset(("near", "outside")), 45.0
_GAP: Final = 8  # words between a place and its distance
_WIDEST: Final = 50.0  # degrees; writers round directions to eight
_CLOSEST, _SHARE = 4.0, 0.4  # kilometres, and share of the distance, by which a writer errs


@dataclass(frozen=True, slots=True)
class Measure:
    """A place lies this far from another mention.

    Attributes:
        anchor: index of the draft that the distance is counted from.
        distance: kilometres; 0 for *near*.
        bearing: degrees clockwise from north, ``None`` where untold.
    """

    anchor: int
    distance: float
    bearing: float | None

    def holds(self, row: GazetteerRow, anchor: GazetteerRow) -> bool:
        """Whether a place lies so, as exactly as writers measure."""
        if row.point is None or anchor.point is None:
            return False
        found = kilometres(anchor.point, row.point)
        if not self.distance:
            return found < _NEAR_KM
        if abs(found - self.distance) > max(_CLOSEST, _SHARE * self.distance):
            return False
        if self.bearing is None or found < 1:
            return True
        turn = abs(bearing(anchor.point, row.point) - self.bearing) % 360
        return min(turn, 360 - turn) <= _WIDEST


def measures(tokens: Tokens, drafts: Sequence[Draft]) -> dict[int, Measure]:
    """For each draft that the text measures from another: how far and in what direction."""
    found: dict[int, Measure] = {}
    for index in range(1, len(drafts)):
        left, start = drafts[index - 1], drafts[index].start
        if tokens.norms[start - 1] in _NEAR and left.reach == start - 1:
            found[index - 1] = Measure(index, 0.0, None)
            continue
        given = _before(tokens, start)
        if given is None:
            continue
        start, distance, direction = given
        between = tokens.norms[left.reach : start]
        if left.end <= start and len(between) <= _GAP and _ENDS.isdisjoint(between):
            found[index - 1] = Measure(index, distance, direction)
    return found


def _before(tokens: Tokens, end: int) -> tuple[int, float, float | None] | None:
    """The distance right before word ``end``: where it starts, kilometres, degrees."""
    norms = tokens.norms
    at = end - 1
    if at > 0 and norms[at] in ("the", "city", "town", "village", "border"):
        return None
    if at < 2 or norms[at] not in ("of", "from", "to"):
        return None
    at -= 1
    direction: float | None = None
    if norms[at] in ("the", "away"):
        at -= 1
    word = norms[at]
    if at > 1 and norms[at - 1] == "-":
        word, at = norms[at - 2] + "-" + word, at - 2
    if word in _BEARINGS:
        direction, at = _BEARINGS[word], at - 1
        while at > 0 and norms[at] in ("the", "to"):
            at -= 1
    elif norms[end - 1] == "of":
        return None
    if at > 0 and norms[at] == ")":  # six kilometres (3.7 miles) north of Y
        while at > 0 and norms[at] != "(":
            at -= 1
        at -= 1
    if at < 1 or norms[at] not in _UNITS:
        return None
    unit = _UNITS[norms[at]]
    at -= 1 if norms[at - 1] != "-" else 2
    number = _number(norms[at])
    return None if number is None else (at, number * unit, direction)


def _number(word: str) -> float | None:
    if word in _NUMBERS:
        return float(_NUMBERS[word])
    try:
        return float(word.replace(",", "")) if word[:1].isdigit() else None
    except ValueError:
        return None


def bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Direction from one point to another, in degrees clockwise from north."""
    lat1, lon1, lat2, lon2 = map(radians, (*start, *end))
    east = sin(lon2 - lon1) * cos(lat2)
    north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(lon2 - lon1)
    return degrees(atan2(east, north)) % 360
