"""From event drafts to the frozen events of the result."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.drafts import EventDraft, PartyDraft, Verdict
from kursk_ie.claims.events.codes import codes_of
from kursk_ie.claims.reading import Reading
from kursk_ie.freezing import freeze
from kursk_ie.results import Attribution, Event, EventFigure, Party, Verification
from kursk_ie.text.wordclasses import PERSONAL_PRONOUNS

_UNSPOKEN: Final = Verification()  # the text says nothing of the event's truth


def finish_events(reading: Reading, attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """Freeze the drafts; ``attributions`` stand in the order of ``reading.statements``.

    An inherited statement is that of the sentence before: the event carries its attribution.
    """
    if not reading.drafts:
        return ()
    made = {(s.cue, s.source): a for s, a in zip(reading.statements, attributions, strict=True)}
    return tuple(
        _event(reading, draft, number, tuple(made[(s.cue, s.source)] for s in draft.statements))
        for number, draft in enumerate(reading.drafts, start=1)
    )


def _event(reading: Reading, draft: EventDraft, number: int, attributions: tuple[Attribution, ...]) -> Event:
    tokens = reading.tokens
    return freeze(
        Event,
        id=f"e{number}",
        type=draft.type,
        trigger=tokens.span(draft.trigger),
        sentence=tokens.span(reading.sentences[draft.sentence]),
        agents=_parties(reading, draft.agents),
        targets=_parties(reading, draft.targets),
        figures=tuple(
            freeze(EventFigure, **figure.mention.__dict__, measure=measure)
            for figure, measure in draft.figures
        ),
        places=tuple(place.mention for place in draft.places),
        units=tuple(unit.mention for unit in draft.units),
        date=draft.date.mention if draft.date is not None else None,
        attributions=attributions,
        verification=_verification(reading, draft),
        modality=draft.modality,
        claim_side=draft.claim_side,
        codes=codes_of(draft, reading),
        rules=tuple(draft.rules),
    )


def _parties(reading: Reading, parties: list[PartyDraft]) -> tuple[Party, ...]:
    made = []
    for party in parties:
        start, end, text = reading.tokens.stretch(*party.words)
        made.append(freeze(Party, code=party.code, text=text, start=start, end=end))
    return tuple(made)


def _verification(reading: Reading, draft: EventDraft) -> Verification:
    if draft.status == "none":
        return _UNSPOKEN
    named = next((verdict for verdict in draft.verdicts if verdict.by is not None), None)
    return freeze(
        Verification,
        status=draft.status,
        by=_name_of(reading, named) if named is not None else None,
        evidence=tuple(reading.tokens.span(verdict.evidence) for verdict in draft.verdicts),
    )


def _name_of(reading: Reading, verdict: Verdict) -> str | None:
    """Who gives the verdict, as the text has it; a pronoun is whom it stands for, else who spoke last before it."""
    if verdict.by is None:
        return None
    start, end = verdict.by
    if end - start > 1 or reading.tokens.norms[start] not in PERSONAL_PRONOUNS:
        return reading.tokens.surface(start, end)
    speaker = None
    for statement in reading.statements:
        if statement.source == verdict.by:
            return statement.speaker
        if statement.cue < verdict.evidence:
            speaker = statement.speaker or speaker
    return speaker or reading.tokens.surface(start, end)
