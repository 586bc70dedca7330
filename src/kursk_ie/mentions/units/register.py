"""The known units of ``models/units.tsv`` and the finding of the one that a mention means."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import normalise

_COLUMNS: Final = ("id", "name", "side", "number", "branch", "echelon", "parent", "aliases", "source")
_TELLING: Final = 3  # blanks in a name: a number, two qualifiers and an echelon are no other army's
_LEVELS: Final = ("division", "brigade", "regiment")

# Translations of a term differ from paper to paper, and units are renamed: these may be told of one unit.
_ALIKE: Final = (
    frozenset({"airborne", "air assault", "airmobile", "assault"}),
    frozenset({"mechanized", "motorized", "motor rifle", "infantry", "assault", "jaeger"}),
    frozenset({"mountain", "assault", "infantry"}),
    frozenset({"marine", "infantry"}),
    frozenset({"special operations", "national guard", "assault", "presidential", "rapid reaction"}),
    frozenset({"artillery", "rocket artillery", "missile"}),
    frozenset({"tank", "mechanized", "combined arms"}),
)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two branches may be told of one unit; an untold branch is like any."""
    return not one or not other or one == other or any(one in group and other in group for group in _ALIKE)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A row of the table; see there. Empty cells are ``None``."""

    id: str
    name: str
    side: str | None
    number: str | None
    branch: str | None
    echelon: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a unit.

    Attributes:
        unit: what it names.
        use: ``bare``: also alone, once the text has shown it in full; ``bound``: only with an echelon.
    """

    unit: KnownUnit
    use: Literal["full", "bare", "bound"]


class Register:
    """The known units, by number and by name."""

    def __init__(self, cut: Cut, path: Path | None = None) -> None:
        """Read the table.

        Raises:
            LexiconError: the table is missing or broken.
        """
        self._by_number: dict[tuple[str, str], list[KnownUnit]] = {}
        self._by_title: dict[str, KnownUnit] = {}
        named: dict[str, list[Alias]] = {}
        for row in read_table(path or "units.tsv", _COLUMNS):
            unit = KnownUnit(
                row["id"],
                row["name"],
                row["side"] or None,
                row["number"] or None,
                row["branch"] or None,
                row["echelon"],
            )
            if unit.number:
                self._by_number.setdefault((unit.number, unit.echelon), []).append(unit)
                self._by_title.setdefault(unit.name, unit)
            aliases = row.many("aliases")
            if not unit.name[0].isdigit():
                aliases.append(unit.name)
            for alias in aliases:
                use: Literal["full", "bare", "bound"]
                use = "bare" if alias[0] == "~" else "bound" if alias[0] == "+" else "full"
                named.setdefault(normalise(alias.lstrip("~+")), []).append(Alias(unit, use))
        self.names: Phrases[list[Alias]] = Phrases(named.items(), cut)
        self.first_words = frozenset(cut(name)[0] for name in named)

    def titled(self, title: str, side: str | None) -> KnownUnit | None:
        """The known unit whose name is written in full, where that tells enough: *76th Guards Air Assault Division*."""
        unit = self._by_title.get(title)
        long = title.count(" ") >= _TELLING
        return unit if unit is not None and long and side in (None, unit.side) else None

    def numbered(
        self, number: str, echelon: str | None, branch: str | None, side: str | None, sides: Collection[str]
    ) -> KnownUnit | None:
        """The one known unit with this number and echelon, or ``None`` where none or several fit.

        ``side`` is the side that the words around the mention tell. Where they tell none, one of the
        ``sides`` that the text speaks of must own the unit, for every army numbers from one; only a number of
        three digits with its branch tells enough by itself. An echelon left out (*the 82nd Airborne*) needs
        the branch.
        """
        if echelon is None:
            levels = _LEVELS if branch else ()
            at_levels = (self.numbered(number, level, branch, side, sides) for level in levels)
            return next((unit for unit in at_levels if unit is not None), None)
        like = [unit for unit in self._by_number.get((number, echelon), ()) if alike(branch, unit.branch)]
        fit = [unit for unit in like if unit.side in ({side} if side else sides)]
        if not (fit or side) and branch and len(number) > 2:
            fit = like
        exact = [unit for unit in fit if unit.branch == branch]
        # the table has the better known first
        one_army = branch is None and len({unit.side for unit in fit}) == 1
        for units in (exact, fit):
            if len(units) == 1 or (units and one_army):
                return units[0]
        return None
