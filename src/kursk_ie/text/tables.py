"""Reading the tables under models/: tab-separated, one header line, ``#`` lines and blank lines skipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kursk_ie.errors import LexiconError

_PACKAGED = Path(__file__).resolve().parent.parent / "models"  # where a wheel puts them
_CHECKOUT = Path(__file__).resolve().parents[3] / "models"  # where a checkout has them


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
    """Read ``models/<name>`` (or a path of the user's) and check that it has these columns.

    Raises:
        LexiconError: the file is missing, lacks a column, or a line has another number of cells than the header.
    """
    path = name if isinstance(name, Path) else models_path() / name
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
    rows: list[Row] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if header is None:
            header = cells
            missing = [column for column in columns if column not in header]
            if missing:
                raise LexiconError(
                    "table-columns",
                    f"{path}, line {number}: the header lacks {', '.join(missing)}: add the column",
                )
            continue
        if len(cells) != len(header):
            raise LexiconError(
                "table-row",
                f"{path}, line {number}: {len(cells)} cells where the header has {len(header)}: mend the tabs",
            )
        rows.append(Row(path, number, dict(zip(header, cells, strict=True))))
    return rows
