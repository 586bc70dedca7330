"""What a news desk does with kursk_ie: contested figures, a page, and who is quoted in a pipeline of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import kursk_ie
from kursk_ie import Article, Claim, Event, Extraction, Incident


def killed(event: Event) -> tuple[float | None, float | None] | None:
    """Bounds of how many were killed."""
    for figure in event.figures:
        if figure.measure == "killed":
            return figure.min, figure.max
    return None


def unverified(text: str, published: str) -> list[str]:
    """Who claims what nobody could check."""
    events = kursk_ie.extract(text, published=published).events
    return [
        attribution.speaker or "somebody"
        for event in events
        if event.verification.status == "unverified"
        for attribution in event.attributions
    ]


def read(articles: Iterable[Article], workers: int = 1) -> list[Extraction]:
    return list(kursk_ie.extract_many(articles, workers=workers))


def contested(extractions: Iterable[Extraction]) -> Iterator[tuple[Incident, list[str]]]:
    """Incidents whose figures cannot all hold, with a line for each claim."""
    for incident in kursk_ie.reconcile(extractions):
        if incident.agreement == "conflicting":
            yield incident, [line(claim) for claim in incident.claims]


def line(claim: Claim) -> str:
    count = claim.figure.text if claim.figure is not None else "no figure"
    return f"{claim.speaker or 'unnamed'}: {count} ({', '.join(claim.documents)})"


def write_page(extractions: list[Extraction], articles: list[Article], path: Path) -> int:
    page = kursk_ie.view(extractions, texts=articles, title="Claims")
    page.save(path)
    return page.articles - page.without_text


def quoted(text: str) -> list[str]:
    doc = kursk_ie.load()(text)
    return [span.text for span in doc.spans["kursk_ie_sources"]]


def day_error(text: str, published: str) -> str | None:
    """The code of what is wrong with a day, if anything is."""
    try:
        kursk_ie.extract(text, published=published)
    except kursk_ie.ArgumentError as error:
        return error.code
    return None
