"""The side of whoever tells an event: he may mean his own forces, or his own people."""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.sides.named_sides import BYSTANDERS, role_of


def fighting_speaker(draft: EventDraft, belligerents: frozenset[str]) -> PartyDraft | None:
    """The side that tells the event, if it is one that fights."""
    speaker = speaking_side(draft)
    return speaker if speaker is not None and speaker.code in belligerents else None


def speaker_by_role(context: Context, draft: EventDraft) -> PartyDraft | None:
    """*The militants said they killed 12 soldiers*: the side for which the noun that speaks stands."""
    statement = draft.statements[-1] if draft.statements else None
    if statement is None or statement.side is not None or statement.source is None:
        return None
    for at in range(*statement.source):
        code = role_of(context, at)
        if code is not None:
            return PartyDraft(code, (at, at + 1))
    return None


def speaking_side(draft: EventDraft) -> PartyDraft | None:
    """The side of the innermost speaker; *CNN reports*: that of its country does nothing in what it tells."""
    statement = draft.statements[-1] if draft.statements else None
    if statement is None or statement.side is None or statement.source is None:
        return None
    return None if statement.kind in BYSTANDERS else PartyDraft(statement.side, statement.source)
