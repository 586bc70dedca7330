"""Reconciling: many articles to incidents with a ledger of claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kursk_ie.errors import ArgumentError
from kursk_ie.incidents.building import build_incident
from kursk_ie.incidents.matching import group_families, sort_records
from kursk_ie.incidents.model import Model, load_model
from kursk_ie.incidents.records import Record, records_of
from kursk_ie.incidents.results import Incident
from kursk_ie.pipeline.collector import RestingCollector
from kursk_ie.results import Document, Extraction


def reconcile(extractions: Iterable[Extraction]) -> list[Incident]:
    """Incidents across articles: what was told of each, by whom, and how many independent sources there are.

    The same extractions give the same incidents in any order. An article that is given twice counts once.

    Args:
        extractions: results of `extract` or `extract_many`, each with a document id of its own.

    Returns:
        The incidents, the latest first; figures stand side by side and are never averaged or summed.

    Raises:
        ArgumentError: ``extractions`` is no iterable of extractions, or two different articles have one id.

    Examples:
        >>> import kursk_ie
        >>> articles = [
        ...     {"id": "a", "text": "HUR said at least 30 Russian soldiers were killed near Sudzha on Dec. 14."},
        ...     {"id": "b", "text": "At least 30 Russian soldiers were killed near Sudzha on Dec. 14, HUR claimed."},
        ... ]
        >>> incidents = kursk_ie.reconcile(kursk_ie.extract_many({**a, "published": "2024-12-16"} for a in articles))
        >>> [(incident.type, incident.reports, incident.independent_sources) for incident in incidents]
        [('casualties', ('a', 'b'), 1)]
    """
    model = load_model()
    families = sort_records(_records(checked(extractions), model))
    with RestingCollector():  # links hold no cycles, and there are millions of them
        return sorted((build_incident(*group) for group in group_families(families, model)), key=newest_first)


def _records(extractions: Iterable[Extraction], model: Model) -> Iterator[Record]:
    """One at a time, so that nobody holds them longer than the grouping does."""
    seen: dict[str, Document] = {}
    for extraction in extractions:
        if is_new(extraction, seen.get(extraction.document.id)):
            seen[extraction.document.id] = extraction.document
            yield from records_of(extraction, model)


def newest_first(incident: Incident) -> tuple[int, str]:
    """Sorts incidents by their last day, the latest first, those without days last."""
    return -(incident.date.latest or dt.date.min).toordinal(), incident.id


def checked(extractions: Iterable[Extraction]) -> Iterable[Extraction]:
    """The extractions, each looked at when its turn comes.

    Raises:
        ArgumentError: not an iterable of extractions.
    """
    if isinstance(extractions, Extraction | str | bytes) or not isinstance(extractions, Iterable):
        raise ArgumentError(
            "extractions-not-iterable",
            f"extractions is one {type(extractions).__name__}: give a list or another iterable",
        )
    return map(_checked, extractions)


def _checked(extraction: object) -> Extraction:
    if not isinstance(extraction, Extraction):
        raise ArgumentError(
            "not-an-extraction",
            f"an item is a {type(extraction).__name__}: give what kursk_ie.extract returns",
        )
    return extraction


def is_new(extraction: Extraction, known: Document | None) -> bool:
    """Whether the document was not seen before; ``known`` is the one seen under its id.

    Raises:
        ArgumentError: another document was seen under its id.
    """
    if known is None:
        return True
    if known == extraction.document:
        return False
    raise ArgumentError(
        "document-twice",
        f"two different articles have the id {extraction.document.id!r}: give each an id of its own",
    )
