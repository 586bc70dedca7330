"""Triggers: the words that tell an event's type, and whether their neighbours let them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from kursk_ie.claims.context import Context
from kursk_ie.claims.statement import Range
from kursk_ie.claims.triggers.needs import NEEDS, meets
from kursk_ie.claims.triggers.stance import Spot
from kursk_ie.results import EventType, Measure
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.tables import read_table


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of models/triggers.tsv.

    Attributes:
        type: the event type it tells.
        frame: where its sides stand, see `kursk_ie.claims.sides.parties`.
        measure: what a figure without a telling noun counts.
        needs: what its clause must hold for it to count, see `kursk_ie.claims.context`.
        pattern: the entry itself, for the rules of a result.
    """

    type: EventType
    frame: str
    measure: Measure | None
    needs: str
    pattern: str


class TriggerHit:
    """A trigger in a text, words ``start`` up to ``end``, in the clause ``clause``."""

    __slots__ = ("clause", "end", "start", "trigger")

    def __init__(self, start: int, end: int, trigger: Trigger, clause: Range) -> None:
        self.start = start
        self.end = end
        self.trigger = trigger
        self.clause = clause


class TriggerLexicon:
    """All triggers; of several that match at one place the longest whose needs are met is taken."""

    def __init__(self) -> None:
        idle = read_table("no_events.tsv", ("pattern", "example"))
        self._idle: Patterns[bool] = Patterns(((row["pattern"], True) for row in idle), inflect)
        self._patterns: Patterns[Trigger] = Patterns(_entries(), inflect)

    def find(self, context: Context) -> list[TriggerHit]:
        """Triggers of a sentence whose needs their clause meets, left to right, without overlap."""
        norms, first_words = context.norms, self._patterns.first_words
        found: list[TriggerHit] = []
        idle: set[int] | None = None
        done = context.start
        for at in [at for at in range(context.start, context.stop) if norms[at] in first_words]:
            hit = self._at(context, at, context.stop) if at >= done else None
            if hit is None:
                continue
            if idle is None:
                idle = self._idle_words(context)
            if at not in idle:
                found.append(hit)
                done = hit.end
        return found

    def _idle_words(self, context: Context) -> set[int]:
        found = self._idle.find(context.norms, context.start, context.stop)
        return {word for first, last, _ in found for word in range(first, last)}

    def _at(self, context: Context, start: int, stop: int) -> TriggerHit | None:
        matches = self._patterns.all_at(context.norms, start, stop)
        if not matches:
            return None
        clause = context.clause_of(start)
        for end, trigger in matches:
            if not (context.is_idle(start, end) or context.cuts_figure(start, end)) and meets(
                context, trigger.needs, trigger.frame, Spot(start, end, clause)
            ):
                return TriggerHit(start, end, trigger, clause)
        return None


def _entries() -> Iterator[tuple[str, Trigger]]:
    for row in read_table("triggers.tsv", ("pattern", "type", "frame", "measure", "needs")):
        if row["type"] not in get_args(EventType):
            raise row.error(f"unknown event type {row['type']!r}")
        if row["needs"] not in NEEDS:
            raise row.error(f"unknown need {row['needs']!r}: see kursk_ie.claims.triggers.needs")
        measure = cast("Measure | None", row["measure"] or None)
        yield (
            row["pattern"],
            Trigger(cast(EventType, row["type"]), row["frame"], measure, row["needs"], row["pattern"]),
        )
