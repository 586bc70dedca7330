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
_MOVES = frozenset({"deployment", "territory", "displacement"})


class Circumstances:
    """Binds places, units and date; what the clause leaves unsaid comes from the story."""

    def __init__(self, reading: Reading, story: Story) -> None:
        self._reading = reading
        self._story = story
        spoken = [s.source for s in reading.statements if s.source is not None]
        self._of_speakers = {place.start for place in reading.places for a, b in spoken if a <= place.start < b}
        self._lead = _most_specific([p for p in reading.places if p.start not in self._of_speakers][:1])

    def place(self, context: Context, draft: EventDraft) -> None:
        """Give a draft its places, units and date."""
        self._places(context, draft)
        start, stop = draft.clause
        draft.units = [unit for unit in self._reading.units if start <= unit.start < stop]
        draft.date = self._date(context, draft)

    def _places(self, context: Context, draft: EventDraft) -> None:
        if draft.type in _NOWHERE:
            return
        reach = self._reach(context, draft)
        for span, rule in ((draft.clause, "place:clause"), (reach, "place:sentence")):
            found = _most_specific(self._candidates(draft, span))
            if found:
                draft.places = self._story.places = found
                draft.rules.append(rule)
                return
        if draft.measure != "exchanged":
            draft.places = self._story.places or self._lead
            if draft.places:
                draft.rules.append("place:story")

    def _candidates(self, draft: EventDraft, span: Range) -> list[Found[Place]]:
        """Places between two words, those of a speaker's title and those one comes *from* left out."""
        norms = self._reading.tokens.norms
        return [
            place
            for place in self._reading.places
            if span[0] <= place.start < span[1]
            and place.start not in self._of_speakers
            and (draft.type in _MOVES or place.start == 0 or norms[place.start - 1] != "from")
        ]
    def _reach(self, context: Context, draft: EventDraft) -> Range:
        """The statement's content that holds the trigger, or the sentence."""
        for statement in reversed(draft.statements):
            if statement.content is not None and context.start <= statement.content[0]:
                return statement.content
        return context.start, context.stop

    def _date(self, context: Context, draft: EventDraft) -> Found[Date] | None:
        reach = self._reach(context, draft)
        dates = [date for date in self._reading.dates if context.start <= date.start < context.stop]
        inside = [date for date in dates if reach[0] <= date.start < reach[1] and not self._is_announcement(context, date)]
        start, stop = draft.clause
        own = [date for date in inside if start <= date.start < stop]
        nearest = min(own or inside, key=lambda date: abs(date.start - draft.trigger[0]), default=None)
        return nearest

    def _is_announcement(self, context: Context, date: Found[Date]) -> bool:
        """Whether a date stands at the cue, outside what is said: *said on Monday*, *On Saturday X claimed*."""
        own = [s for s in self._reading.statements if context.start <= s.cue[0] < context.stop]
        return bool(own) and not any(s.content is not None and s.content[0] <= date.start < s.content[1] for s in own)


def _most_specific(places: list[Found[Place]]) -> list[Found[Place]]:
    if not places:
        return []
    best = max(_RANK[place.mention.feature] for place in places)
    return [place for place in places if _RANK[place.mention.feature] == best]
