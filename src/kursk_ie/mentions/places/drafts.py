"""A place found in a text, before it is known which place of its name it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.results import Feature

_TOWN: Final = 20_000


class Draft:
    """A place found in the text, before it is known which.

    Attributes:
        start, end: its words. reach: end with a generic noun that does not belong to it (*X village*).
        rows: the places of that name in the theatre's tables; none where they lack it.
        feature: what a generic noun beside it says it is.
        around: the places of the name within it: *Nyala* of *Nyala airport*.
        packed: the places of that name in the packs.
        beside: regions and countries that the text puts it in.
    """

    __slots__ = ("around", "beside", "end", "feature", "packed", "reach", "rows", "start")

    def __init__(
        self,
        start: int,
        end: int,
        reach: int,
        rows: Sequence[GazetteerRow] = (),
        feature: Feature | None = None,
        around: Sequence[GazetteerRow] = (),
        packed: Sequence[GazetteerRow] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.reach = reach
        self.rows = rows
        self.feature = feature
        self.around = around
        self.packed = packed
        self.beside: list[GazetteerRow] = []

    @property
    def candidates(self) -> list[GazetteerRow]:
        """All places of that name, those of the theatre's tables first, each once.

        A town of the theatre hides the villages of its name, unless the text puts the name where the town is not.
        """
        found = list(self.rows)
        fitting = [row for row in found if all(fits(row, other) for other in self.beside)]
        if any(row.population >= _TOWN for row in fitting):
            return found
        for row in self.packed:
            if not any(row.repeats(other) for other in found):
                found.append(row)
        return found


def fits(row: GazetteerRow, beside: GazetteerRow) -> bool:
    """Whether a place can lie in, or hold, the region or country named next to it."""
    if not row.country or not beside.country:
        return True
    if row.country != beside.country:
        return row.feature in ("country", "region", "water")
    if beside.feature == "region" and row.feature in ("settlement", "district") and row.admin1:
        return not beside.admin1 or row.admin1 == beside.admin1
    return True
