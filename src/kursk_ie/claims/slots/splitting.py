"""Several events in one clause: men and machines lost, each side's dead, what each unit did."""

from __future__ import annotations

from kursk_ie.claims.context import THINGS, Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.sides.parties import PartyBinder
from kursk_ie.mentions.found import Found, between
from kursk_ie.results import Figure, Measure


def equipment_beside_people(
    context: Context, drafts: list[EventDraft], free: list[Found[Figure]]
) -> list[EventDraft]:
    """*lost 400 soldiers and 16 vehicles* tells two events: the vehicles are one of their own."""
    extra = []
    for draft in drafts:
        if draft.type != "casualties" or draft.frame not in ("loser-verb", "target-noun", "target-verb"):
            continue
        things = [
            f for f in free if context.figure_kind(f) in THINGS and context.shares(f.start, draft.clause)
        ]
        if things and draft.figures and draft.measure != "killed":
            twin = EventDraft(
                "equipment_loss", draft.trigger, draft.sentence, draft.clause, draft.frame, "equipment"
            )
            twin.figures = [(figure, "equipment") for figure in things]
            twin.agents, twin.targets = list(draft.agents), list(draft.targets)
            twin.rules = [*draft.rules, "equipment-beside-people"]
            twin.modality = draft.modality
            extra.append(twin)
            for figure in things:
                free.remove(figure)
    return extra


def split_by_side(context: Context, draft: EventDraft, parties: PartyBinder) -> list[EventDraft]:
    """*Killed three soldiers and 12 rebels* tells two harms: each side's dead are an event of their own."""
    if draft.type != "casualties" or len(draft.figures) < 2:
        return [draft]
    groups: dict[str | None, list[tuple[Found[Figure], Measure]]] = {}
    owners: dict[str | None, PartyDraft | None] = {}
    for figure, measure in draft.figures:
        owner = parties.counted(context, figure)
        code = owner.code if owner is not None else None
        groups.setdefault(code, []).append((figure, measure))
        owners.setdefault(code, owner)
    if len(groups) < 2 or all(code is None for code in list(groups)[1:]):
        return [draft]
    parts: list[EventDraft] = []
    for code, figures in groups.items():
        owner = owners[code]
        part = draft.copy()
        part.figures = figures
        part.rules.append("split-by-side")
        part.targets = [owner] if owner is not None else [] if parts else list(draft.targets)
        part.agents = [agent for agent in draft.agents if owner is None or agent.code != owner.code]
        parts.append(part)
    return parts


def split_by_unit(context: Context, draft: EventDraft) -> list[EventDraft]:
    """*Vostok with 240, Zapad and Yug with 210 each*: what each unit did is an event of its own."""
    if draft.type != "casualties" or draft.frame != "target-verb-agent":
        return [draft]
    parts, since = [], draft.trigger[1]
    for figure, measure in sorted(draft.figures, key=lambda bound: bound[0].start):
        for unit in between(context.units, since, figure.start):
            part = draft.copy()
            part.figures, part.units = [(figure, measure)], [unit]
            part.rules.append("split-by-unit")
            parts.append(part)
        since = figure.end
    return parts or [draft]
