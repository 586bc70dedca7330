"""A run over documents: each comes out in its place, as bytes to write, as a failure, or left out by the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kursk_ie.files.rows import Entry, Failure
from kursk_ie.pipeline.worker import Encode
from kursk_ie.pipeline.workers import read_items
from kursk_ie.results import Article, Issue


class Outcome(NamedTuple):
    """What became of one document; without data and failure the gate has left it out."""

    digest: bytes
    data: bytes | None
    failure: Failure | None


class Tally(NamedTuple):
    """How many documents came in, and what became of them: they are the sum of the other three."""

    documents: int = 0
    written: int = 0
    failed: int = 0
    skipped: int = 0

    def plus(self, outcome: Outcome) -> Tally:
        """The tally with one more document."""
        written, failed = outcome.data is not None, outcome.failure is not None
        return self.sum(Tally(1, written, failed, not (written or failed)))

    def sum(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


class _Tag(NamedTuple):
    """What is kept of an entry while its article is read."""

    digest: bytes
    place: Failure
    failed: bool


def run(
    entries: Iterable[Entry], workers: int, encode: Encode, gate: Callable[[str], bool] | None = None
) -> Iterator[Outcome]:
    """Read entries in order; ``gate`` says whether a text is worth reading.

    Raises:
        WorkerError: no worker process can be started.
    """
    items = (_item(entry, gate) for entry in entries)
    for tag, answer in read_items(items, workers, encode):
        if isinstance(answer, Issue):
            failure = tag.place._replace(code=answer.code, reason=answer.message)
            yield Outcome(tag.digest, None, failure)
        else:
            yield Outcome(tag.digest, answer, tag.place if tag.failed else None)


def _item(entry: Entry, gate: Callable[[str], bool] | None) -> tuple[Article | None, _Tag]:
    found = entry.found
    if isinstance(found, Failure):
        return None, _Tag(entry.digest(), found, failed=True)
    tag = _Tag(entry.digest(), Failure(entry.path, entry.line, found.id, "", ""), failed=False)
    return (found if gate is None or gate(found.text) else None), tag
