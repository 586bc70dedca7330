"""The snippets of README and docs run, and what they name is there."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kursk_ie

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SNIPPETS = [
    pytest.param(snippet, id=f"{page.name}-{number}")
    for page in PAGES
    for number, snippet in enumerate(
        re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    )
]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_snippet(snippet: str) -> None:
    exec(compile(snippet, "snippet", "exec"), {"__name__": "snippet"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_reference_has_every_public_name() -> None:
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    names = re.findall(r"^::: kursk_ie\.(\w+)$", page, re.M)
    assert sorted(names) == sorted({*kursk_ie.__all__} - {"__version__"})


def test_every_lexicon_is_named_with_its_source() -> None:
    assert (ROOT / "models" / "ATTRIBUTION.md").read_text(encoding="utf-8").strip()


def test_the_table_in_the_readme_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a change of the rules, ``python scripts/write_readme.py`` writes it anew."""
    from kursk_ie.cli import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"\$ cat (\S+)\n(.*?)\n\$ kursk-ie (.*?)\n(.*?)\n```", readme, re.S)
    assert found is not None
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    Path(found[1]).write_text(found[2], encoding="utf-8")
    assert main(found[3].split()) == 0
    assert capsys.readouterr().out.strip() == found[4].strip()


def test_the_ledger_in_the_readme_is_what_the_commands_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of the rules, ``python scripts/write_readme.py`` writes it anew."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"\$ kursk-ie (extract [^|\n]*) \| kursk-ie (reconcile .*?)\n(.*?)\n```", readme, re.S)
    assert found is not None
    monkeypatch.delenv("COLUMNS", raising=False)
    # a copy, for readline tells the width to the process itself and not to os.environ
    run = functools.partial(
        subprocess.run, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, check=True
    )
    read = run([sys.executable, "-m", "kursk_ie", *found[1].split()])
    made = run([sys.executable, "-m", "kursk_ie", *found[2].split()], input=read.stdout)
    assert made.stdout.decode("utf-8").strip() == found[3].strip()
