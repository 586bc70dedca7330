"""How far the words reach that may tell of one event: the statement that tells it, or its sentence."""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.statement import Range


def reach_of(context: Context, draft: EventDraft) -> Range:
    """The statement's content that holds the trigger, or the sentence."""
    for statement in reversed(draft.statements):
        if statement.content is not None and context.start <= statement.content[0]:
            return statement.content
    return context.start, context.stop


def told_by_another(context: Context, draft: EventDraft, word: int) -> bool:
    """Whether somebody tells what stands at ``word`` and not the event: *Troops fought on; Y said Z was hit*."""
    return any(
        statement.source is not None
        and statement.content is not None
        and statement.content[0] <= word < statement.content[1]
        and not statement.tells(draft.trigger[1] - 1)
        for statement in context.statements
    )
