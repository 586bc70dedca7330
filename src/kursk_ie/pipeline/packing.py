"""Let spaCy store our results in a ``Doc``: hooks that its serialiser finds by entry point.

``Doc.to_bytes`` and ``DocBin`` pack ``doc.user_data`` with msgpack, which knows no pydantic model. An `Extraction`
goes in as its JSON and comes back as the model; the working `Reading` of a pipeline is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kursk_ie.claims.reading import Reading
from kursk_ie.results import Extraction

_KEY = "__kursk_ie_extraction__"


def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn an `Extraction` into a packable dict; pass anything else on."""
    if isinstance(value, Extraction):
        return {_KEY: value.model_dump_json()}
    if isinstance(value, Reading):
        return None
    return value if chain is None else chain(value)


def decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn such a dict back into the `Extraction`; pass anything else on."""
    if isinstance(value, dict) and _KEY in value:
        return Extraction.model_validate_json(value[_KEY])
    return value if chain is None else chain(value)
