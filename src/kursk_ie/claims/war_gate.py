"""Whether a text is about armed conflict at all: accidents, crime, sport and business give no events."""

from __future__ import annotations

from kursk_ie.claims.codes import opponents
from kursk_ie.claims.context import Lexis
from kursk_ie.claims.reading import Reading


def is_about_war(reading: Reading, lexis: Lexis) -> bool:
    """More words of war than of peace, where two enemies named count as two and a unit as one.

    One word of war alone is enough only beside a side or a unit.
    """
    norms = set(reading.tokens.norms)
    war = len(norms & lexis.warlike) + 2 * _names_enemies(reading) + bool(reading.units)
    if war < 2 and not (war and reading.sides):
        return False
    return war > len(norms & lexis.words["peace"])


def _names_enemies(reading: Reading) -> bool:
    sides = {side.code for side in reading.sides}
    return any(rival in sides for side in sides for rival in opponents().get(side, ()))
