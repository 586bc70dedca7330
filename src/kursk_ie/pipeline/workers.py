"""Reading many articles in order, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Generic, TypeVar

from kursk_ie.pipeline.worker import Answer, Encode, Worker, answer
from kursk_ie.results import Article

T = TypeVar("T")

Item = tuple[Article | None, T]
"""An article, or ``None`` for what only keeps its place, and whatever the caller wants back beside its answer."""

_BATCH_ITEMS = 32
_BATCH_CHARACTERS = 200_000


def read_items(items: Iterable[Item[T]], workers: int, encode: Encode) -> Iterator[tuple[T, Answer | None]]:
    """Read in order; ``None`` answers what has no article. What ``items`` raises comes after the answers before it.

    With one worker this process reads. With more, that many processes do: they start once, and no more than a few
    batches for each wait at any time, so that a slow consumer slows the source.

    Raises:
        WorkerError: no process can be started.
    """
    if workers == 1:
        for article, tag in items:
            yield tag, answer(article, encode) if article is not None else None
    else:
        yield from _read_in_processes(items, workers, encode)


def _read_in_processes(
    items: Iterable[Item[T]], count: int, encode: Encode
) -> Iterator[tuple[T, Answer | None]]:
    workers = [Worker(encode) for _ in range(count)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)
    batches = _Batches(items)
    waiting: deque[Future[list[tuple[T, Answer | None]]]] = deque()
    couriers = ThreadPoolExecutor(count, "kursk_ie")  # each waits for one process at a time
    try:
        for batch in batches:
            waiting.append(couriers.submit(_read_batch, batch, idle))
            if len(waiting) > 2 * count:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        for worker in workers:
            worker.close()
        couriers.shutdown()
    if batches.error is not None:
        raise batches.error


def _read_batch(batch: list[Item[T]], idle: SimpleQueue[Worker]) -> list[tuple[T, Answer | None]]:
    worker = idle.get()
    try:
        answers = iter(worker.read([article for article, _ in batch if article is not None]))
    finally:
        idle.put(worker)
    return [(tag, next(answers) if article is not None else None) for article, tag in batch]


class _Batches(Generic[T]):
    """Batches of items; what the source raises ends them and is kept as ``error``."""

    def __init__(self, items: Iterable[Item[T]]) -> None:
        self._items = items
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[list[Item[T]]]:
        batch: list[Item[T]] = []
        size = 0
        try:
            for item in self._items:
                batch.append(item)
                size += len(item[0].text) if item[0] is not None else 0
                if len(batch) == _BATCH_ITEMS or size > _BATCH_CHARACTERS:
                    yield batch
                    batch, size = [], 0
        except Exception as error:
            self.error = error
        if batch:
            yield batch
