"""Generic nouns after a name, and what they make of it: *Kursk border region*, *a Kursk village*."""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.gazetteer.names import Gazetteer, PlaceName
from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.places.words import Generic, PlaceWords, joined
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_OF_REGION: Final = frozenset(("governor", "village", "villages"))
_SIDES: Final = frozenset(
    ("western", "eastern", "northern", "southern", "northeastern", "southeastern", "northwestern")
)
_TOWNS: Final = ("settlement", "district")  # *Nyala airport* is a name, *Caribbean island* is none


class GenericNouns:
    """Reads the generic nouns beside a name; keeps nothing of a text."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer = gazetteer
        self._after = words.after

    def extension(self, tokens: Tokens, end: int, name: PlaceName) -> tuple[int, Generic] | None:
        """The generic noun after a name that belongs to it: *Kursk* + *border region*."""
        if end >= len(tokens) or tokens.breaks[end] > 0 or joined(tokens, end):
            return None
        if name.is_country and not any(row.feature != "country" for row in name.rows):
            return None
        found = self._after.at(tokens.norms, end)
        if found is None or found[1].belongs == "no":
            return None
        written = capitalised(tokens.words[end])
        if found[1].belongs in ("written", "named") and not written:
            return None
        if found[1].feature != "region" and not written and not any(r.feature in _TOWNS for r in name.rows):
            return None
        return found

    def region(self, tokens: Tokens, start: int, end: int) -> list[GazetteerRow]:
        """The region that a city's bare name stands for: *western Kursk*, *a Kursk village*, *Kursk's governor*."""
        norms = tokens.norms
        after = norms[end] if end < len(norms) else ""
        owned = after in ("'s", "'") and (
            not _OF_REGION.isdisjoint(norms[end + 1 : end + 4]) or self._names_district(tokens, end + 1)
        )
        if owned or after in _OF_REGION or (start > 0 and norms[start - 1] in _SIDES):
            return self._gazetteer.by_stem(" ".join(norms[start:end]), "region")
        return []

    def _names_district(self, tokens: Tokens, i: int) -> bool:
        found = self._gazetteer.find(tokens, i) if i < len(tokens) else None
        return found is not None and any(row.feature == "district" for row in found[1].rows)

    def at(self, tokens: Tokens, i: int) -> tuple[int, Generic] | None:
        """The generic noun that begins at word ``i``, and its end."""
        return self._after.at(tokens.norms, i) if i < len(tokens) else None

    def reach(self, tokens: Tokens, end: int) -> int:
        """End of the generic nouns after a name that stay out of it: *X village*."""
        found = self.at(tokens, end)
        return found[0] if found is not None and found[1].belongs == "no" else end
