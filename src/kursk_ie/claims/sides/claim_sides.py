"""On which side of a loss its speaker stands."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.results import ClaimSide

_LOSSES: Final = frozenset({"casualties", "equipment_loss", "prisoners", "territory"})


def claim_side(draft: EventDraft, opponents: Opponents) -> ClaimSide:
    """The speaker's side against the target's, for events in which somebody loses something."""
    if draft.type not in _LOSSES or not draft.targets or not draft.statements:
        return "none"
    side = draft.statements[-1].side
    if side is None:
        return "none"
    targets = {party.code for party in draft.targets}
    if side in targets:
        return "own_loss"
    hostile = draft.acts(side) or not targets.isdisjoint(opponents.of(side))
    return "enemy_loss" if hostile else "third_party"
