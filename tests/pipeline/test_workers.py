"""Worker processes: what they read, how they die, and that nothing is lost."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kursk_ie
from kursk_ie.errors import LexiconError, WorkerError
from kursk_ie.pipeline.parts import GAZETTEER_VARIABLE
from kursk_ie.pipeline.worker import Worker, encode_json, try_to_read
from kursk_ie.pipeline.workers import read_items
from kursk_ie.results import Article, Extraction, Issue

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def fragile(extraction: Extraction) -> bytes:
    """What a worker does for some ids: end, be killed, fail; *once* ends only where the file does not yet exist."""
    id = extraction.document.id
    if id == "exit":
        os._exit(3)
    if id == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if id.startswith("once:"):
        path = Path(id.partition(":")[2])
        if not path.exists():
            path.touch()
            os._exit(3)
    sys.stdout.write("what is printed does not stand between the answers\n")
    return id.encode()


def _articles(*ids: str) -> list[tuple[Article | None, str]]:
    return [(Article(text="Calm.", id=id), id) for id in ids]


@posix
@pytest.mark.parametrize(("id", "how"), [("exit", "ended (exit status 3)"), ("kill", "was killed (SIGKILL")])
def test_the_article_that_kills_its_process_gets_an_issue_and_the_rest_goes_on(id: str, how: str) -> None:
    ids = [*map(str, range(40)), id, *map(str, range(40, 100)), id]
    answers = list(read_items(_articles(*ids), 2, fragile))
    assert [tag for tag, _ in answers] == ids
    for tag, answer in answers:
        if tag == id:
            assert isinstance(answer, Issue)
            assert answer.code == "worker-died"
            assert how in answer.message
        else:
            assert answer == tag.encode()


def test_an_article_that_kills_once_is_read_again(tmp_path: Path) -> None:
    ids = ["a", f"once:{tmp_path / 'died'}", "b"]
    assert [answer for _, answer in read_items(_articles(*ids), 2, fragile)] == [id.encode() for id in ids]
    assert (tmp_path / "died").exists()


def test_what_has_no_article_keeps_its_place() -> None:
    items: list[tuple[Article | None, str]] = [(None, "x"), *_articles("a"), (None, "y"), (None, "z")]
    for workers in (1, 2):
        found = list(read_items(items, workers, fragile))
        assert found == [("x", None), ("a", b"a"), ("y", None), ("z", None)]


def test_processes_start_once() -> None:
    worker = Worker(process_id)
    try:
        assert worker.read([Article(text="a")]) == worker.read([Article(text="b")])
    finally:
        worker.close()


def process_id(_: Extraction) -> bytes:
    """Which process this is."""
    return str(os.getpid()).encode()


def test_a_closed_worker_reads_no_more() -> None:
    worker = Worker(encode_json)
    worker.close()
    with pytest.raises(WorkerError, match="begin it anew"):
        worker.read([Article(text="a")])


def test_a_process_that_cannot_load_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(GAZETTEER_VARIABLE, str(tmp_path / "missing.tsv"))
    with pytest.raises(LexiconError, match=r"missing\.tsv"):
        list(kursk_ie.extract_many(["Calm."], workers=2))


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false" if Path("/bin/false").exists() else "false")
    with pytest.raises(WorkerError) as caught:
        list(kursk_ie.extract_many(["Calm."], workers=2))
    assert caught.value.code == "worker-not-started"


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_our_own_is_an_issue_of_its_article(
    workers: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # the processes load this when they start, and so have the same fault
    (tmp_path / "sitecustomize.py").write_text(
        "import kursk_ie.pipeline.reader as r\n"
        "read = r.ArticleReader.read\n"
        "def faulty(self, article):\n"
        "    if article.id == 'faulty': raise RecursionError('too\\ndeep')\n"
        "    return read(self, article)\n"
        "r.ArticleReader.read = faulty\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    from kursk_ie.pipeline.reader import ArticleReader

    read = ArticleReader.read

    def faulty(self: ArticleReader, article: Article) -> Extraction:
        if article.id == "faulty":
            raise RecursionError("too\ndeep")
        return read(self, article)

    monkeypatch.setattr(ArticleReader, "read", faulty)
    articles = [{"text": "Calm.", "id": id} for id in ("a", "faulty", "b")]
    before, failed, after = kursk_ie.extract_many(articles, workers=workers)
    assert (before.document.id, after.document.id) == ("a", "b")
    assert (failed.document.id, failed.document.length) == ("faulty", 5)
    assert [(issue.code, "RecursionError: too deep" in issue.message) for issue in failed.issues] == [
        ("reading-failed", True)
    ]
    assert (failed.events, failed.mentions) == ((), ())


def test_what_is_read_comes_through() -> None:
    assert isinstance(try_to_read(Article(text="Calm.")), Extraction)


@posix
def test_an_abandoned_run_leaves_no_process() -> None:
    before = set(_children())
    results = kursk_ie.extract_many(itertools.repeat("Calm."), workers=2)
    next(results)
    children = set(_children()) - before
    assert children
    results.close()  # type: ignore[attr-defined]
    deadline = time.monotonic() + 10
    while children & set(_children()):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _children() -> Iterator[int]:
    path = Path(f"/proc/{os.getpid()}/task")
    if not path.exists():
        pytest.skip("no /proc")
    for thread in path.iterdir():
        yield from map(int, (thread / "children").read_text().split())
