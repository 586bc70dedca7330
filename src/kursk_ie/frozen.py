"""The base of all results: frozen models that are made fast."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from typing_extensions import Self

from kursk_ie.freezing import fill


class Frozen(BaseModel):
    """A model that is never changed, equal by value; it takes no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _plan: ClassVar[tuple[dict[str, Any], frozenset[str], int]]  # defaults, the fields that have none, all

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        fields = cls.model_fields
        needed = frozenset(
            name for name, field in fields.items() if field.is_required() or field.default_factory
        )
        cls._plan = {name: field.default for name, field in fields.items()}, needed, len(fields)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A model of trusted values, unchecked: pydantic's own method in a fifth of its time.

        The library reads its results from the text itself and makes some dozens of them for a short article. Defaults
        are shared, for they are frozen or immutable. What the fast way does not know is left to pydantic.
        """
        blank, needed, size = cls._plan
        filled = {**blank, **values}
        if _fields_set is not None or len(filled) != size or not needed.issubset(values):
            return super().model_construct(_fields_set, **values)
        return fill(cls, filled, set(values))
