"""Laying verdicts on the events they speak of, by their scope."""

from __future__ import annotations

from kursk_ie.claims.drafts import EventDraft, Verdict
from kursk_ie.claims.reading import Reading
from kursk_ie.results import Status

# of several statuses the first holds
_ORDER: tuple[Status, ...] = ("denied", "disputed", "confirmed", "no_evidence", "unverified", "declined", "none")


def lay_verdicts(reading: Reading, drafts: list[EventDraft]) -> None:
    """Set ``verdicts`` and ``status`` of each draft."""
    for verdict in reading.verdicts:
        for draft in _scope(reading, drafts, verdict):
            draft.verdicts.append(verdict)
    for draft in drafts:
        found = {verdict.status for verdict in draft.verdicts}
        draft.status = next((status for status in _ORDER if status in found), "none")
        draft.verdicts = [verdict for verdict in draft.verdicts if verdict.status == draft.status]


def _scope(reading: Reading, drafts: list[EventDraft], verdict: Verdict) -> list[EventDraft]:
    if verdict.scope == "picture":
        return []
    if verdict.scope == "clause":
        return [draft for draft in drafts if _governs(reading, verdict, draft)]
    earlier = [draft for draft in drafts if draft.sentence < verdict.sentence and draft.statements]
    if not earlier:
        return []
    if verdict.scope == "before":
        last = earlier[-1].sentence
        return [draft for draft in earlier if draft.sentence == last] if verdict.sentence - last <= 3 else []
    speaker = _judged(reading, verdict, earlier)
    return [draft for draft in earlier if any(_same(speaker, s.speaker, s.side) for s in draft.statements)]


def _judged(reading: Reading, verdict: Verdict, earlier: list[EventDraft]) -> tuple[str | None, str | None]:
    """Speaker and side whose claims the verdict judges: those it names, else the last that claimed something."""
    if verdict.about is not None:
        actor = reading.actor_over(*verdict.about)
        if actor is not None and actor.side is not None and actor.kind != "media":
            return None, actor.side
    last = earlier[-1].statements[-1]
    return last.speaker, last.side


def _same(judged: tuple[str | None, str | None], speaker: str | None, side: str | None) -> bool:
    return judged[0] is not None and judged[0] == speaker or judged[1] is not None and judged[1] == side


def _governs(reading: Reading, verdict: Verdict, draft: EventDraft) -> bool:
    """Whether a verdict of clause scope covers an event: within its statement's content, or the same sentence."""
    if draft.sentence != verdict.sentence:
        return False
    for statement in reading.statements:
        if statement.cue == verdict.evidence and statement.content is not None:
            return statement.content[0] <= draft.trigger[0] < statement.content[1]
    return True
