"""Building a pack: sources are read, their names spelt as the news spells them, and compiled."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kursk_ie.errors import LexiconError
from kursk_ie.mentions.gazetteer.pack import PackedPlace, write_pack
from kursk_ie.mentions.gazetteer.regions import Regions
from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.gazetteer.sources import SourcePlace, read_alternates, read_dump, read_table_places
from kursk_ie.mentions.gazetteer.spellings import Transliterator, arabic
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import models_path
from kursk_ie.text.tokens import normalise

SPELT = frozenset(("RU", "UA", "BY"))  # alternates elsewhere are in every language: only the first counts
_ARABIC = frozenset("AE BH DJ DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
_SHORTEST = 3
_SLAVIC_SURNAMES = ("ov", "ev", "sky", "skiy", "skyi", "skyy", "enko", "in")


def build_pack(
    out: Path,
    cut: Cut,
    dumps: Sequence[Path] = (),
    tables: Sequence[Path] = (),
    alternates: Path | None = None,
) -> int:
    """Build a pack from dumps and tables; how many places it holds.

    Args:
        cut: cuts a name into words as the pipeline's tokenizer does.
        alternates: GeoNames' file of alternate names, for the places of the dumps.

    Raises:
        LexiconError: a source is missing, broken or holds no place; the message names file, line and mend.
        MissingExtraError: the extra ``places`` is not installed.
    """
    regions = Regions()
    more: Mapping[str, Sequence[str]] = {}
    for dump in dumps:
        for place in read_dump(dump):
            if place.feature == "region" and (country := regions.country(place.cc)):
                name = regions.region(place.cc, place.admin1) or place.name
                for spelling in (place.name, *place.names):
                    regions.learn(country, spelling, name)
    if alternates is not None:
        more = read_alternates(alternates, (place.id for dump in dumps for place in read_dump(dump)))
    sources = _sources(dumps, tables)
    places = Speller(cut, regions).places(sources, more)
    about = {"sources": [path.name for path in (*dumps, *tables)], "licence": "that of the sources"}
    count = write_pack(out, places, read_common(), about)
    if not count:
        out.unlink()
        raise LexiconError(
            "source-no-places", "the sources hold no place that the library uses: check the files"
        )
    return count


def _sources(dumps: Sequence[Path], tables: Sequence[Path]) -> Iterator[SourcePlace]:
    for dump in dumps:
        yield from read_dump(dump)
    for table in tables:
        yield from read_table_places(table)


class Speller:
    """Gives places the names under which a text may hold them."""

    def __init__(self, cut: Cut, regions: Regions) -> None:
        self._cut = cut
        self._regions = regions
        self._transliterator = Transliterator()

    def places(
        self, sources: Iterable[SourcePlace], more: Mapping[str, Sequence[str]]
    ) -> Iterator[PackedPlace]:
        """Each place once, with its names; ``more`` holds further names by id."""
        seen: set[str] = set()
        for place in sources:
            country = self._regions.country(place.cc)
            if country is None or place.id in seen:
                continue
            seen.add(place.id)
            names = self._names(place, [*place.names, *more.get(place.id, ())])
            if names:
                yield PackedPlace(self._row(place, country, names[0][1]), [key for key, _ in names])

    def _row(self, place: SourcePlace, country: str, name: str) -> GazetteerRow:
        admin1 = self._regions.region(place.cc, place.admin1)
        if place.feature == "region":
            name = admin1 or name
        return GazetteerRow(
            place.id,
            name,
            country,
            admin1,
            place.feature,
            round(place.latitude, 4),
            round(place.longitude, 4),
            place.population,
            exact=place.exact,
        )

    def _names(self, place: SourcePlace, others: Sequence[str]) -> list[tuple[str, str]]:
        """Key and form of each name that a text can hold."""
        forms = self._transliterator.spellings(place.name, others if place.cc in SPELT else others[:1])
        if place.cc in _ARABIC:
            forms += [spelling for form in forms for spelling in arabic(form)]
        names: dict[str, str] = {}
        for form in forms:
            words = form.split(" ") if form.replace(" ", "").isalpha() else list(self._cut(form))
            key = " ".join(normalise(word) for word in words)
            if len(key) >= _SHORTEST and form[0].isalpha() and "|" not in key and "\t" not in key:
                names.setdefault(key, form)
        return list(names.items())


def read_common() -> Mapping[str, object]:
    """Names that are also ordinary words or persons' names, from models/common_names.txt.xz.

    Raises:
        LexiconError: the list is missing or damaged.
    """
    path = models_path() / "common_names.txt.xz"
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            return _Common(line.rstrip("\n") for line in file if not line.startswith("#"))
    except (OSError, lzma.LZMAError) as error:
        raise LexiconError("models-missing", f"cannot read {path}: reinstall kursk_ie") from error


class _Common(dict[str, None]):
    """Words and persons' names; what ends like a Slavic surname is one too."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(names))

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (
            isinstance(name, str) and " " not in name and name.endswith(_SLAVIC_SURNAMES)
        )
