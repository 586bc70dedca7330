"""Who lays sanctions, and on whom."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import NamedSide
from kursk_ie.claims.sides.leading import subject
from kursk_ie.claims.sides.standing import against, attached
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.claims.triggers.voice import is_passive

Bound = tuple[list[NamedSide], list[NamedSide], str]
"""Agents, targets, the rule that found them."""

_ASKING: Final = frozenset(
    {"for", "calls", "called", "urges", "urged", "demands", "demanded", "asks", "asked"}
)
_SANCTIONERS: Final = frozenset(
    {"USA", "GBR", "EU", "G7", "CAN", "JPN", "AUS", "CHE", "NOR", "NZL", "UKR", "UN"}
)


def sanctioned(context: Context, hit: TriggerHit, left: list[NamedSide], by: list[NamedSide]) -> Bound:
    """Who lays sanctions, the speaker himself too, and on whom: *Japan's sanctions on Iran, the Iran sanctions*."""
    named = [NamedSide(side.code, (side.start, side.end), side.form) for side in context.sides]
    right = [side for side in named if side.words[0] >= hit.end]
    on = [
        side for side in against(context, hit, right) if context.norm(side.words[0] - 1) not in ("in", "over")
    ]
    own = attached(context, hit, left) if hit.trigger.frame.endswith("noun") else []
    if own and not on and own[0].code not in _SANCTIONERS:
        own, on = [], own
    before = [side for side in named if hit.clause[0] <= side.words[0] < hit.start]
    before = [side for side in before if all(side.words != other.words for other in on)]
    if is_passive(context, hit):
        return by, on or subject(context, before), ""
    laying = [side for side in before if not context.has_word(_ASKING, side.words[1], hit.start)]
    agents = own or by or subject(context, laying)
    return agents, on or [side for side in right if side.code not in {party.code for party in agents}][:1], ""
