"""Packages that only an extra brings."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kursk_ie.errors import MissingExtraError


def need(module: str, extra: str, purpose: str) -> Any:
    """Import a module that the extra brings; ``purpose`` begins the sentence, such as ``reading HTML``.

    Raises:
        MissingExtraError: the module is not installed; the message names the extra.
    """
    try:
        return import_module(module)
    except ImportError as error:
        reason = " ".join(str(error).split())
        raise MissingExtraError(
            "extra-missing",
            f"{purpose} needs the extra {extra!r} ({reason}): pip install 'kursk_ie[{extra}]'",
        ) from error
