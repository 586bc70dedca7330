"""Counting what is right, spurious and missed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Fault(NamedTuple):
    """What was missed or is spurious in a document."""

    document: str
    told: str


@dataclass(slots=True)
class Tally:
    """Counts of one measure.

    Attributes:
        right: found and in the gold (true positives).
        spurious: found and not in the gold (false positives).
        missed: in the gold and not found (false negatives).
        misses, excess: what they were, in reading order; of the slots of an event only where the event was found.
    """

    right: int = 0
    spurious: int = 0
    missed: int = 0
    misses: list[Fault] = field(default_factory=list)
    excess: list[Fault] = field(default_factory=list)

    def add(self, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        """Count more.

        >>> tally = Tally()
        >>> tally.add(right=3, spurious=1, missed=2)
        >>> tally.precision, tally.recall, round(tally.f1, 3)
        (0.75, 0.6, 0.667)
        """
        self.right += right
        self.spurious += spurious
        self.missed += missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was to be found and nothing was."""
        if self.right + self.spurious:
            return self.right / (self.right + self.spurious)
        return 0.0 if self.missed else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where the gold has nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
