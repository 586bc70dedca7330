"""The errors file: the documents that failed, with the reason, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from kursk_ie.files.rows import Failure
from kursk_ie.files.writers import replacing

_SHOWN = 3


class ErrorsFile:
    """Takes failures as they come; as a context it is written when the block ends, however it ends.

    Args:
        path: where it is written.
        wanted: write it also where nothing failed; else a former one stays as it is.
    """

    def __init__(self, path: Path, wanted: bool) -> None:
        self.path = path
        self._wanted = wanted
        self._first: list[Failure] = []
        self._count = 0
        self._file: IO[str] | None = None
        self._open = ExitStack()

    def __enter__(self) -> ErrorsFile:
        if self._wanted:
            self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def write(self, failure: Failure) -> None:
        """Add a failure.

        Raises:
            FileError: the file cannot be written.
        """
        self._note(failure)
        file = self._file or self._begin()
        file.write(failure.as_json() + "\n")

    def take(self, parts: list[Path]) -> None:
        """Write the failures that lie in these files."""
        for part in parts:
            with part.open(encoding="utf-8") as lines:
                for line in lines:
                    self.write(Failure.from_json(line))

    def summary(self) -> Iterator[str]:
        """What to tell of the failures: the first few, and where they all are."""
        for failure in self._first:
            where = failure.path if failure.line is None else f"{failure.path}, line {failure.line}"
            yield f"{where}: {failure.reason}"
        more = self._count - len(self._first)
        if self._count:
            yield f"{self._count} failed{f' ({more} more)' if more else ''}: the reasons are in {self.path}"

    def _note(self, failure: Failure) -> None:
        self._count += 1
        if len(self._first) < _SHOWN:
            self._first.append(failure)

    def _begin(self) -> IO[str]:
        part = self._open.enter_context(replacing(self.path))
        self._file = self._open.enter_context(part.open("w", encoding="utf-8", newline="\n"))
        return self._file
