"""Sides that a clause leaves unsaid: whose forces *they* are, who hit, whose people live where it happened.

Each step is a rule with an id, tried in order, and only for the event types that it fits; a side that no rule gives
stays empty.
"""

from __future__ import annotations

from kursk_ie.claims.context import FORCES, Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.statement import Statement
from kursk_ie.claims.story import Story
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import AUXILIARIES, PERSONAL_PRONOUNS, is_adverb

_IRREGULARS = frozenset(
    """attackers militants rebels insurgents terrorists gunmen jihadists assailants extremists infiltrators
    bandits mercenaries""".split()
)
_BYSTANDERS = frozenset({"media", "analyst"})
_REGULARS = frozenset({"soldier", "soldiers", "servicemen", "troops", "officers", "policemen", "guards"})
_DOERS = frozenset({"by", "with", "against", "from", "between"})
_BEHIND = frozenset({"behind", "responsible", "responsibility"})
_DOING = frozenset({"agent-verb", "agent-verb-target", "damage-verb", "launch-verb"})
_SPEAKERS_OWN = frozenset({"it", "we", "they", "its", "their", "our"})
_BESIDE = frozenset({"alongside", "against", "with", "for", "by"})
_OWNED = frozenset({"its", "their", "his", "our"})
_CIVILIANS = frozenset({"civilian", "person", "displaced"})
_NEXT = 6  # words between a trigger and the people it hurts
_SELF_CLAIMED = frozenset({"territory", "equipment_loss"})
_FOUGHT = frozenset({"territory", "combat", "equipment_loss", "strike"})
_FORCES_OF_ONE = frozenset({"combat", "deployment", "strength", "territory", "equipment_loss"})
_SUBJECT_PRONOUNS = PERSONAL_PRONOUNS | {"who", "which", "them", "their", "its", "his", "these", "those"}


class Unsaid:
    """Fills sides from the sentence, the speaker, the story and the map."""

    def __init__(self) -> None:
        table = read_table("opponents.tsv", ("side", "opponents"))
        self._opponents = {row["side"]: row.many("opponents") for row in table}
        self.belligerents = frozenset(self._opponents) | {
            code for codes in self._opponents.values() for code in codes
        }

    def fill(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """Give ``draft`` the sides that its clause leaves unsaid; ``earlier`` are the sentence's drafts before it."""
        if earlier and _follows_from(context, draft):
            codes = {party.code for party in draft.targets}
            doers = next((e.agents for e in reversed(earlier) if e.agents), [])
            draft.agents = [party for party in doers if party.code not in codes]
        if draft.type == "deployment" and story.actor is not None and _object_is_known(context, draft):
            draft.agents = [story.actor]
            draft.rules.append("agent:these-troops")
        if not draft.agents:
            self._agent(context, draft, earlier, story)
        if not draft.targets:
            self._target(context, draft, earlier, story)
        if (
            draft.type == "casualties"
            and not draft.agents
            and (attacker := story.attacker(draft)) is not None
        ):
            draft.agents = [attacker]
            draft.rules.append("agent:story-attack")

    # -- agents ------------------------------------------------------------------------------------------------

    def _agent(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        agent, rule = None, ""
        speaker = _speaker(draft, self.belligerents)
        if draft.type == "casualties":
            codes = {party.code for party in draft.targets}
            if speaker is not None and speaker.code not in codes and _does_it(context, draft):
                draft.agents = [speaker]
                draft.rules.append("agent:speaker")
            return
        if context.has_word(_BEHIND, draft.clause[0], draft.trigger[0]) and draft.type in (
            "combat",
            "strike",
        ):
            self._claims_it(draft)
            return
        subject = _subject_word(context, draft)
        if (
            subject == "to"
            or _does_it(context, draft)
            or (subject in ("it", "we", "they", "he", "its", "our") and _opens_content(context, draft))
            or _pronoun_opens(context, draft)
        ):
            agent, rule = speaker, "agent:speaker"
        elif subject == "," and (opening := _opening_side(context)) is not None:
            agent, rule = opening, "agent:across-aside"
        elif "passive" not in draft.rules and _names_forces(context, draft):
            agent, rule = self._owner_of_forces(context, draft, earlier, story, speaker)
        elif (
            subject in ("and", ",", "but", "or") and earlier and earlier[-1].agents and "verb" in draft.frame
        ):
            agent, rule = earlier[-1].agents[0], "agent:coordinated"
            draft.units = draft.units or earlier[-1].units
        elif draft.type == "sanction" and _innermost(draft) is not None:
            agent, rule = _speaker_of(draft), "agent:speaker"
        elif draft.type in _SELF_CLAIMED and self._fits(speaker, draft):
            agent, rule = speaker, "agent:speaker"
        elif (
            (draft.type in _FORCES_OF_ONE and subject in _SUBJECT_PRONOUNS)
            or (draft.type == "combat" and not draft.targets and not context.has_side(*draft.clause))
            or (draft.type == "deployment" and _definite(context, draft))
        ):
            agent, rule = story.actor, "agent:story"
        if agent is None and draft.type == "combat" and draft.targets:
            agent, rule = self._other_fighter(draft.targets[0], speaker, story)
        if agent is not None and agent.code not in {party.code for party in draft.targets}:
            draft.agents = [agent]
            draft.rules.append(rule)

    def _other_fighter(
        self, target: PartyDraft, speaker: PartyDraft | None, story: Story
    ) -> tuple[PartyDraft | None, str]:
        """*The first clashes with North Korean soldiers*: the speaker's side fought them, or their one opponent."""
        if speaker is not None and speaker.code != target.code:
            return speaker, "agent:speaker"
        rival = self.opponent(target.code, story)
        return (PartyDraft(rival, target.words), "agent:opponent") if rival is not None else (None, "")

    def _claims_it(self, draft: EventDraft) -> None:
        """*The group said it was behind the attack*: the speaker did it."""
        speaker = _speaker(draft, self.belligerents)
        if speaker is not None:
            draft.agents = [speaker]
            draft.rules.append("agent:claims-it")

    def _owner_of_forces(
        self,
        context: Context,
        draft: EventDraft,
        earlier: list[EventDraft],
        story: Story,
        speaker: PartyDraft | None,
    ) -> tuple[PartyDraft | None, str]:
        """*units had regrouped*: the speaker's; *its troops*: of the sentence's last agent."""
        owned = context.has_word(_OWNED, draft.clause[0], draft.trigger[0])
        if owned and earlier and earlier[-1].agents:
            return earlier[-1].agents[0], "agent:its-forces"
        if speaker is not None:
            return speaker, "agent:own-forces"
        return story.actor, "agent:story"

    def _fits(self, speaker: PartyDraft | None, draft: EventDraft) -> bool:
        """Whether a speaker can mean his own forces: his side fights, and the target is not his own."""
        if speaker is None:
            return False
        codes = {party.code for party in draft.targets}
        return not codes or bool(codes & set(self._opponents.get(speaker.code, ())))

    # -- targets -----------------------------------------------------------------------------------------------

    def _target(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        if draft.type == "casualties":
            self._victim(context, draft, earlier, story)
        elif draft.type in ("strike", "displacement"):
            speaker = _speaker(draft, self.belligerents)
            if not self._owner_of_place(draft) and draft.type == "displacement" and speaker is not None:
                draft.targets = [speaker]
                draft.rules.append("target:speaker")
        elif draft.type == "prisoners" and draft.measure != "exchanged" and not draft.agents and story.victim:
            draft.targets = [story.victim]
            draft.rules.append("target:story")
        if draft.type in _FOUGHT and draft.agents and not draft.targets:
            rival = self.opponent(draft.agents[0].code, story)
            if rival is not None:
                draft.targets = [PartyDraft(rival, draft.agents[0].words)]
                draft.rules.append("target:opponent")

    def _irregular(self, draft: EventDraft, story: Story) -> None:
        """*25 of the attackers were killed*: those who fight the country where it happened, if the text names them."""
        country = next((p.mention.country for p in draft.places if p.mention.country is not None), None)
        rival = self.opponent(country, story) if country is not None else None
        if rival is not None and rival not in {party.code for party in draft.agents}:
            draft.targets = [PartyDraft(rival, draft.trigger)]
            draft.rules.append("target:irregulars")

    def _victim(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """People hurt: of the sentence's event that hurt them, of the place where civilians live, of the story."""
        if _hurts_irregulars(context, draft):
            self._irregular(draft, story)
            return
        if _hurts_guests(context, draft):
            draft.rules.append("target:guests")
            return
        struck = next((e for e in earlier if e.type in ("strike", "combat") and e.targets), None)
        if _hurts_civilians(context, draft):
            if self._owner_of_place(draft):
                return
            if story.attack is not None and story.attack.targets:
                draft.targets = list(story.attack.targets)
                draft.rules.append("target:story-attack")
                return
        hurts_civilians = _hurts_civilians(context, draft)
        if struck is not None and hurts_civilians and "target:opponent" in struck.rules:
            struck = None
        speaker = _speaker(draft, self.belligerents)
        if speaker is not None and speaker.code in {agent.code for agent in draft.agents}:
            speaker = None
        people = None if hurts_civilians else _people_before(context, draft, self.belligerents)
        if people is not None and people.code in {agent.code for agent in draft.agents}:
            people = None
        if struck is not None:
            draft.targets = list(struck.targets)
            draft.rules.append("target:sentence")
        elif people is not None:
            draft.targets = [people]
            draft.rules.append("target:people")
        elif hurts_civilians and speaker is not None:
            draft.targets = [speaker]
            draft.rules.append("target:speaker")
        elif (victim := story.victim or story.actor) is not None:
            draft.targets = [victim]
            draft.rules.append("target:story")
        elif speaker is not None and _hurts_soldiers(context, draft):
            draft.targets = [speaker]
            draft.rules.append("target:speaker")
        else:
            self._owner_of_place(draft)

    def _owner_of_place(self, draft: EventDraft) -> bool:
        for place in draft.places:
            if place.mention.country is not None:
                draft.targets = [PartyDraft(place.mention.country, (place.start, place.end))]
                draft.rules.append("target:place")
                return True
        return False

    def opponent(self, code: str, story: Story) -> str | None:
        """The side that fights ``code`` and that the text names; the most often named of several."""
        rivals = [rival for rival in self._opponents.get(code, ()) if story.counts[rival]]
        return max(rivals, key=lambda rival: story.counts[rival]) if rivals else None


def _hurts_civilians(context: Context, draft: EventDraft) -> bool:
    """Whether the people next to the trigger are none of an army: *two residents were wounded*."""
    start, stop = (
        max(draft.clause[0], draft.trigger[0] - _NEXT),
        min(draft.clause[1], draft.trigger[1] + _NEXT),
    )
    return any(
        context.kinds.get(context.norm(at)) in _CIVILIANS
        for at in range(start, stop)
        if not (draft.trigger[0] <= at < draft.trigger[1] or at in context.told.spoken)
    )


def _hurts_irregulars(context: Context, draft: EventDraft) -> bool:
    """*Killed 30 militants*, but not *killed in an attack by militants*."""
    return any(
        context.norm(at) in _IRREGULARS
        and not any(context.norm(back) in _DOERS for back in range(at - 4, at))
        and (at > draft.trigger[0] or "passive" in draft.rules or draft.frame == "target-verb")
        for at in range(*draft.clause)
    )


def _hurts_guests(context: Context, draft: EventDraft) -> bool:
    """*Thirteen peacekeepers, a journalist*: whose people they are, neither place nor story tells."""
    start, stop = max(draft.clause[0], draft.trigger[0] - _NEXT), draft.trigger[1] + _NEXT
    return context.has_set("guests", start, min(draft.clause[1], stop))


def _hurts_soldiers(context: Context, draft: EventDraft) -> bool:
    """Whether regular troops without a side's name are hurt: whoever speaks of *34 soldiers* means his own."""
    start, stop = max(draft.clause[0], draft.trigger[0] - _NEXT), draft.trigger[1] + _NEXT
    return any(context.norm(at) in _REGULARS for at in range(start, min(draft.clause[1], stop)))


def _people_before(context: Context, draft: EventDraft, belligerents: frozenset[str]) -> PartyDraft | None:
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


def _follows_from(context: Context, draft: EventDraft) -> bool:
    """*Stormed the base, killing nine and destroying a tank*: a participle has the doer of what came before."""
    form, before = context.norm(draft.trigger[0]), context.norm(draft.trigger[0] - 1)
    return "verb" in draft.frame and form.endswith("ing") and before in (",", "and")


def link_harm(drafts: list[EventDraft]) -> None:
    """Casualties of a sentence lean on its attack: *16 were killed when the RSF shelled the town*."""
    for draft in drafts:
        if draft.type != "casualties":
            continue
        if "target:place" not in draft.rules:
            hurt = {party.code for party in draft.targets}
            draft.agents = [party for party in draft.agents if party.code not in hurt]
        for other in drafts:
            if other.type in ("strike", "combat") and other.statements == draft.statements:
                _lean(draft, other)
                _fight(draft, other)


def _fight(harm: EventDraft, fight: EventDraft) -> None:
    """*Nine soldiers were killed in clashes*: those hurt in a fight took part in it."""
    if fight.agents:
        return
    if harm.agents:
        fight.agents = list(harm.agents)  # "it killed a commander in a drone strike"
        fight.rules.append("agent:harm")
    elif fight.type == "combat" and "target:place" not in harm.rules:
        foes = {party.code for party in fight.targets}
        fight.agents = [party for party in harm.targets if party.code not in foes]
        fight.rules.append("agent:hurt-in-it")


def _lean(harm: EventDraft, attack: EventDraft) -> None:
    """Take over the attack's target and agent where the harm has none, and none that is at odds."""
    if not harm.targets and attack.targets and "target:guests" not in harm.rules:
        harm.targets = list(attack.targets)
        harm.rules.append("target:attack")
    codes = {party.code for party in harm.targets}
    if (
        not harm.agents
        and attack.agents
        and (attack.agents[0].code not in codes or "target:place" in harm.rules)
        and "target:story" not in harm.rules
    ):
        harm.agents = list(attack.agents)
        harm.rules.append("agent:attack")


def _subject_word(context: Context, draft: EventDraft) -> str:
    """The word before the verb group of the trigger: pronoun, conjunction, *to*, or a noun's last word."""
    at = draft.trigger[0] - 1
    while at >= context.start:
        norm = context.norm(at)
        if norm == "to":
            return norm
        if not (is_adverb(norm) or norm in AUXILIARIES or norm in ("n't", "not", "been", "its", "their")):
            return norm
        if norm in ("its", "their"):
            return norm
        at -= 1
    return ""


def _opening_side(context: Context) -> PartyDraft | None:
    """*Ukraine, nearly a fifth of which is occupied, has …*: the side that opens the sentence before an aside."""
    for side in context.sides:
        if (
            side.start <= context.start + 2
            and context.norm(side.end) == ","
            and side.start not in context.told.spoken
        ):
            return PartyDraft(side.code, (side.start, side.end))
    return None


def _names_forces(context: Context, draft: EventDraft) -> bool:
    """Whether forces that no side owns are the subject: *units had regrouped*, *its troops advanced*."""
    start, stop = draft.clause[0], draft.trigger[0]
    named = any(
        start <= side.start < stop and side.start not in context.told.spoken for side in context.sides
    )
    return (
        "verb" in draft.frame
        and draft.type in _FORCES_OF_ONE
        and not named
        and context.has_kind(FORCES, max(start, stop - _NEXT), stop)
    )


def _object_is_known(context: Context, draft: EventDraft) -> bool:
    """*Russia began deploying a number of these troops*: whose troops they are, the text has said."""
    stop = min(draft.clause[1], draft.trigger[1] + _NEXT + 2)
    return any(
        context.norm(at) in ("these", "those") and context.kinds.get(context.norm(at + 1)) in FORCES
        for at in range(draft.trigger[1], stop)
    )


def _opens_content(context: Context, draft: EventDraft) -> bool:
    """Whether the trigger's subject is the first word of a statement's content: *X said it had retaken*."""
    reach = 4 if "verb" in draft.frame else _NEXT
    return any(
        statement.content is not None and draft.trigger[0] - statement.content[0] <= reach
        for statement in draft.statements
    )


def _pronoun_opens(context: Context, draft: EventDraft) -> bool:
    """*India said it carried out strikes*: the noun's doer is the pronoun that opens what is said."""
    if "noun" not in draft.frame or not draft.statements or draft.type not in ("strike", "combat"):
        return False
    content = draft.statements[-1].content
    opens = content is not None and context.norm(content[0]) in ("it", "we", "they")
    return opens and _opens_content(context, draft)


def _does_it(context: Context, draft: EventDraft) -> bool:
    """*The army said it killed, its warplanes struck*: a pronoun that opens what is said is the doer, or owns him."""
    content = draft.statements[-1].content if draft.statements else None
    if content is None or "passive" in draft.rules or draft.frame not in _DOING:
        return False
    subject = range(content[0], min(content[0] + 3, draft.trigger[0]))
    near = draft.trigger[0] - content[0] <= _NEXT
    return near and any(context.norm(at) in _SPEAKERS_OWN for at in subject)


def _speaker(draft: EventDraft, belligerents: frozenset[str]) -> PartyDraft | None:
    speaker = _speaker_of(draft)
    return speaker if speaker is not None and speaker.code in belligerents else None


def _speaker_of(draft: EventDraft) -> PartyDraft | None:
    statement = _innermost(draft)
    if statement is None or statement.side is None or statement.source is None:
        return None
    if statement.kind in _BYSTANDERS:
        return None  # "CNN reports": the side of its country does nothing in what it tells
    return PartyDraft(statement.side, statement.source)


def _innermost(draft: EventDraft) -> Statement | None:
    return draft.statements[-1] if draft.statements else None


def _definite(context: Context, draft: EventDraft) -> bool:
    return context.norm(draft.trigger[0] - 1) in ("the", "these", "this", "such", "their", "its")
