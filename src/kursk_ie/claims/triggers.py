"""Triggers: the words that tell an event's type, and whether their neighbours let them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from kursk_ie.claims.context import Context
from kursk_ie.claims.statement import Range
from kursk_ie.results import EventType, Measure
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import read_table


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of models/triggers.tsv.

    Attributes:
        type: the event type it tells.
        frame: where its sides stand, see `kursk_ie.claims.parties`.
        measure: what a figure without a telling noun counts.
        needs: what its clause must hold for it to count, see `kursk_ie.claims.context`.
        pattern: the entry itself, for the rules of a result.
    """

    type: EventType
    frame: str
    measure: Measure | None
    needs: str
    pattern: str


@dataclass(frozen=True, slots=True)
class TriggerHit:
    """A trigger in a text, words ``start`` up to ``end``, in the clause ``clause``."""

    start: int
    end: int
    trigger: Trigger
    clause: Range


class TriggerLexicon:
    """All triggers; a phrase with several senses yields the first whose needs are met."""

    def __init__(self, cut: Cut) -> None:
        senses: dict[str, list[Trigger]] = {}
        for row in read_table("triggers.tsv", ("pattern", "type", "frame", "measure", "needs")):
            if row["type"] not in get_args(EventType):
                raise row.error(f"unknown event type {row['type']!r}")
            measure = cast("Measure | None", row["measure"] or None)
            trigger = Trigger(cast(EventType, row["type"]), row["frame"], measure, row["needs"], row["pattern"])
            senses.setdefault(row["pattern"], []).append(trigger)
        rows = read_table("no_events.tsv", ("pattern", "example"))
        self._idle: Patterns[bool] = Patterns(((row["pattern"], True) for row in rows), inflect)
        self._patterns: Patterns[list[Trigger]] = Patterns(senses.items(), inflect)

    def find(self, context: Context, start: int, stop: int) -> Iterator[TriggerHit]:
        """Triggers between two words whose needs their clause meets, left to right."""
        norms = context.reading.tokens.norms
        idle = {word for first, last, _ in self._idle.find(norms, start, stop) for word in range(first, last)}
        for begin, end, senses in self._patterns.find(norms, start, stop):
            if begin in idle or context.is_idle(begin, end):
                continue
            clause = context.clause_of(begin)
            for trigger in senses:
                if context.meets(trigger.needs, trigger.frame, begin, end, clause):
                    yield TriggerHit(begin, end, trigger, clause)
                    break
