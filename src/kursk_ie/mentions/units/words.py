"""The words that unit names are made of, read from ``models/unit_words.tsv``, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens, normalise

_COLUMNS: Final = ("word", "kind", "value", "example")
_ECHELONS: Final = ("firm", "loose", "bound", "grouping", "generic echelon")
Style = Literal["ordinal", "plain", "roman", "spelled"]

_MARKS: Final = frozenset("\"'“”„«»()*")
ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_ORDINAL: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


class Echelon(NamedTuple):
    """A level of command.

    Attributes:
        name: canonical name, such as ``corps``.
        title: its part of a unit's name, such as ``Army Corps``.
        kind: how strongly its word tells a unit, see the table.
        plural: whether the word is a plural.
    """

    name: str
    title: str
    kind: str
    plural: bool


def ordinal_number(norm: str) -> str | None:
    """``"94"`` for ``94th``; ``None`` for anything else."""
    found = _ORDINAL.fullmatch(norm)
    return found[1] if found else None


def number_width(tokens: Tokens, at: int) -> int:
    """How many words the number that begins at word ``at`` has: *94th* one, *94-th* three."""
    hyphen = at + 2 < len(tokens) and tokens.norms[at + 1] == "-"
    return 3 if hyphen and tokens.norms[at + 2] in ENDINGS else 1


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
        side_words, side_adjectives: the last words of these.
        numbers: words for numbers, as written, with digits and style.
        months, after_short, context, people, civil, generic: see the table.
    """

    echelons: Phrases[Echelon]
    branches: Phrases[str]
    inner: dict[str, str]
    short: frozenset[str]
    abbreviations: dict[str, tuple[str | None, str]]
    sides: Phrases[str | None]
    side_words: frozenset[str]
    side_adjectives: frozenset[str]
    numbers: dict[str, tuple[str, Style]]
    months: frozenset[str]
    after_short: frozenset[str]
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
            form = self.inner.get(norm, word)
            text += form if not text or norm == "-" or text.endswith("-") else f" {form}"
        return text

    def branch(self, norms: list[str]) -> str | None:
        """The arm of service that these words tell; of several the one nearest to the echelon."""
        hits = self.branches.find([norm for norm in norms if norm != "-"])
        return hits[-1][2] if hits else None


# A lone "marine" or "tank" after an ordinal counts men or things; these stand for the unit.
_SHORT: Final = frozenset(
    {
        "mechanized",
        "mechanised",
        "airborne",
        "infantry",
        "cavalry",
        "armored",
        "armoured",
        "assault",
        "marines",
    }
)


def _echelon_entries(rows: list[Row]) -> list[tuple[str, Echelon]]:
    entries = []
    for row in rows:
        if row["kind"] in _ECHELONS:
            forms = row.many("word")
            title = (forms[0] if " " in forms[0] else row["value"]).title()
            if row["kind"] == "grouping":
                title = "Group of Forces"  # translations of one term
            for place, word in enumerate(forms):
                entries.append((word, Echelon(row["value"], title, row["kind"], plural=place == 1)))
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

    numbers: dict[str, tuple[str, Style]] = {
        row["word"]: (row["value"], "spelled") for row in of("spelled number")
    }
    numbers |= {row["word"]: (row["value"], "roman") for row in of("roman number")}
    branches = [(normalise(row["word"]), row["value"]) for row in of("branch")]
    inner = {word: word.capitalize() for phrase, _ in branches for word in cut(phrase) if word != "-"}
    inner |= {row["word"]: row["value"] for row in of("qualifier")}
    echelons = _echelon_entries(rows)
    sides: Phrases[str | None] = Phrases((), cut)
    side_words = set()
    for row in of("side") + of("side adjective"):
        side = [normalise(word) for word in cut(row["word"].upper())]  # "u.s." is one word only in capitals
        sides.add(side, row["value"] or None)
        side_words.add(side[-1])
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
        side_words=frozenset(side_words),
        side_adjectives=frozenset(row["word"].split()[-1] for row in of("side adjective")),
        numbers=numbers,
        months=words("month"),
        after_short=words("after short"),
        context=words("context"),
        people=words("people"),
        civil=words("civil"),
        generic=words("generic"),
        echelon_words=frozenset(cut(word)[0] for word, _ in echelons),
    )
