"""The console script, run as its users run it: real processes on real files."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import kursk_ie
from kursk_ie.results import Extraction

SCRIPT = Path(sysconfig.get_path("scripts"), "kursk-ie.exe" if sys.platform == "win32" else "kursk-ie")
ARTICLE = (
    "Ukraine's military intelligence said that at least 30 North Korean soldiers were killed or wounded near "
    "the village of Plekhovo on Saturday. It provided no evidence.\n"
)


def _run(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": "100"}
    command = [str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=environment, timeout=120)


def _ids(jsonl: bytes | str) -> list[str]:
    return [Extraction.model_validate_json(line).document.id for line in jsonl.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article as text, with its metadata, and two in a table."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "in" / "a.json").write_text('{"published": "2024-12-16", "outlet": "Kanal 9"}')
    rows = [
        {"id": "b", "text": "Nothing much happened."},
        {"id": "c", "text": ARTICLE, "published": "2024-12-20"},
    ]
    (tmp_path / "in" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


# --- what needs no extraction -----------------------------------------------------------------------------


def test_version(tmp_path: Path) -> None:
    assert _run("--version", cwd=tmp_path).stdout.decode().split() == ["kursk-ie", kursk_ie.__version__]


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["schema", "--help"]])
def test_help(tmp_path: Path, arguments: list[str]) -> None:
    done = _run(*arguments, cwd=tmp_path)
    assert done.returncode == 0
    assert b"usage: kursk-ie" in done.stdout


def test_help_of_extract_tells_every_ending_and_the_exit_status(tmp_path: Path) -> None:
    shown = _run("extract", "--help", cwd=tmp_path).stdout.decode()
    for word in (".txt", ".md", ".html", ".jsonl", ".csv", ".parquet", ".gz", "Exit status", "--errors"):
        assert word in shown, word


def test_schema_is_that_of_an_extraction(tmp_path: Path) -> None:
    assert json.loads(_run("schema", cwd=tmp_path).stdout) == Extraction.model_json_schema()


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        ([], "COMMAND"),
        (["extract"], "INPUT"),
        (["extract", "missing.txt"], "missing.txt does not exist: check the path"),
        (["extract", "a.docx"], "let it end in .txt, .md, .html, .jsonl, .csv, .parquet"),
        (["extract", "empty"], "holds no file to read"),
        (
            ["extract", "a.txt", "--out", "a.docx"],
            "let it end in .jsonl, .csv, .parquet, .txt or add --format",
        ),
        (["extract", "a.txt", "--format", "xml"], "choose from"),
        (["extract", "a.txt", "--format", "parquet"], "add --out NAME.parquet"),
        (["extract", "a.txt", "--out", "a.txt"], "a.txt is both read and written: choose another output"),
        (["extract", "a.txt", "--errors", "a.txt"], "a.txt is both read and written: choose another output"),
        (["extract", "a.txt", "--out", "a.jsonl", "--errors", "a.jsonl"], "choose two different files"),
        (["extract", "a.txt", "--out", "no/such/a.jsonl"], "cannot write no/such/a.jsonl"),
        (["extract", "-", "-"], "only once"),
        (["extract", "a.txt", "--published", "16 Dec 2024"], "write the day as in 2024-12-16"),
        (["extract", "a.txt", "--workers", "0"], "give 1 or more"),
        (["extract", "*.html"], "no file matches *.html: check the pattern"),
        (["extract", "a.txt", "--resume"], "add --out FILE"),
        (["extract", "a.txt", "--out", "empty", "--format", "jsonl"], "it is a folder; name a file in it"),
        (["extract", "a.txt", "--engine", "ray"], "add --out NAME.parquet"),
        (["extract", "a.txt", "--engine", "spark", "--out", "a.csv"], "add --out NAME.parquet"),
        (["extract", "a.txt", "--engine", "ray", "--out", "a.parquet", "--resume"], "leave --workers"),
        (
            ["extract", "a.txt", "--engine", "ray", "--out", "empty", "--format", "parquet"],
            "is there already",
        ),
    ],
)
def test_wrong_use_is_refused_with_the_mend(tmp_path: Path, arguments: list[str], mend: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.docx").write_text(ARTICLE)
    (tmp_path / "empty").mkdir()
    done = _run(*arguments, cwd=tmp_path)
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert mend in told
    assert "Traceback" not in told
    assert not done.stdout
    assert (tmp_path / "a.txt").read_text() == ARTICLE


# --- extraction -------------------------------------------------------------------------------------------


def test_folder_to_standard_output_is_jsonl_in_order(folder: Path) -> None:
    done = _run("extract", "in", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert _ids(done.stdout) == ["a", "b", "c"]


def test_metadata_reach_the_extraction(folder: Path) -> None:
    done = _run("extract", "in", "--published", "2024-01-01", "--outlet", "Other", cwd=folder)
    documents = [Extraction.model_validate_json(line).document for line in done.stdout.splitlines()]
    assert [(str(document.published), document.outlet) for document in documents] == [
        ("2024-12-16", "Kanal 9"),
        ("2024-01-01", "Other"),
        ("2024-12-20", "Other"),
    ]


def test_workers_change_nothing(folder: Path) -> None:
    one, two = (_run("extract", "in", "--workers", n, cwd=folder) for n in ("1", "2"))
    assert one.stdout
    assert one.stdout == two.stdout


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.txt"])
def test_the_ending_of_out_tells_the_format(folder: Path, name: str) -> None:
    done = _run("extract", "in", "--out", name, cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert name in done.stderr.decode()
    written = (folder / name).read_text(encoding="utf-8")
    if name == "out.jsonl":
        assert _ids(written) == ["a", "b", "c"]
    elif name == "out.csv":
        rows = list(csv.DictReader(written.splitlines()))
        assert {row["document_id"] for row in rows} == {"a", "c"}
        assert rows[0]["figures"] == "30.. killed_or_wounded"
    else:
        assert "≥30 killed" in written


def test_table_off_a_terminal_is_plain(folder: Path) -> None:
    shown = _run("extract", "in", "--format", "table", cwd=folder).stdout.decode()
    assert "a · Kanal 9 · 2024-12-16" in shown
    assert "≥30 killed" in shown
    assert "Plekhovo" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_standard_input_as_text(tmp_path: Path) -> None:
    done = _run("extract", "-", cwd=tmp_path, stdin=b"\n\n{plain} text\n")
    extraction = Extraction.model_validate_json(done.stdout)
    assert (extraction.document.id, extraction.document.length) == ("stdin", 15)


def test_standard_input_as_jsonl(tmp_path: Path) -> None:
    done = _run(
        "extract", "-", cwd=tmp_path, stdin=b'\n{"text": "One"}\nbroken\n{"text": "Two", "id": "x"}\n'
    )
    assert done.returncode == 1
    assert _ids(done.stdout) == ["stdin#2", "x"]
    failure = json.loads((tmp_path / "kursk-ie-errors.jsonl").read_text())
    assert (failure["path"], failure["line"]) == ("-", 3)


def test_column_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,key,day\nHello,k,2024-12-16\n")
    options = ["--text-column", "body", "--id-column", "key", "--published-column", "day"]
    document = Extraction.model_validate_json(
        _run("extract", "a.csv", *options, cwd=tmp_path).stdout
    ).document
    assert (document.id, str(document.published)) == ("k", "2024-12-16")


def test_failures_stand_in_the_errors_file_and_the_rest_is_written(folder: Path) -> None:
    (folder / "in" / "empty.txt").write_text("")
    (folder / "in" / "latin.txt").write_bytes(b"caf\xe9")
    done = _run("extract", "in", "--out", "out.jsonl", "--quiet", cwd=folder)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert "2 failed: the reasons are in kursk-ie-errors.jsonl" in told
    assert "not UTF-8" in told
    assert _ids((folder / "out.jsonl").read_text()) == ["a", "b", "c"]
    failures = [json.loads(line) for line in (folder / "kursk-ie-errors.jsonl").read_text().splitlines()]
    assert [(Path(failure["path"]).name, failure["code"]) for failure in failures] == [
        ("empty.txt", "no-text"),
        ("latin.txt", "not-utf8"),
    ]


def test_errors_file_stands_beside_the_output_and_only_when_needed(folder: Path) -> None:
    (folder / "results").mkdir()
    assert _run("extract", "in", "--out", "results/out.csv", cwd=folder).returncode == 0
    assert [path.name for path in (folder / "results").iterdir()] == ["out.csv"]
    (folder / "in" / "empty.txt").write_text("")
    assert _run("extract", "in", "--out", "results/out.csv", cwd=folder).returncode == 1
    assert sorted(path.name for path in (folder / "results").iterdir()) == [
        "kursk-ie-errors.jsonl",
        "out.csv",
    ]


def test_errors_file_that_was_asked_for_tells_of_this_run(folder: Path) -> None:
    (folder / "errors.jsonl").write_text("of a former run\n")
    assert _run("extract", "in", "--errors", "errors.jsonl", cwd=folder).returncode == 0
    assert (folder / "errors.jsonl").read_text() == ""


def test_output_inside_the_input_folder_is_not_read_again(folder: Path) -> None:
    for _ in range(2):
        done = _run("extract", "in", "--out", "in/out.jsonl", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert _ids((folder / "in" / "out.jsonl").read_text()) == ["a", "b", "c"]


def test_quiet_says_nothing_when_all_is_well(folder: Path) -> None:
    done = _run("extract", "in", "--out", "out.jsonl", "--quiet", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_no_noise(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": f"Article {n}."}) + "\n" for n in range(3000))
    (tmp_path / "a.jsonl").write_text(rows)
    command = [str(SCRIPT), "extract", "a.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_interruption_ends_cleanly_and_leaves_no_output(tmp_path: Path) -> None:
    import signal

    command = [str(SCRIPT), "extract", "-", "--out", "out.jsonl"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b'{"text": "One"}\n')
        process.stdin.flush()
        while not list(tmp_path.iterdir()):  # the output is open: the run is under way
            assert process.poll() is None, process.stderr.read()
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert (process.returncode, told) == (130, "kursk-ie: interrupted\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")
def test_on_a_terminal_the_table_is_the_default(folder: Path) -> None:
    import pty

    main, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command = [str(SCRIPT), "extract", "in/a.txt"]
    with subprocess.Popen(command, cwd=folder, stdout=terminal, stderr=terminal, env=environment) as process:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(main, 4096):
                shown += piece
        except OSError:  # Linux says so at the end
            pass
    os.close(main)
    assert process.returncode == 0
    assert "≥30 killed" in shown.decode()
    assert "\x1b[" in shown.decode()
