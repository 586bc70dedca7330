"""What holds for all tests."""

from __future__ import annotations

import pytest

from kursk_ie.claims.events import grammar as events

collect_ignore = ["downstream"]  # a project of its own, which test_downstream installs and tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a compiled wheel leave out what needs the sources: patched globals and the docstrings of classes."""
    if str(events.__file__).endswith(".py"):
        return
    for item in items:
        if item.get_closest_marker("sources"):
            item.add_marker(pytest.mark.skip(reason="needs the sources: this is a compiled wheel"))
