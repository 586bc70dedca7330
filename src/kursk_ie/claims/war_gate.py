"""Whether a text is about armed conflict at all: accidents, crime, sport and business give no events."""

from __future__ import annotations

from kursk_ie.claims.context import Lexis
from kursk_ie.claims.reading import Reading

_KINDS = frozenset({"fighter", "munition", "formation", "strike", "sign"})


def is_about_war(reading: Reading, lexis: Lexis) -> bool:
    """Two different words of war, or one with a unit or a side; and more of them than of sport or business."""
    norms = set(reading.tokens.norms)
    peace = len(norms & lexis.words["peace"])
    war = len(norms & lexis.words["war"]) + sum(
        lexis.kinds.get(norm) in _KINDS for norm in norms - lexis.words["war"]
    )
    if war < 2 and not (war and (reading.units or reading.sides)):
        return False
    return peace < _MANY or war > peace


_MANY = 3  # words of sport or business that make a text one of these, unless it has more of war
