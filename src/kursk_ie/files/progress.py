"""How far a run has come: counts, rate and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TextIO

_SECONDS = 0.5  # between two lines of progress
_MEANINGFUL = 0.001  # a share of the input below which no time left is told


class Meter:
    """How much of the input has been read, in bytes as they lie on the disk."""

    def __init__(self, sources: Iterable[str] = ()) -> None:
        self._total: int | None = 0
        for source in sources:
            path = Path(source)
            if not path.is_file():  # a pipe has no size
                self._total = None
                break
            self._total += path.stat().st_size
        self._before = 0
        self._raw: IO[bytes] | None = None
        self._size = 0

    def follow(self, raw: IO[bytes]) -> None:
        """Take this file for the one that is being read; the one before is done."""
        self._before += self._size
        self._raw = raw
        self._size = Path(raw.name).stat().st_size

    def share(self) -> float | None:
        """The share that has been read, 0 to 1; ``None`` where the size of the input is not known."""
        if not self._total:
            return None
        here = self._size if self._raw is None or self._raw.closed else min(self._raw.tell(), self._size)
        return min((self._before + here) / self._total, 1.0)


class Progress:
    """Shows on a stream now and then how many documents are done, how fast, and how long the rest will take."""

    def __init__(self, meter: Meter, stream: TextIO | None) -> None:
        self._meter = meter
        self._stream = stream
        self._began = self._shown = time.monotonic()
        self._skipped: float | None = None  # the share of the input that a former run had done

    def show(self, documents: int) -> None:
        """So many documents of this run are done."""
        if self._stream is None:
            return
        now = time.monotonic()
        if self._skipped is None:
            self._began, self._skipped = now, self._meter.share() or 0.0
        if now - self._shown > _SECONDS:
            self._shown = now
            self._stream.write(f"\r\033[K{self._line(documents, now - self._began)}")
            self._stream.flush()

    def _line(self, documents: int, seconds: float) -> str:
        rate = documents / seconds if seconds > 0 else 0.0
        parts = [f"{documents:,} documents", f"{rate:,.0f}/s"]
        share = self._meter.share()
        if share is not None and share - (self._skipped or 0.0) > _MEANINGFUL:
            left = seconds * (1 - share) / (share - (self._skipped or 0.0))
            parts += [f"{share:.0%}", f"{clock(left)} left"]
        return ", ".join(parts)

    def end(self) -> None:
        """Clear the line."""
        if self._stream is not None:
            self._stream.write("\r\033[K")
            self._stream.flush()


def clock(seconds: float) -> str:
    """Minutes and seconds, or hours too.

    >>> clock(75), clock(3675)
    ('1:15', '1:01:15')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
