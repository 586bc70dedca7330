"""Where an event happened: a place of its clause, of its sentence, of the scene, or of its speaker's title."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from kursk_ie.claims.context import WARS, Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.slots.reach import reach_of, told_by_another
from kursk_ie.claims.statement import Range
from kursk_ie.claims.story import Story
from kursk_ie.mentions.found import Found
from kursk_ie.results import Place

_RANK: Final = {
    "settlement": 4,
    "facility": 4,
    "other": 3,
    "water": 3,
    "district": 2,
    "region": 1,
    "country": 0,
}
_NOWHERE: Final = frozenset({"sanction"})
_CARRIED: Final = frozenset(
    {"casualties", "combat", "strike", "territory", "equipment_loss", "displacement", "strength", "prisoners"}
)
_LOCATIVE: Final = frozenset(
    """in at near on over across around inside outside into onto from toward towards around through throughout between
    against of along beyond above off to""".split()
)
_MOVES: Final = frozenset({"deployment", "displacement", "territory"})
_BESIDE: Final = frozenset({"from", "near", "with"})  # before a country: not where it happened
_NATIVES: Final = frozenset(
    "man woman native natives student veteran nurse journalist reporter volunteer".split()
)
_HOLDING: Final = frozenset({"in", "of", "near", "outside", "off"})
_JOINING: Final = frozenset({"and", "or", "to"})
_LINKED: Final = 4  # words between two places of one chain
_MEASURES: Final = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    km kms kilometre kilometres kilometer kilometers mile miles metres meters yards""".split()
)
_TOWNS: Final = frozenset({"city", "town", "village", "settlement"})
_REGIONS: Final = frozenset({"region", "oblast", "province"})
_BORDERS: Final = frozenset({"border", "borders", "frontier"})


class PlaceBinder:
    """Gives drafts their places; what the sentence leaves unsaid comes from the story."""

    def __init__(self, reading: Reading, story: Story) -> None:
        self._reading = reading
        self._norms = reading.tokens.norms
        self._story = story

    def bind(self, context: Context, draft: EventDraft) -> None:
        """Give a draft its places, and the rule that found them."""
        if draft.type in _NOWHERE:
            return
        reach = reach_of(context, draft)
        told = self._candidates(context, draft)
        named = [place for place in told if not self._names_war(place)]
        own = [place for place in named if context.shares(place.start, draft.clause)]
        if (
            self._take(draft, self._nearest_chain(draft, own, draft.clause), "place:clause")
            or self._take(draft, self._meant_again(context, draft.clause), "place:again")
            or self._take(draft, self._nearest_chain(draft, own, reach), "place:sentence")
            or self._take(draft, self._nearest_chain(draft, named, reach), "place:beside")
            or self._take(draft, self._meant_again(context, reach), "place:again")
        ):
            return
        self._bind_unsaid(context, draft)
        if not draft.places and draft.type in _CARRIED:
            wars = [place for place in told if reach[0] <= place.start < reach[1] and self._names_war(place)]
            self._take(draft, wars[:1], "place:sentence")

    def _take(self, draft: EventDraft, found: list[Found[Place]], rule: str) -> bool:
        if found:
            draft.places = found
            draft.rules.append(rule)
            if self._norms[found[0].start - 1] != "from":
                self._story.set_places(found, draft.sentence)
        return bool(found)

    def _bind_unsaid(self, context: Context, draft: EventDraft) -> None:
        """The scene that the story has set, or the place in a speaker's title."""
        if draft.type not in _CARRIED or context.sums_up():
            return
        if draft.modality == "actual" or draft.type == "casualties":
            draft.places = self._story.scene(draft.sentence)
            if draft.places:
                draft.rules.append("place:story")
        if not draft.places:
            titles = [place for place in context.places if place.start in context.told.spoken]
            draft.places = [place for place in titles if place.mention.feature != "country"][:1]
            if draft.places:
                self._story.set_places(draft.places, draft.sentence)
                draft.rules.append("place:speaker")

    def _meant_again(self, context: Context, span: Range) -> list[Found[Place]]:
        """*In the region*: the one named last, in a governor's title, too."""
        norms, places = self._norms, self._reading.places
        at = next(
            (at for at in range(span[0], span[1]) if norms[at] in _REGIONS and norms[at - 1] == "the"), None
        )
        if at is None or self._reading.place_over(at) is not None or norms[at + 1 : at + 2] == ["of"]:
            return []
        named = [
            place
            for place in places[: bisect_left(places, at, key=_start_of)]
            if place.mention.feature == "region"
            or (place.start in context.told.spoken and place.mention.feature != "country")
        ]
        return named[-1:]

    def _nearest_chain(
        self, draft: EventDraft, places: list[Found[Place]], span: Range
    ) -> list[Found[Place]]:
        """The most specific of the chain that stands nearest within a span: *Goma, in North Kivu*; *A, B and C*."""
        chains: list[list[Found[Place]]] = []
        for place in places:
            if not span[0] <= place.start < span[1]:
                continue
            if chains and _are_linked(draft, chains[-1][-1], place):
                chains[-1].append(place)
            else:
                chains.append([place])
        if not chains:
            return []
        nearest = min(chains, key=lambda chain: self._distance(draft, chain)) if chains[1:] else chains[0]
        return _most_specific([place for place in nearest if not self._holds(place, nearest)])

    def _holds(self, place: Found[Place], chain: list[Found[Place]]) -> bool:
        """*Kherson's Korabelnyi district, Mafa, a village of Yobe, Sake near Goma*: what another lies in or near."""
        if any(other.start == place.end + 1 and self._norms[place.end] in ("'s", "'") for other in chain):
            return True
        before = max((other.end for other in chain if other.end <= place.start), default=place.start)
        between = self._norms[before : place.start]
        if "of" in between and between[0] not in _MEASURES | {"of", ","}:
            return False  # "the Kursk villages of Plekhovo and Vorozhba"
        return not _HOLDING.isdisjoint(between) and _JOINING.isdisjoint(between)

    def _distance(self, draft: EventDraft, chain: list[Found[Place]]) -> tuple[bool, bool, int]:
        """How far a chain stands: what only measures a way comes last, what a locative word leads first.

        Then the nearer one, those after the trigger before those left.
        """
        first = chain[0].start
        direct = first - (self._norms[first - 1] == "the") == draft.trigger[1]  # "shelled Orikhiv"
        located = direct or any(self._norms[at] in _LOCATIVE for at in range(max(0, first - 3), first))
        gap = (
            first - draft.trigger[1] if first >= draft.trigger[1] else 4 * (draft.trigger[0] - chain[-1].end)
        )
        return self._measures_way(chain[0]), not located, gap

    def _measures_way(self, place: Found[Place]) -> bool:
        """*Six miles from X, north of X, near the X border*: the way to the place where it happened is measured."""
        before = place.start - 1
        if self._norms[before] == "of" and self._norms[before - 1] in _TOWNS:
            before -= 3 if self._norms[before - 2] == "the" else 2
        measured = self._norms[before] in ("of", "from") and self._norms[before - 1] in _MEASURES
        return measured or not _BORDERS.isdisjoint(self._norms[place.end : place.end + 1])

    def _names_war(self, place: Found[Place]) -> bool:
        """*The war in X*, *the invasion of X*: the place is the name of the war."""
        return self._norms[place.start - 1] in ("in", "of", "on", "against") and (
            self._norms[place.start - 2] in WARS
        )

    def _candidates(self, context: Context, draft: EventDraft) -> list[Found[Place]]:
        """Places of the sentence, those of a speaker's title and those one comes *from* left out."""
        return [
            place
            for place in context.places
            if place.start not in context.told.apposed
            and not told_by_another(context, draft, place.start)
            and not self._is_elsewhere(draft, place)
        ]

    def _is_elsewhere(self, draft: EventDraft, place: Found[Place]) -> bool:
        """Whether it happened to those who come *from* the place, or only *near* or *with* a country."""
        before = self._norms[place.start - 1] if place.start else ""
        if not _NATIVES.isdisjoint(self._norms[place.end : place.end + 1]):
            return True  # "a New York man died fighting"
        if place.mention.feature == "country" and before in _BESIDE:
            return before != "from" or draft.type not in ("deployment", "displacement")
        return before == "from" and draft.type not in _MOVES


def _are_linked(draft: EventDraft, first: Found[Place], second: Found[Place]) -> bool:
    """Whether two places are named in one breath; what tells the event parts them: *a Lyon man died in Sake*."""
    return second.start - first.end <= _LINKED and not first.end <= draft.trigger[0] < second.start


def _most_specific(places: list[Found[Place]]) -> list[Found[Place]]:
    if not places:
        return []
    best = max(_rank(place) for place in places)
    return [place for place in places if _rank(place) == best]


def _rank(place: Found[Place]) -> int:
    """How exact a place is; a name of which nothing is known is taken for a village."""
    unknown = not place.mention.resolved and place.mention.feature == "other"
    return _RANK["settlement" if unknown else place.mention.feature]


def _start_of(place: Found[Place]) -> int:
    return place.start
