"""The documentation as a site: complete, whole, and loading nothing from elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import kursk_ie

ROOT = Path(__file__).parents[1]

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(
        find_spec("material") is None or find_spec("mkdocstrings_handlers") is None,
        reason="the site needs the extra docs",
    ),
]


def build(checkout: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [checkout / "scripts" / "build_docs", site],
        env={**os.environ, "PYTHON": sys.executable},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stdout
    return folder


def test_every_public_name_has_its_place(site: Path) -> None:
    reference = (site / "reference.html").read_text(encoding="utf-8")
    for name in set(kursk_ie.__all__) - {"__version__"}:
        assert f'id="kursk_ie.{name}"' in reference
    assert ">>> " not in re.sub(r"<pre.*?</pre>", "", reference, flags=re.DOTALL)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loading = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)=[\"']?((?:https?:)?//[^\"' >]+)")
    pages = list(site.rglob("*.html"))
    assert len(pages) > 10
    assert [found for page in pages for found in loading.findall(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("addition", "complaint"),
    [
        ("[gone](gone.md)", "gone.md"),
        ("[gone](concepts.md#gone)", "#gone"),
        ("::: kursk_ie.gone", "kursk_ie.gone"),
    ],
)
def test_what_does_not_hold_together_is_no_site(tmp_path: Path, addition: str, complaint: str) -> None:
    for name in ("docs", "scripts", "src"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    page = tmp_path / "docs" / "limits.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{addition}\n", encoding="utf-8")
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode != 0
    assert complaint in done.stdout
