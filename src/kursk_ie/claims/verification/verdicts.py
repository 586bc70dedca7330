"""Laying verdicts on the events they speak of, by their scope."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, cast

from kursk_ie.claims.drafts import EventDraft, Verdict
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.results import EventType, Status
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import AUXILIARIES, DETERMINERS, RELATIVES

# of several statuses the first holds
_ORDER: Final[tuple[Status, ...]] = (
    "denied",
    "disputed",
    "confirmed",
    "no_evidence",
    "unverified",
    "declined",
    "none",
)
_ECHO: Final = 4  # sentences back in which a bare noun still names the event: "confirmed the swap"
_CLAIM_NOUNS: Final = frozenset(
    "claim claims report reports allegation allegations accusation accusations assertion assertions account".split()
)
_POINTERS: Final = (["it"], ["this"], ["that"], ["them"])  # *A spokesman denied it*
_HEAD: Final = 6  # words in which the noun of a confirmed or denied thing stands


def lay_verdicts(reading: Reading, drafts: list[EventDraft]) -> None:
    """Set ``verdicts`` and ``status`` of each draft."""
    if not reading.verdicts:
        return
    for verdict in reading.verdicts:
        for draft in _scope(reading, drafts, verdict):
            draft.verdicts.append(verdict)
    for draft in drafts:
        found = {verdict.status for verdict in draft.verdicts}
        draft.status = next((status for status in _ORDER if status in found), "none")
        draft.verdicts = [verdict for verdict in draft.verdicts if verdict.status == draft.status]


def _scope(reading: Reading, drafts: list[EventDraft], verdict: Verdict) -> Iterable[EventDraft]:
    if verdict.scope == "picture":
        return []
    own = [draft for draft in drafts if _governs(reading, verdict, draft)]
    own = [draft for draft in own if draft.clause[0] <= verdict.evidence[0] < draft.clause[1]] or own
    if verdict.scope == "clause":
        if verdict.status not in ("confirmed", "denied"):
            return own
        return [*own, *_echoed(reading, drafts, own, verdict), *_claimed(reading, drafts, own, verdict)]
    if own:
        return own  # "could not confirm reports of a battle", "neither confirmed nor denied the presence"
    earlier = [draft for draft in drafts if draft.trigger < verdict.evidence and draft.statements]
    if not earlier:
        return []
    if verdict.scope == "before":
        return _unanswered(reading, earlier, verdict)
    judged = _judged(reading, verdict, earlier)
    return [draft for draft in earlier if any(_same(judged, s) for s in draft.statements)]


def _claimed(
    reading: Reading, drafts: list[EventDraft], own: list[EventDraft], verdict: Verdict
) -> list[EventDraft]:
    """*Moscow denied the claim*, *denied it*: what the last other speaker before it told."""
    statement = _statement_of(reading, verdict)
    if own or statement is None or statement.content is None:
        return []
    first, last = statement.content
    content = reading.tokens.norms[first:last]
    if content not in _POINTERS and not _CLAIM_NOUNS & set(content[:_HEAD]):
        return []
    types = _named_types(reading, first, last)
    told = [
        d for d in drafts if d.trigger < verdict.evidence and d.statements and (not types or d.type in types)
    ]
    others = [d for d in told if not _is_of(d.statements[-1], statement.speaker, statement.side)]
    return [d for d in others if d.statements[-1].speaker == others[-1].statements[-1].speaker]


def _unanswered(reading: Reading, earlier: list[EventDraft], verdict: Verdict) -> list[EventDraft]:
    """What the one who declines to comment was asked about: what others claimed last, in its own sentence first."""
    own = reading.statements_of(verdict.sentence)
    decliner = next((s for s in own if s.source == verdict.by and s.act == "decline"), None)
    types = _named_types(reading, *reading.sentences[verdict.sentence])
    asked: list[EventDraft] = []
    claimant: Statement | None = None
    beside = [draft for draft in earlier if draft.sentence == verdict.sentence]
    for draft in reversed(beside or earlier):
        last = draft.statements[-1]
        if decliner is not None and _is_of(last, decliner.speaker, decliner.side):
            break
        if claimant is not None and not _is_with(claimant, last):
            break
        claimant = last if claimant is None or claimant.side is None else claimant
        if not types or draft.type in types:
            asked.append(draft)
    return asked


def _is_with(claimant: Statement, other: Statement) -> bool:
    """Whether a statement before belongs to the same claim: of the same speaker, or of an office of his side."""
    if other.speaker == claimant.speaker:
        return True
    if other.side is not None and claimant.side not in (None, other.side):
        return False
    return other.kind not in ("person", "official")


def _is_of(statement: Statement, speaker: str | None, side: str | None) -> bool:
    return statement.speaker == speaker or (side is not None and statement.side == side)


def _named_types(reading: Reading, start: int, stop: int) -> frozenset[EventType]:
    """The types of events that nouns between two words speak of."""
    norms = reading.tokens.norms[start:stop]
    return frozenset(type_ for norm in norms for type_ in _nouns().get(norm, ()))


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[EventType, ...]]:
    found: dict[str, tuple[EventType, ...]] = {}
    for row in read_table("event_nouns.tsv", ("type", "nouns")):
        for noun in row.many("nouns"):
            found[noun] = (*found.get(noun, ()), cast(EventType, row["type"]))
    return found


def _echoed(
    reading: Reading, drafts: list[EventDraft], own: list[EventDraft], verdict: Verdict
) -> list[EventDraft]:
    """Events told by others that *confirmed the swap* or *denied the attack* speaks of: of its kind, not at odds."""
    statement = _statement_of(reading, verdict)
    if statement is None or statement.content is None:
        return []
    if not _is_noun_phrase(reading, statement.content):
        return [draft for draft in drafts if any(_same_count(draft, other) for other in own)]
    first, last = statement.content
    types = _named_types(reading, first, min(last, first + _HEAD))
    echoed = []
    for draft in drafts:
        if (
            draft in own
            or draft.sentence == verdict.sentence
            or any(s.act == statement.act for s in draft.statements)
        ):
            continue
        if any(s.speaker == statement.speaker for s in draft.statements):
            continue
        if any(_same_thing(draft, other) for other in own) or (
            draft.type in types and 0 < verdict.sentence - draft.sentence <= _ECHO
        ):
            echoed.append(draft)
    return echoed


def _same_count(draft: EventDraft, confirmed: EventDraft) -> bool:
    """Whether another speaker told the same number of the same: *the Kremlin confirmed that 30 had been killed*."""
    if draft is confirmed or {s.speaker for s in draft.statements} & {
        s.speaker for s in confirmed.statements
    }:
        return False
    return bool(draft.figures) and draft.values == confirmed.values and _same_thing(draft, confirmed)


def _is_noun_phrase(reading: Reading, content: Range) -> bool:
    """Whether a content names a thing known already, and tells none of its own: *the first clashes with them*."""
    norms = reading.tokens.norms
    if norms[content[0] - 1] == "that" or norms[content[0]] not in DETERMINERS:
        return False
    for norm in norms[content[0] : content[1]]:
        if norm in RELATIVES or norm == "that":
            break
        if norm in AUXILIARIES:
            return False
    return True


def _same_thing(a: EventDraft, b: EventDraft) -> bool:
    """Same type, no side or figure at odds, told by different speakers."""
    if a.type != b.type:
        return False
    for ours, theirs in ((a.agents, b.agents), (a.targets, b.targets)):
        if a.type != "combat" and ours and theirs and not {p.code for p in ours} & {p.code for p in theirs}:
            return False  # in a fight either side may be told as the one that acts
    return bool(not b.figures or not a.figures or a.values == b.values)


def _judged(reading: Reading, verdict: Verdict, earlier: list[EventDraft]) -> tuple[str | None, str | None]:
    """Speaker and side whose claims the verdict judges: those it names, else the last that claimed something."""
    if verdict.about is not None:
        actor = reading.actor_over(*verdict.about)
        if actor is not None and actor.side and actor.kind != "media":
            return None, actor.side
    last = earlier[-1].statements[-1]
    return last.speaker, last.side


def _same(judged: tuple[str | None, str | None], statement: Statement) -> bool:
    speaker, side = judged
    if statement.speaker == speaker and speaker is not None:
        return True
    return side is not None and statement.side == side and statement.kind not in ("person", "official")


def _statement_of(reading: Reading, verdict: Verdict) -> Statement | None:
    """The statement whose cue is the verdict's evidence."""
    return next((s for s in reading.statements_of(verdict.sentence) if s.cue == verdict.evidence), None)


def _governs(reading: Reading, verdict: Verdict, draft: EventDraft) -> bool:
    """Whether a verdict covers an event of its own sentence: within its statement's content, or after its words."""
    if draft.sentence != verdict.sentence:
        return False
    statement = _statement_of(reading, verdict)
    if statement is not None and statement.content is not None:
        return statement.content[0] <= draft.trigger[0] < statement.content[1]
    return verdict.scope == "clause" or draft.trigger[0] >= verdict.evidence[1]
