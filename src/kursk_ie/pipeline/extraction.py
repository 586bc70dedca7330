"""The public functions that read articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from kursk_ie.errors import ArgumentError, TextError
from kursk_ie.pipeline.components import ARTICLE, EXTRACTION
from kursk_ie.pipeline.loading import shared_pipeline
from kursk_ie.results import Article, Extraction

_FIELDS = frozenset(Article.model_fields)


def extract(
    text: str,
    published: dt.date | dt.datetime | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Extraction:
    """Read one article.

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
    return _read(
        make_article(text=text, published=published, outlet=outlet, title=title, url=url, id=id)
    )


def extract_many(
    articles: Iterable[str | Mapping[str, Any] | Article], workers: int = 1
) -> Iterator[Extraction]:
    """Read many articles, one after the other, in order.

    Args:
        articles: texts, mappings with the arguments of `extract` as keys, or `Article` objects.
        workers: how many processes read; 1 reads in this process.

    Raises:
        ArgumentError: ``workers`` is less than 1, or an item is none of the three kinds.

    >>> import kursk_ie
    >>> [e.document.id for e in kursk_ie.extract_many([{"text": "Calm.", "id": "x"}])]
    ['x']
    """
    if workers < 1:
        raise ArgumentError("workers-too-few", f"workers={workers}: give 1 or more")
    checked = (_as_article(item) for item in articles)
    return map(_read, checked) if workers == 1 else _read_parallel(checked, workers)


def make_article(**fields: Any) -> Article:
    """An `Article` from loose arguments, with an error that names the mend where one is wrong."""
    text = fields.get("text")
    if not isinstance(text, str):
        raise TextError("text-not-str", f"text is {type(text).__name__}: pass a str, decode bytes first")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise TextError(
            "text-surrogates",
            f"text holds a lone surrogate at {error.start}: decode its bytes with errors='replace'",
        ) from None
    fields["published"] = _day(fields.get("published"))
    try:
        return Article(**fields)
    except ValidationError as error:
        name = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ArgumentError("article-field", f"{name}: {error.errors()[0]['msg']}; see kursk_ie.Article") from None


def _day(published: object) -> dt.date | None:
    if published is None or published == "":
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    if isinstance(published, str):
        try:
            return dt.datetime.fromisoformat(published.strip().replace("Z", "+00:00")).date()
        except ValueError:
            pass
    raise ArgumentError(
        "published-not-a-date", f"published={published!r}: give a date, a datetime or an ISO string like 2024-12-16"
    )


def _as_article(item: str | Mapping[str, Any] | Article) -> Article:
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return make_article(text=item)
    if isinstance(item, Mapping):
        return make_article(**{key: value for key, value in item.items() if key in _FIELDS})
    raise ArgumentError("article-kind", f"{type(item).__name__} is no article: give a str, a mapping or an Article")


def _read(article: Article) -> Extraction:
    nlp = shared_pipeline()
    doc = nlp.make_doc(article.text)
    doc.user_data[ARTICLE] = article
    result = nlp(doc).user_data[EXTRACTION]
    assert isinstance(result, Extraction)
    return result


def _read_to_json(article: Article) -> str:
    return _read(article).model_dump_json()


def _read_parallel(articles: Iterator[Article], workers: int) -> Iterator[Extraction]:
    """Processes receive articles and hand back JSON: a pickled ``Doc`` costs more than the reading."""
    from multiprocessing import get_context

    with get_context("spawn").Pool(workers) as pool:
        for result in pool.imap(_read_to_json, articles, chunksize=16):
            yield Extraction.model_validate_json(result)
