"""What of a result stands in its text, for the tests that hold every offset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every grounded thing of a result, however deep."""
    if isinstance(value, BaseModel):
        if {"start", "end", "text"} <= type(value).model_fields.keys():
            yield value.start, value.end, value.text  # type: ignore[attr-defined]
        for _, part in value:
            yield from spans(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
