"""Extractions as Arrow: typed, nested columns that follow the models of `kursk_ie.results`, one row a document.

A mention is one struct with the fields of all four kinds; those of the other kinds are null. Bounds of figures are
64-bit floats, whole up to 2**53. Everything else comes back as it went.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kursk_ie.files.extras import need
from kursk_ie.results import Date, Extraction, Figure, Place, Unit

Row = Mapping[str, Any]
_MENTION_FIELDS = {
    get_args(model.model_fields["label"].annotation)[0]: tuple(model.model_fields)
    for model in (Place, Unit, Figure, Date)
}


@lru_cache(maxsize=1)
def extraction_schema() -> Any:
    """The Arrow schema of rows of extractions.

    Raises:
        MissingExtraError: pyarrow is not installed.

    >>> extraction_schema().field("document").type.field("published").type
    DataType(date32[day])
    """
    arrow = need("pyarrow", "arrow", "Parquet and Arrow")
    return arrow.schema(_fields(arrow, Extraction))


def arrow_row(extraction: Extraction) -> dict[str, Any]:
    """The row of an extraction, as Python values that fit `extraction_schema`."""
    row = extraction.model_dump()
    for mention in row["mentions"]:
        _as_floats(mention)
    for event in row["events"]:
        for figure in event["figures"]:
            _as_floats(figure)
    return row


def rows_to_batch(rows: Iterable[Row]) -> Any:
    """A record batch of rows that `arrow_row` made."""
    return need("pyarrow", "arrow", "Arrow").RecordBatch.from_pylist(list(rows), schema=extraction_schema())


def read_extractions(batch: Any) -> Iterator[Extraction]:
    """The extractions of a record batch or table with the columns of `extraction_schema`.

    Examples:
        >>> import kursk_ie
        >>> calm = kursk_ie.extract("Reuters could not verify that 30 soldiers died near Sudzha.", id="x")
        >>> list(read_extractions(rows_to_batch([arrow_row(calm)]))) == [calm]
        True
    """
    for row in batch.to_pylist():
        row["mentions"] = [_mention(mention) for mention in row["mentions"]]
        for event in row["events"]:
            for figure in event["figures"]:
                _as_numbers(figure)
        yield Extraction.model_validate(row)


def _mention(struct: dict[str, Any]) -> dict[str, Any]:
    mention = {name: struct[name] for name in _MENTION_FIELDS[struct["label"]]}
    _as_numbers(mention)
    return mention


def _as_floats(figure: dict[str, Any]) -> None:
    for bound in ("min", "max"):
        if isinstance(figure.get(bound), int):
            try:
                figure[bound] = float(figure[bound])
            except OverflowError:
                figure[bound] = float("inf")


def _as_numbers(figure: dict[str, Any]) -> None:
    for bound in ("min", "max"):
        value = figure.get(bound)
        if isinstance(value, float) and value.is_integer():
            figure[bound] = int(value)


def _fields(arrow: Any, model: type[BaseModel]) -> list[Any]:
    return [arrow.field(name, _type(arrow, field.annotation)) for name, field in model.model_fields.items()]


def _type(arrow: Any, annotation: Any) -> Any:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arrow, parts[0])
    if origin is Literal:
        return arrow.string()
    if origin is tuple:
        return arrow.list_(_type(arrow, parts[0]))
    if origin in (Union, types.UnionType):
        return _union(arrow, [part for part in parts if part is not type(None)])
    if issubclass(annotation, BaseModel):
        return arrow.struct(_fields(arrow, annotation))
    scalars = {
        str: arrow.string(), bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64(), dt.date: arrow.date32(),
    }  # fmt: skip
    return scalars[annotation]


def _union(arrow: Any, parts: list[Any]) -> Any:
    if set(parts) == {int, float}:
        return arrow.float64()
    if len(parts) == 1:
        return _type(arrow, parts[0])
    fields = {field.name: field for part in parts for field in _fields(arrow, part)}
    return arrow.struct(list(fields.values()))
