"""Codes of events in the classifications of the field, from models/event_codes.tsv."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.reading import Reading
from kursk_ie.results import AcledCode, Codes
from kursk_ie.text.tables import read_table

_DRONES: Final = frozenset(
    "drone drones uav uavs shahed shaheds airstrike airstrikes air aerial warplanes jets aircraft".split()
)
_BOMBS: Final = frozenset({"mine", "mines", "ied", "car"})


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], Codes]:
    columns = ("type", "when", "acled_event", "acled_sub_event", "plover")
    table = {}
    for row in read_table("event_codes.tsv", columns):
        acled = None
        if row["acled_event"]:
            acled = AcledCode(event_type=row["acled_event"], sub_event_type=row["acled_sub_event"] or None)
        table[(row["type"], row["when"])] = Codes(acled=acled, plover=row["plover"] or None)
    return table


def codes_of(draft: EventDraft, reading: Reading) -> Codes:
    """The codes of one event."""
    table = _table()
    return table.get((draft.type, _variant(draft, reading)), table[(draft.type, "")])


def _variant(draft: EventDraft, reading: Reading) -> str:
    if draft.type == "strike":
        words = reading.tokens.norms[draft.clause[0] : draft.clause[1]]
        if not _DRONES.isdisjoint(words):
            return "munition"
        return "shell" if _BOMBS.isdisjoint(words) else "bomb"
    if draft.type == "territory" and _is_at_home(draft):
        return "government"
    if draft.type == "prisoners" and draft.measure == "exchanged":
        return "exchange"
    return ""


def _is_at_home(draft: EventDraft) -> bool:
    """Whether a state takes ground in its own country."""
    homes = {place.mention.country for place in draft.places}
    return any(party.code in homes for party in draft.agents)
