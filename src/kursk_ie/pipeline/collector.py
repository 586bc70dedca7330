"""A rest for Python's search for cycles of garbage."""

from __future__ import annotations

import gc


class RestingCollector:
    """Within the block nobody looks for cycles; after it the collector is as it was.

    Lexicons and readings are objects by the thousand with hardly a cycle among them: to search them after every few
    hundred new ones costs a fifth of the time of a reading and finds nothing.
    """

    __slots__ = ("_collecting",)

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._collecting:
            gc.enable()
