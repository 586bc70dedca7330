"""From a place found and the gazetteer row it was tied to, if any, to the frozen mention."""

from __future__ import annotations

from typing import Final

from kursk_ie.freezing import freeze
from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.results import Feature, Place, PlacePrecision
from kursk_ie.text.tokens import Tokens

_PRECISION: Final[dict[Feature, PlacePrecision]] = {
    "settlement": "point",
    "facility": "point",
    "district": "district",
    "region": "region",
    "country": "country",
    "water": "region",
    "other": "region",
}


def _precision(row: GazetteerRow) -> PlacePrecision:
    if row.latitude is None:
        return "none"
    return _PRECISION[row.feature] if row.exact else "district"


def place_of(tokens: Tokens, draft: Draft, row: GazetteerRow | None) -> Place:
    """The mention of a draft; without a row it keeps its surface as name and what its candidates agree on."""
    start, end, text = tokens.stretch(draft.start, draft.end)
    if row is None:
        around = draft.rows or draft.around
        countries = {candidate.country for candidate in around}
        regions = {candidate.admin1 for candidate in around}
        return freeze(
            Place,
            start=start,
            end=end,
            text=text,
            label="PLACE",
            name=text,
            gazetteer_id=None,
            latitude=None,
            longitude=None,
            country=(countries.pop() or None) if len(countries) == 1 else None,
            admin1=(regions.pop() or None) if len(regions) == 1 else None,
            feature=draft.feature or (draft.rows[0].feature if draft.rows else "other"),
            precision="none",
            resolved=False,
        )
    return freeze(
        Place,
        start=start,
        end=end,
        text=text,
        label="PLACE",
        name=row.name,
        gazetteer_id=row.id,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country or None,
        admin1=row.admin1 or None,
        feature=row.feature,
        precision=_precision(row),
        resolved=True,
    )
