"""Reading what a pack is built from: GeoNames' own dumps, and tab-separated files with a header."""

from __future__ import annotations

import gzip
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from kursk_ie.errors import LexiconError
from kursk_ie.results import Feature

_DUMP_CELLS = 19
_ALTERNATE_CELLS = 4  # the file has ten; older ones eight
_LANGUAGES = frozenset(("", "en", "ru", "uk", "be"))
_TABLE_COLUMNS = ("id", "name", "cc", "lat", "lon")
_MOST_AT_ONE_POINT = 2
_LEFT_OUT = frozenset(("PPLX", "PPLH", "ADMD", "ADM1H", "ADM2H", "ADM3H", "PPLCH"))
_FEATURES: dict[str, Feature] = {
    "ADM1": "region", "ADM2": "district", "ADM3": "district", "STM": "water", "STMI": "water", "LK": "water",
    "RSV": "water", "SEA": "water", "GULF": "water", "AIRP": "facility", "AIRB": "facility", "AIRF": "facility",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """One line of a source, checked.

    Attributes:
        cc: ISO 3166-1 alpha-2. admin1: GeoNames' code or a name.
        names: alternate names in any script.
        exact: whether the coordinates are its own, not those that its district's places share.
    """

    id: str
    name: str
    cc: str
    admin1: str
    feature: Feature
    latitude: float
    longitude: float
    population: int
    names: Sequence[str]
    exact: bool = True


class _Line:
    def __init__(self, path: Path, number: int, cells: list[str]) -> None:
        self._place = f"{path}, line {number}"
        self.cells = cells

    def error(self, message: str) -> LexiconError:
        return LexiconError("source-row", f"{self._place}: {message}")

    def degrees(self, written: str, column: str, limit: int) -> float:
        try:
            value = float(written)
        except ValueError:
            value = float("nan")
        if not -limit <= value <= limit:
            raise self.error(
                f"{column} {written!r} is no number of degrees between -{limit} and {limit}: mend it"
            )
        return value

    def count(self, written: str, column: str) -> int:
        if written and not written.isdecimal():
            raise self.error(f"{column} {written!r} is no whole number: mend it or leave it empty")
        return int(written or 0)

    def checked(self, value: str, column: str) -> str:
        if not value.strip():
            raise self.error(f"{column} is empty: fill it or remove the line")
        return value.strip()


def read_dump(path: Path) -> Iterator[SourcePlace]:
    """The places of a GeoNames dump such as ``RU.txt`` (19 columns, no header), line by line.

    Raises:
        LexiconError: the file cannot be read, or a line is none of GeoNames'; the message tells which and the mend.
    """
    for line in _lines(path):
        cells = line.cells
        if len(cells) != _DUMP_CELLS:
            raise line.error(
                f"{len(cells)} columns where a GeoNames dump has {_DUMP_CELLS}: give the unpacked file of a country "
                "(RU.txt) from download.geonames.org, or use --from for a table with a header"
            )
        feature = "settlement" if cells[6] == "P" else _FEATURES.get(cells[7])
        if feature is None or cells[7] in _LEFT_OUT:
            continue
        yield SourcePlace(
            id="gn:" + str(line.count(line.checked(cells[0], "geonameid"), "geonameid")),
            name=line.checked(cells[1], "name"),
            cc=cells[8],
            admin1=cells[10],
            feature=feature,
            latitude=line.degrees(cells[4], "latitude", 90),
            longitude=line.degrees(cells[5], "longitude", 180),
            population=line.count(cells[14], "population"),
            names=[name for name in (cells[2], *cells[3].split(",")) if name],
        )


def read_table_places(path: Path) -> Iterator[SourcePlace]:
    """The places of a tab-separated file whose header has id, name, cc, lat and lon.

    ``admin1``, ``pop``, ``feature`` and ``aliases`` (between ``|``) may be added; other columns are not read.

    Raises:
        LexiconError: the file cannot be read, or a line is broken; the message tells which and the mend.
    """
    header: list[str] | None = None
    shared = _shared_points(path)
    for line in _lines(path):
        if header is None:
            header = line.cells
            missing = [column for column in _TABLE_COLUMNS if column not in header]
            if missing:
                raise line.error(f"the header lacks {', '.join(missing)}: add the column")
            continue
        if len(line.cells) != len(header):
            raise line.error(f"{len(line.cells)} cells where the header has {len(header)}: mend the tabs")
        row = dict(zip(header, line.cells, strict=True))
        yield SourcePlace(
            id=line.checked(row["id"], "id"),
            name=line.checked(row["name"], "name"),
            cc=row["cc"],
            admin1=row.get("admin1", ""),
            feature=_table_feature(line, row),
            latitude=line.degrees(row["lat"], "lat", 90),
            longitude=line.degrees(row["lon"], "lon", 180),
            population=line.count(row.get("pop", ""), "pop"),
            names=[name.strip() for name in row.get("aliases", "").split("|") if name.strip()],
            exact=(row["lat"], row["lon"]) not in shared,
        )


def _shared_points(path: Path) -> set[tuple[str, str]]:
    """Coordinates that several places share: postal data give a district's villages those of the district."""
    counted: Counter[tuple[str, str]] = Counter()
    where: tuple[int, int] | None = None
    for line in _lines(path):
        if where is not None and max(where) < len(line.cells):
            counted[line.cells[where[0]], line.cells[where[1]]] += 1
        elif where is None:
            if "lat" not in line.cells or "lon" not in line.cells:
                return set()
            where = line.cells.index("lat"), line.cells.index("lon")
    return {point for point, count in counted.items() if count > _MOST_AT_ONE_POINT}


def _table_feature(line: _Line, row: dict[str, str]) -> Feature:
    given = row.get("feature", "")
    if not given:
        return "settlement"
    if given not in ("settlement", "district", "region", "country", "water", "facility", "other"):
        raise line.error(
            f"feature {given!r} is none of settlement, district, region, country, water, facility, other"
        )
    return cast(Feature, given)


def read_alternates(path: Path, wanted: Iterable[str]) -> dict[str, list[str]]:
    """Names from GeoNames' ``alternateNamesV2.txt`` for the ids wanted: English, Russian, Ukrainian, Belarusian.

    Raises:
        LexiconError: the file cannot be read, or a line is none of GeoNames'.
    """
    ids = {id.removeprefix("gn:") for id in wanted}
    found: dict[str, list[str]] = {}
    for line in _lines(path):
        cells = line.cells
        if len(cells) < _ALTERNATE_CELLS:
            raise line.error(
                f"{len(cells)} columns where GeoNames' file of alternate names has 8 or 10: give the unpacked "
                "alternateNamesV2.txt from download.geonames.org"
            )
        if cells[1] in ids and cells[2] in _LANGUAGES:
            found.setdefault("gn:" + cells[1], []).append(cells[3])
    return found


def _lines(path: Path) -> Iterator[_Line]:
    number = 0
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, start=1):
                text = line.rstrip("\r\n")
                if text and not text.startswith("#"):
                    yield _Line(path, number, text.split("\t"))
    except (OSError, EOFError, lzma.LZMAError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LexiconError("source-unreadable", f"cannot read {path}: {reason}; check the file") from error
    except UnicodeDecodeError as error:
        raise LexiconError(
            "source-encoding", f"{path}, line {number + 1}: not UTF-8: save the file as UTF-8 text"
        ) from error
    if not number:
        raise LexiconError("source-empty", f"{path} is empty: download it again")


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            yield file
    elif path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            yield file
    else:
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
