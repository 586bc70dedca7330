"""A key that the spellings of one Slavic name share: *Pogrebki, Pohrebky*; *Guyevo, Huievo*.

It joins different names too, so it counts only for places near those that the text names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 5
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_LIGATURES: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i"})
_STEPS: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"shch|sch|szcz", "s"),
        (r"[csz]h|cz|sz|[sz]", "s"),
        (r"kh|gh|[gxh]", "h"),
        (r"ts|c", "s"),
        (r"[yij]+[oe]", "e"),
        (r"[yij]+", "i"),
        (r"i(?=[aue])", ""),
        (r"w", "v"),
        (r"[aou](?=v[aei]*$)", "o"),
        (r"[ie]v[kc](?=[aie]*$)", "ovk"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)[aeiou]+$", ""),
    )
)


def plain_letters(name: str) -> str:
    """Without accents: *Gorlová* is *Gorlova*."""
    if name.isascii():
        return name
    spread = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """The key; empty for a name too short to be told from its neighbours by it."""
    letters = _NO_LETTERS.sub("", plain_letters(name).lower())
    if len(letters) < _SHORTEST or not letters.isascii():
        return ""
    for pattern, to in _STEPS:
        letters = pattern.sub(to, letters)
    return letters
