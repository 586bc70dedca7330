"""The side of whoever tells an event: he may mean his own forces, or his own people."""

from __future__ import annotations

from kursk_ie.claims.drafts import EventDraft, PartyDraft

_BYSTANDERS = frozenset({"media", "analyst"})


def fighting_speaker(draft: EventDraft, belligerents: frozenset[str]) -> PartyDraft | None:
    """The side that tells the event, if it is one that fights."""
    speaker = speaking_side(draft)
    return speaker if speaker is not None and speaker.code in belligerents else None


def speaking_side(draft: EventDraft) -> PartyDraft | None:
    """The side of the innermost speaker; *CNN reports*: that of its country does nothing in what it tells."""
    statement = draft.statements[-1] if draft.statements else None
    if statement is None or statement.side is None or statement.source is None:
        return None
    return None if statement.kind in _BYSTANDERS else PartyDraft(statement.side, statement.source)
