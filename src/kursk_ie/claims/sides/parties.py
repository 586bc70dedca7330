"""Agents and targets: which side stands where the trigger's frame looks for it.

Frames (models/triggers.tsv):

=================== ===================================================================================
agent-verb-target   *Russia shelled Ukraine*; in the passive the subject is the target
damage-verb         the same, of what an attack did: *missiles hit the city and destroyed a school*
launch-verb         *Russia fired missiles at Kyiv*; in the passive the missiles are still the agent's
agent-verb          *the North Koreans fought*: the subject acts
target-verb         *three civilians died, 17 men surrendered*: the subject suffers
target-verb-agent   *the town fell to Russia*
loser-verb          *Kyiv lost 400 soldiers, 28 settlements*: the subject suffers
agent-noun          *an Israeli strike on Gaza, the attack by M23*
target-noun         *North Korean casualties, the losses of Ukraine, deaths among Russians*
force-noun          *11,000 North Koreans, a force of Russians*: whose forces
sanction-noun       *U.S. sanctions on nine men linked to Iran*
exchange-noun       *prisoner swap between Kyiv and Moscow*: both are both
=================== ===================================================================================
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

from kursk_ie.claims.context import PEOPLE, Context
from kursk_ie.claims.drafts import NamedSide, PartyDraft
from kursk_ie.claims.sides.leading import sides_before, subject
from kursk_ie.claims.sides.named_sides import sides_between
from kursk_ie.claims.sides.sanctions import Bound, sanctioned
from kursk_ie.claims.sides.standing import (
    accused,
    after_by,
    after_from,
    after_of,
    after_to,
    against,
    alongside,
    attached,
    behind_noun,
    between,
    does_to,
    done_to,
    fighting,
    fired_from,
    foiled,
    inflicted,
    objects,
    owner,
    right_after,
    struck_country,
    waging,
)
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.claims.triggers.voice import hangs_on_cue, is_passive
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure

_NEAR: Final = 6  # words between a noun and the side after its preposition


class Around:
    """A trigger and the sides around it: in its clause before it, after its first word, and after *by*."""

    __slots__ = ("by", "context", "hit", "left", "right")

    def __init__(
        self,
        context: Context,
        hit: TriggerHit,
        left: list[NamedSide],
        right: list[NamedSide],
        by: list[NamedSide],
    ) -> None:
        self.context = context
        self.hit = hit
        self.left = left
        self.right = right
        self.by = by

    def names_people(self, side: NamedSide) -> bool:
        """Whether a side names people: *Sudanese families, Ukrainians*, not *Ukraine evacuated | families*."""
        end = side.words[1]
        stop = end + 3 if end > self.hit.start else min(end + 3, self.hit.start + 1)
        return side.form == "people" or self.context.has_kind(PEOPLE, end, stop)


class PartyBinder:
    """Binds sides to the roles of a trigger."""

    def bind(self, context: Context, hit: TriggerHit) -> tuple[list[PartyDraft], list[PartyDraft], list[str]]:
        """Agents, targets and the rules that found them."""
        left = [] if hangs_on_cue(context, hit) else sides_before(context, hit)
        right = sides_between(context, hit.start + 1, hit.clause[1])  # "took two North Koreans prisoner"
        agents, targets, rule = _by_frame(Around(context, hit, left, right, after_by(context, hit)))
        if hit.trigger.type == "combat" and agents:
            agents = agents + alongside(context, hit, agents)
        return _drafts(agents), _drafts(targets), [rule or f"frame:{hit.trigger.frame}"]

    def counted(self, context: Context, figure: Found[Figure]) -> PartyDraft | None:
        """The side whose people a figure counts: *two Israeli soldiers, 12 rebels*."""
        return next(
            iter(_drafts(sides_between(context, figure.end, min(figure.end + 3, context.stop))[:1])), None
        )


def _by_frame(around: Around) -> Bound:
    trigger, left = around.hit.trigger, around.left
    both = between(around.context, around.hit)
    if trigger.measure == "exchanged" and both:
        return both, both[::-1], "exchange"  # "prisoners were exchanged between Russia and Ukraine"
    if trigger.measure == "exchanged" and len(left) > 1 and not around.right:
        return left[-2:], left[-2:], "exchange"  # "Russia and Ukraine exchanged 146 prisoners each"
    if trigger.type == "sanction":
        return sanctioned(around.context, around.hit, around.left, around.by)
    return _FRAMES[trigger.frame](around)


def _acting(around: Around) -> Bound:
    """*Russia shelled Ukraine*."""
    context, hit = around.context, around.hit
    if is_passive(context, hit):
        lost = after_from(context, hit) if hit.trigger.type == "territory" else []
        return around.by, _sufferer(around) or lost, "passive"
    agents = subject(context, around.left) or behind_noun(context, around.left)
    if hit.trigger.type == "displacement":
        moved = [side for side in around.right if around.names_people(side)]
        return agents, moved[:1], ""  # a state moves its own people too
    done_to_sides = struck_country(context, hit) or objects(context, hit, around.right)
    if hit.trigger.type == "territory":
        lost = after_from(context, hit)
        done_to_sides = [side for side in lost if _are_foes(context, agents, side)] or done_to_sides
    return agents, _others(done_to_sides, agents)[:1], ""


def _launching(around: Around) -> Bound:
    """*Russia fired missiles at Kyiv*."""
    doers = subject(around.context, around.left)
    hit_by = against(around.context, around.hit, around.right)
    if is_passive(around.context, around.hit):
        return around.by or doers, hit_by, "passive"
    return doers, hit_by, ""


def _acting_alone(around: Around) -> Bound:
    """*The North Koreans fought*, alone or against somebody; *the base was blown up*."""
    if around.hit.trigger.type == "strike" and is_passive(around.context, around.hit):
        return around.by, _sufferer(around), "passive"
    agents = subject(around.context, around.left)
    targets = against(around.context, around.hit, around.right) or _next_to(around)
    foes = len(agents) == 2 and _are_foes(around.context, agents[:1], agents[1])
    if around.hit.trigger.type == "combat" and foes and not targets:
        return agents[:1], agents[1:], ""  # "Thai and Cambodian soldiers exchanged fire"
    return _others(agents, targets), targets, ""


def _next_to(around: Around) -> list[NamedSide]:
    """*As it fights Russian troops, killed fighting them*: the side right after a verb of combat."""
    hit = around.hit
    verb = hit.trigger.frame.endswith("verb") or around.context.norm(hit.start).endswith("ing")
    found = verb and hit.trigger.type == "combat"
    return [side for side in around.right[:1] if side.words[0] == hit.end] if found else []


def _suffering(around: Around) -> Bound:
    """*Three civilians died, came under fire from Hezbollah*."""
    return around.by or fired_from(around.context, around.hit), _sufferer(around), ""


def _sufferer(around: Around) -> list[NamedSide]:
    sides = subject(around.context, around.left)
    if around.hit.trigger.type == "displacement":
        return [side for side in sides if around.names_people(side)]  # no state flees
    return sides


def _falling(around: Around) -> Bound:
    """*The town fell to Russia*."""
    return around.right[:1], around.left[-1:], ""


def _losing(around: Around) -> Bound:
    """*Kyiv lost 28 settlements*."""
    return after_to(around.context, around.right), subject(around.context, around.left), ""


def _attacking(around: Around) -> Bound:
    """*An Israeli strike on Gaza*."""
    context, hit, left, right = around.context, around.hit, around.left, around.right
    both = between(context, hit)
    if both:
        return both[:1], both[1:2], "between"
    doer = attached(context, hit, left) or around.by or accused(context, hit)
    if foiled(context, hit):
        return doer, _others(subject(context, left), doer), ""
    if does_to(context, hit):
        return doer or waging(context, hit, left), _others(done_to(context, hit), doer), ""
    doer = doer or after_of(context, hit, right) or fired_from(context, hit) or owner(context, hit, left)
    if not doer:
        doer = (fighting if hit.trigger.type == "combat" else waging)(context, hit, left)
    hit_by_it = hit.trigger.type == "strike" and right_after(context, hit)
    done_to_side = against(context, hit, right) or hit_by_it or _next_to(around)
    return _others(doer, done_to_side), done_to_side, ""


def _harm(around: Around) -> Bound:
    """*North Korean casualties, the losses of Ukraine, Israel's killing of a commander*."""
    context, hit, left, right = around.context, around.hit, around.left, around.right
    if hit.trigger.measure == "killed" and context.norm(hit.end - 1) == "of":
        hurt = [side for side in right[:1] if side.words[0] - hit.end <= _NEAR]
        return around.by or attached(context, hit, left), hurt, ""
    if inflicted(context, hit):
        return subject(context, left), against(context, hit, right), ""
    hurt = attached(context, hit, left) or after_of(context, hit, right)
    if hit.trigger.type == "prisoners":
        return _holding(around, hurt)
    hurt_by = [] if context.norm(hit.end) == "by" else around.by  # "losses by Russia's army" are its own
    return hurt_by, hurt or subject(context, left), ""


def _holding(around: Around, held: list[NamedSide]) -> Bound:
    """*Hamas holds 50 Israeli hostages*: the subject of a verb has them; a side right before them is theirs."""
    held = [side for side in held if side.words[1] >= around.hit.start]
    holders = subject(around.context, [side for side in around.left if side not in held])
    return around.by or _others(holders, held), held, ""


def _counted_force(around: Around) -> Bound:
    """*A force of Russians*."""
    owner = after_of(around.context, around.hit, around.right)
    return owner or around.right[:1] or around.left[-1:], [], ""


def _exchange(around: Around) -> Bound:
    """*Prisoner swap between Kyiv and Moscow*."""
    both = between(around.context, around.hit)
    named = around.left + around.right
    for first, second in [] if both else itertools.combinations(named, 2):
        if _are_foes(around.context, [first], second):
            both = [first, second]
            break
    if not both and len({side.code for side in named}) < 2:
        return named[:1], [], "exchange"  # "after a US prisoner swap"
    if not both and len(named) == 2:
        both = named
    return both, both[::-1], "exchange"


_FRAMES: Final[dict[str, Callable[[Around], Bound]]] = {
    "agent-verb-target": _acting,
    "damage-verb": _acting,
    "launch-verb": _launching,
    "agent-verb": _acting_alone,
    "target-verb": _suffering,
    "target-verb-agent": _falling,
    "loser-verb": _losing,
    "agent-noun": _attacking,
    "target-noun": _harm,
    "force-noun": _counted_force,
    "exchange-noun": _exchange,
}


def _are_foes(context: Context, sides: list[NamedSide], other: NamedSide) -> bool:
    """Whether ``other`` fights the one of ``sides``, or anybody where none is known."""
    opponents = context.opponents
    return other.code in (opponents.of(sides[0].code) if sides else opponents.table)


def _others(sides: list[NamedSide], but: list[NamedSide]) -> list[NamedSide]:
    codes = {side.code for side in but}
    return [side for side in sides if side.code not in codes]


def _drafts(sides: list[NamedSide]) -> list[PartyDraft]:
    return [PartyDraft(side.code, side.words) for side in sides]
