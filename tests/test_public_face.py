"""The public face: its names, its laziness, its examples."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from pydantic import BaseModel

import kursk_ie

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(kursk_ie.__path__, "kursk_ie.")
    if not name.endswith("__main__")
)


def test_exported_names_are_the_lazy_table_and_the_type_checkers_imports() -> None:
    table = {name for names in kursk_ie._HOME.values() for name in names}
    tree = ast.parse(inspect.getsource(kursk_ie))
    [guarded] = [node for node in tree.body if isinstance(node, ast.If)]
    imported = {
        (node.module, alias.name)
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert imported == {
        (f"kursk_ie.{home}", name) for home, names in kursk_ie._HOME.items() for name in names
    }
    assert set(kursk_ie.__all__) == table | {"__version__"}
    assert list(kursk_ie.__all__) == sorted(kursk_ie.__all__)


@pytest.mark.parametrize("name", kursk_ie.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(kursk_ie, name)
    assert name == "__version__" or inspect.getdoc(value)
    assert name in dir(kursk_ie)


def test_a_name_that_is_none() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        kursk_ie.extrakt  # noqa: B018


def test_every_part_of_a_result_is_exported() -> None:
    results = importlib.import_module("kursk_ie.results")
    models = {
        name
        for name, value in vars(results).items()
        if isinstance(value, type) and issubclass(value, BaseModel) and not name.startswith("_")
    }
    assert models - {"Frozen"} <= set(kursk_ie.__all__)


MODELS = [
    value
    for value in map(kursk_ie.__getattr__, sorted({*kursk_ie.__all__} - {"__version__"}))
    if isinstance(value, type) and issubclass(value, BaseModel)
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_result_is_explained(model: type[BaseModel]) -> None:
    """Those that a model inherits are explained where they come from."""
    explained = re.findall(r"^    (\w+): ", inspect.getdoc(model) or "", re.MULTILINE)
    own = [name for name in inspect.get_annotations(model) if name in model.model_fields]
    assert own
    assert explained == own


def test_importing_loads_neither_spacy_nor_pydantic() -> None:
    code = "import sys, kursk_ie\nprint(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"spacy", "pydantic", "numpy", "dateparser", "thinc"} & set(loaded)


def test_the_version_is_that_of_the_package() -> None:
    assert version("kursk_ie") == kursk_ie.__version__
    changelog = (Path(__file__).parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {kursk_ie.__version__}" in changelog


@pytest.mark.parametrize("name", ["kursk_ie", *MODULES])
def test_the_examples_of_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


@pytest.mark.sources
@pytest.mark.parametrize("name", MODULES)
def test_what_is_public_has_a_docstring(name: str) -> None:
    module = importlib.import_module(name)
    public = [
        value
        for key, value in vars(module).items()
        if not key.startswith("_")
        and (inspect.isfunction(value) or inspect.isclass(value))
        and value.__module__ == name
    ]
    bare = [value.__name__ for value in (module, *public) if not value.__doc__]
    assert bare == []
