"""People hurt: what kind they are, whose they were last said to be, and how harm and attack tell each other."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft

_REGULARS: Final = frozenset(
    """soldier soldiers serviceman servicemen servicewoman servicewomen serviceperson troops officer officers policeman
    policemen guard guards reservist reservists conscript conscripts sailor sailors marine marines airman airmen
    paratrooper paratroopers commando commandos""".split()
)
_MEN: Final = frozenset({"men", "soldiers", "troops", "fighters", "servicemen", "recruits", "conscripts"})
_POINTING: Final = frozenset({"the", "these", "those"})
_DOERS: Final = frozenset({"by", "with", "against", "from", "between"})
_BESIDE: Final = frozenset({"alongside", "against", "with", "for", "by"})
_CIVILIANS: Final = frozenset({"civilian", "person", "displaced"})
_NEXT: Final = 6  # words between a trigger and the people it hurts


def hurts_civilians(context: Context, draft: EventDraft) -> bool:
    """Whether the people counted or next to the trigger are none of an army: *two residents were wounded*."""
    if any(context.figure_kind(figure) in _CIVILIANS for figure, _ in draft.figures):
        return True
    start, stop = (
        max(draft.clause[0], draft.trigger[0] - _NEXT),
        min(draft.clause[1], draft.trigger[1] + _NEXT),
    )
    return any(
        context.kinds.get(context.norm(at)) in _CIVILIANS
        for at in range(start, stop)
        if not any(side.start <= at < side.end for side in context.sides)  # "an Israeli unit"
        and not (draft.trigger[0] <= at < draft.trigger[1] or at in context.told.spoken)
    )


def hurts_irregulars(context: Context, draft: EventDraft) -> bool:
    """*Killed 30 militants*, but not *killed in an attack by militants*."""
    return any(
        context.in_set("foes", at)
        and not any(context.norm(back) in _DOERS for back in range(at - 4, at))
        and (at > draft.trigger[0] or "passive" in draft.rules or draft.frame == "target-verb")
        for at in range(*draft.clause)
    )


def hurts_guests(context: Context, draft: EventDraft) -> bool:
    """*Thirteen peacekeepers, a journalist*: whose people they are, neither place nor story tells."""
    start, stop = max(draft.clause[0], draft.trigger[0] - _NEXT), draft.trigger[1] + _NEXT
    return context.has_set("guests", start, min(draft.clause[1], stop))


def hurts_soldiers(context: Context, draft: EventDraft) -> bool:
    """Whether regular troops without a side's name are hurt: whoever speaks of *34 soldiers* means his own."""
    start, stop = max(draft.clause[0], draft.trigger[0] - _NEXT), draft.trigger[1] + _NEXT
    return any(context.norm(at) in _REGULARS for at in range(start, min(draft.clause[1], stop)))


def hurts_those_told_of(context: Context, draft: EventDraft) -> bool:
    """*The men were killed, casualties in their ranks*: people of whom the text has spoken."""
    start = max(draft.clause[0], draft.trigger[0] - _NEXT)
    back = any(
        context.norm(at) in _MEN and context.norm(at - 1) in _POINTING
        for at in range(start, draft.trigger[0])
    )
    after = [context.norm(at) for at in range(draft.trigger[1], draft.trigger[1] + 3)]
    return back or after[:2] == ["among", "them"] or after == ["in", "their", "ranks"]


def people_before(context: Context, draft: EventDraft, belligerents: frozenset[str]) -> PartyDraft | None:
    """The last side that was named as people or troops before the trigger, within two sentences."""
    reading = context.reading
    floor = reading.sentences[max(0, draft.sentence - 2)][0]
    for side in reversed(reading.sides_between(floor, draft.trigger[0])):
        if side.code not in belligerents or side.start in context.told.spoken:
            continue
        if reading.tokens.norms[side.start - 1] in _BESIDE:
            continue
        following = reading.tokens.norms[side.end : side.end + 3]
        troops = side.form == "adjective" and any(context.kinds.get(norm) in FORCES for norm in following)
        if side.form == "people" or troops:
            return PartyDraft(side.code, (side.start, side.end))
    return None


def link_harm(context: Context, drafts: list[EventDraft]) -> None:
    """Casualties of a sentence lean on its attack: *16 were killed when the RSF shelled the town*."""
    for draft in drafts:
        if draft.type != "casualties":
            continue
        if {"target:place", "target:land"}.isdisjoint(draft.rules):
            hurt = {party.code for party in draft.targets}
            draft.agents = [party for party in draft.agents if party.code not in hurt]
        fights = [
            other
            for other in drafts
            if other.type in ("strike", "combat") and other.statements == draft.statements
        ]
        for other in sorted(fights, key=lambda fight: abs(fight.trigger[0] - draft.trigger[0]))[:1]:
            _lean(draft, other, _has_own_doers(context, draft) or doers_untold(context, draft))
            _fight(draft, other)


def link_downed(drafts: list[EventDraft]) -> None:
    """*Shot down 46 of 62 drones launched overnight*: whoever lost them launched them at whoever downed them."""
    for attack in drafts:
        if attack.frame != "launch-verb" or attack.agents:
            continue
        for loss in drafts:
            if (
                loss.type == "equipment_loss"
                and loss.clause == attack.clause
                and loss.trigger < attack.trigger
            ):
                attack.agents, attack.targets = list(loss.targets), list(loss.agents)
                attack.rules += ["agent:downed"] if loss.targets else []


def _fight(harm: EventDraft, fight: EventDraft) -> None:
    """*Nine soldiers were killed in clashes*: those hurt in a fight took part in it; an attack hit them."""
    if fight.agents or fight.type == "strike":
        _hit(harm, fight)
    if fight.agents:
        return
    if harm.agents:
        fight.agents = [party for party in harm.agents if not fight.suffers(party.code)]
        fight.rules.append("agent:harm")  # "it killed a commander in a drone strike"
    elif fight.type == "combat" and "target:place" not in harm.rules:
        foes = {party.code for party in fight.targets}
        fight.agents = [party for party in harm.targets if party.code not in foes]
        fight.rules.append("agent:hurt-in-it")


def _hit(harm: EventDraft, attack: EventDraft) -> None:
    """*Israel killed nine people in missile strikes*: the strikes hit those whom they hurt."""
    attackers = {party.code for party in attack.agents}
    if not attack.targets and "target:place" not in harm.rules and "target:story" not in harm.rules:
        attack.targets = [party for party in harm.targets if party.code not in attackers]
        attack.rules += ["target:harm"] if attack.targets else []


def _has_own_doers(context: Context, draft: EventDraft) -> bool:
    """*Gunmen killed 26 tourists*: who did it stands before the verb, though on no known side."""
    at = draft.trigger[0] - 1
    active = draft.frame == "agent-verb-target" and "passive" not in draft.rules
    return active and (context.kinds.get(context.norm(at)) in FORCES or context.in_set("foes", at))


def doers_untold(context: Context, draft: EventDraft) -> bool:
    """*North Koreans were killed in an attack*: whether theirs or one on them, no table of foes tells."""
    return any(context.opponents.foes_untold(party.code) for party in draft.targets)


def _lean(harm: EventDraft, attack: EventDraft, has_doers: bool) -> None:
    """Take over the attack's target and agent where the harm has none, and none that is at odds."""
    hit = [party for party in attack.targets if not harm.acts(party.code)]
    if not harm.targets and hit and "target:guests" not in harm.rules:
        harm.targets = hit
        harm.rules.append("target:attack")
    codes = {party.code for party in harm.targets}
    if (
        not (harm.agents or has_doers)
        and attack.agents
        and (attack.agents[0].code not in codes or "target:place" in harm.rules)
        and "target:story" not in harm.rules
        and "agent:story" not in attack.rules
    ):
        harm.agents = list(attack.agents)
        harm.rules.append("agent:attack")
