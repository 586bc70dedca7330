"""Sides that a clause leaves unsaid: whose forces *they* are, who hit, whose people live where it happened.

Each step is a rule with an id, tried in order, and only for the event types that it fits; a side that no rule gives
stays empty.
"""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.harm import (
    hurts_civilians,
    hurts_guests,
    hurts_irregulars,
    hurts_soldiers,
    hurts_those_told_of,
    people_before,
)
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.statement import Statement
from kursk_ie.claims.story import Story
from kursk_ie.claims.subject_words import (
    FORCES_OF_ONE,
    definite,
    does_it,
    follows_from,
    names_forces,
    object_is_known,
    opening_side,
    opens_content,
    pronoun_opens,
    subject_word,
)
from kursk_ie.text.wordclasses import PERSONAL_PRONOUNS

_BYSTANDERS = frozenset({"media", "analyst"})
_BEHIND = frozenset({"behind", "responsible", "responsibility"})
_OWNED = frozenset({"its", "their", "his", "our"})
_SELF_CLAIMED = frozenset({"territory", "equipment_loss"})
_FOUGHT = frozenset({"territory", "combat", "equipment_loss", "strike"})
_SUBJECT_PRONOUNS = PERSONAL_PRONOUNS | {"who", "which", "them", "their", "its", "his", "these", "those"}


class Unsaid:
    """Fills sides from the sentence, the speaker, the story and the map."""

    def __init__(self, opponents: Opponents) -> None:
        self._opponents = opponents
        self.belligerents = opponents.belligerents

    def fill(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """Give ``draft`` the sides that its clause leaves unsaid; ``earlier`` are the sentence's drafts before it."""
        if earlier and follows_from(context, draft):
            codes = {party.code for party in draft.targets}
            doers = next((e.agents for e in reversed(earlier) if e.agents), [])
            draft.agents = [party for party in doers if party.code not in codes]
        if draft.type == "deployment" and story.actor is not None and object_is_known(context, draft):
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
            if speaker is not None and speaker.code not in codes and does_it(context, draft):
                draft.agents = [speaker]
                draft.rules.append("agent:speaker")
            return
        if context.has_word(_BEHIND, draft.clause[0], draft.trigger[0]) and draft.type in (
            "combat",
            "strike",
        ):
            self._claims_it(draft)
            return
        subject = subject_word(context, draft)
        if (
            subject == "to"
            or does_it(context, draft)
            or (subject in ("it", "we", "they", "he", "its", "our") and opens_content(context, draft))
            or pronoun_opens(context, draft)
        ):
            agent, rule = speaker, "agent:speaker"
        elif subject == "," and (opening := opening_side(context)) is not None:
            agent, rule = opening, "agent:across-aside"
        elif "passive" not in draft.rules and names_forces(context, draft):
            agent, rule = self._owner_of_forces(context, draft, earlier, story, speaker)
        elif (
            subject in ("and", ",", "but", "or") and earlier and earlier[-1].agents and "verb" in draft.frame
        ):
            agent, rule = earlier[-1].agents[0], "agent:coordinated"
            draft.units = draft.units or earlier[-1].units
        elif (
            draft.type == "deployment" and draft.figures and not any(f.mention.noun for f, _ in draft.figures)
        ):
            people = people_before(context, draft, self.belligerents)
            agent, rule = story.force or people or story.victim or story.actor, "agent:force-counted"
        elif draft.type == "sanction" and _innermost(draft) is not None:
            agent, rule = _speaker_of(draft), "agent:speaker"
        elif draft.type in _SELF_CLAIMED and self._fits(speaker, draft):
            agent, rule = speaker, "agent:speaker"
        elif (
            (draft.type in FORCES_OF_ONE and subject in _SUBJECT_PRONOUNS)
            or (draft.type == "combat" and not draft.targets and not context.has_side(*draft.clause))
            or (draft.type == "deployment" and definite(context, draft))
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
        return not codes or bool(codes & set(self._opponents.of(speaker.code)))

    # -- targets -----------------------------------------------------------------------------------------------

    def _target(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        if draft.type == "casualties":
            self._victim(context, draft, earlier, story)
        elif draft.type in ("strike", "displacement"):
            speaker = _speaker(draft, self.belligerents)
            if not self._owner_of_place(draft) and draft.type == "displacement" and speaker is not None:
                draft.targets = [speaker]
                draft.rules.append("target:speaker")
        elif draft.type == "prisoners" and draft.measure != "exchanged" and not draft.agents:
            hurt = next((e.targets for e in reversed(earlier) if e.targets), [])
            if hurt or story.victim is not None:
                draft.targets = list(hurt) if hurt or story.victim is None else [story.victim]
                draft.rules.append("target:sentence" if hurt else "target:story")
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
        if hurts_irregulars(context, draft):
            self._irregular(draft, story)
            return
        if hurts_guests(context, draft):
            draft.rules.append("target:guests")
            return
        told_of = people_before(context, draft, self.belligerents) or story.victim
        if told_of is not None and hurts_those_told_of(context, draft):
            draft.targets = [told_of]
            draft.rules.append("target:people")
            return
        struck = next((e for e in earlier if e.type in ("strike", "combat") and e.targets), None)
        if hurts_civilians(context, draft):
            if self._owner_of_place(draft):
                return
            if story.attack is not None and story.attack.targets:
                draft.targets = list(story.attack.targets)
                draft.rules.append("target:story-attack")
                return
        civilians = hurts_civilians(context, draft)
        if struck is not None and civilians and "target:opponent" in struck.rules:
            struck = None
        speaker = _speaker(draft, self.belligerents)
        if speaker is not None and speaker.code in {agent.code for agent in draft.agents}:
            speaker = None
        people = None if civilians else people_before(context, draft, self.belligerents)
        if people is not None and people.code in {agent.code for agent in draft.agents}:
            people = None
        if struck is not None:
            draft.targets = list(struck.targets)
            draft.rules.append("target:sentence")
        elif people is not None:
            draft.targets = [people]
            draft.rules.append("target:people")
        elif civilians and speaker is not None:
            draft.targets = [speaker]
            draft.rules.append("target:speaker")
        elif (victim := story.victim or story.actor) is not None:
            if victim.code not in {agent.code for agent in draft.agents}:
                draft.targets = [victim]
                draft.rules.append("target:story")
        elif speaker is not None and hurts_soldiers(context, draft):
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
        """The side that fights ``code`` and that the text names: of several the one whom the story follows."""
        rivals = [rival for rival in self._opponents.of(code) if story.counts[rival]]
        if not rivals:
            return None
        followed = [party.code for party in (story.victim, story.actor) if party is not None]
        return next((side for side in followed if side in rivals), max(rivals, key=story.counts.__getitem__))


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
