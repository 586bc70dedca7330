"""Tables: what is read, and what a broken file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursk_ie.errors import LexiconError
from kursk_ie.text.tables import models_path, read_table


def write(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "words.tsv"
    path.write_bytes(content.encode())
    return path


def test_rows_with_comments_blank_lines_and_windows_line_ends(tmp_path: Path) -> None:
    path = write(tmp_path, "# a comment\r\nword\tkind\r\n\r\nraid\ta|b| \r\n# more\r\nstrike\t\r\n")
    rows = read_table(path, ["word"])
    assert [row["word"] for row in rows] == ["raid", "strike"]
    assert [row.many("kind") for row in rows] == [["a", "b"], []]
    assert [row.line for row in rows] == [4, 6]


@pytest.mark.parametrize(
    ("content", "code", "hint"),
    [
        ("word\nraid\n", "table-columns", "line 1: the header lacks kind"),
        ("word\tkind\nraid\n", "table-row", "line 2: 1 cells where the header has 2"),
        ("word\tkind\nraid\ta\tb\n", "table-row", "line 2: 3 cells"),
    ],
)
def test_broken_tables_name_the_place(tmp_path: Path, content: str, code: str, hint: str) -> None:
    with pytest.raises(LexiconError, match=hint) as caught:
        read_table(write(tmp_path, content), ["word", "kind"])
    assert caught.value.code == code


def test_missing_and_misencoded_files(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as missing:
        read_table(tmp_path / "none.tsv", [])
    assert missing.value.code == "table-missing"
    path = tmp_path / "latin.tsv"
    path.write_bytes(b"word\ncaf\xe9\n")
    with pytest.raises(LexiconError) as encoding:
        read_table(path, ["word"])
    assert encoding.value.code == "table-encoding"


def test_an_error_of_a_row_names_its_place(tmp_path: Path) -> None:
    row = read_table(write(tmp_path, "word\nraid\n"), ["word"])[0]
    assert "words.tsv, line 2: odd" in str(row.error("odd"))


def test_the_models_are_there() -> None:
    assert (models_path() / "page.tsv").is_file()
