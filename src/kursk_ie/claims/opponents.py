"""Who fights whom, from models/opponents.tsv, and which sides are states."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kursk_ie.text.tables import read_table


@dataclass(frozen=True, slots=True)
class Opponents:
    """The sides that fight each other.

    Attributes:
        table: for each side those that it fights.
        belligerents: all sides of the table.
        states: sides that are states, fighting or not.
    """

    table: dict[str, list[str]]
    belligerents: frozenset[str]
    states: frozenset[str]

    @classmethod
    def read(cls) -> Opponents:
        """Read the tables."""
        table: dict[str, list[str]] = {}
        for row in read_table("opponents.tsv", ("side", "opponents")):
            table.setdefault(row["side"], []).extend(row.many("opponents"))
        sides = read_table("sides.tsv", ("code", "kind"))
        states = frozenset(row["code"] for row in sides if row["kind"] == "state")
        return cls(table, frozenset(table) | {code for codes in table.values() for code in codes}, states)

    def of(self, code: str) -> Sequence[str]:
        """The sides that ``code`` fights."""
        return self.table.get(code, ())

    def groups_against(self, code: str) -> list[str]:
        """The groups, no states, that ``code`` fights."""
        return [rival for rival in self.of(code) if rival not in self.states]

    def foes_untold(self, code: str) -> bool:
        """Whether ``code`` fights, but against whom only a text can tell: nothing is worked out for it."""
        return code in self.belligerents and not self.of(code)

    def among(self, codes: Collection[str]) -> bool:
        """Whether two of these sides fight each other."""
        return any(rival in codes for code in codes for rival in self.of(code))
