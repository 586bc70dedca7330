"""An event in the cells of a table for people: who says what, how many, of whom, where, when, and who checked."""

from __future__ import annotations

from kursk_ie.files.compact import compact_date, compact_figure
from kursk_ie.results import Attribution, Event


def who(event: Event) -> str:
    """Who tells it, one source a line; the outlet where the text names nobody."""
    return "\n".join(dict.fromkeys(speaker(a) for a in event.attributions)) or "(the outlet)"


def speaker(attribution: Attribution) -> str:
    """The fullest name of the source, and who passed it on."""
    source = attribution.source.text if attribution.source else f"unnamed ({attribution.cue.text})"
    via = ", ".join(relay.name for relay in attribution.via)
    return printable(f"{attribution.speaker or source}{f' via {via}' if via else ''}")


def what(event: Event) -> str:
    """The type of event, with the side that acts and how it is told."""
    agents = ", ".join(dict.fromkeys(party.code for party in event.agents))
    modality = "" if event.modality == "actual" else f" ({event.modality})"
    return printable(f"{agents} {words(event.type)}{modality}")


def how_many(event: Event) -> str:
    """The figures, one a line."""
    return "\n".join(dict.fromkeys(printable(compact_figure(figure)) for figure in event.figures))


def whom(event: Event) -> str:
    """The sides that it befalls."""
    return printable(", ".join(dict.fromkeys(party.code for party in event.targets)))


def where(event: Event) -> str:
    """The places."""
    return printable(", ".join(dict.fromkeys(place.name for place in event.places)))


def when(event: Event) -> str:
    """The days."""
    return printable(compact_date(event.date)) if event.date else ""


def status(event: Event) -> str:
    """What the text says of its truth, and who is named for it."""
    found = event.verification
    if found.status == "none":
        return "–"
    return printable(f"{words(found.status)}{f' ({found.by})' if found.by else ''}")


def words(name: str) -> str:
    """A value of the schema as words: *killed or wounded*."""
    return name.replace("_", " ")


def printable(text: str) -> str:
    """On one line, and without what a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
