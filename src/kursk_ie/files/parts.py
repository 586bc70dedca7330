"""An output that is written by parts, so that a run that was killed can go on where it was.

Beside the output lies a folder of parts until the run is through. A part is a file of results and a file of failures;
it counts once its line stands in the manifest, which is written when both are safe on the disk. What a killed run
left beyond the manifest is written anew. At the end the parts become the output, in one step, and the folder goes.

The manifest tells for each part how many documents of the input it covers and the digest of these, so that a run that
goes on finds its place by reading the input again, and finds out where the input is another.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from kursk_ie.errors import FileError
from kursk_ie.files.batch import Outcome, Tally
from kursk_ie.files.errors_file import ErrorsFile
from kursk_ie.files.merging import merge_results
from kursk_ie.files.rows import Entry
from kursk_ie.files.writers import Format, open_writer, unwritable

PART_DOCUMENTS = 1_000
_PART_SECONDS = 30  # a slow run loses no more than that
_MANIFEST = "manifest.jsonl"


class _Part(NamedTuple):
    """A line of the manifest."""

    tally: Tally
    digest: str


class PartedOutput:
    """The output of a run, by parts.

    Args:
        out: the file that the parts become.
        format: what they hold.
        settings: whatever changes results; a run that goes on must have the same.
        resume: go on with the parts that a former run left; without it these are an error.
        part_documents: how many documents of the input a part covers.

    Raises:
        FileError: nothing can be written there, or a former run does not fit.
    """

    def __init__(
        self,
        out: Path,
        format: Format,
        settings: Mapping[str, object],
        resume: bool = False,
        part_documents: int = PART_DOCUMENTS,
    ) -> None:
        self._out = out
        self._format = format
        self._part_documents = part_documents
        self.folder = out.with_name(f".{out.name}.parts")
        self._manifest = self.folder / _MANIFEST
        self._parts: list[_Part] = []
        if out.is_dir():
            raise FileError("output-unwritable", f"cannot write {out}: it is a folder; name a file in it")
        self._settings = json.dumps({"format": format, **settings}, sort_keys=True, default=str)
        self._take_over(resume)

    @property
    def tally(self) -> Tally:
        """What the parts so far hold, those of former runs too."""
        total = Tally()
        for part in self._parts:
            total = total.sum(part.tally)
        return total

    def missing(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries that no part covers yet.

        Raises:
            FileError: the input is not the one of the former run.
        """
        entries = iter(entries)
        for part in self._parts:
            digest = blake2b(digest_size=16)
            for entry in islice(entries, part.tally.documents):
                digest.update(entry.digest())
            if digest.hexdigest() != part.digest:
                raise FileError(
                    "resume-input",
                    f"the input is not the one that {self.folder} was made from: give the same, or remove "
                    "that folder to begin anew",
                )
        return entries

    def write(self, outcomes: Iterable[Outcome]) -> Generator[Tally, None, None]:
        """Write what remains, part by part; yields the tally of all after each document.

        Raises:
            FileError: the disk is full, or the like.
        """
        outcomes = iter(outcomes)
        before = self.tally
        try:
            if not self._parts:
                self.folder.mkdir(exist_ok=True)
                self._manifest.unlink(missing_ok=True)
                _append(self._manifest, self._settings)
            for outcome in outcomes:
                for tally in self._write_part(outcome, outcomes):
                    yield before.sum(tally)
                before = self.tally
        except OSError as error:
            raise unwritable(self._out, error) from error

    def finish(self, errors: ErrorsFile) -> Tally:
        """Make the output of the parts, and the errors file of their failures; the tally of all.

        Raises:
            FileError: it cannot be written.
        """
        tally, numbers = self.tally, range(len(self._parts))
        merge_results([self._path(number, "results") for number in numbers], self._out, self._format)
        with errors:
            errors.take([self._path(number, "errors") for number in numbers])
        shutil.rmtree(self.folder)
        return tally

    def leave(self) -> int:
        """The run ends early: how many documents are kept for one that goes on. Without any the folder goes."""
        self._parts = self._in_manifest()  # it may have ended between the disk and our own list
        if not self._parts:
            shutil.rmtree(self.folder, ignore_errors=True)
        return self.tally.documents

    def _write_part(self, first: Outcome, rest: Iterator[Outcome]) -> Iterator[Tally]:
        number, began = len(self._parts), time.monotonic()
        tally, digest = Tally(), blake2b(digest_size=16)
        writer = open_writer(self._format, self._path(number, "results"))
        try:
            with self._path(number, "errors").open("wb") as errors:
                outcome: Outcome | None = first
                while outcome is not None:
                    if outcome.data is not None:
                        writer.write(outcome.data)
                    if outcome.failure is not None:
                        errors.write(outcome.failure.as_json().encode() + b"\n")
                    tally = tally.plus(outcome)
                    digest.update(outcome.digest)
                    yield tally
                    full = tally.documents >= self._part_documents
                    late = time.monotonic() - began > _PART_SECONDS
                    outcome = None if full or late else next(rest, None)
        finally:
            writer.close()
        for kind in ("results", "errors"):
            with self._path(number, kind).open("rb") as file:
                os.fsync(file.fileno())
        part = _Part(tally, digest.hexdigest())
        _append(self._manifest, json.dumps({**tally._asdict(), "digest": part.digest}))
        self._parts.append(part)

    def _path(self, number: int, kind: str) -> Path:
        return self.folder / f"part-{number:06}.{kind}"

    def _take_over(self, resume: bool) -> None:
        self._parts = self._in_manifest()
        if not self._parts:
            return
        if not resume:
            raise FileError(
                "unfinished-run",
                f"{self.folder} holds the parts of a run that did not end: add --resume to go on with it, or "
                "remove that folder to begin anew",
            )
        lines = self._manifest_lines()
        if lines[0].decode() != self._settings:
            raise FileError(
                "resume-options",
                f"{self.folder} was made with other options or another version ({lines[0].decode()}): give the "
                "same, or remove that folder to begin anew",
            )
        with self._manifest.open("r+b") as file:
            file.truncate(sum(len(line) + 1 for line in lines))

    def _manifest_lines(self) -> list[bytes]:
        if not self._manifest.exists():
            return []
        return self._manifest.read_bytes().split(b"\n")[
            :-1
        ]  # what follows the last line end was cut by a kill

    def _in_manifest(self) -> list[_Part]:
        return [_part(json.loads(line)) for line in self._manifest_lines()[1:]]


def _part(line: dict[str, Any]) -> _Part:
    return _Part(Tally(**{name: line[name] for name in Tally._fields}), line["digest"])


def _append(path: Path, line: str) -> None:
    with path.open("ab") as file:
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
