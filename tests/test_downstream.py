"""A project that depends on ours: our wheel in an environment of its own, its tests, its types under ``mypy --strict``.

The wheel is the one for all platforms, as ``scripts/build_wheels`` makes it. What ours depends on is lent by the
environment that runs the tests, so that only the build looks for packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "tests" / "downstream"

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(os.name == "nt", reason="scripts/build_wheels needs a shell"),
]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**inherited, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if "No matching distribution found for hatchling" in done.stdout:
        pytest.skip("no package index to be reached, and the wheel is built with hatchling")
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project beside an environment in which it and our wheel are installed."""
    folder = tmp_path_factory.mktemp("downstream")
    shutil.copytree(PROJECT, folder / "project")
    run("scripts/build_wheels", folder / "dist", PYTHON=sys.executable, COMPILE="false")
    [wheel] = (folder / "dist").glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")

    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps")
    run(*pip, wheel, folder / "project")
    # only now: pip must not take what is lent for its own. A path in a .pth file brings no .pth files of that folder
    # with it, so that an editable install of ours stays out
    lent = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(lent) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "project"


def test_its_tests_pass(project: Path) -> None:
    python = project.parent / "venv" / "bin" / "python"
    assert " passed" in run(
        python, "-W", "error::DeprecationWarning:claims_desk", "-m", "pytest", "-q", cwd=project
    )


def test_its_types_hold(project: Path) -> None:
    """Without ``py.typed`` in the wheel mypy would refuse every import of ours."""
    python = project.parent / "venv" / "bin" / "python"
    assert "no issues found" in run(python, "-m", "mypy", cwd=project)
