"""First-level regions: the codes and spellings of the sources, brought to the names of models/places.tsv."""

from __future__ import annotations

import re
from typing import Final

from kursk_ie.mentions.gazetteer.fold import fold, plain_letters
from kursk_ie.text.tables import read_table

_GENERIC: Final = re.compile(
    r"\b(oblast|region|krai|kray|territory|republic|of|the|okrug|autonomous|province|governorate|state|city|respublika|"
    r"avtonomny[iy]|voblast|county|department|district|prefecture|federal)\b|['’ʼ]"
)


class Regions:
    """Names of countries and regions for the codes of GeoNames."""

    def __init__(self) -> None:
        """Read models/admin1.tsv.

        Raises:
            LexiconError: a table is missing or broken.
        """
        self._countries: dict[str, str] = {}
        self._regions: dict[tuple[str, str], str] = {}
        self._spelt: dict[tuple[str, str], str] = {}
        for row in read_table("admin1.tsv", ("cc", "country", "code", "name")):
            self._countries[row["cc"]] = row["country"]
            if row["code"]:
                self._regions[row["cc"], row["code"]] = row["name"]
                self.learn(row["country"], row["name"], row["name"])
        for row in read_table("places.tsv", ("name", "aliases", "country", "admin1", "feature")):
            if row["feature"] == "region" and row["admin1"] == row["name"]:
                for form in (row["name"], *row.many("aliases")):
                    self.learn(row["country"], form, row["name"])

    def country(self, cc: str) -> str | None:
        """ISO 3166-1 alpha-3 for alpha-2; ``None`` for what is no country's code."""
        return self._countries.get(cc)

    def region(self, cc: str, given: str) -> str:
        """Name of the region with this GeoNames code or under any spelling; empty where unknown."""
        known = self._regions.get((cc, given))
        if known is None:
            known = self._spelt.get((self._countries.get(cc, ""), region_key(given)), "")
        return known

    def learn(self, country: str, spelling: str, name: str) -> None:
        """Note another spelling of a region."""
        key = region_key(spelling)
        if key:
            self._spelt.setdefault((country, key), name)


def region_key(name: str) -> str:
    """What the spellings of a region share: *Dnipropetrovs'k*, *Dnipropetrovsk Oblast*."""
    bare = _GENERIC.sub(" ", plain_letters(name).lower()).strip()
    return fold(bare) or bare
