"""Where single characters stand in a text."""

from __future__ import annotations


def find_signs(signs: str, text: str) -> list[int]:
    """The offsets at which any of these characters stands, in order.

    A search for each takes a fraction of the time that a look at every character of the text takes.
    """
    found: list[int] = []
    plain = text.isascii()
    for sign in signs:
        if plain and sign > "\x7f":
            continue
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    found.sort()
    return found
