"""What an event says, in one form for gold and results, so that both can be counted against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from kursk_ie.evaluation.gold import GoldEvent
from kursk_ie.evaluation.likeness import place_key
from kursk_ie.results import Event

Fact = tuple[Hashable, ...]
"""The slot and its value."""

SLOTS = ("agent", "target", "figure", "place", "unit", "date")


def gold_facts(event: GoldEvent) -> Counter[Fact]:
    """The facts of an event of the gold."""
    days = [event.date] if event.date is not None and event.date[0] is not None else []
    return _facts(event.agents, event.targets, _figures(event), event.places, event.units, days)


def found_facts(event: Event) -> Counter[Fact]:
    """The facts of an event that was found."""
    agents, targets = ([party.code for party in side if party.code] for side in (event.agents, event.targets))
    places = [place.text for place in event.places]
    units = [unit.text for unit in event.units]
    date = event.date
    days = [(date.earliest, date.latest)] if date is not None and date.earliest is not None else []
    return _facts(agents, targets, _figures(event), places, units, days)


def found_sources(event: Event) -> list[str]:
    """The names of those to whom an event is attributed."""
    names = [a.speaker or (a.source.text if a.source is not None else "") for a in event.attributions]
    return [name for name in names if name]


def _figures(event: GoldEvent | Event) -> list[Fact]:
    return [(figure.min, figure.max, figure.measure) for figure in event.figures]


def _facts(
    agents: Iterable[str],
    targets: Iterable[str],
    figures: Iterable[Fact],
    places: Iterable[str],
    units: Iterable[str],
    days: Iterable[Fact],
) -> Counter[Fact]:
    facts: list[Fact] = [("agent", code) for code in agents]
    facts += [("target", code) for code in targets]
    facts += [("figure", *figure) for figure in figures]
    facts += [("place", place_key(name)) for name in places]
    facts += [("unit", name.casefold()) for name in units]
    facts += [("date", *date) for date in days]
    return Counter(facts)
