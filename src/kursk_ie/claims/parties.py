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

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import PartyDraft
from kursk_ie.claims.named_sides import NamedSide, sides_between
from kursk_ie.claims.triggers import TriggerHit
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure
from kursk_ie.text.wordclasses import BE, HAVE, NEGATIONS, is_adverb

_GOVERNING = frozenset(
    {"for", "against", "with", "alongside", "by", "in", "on", "from", "to", "into", "at", "under", "near"}
)
_ASKING = frozenset({"for", "calls", "called", "urges", "urged", "demands", "demanded", "asks", "asked"})
_SANCTIONERS = frozenset({"USA", "GBR", "EU", "G7", "CAN", "JPN", "AUS", "CHE", "NOR", "NZL", "UKR", "UN"})
_DONE_TO = frozenset({"casualties", "prisoners"})  # whose verbs always have an object, or suffer
_WITHOUT_OBJECT = frozenset(
    """fighting in near on at during when while after before since until there out over outside inside across along
    amid between within throughout alongside""".split()
) | {""}
_COUNTED_WITHOUT_OBJECT = _WITHOUT_OBJECT | {",", ".", ";", "and", "or", "to"}
_TOGETHER = frozenset({"together", "along", "alongside", "jointly", "side"})
_PAIRING = frozenset({"and", "or", "/"})  # "killed or wounded"
_PARTING = frozenset({"in", "on", "against", "of", "by", "from", ",", "said", "a", "an", "the"})
_JOINED = 3  # words between two sides that act together
_NEAR = 6  # words between a noun and the side after its preposition
_AGAINST = frozenset({"on", "against", "at", "into", "in", "over", "upon"})

Bound = tuple[list[NamedSide], list[NamedSide], "list[str] | None"]
"""Agents, targets, and the rules that found them if others than the frame's own did."""


class PartyBinder:
    """Binds sides to the roles of a trigger."""

    def bind(self, context: Context, hit: TriggerHit) -> tuple[list[PartyDraft], list[PartyDraft], list[str]]:
        """Agents, targets and the rules that found them."""
        left = sides_between(context, hit.clause[0], hit.start)
        right = sides_between(context, hit.start + 1, hit.clause[1])  # "took two North Koreans prisoner"
        agents, targets, rules = self._by_frame(context, hit, left, right)
        if hit.trigger.type == "combat" and agents:
            agents = agents + self._alongside(context, hit, agents)
        rules = [f"frame:{hit.trigger.frame}"] if rules is None else rules
        return _drafts(agents), _drafts(targets), rules

    def counted(self, context: Context, figure: Found[Figure]) -> PartyDraft | None:
        """The side whose people a figure counts: *two Israeli soldiers, 12 rebels*."""
        return next(
            iter(_drafts(sides_between(context, figure.end, min(figure.end + 3, context.stop))[:1])), None
        )

    def _by_frame(
        self, context: Context, hit: TriggerHit, left: list[NamedSide], right: list[NamedSide]
    ) -> Bound:
        if hit.trigger.measure == "exchanged" and len(left) > 1 and not right:
            return left[-2:], left[-2:], ["exchange"]  # "Russia and Ukraine exchanged 146 prisoners each"
        if hit.trigger.type == "sanction":
            return self._sanction(context, hit, left)
        by = self._after_by(context, hit)
        bind = self._by_noun if hit.trigger.frame.endswith("noun") else self._by_verb
        return bind(context, hit, left, right, by)

    def _by_verb(
        self,
        context: Context,
        hit: TriggerHit,
        left: list[NamedSide],
        right: list[NamedSide],
        by: list[NamedSide],
    ) -> Bound:
        frame = hit.trigger.frame
        if frame in ("agent-verb-target", "damage-verb"):
            if self.is_passive(context, hit):
                return by, self._subject(context, left), ["passive"]
            agents = self._subject(context, left)
            return agents, _others(right, agents)[:1], None
        if frame == "launch-verb":
            if self.is_passive(context, hit):
                return by or self._subject(context, left), self._against(context, hit, right), ["passive"]
            return self._subject(context, left), self._against(context, hit, right), None
        if frame == "agent-verb":
            agents, targets = self._subject(context, left), self._against(context, hit, right)
            foes = len(agents) == 2 and agents[1].code in context.opponents.of(agents[0].code)
            if hit.trigger.type == "combat" and foes and not targets:
                return agents[:1], agents[1:], None  # "Thai and Cambodian soldiers exchanged fire"
            return agents, targets, None
        if frame == "target-verb":
            return by, self._subject(context, left), None
        if frame == "target-verb-agent":
            return _first(right), _nearest(left), None
        if frame == "loser-verb":
            return self._to(context, right), self._subject(context, left), None
        return [], [], None

    def _by_noun(
        self,
        context: Context,
        hit: TriggerHit,
        left: list[NamedSide],
        right: list[NamedSide],
        by: list[NamedSide],
    ) -> Bound:
        frame = hit.trigger.frame
        if frame == "agent-noun":
            attached = self._attached(context, hit, left) or by or self._of(context, hit, right)
            between = self._between(context, hit, right)
            if between:
                return between[:1], between[1:2], ["between"]
            fights = hit.trigger.type == "combat"
            doer = attached or (self._subject(context, left) if fights else self._waging(context, hit, left))
            return doer, self._against(context, hit, right), None
        if frame == "target-noun" and hit.trigger.measure == "killed" and context.norm(hit.end - 1) == "of":
            hurt = [side for side in right[:1] if side.words[0] - hit.end <= _NEAR]
            return by or self._attached(context, hit, left), hurt, None  # "Israel's killing of a commander"
        if frame == "target-noun":
            attached = self._attached(context, hit, left) or self._of(context, hit, right)
            hurt_by = [] if context.norm(hit.end) == "by" else by  # "losses by Russia's army" are its own
            return hurt_by, attached or self._subject(context, left), None
        if frame == "force-noun":
            return self._of(context, hit, right) or _first(right) or _nearest(left), [], None
        if frame == "exchange-noun":
            both = self._between(context, hit, right) or left + right
            return both[:2], list(reversed(both[:2])), ["exchange"]
        return [], [], None

    def _sanction(
        self, context: Context, hit: TriggerHit, left: list[NamedSide]
    ) -> tuple[list[NamedSide], list[NamedSide], None]:
        """Who lays sanctions, the speaker himself too, and on whom: *Japan's sanctions on Iran, the Iran sanctions*."""
        named = [NamedSide(side.code, (side.start, side.end), side.form) for side in context.sides]
        right = [side for side in named if side.words[0] >= hit.end]
        on = self._against(context, hit, right)
        own = self._attached(context, hit, left)
        if own and not on and own[0].code not in _SANCTIONERS:
            own, on = [], own
        before = [side for side in named if hit.clause[0] <= side.words[0] < hit.start and side not in on]
        if self.is_passive(context, hit):
            return self._after_by(context, hit), on or self._subject(context, before), None
        laying = [side for side in before if not context.has_word(_ASKING, side.words[1], hit.start)]
        agents = own or self._after_by(context, hit) or self._free(context, laying)[-1:]
        others = [side for side in right if side.code not in {agent.code for agent in agents}]
        return agents, on or others[:1], None

    # -- who among them ----------------------------------------------------------------------------------------

    def _subject(self, context: Context, sides: list[NamedSide]) -> list[NamedSide]:
        """The last side that no preposition governs: *North Korean units fighting for Russia sustained losses*."""
        free = self._free(context, sides) or sides
        joined = (
            len(free) > 1 and free[-1].code != free[-2].code and self._is_joined(context, free[-2], free[-1])
        )
        return free[-2:] if joined else free[-1:]

    def _is_joined(self, context: Context, first: NamedSide, second: NamedSide) -> bool:
        """*Rwandan troops and the Mozambican army, Thai and Cambodian soldiers*: both act."""
        between = [context.norm(at) for at in range(first.words[1], second.words[0])]
        return len(between) <= _JOINED and "and" in between and "," not in between

    def _free(self, context: Context, sides: list[NamedSide]) -> list[NamedSide]:
        return [side for side in sides if not self._is_governed(context, side)]

    def _waging(self, context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
        """*Russia stepped up its attacks*: the subject of a verb of waging does what the noun tells."""
        for at in range(hit.start - 1, hit.clause[0], -1):
            if context.in_set("waging", at):
                return self._subject(context, [side for side in left if side.words[0] < at])
        return []

    def _is_governed(self, context: Context, side: NamedSide) -> bool:
        at = side.words[0] - 1
        if context.norm(at) == "the":
            at -= 1
        return context.norm(at) in _GOVERNING

    def is_passive(self, context: Context, hit: TriggerHit) -> bool:
        """*were killed*, *killed by*, *soldiers wounded in*: the verb's subject suffers."""
        first = context.norm(hit.start)
        if first.endswith("ing") and context.norm(hit.start - 1) != "being":
            return False
        at = hit.start - 1
        while at >= hit.clause[0] and (
            is_adverb(context.norm(at)) or context.norm(at) in NEGATIONS or context.norm(at) == "either"
        ):
            at -= 1
        if context.norm(at) in BE or context.norm(at) == "'s":
            return True
        if context.norm(hit.end) == "by":
            return True
        if not first.endswith(("ed", "en", "own", "ost", "ht", "hot", "ut", "ld", "it", "uck")):
            return False
        # "two soldiers killed near X": a participle without object after what it counts
        following, single = context.norm(hit.end), hit.end - hit.start == 1
        dated = context.reading.date_over(hit.end) is not None
        objectless = (following in _WITHOUT_OBJECT or dated) and context.reading.figure_over(hit.end) is None
        if (
            hit.trigger.type in _DONE_TO
            and objectless
            and (single or context.norm(hit.start + 1) in _PAIRING)
        ):
            return context.norm(hit.start - 1) not in HAVE  # "an American killed in Ukraine"
        counted = any(
            figure.start <= hit.start - 1 and hit.clause[0] <= figure.start and hit.start - figure.end <= 4
            for figure in context.figures
        )
        return counted and following in _COUNTED_WITHOUT_OBJECT

    def _attached(self, context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
        """*Israeli (air) strike*, *Kyiv's losses*, *North Korean troop casualties*: within four words before."""
        near = [side for side in left if hit.start - side.words[1] <= 3]
        if not near or (near[-1].form == "name" and self._is_governed(context, near[-1])):
            return []
        between = [context.norm(at) for at in range(near[-1].words[1], hit.start)]
        if _PARTING.intersection(between):
            return []
        return near[-1:]

    def _of(self, context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
        """*losses of Ukraine, attacks from Russia*: after *from* a country is a place in form, a side in its role."""
        at = hit.end - (context.norm(hit.end - 1) == "of")  # the trigger may hold it: *presence of*
        if context.norm(at) not in ("of", "among", "by", "for", "to", "from"):
            return []
        near = [side for side in context.sides if at < side.start <= at + _NEAR]
        if context.norm(at) != "from":
            return [side for side in right[:1] if side.words[0] - at <= _NEAR]
        return [NamedSide(side.code, (side.start, side.end), side.form) for side in near[:1]]

    def _after_by(self, context: Context, hit: TriggerHit) -> list[NamedSide]:
        """The side after *by* within the clause: *killed by Israeli fire*."""
        for at in range(hit.end - 1, min(hit.end + 12, context.stop)):
            if context.norm(at) == "by":
                sides = sides_between(context, at + 1, min(at + 6, context.stop))
                return sides[:1]
        return []

    def _alongside(self, context: Context, hit: TriggerHit, agents: list[NamedSide]) -> list[NamedSide]:
        """*North Korean soldiers fought alongside Russian forces*: both act."""
        for side in sides_between(context, hit.end, context.stop):
            between = [context.norm(at) for at in range(max(hit.end, side.words[0] - 2), side.words[0])]
            if "alongside" in between and side.code not in {agent.code for agent in agents}:
                return [side]
        return []

    def _to(self, context: Context, right: list[NamedSide]) -> list[NamedSide]:
        return [side for side in right if context.norm(side.words[0] - 1) == "to"][:1]

    def _between(self, context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
        if context.norm(hit.end) == "between" and len(right) >= 2:
            return right[:2]
        return []

    def _against(self, context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
        """The side after *against, on, with*: the other party of a fight."""
        for side in right:
            for back in range(1, 4):
                norm = context.norm(side.words[0] - back)
                if norm == "with" and context.norm(side.words[0] - back - 1) in _TOGETHER:
                    break
                if norm in _AGAINST or (norm == "with" and hit.trigger.type == "combat"):
                    return [side]
                if norm in ("by", ",", "alongside"):
                    break
        return []


def _nearest(sides: list[NamedSide]) -> list[NamedSide]:
    return sides[-1:]


def _others(sides: list[NamedSide], but: list[NamedSide]) -> list[NamedSide]:
    codes = {side.code for side in but}
    return [side for side in sides if side.code not in codes]


def _first(sides: list[NamedSide], but: list[NamedSide] | None = None) -> list[NamedSide]:
    return [side for side in sides if not but or side not in but][:1]


def _drafts(sides: list[NamedSide]) -> list[PartyDraft]:
    return [PartyDraft(side.code, side.words) for side in sides]
