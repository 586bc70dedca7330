"""Reading the tables under models/: tab-separated, one header line, ``#`` lines and blank lines skipped.

A folder of the user's may hold tables of the same names; their rows are read after ours.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kursk_ie.errors import LexiconError

_PACKAGED: Final = Path(__file__).resolve().parent.parent / "models"  # where a wheel puts them
_CHECKOUT: Final = Path(__file__).resolve().parents[3] / "models"  # where a checkout has them

LEXICONS_VARIABLE: Final = "KURSK_IE_LEXICONS"
USER_TABLES: Final = tuple(
    f"{name}.tsv"
    for name in """actors counted cues declines modality no_events opponents place_stops places sides speaker_heads
    triggers unit_words units verification""".split()
)
"""The tables to which a folder of the user's may add rows."""

_IN_FORCE: Final[ContextVar[Path | None]] = ContextVar("kursk_ie_lexicons")


@contextmanager
def adding(folder: Path | None) -> Iterator[None]:
    """Within it `read_table` adds the rows of this folder, or none; outside, those that the environment names."""
    token = _IN_FORCE.set(folder)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def added_folder() -> Path | None:
    """The folder of the user's whose rows are added here.

    Raises:
        LexiconError: the environment names a folder that is none, see `user_folder`.
    """
    try:
        return _IN_FORCE.get()
    except LookupError:
        return user_folder(os.environ.get(LEXICONS_VARIABLE) or None)


def user_folder(path: str | Path | None) -> Path | None:
    """The folder, once it is sure that each of its tables will be read.

    Raises:
        LexiconError: it is no folder, holds no table, or one with a name of none.
    """
    if path is None:
        return None
    folder = Path(path).resolve()
    names = sorted(file.name for file in folder.glob("*.tsv"))
    strange = [name for name in names if name not in USER_TABLES]
    if not names or strange:
        reason = f"{strange[0]} is none of the tables" if strange else "it holds no table"
        known = ", ".join(USER_TABLES)
        raise LexiconError(
            "lexicons-folder", f"cannot use {folder}: {reason}; give a folder with any of {known}"
        )
    return folder


def models_path() -> Path:
    """The folder that holds the pipeline's knowledge.

    Raises:
        LexiconError: the folder is missing, which means a broken installation.
    """
    for path in (_PACKAGED, _CHECKOUT):
        if path.is_dir():
            return path
    raise LexiconError("models-missing", f"no models folder at {_PACKAGED}: reinstall kursk_ie")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``file`` and ``line`` let an error name its place."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> list[str]:
        """The cell's parts between ``|``, empty ones left out."""
        return [part.strip() for part in self.cells[column].split("|") if part.strip()]

    def error(self, message: str) -> LexiconError:
        return LexiconError("table-row", f"{self.file}, line {self.line}: {message}")


def read_table(name: str | Path, columns: Iterable[str]) -> list[Row]:
    """Read ``models/<name>`` with the rows that `added_folder` adds, or a file, and check that it has these columns.

    Raises:
        LexiconError: the file is missing, lacks a column, or a line has another number of cells than the header.
    """
    if isinstance(name, Path):
        return _rows(name, columns)
    needed = list(columns)
    rows = _rows(models_path() / name, needed)
    folder = added_folder() if name in USER_TABLES else None
    if folder is not None and (folder / name).exists():
        rows += _rows(folder / name, needed)
    return rows


def _rows(path: Path, columns: Iterable[str]) -> list[Row]:
    rows = []
    for row in scan_table(path, columns):
        if isinstance(row, LexiconError):
            raise row
        rows.append(row)
    return rows


def scan_table(path: Path, columns: Iterable[str]) -> Iterator[Row | LexiconError]:
    """The rows of a file, and an error for each line that is none; a header that lacks a column ends it."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(
            "table-missing", f"cannot read {path}: {error.strerror}; check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise LexiconError(
            "table-encoding", f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8"
        ) from error
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if header is None:
            header = cells
            missing = [column for column in columns if column not in header]
            if missing:
                yield LexiconError(
                    "table-columns",
                    f"{path}, line {number}: the header lacks {', '.join(missing)}: add the column",
                )
                return
        elif len(cells) != len(header):
            yield LexiconError(
                "table-row",
                f"{path}, line {number}: {len(cells)} cells where the header has {len(header)}: mend the tabs",
            )
        else:
            yield Row(path, number, dict(zip(header, cells, strict=True)))
