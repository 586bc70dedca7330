"""The public functions that read articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kursk_ie.errors import ArgumentError
from kursk_ie.pipeline.articles import as_article, make_article
from kursk_ie.pipeline.reader import shared_reader
from kursk_ie.results import Article, Extraction


def extract(
    text: str,
    published: dt.date | dt.datetime | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Extraction:
    """Read one article. Threads may call it at the same time; they take turns.

    Args:
        text: the article, any length; offsets of the result are code points into it, end exclusive.
        published: day of publication as date, datetime or ISO string; without it relative dates have no value.
        outlet: who published it. title, url: carried into the result. id: the caller's key for it.

    Raises:
        TextError: ``text`` is no str, or holds lone surrogates.
        ArgumentError: another argument has the wrong form.

    >>> import kursk_ie
    >>> extraction = kursk_ie.extract("Reuters could not verify the report.")
    >>> [(a.speaker, a.act) for a in extraction.attributions]
    [('Reuters', 'decline')]
    """
    return read_article(
        make_article(text=text, published=published, outlet=outlet, title=title, url=url, id=id)
    )


def extract_many(
    articles: Iterable[str | Mapping[str, Any] | Article], workers: int = 1
) -> Iterator[Extraction]:
    """Read many articles, lazily and in order; memory stays flat however many there are.

    Args:
        articles: texts, mappings with the arguments of `extract` as keys (other keys are left alone), or `Article`
            objects.
        workers: how many processes read; 1 reads in this process. More need the usual guard of a script,
            ``if __name__ == "__main__":``, and pay from some hundred articles on.

    Raises:
        ArgumentError: ``workers`` is no whole number above 0, or ``articles`` no iterable of articles: at once.
            An item is none of the three kinds or has a wrong value: when its turn comes, after the results of
            the items before it.
        TextError: an item's text is no str, or holds lone surrogates: likewise.
        WorkerError: a worker process died.

    >>> import kursk_ie
    >>> [e.document.id for e in kursk_ie.extract_many([{"text": "Calm.", "id": "x"}])]
    ['x']
    """
    if not isinstance(workers, int) or workers < 1:
        raise ArgumentError("workers-not-positive", f"workers={workers!r}: give a whole number, 1 or more")
    if isinstance(articles, str | bytes | Mapping | Article) or not isinstance(articles, Iterable):
        raise ArgumentError(
            "articles-not-iterable",
            f"articles is one {type(articles).__name__}: give a list or another iterable",
        )
    checked = map(as_article, articles)
    if workers == 1:
        return map(read_article, checked)
    from kursk_ie.pipeline.workers import read_parallel

    return read_parallel(checked, workers)


def read_article(article: Article) -> Extraction:
    """Read an article with the shared reader."""
    return shared_reader().read(article)
