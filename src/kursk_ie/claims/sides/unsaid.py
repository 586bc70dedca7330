"""Sides that a clause leaves unsaid: whose forces *they* are, who hit, whose people live where it happened.

Each step is a rule with an id, tried in order, and only for the event types that it fits; a side that no rule gives
stays empty.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.sides.again import tell_again
from kursk_ie.claims.sides.harm import doers_untold, people_before
from kursk_ie.claims.sides.speaking_sides import fighting_speaker, speaker_by_role, speaking_side
from kursk_ie.claims.sides.subject_words import (
    BEHIND,
    FORCES_OF_ONE,
    definite,
    does_it,
    follows_from,
    goes_with,
    moves_those_known,
    names_forces,
    opening_side,
    opens_content,
    owner_pronoun,
    pronoun_opens,
    side_behind,
    subject_word,
)
from kursk_ie.claims.sides.victims import Victims
from kursk_ie.claims.story import Story
from kursk_ie.text.wordclasses import PERSONAL_PRONOUNS

_OWNED: Final = frozenset({"its", "their", "his", "our"})
_SELF_CLAIMED: Final = frozenset({"territory", "equipment_loss", "strike"})
_FOUGHT: Final = frozenset({"territory", "combat", "equipment_loss", "strike"})
_LOSSES: Final = frozenset({"loser-verb", "target-noun"})  # what somebody loses, whoever took it
_SUBJECT_PRONOUNS: Final = PERSONAL_PRONOUNS | {
    "who",
    "which",
    "them",
    "their",
    "its",
    "his",
    "these",
    "those",
}

Given = tuple["PartyDraft | None", str]
"""A side and the id of the rule that gave it."""

_NOBODY: Final[Given] = (None, "")


class Unsaid:
    """Fills sides from the sentence, the speaker, the story and the map."""

    def __init__(self, opponents: Opponents) -> None:
        self._opponents = opponents
        self._victims = Victims(opponents)
        self.belligerents = opponents.belligerents

    def fill(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """Give ``draft`` the sides that its clause leaves unsaid; ``earlier`` are the sentence's drafts before it."""
        if earlier and follows_from(context, draft, earlier[-1]):
            codes = {party.code for party in draft.targets}
            acting = [e for e in earlier if e.agents and "verb" in e.frame and "passive" not in e.rules]
            doers = (acting or [e for e in earlier if e.agents] or [draft])[-1].agents
            draft.agents = [party for party in doers if party.code not in codes]
        if earlier and not draft.agents and goes_with(context, draft):
            self._subject_of(earlier[-1], draft)
        if draft.type == "deployment" and story.actor is not None and moves_those_known(context, draft):
            draft.agents = [story.actor]
            draft.rules.append("agent:these-troops")
        if not draft.agents:
            self._agent(context, draft, earlier, story)
        if not draft.targets:
            self._target(context, draft, earlier, story)
        tell_again(context, draft, story)
        if (
            draft.type == "casualties"
            and not (draft.agents or context.sums_up())
            and not doers_untold(context, draft)
            and (attacker := story.attacker(draft)) is not None
        ):
            draft.agents = [attacker]
            draft.rules.append("agent:story-attack")

    def _subject_of(self, main: EventDraft, draft: EventDraft) -> None:
        """Give ``draft`` the subject of the main clause: who acts there, or in the passive who suffers."""
        suffers = "passive" in main.rules or main.frame == "target-verb"
        codes = {party.code for party in draft.targets}
        draft.agents = [p for p in (main.targets if suffers else main.agents) if p.code not in codes]
        draft.rules += ["agent:main-clause"] if draft.agents else []

    # -- agents ------------------------------------------------------------------------------------------------

    def _agent(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        speaker = fighting_speaker(draft, self.belligerents) or speaker_by_role(context, draft)
        behind = context.has_word(BEHIND, draft.clause[0], draft.trigger[0])
        given: Given
        if speaker is not None and draft.statements[-1].act == "accuse" and "verb" in draft.frame:
            given = self._foe(speaker, "agent:accused", story)  # "the RSF accused it of killing dozens"
        elif draft.type == "casualties":
            given = (speaker, "agent:speaker") if does_it(context, draft) else _NOBODY
        elif behind and draft.type in ("combat", "strike"):
            given = side_behind(context, draft) or speaker, "agent:claims-it"
        else:
            given = self._by_subject(context, draft, earlier, story, speaker) or self._by_type(
                context, draft, story, speaker
            )
        if given[0] is None and draft.type == "combat" and draft.targets:
            given = self._other_fighter(context, draft.targets[0], speaker, story)
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
            doer = speaking_side(draft) if speaker is None and does_it(context, draft) else speaker
            return doer, "agent:speaker"  # "Minsk says it downed": whether it fights or not
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
        beside_losses = "equipment-beside-people" in draft.rules  # no speaker's deed, as the men are none
        loses = (draft.type == "equipment_loss" and draft.frame in _LOSSES) or self._names_foe(context, draft)
        loses |= draft.type == "strike" and "passive" in draft.rules  # "an airbase was hit, an official said"
        if draft.type in _SELF_CLAIMED and not (beside_losses or loses) and self._fits(speaker, draft):
            return speaker, "agent:speaker"
        if (
            (draft.type in FORCES_OF_ONE and subject_word(context, draft) in _SUBJECT_PRONOUNS)
            or (draft.type == "combat" and not draft.targets and not context.has_side(*draft.clause))
            or (draft.type == "deployment" and definite(context, draft))
        ):
            return story.actor, "agent:story"
        return _NOBODY

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

    def _other_fighter(
        self, context: Context, target: PartyDraft, speaker: PartyDraft | None, story: Story
    ) -> Given:
        """*The first clashes with North Korean soldiers*: the speaker's side fought them, or the enemy beside them."""
        foes = self._opponents.of(target.code)
        if speaker is not None and speaker.code != target.code and (not foes or speaker.code in foes):
            return speaker, "agent:speaker"
        beside = {side.code for side in context.sides} | {place.mention.country for place in context.places}
        foe = story.followed([code for code in foes if code in beside])
        return (PartyDraft(foe, target.words), "agent:opponent") if foe is not None else _NOBODY

    def _names_foe(self, context: Context, draft: EventDraft) -> bool:
        """*No planes were damaged in a Ukrainian drone attack*: a side after a passive that the speaker fights."""
        foes = set(self._opponents.of(draft.statements[-1].side or "")) if draft.statements else set()
        start, stop = draft.trigger[1], draft.clause[1]
        return "passive" in draft.rules and any(
            s.code in foes and start <= s.start < stop for s in context.sides
        )

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
            self._victims.find(context, draft, earlier, story)
        elif (owner := owner_pronoun(context, draft)) is not None:
            draft.targets = [owner]
            draft.rules.append("target:its-own")
        elif draft.type in ("strike", "displacement"):
            if not self._victims.owner_of_place(draft, story):
                self._people_of(context, draft, story)
        elif draft.type == "prisoners" and draft.measure != "exchanged" and not draft.agents:
            hurt = next((e.targets for e in reversed(earlier) if e.targets), [])
            if hurt or story.victim is not None:
                draft.targets = list(hurt) if hurt or story.victim is None else [story.victim]
                draft.rules.append("target:sentence" if hurt else "target:story")
        captured = draft.type == "prisoners" and draft.measure != "exchanged"
        if (captured or draft.type in _FOUGHT) and draft.agents and not draft.targets:
            foe, rule = self._foe(draft.agents[0], "target:opponent", story)
            if foe is not None:
                draft.targets = [foe]
                draft.rules.append(rule)

    def _people_of(self, context: Context, draft: EventDraft, story: Story) -> None:
        """Whose people flee, or are at home where a strike hits, where the place does not tell it."""
        if draft.type == "displacement":
            self._displaced(draft, story)
        else:
            self._victims.owner_of_homes(context, draft, story)

    def _displaced(self, draft: EventDraft, story: Story) -> None:
        """People who flee are the speaker's, else those of the land that the text is set in."""
        speaker = fighting_speaker(draft, self.belligerents)
        if speaker is not None:
            draft.targets = [speaker]
            draft.rules.append("target:speaker")
        elif story.land is not None:
            draft.targets = [PartyDraft(story.land, draft.trigger)]
            draft.rules.append("target:land")

    def _foe(self, party: PartyDraft, rule: str, story: Story) -> Given:
        """The side that fights ``party`` and that the text names: of several the one whom the story follows."""
        foe = story.followed(self._opponents.of(party.code))
        return (PartyDraft(foe, party.words), rule) if foe is not None else _NOBODY
