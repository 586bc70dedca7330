"""Where and when: the places, units and date of an event, from its clause, its sentence, or the scene."""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.claims.story import Story
from kursk_ie.mentions.found import Found
from kursk_ie.results import Date, Place

_RANK = {"settlement": 4, "facility": 4, "other": 3, "water": 3, "district": 2, "region": 1, "country": 0}
_NOWHERE = frozenset({"sanction"})
_CARRIED = frozenset(
    {"casualties", "combat", "strike", "territory", "equipment_loss", "displacement", "strength", "prisoners"}
)
_LINKED = 4  # words between two places of one chain
_LOCATIVE = frozenset(
    """in at near on over across around inside outside into onto from toward towards around through throughout between
    against of along beyond above off to""".split()
)
_THROUGH = frozenset(
    {"in", "during", "over", "through", "throughout", "for", "this", "last", "next", "the", "all"}
)
_MOVES = frozenset({"deployment", "territory", "displacement"})


class Circumstances:
    """Binds places, units and date; what the clause leaves unsaid comes from the story."""

    def __init__(self, reading: Reading, story: Story) -> None:
        self._reading = reading
        self._story = story

    def place(self, context: Context, draft: EventDraft) -> None:
        """Give a draft its places, units and date."""
        self._places(context, draft)
        start, stop = draft.clause
        draft.units = draft.units or [unit for unit in context.units if start <= unit.start < stop]
        draft.date = self._date(context, draft)

    def _places(self, context: Context, draft: EventDraft) -> None:
        if draft.type in _NOWHERE:
            return
        reach = self._reach(context, draft)
        steps = (
            (draft.clause, False, "place:clause"),
            (reach, False, "place:sentence"),
            (reach, True, "place:beside"),
        )
        for span, shared, rule in steps:
            inside = [
                p
                for p in self._candidates(context, draft, span)
                if shared or context.shares(p.start, draft.clause)
            ]
            found = self._nearest_chain(draft, inside)
            if found:
                draft.places = found
                draft.rules.append(rule)
                if self._reading.tokens.norms[found[0].start - 1] != "from":
                    self._story.set_places(found, draft.sentence)
                return
        if draft.type in _CARRIED and (draft.modality == "actual" or draft.type == "casualties"):
            draft.places = self._story.scene(draft.sentence)
            if draft.places:
                draft.rules.append("place:story")
        if not draft.places and draft.type in _CARRIED:
            titles = [place for place in context.places if place.start in context.told.spoken]
            draft.places = [place for place in titles if place.mention.feature != "country"][:1]
            if draft.places:
                draft.rules.append("place:speaker")

    def _nearest_chain(self, draft: EventDraft, places: list[Found[Place]]) -> list[Found[Place]]:
        """The most specific of the chain of places that stands nearest: *Goma, in North Kivu*; *A, B and C*."""
        if not places:
            return []
        chains: list[list[Found[Place]]] = []
        for place in places:
            if chains and place.start - chains[-1][-1].end <= _LINKED:
                chains[-1].append(place)
            else:
                chains.append([place])
        nearest = min(chains, key=lambda chain: self._distance(draft, chain))
        return _most_specific([place for place in nearest if not self._owns(place, nearest)])

    def _owns(self, place: Found[Place], chain: list[Found[Place]]) -> bool:
        """*Kherson's Korabelnyi district*: what owns a place is less exact than it."""
        norms = self._reading.tokens.norms
        return any(other.start == place.end + 1 and norms[place.end] in ("'s", "'") for other in chain)

    def _distance(self, draft: EventDraft, chain: list[Found[Place]]) -> tuple[bool, int]:
        """Chains after a locative word come first, then the nearer one, those after the trigger before those left."""
        norms = self._reading.tokens.norms
        first = chain[0].start
        located = any(norms[at] in _LOCATIVE for at in range(max(0, first - 3), first))
        gap = (
            first - draft.trigger[1] if first >= draft.trigger[1] else 4 * (draft.trigger[0] - chain[-1].end)
        )
        return not located, gap

    def _candidates(self, context: Context, draft: EventDraft, span: Range) -> list[Found[Place]]:
        """Places between two words, those of a speaker's title and those one comes *from* left out."""
        norms = self._reading.tokens.norms
        return [
            place
            for place in context.places
            if span[0] <= place.start < span[1]
            and place.start not in context.told.apposed
            and (draft.type in _MOVES or place.start == 0 or norms[place.start - 1] != "from")
            and not (
                place.mention.feature == "country"
                and place.start > 0
                and norms[place.start - 1] in ("near", "with")
            )
        ]

    def _reach(self, context: Context, draft: EventDraft) -> Range:
        """The statement's content that holds the trigger, or the sentence."""
        for statement in reversed(draft.statements):
            if statement.content is not None and context.start <= statement.content[0]:
                return statement.content
        return context.start, context.stop

    def _date(self, context: Context, draft: EventDraft) -> Found[Date] | None:
        """The nearest date of the clause, or of a clause that tells no event; never the announcement's own."""
        reach = self._reach(context, draft)
        inside = [
            date
            for date in context.dates
            if reach[0] <= date.start < reach[1]
            and context.shares(date.start, draft.clause)
            and not self._is_announcement(context, date)
            and (date.mention.precision != "season" or context.norm(date.start - 1) in _THROUGH)
        ]
        if not inside:
            return self._only_date(context, reach)
        nearest = min(inside, key=lambda date: abs(date.start - draft.trigger[0]))
        return self._joined(nearest, inside)

    def _only_date(self, context: Context, reach: Range) -> Found[Date] | None:
        """The one date of a statement or sentence dates all its events: *One died when it was hit on Sunday*."""
        dates = [date for date in context.dates if reach[0] <= date.start < reach[1]]
        if len(dates) != 1 or self._is_announcement(context, dates[0]):
            return None
        return dates[0] if dates[0].mention.precision in ("day", "range") else None

    def _joined(self, date: Found[Date], others: list[Found[Date]]) -> Found[Date]:
        """*Saturday and Sunday*: two days joined are when one event took place."""
        norms = self._reading.tokens.norms
        for first in others:
            for second in others:
                joined = second.start - first.end == 1 and norms[first.end] == "and"
                if joined and date in (first, second):
                    return _span_of(self._reading, first, second)
        return date

    def _is_announcement(self, context: Context, date: Found[Date]) -> bool:
        """Whether a date stands at the cue, outside what is said: *said on Monday*, *On Saturday X claimed*."""
        own = [s for s in context.statements if context.start <= s.cue[0] < context.stop]
        return bool(own) and not any(
            s.content is not None and s.content[0] <= date.start < s.content[1] for s in own
        )


def _most_specific(places: list[Found[Place]]) -> list[Found[Place]]:
    if not places:
        return []
    best = max(_rank(place) for place in places)
    return [place for place in places if _rank(place) == best]


def _rank(place: Found[Place]) -> int:
    """How exact a place is; a name that no gazetteer knows is taken for a village."""
    return _RANK[place.mention.feature] if place.mention.resolved else _RANK["settlement"]


def _span_of(reading: Reading, first: Found[Date], second: Found[Date]) -> Found[Date]:
    span = reading.tokens.span(first.start, second.end)
    mention = Date.model_construct(
        start=span.start,
        end=span.end,
        text=span.text,
        label="DATE",
        earliest=first.mention.earliest,
        latest=second.mention.latest,
        precision="range",
    )
    return Found(first.start, second.end, mention)
