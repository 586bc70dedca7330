"""A number that another speaker sets against one told: *the army says 40 were killed, the rebels speak of 90*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.statement import Statement
from kursk_ie.claims.story import Story
from kursk_ie.mentions.found import Found, between
from kursk_ie.results import Figure, Measure
from kursk_ie.text.wordclasses import DETERMINERS, PREPOSITIONS

_AGAIN: Final = 2  # sentences back in which the thing counted was told
_NUMBER: Final = frozenset(
    "it them number numbers count figure figures toll total tally estimate higher lower only just own death".split()
)
_BARE: Final = DETERMINERS | PREPOSITIONS | _NUMBER


def retell(context: Context, drafts: list[EventDraft], free: list[Found[Figure]], story: Story) -> None:
    """Add, for each statement that is only a number, the thing last counted with the speaker's own figure."""
    for statement in context.statements:
        figure = _number_of(context, statement)
        if figure is None or statement.source is None:
            continue
        holder = next((draft for draft in drafts if _measure(draft, figure) is not None), None)
        if holder is not None and not holder.statements and len(holder.figures) == 1:
            holder.statements = [statement]  # "how many were hurt is unclear; the mayor spoke of three"
        elif holder is None or statement not in holder.statements:
            _add(context, drafts, holder or _last_counted(context, drafts, story), figure, statement)
            if figure in free:
                free.remove(figure)


def _number_of(context: Context, statement: Statement) -> Found[Figure] | None:
    """The bare figure that is all a statement says, *its number* and the like aside."""
    if statement.content is None or not context.start <= statement.cue[0] < context.stop:
        return None
    first, stop = statement.content
    figures = between(context.figures, first, stop)
    if len(figures) != 1 or figures[0].mention.noun is not None:
        return None
    start, end = figures[0].start, figures[0].end
    rest = [*range(first, start), *range(end, stop)]
    return figures[0] if all(context.norm(at) in _BARE for at in rest) else None


def _add(
    context: Context,
    drafts: list[EventDraft],
    model: EventDraft | None,
    figure: Found[Figure],
    statement: Statement,
) -> None:
    """The event that ``model`` tells, told by ``statement`` with its figure; that figure leaves the model."""
    if model is None:
        return
    measure = _measure(model, figure) or model.figures[0][1]
    model.figures = [(other, counted) for other, counted in model.figures if other is not figure]
    trigger = model.trigger if model.sentence == context.sentence else (figure.start, figure.end)
    clause = context.clause_of(figure.start)
    again = EventDraft(model.type, trigger, context.sentence, clause, model.frame, model.measure)
    again.agents, again.targets, again.modality = list(model.agents), list(model.targets), model.modality
    again.figures, again.statements = [(figure, measure)], [statement]
    again.retold, again.rules = model, [model.rules[0], "figure:retold"]
    drafts.append(again)


def _measure(draft: EventDraft, figure: Found[Figure]) -> Measure | None:
    """What a figure measures in a draft; none where the draft does not hold it."""
    return next((measure for bound, measure in draft.figures if bound is figure), None)


def _last_counted(context: Context, drafts: list[EventDraft], story: Story) -> EventDraft | None:
    """The last event with a figure: of this sentence, or of those just before."""
    here = [draft for draft in drafts if draft.figures]
    if here:
        return max(here, key=lambda draft: draft.trigger)
    counted = story.counted
    return counted if counted is not None and context.sentence - counted.sentence <= _AGAIN else None
