"""Blocking: which tellings are worth comparing.

Two tellings are compared where they share a key: the same type and days with the same region, unit, subject or
figure; the same type and days in one country where neither names a place in it; the same type in one document.
"""

from __future__ import annotations

from collections.abc import Iterator

from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features

_FINE = ("point", "region", "district", "none")


def block_keys(features: Features, documents: frozenset[str] | set[str], model: Model) -> set[str]:
    """The blocks that a telling belongs to, as strings that are the same in every process."""
    family = "/".join(features.family)
    keys = {f"{family}|doc|{document}" for document in documents}
    what = list(_what(features))
    for day in _day_cells(features, model.windows[features.family[0]]):
        keys.update(f"{family}|{day}|{part}" for part in what)
    return keys


def _day_cells(features: Features, window: int) -> Iterator[str]:
    if features.first is None or features.last is None:
        yield "undated"
    elif features.broad:
        yield f"{features.first}-{features.last}"
    else:
        # a day more at the end, so that tellings a day apart meet
        for cell in range(features.first // window, (features.last + 1) // window + 1):
            yield str(cell)


def _what(features: Features) -> Iterator[str]:
    fine = [spot for spot in features.spots if spot.kind in _FINE]
    for spot in fine:
        yield f"at {spot.admin1 or spot.key}"
    if not fine:
        for country in {spot.country for spot in features.spots} or {None}:
            yield f"in {country}"
    for measure, least, most in features.figures:
        yield f"{measure} {least}..{most}"
    for unit in features.units:
        yield f"unit {unit}"
    for subject in features.subjects:
        yield f"subject {subject}"
