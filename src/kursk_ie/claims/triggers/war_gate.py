"""Whether a text is about armed conflict at all: accidents, crime, politics, sport and business give no events."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Lexis
from kursk_ie.claims.reading import Reading

_CHANCE: Final = (
    150  # different words among which one of war stands by chance, as in a long text on an election
)


def is_about_war(reading: Reading, lexis: Lexis) -> bool:
    """More words of war than of peace and chance.

    Two enemies named count as two words, a unit and a word that tells war by itself as one more. One word of war alone
    is enough only beside a side or a place in a land at war.
    """
    sides = {side.code for side in reading.sides}
    norms = set(reading.tokens.norms)
    war = len(norms & lexis.warlike) + 2 * lexis.opponents.among(sides) + bool(reading.units)
    war += not norms.isdisjoint(lexis.words["unmistakable"])
    if war < 2 and not (war and (sides or _is_set_in_war(reading, lexis))):
        return False
    return war > len(norms & lexis.words["peace"]) + len(norms) // _CHANCE


def _is_set_in_war(reading: Reading, lexis: Lexis) -> bool:
    """Whether a place named lies in a country that fights, on its own ground or not."""
    return any(place.mention.country in lexis.opponents.belligerents for place in reading.places)
