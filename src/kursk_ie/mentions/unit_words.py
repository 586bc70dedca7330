"""The words that unit names are made of, read from ``models/unit_words.tsv``, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import normalise

_COLUMNS = ("word", "kind", "value", "example")
_MARKS = frozenset("\"'“”„«»()*")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_SPELLED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV"
).split()
SPELLED = {word.capitalize(): str(value) for value, word in enumerate(_SPELLED, start=1)}
ROMAN = {word: str(value) for value, word in enumerate(_ROMAN, start=1)}


class Echelon(NamedTuple):
    """A level of command: its canonical name, how strongly its word tells a unit, and whether it is a plural."""

    name: str
    kind: str
    plural: bool


def ordinal_number(norm: str) -> str | None:
    """``"94"`` for ``94th``; ``None`` for anything else."""
    found = _ORDINAL.fullmatch(norm)
    return found[1] if found else None


def ordinal(number: str) -> str:
    """``"94th"`` for ``94``."""
    last = int(number) % 100
    ending = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{int(number)}{ending}"


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The lexicon by kind of word; everything is held in normalised form.

    Attributes:
        echelons: phrases of levels of command.
        branches: phrases of arms of service, hyphens left out.
        inner: every word that may stand between a unit's number and its echelon, with its canonical form.
        short: branch words that stand for a whole unit after a number (*the 82nd Airborne*).
        abbreviations: word to branch (or ``None``) and echelon, under the spelling that is accepted.
        sides: phrases that name a side, with its code or ``None``.
        context, people, civil, generic: see the table.
    """

    echelons: Phrases[Echelon]
    branches: Phrases[str]
    inner: dict[str, str]
    short: frozenset[str]
    abbreviations: dict[str, tuple[str | None, str]]
    sides: Phrases[str | None]
    side_words: frozenset[str]
    context: frozenset[str]
    people: frozenset[str]
    civil: frozenset[str]
    generic: frozenset[str]
    echelon_words: frozenset[str]

    def title(self, words: Sequence[str]) -> str:
        """These words in the canonical form of a name: American spelling, capitals, no quotation marks."""
        text = ""
        for word in words:
            norm = normalise(word)
            if norm in _MARKS:
                continue
            form = self.inner.get(norm) or (word.capitalize() if norm in self.echelon_words else word)
            text += form if not text or norm == "-" or text.endswith("-") else f" {form}"
        return text

    def branch(self, norms: list[str]) -> str | None:
        """The arm of service that these words tell; the one nearest to the echelon where there are several."""
        hits = list(self.branches.find([norm for norm in norms if norm != "-"]))
        return hits[-1].value if hits else None


# A lone "marine" or "tank" after an ordinal counts men or things; these stand for the unit.
_SHORT = frozenset({"mechanized", "mechanised", "airborne", "infantry", "cavalry", "armored", "armoured", "assault", "marines"})


def _echelon_entries(rows: list[Row]) -> list[tuple[str, Echelon]]:
    entries = []
    for row in rows:
        kind = row["kind"].split()[0]
        if kind in ("firm", "loose", "bound", "grouping") or row["kind"] == "generic echelon":
            for place, word in enumerate(row.many("word")):
                entries.append((word, Echelon(row["value"], kind, plural=place == 1)))
    return entries


def _abbreviation(row: Row) -> tuple[str, tuple[str | None, str]]:
    branch, _, echelon = row["value"].rpartition(" ")
    return row["word"], (branch or None, echelon)


def read_unit_words(cut: Cut, path: Path | None = None) -> UnitWords:
    """Read the table.

    Raises:
        LexiconError: the table is missing or broken.
    """
    rows = read_table(path or "unit_words.tsv", _COLUMNS)

    def of(kind: str) -> list[Row]:
        return [row for row in rows if row["kind"] == kind]

    def words(kind: str) -> frozenset[str]:
        return frozenset(row["word"] for row in of(kind))

    branches = [(normalise(row["word"]), row["value"]) for row in of("branch")]
    inner = {word: word.capitalize() for phrase, _ in branches for word in cut(phrase) if word != "-"}
    inner |= {row["word"]: row["value"] for row in of("qualifier")}
    echelons = _echelon_entries(rows)
    sides = Phrases([(row["word"], row["value"] or None) for row in of("side")], cut)
    phrases: Phrases[str] = Phrases((), cut)
    for phrase, value in branches:
        phrases.add([word for word in cut(phrase) if word != "-"], value)
    return UnitWords(
        echelons=Phrases(echelons, cut),
        branches=phrases,
        inner=inner,
        short=_SHORT,
        abbreviations=dict(_abbreviation(row) for row in of("abbreviation")),
        sides=sides,
        side_words=frozenset(cut(row["word"])[-1] for row in of("side")),
        context=words("context"),
        people=words("people"),
        civil=words("civil"),
        generic=words("generic"),
        echelon_words=frozenset(cut(word)[0] for word, _ in echelons),
    )
