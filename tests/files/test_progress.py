"""The line of progress and the share of the input behind it."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kursk_ie.files import progress
from kursk_ie.files.ids import UniqueIds
from kursk_ie.files.progress import Meter, Progress
from kursk_ie.files.readers import read_entries


def test_the_share_grows_with_the_bytes_that_were_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 300)
    with gzip.open(tmp_path / "b.jsonl.gz", "wt") as file:
        file.writelines(f'{{"text": "Number {number * 7919}."}}\n' for number in range(20_000))
    sources = [str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl.gz")]
    meter = Meter(sources)
    shares = [share for _ in read_entries(sources, meter=meter) if (share := meter.share()) is not None]
    assert len(shares) == 20_001
    assert shares == sorted(shares)
    assert shares[0] < 0.05
    assert 0.4 < shares[10_000] < 0.6
    assert meter.share() == 1.0


def test_a_pipe_has_no_share() -> None:
    assert Meter(["-"]).share() is None


def test_the_line_tells_count_rate_share_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now, share = 100.0, 0.5
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    meter = Meter()
    monkeypatch.setattr(meter, "share", lambda: share)
    shown = io.StringIO()
    line = Progress(meter, shown)
    line.show(0)  # a former run had done half
    now, share = 110.0, 0.6
    line.show(1234)
    assert shown.getvalue() == "\r\033[K1,234 documents, 123/s, 60%, 0:40 left"
    line.end()
    assert shown.getvalue().endswith("\r\033[K")


def test_without_a_stream_nothing_is_shown() -> None:
    line = Progress(Meter(), None)
    line.show(5)
    line.end()


def test_many_ids_stay_unique() -> None:
    ids = UniqueIds()
    given = [f"id{number % 3000}" for number in range(9000)]
    found = [ids.unique(id) for id in given]
    assert len(set(found)) == 9000
    assert found[:3000] == given[:3000]
    assert (found[3000], found[6000]) == ("id0#2", "id0#3")
