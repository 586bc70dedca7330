"""Articles for the engines, and processes that break where an article asks for it."""

from __future__ import annotations

import json
import lzma
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kursk_ie
from kursk_ie.engines import batches
from kursk_ie.results import Extraction

ROOT = Path(__file__).parents[2]
NEWS = ROOT.parent / "shared" / "corpora" / "rss_war_2022.jsonl.xz"

# every process of an engine loads this when it starts: some articles end the process that reads them, always or only
# once, and some the engine's own process once, so that its task fails
SABOTAGE = """
import os, signal
import kursk_ie.pipeline.reader as reader
read = reader.ArticleReader.read
marks = os.environ["SABOTAGE_MARKS"]
def once(name):
    path = os.path.join(marks, name)
    if os.path.exists(path):
        return False
    open(path, "w").close()
    return True
def sabotaged(self, article):
    if article.id == "deadly" or (article.id == "deadly-once" and once("worker")):
        os._exit(3)
    if article.id == "task" and once("task"):
        os.kill(os.getppid(), signal.SIGKILL)
        os._exit(3)
    return read(self, article)
reader.ArticleReader.read = sabotaged
"""


@pytest.fixture(scope="module", autouse=True)
def sabotage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of marks: *worker* and *task* stand there once these have been killed."""
    folder = tmp_path_factory.mktemp("sabotage")
    (folder / "sitecustomize.py").write_text(SABOTAGE)
    _end_worker()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
        patch.setenv("SABOTAGE_MARKS", str(folder))
        yield folder
    _end_worker()


def _end_worker() -> None:
    """The next one starts with the environment of its time."""
    batches._worker().close()
    batches._worker.cache_clear()


@pytest.fixture(autouse=True)
def _unmarked(sabotage: Path) -> None:
    for name in ("worker", "task"):
        (sabotage / name).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def rows() -> list[dict[str, Any]]:
    """News items, or the seeds again and again under new ids where the corpus is missing."""
    if NEWS.exists():
        with lzma.open(NEWS, "rt", encoding="utf-8") as file:
            return [json.loads(line) for line in file]
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [
        {"id": f"s{number}", "text": texts[number % len(texts)], "published": "2024-12-16"}
        for number in range(200)
    ]


@pytest.fixture(scope="session")
def plain(rows: list[dict[str, Any]]) -> dict[str, Extraction]:
    """What the library itself makes of them, by id."""
    return {extraction.document.id: extraction for extraction in kursk_ie.extract_many(rows)}


@pytest.fixture
def poisoned(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Some of the articles, and those that break things among them."""
    text = rows[0]["text"]
    bad = [{"id": id, "text": text} for id in ("deadly", "deadly-once", "task")]
    return [*rows[:150], *bad, {"id": "none", "text": None}, *rows[150:300]]
