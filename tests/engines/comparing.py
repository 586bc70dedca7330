"""What an engine gives beside what the library gives."""

from __future__ import annotations

from typing import Any

import kursk_ie
from kursk_ie.results import Extraction


def by_id(extractions: list[Extraction]) -> dict[str, Extraction]:
    """Each once."""
    found = {extraction.document.id: extraction for extraction in extractions}
    assert len(found) == len(extractions)
    return found


def assert_only_the_poisoned_failed(
    found: dict[str, Extraction], plain: dict[str, Extraction], poisoned: list[dict[str, Any]]
) -> None:
    """Every article is there; *deadly* and *none* with the reason, all others as the library reads them."""
    assert set(found) == {row["id"] for row in poisoned}
    assert [issue.code for issue in found["deadly"].issues] == ["worker-died"]
    assert [issue.code for issue in found["none"].issues] == ["article-without-text"]
    healthy = {id: extraction for id, extraction in found.items() if id in plain}
    assert healthy == {id: plain[id] for id in healthy}
    for id in ("deadly-once", "task"):
        assert found[id] == kursk_ie.extract(poisoned[0]["text"], id=id)
