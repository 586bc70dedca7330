"""What is marked in an article: the spans of an extraction, each with the records that it belongs to.

A record is a mention, attribution, event or issue; its key is a letter and its place in the extraction: ``m0``, ``a3``.
Ids of the extraction are not used as keys, for a file may hold any.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kursk_ie.results import Attribution, Event, Extraction


class Label(NamedTuple):
    """A kind of mark: its name, what a legend calls it, whether it is shown at first."""

    name: str
    title: str
    shown: bool = True


LABELS = (
    Label("SKIPPED", "left out"),
    Label("SENTENCE", "sentence of a claim"),
    Label("CONTENT", "what is said"),
    Label("EVIDENCE", "verification"),
    Label("SOURCE", "source"),
    Label("RELAY", "relayed by"),
    Label("CUE", "cue"),
    Label("EVENT", "event"),
    Label("SIDE", "side", shown=False),
    Label("UNIT", "unit"),
    Label("DATE", "date"),
    Label("FIGURE", "figure"),
    Label("PLACE", "place"),
)
"""Of two marks on the same words, the one that stands first here is outside."""

RANKS = {label.name: rank for rank, label in enumerate(LABELS)}


class Mark(NamedTuple):
    """A marked span, in code points, end exclusive; ``text`` as the extraction has it."""

    label: str
    start: int
    end: int
    text: str
    keys: tuple[str, ...]


def marks_of(extraction: Extraction) -> list[Mark]:
    """The marks in text order, the outer before the inner; one for each label and span."""
    found: dict[tuple[int, int, str], tuple[str, dict[str, None]]] = {}
    for label, start, end, text, key in _spans(extraction):
        if start < end:
            found.setdefault((start, end, label), (text, {}))[1][key] = None
    order = sorted(found, key=lambda span: (span[0], -span[1], RANKS[span[2]]))
    return [Mark(span[2], span[0], span[1], found[span][0], tuple(found[span][1])) for span in order]


def _spans(extraction: Extraction) -> Iterator[tuple[str, int, int, str, str]]:
    for number, mention in enumerate(extraction.mentions):
        yield mention.label, mention.start, mention.end, mention.text, f"m{number}"
    for number, attribution in enumerate(extraction.attributions):
        key = f"a{number}"
        spans = (("SOURCE", attribution.source), ("CUE", attribution.cue), ("CONTENT", attribution.content))
        for label, span in spans:
            if span is not None:
                yield label, span.start, span.end, span.text, key
        for relay in attribution.via:
            yield "RELAY", relay.start, relay.end, relay.text, key
    for number, event in enumerate(extraction.events):
        key = f"e{number}"
        yield "SENTENCE", event.sentence.start, event.sentence.end, event.sentence.text, key
        yield "EVENT", event.trigger.start, event.trigger.end, event.trigger.text, key
        for evidence in event.verification.evidence:
            yield "EVIDENCE", evidence.start, evidence.end, evidence.text, key
        for party in (*event.agents, *event.targets):
            yield "SIDE", party.start, party.end, party.text, key
    for number, issue in enumerate(extraction.issues):
        if issue.code == "section-left-out" and issue.start is not None and issue.end is not None:
            yield "SKIPPED", issue.start, issue.end, "", f"i{number}"


def related_keys(extraction: Extraction) -> dict[str, list[str]]:
    """For each event's key the records that it is told with: its attributions, figures, places, units and date."""
    attributions = {attribution.id: f"a{n}" for n, attribution in enumerate(extraction.attributions)}
    mentions: dict[tuple[str, int, int], str] = {
        (mention.label, mention.start, mention.end): f"m{n}" for n, mention in enumerate(extraction.mentions)
    }
    related = {}
    for number, event in enumerate(extraction.events):
        keys = [attributions.get(attribution.id) for attribution in event.attributions]
        keys += [mentions.get(("PLACE", place.start, place.end)) for place in event.places]
        keys += [mentions.get(("UNIT", unit.start, unit.end)) for unit in event.units]
        keys += [mentions.get(("FIGURE", figure.start, figure.end)) for figure in event.figures]
        if event.date is not None:
            keys.append(mentions.get(("DATE", event.date.start, event.date.end)))
        related[f"e{number}"] = [key for key in dict.fromkeys(keys) if key is not None]
    return related


def statements_alone(extraction: Extraction) -> list[tuple[str, Attribution]]:
    """The attributions that tell no event, such as refusals to comment, each with its key."""
    told = {attribution.id for event in extraction.events for attribution in event.attributions}
    return [(f"a{n}", a) for n, a in enumerate(extraction.attributions) if a.id not in told]


def event_keys(events: tuple[Event, ...]) -> dict[str, str]:
    """The key of each event's id."""
    return {event.id: f"e{number}" for number, event in enumerate(events)}
