"""Whether a text is about armed conflict at all: accidents, crime, sport and business give no events."""

from __future__ import annotations

from kursk_ie.claims.context import Lexis
from kursk_ie.claims.reading import Reading

_KINDS = frozenset({"fighter", "munition", "formation", "strike", "sign"})
_WAR_WORDS = frozenset(
    """war troops military army soldiers soldier militants rebels insurgents airstrike airstrikes shelling frontline
    offensive ceasefire truce invasion occupied missile missiles drone drones artillery brigade battalion kremlin
    pentagon casualties militia militias junta gunmen fighters bombardment warplanes battlefield wartime sanctions
    prisoners hostages regiment servicemen paratroopers mercenaries occupiers""".split()
)


def is_about_war(reading: Reading, lexis: Lexis) -> bool:
    """Two different words of war, or a military unit or an armed side with one."""
    found: set[str] = set()
    for norm in set(reading.tokens.norms):
        if norm in _WAR_WORDS or lexis.kinds.get(norm) in _KINDS:
            found.add(norm)
            if len(found) >= 2:
                return True
    return bool(found) and bool(reading.units or reading.sides)
