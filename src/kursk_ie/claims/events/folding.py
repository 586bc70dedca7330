"""One event for one thing told: triggers of a sentence that tell it together, sentences that tell it again."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.slots.date_binding import AGAIN
from kursk_ie.results import EventType, Modality

_OBJECT: Final = 3  # words between a verb and the noun of an attack that it is done to
_NEAR: Final = 6  # words between two triggers that tell the same people's fate
_PRECISE: Final = frozenset({"killed", "wounded", "killed_or_wounded"})


def merge_in_sentence(drafts: list[EventDraft]) -> list[EventDraft]:
    """Join drafts of one sentence that tell the same thing: same type and owners, sides that do not differ."""
    merged: list[EventDraft] = []
    for draft in drafts:
        partner = next((other for other in reversed(merged) if _same_thing(other, draft)), None)
        if partner is None:
            merged.append(draft)
        else:
            _join(partner, draft)
    return merged


def _same_thing(a: EventDraft, b: EventDraft) -> bool:
    if a.type == b.type == "prisoners" and b.frame == "target-noun" and b.trigger[0] - a.trigger[1] <= 5:
        return True  # "freed 195 prisoners"
    if _repels(a, b):
        return True
    if a.type != b.type or a.modality != b.modality or a.statements != b.statements:
        return False
    if not _agree(a.targets, b.targets) or not _agree(a.agents, b.agents):
        return False
    if a.type == "strike" and any(b.acts(party.code) for party in a.targets):
        return False  # "blasts hit Russian bases, Moscow fires missiles"
    if b.frame == "damage-verb" and a.type == "strike" and not (b.figures or _elsewhere(a, b)):
        return True  # "missiles hit the city, which destroyed a school"
    if a.type != "casualties" and "verb" in a.frame and "verb" in b.frame and b.trigger[0] - a.trigger[1] > 2:
        return False  # "beat them near A and stopped an attempt at B"
    if a.figures and b.figures:
        if a.type not in ("casualties", "equipment_loss"):
            return False
        shared = {measure for _, measure in a.figures} & {measure for _, measure in b.figures}
        return (not shared and a.clause == b.clause) or (
            a.type == "casualties" and not shared and b.trigger[0] - a.trigger[1] < 15
        )
    if a.type == "casualties":
        return not (a.figures or b.figures) or b.trigger[0] - a.trigger[1] < _NEAR or a.clause == b.clause
    return a.clause == b.clause


def _repels(a: EventDraft, b: EventDraft) -> bool:
    """*Repelled a Russian assault*: the assault is what the verb is done to, and not told for itself."""
    fights = a.type == b.type == "combat" and a.frame == "agent-verb-target" and b.frame == "agent-noun"
    whose = not (a.targets and b.agents) or {p.code for p in a.targets} == {p.code for p in b.agents}
    return (
        fights
        and a.clause == b.clause
        and a.modality == b.modality
        and 0 <= b.trigger[0] - a.trigger[1] <= _OBJECT
        and whose
    )


def _elsewhere(a: EventDraft, b: EventDraft) -> bool:
    """Whether both say who was hit or who hit, in clauses of their own."""
    return bool(a.agents and b.agents) or (a.clause != b.clause and bool(b.agents))


def _agree(a: list[PartyDraft], b: list[PartyDraft]) -> bool:
    return not a or not b or {p.code for p in a} == {p.code for p in b}


def _join(a: EventDraft, b: EventDraft) -> None:
    if _repels(a, b):
        a.targets = a.targets or [party for party in b.agents if not a.acts(party.code)]
        a.figures = a.figures + b.figures
        a.rules += [rule for rule in b.rules if rule not in a.rules]
        return
    if a.measure == "casualties" and b.measure in _PRECISE and not b.figures:
        # "losses of at least 30 soldiers killed or wounded": the later words say what the figure counts
        a.trigger, a.measure = b.trigger, b.measure
        a.figures = [
            (figure, b.measure if measure == "casualties" else measure) for figure, measure in a.figures
        ]
    if (b.figures and not a.figures) or (
        b.frame.endswith("target") and not a.frame.endswith("target") and not a.figures
    ):
        a.trigger, a.measure = b.trigger, b.measure
    a.figures = a.figures + b.figures
    a.agents = a.agents or b.agents
    a.targets = a.targets or [
        p for p in b.targets if "exchanged" in (a.measure, b.measure) or not a.acts(p.code)
    ]
    a.places = a.places or b.places
    a.units = a.units + [unit for unit in b.units if unit not in a.units]
    a.date = a.date or b.date
    a.rules += [rule for rule in b.rules if rule not in a.rules]


def fold(drafts: list[EventDraft]) -> list[EventDraft]:
    """Drop a later event that adds no slot value, source or figure to an earlier one of its kind."""
    if not drafts or drafts[0].sentence == drafts[-1].sentence:
        return drafts  # a sentence has been folded already
    kept: list[EventDraft] = []
    told: dict[tuple[EventType, Modality], list[tuple[int, set[object]]]] = {}
    for draft in drafts:
        slots = _slots(draft)
        earlier = told.setdefault((draft.type, draft.modality), [])
        if not any(sentence != draft.sentence and slots <= known for sentence, known in earlier):
            earlier.append((draft.sentence, slots))
            kept.append(draft)
    return kept


def _slots(draft: EventDraft) -> set[object]:
    slots: set[object] = {("agent", p.code) for p in draft.agents} | {
        ("target", p.code) for p in draft.targets
    }
    slots |= {("figure", f.mention.min, f.mention.max) for f, _ in draft.figures}
    slots |= {("place", p.mention.name) for p in draft.places}
    slots |= {("unit", u.mention.name) for u in draft.units}
    slots |= {("source", s.speaker) for s in draft.statements}
    if draft.date is not None and AGAIN not in draft.rules:
        slots.add(("date", draft.date.mention.earliest, draft.date.mention.latest))
    return slots
