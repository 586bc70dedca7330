"""Reading in several processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from kursk_ie.errors import WorkerError
from kursk_ie.results import Article, Extraction

_BATCH_ARTICLES = 32
_BATCH_CHARACTERS = 200_000


def read_parallel(articles: Iterator[Article], workers: int) -> Iterator[Extraction]:
    """Read in order; no more than a few batches for each worker wait at any time.

    Processes receive articles and hand back JSON: a pickled ``Doc`` costs more than the reading. What the iterator
    raises comes after the results of the articles before it.
    """
    batches = _Batches(articles)
    # spawned, because a process forked from one with threads may hang
    executor = ProcessPoolExecutor(workers, get_context("spawn"))
    waiting: deque[Future[list[str]]] = deque()
    try:
        for batch in batches:
            waiting.append(executor.submit(_read_batch, batch))
            if len(waiting) > 2 * workers:
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())
    except BrokenProcessPool as error:
        raise WorkerError(
            "worker-died",
            "a worker process died: guard the script with if __name__ == '__main__', or use workers=1",
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)
    if batches.error is not None:
        raise batches.error


class _Batches:
    """Batches of articles; what the source raises ends them and is kept as ``error``."""

    def __init__(self, articles: Iterator[Article]) -> None:
        self._articles = articles
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[list[Article]]:
        batch: list[Article] = []
        size = 0
        try:
            for article in self._articles:
                batch.append(article)
                size += len(article.text)
                if len(batch) == _BATCH_ARTICLES or size > _BATCH_CHARACTERS:
                    yield batch
                    batch, size = [], 0
        except Exception as error:
            self.error = error
        if batch:
            yield batch


def _results(batch: Future[list[str]]) -> Iterator[Extraction]:
    return map(Extraction.model_validate_json, batch.result())


def _read_batch(articles: list[Article]) -> list[str]:
    from kursk_ie.pipeline.extraction import read_article

    return [read_article(article).model_dump_json() for article in articles]
