"""When an event happened: the nearest date of its clause, or the one date of its sentence."""

from __future__ import annotations

import datetime
from typing import Final

from kursk_ie.claims.context import WARS, Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.slots.reach import reach_of, told_by_another
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.claims.triggers.war_gate import MEMORY
from kursk_ie.freezing import freeze
from kursk_ie.mentions.found import Found
from kursk_ie.results import Date
from kursk_ie.text.wordclasses import HAVE

AGAIN: Final = "date:again"
"""The rule of a date that the event took from one told before: it adds nothing to the story."""
_THROUGH: Final = frozenset(
    {"in", "during", "over", "through", "throughout", "for", "this", "last", "next", "the", "all"}
)
_OWNED: Final = 5  # words from a date's *'s* to the event that it dates
_BRIEF: Final = frozenset({"strike", "casualties", "prisoners"})  # what happens on a day, not for months
_SINCE: Final = 10  # words from *since* to the date of what began
_NAMED: Final = 2  # words from a year to the war that bears it
_SPANS: Final = frozenset("minutes hour hours day days week weeks month months year years".split())
_LASTING: Final = frozenset({"deployment", "strength"})
_AGAIN: Final = 3  # sentences over which a noun speaks of the same event
_RELATIVES: Final = frozenset({"who", "whom", "whose", "which", "where"})
_COMES_ABOUT: Final = frozenset({"was", "were", "began", "started", "took", "happened", "occurred", "came"})
_AT_CUE: Final = 2  # words between a cue or its source and the date of the saying


class DateBinder:
    """Gives drafts their dates; an announcement's own date is never an event's."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: dict[str, EventDraft] = {}
        self._last: EventDraft | None = None

    def bind(self, context: Context, draft: EventDraft) -> None:
        """Give a draft its date, or that of the event it speaks of again: *the strike, the swap*."""
        draft.date = self.find(context, draft)
        first = self._told.get(draft.type)
        self._told[draft.type] = draft
        if draft.date is None and self._last is not None and self._goes_on(context, self._last, draft):
            first = self._last
        elif first is not None and not self._is_again(first, draft):
            first = None
        if draft.date is None and first is not None:
            draft.date = first.date
            draft.rules.append(AGAIN)
        if draft.date is not None and draft.date.mention.precision == "day":
            self._last = draft

    def _goes_on(self, context: Context, last: EventDraft, draft: EventDraft) -> bool:
        """*Another nine were wounded*: the harm of what the sentence before told, at its place and on its day."""
        if draft.type != "casualties" or draft.sentence - last.sentence > 1 or context.dates:
            return False
        if not draft.figures or "verb" not in draft.frame:
            return False
        elsewhere = {"place:clause", "place:sentence"}.intersection(draft.rules)
        return not elsewhere and not context.has_word(HAVE, draft.clause[0], draft.trigger[0])

    def _is_again(self, first: EventDraft, draft: EventDraft) -> bool:
        """Whether the trigger is a noun that speaks of a thing told a few sentences before."""
        norms, at = self._reading.tokens.norms, draft.trigger[0]
        if draft.type not in _BRIEF or draft.sentence - first.sentence > _AGAIN:
            return False
        if norms[at] != "the" and not ("noun" in draft.frame and norms[at - 1] in ("the", "this", "that")):
            return False
        here, there = ({place.mention.name for place in event.places} for event in (draft, first))
        return not (here and there) or bool(here & there)

    def find(self, context: Context, draft: EventDraft) -> Found[Date] | None:
        """The nearest date of the clause, or of a clause that tells no event; never the announcement's own."""
        reach = reach_of(context, draft)
        inside = [
            date
            for date in context.dates
            if reach[0] <= date.start < reach[1]
            and context.shares(date.start, draft.clause)
            and not self._is_announcement(context, draft, date)
            and not told_by_another(context, draft, date.start)
            and not self._is_other(context, draft, date)
            and (date.mention.precision != "season" or context.norm(date.start - 1) in _THROUGH)
        ]
        if not inside:
            return self._opening(context, draft) or self._only_date(context, draft, reach)
        nearest = min(inside, key=lambda date: abs(date.start - draft.trigger[0]))
        return self._joined(nearest, inside)

    def _opening(self, context: Context, draft: EventDraft) -> Found[Date] | None:
        """The date that a clause only tells more of: *in July, when troops took the town*."""
        at = draft.clause[0]
        if context.norm(at) != "when":
            return None
        ends = (at, at - 1 if context.norm(at - 1) == "," else at)
        return next((date for date in context.dates if date.end in ends), None)

    def _only_date(self, context: Context, draft: EventDraft, reach: Range) -> Found[Date] | None:
        """The one date of a statement or sentence dates all its events: *One died when it was hit on Sunday*."""
        dates = [date for date in context.dates if reach[0] <= date.start < reach[1]]
        if len(dates) != 1 or self._is_announcement(context, draft, dates[0]):
            return None
        if told_by_another(context, draft, dates[0].start) or self._is_other(context, draft, dates[0]):
            return None
        return dates[0] if dates[0].mention.precision in ("day", "range") else None

    def _owned(self, context: Context, draft: EventDraft, date: Found[Date]) -> bool:
        """*This week's summit*: the date of another thing; *Saturday's dawn raid* is the event's own.

        Who dies *in Saturday's fighting* dies on that day.
        """
        owns = context.norm(date.end) in ("'s", "'")
        itself = date.end < draft.trigger[0] <= date.end + _OWNED
        during = context.norm(date.start - 1) in ("in", "during") and context.is_warlike(
            date.end, date.end + _OWNED
        )
        return owns and not (itself or during)

    def _begins(self, draft: EventDraft, date: Found[Date]) -> bool:
        """*Since 1 October, since war broke out in May*: when something began, not what happened many times since."""
        norms, start = self._reading.tokens.norms, self._reading.sentences[draft.sentence][0]
        if norms[date.start - 1] == "since":
            return draft.type not in _LASTING
        since = next((at for at in range(date.start - 1, start - 1, -1) if norms[at] == "since"), None)
        return (
            since is not None and date.start - since <= _SINCE and not since < draft.trigger[0] < date.start
        )

    def _precedes(self, draft: EventDraft, date: Found[Date]) -> bool:
        """*Power came back on Saturday, a day after missiles hit*: the day is not that of what came before."""
        norms = self._reading.tokens.norms
        words = norms[date.end : draft.trigger[0]]
        after = next(
            (at for at, norm in enumerate(words) if norm == "after" and words[at - 1] in _SPANS), None
        )
        return after is not None and "," not in words[after:]

    def _names_war(self, date: Found[Date]) -> bool:
        """*The 2022 Russian invasion*: the year is part of the war's name."""
        behind = self._reading.tokens.norms[date.end : date.end + _NAMED]
        return date.mention.precision == "year" and not WARS.isdisjoint(behind)

    def _is_other(self, context: Context, draft: EventDraft, date: Found[Date]) -> bool:
        """Whether a date is that of another thing in the sentence."""
        return (
            self._names_war(date)
            or self._owned(context, draft, date)
            or _is_aside(context, draft, date)
            or self._begins(draft, date)
            or self._precedes(draft, date)
        )

    def _joined(self, date: Found[Date], others: list[Found[Date]]) -> Found[Date]:
        """*Saturday and Sunday*: two days joined are when one event took place."""
        norms = self._reading.tokens.norms
        for first in others:
            for second in others:
                joined = second.start - first.end == 1 and norms[first.end] == "and"
                if joined and date in (first, second):
                    return _span_of(self._reading, first, second)
        return date

    def _is_announcement(self, context: Context, draft: EventDraft, date: Found[Date]) -> bool:
        """Whether a date stands at the cue, outside what is said: *said on Monday*, *On Saturday X claimed*.

        An event that nobody tells has the dates of its own clause all the same.
        """
        own = [s for s in context.statements if context.start <= s.cue[0] < context.stop]
        if not own or any(s.content is not None and s.content[0] <= date.start < s.content[1] for s in own):
            return False
        if any(s.tells(draft.trigger[1] - 1) or _is_at_cue(context, draft, s, date) for s in own):
            return True
        return not draft.clause[0] <= date.start < draft.clause[1]


def is_history(draft: EventDraft, published: datetime.date | None) -> bool:
    """*In June 1944 his men took the town*: what happened before most can remember is told as history."""
    latest = draft.date.mention.latest if draft.date is not None else None
    return latest is not None and published is not None and latest.year < published.year - MEMORY


def _is_aside(context: Context, draft: EventDraft, date: Found[Date]) -> bool:
    """*Killed fighters who came a week ago*: the date of what a relative clause tells of another thing.

    *An attack, which began on Monday* has the date.
    """
    home = context.clause_of(date.start)
    if home[0] <= draft.clause[0] or context.norm(home[0]) not in _RELATIVES:
        return False
    return context.norm(home[0]) != "which" or context.norm(home[0] + 1) not in _COMES_ABOUT


def _is_at_cue(context: Context, draft: EventDraft, statement: Statement, date: Found[Date]) -> bool:
    """Whether a date stands right after a cue or around its source: *said on Monday, On 4 April X warned*."""
    first = (statement.source or statement.cue)[0]
    if first <= date.start <= statement.cue[1] + _AT_CUE:
        return not first <= draft.trigger[0] < date.start  # "X seized A in May and claims B"
    apart = date.start < draft.trigger[0] or context.norm(date.start - 2) == ","
    return first - _AT_CUE <= date.end <= first and apart


def _span_of(reading: Reading, first: Found[Date], second: Found[Date]) -> Found[Date]:
    start, end, text = reading.tokens.stretch(first.start, second.end)
    mention = freeze(
        Date,
        start=start,
        end=end,
        text=text,
        label="DATE",
        earliest=first.mention.earliest,
        latest=second.mention.latest,
        precision="range",
    )
    return Found(first.start, second.end, mention)
