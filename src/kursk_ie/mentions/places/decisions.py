"""Which place a name was taken for, and why: for those who ask, see ``kursk-ie places resolve``."""

from __future__ import annotations

from collections.abc import Sequence

from kursk_ie.mentions.gazetteer.rows import GazetteerRow

Evidence = list[tuple[float, str]]
"""Points, each with what they are for."""
Candidates = Sequence[tuple[GazetteerRow, Evidence]]


class Decision:
    """Which place a name is.

    Attributes:
        row: the place, ``None`` where nothing decides.
        reason: why, in words.
        candidates: the places of the name with their points and what they are for, best first.
    """

    __slots__ = ("candidates", "reason", "row")

    def __init__(self, row: GazetteerRow | None, reason: str, candidates: Candidates = ()) -> None:
        self.row = row
        self.reason = reason
        self.candidates = candidates


def points_of(evidence: Evidence) -> float:
    """All points together."""
    return sum(points for points, _ in evidence)


def unweighed(rows: Sequence[GazetteerRow]) -> list[tuple[GazetteerRow, Evidence]]:
    """Candidates that nothing had to be weighed for."""
    return [(row, []) for row in rows]
