"""Let spaCy store our results in a ``Doc``: hooks that its serialiser finds by entry point.

``Doc.to_bytes`` and ``DocBin`` pack ``doc.user_data`` with msgpack, which knows no pydantic model. An `Extraction`
or `Article` goes in as its JSON and comes back as the model; the working state of a pipeline is dropped. The
serialiser calls `encode` for what it cannot pack, `decode` for every mapping; each hands on what is not ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_KEY = "__kursk_ie__"


def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn one of our models into a packable dict; pass anything else on."""
    # every program that imports spaCy comes here: load nothing before there is something of ours
    if type(value).__module__.startswith("kursk_ie."):
        from kursk_ie.pipeline.components import Progress
        from kursk_ie.results import Article, Extraction

        if isinstance(value, Article | Extraction):
            return {_KEY: type(value).__name__, "json": value.model_dump_json()}
        if isinstance(value, Progress):
            return None
    return value if chain is None else chain(value)


def decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn such a dict back into the model; pass anything else on."""
    if isinstance(value, dict) and _KEY in value:
        import kursk_ie.pipeline.documents  # noqa: F401 for doc._.kursk_ie and doc._.kursk_ie_article
        from kursk_ie.results import Article, Extraction

        models: dict[str, type[Article | Extraction]] = {"Article": Article, "Extraction": Extraction}
        return models[value[_KEY]].model_validate_json(value["json"])
    return value if chain is None else chain(value)
