"""Batches through the command line: killed and resumed, odd files, dying workers; nothing is lost and nothing twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_ie.results import Extraction
from test_cli import ARTICLE, SCRIPT, _run

SEEDS = Path(__file__).parents[1] / "seeds"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def _many(path: Path, count: int) -> Path:
    """Articles of two neighbouring paragraphs of the seeds each; one in ten has no text."""
    paragraphs = [
        part
        for seed in sorted(SEEDS.glob("*.txt"))
        for part in seed.read_text(encoding="utf-8").split("\n\n")
    ]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            at = number % (len(paragraphs) - 1)
            text = "" if number % 10 == 9 else "\n\n".join(paragraphs[at : at + 2])
            file.write(json.dumps({"id": f"d{number}", "text": text, "published": "2024-12-16"}) + "\n")
    return path


def _start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(SCRIPT), "extract", *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def _parts(folder: Path) -> int:
    """How many parts the manifest of an unfinished run holds."""
    manifest = folder / ".out.jsonl.parts" / "manifest.jsonl"
    return max(manifest.read_bytes().count(b"\n") - 1, 0) if manifest.exists() else 0


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    if not tasks.exists():
        pytest.skip("no /proc")
    return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]


def _wait_for(seconds: float, done: object) -> Iterator[None]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        yield
        time.sleep(0.005)
    pytest.fail(f"waited {seconds} s for {done}")


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_killed_three_times_gives_what_an_uninterrupted_one_gives(tmp_path: Path, workers: str) -> None:
    _many(tmp_path / "in.jsonl", 400)
    options = ["in.jsonl", "--out", "out.jsonl", "--workers", workers, "--part-documents", "20", "--resume"]
    for _ in range(3):
        before = _parts(tmp_path)
        with _start(tmp_path, *options) as process:
            goal = before + random.randint(1, 3)
            for _ in _wait_for(60, f"{goal} parts"):
                assert process.poll() is None, "it ended before it could be killed"
                if _parts(tmp_path) >= goal:
                    break
            time.sleep(random.uniform(0, 0.05))
            children = _children(process.pid)
            process.kill()
        assert process.returncode == -signal.SIGKILL
        assert bool(children) == (workers == "2")
        for _ in _wait_for(10, "the workers of the killed run to end by themselves"):
            if not any(Path(f"/proc/{child}").exists() for child in children):
                break
        assert not (tmp_path / "out.jsonl").exists()
    assert 3 <= _parts(tmp_path) < 20
    last = _run("extract", *options, cwd=tmp_path)
    assert b"400 documents read, 40 failed, 360 extracted" in last.stderr
    whole = _run("extract", "in.jsonl", "--out", "whole.jsonl", "--errors", "whole.errors", cwd=tmp_path)
    assert (last.returncode, whole.returncode) == (1, 1)
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert (tmp_path / "kursk-ie-errors.jsonl").read_bytes() == (tmp_path / "whole.errors").read_bytes()
    assert not (tmp_path / ".out.jsonl.parts").exists()


@posix
def test_an_interrupted_run_keeps_its_parts_and_says_how_to_go_on(tmp_path: Path) -> None:
    _many(tmp_path / "in.jsonl", 600)
    options = ["in.jsonl", "--out", "out.jsonl", "--workers", "2", "--part-documents", "20"]
    with _start(tmp_path, *options) as process:
        assert process.stderr is not None
        for _ in _wait_for(60, "a part"):
            if _parts(tmp_path):
                break
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    kept = 20 * _parts(tmp_path)
    assert f"{kept} documents are kept: the same command with --resume goes on" in told
    assert "Traceback" not in told
    assert b"add --resume" in _run("extract", *options, cwd=tmp_path).stderr
    assert _run("extract", *options, "--resume", cwd=tmp_path).returncode == 1  # for those without text
    ids = [json.loads(line)["document"]["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert ids == [f"d{number}" for number in range(600) if number % 10 != 9]


@posix
def test_a_document_whose_process_is_killed_each_time_fails_alone(tmp_path: Path) -> None:
    """The large one takes seconds: time to kill whoever reads it, as a system without memory does."""
    rows = [{"id": "large", "text": "The lake was calm and nobody came to see it.\n" * 300_000}]
    rows += [{"id": f"d{number}", "text": ARTICLE} for number in range(20)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with _start(tmp_path, "in.jsonl", "--out", "out.jsonl", "--workers", "2") as process:
        assert process.stderr is not None
        killed: set[int] = set()
        while len(killed) < 3:  # with the rest of its batch, alone, and alone once more
            for _ in _wait_for(60, "a worker that is busy with the large document"):
                busy = {child for child in _children(process.pid) if _resident(child) > 250} - killed
                if busy:
                    break
            victim = busy.pop()
            os.kill(victim, signal.SIGKILL)
            killed.add(victim)
        told = process.stderr.read().decode()
    assert process.returncode == 1
    assert "21 documents read, 1 failed, 20 extracted" in told
    [failure] = [json.loads(line) for line in (tmp_path / "kursk-ie-errors.jsonl").read_text().splitlines()]
    assert (failure["path"], failure["line"], failure["id"]) == ("in.jsonl", 1, "large")
    assert failure["code"] == "worker-died"
    assert "SIGKILL" in failure["reason"]


def _resident(pid: int) -> float:
    """Megabytes that a process holds; 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_odd_files_each_have_a_row_or_a_reason(tmp_path: Path, workers: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "article.txt").write_text(ARTICLE)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes(b"Fighting near Suj\xe9 went on.")
    (folder / "large.txt").write_text("The lake was calm and nobody came to see it.\n" * 450_000)  # 20 MB
    (folder / "nul.txt").write_bytes(b"\0" * 5000)
    rows = [
        b'{"id": "one", "text": "Two soldiers were killed near Sudzha."}',
        b'{"id": "cut", "text": "Two sol',
        b'{"id": "none"}',
        b'{"id": "one", "text": "Three soldiers were killed near Sudzha."}',
    ]
    (folder / "rows.jsonl").write_bytes(b"\n".join(rows))
    done = _run("extract", "in", "--out", "out.jsonl", "--workers", workers, cwd=tmp_path)
    assert done.returncode == 1
    assert b"9 documents read, 5 failed, 4 extracted" in done.stderr
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    documents = [Extraction.model_validate_json(line).document for line in lines]
    assert [document.id for document in documents] == ["article", "large", "one", "one#2"]
    assert documents[1].length == 45 * 450_000
    failures = [json.loads(line) for line in (tmp_path / "kursk-ie-errors.jsonl").read_text().splitlines()]
    assert [(Path(row["path"]).name, row["line"], row["code"]) for row in failures] == [
        ("empty.txt", None, "no-text"),
        ("latin.txt", None, "not-utf8"),
        ("nul.txt", None, "no-text"),
        ("rows.jsonl", 2, "json-broken"),
        ("rows.jsonl", 3, "no-text-column"),
    ]


def test_the_gate_counts_what_it_leaves_out(tmp_path: Path) -> None:
    pytest.importorskip("ahocorasick_rs")
    rows = [{"id": "war", "text": ARTICLE}, {"id": "calm", "text": "The orchestra plays on Friday."}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = _run("extract", "in.jsonl", "--out", "out.jsonl", "--only-conflict", cwd=tmp_path)
    assert b"2 documents read, 1 without conflict left out, 1 extracted" in done.stderr
    [line] = (tmp_path / "out.jsonl").read_text().splitlines()
    assert json.loads(line)["document"]["id"] == "war"


def test_the_text_of_a_page_is_kept_with_its_offsets(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = f"<html><body><nav>Home</nav><article><p>{ARTICLE}</p><p>{ARTICLE}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "a.txt").write_text(ARTICLE)
    lines = _run("extract", "a.html", "a.txt", cwd=tmp_path).stdout.splitlines()
    html, plain = map(Extraction.model_validate_json, lines)
    assert plain.document.text is None
    assert html.document.text is not None
    assert html.events
    for event in html.events:
        assert html.document.text[event.sentence.start : event.sentence.end] == event.sentence.text
    [kept] = _run("extract", "a.txt", "--keep-text", cwd=tmp_path).stdout.splitlines()
    assert Extraction.model_validate_json(kept).document.text == ARTICLE


def test_patterns_are_for_shells_that_do_not_expand_them(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(ARTICLE)
    lines = _run("extract", "*.txt", cwd=tmp_path).stdout.splitlines()
    assert [Extraction.model_validate_json(line).document.id for line in lines] == ["a", "b"]
