"""Articles from what a caller gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from kursk_ie.errors import ArgumentError, TextError
from kursk_ie.freezing import fill
from kursk_ie.results import Article

_FIELDS: Final = set(Article.model_fields)
_TEXTS: Final = ("text", "outlet", "title", "url", "id")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ZONE: Final = re.compile(r"(?:Z|[+-]\d{2}(?::?\d{2})?)$", re.ASCII)


def read_day(value: object) -> dt.date | None:
    """The day of an ISO date or time (*2024-12-16*, *2024-12-16T09:30:00Z*), in the zone it is written in.

    ``None`` and the empty string give ``None``; a date or datetime object gives its day.

    Raises:
        ArgumentError: the value is anything else.

    >>> read_day("2024-12-16T23:30:00.5Z")
    datetime.date(2024, 12, 16)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        written = value.strip()
        if not written:
            return None
        day, time = written[:10], written[10:]
        try:
            if _DAY.fullmatch(day) and (not time or time[0] in "T "):
                if time:  # Python 3.10 reads neither Z nor fractions of one digit
                    dt.time.fromisoformat(_ZONE.sub("", time[1:]).partition(".")[0])
                return dt.date.fromisoformat(day)
        except ValueError:
            pass
    shown = repr(value)
    raise ArgumentError(
        "published-not-a-date",
        f"published is {shown if len(shown) <= 60 else shown[:57] + '…'}: write the day as in 2024-12-16",
    )


def make_article(
    text: object,
    published: object = None,
    outlet: object = None,
    title: object = None,
    url: object = None,
    id: object = None,
    keep_text: object = False,
) -> Article:
    """An `Article` from loose arguments.

    Raises:
        TextError: the text is no str, or holds lone surrogates.
        ArgumentError: another argument has the wrong form.
    """
    if not isinstance(text, str):
        raise TextError("text-not-str", f"text is {type(text).__name__}: pass a str, decode bytes first")
    values: dict[str, Any] = {
        "text": text,
        "published": read_day(published),
        "outlet": outlet,
        "title": title,
        "url": url,
        "id": id,
        "keep_text": keep_text,
    }
    known = type(keep_text) is bool
    for name in _TEXTS:
        known = known and (values[name] is None or type(values[name]) is str)
    return _encodable(fill(Article, values, _FIELDS) if known else _checked(values))


def _checked(values: dict[str, Any]) -> Article:
    try:
        return Article(**values)
    except ValidationError as error:
        wrong = error.errors()[0]
        name = ".".join(map(str, wrong["loc"]))
        raise ArgumentError("article-field", f"{name}: {wrong['msg']}; see kursk_ie.Article") from None


def as_article(item: object) -> Article:
    """An `Article` from a text, a mapping (other keys are left alone) or an `Article`.

    Raises:
        ArgumentError: the item is none of these, or as `make_article`.
        TextError: as `make_article`.
    """
    if isinstance(item, Article):
        return _encodable(item)
    if isinstance(item, str):
        return make_article(text=item)
    if isinstance(item, Mapping):
        if "text" not in item:
            names = ", ".join(map(str, item)) or "nothing"
            raise ArgumentError("article-without-text", f"the mapping has {names}: it needs a 'text'")
        return make_article(**{key: value for key, value in item.items() if key in _FIELDS})
    raise ArgumentError(
        "article-kind", f"{type(item).__name__} is no article: give a str, a mapping or an Article"
    )


def _encodable(article: Article) -> Article:
    """The article itself, when its strings are Unicode text."""
    for name in _TEXTS:
        value: str | None = getattr(article, name)
        if value is not None and not value.isascii():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as error:
                kind = TextError if name == "text" else ArgumentError
                raise kind(
                    f"{name}-surrogates",
                    f"{name} holds a lone surrogate at {error.start}: decode its bytes with errors='replace'",
                ) from None
    return article
