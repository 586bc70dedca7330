"""Events: from triggers and what their clauses name to drafts with every slot bound.

For each sentence that is read: find triggers, cut clauses, bind figures and sides; then places, date, statements and
modality; then fold what tells the same thing twice, and lay the text's verdicts on what they speak of.
"""

from __future__ import annotations

from collections import Counter

from kursk_ie.claims.circumstances import Circumstances
from kursk_ie.claims.context import Context, Lexis
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.figure_binding import bind_figures
from kursk_ie.claims.folding import fold, merge_in_sentence
from kursk_ie.claims.modality import read_modality
from kursk_ie.claims.parties import PartyBinder
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.triggers import TriggerHit, TriggerLexicon
from kursk_ie.claims.verdicts import lay_verdicts
from kursk_ie.claims.war_gate import is_about_war
from kursk_ie.text.clauses import split_clauses
from kursk_ie.text.phrases import Cut

_WANT_OPPONENT = frozenset({"territory"})
_WANT_PLACE_OWNER = frozenset({"casualties", "strike", "displacement"})
_COUNTING = frozenset({"strength"})


class EventGrammar:
    """Finds the events of a reading; holds lexicons, keeps nothing of a document."""

    def __init__(self, cut: Cut) -> None:
        self._triggers = TriggerLexicon(cut)
        self._lexis = Lexis.read()
        self._parties = PartyBinder()

    def find(self, reading: Reading) -> list[EventDraft]:
        """All events, in text order."""
        if not is_about_war(reading, self._lexis):
            return []
        counts = Counter(side.code for side in reading.sides)
        circumstances = Circumstances(reading)
        drafts: list[EventDraft] = []
        for index, (start, stop) in enumerate(reading.sentences):
            if not reading.is_read(index):
                continue
            clauses = split_clauses(reading.tokens, start, stop)
            context = Context(reading, self._lexis, clauses, start, stop)
            found = self._read_sentence(context, index, counts)
            for draft in found:
                circumstances.place(context, draft)
                self._fill_parties(draft, counts)
            drafts.extend(merge_in_sentence(found))
        drafts = fold(drafts)
        lay_verdicts(reading, drafts)
        return drafts

    def _read_sentence(self, context: Context, index: int, counts: Counter[str]) -> list[EventDraft]:
        hits = list(self._triggers.find(context, context.start, context.stop))
        if not hits:
            return []
        bound, _ = bind_figures(context, hits)
        drafts = []
        for number, hit in enumerate(hits):
            if hit.trigger.type in _COUNTING and number not in bound:
                continue
            draft = self._draft(context, index, hit, counts)
            draft.figures = bound.get(number, [])
            drafts.append(draft)
        return drafts

    def _draft(self, context: Context, index: int, hit: TriggerHit, counts: Counter[str]) -> EventDraft:
        trigger = hit.trigger
        draft = EventDraft(trigger.type, (hit.start, hit.end), index, hit.clause, trigger.frame, trigger.measure)
        draft.agents, draft.targets, rules = self._parties.bind(context, hit, dict(counts))
        draft.rules = [f"trigger:{trigger.pattern}", *rules]
        draft.modality = read_modality(context, hit)
        draft.statements = [
            statement
            for statement in context.reading.statements
            if statement.content is not None
            and statement.content[0] <= hit.start < statement.content[1]
            and statement.source is not None
            and statement.act != "deny"
        ]
        if trigger.type in ("strength", "deployment") and draft.targets and not draft.agents:
            draft.agents, draft.targets = draft.targets, []
        if trigger.type in ("strength", "deployment"):
            draft.targets = []
        return draft

    def _fill_parties(self, draft: EventDraft, counts: Counter[str]) -> None:
        """Sides that the sentence leaves unsaid: the owner of the place that was hit, the one opponent."""
        if draft.type in _WANT_PLACE_OWNER and not draft.targets:
            for place in draft.places:
                if place.mention.country is not None:
                    draft.targets = [PartyDraft(place.mention.country, (place.start, place.end))]
                    draft.rules.append("target-of-place")
                    break
        if draft.type in _WANT_OPPONENT:
            if draft.agents and not draft.targets:
                self._oppose(draft, draft.agents, draft.targets, counts)
            elif draft.targets and not draft.agents:
                self._oppose(draft, draft.targets, draft.agents, counts)

    def _oppose(
        self, draft: EventDraft, known: list[PartyDraft], unknown: list[PartyDraft], counts: Counter[str]
    ) -> None:
        rival = self._parties.opponent(known[0].code, dict(counts))
        if rival is not None:
            unknown.append(PartyDraft(rival, known[0].words))
            draft.rules.append("opponent")
