"""Whose people are hurt where no words beside the trigger say it: of a group, a country, the speaker, the story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.sides.harm import (
    hurts_civilians,
    hurts_guests,
    hurts_irregulars,
    hurts_soldiers,
    hurts_those_told_of,
    people_before,
)
from kursk_ie.claims.sides.speaking_sides import fighting_speaker, speaker_by_role, speaking_side
from kursk_ie.claims.sides.subject_words import opens_content, subject_word
from kursk_ie.claims.story import Story

_OWNED: Final = frozenset({"its", "their", "our"})
_OBJECT: Final = 5  # words after a trigger in which it names what it hits
_LOSERS: Final = frozenset({"it", "they", "we"})
_LOSSES: Final = frozenset({"losses", "casualties", "dead", "deaths", "toll", "wounded", "fallen"})


class Victims:
    """Finds the targets of casualties from who is hurt, the sentence, the place, the speaker and the story."""

    def __init__(self, opponents: Opponents) -> None:
        self._opponents = opponents

    def find(self, context: Context, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """People hurt: of the sentence's event that hurt them, of the place where civilians live, of the story."""
        people = people_before(context, draft, self._opponents.belligerents)
        told_of = people or story.victim
        struck = next((e for e in earlier if e.type in ("strike", "combat") and e.targets), None)
        if (
            _are_its_own(context, draft)
            and (owner := speaking_side(draft) or speaker_by_role(context, draft)) is not None
        ):
            _hurt(draft, [owner], "target:its-own")
        elif hurts_irregulars(context, draft):
            self._irregulars(draft, earlier, story)
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
        elif (speaker := self._other_speaker(draft)) is not None and hurts_soldiers(context, draft):
            _hurt(draft, [speaker], "target:speaker")
        elif not self._victim_of_story(draft, story):
            self.owner_of_place(draft, story)

    def owner_of_place(self, draft: EventDraft, story: Story) -> bool:
        """Whether the draft's place lies in a known country, whose people are then the target."""
        for place in draft.places:
            country = place.mention.country
            own = draft.acts(country or "") and draft.type in ("strike", "combat")
            if own and story.followed(self._opponents.of(country or "")) in self._opponents.states:
                return False  # a town of its own that another state holds
            if country is not None:
                _hurt(draft, [PartyDraft(country, (place.start, place.end))], "target:place")
                return True
        return False

    def owner_of_homes(self, context: Context, draft: EventDraft, story: Story) -> None:
        """Villages, schools and hospitals that are hit belong to the people of the land, whoever hits them."""
        hit = context.has_set("homes", draft.trigger[1], min(draft.trigger[1] + _OBJECT, draft.clause[1]))
        if hit and story.land is not None:
            _hurt(draft, [PartyDraft(story.land, draft.trigger)], "target:land")

    def _irregulars(self, draft: EventDraft, earlier: list[EventDraft], story: Story) -> None:
        """*25 of the attackers were killed*: the group of their attack, else that which fights whoever killed them,
        the country where it happened, or the speaker, if the text names it.
        """
        told = [party.code for event in reversed(earlier) for party in (*event.agents, *event.targets)]
        speaker = speaking_side(draft)
        enemies = [party.code for party in draft.agents]
        enemies += [place.mention.country for place in draft.places if place.mention.country is not None]
        enemies += [speaker.code] if speaker is not None else []
        told += [foe for code in enemies if (foe := story.followed(self._opponents.groups_against(code)))]
        group = next((c for c in told if not (c in self._opponents.states or draft.acts(c))), None)
        if group is not None:
            _hurt(draft, [PartyDraft(group, draft.trigger)], "target:irregulars")

    def _civilians(self, draft: EventDraft, struck: EventDraft | None, story: Story) -> None:
        """Civilians are those of the place, else of what was struck, else the speaker's; no group's, unless the text
        is set in no country at war.
        """
        if self.owner_of_place(draft, story):
            return
        land = [PartyDraft(story.land, draft.trigger)] if story.land is not None else []
        if draft.places and land:
            _hurt(draft, land, "target:land")
            return
        for targets, rule in self._told(draft, struck, story):
            if targets and not (land and self._is_group(targets[0])):
                _hurt(draft, targets, rule)
                return
        if land and not draft.acts(land[0].code):
            _hurt(draft, land, "target:land")

    def _told(
        self, draft: EventDraft, struck: EventDraft | None, story: Story
    ) -> Iterator[tuple[list[PartyDraft], str]]:
        """Whose people the text can mean: of the attack told before, of what was struck, the speaker's, the story's."""
        speaker, victim = self._other_speaker(draft), story.victim or story.actor
        yield story.attack.targets if story.attack is not None else [], "target:story-attack"
        if struck is not None and "target:opponent" not in struck.rules:
            yield struck.targets, "target:sentence"
        yield [speaker] if speaker is not None else [], "target:speaker"
        yield [victim] if victim is not None and not draft.acts(victim.code) else [], "target:story"

    def _is_group(self, party: PartyDraft) -> bool:
        return party.code not in self._opponents.states

    def _other_speaker(self, draft: EventDraft) -> PartyDraft | None:
        """The side that speaks, unless it is the one that acts."""
        speaker = fighting_speaker(draft, self._opponents.belligerents)
        return speaker if speaker is not None and not draft.acts(speaker.code) else None

    def _victim_of_story(self, draft: EventDraft, story: Story) -> bool:
        """Whether the story is about somebody, who suffers this too unless it is he that acts."""
        victim = story.victim or story.actor
        if victim is not None and not draft.acts(victim.code):
            _hurt(draft, [victim], "target:story")
        return victim is not None


def _are_its_own(context: Context, draft: EventDraft) -> bool:
    """*The army put its losses at four dead*, *said it had lost nine men*."""
    loses = draft.frame == "target-verb" and subject_word(context, draft) in _LOSERS
    return (loses and opens_content(draft)) or any(
        context.norm(at) in _OWNED and context.norm(at + 1) in _LOSSES
        for at in range(draft.clause[0], draft.trigger[0] + 1)
    )


def _hurt(draft: EventDraft, targets: list[PartyDraft], rule: str) -> None:
    draft.targets = list(targets)
    draft.rules.append(rule)
