"""Blocking: which tellings are worth comparing.

A telling is listed under keys, and looks under keys for others. Two are compared where they share type and days and
- a region, unit, subject or figure, or
- country and side, where one of the two names no place finer than a country; who names none meets all, or
- the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features

_FINE = ("point", "region", "district", "none")
_ANY, _UNSAID = "any", "?"


class Keys(NamedTuple):
    """Where a telling is listed, and where it looks for others; strings that are the same in every process."""

    listed: frozenset[str]
    looks: frozenset[str]


def block_keys(features: Features, documents: set[str], model: Model) -> Keys:
    """The keys of a telling that stands in these documents."""
    family = "/".join(features.family)
    both = {f"{family}|document {document}" for document in documents}
    listed: set[str] = set()
    looks: set[str] = set()
    fine = [spot for spot in features.spots if spot.kind in _FINE]
    what = list(_what(features))
    own, wanted = _country_keys(features, bool(fine))
    for days in _day_cells(features, model.windows[features.family[0]]):
        both.update(f"{family}|{days}|{part}" for part in what)
        listed.update(f"{family}|{days}|{part}" for part in own)
        looks.update(f"{family}|{days}|{part}" for part in wanted)
    return Keys(frozenset(both | listed), frozenset(both | looks))


def _day_cells(features: Features, window: int) -> Iterator[str]:
    if features.first is None or features.last is None:
        yield "undated"
    elif features.broad:
        yield f"{features.first}-{features.last}"
    else:
        # cells as coarse as the window allows; a day more at the end, so that tellings a day apart meet
        size = max(1, window // 3)
        for cell in range(features.first // size, (features.last + features.dated) // size + 1):
            yield str(cell)


def _what(features: Features) -> Iterator[str]:
    for spot in features.spots:
        if spot.kind in _FINE:
            yield f"at {spot.admin1 or spot.key}"
    for measure, least, most in features.figures:
        yield f"{measure} {least}..{most}"
    for unit in features.units:
        yield f"unit {unit}"
    for subject in features.subjects:
        yield f"subject {subject}"


def _country_keys(features: Features, fine: bool) -> tuple[list[str], list[str]]:
    """Keys by country and side: where it is listed and where it looks. Fine tellings do not look at fine ones."""
    countries = sorted({spot.country for spot in features.spots if spot.country})
    sides = sorted(features.whom)
    listed = product([*(countries or [_UNSAID]), _ANY], [*(sides or [_UNSAID]), _ANY])
    looks = product([*countries, _UNSAID] if countries else [_ANY], [*sides, _UNSAID] if sides else [_ANY])
    grains = ["coarse"] if fine else ["coarse", "fine"]
    return (
        [f"{'fine' if fine else 'coarse'} {country} {side}" for country, side in listed],
        [f"{grain} {country} {side}" for grain, (country, side) in product(grains, looks)],
    )
