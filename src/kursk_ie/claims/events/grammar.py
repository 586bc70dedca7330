"""Events: from triggers and what their clauses name to drafts with every slot bound.

For each sentence that is read: find triggers, cut clauses, bind figures and sides; then places, date, statements and
modality; then fold what tells the same thing twice, and lay the text's verdicts on what they speak of.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, Context, Lexis
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.events.folding import fold, merge_in_sentence
from kursk_ie.claims.events.inheritance import inherited_statement
from kursk_ie.claims.events.retold import retell
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.sides.claim_sides import claim_side
from kursk_ie.claims.sides.harm import link_downed, link_harm
from kursk_ie.claims.sides.parties import PartyBinder
from kursk_ie.claims.sides.unsaid import Unsaid
from kursk_ie.claims.slots.circumstances import Circumstances
from kursk_ie.claims.slots.date_binding import AGAIN, is_history
from kursk_ie.claims.slots.figure_binding import bind_figures
from kursk_ie.claims.slots.splitting import equipment_beside_people, split_by_side, split_by_unit
from kursk_ie.claims.slots.strength import strengths
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.claims.story import Story
from kursk_ie.claims.told import Told
from kursk_ie.claims.triggers.grammar import TriggerHit, TriggerLexicon
from kursk_ie.claims.triggers.modality import ModalityGrammar
from kursk_ie.claims.triggers.war_gate import is_about_war
from kursk_ie.claims.verification.rivals import dispute
from kursk_ie.claims.verification.verdicts import lay_verdicts
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure, Measure, Modality
from kursk_ie.text.phrases import Cut

_HARM: Final = frozenset({"casualties", "equipment_loss"})


class EventGrammar:
    """Finds the events of a reading; holds lexicons, keeps nothing of a document."""

    def __init__(self, cut: Cut) -> None:
        self._triggers = TriggerLexicon()
        self._lexis = Lexis.read(cut)
        self._parties = PartyBinder()
        self._unsaid = Unsaid(self._lexis.opponents)
        self._modality = ModalityGrammar()

    def find(self, reading: Reading) -> list[EventDraft]:
        """All events, in text order."""
        if not is_about_war(reading, self._lexis):
            return []
        opponents = self._lexis.opponents
        story, told = Story(reading, opponents), Told(reading, opponents)
        circumstances = Circumstances(reading, story)
        drafts: list[EventDraft] = []
        for index in range(len(reading.sentences)):
            if reading.is_read(index):
                context = Context(reading, self._lexis, told, index)
                drafts.extend(self._read_sentence(context, circumstances, story))
        drafts = fold(drafts)
        lay_verdicts(reading, drafts)
        dispute(reading, drafts, self._lexis)
        for draft in drafts:
            draft.claim_side = claim_side(draft, opponents)
        return drafts

    def _read_sentence(
        self, context: Context, circumstances: Circumstances, story: Story
    ) -> list[EventDraft]:
        found = self._triggers.find(context)
        if not found and not context.figures:
            return []
        read = [(hit, self._modality.read(context, hit)) for hit in found]
        told = without_idle_captives([(hit, modality) for hit, modality in read if modality is not None])
        hits = [hit for hit, _ in told]
        context.busy = {hit.clause for hit in hits}
        bound, free = bind_figures(context, hits)
        drafts = [
            self._draft(context, hit, modality, bound.get(number, []))
            for number, (hit, modality) in enumerate(told)
            if hit.trigger.type != "strength" or number in bound
        ]
        drafts += equipment_beside_people(context, drafts, free)
        heir = None if context.statements else inherited_statement(context.reading, context.sentence)
        for draft in drafts:
            draft.statements = statements_over(context, draft.trigger[0], heir)
        retell(context, drafts, free, story)
        for draft in strengths(context, free, story, self._unsaid.belligerents):
            draft.statements = statements_over(context, draft.trigger[0], heir)
            drafts.append(draft)
        for draft in drafts:
            if any(statement.inherited for statement in draft.statements):
                draft.rules.append("source:inherited")
        drafts = [part for draft in drafts for part in split_by_unit(context, draft)]
        drafts = [part for draft in drafts for part in split_by_side(context, draft, self._parties)]
        merged = merge_in_sentence(sorted(drafts, key=_trigger_of))
        for number, draft in enumerate(merged):
            circumstances.place(context, draft)
            self._unsaid.fill(context, draft, merged[:number], story)
        published = context.reading.article.published
        merged = [d for d in merged if not (is_empty(context, d, story) or is_history(d, published))]
        link_downed(merged)
        link_harm(context, merged)
        for draft in merged:
            speak_of_attack_again(context, draft, story)
            story.note(draft, self._unsaid.belligerents)
        return merged

    def _draft(
        self,
        context: Context,
        hit: TriggerHit,
        modality: Modality,
        figures: list[tuple[Found[Figure], Measure]],
    ) -> EventDraft:
        trigger = hit.trigger
        draft = EventDraft(
            trigger.type, (hit.start, hit.end), context.sentence, hit.clause, trigger.frame, trigger.measure
        )
        draft.figures = figures
        draft.agents, draft.targets, rules = self._parties.bind(context, hit)
        draft.rules = [f"trigger:{trigger.pattern}", *rules]
        draft.modality = modality
        if trigger.type in ("strength", "deployment"):
            moved = [party for party in draft.targets if names_troops(context, party)]
            draft.agents, draft.targets = moved or draft.agents, []
        return draft


def names_troops(context: Context, party: PartyDraft) -> bool:
    """Whether a side's words name troops: *North Koreans*, *Kenyan soldiers*; not the *Ukrainian* of a city."""
    start, end = party.words
    return context.has_people(start, end) or context.has_kind(FORCES, end, end + 3)


def speak_of_attack_again(context: Context, draft: EventDraft, story: Story) -> None:
    """*Has not commented on the attack*: the fight told before is meant, of whatever kind it was."""
    definite = context.norm(draft.trigger[0] - 1) in ("the", "this")
    if definite and "trigger:attack|attacks" in draft.rules and story.attack is not None:
        draft.type = story.attack.type


def is_empty(context: Context, draft: EventDraft, story: Story) -> bool:
    """Nothing is told: a deployment of nobody, or *the losses* spoken of again with nothing new."""
    if draft.type == "deployment":
        return not (draft.agents or draft.figures or draft.units)
    if draft.type == "casualties" and draft.frame == "target-noun" and story.types & _HARM:
        again = context.norm(draft.trigger[0] - 1) in ("the", "these", "those", "such")
        dated = draft.date is not None and AGAIN not in draft.rules
        new = draft.figures or dated or {"place:clause", "place:sentence"} & set(draft.rules)
        return again and not new
    return False


def without_idle_captives(told: list[tuple[TriggerHit, Modality]]) -> list[tuple[TriggerHit, Modality]]:
    """Prisoners who only suffer another event of their clause are no event: *two captives were shot*."""
    hurt = {hit.clause for hit, _ in told if hit.trigger.type == "casualties"}
    return [
        (hit, modality)
        for hit, modality in told
        if not (hit.trigger.type == "prisoners" and hit.trigger.frame == "target-noun" and hit.clause in hurt)
    ]


def statements_over(context: Context, word: int, heir: Statement | None) -> list[Statement]:
    """The statements with a source that tell what stands at ``word``; denials tell nothing.

    ``heir`` is the statement of a sentence that only continues the sentence before it, and has none of its own.
    """
    if heir is not None:
        return [heir]
    return [
        statement
        for statement in context.statements
        if statement.tells(word) and statement.source is not None and statement.act != "deny"
    ]


def _trigger_of(draft: EventDraft) -> Range:
    return draft.trigger
