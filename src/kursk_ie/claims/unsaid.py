"""Sides that a clause leaves unsaid: whose forces *they* are, who hit, whose people live where it happened.

Each step is a rule with an id, tried in order, and only for the event types that it fits; a side that no rule gives
stays empty.
"""

from __future__ import annotations

from kursk_ie.claims.again import tell_again
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
from kursk_ie.claims.speaking_sides import fighting_speaker, speaking_side
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
    owner_pronoun,
    pronoun_opens,
    subject_word,
)
from kursk_ie.text.wordclasses import PERSONAL_PRONOUNS

_BEHIND = frozenset({"behind", "responsible", "responsibility"})
_OWNED = frozenset({"its", "their", "his", "our"})
_SELF_CLAIMED = frozenset({"territory", "equipment_loss", "strike"})
_FOUGHT = frozenset({"territory", "combat", "equipment_loss", "strike"})
_SUBJECT_PRONOUNS = PERSONAL_PRONOUNS | {"who", "which", "them", "their", "its", "his", "these", "those"}

Given = tuple["PartyDraft | None", str]
"""A side and the id of the rule that gave it."""

_NOBODY: Given = (None, "")


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
        tell_again(context, draft, story)
        if (
            draft.type == "casualties"
            and not draft.agents
            and (attacker := story.attacker(draft)) is not None
        ):
            draft.agents = [attacker]
            draft.rules.append("agent:story-attack")

    # -- agents ------------------------------------------------------------------------------------------------

    def _agent(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        speaker = fighting_speaker(draft, self.belligerents)
        behind = context.has_word(_BEHIND, draft.clause[0], draft.trigger[0])
        if draft.type == "casualties":
            given: Given = (speaker, "agent:speaker") if does_it(context, draft) else _NOBODY
        elif behind and draft.type in ("combat", "strike"):
            draft.agents = (
                [speaker] if speaker is not None else []
            )  # "the group said it was behind the attack"
            draft.rules += ["agent:claims-it"] if speaker is not None else []
            return
        else:
            given = self._by_subject(context, draft, earlier, story, speaker) or self._by_type(
                context, draft, story, speaker
            )
        if given[0] is None and draft.type == "combat" and draft.targets:
            given = self._other_fighter(draft.targets[0], speaker, story)
        agent, rule = given
        if agent is not None and agent.code not in {party.code for party in draft.targets}:
            draft.agents = [agent]
            draft.rules.append(rule)

    def _by_subject(
        self,
        context: Context,
        draft: EventDraft,
        earlier: list[EventDraft],
        story: Story,
        speaker: PartyDraft | None,
    ) -> Given | None:
        """Whom the words before the trigger mean; ``None`` where they mean nobody."""
        subject = subject_word(context, draft)
        if (
            (subject == "to" and "passive" not in draft.rules)
            or does_it(context, draft)
            or (subject in ("it", "we", "they", "he", "its", "our") and opens_content(draft))
            or pronoun_opens(context, draft)
        ):
            return speaker, "agent:speaker"
        if subject == "," and (opening := opening_side(context)) is not None:
            return opening, "agent:across-aside"
        if "passive" not in draft.rules and names_forces(context, draft):
            return self._owner_of_forces(context, draft, earlier, story, speaker)
        joined = subject in ("and", ",", "but", "or") and "verb" in draft.frame
        if joined and earlier and earlier[-1].agents:
            draft.units = draft.units or earlier[-1].units
            return earlier[-1].agents[0], "agent:coordinated"
        return None

    def _by_type(
        self, context: Context, draft: EventDraft, story: Story, speaker: PartyDraft | None
    ) -> Given:
        """Who does such things where no words say it."""
        uncounted = draft.figures and not any(f.mention.noun for f, _ in draft.figures)
        if draft.type == "deployment" and uncounted:
            people = people_before(context, draft, self.belligerents)
            return story.force or people or story.victim or story.actor, "agent:force-counted"
        if draft.type == "sanction" and draft.statements:
            return speaking_side(draft), "agent:speaker"
        if draft.type in _SELF_CLAIMED and self._fits(speaker, draft):
            return speaker, "agent:speaker"
        if (
            (draft.type in FORCES_OF_ONE and subject_word(context, draft) in _SUBJECT_PRONOUNS)
            or (draft.type == "combat" and not draft.targets and not context.has_side(*draft.clause))
            or (draft.type == "deployment" and definite(context, draft))
        ):
            return story.actor, "agent:story"
        return _NOBODY

    def _other_fighter(self, target: PartyDraft, speaker: PartyDraft | None, story: Story) -> Given:
        """*The first clashes with North Korean soldiers*: the speaker's side fought them, or their one opponent."""
        foes = self._opponents.of(target.code)
        if speaker is not None and speaker.code != target.code and (not foes or speaker.code in foes):
            return speaker, "agent:speaker"
        rival = self.opponent(target.code, story)
        return (PartyDraft(rival, target.words), "agent:opponent") if rival is not None else _NOBODY

    def _owner_of_forces(
        self,
        context: Context,
        draft: EventDraft,
        earlier: list[EventDraft],
        story: Story,
        speaker: PartyDraft | None,
    ) -> Given:
        """*units had regrouped*: the speaker's; *its troops*: of the sentence's last agent."""
        owned = context.has_word(_OWNED, draft.clause[0], draft.trigger[0])
        if owned and earlier and earlier[-1].agents:
            return earlier[-1].agents[0], "agent:its-forces"
        if speaker is not None:
            return speaker, "agent:own-forces"
        return story.actor, "agent:story"

    def _fits(self, speaker: PartyDraft | None, draft: EventDraft) -> bool:
        """Whether a speaker can mean his own forces: his side fights, and fights the target."""
        if speaker is None:
            return False
        rivals = self._opponents.of(speaker.code)
        codes = {party.code for party in draft.targets}
        return bool(codes & set(rivals)) if codes else bool(rivals) and draft.type != "strike"

    # -- targets -----------------------------------------------------------------------------------------------

    def _target(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        if draft.type == "casualties":
            self._victim(context, draft, earlier, story)
        elif (owner := owner_pronoun(context, draft)) is not None:
            draft.targets = [owner]
            draft.rules.append("target:its-own")
        elif draft.type in ("strike", "displacement"):
            speaker = fighting_speaker(draft, self.belligerents)
            if (
                not self._owner_of_place(draft, story)
                and draft.type == "displacement"
                and speaker is not None
            ):
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
        if rival is not None and not draft.acts(rival):
            draft.targets = [PartyDraft(rival, draft.trigger)]
            draft.rules.append("target:irregulars")

    def _victim(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """People hurt: of the sentence's event that hurt them, of the place where civilians live, of the story."""
        people = people_before(context, draft, self.belligerents)
        told_of = people or story.victim
        struck = next((e for e in earlier if e.type in ("strike", "combat") and e.targets), None)
        if hurts_irregulars(context, draft):
            self._irregular(draft, story)
        elif hurts_guests(context, draft):
            draft.rules.append("target:guests")
        elif told_of is not None and hurts_those_told_of(context, draft):
            _hurt(draft, [told_of], "target:people")
        elif hurts_civilians(context, draft):
            self._civilians(draft, struck, story)
        elif struck is not None:
            _hurt(draft, struck.targets, "target:sentence")
        elif people is not None and not draft.acts(people.code):
            _hurt(draft, [people], "target:people")
        elif not self._victim_of_story(draft, story):
            speaker = self._other_speaker(draft)
            if speaker is not None and hurts_soldiers(context, draft):
                _hurt(draft, [speaker], "target:speaker")
            else:
                self._owner_of_place(draft, story)

    def _civilians(self, draft: EventDraft, struck: EventDraft | None, story: Story) -> None:
        """Civilians are those of the place, else of what was struck, else the speaker's."""
        if self._owner_of_place(draft, story):
            return
        speaker = self._other_speaker(draft)
        if story.attack is not None and story.attack.targets:
            _hurt(draft, story.attack.targets, "target:story-attack")
        elif struck is not None and "target:opponent" not in struck.rules:
            _hurt(draft, struck.targets, "target:sentence")
        elif speaker is not None:
            _hurt(draft, [speaker], "target:speaker")
        else:
            self._victim_of_story(draft, story)

    def _other_speaker(self, draft: EventDraft) -> PartyDraft | None:
        """The side that speaks, unless it is the one that acts."""
        speaker = fighting_speaker(draft, self.belligerents)
        return speaker if speaker is not None and not draft.acts(speaker.code) else None

    def _victim_of_story(self, draft: EventDraft, story: Story) -> bool:
        """Whether the story is about somebody, who suffers this too unless it is he that acts."""
        victim = story.victim or story.actor
        if victim is not None and not draft.acts(victim.code):
            _hurt(draft, [victim], "target:story")
        return victim is not None

    def _owner_of_place(self, draft: EventDraft, story: Story) -> bool:
        agents = {party.code for party in draft.agents}
        for place in draft.places:
            own = place.mention.country in agents and draft.type in ("strike", "combat")
            if own and self.opponent(place.mention.country or "", story) in self._opponents.states:
                return False  # a town of its own that another state holds
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


def _hurt(draft: EventDraft, targets: list[PartyDraft], rule: str) -> None:
    draft.targets = list(targets)
    draft.rules.append(rule)
