"""Frozen models of values that are known to be right, built without validation.

A short article's result is some twenty models; pydantic's own ``model_construct`` would take a tenth of the time that
it takes to read the article.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)

# what a model consists of; frozen models can be filled through these descriptors only
_new: Final = object.__new__
_put_values: Final = BaseModel.__dict__["__dict__"].__set__
_put_given: Final = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_put_extra: Final = BaseModel.__dict__["__pydantic_extra__"].__set__
_put_private: Final = BaseModel.__dict__["__pydantic_private__"].__set__

_all_given: dict[
    type[BaseModel], set[str]
] = {}  # one set for all models of a class: pydantic copies it to change it


def freeze(model: type[M], **values: Any) -> M:
    """A model with these values, unchecked: all its fields must be given, in their order."""
    given = _all_given.get(model)
    if given is None:
        given = _all_given[model] = set(model.model_fields)
    return fill(model, values, given)


def fill(model: type[M], values: dict[str, Any], given: set[str]) -> M:
    """A model that has these values as its own, unchecked; the fields ``given`` count as set by the caller."""
    made = _new(model)
    _put_values(made, values)
    _put_given(made, given)
    _put_extra(made, None)
    _put_private(made, None)
    return made
