"""Writing results: bytes of each format, Parquet files, and never half a file."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kursk_ie.errors import FileError, MissingExtraError
from kursk_ie.files.arrow import read_extractions
from kursk_ie.files.merging import merge_results
from kursk_ie.files.streams import open_stream
from kursk_ie.files.writers import ENCODERS, Format, encode_jsonl, encode_row, open_writer, replacing
from kursk_ie.results import Extraction


def _write(extractions: list[Extraction], format: Format, path: Path) -> Path:
    writer = open_writer(format, path)
    for extraction in extractions:
        writer.write(ENCODERS[format](extraction))
    writer.close()
    return path


def test_jsonl_round_trip(extraction: Extraction) -> None:
    line = encode_jsonl(extraction)
    assert line.endswith(b"\n")
    assert Extraction.model_validate_json(line) == extraction


def test_parquet_round_trip_with_types(extraction: Extraction, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(_write([extraction] * 3, "parquet", tmp_path / "out.parquet"))
    assert list(read_extractions(table)) == [extraction] * 3
    event = table.schema.field("events").type.value_type
    assert event.field("figures").type.value_type.field("min").type == arrow.float64()
    assert event.field("date").type.field("earliest").type == arrow.date32()


def test_parquet_without_any_document_still_has_its_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(_write([], "parquet", tmp_path / "out.parquet"))
    assert table.column_names == list(Extraction.model_fields)


@pytest.mark.parametrize("parts", [0, 1, 3])
def test_parts_of_parquet_become_one_file(extraction: Extraction, tmp_path: Path, parts: int) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    paths = [_write([extraction] * 2, "parquet", tmp_path / str(number)) for number in range(parts)]
    merge_results(paths, tmp_path / "out.parquet", "parquet")
    assert list(read_extractions(parquet.read_table(tmp_path / "out.parquet"))) == [extraction] * 2 * parts


def test_parts_of_csv_have_one_header(extraction: Extraction, tmp_path: Path) -> None:
    paths = [_write([extraction], "csv", tmp_path / str(number)) for number in range(2)]
    merge_results(paths, tmp_path / "out.csv", "csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + 2 * 3
    assert lines[0].startswith('"document_id"')


def test_parquet_without_its_extra_names_it(extraction: Extraction, tmp_path: Path) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        with pytest.raises(MissingExtraError, match=r"kursk_ie\[arrow\]"):
            open_writer("parquet", tmp_path / "out.parquet")
    else:
        pytest.skip("pyarrow is installed")


def test_parquet_needs_a_file() -> None:
    with pytest.raises(FileError, match="--out"), open_stream("parquet", None):
        pass


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("before")
    with pytest.raises(ZeroDivisionError), replacing(out) as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as part:
        part.write_text("after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    with replacing(tmp_path / "out") as part:
        part.write_text("")
    (tmp_path / "other").write_text("")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out", "other")]
    assert modes[0] == modes[1]


def test_a_device_is_written_to(extraction: Extraction) -> None:
    with open_stream("jsonl", Path(os.devnull)) as stream:
        stream.write(stream.encode(extraction))
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["missing/out.jsonl", "missing/out.parquet"])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError) as caught:
        merge_results([], tmp_path / name, "parquet" if name.endswith("parquet") else "jsonl")
    assert caught.value.code == "output-unwritable"
    assert str(tmp_path / name) in caught.value.message


def test_figures_beyond_the_floats_are_kept_as_near_as_can_be(extraction: Extraction, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    event = extraction.events[0]
    figure = event.figures[0].model_copy(update={"min": 2**53 + 1, "max": 10**400})
    event = event.model_copy(update={"figures": (figure,)})
    path = _write([extraction.model_copy(update={"events": (event,)})], "parquet", tmp_path / "out.parquet")
    [found] = read_extractions(parquet.read_table(path))
    assert (found.events[0].figures[0].min, found.events[0].figures[0].max) == (2**53, float("inf"))
    assert encode_row(extraction)
