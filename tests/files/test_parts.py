"""Output by parts: what a run that was killed leaves, and how another goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_ie.errors import FileError
from kursk_ie.files.batch import Outcome, Tally
from kursk_ie.files.errors_file import ErrorsFile
from kursk_ie.files.parts import PartedOutput
from kursk_ie.files.rows import Entry, Failure
from kursk_ie.results import Article

SETTINGS = {"version": "1"}


def _entries(count: int = 10) -> list[Entry]:
    """Each third failed, each of the others an article."""
    return [
        Entry(
            "in.jsonl",
            number,
            Failure("in.jsonl", number, f"d{number}", "no-text", "empty")
            if number % 3 == 2
            else Article(text=f"Text {number}.", id=f"d{number}"),
        )
        for number in range(count)
    ]


def _outcome(entry: Entry) -> Outcome:
    if isinstance(entry.found, Failure):
        return Outcome(entry.digest(), None, entry.found)
    if entry.found.id == "d4":
        return Outcome(entry.digest(), None, None)
    return Outcome(entry.digest(), f"{entry.found.id}\n".encode(), None)


def _open(folder: Path, resume: bool = False, **settings: str) -> PartedOutput:
    return PartedOutput(folder / "out.jsonl", "jsonl", {**SETTINGS, **settings}, resume, part_documents=3)


def _run(folder: Path, resume: bool = False, stop: int | None = None) -> Tally | None:
    """A run over the entries; one that stops does so as a killed one does, in the middle of a part."""
    output = _open(folder, resume)
    missing = output.missing(_entries())
    for tally in output.write(map(_outcome, missing)):
        if tally.documents == stop:
            return None
    return output.finish(ErrorsFile(folder / "errors.jsonl", wanted=False))


def _ids(folder: Path) -> list[str]:
    return (folder / "out.jsonl").read_text().split()


WRITTEN = ["d0", "d1", "d3", "d6", "d7", "d9"]
FAILED = ["d2", "d5", "d8"]


def test_a_run_makes_one_output_and_tells_what_became_of_each(tmp_path: Path) -> None:
    assert _run(tmp_path) == Tally(documents=10, written=6, failed=3, skipped=1)
    assert _ids(tmp_path) == WRITTEN
    failures = [json.loads(line)["id"] for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    assert failures == FAILED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["errors.jsonl", "out.jsonl"]


@pytest.mark.parametrize("stops", [[1], [3], [4], [9], [10], [4, 5, 8], [4, 4, 4]])
def test_runs_that_were_killed_make_the_same_output(tmp_path: Path, stops: list[int]) -> None:
    for stop in stops:
        assert _run(tmp_path, resume=True, stop=stop) is None
        assert not (tmp_path / "out.jsonl").exists()
    assert _run(tmp_path, resume=True) == Tally(documents=10, written=6, failed=3, skipped=1)
    assert _ids(tmp_path) == WRITTEN
    assert len((tmp_path / "errors.jsonl").read_text().splitlines()) == len(FAILED)


def test_only_what_is_missing_is_read(tmp_path: Path) -> None:
    _run(tmp_path, stop=8)
    missing = list(_open(tmp_path, resume=True).missing(_entries()))
    assert [entry.line for entry in missing] == [6, 7, 8, 9]


def test_a_line_of_the_manifest_that_was_cut_does_not_count(tmp_path: Path) -> None:
    _run(tmp_path, stop=8)
    manifest = tmp_path / ".out.jsonl.parts" / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-5])
    assert [entry.line for entry in _open(tmp_path, resume=True).missing(_entries())] == list(range(3, 10))
    assert _run(tmp_path, resume=True) is not None
    assert _ids(tmp_path) == WRITTEN


@pytest.mark.parametrize("keep", [0, 5])
def test_a_manifest_without_any_part_is_begun_anew(tmp_path: Path, keep: int) -> None:
    _run(tmp_path, stop=2)
    manifest = tmp_path / ".out.jsonl.parts" / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:keep])
    assert _run(tmp_path) is not None
    assert _ids(tmp_path) == WRITTEN


def test_killed_after_the_output_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: Path) -> None:
        raise SystemExit

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr("kursk_ie.files.parts.shutil.rmtree", killed)
        _run(tmp_path)
    assert _run(tmp_path, resume=True) == Tally(documents=10, written=6, failed=3, skipped=1)
    assert _ids(tmp_path) == WRITTEN


def test_without_resume_the_parts_of_a_former_run_are_not_thrown_away(tmp_path: Path) -> None:
    _run(tmp_path, stop=8)
    with pytest.raises(FileError, match="add --resume") as caught:
        _run(tmp_path)
    assert caught.value.code == "unfinished-run"


def _changed() -> Iterator[tuple[str, list[Entry]]]:
    yield "text", [Entry("in.jsonl", 0, Article(text="Other.", id="d0")), *_entries()[1:]]
    yield "one more before", [Entry("in.jsonl", 0, Article(text="New.", id="new")), *_entries()]
    yield "shorter", _entries(4)


@pytest.mark.parametrize("entries", [pytest.param(entries, id=name) for name, entries in _changed()])
def test_another_input_is_refused(tmp_path: Path, entries: list[Entry]) -> None:
    _run(tmp_path, stop=8)
    with pytest.raises(FileError) as caught:
        _open(tmp_path, resume=True).missing(entries)
    assert caught.value.code == "resume-input"


def test_other_options_are_refused(tmp_path: Path) -> None:
    _run(tmp_path, stop=8)
    with pytest.raises(FileError) as caught:
        _open(tmp_path, resume=True, version="2")
    assert caught.value.code == "resume-options"


def test_leaving_early_keeps_the_parts_and_only_these(tmp_path: Path) -> None:
    _run(tmp_path, stop=8)
    assert _open(tmp_path, resume=True).leave() == 6
    output = PartedOutput(tmp_path / "other.jsonl", "jsonl", SETTINGS)
    next(output.write(map(_outcome, _entries())))
    assert output.leave() == 0
    assert not output.folder.exists()


@pytest.mark.parametrize("name", ["missing/out.jsonl", "."])
def test_what_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    def never() -> Iterator[Outcome]:
        raise AssertionError
        yield

    with pytest.raises(FileError) as caught:
        next(PartedOutput(tmp_path / name, "jsonl", SETTINGS).write(never()))
    assert caught.value.code == "output-unwritable"
