"""Packs: many thousands of places in one file that loads in milliseconds and stays small in memory.

A pack is compiled, never edited: a line of ASCII that names the format, then one xz stream with the rows as
tab-separated text and three indices over them. An index is a sorted array of 32-bit hashes beside an array of
row numbers, so that no name becomes an object of Python before a text holds it.
"""

from __future__ import annotations

import json
import lzma
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Any, Final
from zlib import crc32

from kursk_ie.errors import LexiconError
from kursk_ie.mentions.gazetteer.fold import fold
from kursk_ie.mentions.gazetteer.rows import GazetteerRow

MAGIC: Final = b"kursk_ie places 1 "
# a small dictionary, for reading allocates as much
_FILTERS: Final = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}]
_ROUGH: Final = "~"  # before the latitude of a place that has the coordinates of its district
_COMMON: Final = "+"  # before a name that is also an ordinary word or a person's name
_FOLDED: Final = ("RUS", "UKR", "BLR")  # whose names are written in many ways
_NAMES_KEPT: Final = 4_000  # what texts repeat
_PIECE: Final = 1 << 16
_REBUILD: Final = "build it again with `kursk-ie places build`"


@dataclass(frozen=True, slots=True)
class PackedPlace:
    """What goes into a pack.

    Attributes:
        row: the place.
        names: its names, each as the pipeline's words joined by blanks, in lower case.
    """

    row: GazetteerRow
    names: Sequence[str]


class _Index:
    """Sorted hashes of strings, each with a number."""

    def __init__(self, hashes: Sequence[int], values: Sequence[int]) -> None:
        self._hashes = hashes
        self._values = values
        # where each of the first ten bits begins, for a search over all would take twice the steps
        self._begins = [bisect_left(hashes, bits << 22) for bits in range(1 << 10)] + [len(hashes)]

    def __getitem__(self, key: str) -> list[int]:
        found: list[int] = []
        hashes, wanted = self._hashes, crc32(key.encode())
        bits = wanted >> 22
        at = bisect_left(hashes, wanted, self._begins[bits], self._begins[bits + 1])
        while at < len(hashes) and hashes[at] == wanted:
            found.append(self._values[at])
            at += 1
        return found


class Pack:
    """The places of a pack, looked up by name."""

    def __init__(self, path: Path) -> None:
        """Read a pack.

        Raises:
            LexiconError: the file is missing, is no pack, or is damaged; the message tells the mend.
        """
        self.about, sections = _read(path)
        self._rows = sections["rows"]
        self._starts = _numbers(sections["starts"])
        self._names = _Index(_numbers(sections["names"]), _numbers(sections["name_rows"]))
        self._heads = _Index(_numbers(sections["heads"]), _numbers(sections["head_sizes"]))
        self._folds = _Index(_numbers(sections["folds"]), _numbers(sections["fold_rows"]))
        self._found: dict[str, list[tuple[GazetteerRow, bool]]] = {}

    def __len__(self) -> int:
        return len(self._starts) - 1

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        sizes = self._heads[word]  # one, but for clashing hashes
        return max(sizes) if sizes else 0

    def named(self, name: str) -> list[tuple[GazetteerRow, bool]]:
        """The places of this name; whether it is also an ordinary word or a person's name."""
        found = self._found.get(name)
        if found is None:
            if len(self._found) > _NAMES_KEPT:
                self._found.clear()
            found = self._found[name] = self._decoded(name)
        return found

    def _decoded(self, name: str) -> list[tuple[GazetteerRow, bool]]:
        found = []
        for number in self._names[name]:
            cells = self._cells(number)
            names = cells[-1].split("|")
            if name in names:
                found.append((_row(cells), False))
            elif _COMMON + name in names:
                found.append((_row(cells), True))
        return found

    def like(self, key: str) -> list[GazetteerRow]:
        """The places of which a spelling has this `fold` key."""
        found = []
        for number in self._folds[key]:
            cells = self._cells(number)
            if any(fold(name.lstrip(_COMMON)) == key for name in cells[-1].split("|")):
                found.append(_row(cells))
        return found

    def _cells(self, number: int) -> list[str]:
        start, end = self._starts[number], self._starts[number + 1] - 1
        return str(self._rows[start:end], "utf-8").split("\t")


def is_pack(path: Path) -> bool:
    """Whether a file is a pack rather than a table; a missing one is taken for a pack, whose error tells more."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return True


def write_pack(
    path: Path, places: Iterable[PackedPlace], common: Mapping[str, object], about: dict[str, Any]
) -> int:
    """Compile places into a pack; how many there are.

    Args:
        common: names that are also ordinary words or persons' names.
        about: sources and licences, kept in the first line of the file.

    Raises:
        LexiconError: the file cannot be written.
    """
    lines: list[bytes] = []
    names: set[tuple[int, int]] = set()
    folds: set[tuple[int, int]] = set()
    heads: dict[int, int] = {}
    for number, place in enumerate(places):
        lines.append(_line(place, common))
        for name in place.names:
            names.add((crc32(name.encode()), number))
            words = name.split(" ")
            head = crc32(words[0].encode())
            heads[head] = max(heads.get(head, 0), len(words))
            if place.row.country in _FOLDED and place.row.feature == "settlement" and (key := fold(name)):
                folds.add((crc32(key.encode()), number))
    columns = {
        "starts": list(accumulate(map(len, lines), initial=0)),
        **dict(zip(("names", "name_rows"), _columns(names), strict=True)),
        **dict(zip(("heads", "head_sizes"), _columns(heads.items()), strict=True)),
        **dict(zip(("folds", "fold_rows"), _columns(folds), strict=True)),
    }
    sections = {"rows": b"".join(lines), **{name: _bytes(column) for name, column in columns.items()}}
    _write(path, sections, {**about, "places": len(lines), "names": len(names)})
    return len(lines)


def _line(place: PackedPlace, common: Mapping[str, object]) -> bytes:
    row = place.row
    point = row.point
    degrees = [f"{value:.4f}".rstrip("0").rstrip(".") for value in point] if point else ["", ""]
    if not row.exact:
        degrees[0] = _ROUGH + degrees[0]
    names = "|".join(_COMMON + name if name in common else name for name in place.names)
    population = str(row.population or "")
    cells = (row.id, row.name, row.country, row.admin1, row.feature, *degrees, population, names)
    return ("\t".join(cells) + "\n").encode()


def _row(cells: list[str]) -> GazetteerRow:
    id, name, country, admin1, feature, latitude, longitude, population, _ = cells
    return GazetteerRow(
        id,
        name,
        country,
        admin1,
        feature,  # type: ignore[arg-type]  # the build has checked it
        float(latitude.lstrip(_ROUGH)) if latitude else None,
        float(longitude) if longitude else None,
        int(population or 0),
        theatre=False,
        exact=not latitude.startswith(_ROUGH),
    )


def _columns(pairs: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    ordered = sorted(pairs)
    return [pair[0] for pair in ordered], [pair[1] for pair in ordered]


def _bytes(column: Iterable[int]) -> bytes:
    numbers = array("I", column)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _numbers(section: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return section.cast("I")  # read where it stands: a copy would double the pack's memory
    numbers = array("I")
    numbers.frombytes(section)
    numbers.byteswap()
    return numbers


def _write(path: Path, sections: dict[str, bytes], about: dict[str, Any]) -> None:
    body = b"".join(sections.values())
    sizes = [[name, len(section)] for name, section in sections.items()]  # in the order of the body
    first = json.dumps({**about, "sections": sizes, "crc": crc32(body)}, sort_keys=True)
    try:
        path.write_bytes(MAGIC + first.encode() + b"\n" + lzma.compress(body, filters=_FILTERS))
    except OSError as error:
        raise LexiconError(
            "pack-unwritable", f"cannot write {path}: {error.strerror}; choose another --out"
        ) from error


def _read(path: Path) -> tuple[dict[str, Any], dict[str, memoryview]]:
    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise LexiconError(
                    "gazetteer-format", f"{path}, line 1: this is no gazetteer pack: {_REBUILD}"
                )
            about: dict[str, Any] = json.loads(file.readline())
            names = [name for name, _ in about["sections"]]
            ends = list(accumulate((size for _, size in about["sections"]), initial=0))
            content = _unpacked(file, ends[-1])
            intact = crc32(content) == about["crc"]
    except OSError as error:
        raise LexiconError(
            "gazetteer-missing",
            f"cannot read the gazetteer {path}: {error.strerror}; mend the path in load(gazetteer=…) or "
            "KURSK_IE_GAZETTEER, or make the file with `kursk-ie places build`",
        ) from error
    except (ValueError, KeyError, TypeError, lzma.LZMAError, EOFError) as error:
        raise LexiconError("gazetteer-damaged", f"{path} is damaged: {_REBUILD}") from error
    if not intact:
        raise LexiconError("gazetteer-damaged", f"{path} is damaged, its checksum is wrong: {_REBUILD}")
    parts = (content[start:end] for start, end in pairwise(ends))
    return about, dict(zip(names, parts, strict=True))


def _unpacked(file: IO[bytes], size: int) -> memoryview:
    """Piece by piece into one buffer: as a whole it would take twice the memory, which stays taken."""
    content = memoryview(bytearray(size))
    at = 0
    with lzma.open(file) as stream:
        while at < size and (piece := stream.read(min(_PIECE, size - at))):
            content[at : at + len(piece)] = piece
            at += len(piece)
    return content.toreadonly()
