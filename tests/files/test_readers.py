"""Reading articles: every document comes out, as an article or as a failure with its reason."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import lzma
import sys
from pathlib import Path

import pytest

from kursk_ie.errors import ArgumentError, FileError
from kursk_ie.files.readers import list_sources, read_articles
from kursk_ie.files.rows import Columns, Defaults, Failure
from kursk_ie.pipeline.articles import read_day
from kursk_ie.results import Article

DAY = dt.date(2031, 5, 3)


def _one(path: Path, **options: object) -> Article | Failure:
    (item,) = read_articles([str(path)], **options)  # type: ignore[arg-type]
    return item


def _failure(path: Path) -> Failure:
    item = _one(path)
    assert isinstance(item, Failure), item
    return item


def _jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


# text files ------------------------------------------------------------------------------------------------


def test_text_is_left_as_it_is(tmp_path: Path) -> None:
    text = "  Erste Zeile\r\nzweite\u2028dritte \n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert _one(tmp_path / "a.txt") == Article(text=text, id="a")


def test_byte_order_mark_goes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfHello")
    assert _one(tmp_path / "a.txt") == Article(text="Hello", id="a")


@pytest.mark.parametrize(("ending", "opener"), [(".gz", gzip.open), (".xz", lzma.open)])
def test_compressed_files(tmp_path: Path, ending: str, opener) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / f"a.txt{ending}"
    with opener(path, "wb") as file:
        file.write(b"Hello")
    assert _one(path) == Article(text="Hello", id="a")


def test_sidecar_tells_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hello")
    sidecar = {
        "published": "2031-05-03",
        "outlet": "Kanal 9",
        "title": "T",
        "url": "u",
        "id": "k9",
        "text": "no",
    }
    (tmp_path / "a.json").write_text(json.dumps(sidecar | {"other": [1]}))
    assert _one(tmp_path / "a.txt") == Article(
        text="Hello", published=DAY, outlet="Kanal 9", title="T", url="u", id="k9"
    )


def test_sidecar_wins_over_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hello")
    (tmp_path / "a.json").write_text('{"outlet": "Kanal 9"}')
    article = _one(tmp_path / "a.txt", defaults=Defaults(published=DAY, outlet="Other"))
    assert article == Article(text="Hello", published=DAY, outlet="Kanal 9", id="a")


def test_broken_sidecar_is_a_failure_of_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hello")
    (tmp_path / "a.json").write_text("{")
    failure = _failure(tmp_path / "a.txt")
    assert failure.code == "json-broken"
    assert failure.reason.startswith("a.json: ")


def test_names_of_columns_do_not_touch_text_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hello")
    assert _one(tmp_path / "a.txt", columns=Columns(text="body")) == Article(text="Hello", id="a")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-text"),
        (b" \r\n\t", "no-text"),
        (b"\0\0\0", "no-text"),
        (b"caf\xe9", "not-utf8"),
        ("Grüße".encode("utf-16"), "not-utf8"),
        (b"ok\xed\xa0\x80", "not-utf8"),
    ],
    ids=["empty", "blank", "nul-only", "latin-1", "utf-16", "surrogate"],
)
def test_text_files_without_text_fail(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    failure = _failure(tmp_path / "a.txt")
    assert (failure.path, failure.line, failure.code) == (str(tmp_path / "a.txt"), None, code)


def _zst(content: bytes) -> bytes:
    zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    packed: bytes = zstd.compress(content)
    return packed


def test_zst_files_of_several_frames(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.zst").write_bytes(_zst(b'{"text": "One"}\n') + _zst(b'{"text": "Two"}\n'))
    assert [
        item.text for item in read_articles([str(tmp_path / "a.jsonl.zst")]) if isinstance(item, Article)
    ] == [
        "One",
        "Two",
    ]


def test_a_truncated_zst_file_is_told_after_its_rows(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": str(n * 2654435761 % 2**32)}) + "\n" for n in range(50_000))
    packed = _zst(rows.encode())
    (tmp_path / "a.jsonl.zst").write_bytes(packed[: len(packed) // 2])
    *kept, last = read_articles([str(tmp_path / "a.jsonl.zst")])
    assert kept
    assert isinstance(last, Failure)
    assert last.code == "file-unreadable"


def test_a_page_tells_its_own_encoding(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = "<p>Der Bürgermeister sagte, die Brücke sei getroffen worden.</p>" * 5
    page = f'<html><head><meta charset="windows-1252"></head><body><article>{body}</article></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("windows-1252"))
    article = _one(tmp_path / "a.html")
    assert isinstance(article, Article)
    assert "Bürgermeister" in article.text
    assert article.keep_text


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\x89PNG\r\n\x1a\n" * 10, b"<html>"])
def test_pages_without_text_fail(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_bytes(content)
    assert _failure(tmp_path / "a.html").code in ("no-text", "html-broken")


def test_patterns_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hello")
    assert [Path(name).name for name in list_sources([str(tmp_path / "**" / "*.txt")])] == [
        "a.txt",
        "b.txt",
        "c.txt",
    ]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.xz", "a.jsonl.gz", "a.txt.zst"])
def test_damaged_compression_fails(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"this is not compressed")
    assert _failure(tmp_path / name).code == "file-unreadable"


def test_rows_before_a_truncation_are_kept(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": str(n * 2654435761 % 2**32)}) + "\n" for n in range(5000))
    packed = gzip.compress(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *kept, last = read_articles([str(tmp_path / "a.jsonl.gz")])
    assert kept
    assert isinstance(last, Failure)


def test_html_without_its_extra_is_a_failure_that_names_it(tmp_path: Path) -> None:
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        (tmp_path / "a.html").write_text("<p>Hello</p>")
        assert "kursk_ie[html]" in _failure(tmp_path / "a.html").reason
    else:
        pytest.skip("trafilatura is installed")


def test_html_gives_its_main_text_and_metadata(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = (
        "<p>The harbour was shelled twice in the morning, the mayor of the town said in a statement.</p>" * 4
    )
    head = '<title>Harbour shelled</title><meta property="article:published_time" content="2021-05-03">'
    (tmp_path / "a.html").write_text(
        f"<html><head>{head}</head><body><nav>Home</nav><article>{body}</article></body></html>"
    )
    article = _one(tmp_path / "a.html")
    assert isinstance(article, Article)
    assert "The harbour was shelled twice" in article.text
    assert "Home" not in article.text
    assert (article.published, article.title) == (dt.date(2021, 5, 3), "Harbour shelled")


# tables ----------------------------------------------------------------------------------------------------


def test_jsonl_rows(tmp_path: Path) -> None:
    path = _jsonl(
        tmp_path / "wires.jsonl",
        {
            "text": "One\r\ntwo",
            "id": "x",
            "published": "2031-05-03T23:30:00Z",
            "outlet": "Kanal 9",
            "extra": 1,
        },
        {"text": "Three", "id": 7, "title": "T", "url": "u"},
        {"text": "Four", "id": None, "outlet": ""},
    )
    assert list(read_articles([str(path)])) == [
        Article(text="One\r\ntwo", id="x", published=DAY, outlet="Kanal 9"),
        Article(text="Three", id="7", title="T", url="u"),
        Article(text="Four", id="wires#3"),
    ]


def test_jsonl_reports_each_bad_line_and_reads_the_others(tmp_path: Path) -> None:
    lines = [
        b'{"text": "good"}',
        b"",
        b'{"text": "cut',
        b'["text"]',
        b'{"body": "x"}',
        b'{"text": 5}',
        b'{"text": null}',
        b'{"text": "caf\xe9"}',
        b'{"text": "half \\ud83d"}',
        b'{"text": "x", "published": "3 May 2031"}',
        b'{"text": "x", "published": 1930000000}',
        b'{"text": "x", "outlet": ["K"], "id": "k"}',
        b"[" * 100_000,
        b'{"text": "good too"}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    items = list(read_articles([str(tmp_path / "a.jsonl")]))
    assert [item.text for item in items if isinstance(item, Article)] == ["good", "good too"]
    assert [(item.line, item.code) for item in items if isinstance(item, Failure)] == [
        (3, "json-broken"),
        (4, "json-not-object"),
        (5, "no-text-column"),
        (6, "text-not-string"),
        (7, "no-text"),
        (8, "not-utf8"),
        (9, "lone-surrogate"),
        (10, "published-not-a-date"),
        (11, "published-not-a-date"),
        (12, "value-not-string"),
        (13, "json-broken"),
    ]
    assert [item.id for item in items if isinstance(item, Failure) and item.line == 12] == ["k"]


def test_jsonl_line_ends_within_a_row_do_not_cut_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a\u2028b\u0085c"}\r\n', encoding="utf-8")
    assert _one(tmp_path / "a.jsonl") == Article(text="a\u2028b\u0085c", id="a#1")


def test_csv_rows(tmp_path: Path) -> None:
    long = "word " * 60_000
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["body", "day", "paper"])
        writer.writerow(["One,\r\n“two”", "2031-05-03", "Kanal 9"])
        writer.writerow([])
        writer.writerow(["short row"])
        writer.writerow([long, "", ""])
        writer.writerow(["a", "b", "c", "d"])
    columns = Columns(text="body", published="day", outlet="paper")
    items = list(read_articles([str(tmp_path / "a.csv")], columns))
    assert items[:3] == [
        Article(text="One,\r\n“two”", published=DAY, outlet="Kanal 9", id="a#2"),
        Article(text="short row", id="a#5"),
        Article(text=long, id="a#6"),
    ]
    assert isinstance(items[3], Failure)
    assert (items[3].line, items[3].code) == (7, "csv-row")
    assert len(items) == 4


def test_csv_quote_that_never_closes_is_reported_with_the_line_it_opens_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text,id\ngood,1\n"open,2\nlost,3\n')
    article, failure = read_articles([str(tmp_path / "a.csv")])
    assert article == Article(text="good", id="1")
    assert isinstance(failure, Failure)
    assert (failure.line, failure.code) == (3, "csv-broken")


def test_csv_without_the_text_column_names_those_it_has_and_the_mend(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,day\nHello,2031-05-03\n")
    reason = _failure(tmp_path / "a.csv").reason
    assert "body, day" in reason
    assert "--text-column" in reason


@pytest.mark.parametrize("content", ["", "\n\n", "text,id\n"])
def test_tables_without_a_row_fail(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.csv").write_text(content)
    assert _failure(tmp_path / "a.csv").code == "no-rows"


def test_parquet_rows(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"text": "One", "published": DAY, "id": 3}, {"text": None, "published": None, "id": 4}]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    article, failure = read_articles([str(tmp_path / "a.parquet")])
    assert article == Article(text="One", published=DAY, id="3")
    assert isinstance(failure, Failure)
    assert (failure.line, failure.id, failure.code) == (2, "4", "no-text")


def test_broken_parquet_fails(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    assert _failure(tmp_path / "a.parquet").code in ("parquet-broken", "extra-missing")


# folders, ids ----------------------------------------------------------------------------------------------


def test_folder_is_read_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    for name in (
        "b.txt", "a.md", "a.json", "README.md", "notes.docx", ".hidden.txt", "kursk-ie-errors.jsonl",
        "gold/seeds.jsonl", ".git/x.txt", "sub/c.txt", "sub/gold/d.txt", "out.jsonl",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    found = list_sources([str(tmp_path)], skip=[(tmp_path / "out.jsonl").resolve()])
    assert [str(Path(name).relative_to(tmp_path)) for name in found] == [
        "a.md",
        "b.txt",
        str(Path("sub", "c.txt")),
    ]


def test_a_file_named_outright_is_read_whatever_its_folder(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "README.md").write_text("Hello")
    assert _one(tmp_path / "gold" / "README.md") == Article(text="Hello", id="README")


def test_repeated_ids_become_unique(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "a.jsonl", *({"text": "t", "id": i} for i in ("a", "a", "a#2", "a", "b")))
    ids = [item.id for item in read_articles([str(path), str(path)])]
    assert ids[:5] == ["a", "a#2", "a#2#2", "a#3", "b"]
    assert len(set(ids)) == 10


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.txt", "input-missing"), ("a.docx", "input-unknown"), ("empty", "folder-empty")],
)
def test_wrong_inputs_raise_before_anything_is_read(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileError) as caught:
        read_articles([str(tmp_path / name)])
    assert caught.value.code == code


# days, failures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (None, None),
        ("", None),
        (" ", None),
        ("2031-05-03", DAY),
        (" 2031-05-03\n", DAY),
        ("2031-05-03T23:30", DAY),
        ("2031-05-03 23:30:00", DAY),
        ("2031-05-03T23:30:00Z", DAY),
        ("2031-05-03T23:30:00.1234567+02:00", DAY),
        (DAY, DAY),
        (dt.datetime(2031, 5, 3, 23, 30), DAY),
    ],
)
def test_days(value: object, day: dt.date | None) -> None:
    found = read_day(value)
    assert found == day
    assert type(found) is type(day)


@pytest.mark.parametrize(
    "value",
    [
        "3 May 2031",
        "2031-05",
        "2031-02-30",
        "20310503",
        "2031-05-03x",
        "2031-05-03T99:00",
        "٢٠٣١-05-03",
        20310503,
        1.5,
    ],
)
def test_what_is_no_iso_day(value: object) -> None:
    with pytest.raises(ArgumentError, match="2024-12-16") as caught:
        read_day(value)
    assert caught.value.code == "published-not-a-date"


def test_failure_as_json_holds_names_that_are_no_utf8() -> None:
    failure = Failure("caf\udce9.txt", 1, None, "code", "Grund")
    assert json.loads(failure.as_json().encode()) == {
        "path": "caf\udce9.txt", "line": 1, "id": None, "code": "code", "reason": "Grund",
    }  # fmt: skip
