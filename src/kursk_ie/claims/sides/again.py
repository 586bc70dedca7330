"""An attack told before is spoken of again: *the strikes*, or one on the same side right after."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.sides.subject_words import definite
from kursk_ie.claims.story import CARRIES, Story

_ATTACKS: Final = frozenset({"strike", "combat"})


def tell_again(context: Context, draft: EventDraft, story: Story) -> None:
    """*The strikes left the city dark*: by the same side, and on the same, as told before."""
    told = draft.frame == "agent-noun" or "passive" in draft.rules
    attack = story.attack
    if attack is None or draft.agents or draft.type not in _ATTACKS or not told:
        return
    if not _is_same(draft, attack, definite(context, draft)) or any(
        draft.suffers(p.code) for p in attack.agents
    ):
        return
    draft.agents = list(attack.agents)
    draft.rules.append("agent:same-attack")
    if not draft.targets and attack.targets:
        draft.targets = list(attack.targets)
        draft.rules.append("target:same-attack")


def _is_same(draft: EventDraft, attack: EventDraft, definite: bool) -> bool:
    """Whether nothing is at odds between the two, and, where no *the* points back, something ties them."""
    apart = draft.sentence - attack.sentence
    if draft.type != attack.type or not 0 < apart <= CARRIES:
        return False
    here, there = ({place.mention.name for place in event.places} for event in (draft, attack))
    hurt, hit = ({party.code for party in event.targets} for event in (draft, attack))
    if (here and there and not here & there) or (hurt and hit and not hurt & hit):
        return False
    return definite or (apart == 1 and bool(here & there or hurt & hit))
