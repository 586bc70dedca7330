"""Parts of an output become one file, in one step: who looks sees the former file or the whole new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kursk_ie.files.arrow import extraction_schema
from kursk_ie.files.extras import need
from kursk_ie.files.writers import Format, header_of, replacing

_ROW_GROUP = 5_000
_BUFFER = 1 << 20


def merge_results(parts: Sequence[Path], out: Path, format: Format) -> None:
    """One file of the results of all parts, in order.

    Raises:
        FileError: it cannot be written.
    """
    if format == "parquet":
        _merge_parquet(parts, out)
        return
    with replacing(out) as path, path.open("wb") as file:
        file.write(header_of(format))
        for part in parts:
            with part.open("rb") as results:
                shutil.copyfileobj(results, file, _BUFFER)
        file.flush()
        os.fsync(file.fileno())


def _merge_parquet(parts: Sequence[Path], out: Path) -> None:
    arrow = need("pyarrow", "arrow", "writing Parquet")
    parquet = need("pyarrow.parquet", "arrow", "writing Parquet")
    with replacing(out) as path:
        with parquet.ParquetWriter(path, extraction_schema(), compression="zstd") as writer:
            for table in _row_groups(arrow, parquet, parts):
                writer.write_table(table)
        with path.open("rb") as file:
            os.fsync(file.fileno())


def _row_groups(arrow: Any, parquet: Any, parts: Sequence[Path]) -> Iterator[Any]:
    """Small parts joined, so that a row group is worth its overhead."""
    waiting: list[Any] = []
    for part in parts:
        waiting.append(parquet.read_table(part, partitioning=None))
        if sum(table.num_rows for table in waiting) >= _ROW_GROUP:
            yield arrow.concat_tables(waiting)
            waiting = []
    if waiting:
        yield arrow.concat_tables(waiting)
