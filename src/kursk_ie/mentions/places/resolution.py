"""Which place of that name: the one that fits what the text says.

A region or country named right beside it and a distance from a known place decide alone. Else each candidate gets
points for what the text names elsewhere, for neighbours, for the word that tells its kind, and for standing in the
theatre's table; population breaks ties. Where nothing decides, the name stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Final

from kursk_ie.mentions.found import Found
from kursk_ie.mentions.gazetteer.fold import fold
from kursk_ie.mentions.gazetteer.rows import GazetteerRow, kilometres
from kursk_ie.mentions.places.decisions import Decision, Evidence, points_of, unweighed
from kursk_ie.mentions.places.distances import Measure, measures
from kursk_ie.mentions.places.drafts import Draft, fits
from kursk_ie.mentions.places.links import link
from kursk_ie.mentions.places.values import place_of
from kursk_ie.results import Place
from kursk_ie.text.tokens import Tokens

Near = Callable[[str], Sequence[GazetteerRow]]

_TOWN: Final = 10_000
_FAR_LARGER: Final = 5
_KNOWN_TOWN: Final = 50_000  # so many people make a town known beyond its region
_TOWN_LEAST: Final = 3_000
_VILLAGE_MOST: Final = 5_000
_TOWN_WORDS: Final = frozenset(("town", "city"))
_VILLAGE_WORDS: Final = frozenset(("village", "hamlet", "villages", "farm"))
_MARGIN: Final = 0.75  # points by which the best must lead
_CLOSE_KM: Final = 40
_AROUND_KM: Final = 120
_FAR_KM: Final = 250
_NEIGHBOURS: Final = 4  # how many of the places named nearest speak for a place
_COMPANY: Final = 6  # and how many against it
_STRAY_KM: Final = 120
_SAME_SPOT_KM: Final = 10
_SPELLING_KM: Final = 60


def resolve(
    tokens: Tokens, drafts: list[Draft], named: Sequence[GazetteerRow], near: Near
) -> list[Found[Place]]:
    """Tie each draft to a gazetteer row, where the text decides.

    Args:
        drafts: the mentions, in text order.
        named: countries and regions the text names without locating anything there (*Ukraine said*).
        near: places of which a spelling has the same fold key as this name.
    """
    if not drafts:
        return []
    decisions = Scene(tokens, drafts, named).decide(near)
    return [
        Found(draft.start, draft.end, place_of(tokens, draft, decisions[index].row))
        for index, draft in enumerate(drafts)
    ]


class Scene:
    """What one text says of where things are."""

    def __init__(self, tokens: Tokens, drafts: list[Draft], named: Sequence[GazetteerRow]) -> None:
        self._tokens = tokens
        self._drafts = drafts
        self._votes: dict[str, int] = {}  # by country, and by country and region
        for row in named:
            self._vote(row.country, 1)
        for index in range(len(drafts) - 1):
            link(tokens, drafts, index)
        for draft in drafts:
            if len(draft.rows) == 1 and all(fits(draft.rows[0], other) for other in draft.beside):
                self._vote_for(draft.rows[0])
        self._measures = measures(tokens, drafts)
        self._points: dict[int, GazetteerRow] = {}
        self._located: list[int] = []  # the keys of points, in order
        self._told: dict[str, GazetteerRow] = {}
        self._asked: tuple[tuple[int, int], Sequence[int]] = (-1, -1), ()

    def decide(self, near: Near) -> list[Decision]:
        """A decision on each draft; clear ones first, for the others lean on them."""
        candidates = [draft.candidates for draft in self._drafts]
        decisions: dict[int, Decision] = {}
        for index, rows in enumerate(candidates):
            if len(rows) == 1 and rows[0].theatre:
                self._settle(index, self._choose(index, rows), decisions)
        open_ones = [index for index in range(len(candidates)) if index not in decisions]
        # told by a region beside it or by a distance before those that lean on their neighbours
        told = [index for index in open_ones if self._drafts[index].beside or index in self._measures]
        for index in (*told, *(index for index in open_ones if index not in told)):
            decision = self._choose(index, candidates[index])
            if decision.row is None and not candidates[index]:
                decision = self._respelt(index, near)
            self._settle(index, decision, decisions)
        return [decisions[index] for index in range(len(candidates))]

    def _vote_for(self, row: GazetteerRow) -> None:
        if row.country:
            self._vote(row.country, 1)
        if row.admin1:
            self._vote(row.country + "/" + row.admin1, 2)

    def _vote(self, key: str, weight: int) -> None:
        self._votes[key] = self._votes.get(key, 0) + weight

    def _settle(self, index: int, decision: Decision, decisions: dict[int, Decision]) -> None:
        decisions[index] = decision
        row, draft = decision.row, self._drafts[index]
        if row is None:
            return
        if row.point and row.feature in ("settlement", "district", "facility"):
            self._points[index] = row
            insort(self._located, index)
        if draft.beside or index in self._measures:
            self._told.setdefault(self._name(index), row)

    def _name(self, index: int) -> str:
        draft = self._drafts[index]
        return " ".join(self._tokens.norms[draft.start : draft.end])

    def _choose(self, index: int, candidates: Sequence[GazetteerRow]) -> Decision:
        draft = self._drafts[index]
        if not candidates:
            return Decision(None, "no gazetteer holds the name")
        rows = [row for row in candidates if all(fits(row, other) for other in draft.beside)]
        if not rows:
            return Decision(None, f"none of that name lies in {draft.beside[0].name}", unweighed(candidates))
        measured = self._measured(index, rows)
        if len(measured) == 1:
            return Decision(measured[0], "the distance that the text gives", unweighed(candidates))
        if not measured and index in self._measures:
            rows = [row for row in rows if row.theatre]
            if not rows:
                return Decision(None, "none of that name lies where the text puts it", unweighed(candidates))
        rows = measured or rows
        if len(rows) == 1 and rows[0].theatre:
            reason = f"the only one in {draft.beside[0].name}" if draft.beside else "the only one of its name"
            return Decision(rows[0], reason, unweighed(candidates))
        weighed = [(row, self._weigh(index, row)) for row in rows]
        weighed.sort(key=lambda pair: (-points_of(pair[1]), -pair[0].population))
        return self._best(index, weighed)

    def _best(self, index: int, weighed: Sequence[tuple[GazetteerRow, Evidence]]) -> Decision:
        draft = self._drafts[index]
        best = points_of(weighed[0][1])
        leaders = [pair for pair in weighed if points_of(pair[1]) > best - _MARGIN]
        row: GazetteerRow | None = leaders[0][0]
        reason = (
            "; ".join(label for points, label in leaders[0][1] if points > 0) or "the only one of its name"
        )
        if len(leaders) > 1 and not _at_one_spot([pair[0] for pair in leaders]):
            row = _town([pair[0] for pair in leaders])
            reason = "by far the largest of its name" if row else "nothing in the text tells which"
        told = draft.beside or index in self._measures
        if row is not None and not row.theatre and not told and self._is_stray(index, row):
            return Decision(None, f"{row.admin1 or row.country} is far from what the text names", weighed)
        return Decision(row, reason, weighed)

    def _is_stray(self, index: int, row: GazetteerRow) -> bool:
        """Whether a small place lies far from those that the text names around it in its country."""
        if row.population > _KNOWN_TOWN or row.point is None:
            return False
        there = [other for other in self._points if self._points[other].country == row.country]
        if not there:
            named = any(key.startswith(row.country + "/") for key in self._votes)
            return named and row.country + "/" + row.admin1 not in self._votes
        company = sorted(there, key=lambda other: (abs(other - index), other))[:_COMPANY]
        points = (self._points[other].point for other in company)
        return all(kilometres(point, row.point) > _STRAY_KM for point in points if point)

    def _measured(self, index: int, rows: Sequence[GazetteerRow]) -> list[GazetteerRow]:
        """Those of the places that lie where the text's distance puts them."""
        measure: Measure | None = self._measures.get(index)
        if measure is None:
            return []
        anchor = self._points.get(measure.anchor)
        anchors = [anchor] if anchor else self._drafts[measure.anchor].candidates
        return [row for row in rows if any(measure.holds(row, anchor) for anchor in anchors)]

    def _weigh(self, index: int, row: GazetteerRow) -> Evidence:
        """Points for a candidate, each with what it is for."""
        votes, evidence = self._votes, Evidence()
        add = evidence.append
        region = votes.get(row.country + "/" + row.admin1, 0) if row.country else 0
        if region and row.admin1:
            add((2.0 * min(region, 6), f"the text names {row.admin1}"))
        if row.country and row.country in votes:
            add((float(min(votes[row.country], 6)), f"the text names {row.country}"))
        told = self._told.get(self._name(index))
        if told is not None and told.repeats(row):
            add((6.0, "the text tells it elsewhere"))
        if row.feature == "settlement":
            evidence.extend(self._kind(self._drafts[index], row))
            if not _is_seat(row):  # near its region's villages it says nothing against the region itself
                evidence.extend(self._neighbours(index, row))
        if row.theatre:
            add((2.0, "it stands in the theatre's table"))
        elif fold(row.name) == fold(self._name(index)):
            add((1.0, "it is the place's own name"))
        if row.feature == "country":
            add((3.0, "it is a country"))
        elif row.feature == "region":
            add(
                (2.5, "the text names places in it")
                if region
                else (-0.5, "nothing else speaks of the region")
            )
        elif _is_seat(row):
            add((1.5, "the seat of a region"))
        return evidence

    def _kind(self, draft: Draft, row: GazetteerRow) -> Evidence:
        """*the town of X*, *X village*: what size the text tells."""
        norms = self._tokens.norms
        before = norms[draft.start - 2] if draft.start > 1 and norms[draft.start - 1] == "of" else ""
        words = {before, norms[draft.start - 1] if draft.start else "", *norms[draft.end : draft.reach]}
        if not _TOWN_WORDS.isdisjoint(words):
            return [(3.0, "the text calls it a town")] if row.population >= _TOWN_LEAST else []
        if not _VILLAGE_WORDS.isdisjoint(words) and row.population < _VILLAGE_MOST:
            return [(3.0, "the text calls it a village")]
        return []

    def _neighbours(self, index: int, row: GazetteerRow) -> Evidence:
        """Points for the places named nearest to it in the text, by how near they lie on the ground."""
        here = row.point
        if here is None:
            return []
        found: Evidence = []
        for other in self._nearest(index):
            neighbour = self._points[other]
            if neighbour.point is None:
                continue
            if neighbour.id == row.id:
                found.append((3.0, "the text names it elsewhere"))
                continue
            distance = kilometres(here, neighbour.point)
            if distance < _FAR_KM:
                points = 3.0 if distance < _CLOSE_KM else 1.5 if distance < _AROUND_KM else 0.5
                found.append((points, f"{distance:.0f} km from {neighbour.name}"))
        return found

    def _nearest(self, index: int) -> Sequence[int]:
        """The located drafts that the text names nearest to this one."""
        if self._asked[0] != (index, len(self._points)):
            at = bisect_left(self._located, index)
            beside = self._located[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]
            others = sorted((abs(other - index), other) for other in beside if other != index)
            self._asked = (index, len(self._points)), [other for _, other in others[:_NEIGHBOURS]]
        return self._asked[1]

    def _respelt(self, index: int, near: Near) -> Decision:
        """The one place near those of the text of which this name is another spelling."""
        draft = self._drafts[index]
        unknown = Decision(None, "no gazetteer holds the name")
        if draft.feature not in (None, "settlement"):
            return unknown
        rows: list[GazetteerRow] = []
        for row in near(self._tokens.surface(draft.start, draft.end)):
            if self._is_near(row) and not any(row.repeats(other) for other in rows):
                rows.append(row)
        if len(rows) != 1:
            return unknown
        return Decision(rows[0], "the one name like it near the places of the text", unweighed(rows))

    def _is_near(self, row: GazetteerRow) -> bool:
        here = row.point
        return here is not None and any(
            other.point is not None and kilometres(here, other.point) < _SPELLING_KM
            for other in self._points.values()
        )


def _at_one_spot(rows: Sequence[GazetteerRow]) -> bool:
    """Whether rows tell of things at one spot, as a base and its village."""
    first = rows[0].point
    return first is not None and all(
        row.point is not None and kilometres(first, row.point) < _SAME_SPOT_KM for row in rows[1:]
    )


def _is_seat(row: GazetteerRow) -> bool:
    return bool(row.admin1) and row.admin1.startswith(row.name)


def _town(rows: Sequence[GazetteerRow]) -> GazetteerRow | None:
    """The one town among villages of its name; ``None`` where none outgrows the others by far."""
    first, second = sorted(rows, key=lambda row: -row.population)[:2]
    one_region = all((row.country, row.admin1) == (first.country, first.admin1) for row in rows)
    least = _TOWN_LEAST if one_region and first.admin1 else _TOWN
    return first if first.population > max(least, _FAR_LARGER * second.population) else None
