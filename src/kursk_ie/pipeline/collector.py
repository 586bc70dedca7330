"""A rest for Python's search for cycles of garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """Within the block nobody looks for cycles; after it the collector is as it was.

    Lexicons and readings are objects by the thousand with hardly a cycle among them: to search them after every few
    hundred new ones costs a fifth of the time of a reading and finds nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
