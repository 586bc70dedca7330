"""kursk_ie reads conflict news and says who claims what.

    >>> import kursk_ie
    >>> extraction = kursk_ie.extract(
    ...     "Ukraine's military intelligence claimed that at least 30 North Korean soldiers were killed "
    ...     "or wounded near Plekhovo on Dec. 14.", published="2024-12-16")
    >>> event = extraction.events[0]
    >>> event.type, event.targets[0].code, event.figures[0].min, event.places[0].name
    ('casualties', 'PRK', 30, 'Plekhovo')
    >>> event.attributions[0].source.text
    "Ukraine's military intelligence"

Importing the package loads neither spaCy nor pydantic; the first use of a name does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kursk_ie.errors import (
        ArgumentError,
        FileError,
        KurskIEError,
        LexiconError,
        MissingExtraError,
        TextError,
        WorkerError,
    )
    from kursk_ie.incidents.ledger import Ledger
    from kursk_ie.incidents.reconciling import reconcile
    from kursk_ie.incidents.results import (
        Claim,
        Count,
        Incident,
        Level,
        Match,
        Origin,
        Period,
        Position,
        Revision,
        Sides,
        Site,
        Step,
        Telling,
        Verdict,
    )
    from kursk_ie.pipeline.extraction import extract, extract_many
    from kursk_ie.pipeline.loading import load
    from kursk_ie.results import (
        AcledCode,
        Article,
        Attribution,
        Codes,
        Date,
        Document,
        Event,
        EventFigure,
        Extraction,
        Figure,
        Issue,
        Party,
        Place,
        Relay,
        Span,
        Unit,
        Verification,
    )
    from kursk_ie.views.page import Page, view

__version__ = "0.1.0"

_HOME = {
    "errors": (
        "ArgumentError", "FileError", "KurskIEError", "LexiconError", "MissingExtraError", "TextError",
        "WorkerError",
    ),
    "incidents.ledger": ("Ledger",),
    "incidents.reconciling": ("reconcile",),
    "incidents.results": (
        "Claim", "Count", "Incident", "Level", "Match", "Origin", "Period", "Position", "Revision", "Sides", "Site",
        "Step", "Telling", "Verdict",
    ),
    "pipeline.extraction": ("extract", "extract_many"),
    "pipeline.loading": ("load",),
    "results": (
        "AcledCode", "Article", "Attribution", "Codes", "Date", "Document", "Event", "EventFigure", "Extraction",
        "Figure", "Issue", "Party", "Place", "Relay", "Span", "Unit", "Verification",
    ),
    "views.page": ("Page", "view"),
}  # fmt: skip
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "AcledCode",
    "ArgumentError",
    "Article",
    "Attribution",
    "Claim",
    "Codes",
    "Count",
    "Date",
    "Document",
    "Event",
    "EventFigure",
    "Extraction",
    "Figure",
    "FileError",
    "Incident",
    "Issue",
    "KurskIEError",
    "Ledger",
    "Level",
    "LexiconError",
    "Match",
    "MissingExtraError",
    "Origin",
    "Page",
    "Party",
    "Period",
    "Place",
    "Position",
    "Relay",
    "Revision",
    "Sides",
    "Site",
    "Span",
    "Step",
    "Telling",
    "TextError",
    "Unit",
    "Verdict",
    "Verification",
    "WorkerError",
    "__version__",
    "extract",
    "extract_many",
    "load",
    "reconcile",
    "view",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE:
        raise AttributeError(f"module 'kursk_ie' has no attribute {name!r}")
    value = getattr(import_module(f"kursk_ie.{_MODULE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
