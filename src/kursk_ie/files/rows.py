"""From a row of a file, a mapping of named values, to an article; or to the reason why it is none."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from kursk_ie.errors import FileError, KurskIEError
from kursk_ie.pipeline.articles import read_day
from kursk_ie.results import Article

Row = Mapping[str, object]

_BLANK = re.compile(r"[\s\0]*")


class Failure(NamedTuple):
    """A document that could not be read.

    Attributes:
        path: the file as it was named; ``-`` is standard input.
        line: line of the file, or row of a Parquet file, from 1; ``None`` where the file as a whole failed.
        id: id of the document where the row gave one.
        code: short stable name of what went wrong.
        reason: one sentence that says what is wrong and how to mend it.
    """

    path: str
    line: int | None
    id: str | None
    code: str
    reason: str

    @classmethod
    def of(cls, error: KurskIEError, path: str, line: int | None = None, id: str | None = None) -> Failure:
        return cls(path, line, id, error.code, error.message)

    @classmethod
    def from_json(cls, line: str) -> Failure:
        """The failure that a line of an errors file tells."""
        return cls(**json.loads(line))

    def as_json(self) -> str:
        """One line of an errors file."""
        line = json.dumps(self._asdict(), ensure_ascii=False)
        return line.encode(errors="backslashreplace").decode()  # names of files and columns may be no UTF-8


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the input: an article, or why there is none; where it stands as in `Failure`."""

    path: str
    line: int | None
    found: Article | Failure

    def digest(self) -> bytes:
        """Sixteen bytes that tell this document from others, so that a run that goes on can tell a changed input."""
        found = self.found
        parts = (found.id, found.text) if isinstance(found, Article) else (found.id, found.code)
        return blake2b(
            "\0".join(part or "" for part in parts).encode(errors="replace"), digest_size=16
        ).digest()


@dataclass(frozen=True, slots=True)
class Columns:
    """The names under which the rows of a file hold what an `Article` is made of."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    outlet: str = "outlet"
    title: str = "title"
    url: str = "url"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for articles that do not say it themselves; ``keep_text``: whether results hold the text."""

    published: dt.date | None = None
    outlet: str | None = None
    keep_text: bool = False


def read_row(row: Row, columns: Columns, defaults: Defaults, fallback_id: str) -> Article:
    """Make the article that a row holds.

    Raises:
        FileError: there is no text, the text is not text, or another value is not what it should be.
        ArgumentError: the day of publication is none.
    """
    published = read_day(row.get(columns.published))
    return Article(
        text=_text(row, columns.text),
        published=published if published is not None else defaults.published,
        outlet=_string(row, columns.outlet) or defaults.outlet,
        title=_string(row, columns.title),
        url=_string(row, columns.url),
        id=row_id(row, columns) or fallback_id,
        keep_text=defaults.keep_text,
    )


def row_id(row: Row, columns: Columns) -> str | None:
    """The id that a row gives, a number too; ``None`` where it gives none.

    Raises:
        FileError: the id is neither a string nor a whole number.
    """
    value = row.get(columns.id)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, columns.id)


def _text(row: Row, column: str) -> str:
    value = row.get(column)
    if value is None and column not in row:
        names = ", ".join(map(str, row)) or "nothing"
        raise FileError(
            "no-text-column",
            f"no column {column!r}, only {names}: name the one that holds the text (--text-column)",
        )
    if value is not None and not isinstance(value, str):
        raise FileError("text-not-string", f"{column} is {_shown(value)}: give the article as a string")
    if value is None or _BLANK.fullmatch(value):
        raise FileError("no-text", f"{column} is empty: fill it or take the document out")
    return _clean(value, column)


def _string(row: Row, column: str) -> str | None:
    value = row.get(column)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise FileError("value-not-string", f"{column} is {_shown(value)}: give a string or leave it out")
    return _clean(value, column)


def _clean(value: str, column: str) -> str:
    """The value itself; files are decoded with ``surrogateescape``, so undecodable bytes show up here."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        bad = value[error.start]
        if "\udc80" <= bad <= "\udcff":
            raise FileError(
                "not-utf8", f"{column} is not UTF-8 (byte 0x{ord(bad) - 0xDC00:02x}): save the file as UTF-8"
            ) from error
        raise FileError(
            "lone-surrogate",
            f"{column} has half a character (U+{ord(bad):04X}) at {error.start}: mend the escape",
        ) from error
    return value


def _shown(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}…"
