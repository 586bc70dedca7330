"""The public functions that read articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kursk_ie.errors import ArgumentError
from kursk_ie.pipeline.articles import as_article, make_article
from kursk_ie.pipeline.assembly import assemble_unread
from kursk_ie.pipeline.reader import shared_reader
from kursk_ie.results import Article, Extraction, Issue


def extract(
    text: str,
    published: dt.date | dt.datetime | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    keep_text: bool = False,
) -> Extraction:
    """Read one article. Threads may call it at the same time; they take turns.

    Args:
        text: the article, any length; offsets of the result are code points into it, end exclusive.
        published: day of publication as date, datetime or ISO string; without it relative dates have no value.
        outlet: who published it.
        title: carried into the result.
        url: likewise.
        id: the caller's key for it.
        keep_text: whether the result holds the text, in ``document.text``.

    Raises:
        TextError: ``text`` is no str, or holds lone surrogates.
        ArgumentError: another argument has the wrong form.

    Examples:
        >>> import kursk_ie
        >>> extraction = kursk_ie.extract("Reuters could not verify the report.")
        >>> [(a.speaker, a.act) for a in extraction.attributions]
        [('Reuters', 'decline')]
    """
    return read_article(
        make_article(
            text=text,
            published=published,
            outlet=outlet,
            title=title,
            url=url,
            id=id,
            keep_text=keep_text,
        )
    )


def extract_many(
    articles: Iterable[str | Mapping[str, Any] | Article], workers: int = 1
) -> Iterator[Extraction]:
    """Read many articles, lazily and in order; memory stays flat however many there are.

    An article that cannot be read is not lost and loses no other: its `Extraction` holds nothing but the document and
    one issue, ``reading-failed`` for an error in our code, ``worker-died`` where the process that read it died, and
    died again when it read it alone. Else the results are the same for any number of workers.

    Args:
        articles: texts, mappings with the arguments of `extract` as keys (other keys are left alone), or `Article`
            objects.
        workers: how many processes read; 1 reads in this process. More pay from some thousand articles on.

    Raises:
        ArgumentError: ``workers`` is no whole number above 0, or ``articles`` no iterable of articles: at once.
            An item is none of the three kinds or has a wrong value: when its turn comes, after the results of
            the items before it.
        TextError: an item's text is no str, or holds lone surrogates: likewise.
        WorkerError: no worker process can be started.

    Examples:
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
    return _read_many(map(as_article, articles), workers)


def _read_many(articles: Iterator[Article], workers: int) -> Iterator[Extraction]:
    from kursk_ie.pipeline.worker import encode_json, try_to_read
    from kursk_ie.pipeline.workers import read_items

    found: Iterable[tuple[Article, Extraction | bytes | Issue | None]]
    if workers == 1:
        found = ((article, try_to_read(article)) for article in articles)
    else:  # a pickled result takes longer to make anew than its JSON
        found = read_items(((article, article) for article in articles), workers, encode_json)
    for article, result in found:
        if isinstance(result, bytes):
            yield Extraction.model_validate_json(result)
        elif result is not None:
            yield result if isinstance(result, Extraction) else assemble_unread(article, result)


def read_article(article: Article) -> Extraction:
    """Read an article with the shared reader."""
    return shared_reader().read(article)
