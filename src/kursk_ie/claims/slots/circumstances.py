"""Where and when: the places, units and date of an event."""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.slots.date_binding import DateBinder
from kursk_ie.claims.slots.place_binding import PlaceBinder
from kursk_ie.claims.story import Story


class Circumstances:
    """Binds places, units and date."""

    def __init__(self, reading: Reading, story: Story) -> None:
        self._places = PlaceBinder(reading, story)
        self._dates = DateBinder(reading)

    def place(self, context: Context, draft: EventDraft) -> None:
        """Give a draft its places, units and date."""
        self._places.bind(context, draft)
        start, stop = draft.clause
        draft.units = draft.units or [unit for unit in context.units if start <= unit.start < stop]
        self._dates.bind(context, draft)
