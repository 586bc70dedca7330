"""Which place of that name: the one whose country and region the text names beside it or elsewhere.

Two villages of one name are told apart by what stands near: *Vorozhba* in a text on the Kursk region is the
village there, in a text on the Sumy region the town. Where nothing decides, the name stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kursk_ie.mentions.gazetteer import GazetteerRow
from kursk_ie.results import Feature, Place, PlacePrecision
from kursk_ie.text.tokens import Tokens

_PRECISION: dict[Feature, PlacePrecision] = {
    "settlement": "point",
    "facility": "point",
    "district": "district",
    "region": "region",
    "country": "country",
    "water": "region",
    "other": "region",
}
_LINKS = frozenset((",", "in", "the", "'s", "'", "of", "western", "eastern", "northern", "southern"))
_REACH = 4
_TOWN = 10_000
_FAR_LARGER = 5


@dataclass(slots=True)
class Draft:
    """A place found in the text, before it is known which.

    Attributes:
        start, end: its words. reach: end with a generic noun that does not belong to it (*X village*).
        rows: the places of that name; none where the gazetteer lacks it.
        feature: what a generic noun beside it says it is.
        around: the places of the name within it: *Nyala* of *Nyala airport*.
        beside: regions and countries that the text puts it in.
    """

    start: int
    end: int
    reach: int
    rows: Sequence[GazetteerRow] = ()
    feature: Feature | None = None
    around: Sequence[GazetteerRow] = ()
    beside: list[GazetteerRow] = field(default_factory=list)


def resolve(tokens: Tokens, drafts: Sequence[Draft], named: Sequence[GazetteerRow]) -> list[Place]:
    """Tie each draft to a gazetteer row, where the text decides.

    Args:
        drafts: the mentions, in text order.
        named: countries and regions the text names without locating anything there (*Ukraine said*).
    """
    votes: Counter[str] = Counter()
    for row in named:
        votes[row.country] += 1
    for draft in drafts:
        if len(draft.rows) == 1:
            _vote(votes, draft.rows[0])
    for left, right in pairwise(drafts):
        _link(tokens, left, right)
    return [_place(tokens, draft, _choose(draft, votes)) for draft in drafts]


def _link(tokens: Tokens, left: Draft, right: Draft) -> None:
    """Note the region or country that the text itself puts one of two neighbours in.

    *X, Florida* and *X in Florida* hold for the left one, *Florida's X* for the right one; a comma may also
    separate the items of a list, which goes on after the second.
    """
    gap = tokens.norms[left.reach : right.start]
    if not gap or len(gap) > _REACH or not _LINKS.issuperset(gap):
        return
    if gap[0] in ("'s", "'"):
        inner, outer = right, left
    elif gap[0] == "," and right.end < len(tokens) and tokens.norms[right.end] in (",", "and", "or"):
        return
    else:
        inner, outer = left, right
    if len(outer.rows) == 1 and outer.rows[0].feature in ("region", "country"):
        inner.beside.append(outer.rows[0])


def _vote(votes: Counter[str], row: GazetteerRow) -> None:
    if row.country:
        votes[row.country] += 1
    if row.admin1:
        votes[row.country + "/" + row.admin1] += 2


def _choose(draft: Draft, votes: Counter[str]) -> GazetteerRow | None:
    rows = [row for row in draft.rows if all(_fits(row, other) for other in draft.beside)]
    if len(rows) <= 1:
        return rows[0] if rows else None
    scores = [_score(row, votes) for row in rows]
    best = max(scores)
    leaders = [row for row, score in zip(rows, scores, strict=True) if score == best]
    return leaders[0] if len(leaders) == 1 else _town(leaders)


def _town(rows: Sequence[GazetteerRow]) -> GazetteerRow | None:
    """The one town among villages of its name; ``None`` where none outgrows the others by far."""
    first, second = sorted(rows, key=lambda row: -row.population)[:2]
    return first if first.population > max(_TOWN, _FAR_LARGER * second.population) else None


def _fits(row: GazetteerRow, beside: GazetteerRow) -> bool:
    """Whether a place can lie in, or hold, the region or country named next to it."""
    if not row.country or not beside.country:
        return True
    if row.country != beside.country:
        return row.feature in ("country", "region", "water")
    if beside.feature == "region" and row.feature in ("settlement", "district") and row.admin1:
        return not beside.admin1 or row.admin1 == beside.admin1
    return True


def _score(row: GazetteerRow, votes: Counter[str]) -> float:
    score = float(votes[row.country + "/" + row.admin1]) * 2 + votes[row.country] if row.country else 0.0
    if row.feature == "country":
        score += 3
    elif row.feature == "region":
        score += 2 if votes[row.country + "/" + row.admin1] else -0.5
    elif row.admin1 and row.admin1.startswith(row.name):
        score += 1.5  # the seat of a region before a village of its name
    return score


def _place(tokens: Tokens, draft: Draft, row: GazetteerRow | None) -> Place:
    span = tokens.span(draft.start, draft.end)
    if row is None:
        near = draft.rows or draft.around
        countries = {candidate.country for candidate in near}
        regions = {candidate.admin1 for candidate in near}
        return Place.model_construct(
            label="PLACE",
            start=span.start,
            end=span.end,
            text=span.text,
            name=span.text,
            country=(countries.pop() or None) if len(countries) == 1 else None,
            admin1=(regions.pop() or None) if len(regions) == 1 else None,
            feature=draft.feature or (draft.rows[0].feature if draft.rows else "other"),
        )
    return Place.model_construct(
        label="PLACE",
        start=span.start,
        end=span.end,
        text=span.text,
        name=row.name,
        gazetteer_id=row.id,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country or None,
        admin1=row.admin1 or None,
        feature=row.feature,
        precision=_PRECISION[row.feature] if row.latitude is not None else "none",
        resolved=True,
    )
