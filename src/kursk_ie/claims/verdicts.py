"""Laying verdicts on the events they speak of, by their scope; and the dispute that two rival figures make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kursk_ie.claims.drafts import EventDraft, Verdict
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure, Measure, Status

# of several statuses the first holds
_ORDER: tuple[Status, ...] = (
    "denied",
    "disputed",
    "confirmed",
    "no_evidence",
    "unverified",
    "declined",
    "none",
)
_ECHO = 5  # sentences back in which a confirmation or denial still speaks of the same thing
_RIVAL = 2  # sentences between two rival accounts, at most
_RIVAL_MEASURES: frozenset[Measure] = frozenset(
    {
        "killed", "wounded", "killed_or_wounded", "casualties", "captured", "exchanged", "settlements",
        "equipment", "percent", "missing",
    }
)  # fmt: skip


def lay_verdicts(reading: Reading, drafts: list[EventDraft]) -> None:
    """Set ``verdicts`` and ``status`` of each draft."""
    for verdict in reading.verdicts:
        for draft in _scope(reading, drafts, verdict):
            draft.verdicts.append(verdict)
    for draft in drafts:
        found = {verdict.status for verdict in draft.verdicts}
        draft.status = next((status for status in _ORDER if status in found), "none")
        draft.verdicts = [verdict for verdict in draft.verdicts if verdict.status == draft.status]
    for first, second in _neighbours(drafts):
        if _rival(first, second):
            for draft in (first, second):
                if draft.status != "denied":
                    draft.status, draft.verdicts = "disputed", []
                    draft.rules.append("disputed:rival-figure")


def _neighbours(drafts: list[EventDraft]) -> Iterator[tuple[EventDraft, EventDraft]]:
    """Pairs of events that stand near enough to be rival accounts."""
    for number, first in enumerate(drafts):
        for later in range(number + 1, len(drafts)):
            second = drafts[later]
            if second.sentence - first.sentence > _RIVAL:
                break
            yield first, second


def _scope(reading: Reading, drafts: list[EventDraft], verdict: Verdict) -> Iterable[EventDraft]:
    if verdict.scope == "picture":
        return []
    if verdict.scope == "clause":
        own = [draft for draft in drafts if _governs(reading, verdict, draft)]
        return [*own, *_echoed(drafts, own, verdict)] if verdict.status in ("confirmed", "denied") else own
    earlier = [draft for draft in drafts if draft.sentence < verdict.sentence and draft.statements]
    if not earlier:
        return []
    judged = _judged(reading, verdict, earlier)
    if verdict.scope == "before" and _judges_itself(reading, verdict, judged):
        return []
    if verdict.scope == "before":
        return [draft for draft in earlier if any(s.speaker == judged[0] for s in draft.statements)]
    return [draft for draft in earlier if any(_same(judged, s) for s in draft.statements)]


def _echoed(drafts: list[EventDraft], own: list[EventDraft], verdict: Verdict) -> list[EventDraft]:
    """Earlier events of the kind that is confirmed or denied, told by others and not at odds with it."""
    echoed = []
    for draft in drafts:
        if not draft.statements or not 0 < verdict.sentence - draft.sentence <= _ECHO or draft in own:
            continue
        if any(_same_thing(draft, other) for other in own):
            echoed.append(draft)
    return echoed


def _same_thing(a: EventDraft, b: EventDraft) -> bool:
    """Same type, no side or figure at odds, told by different speakers."""
    if a.type != b.type or {s.speaker for s in a.statements} & {s.speaker for s in b.statements}:
        return False
    for ours, theirs in ((a.agents, b.agents), (a.targets, b.targets)):
        if a.type != "combat" and ours and theirs and not {p.code for p in ours} & {p.code for p in theirs}:
            return False  # in a fight either side may be told as the one that acts
    return bool(not b.figures or not a.figures or _values(a) == _values(b))


def _values(draft: EventDraft) -> set[object]:
    return {(figure.mention.min, figure.mention.max, measure) for figure, measure in draft.figures}


def _judged(reading: Reading, verdict: Verdict, earlier: list[EventDraft]) -> tuple[str | None, str | None]:
    """Speaker and side whose claims the verdict judges: those it names, else the last that claimed something."""
    if verdict.about is not None:
        actor = reading.actor_over(*verdict.about)
        if actor is not None and actor.side and actor.kind != "media":
            return None, actor.side
    last = earlier[-1].statements[-1]
    return last.speaker, last.side


def _judges_itself(reading: Reading, verdict: Verdict, judged: tuple[str | None, str | None]) -> bool:
    """*He declined to give details*: a speaker who says no more does not call his own claim in question."""
    if verdict.by is None:
        return False
    own = next((s for s in reading.statements if s.source == verdict.by and s.act == "decline"), None)
    if own is None:
        return False
    return own.speaker == judged[0] or (own.side is not None and own.side == judged[1])


def _same(judged: tuple[str | None, str | None], statement: Statement) -> bool:
    speaker, side = judged
    if statement.speaker == speaker and speaker is not None:
        return True
    return side is not None and statement.side == side and statement.kind not in ("person", "official")


def _governs(reading: Reading, verdict: Verdict, draft: EventDraft) -> bool:
    """Whether a verdict of clause scope covers an event: within its statement's content, or the same sentence."""
    if draft.sentence != verdict.sentence:
        return False
    for statement in reading.statements:
        if statement.cue == verdict.evidence and statement.content is not None:
            return statement.content[0] <= draft.trigger[0] < statement.content[1]
    return True


def _rival(a: EventDraft, b: EventDraft) -> bool:
    """Two speakers of different sides give figures of one thing that exclude each other."""
    if a.type != b.type or abs(a.sentence - b.sentence) > _RIVAL or not (a.statements and b.statements):
        return False
    if a.modality != "actual" or b.modality != "actual":
        return False
    if {s.speaker for s in a.statements} & {s.speaker for s in b.statements}:
        return False
    for ours, theirs in ((a.targets, b.targets), (a.agents, b.agents)):
        if ours and theirs and {p.code for p in ours} != {p.code for p in theirs} and a.type != "prisoners":
            return False
    if a.date is not None and b.date is not None and a.date.mention.earliest != b.date.mention.earliest:
        return False
    return any(
        measure == other and measure in _RIVAL_MEASURES and _exclude(figure, rival)
        for figure, measure in a.figures
        for rival, other in b.figures
    )


def _exclude(a: Found[Figure], b: Found[Figure]) -> bool:
    """Whether no number satisfies both figures."""
    infinity = float("inf")
    low = max(a.mention.min or 0, b.mention.min or 0)
    high = min(
        infinity if a.mention.max is None else a.mention.max,
        infinity if b.mention.max is None else b.mention.max,
    )
    return low > high
