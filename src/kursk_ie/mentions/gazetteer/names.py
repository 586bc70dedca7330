"""The gazetteer: tables of places, packs of many more, and the look-up of their names in a text.

Every table has the columns of models/places.tsv, so that a user adds a theatre with a file. Names are looked
up by their normalised words, which finds *KYIV* in a dateline too; then the capitals are compared. The tables hold
what the news of a theatre names; the packs hold towns of the world and villages by the ten thousand, which count
only in a text that speaks of their country.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from kursk_ie.mentions.gazetteer.fold import fold
from kursk_ie.mentions.gazetteer.pack import Pack
from kursk_ie.mentions.gazetteer.rows import COLUMNS, GazetteerRow, read_row
from kursk_ie.results import Feature
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens, normalise
from kursk_ie.text.wordclasses import capitalised

Spoken = Callable[[], Collection[str]]  # the countries that a text speaks of, found when they are asked for

_SURNAME_ENDINGS: Final = ("ov", "sky", "skiy", "skyi", "enko")
_SURNAME_COUNTRIES: Final = ("RUS", "UKR", "BLR")
_PARTICLES: Final = frozenset(
    "de del di da do la le las los el al sur am an der den na nad pod pri and of on the upon y e i a o u en du".split()
)
_WORDS_KEPT: Final = 1 << 16
_KNOWN_CITY: Final = 100_000  # so many people make a city known to readers of any country


class PlaceName:
    """What a form may stand for.

    Attributes:
        rows: the places of that name; none for a stop.
        capitals: for each word, whether a writer capitalises it.
        acronym: whether it is written in capitals throughout (*US* is no *us*).
        weak: a person or a word before it is a place: counts only beside locative evidence.
        stop: the form is no place at all, such as an outlet that bears a city's name.
        common: an ordinary word or a person's name too: counts only where the text says that it is a place.
    """

    __slots__ = ("acronym", "capitals", "common", "rows", "stop", "weak")

    def __init__(
        self, capitals: list[bool], acronym: bool, rows: list[GazetteerRow], common: bool = False
    ) -> None:
        self.capitals = capitals
        self.acronym = acronym
        self.rows = rows
        self.weak = False
        self.stop = False
        self.common = common

    @property
    def is_country(self) -> bool:
        """Whether the name may be a country's."""
        return any(row.feature == "country" for row in self.rows)


class Gazetteer:
    """Names of places and of what only looks like one, over the words of a text."""

    def __init__(
        self, cut: Cut, generics: Iterable[str], tables: Iterable[Path | str], packs: Iterable[Path] = ()
    ) -> None:
        """Read the tables and packs.

        Args:
            cut: cuts a name as the pipeline's tokenizer does.
            generics: nouns such as *oblast*; the stem of a name that ends in one is stored too.
            tables: files with the columns of models/places.tsv.
            packs: files that ``kursk-ie places build`` made.

        Raises:
            LexiconError: a table or pack is missing or broken; the message names file and line.
        """
        self._cut = cut
        self._packs = [Pack(path) for path in packs]
        self._generics = frozenset(generics)
        self._names: dict[tuple[str, ...], PlaceName] = {}
        self._stems: dict[tuple[str, Feature], list[GazetteerRow]] = {}
        for table in tables:
            for line in read_table(table, COLUMNS):
                row = read_row(line)
                for form in (row.name, *line.many("aliases")):
                    self._add(form, row)
        self._mark_surnames()
        for line in read_table("place_stops.tsv", ("form", "kind")):
            self._mark(line["form"], line["kind"])
        self._trie: Phrases[PlaceName] = Phrases((), cut)
        for words, name in self._names.items():
            self._trie.add(words, name)
        self.first_words = frozenset(words[0] for words in self._names)
        self._peoples = _peoples()
        self._folds: dict[str, list[GazetteerRow]] = {}
        self._longest: dict[str, int] = {}  # by words of texts, see `longest`

    def find(self, tokens: Tokens, start: int) -> tuple[int, PlaceName] | None:
        """The longest name at word ``start`` whose capitals fit: its end and what it may stand for."""
        stop: int | None = None
        while (found := self._trie.at(tokens.norms, start, stop)) is not None:
            end, name = found
            if _is_written(tokens, start, end, name):
                return found
            if end - 1 <= start:
                return None
            stop = end - 1
        return None

    def longest(self, word: str) -> int:
        """How many words the longest name of the packs has that may begin with this word of a text; 0 for none."""
        if not capitalised(word):
            return 0
        known = self._longest.get(word)
        if known is not None:
            return known
        if len(self._longest) > _WORDS_KEPT:
            self._longest.clear()
        longest, norm = 0, normalise(word)
        for pack in self._packs:
            longest = max(longest, pack.longest(norm))
        self._longest[word] = longest
        return longest

    def town(
        self, tokens: Tokens, start: int, beyond: int, spoken_of: Spoken
    ) -> tuple[int, PlaceName] | None:
        """The longest name of the packs at word ``start`` that goes beyond word ``beyond``: end and places.

        Which places, see `packed`.
        """
        words = tokens.words
        last = start
        limit = min(start + self.longest(words[start]), len(words))
        while last < limit and _may_name(words[last]):
            last += 1
        for end in range(last, beyond, -1):
            if words[end - 1] != ",":  # no name ends so
                name = self._packed(" ".join(tokens.norms[start:end]), spoken_of)
                if name is not None:
                    return end, name
        return None

    def packed(self, tokens: Tokens, start: int, end: int, spoken_of: Spoken | None) -> PlaceName | None:
        """The places of the packs with exactly this name, in the countries spoken of or known everywhere.

        ``spoken_of`` of ``None`` takes those of all countries.
        """
        if not all(_may_name(word) for word in tokens.words[start:end]):
            return None
        return self._packed(" ".join(tokens.norms[start:end]), spoken_of)

    def _packed(self, key: str, spoken_of: Spoken | None) -> PlaceName | None:
        rows: list[GazetteerRow] = []
        common = False
        for pack in self._packs:
            named = pack.named(key)
            earlier = tuple(rows) if named else ()
            for row, is_common in named:
                known = spoken_of is None or row.population >= _KNOWN_CITY or row.country in spoken_of()
                if known and not any(row.repeats(other) for other in earlier):
                    rows.append(row)
                    common = common or is_common
        return PlaceName([], False, rows, common=common) if rows else None

    def countries(self, tokens: Tokens) -> set[str]:
        """The countries that a text speaks of, by their names, peoples, regions or towns."""
        norms, peoples = tokens.norms, self._peoples
        found: set[str] = set()
        done = 0
        for start, word in enumerate(tokens.words):
            if start < done or not capitalised(word):  # the first word only: *Kursk region*
                continue
            if norms[start] in peoples:
                found.add(peoples[norms[start]])
            known = self._trie.at(norms, start)
            if known is not None:
                done, name = known
                country = name.rows[0].country if name.rows else ""
                if country and all(row.country == country for row in name.rows):
                    found.add(country)
        return found

    def like(self, name: str) -> list[GazetteerRow]:
        """Settlements of which a spelling has the same `fold` key as this name."""
        key = fold(name)
        if not key:
            return []
        if not self._folds:
            for words, known in self._names.items():
                for row in known.rows:
                    if row.feature == "settlement":
                        self._folds.setdefault(fold(" ".join(words)), []).append(row)
        return [*self._folds.get(key, ()), *(row for pack in self._packs for row in pack.like(key))]

    def by_stem(self, stem: str, feature: Feature) -> list[GazetteerRow]:
        """The places of this kind with that stem: *kursk* and ``region`` give Kursk Oblast."""
        return self._stems.get((stem, feature), [])

    def _words(self, form: str) -> list[str]:
        return form.split() if form.replace(" ", "").isalpha() else list(self._cut(form))

    def _entry(self, form: str) -> PlaceName:
        words = self._words(form)
        capitals = [capitalised(word) for word in words]
        key = tuple(map(normalise, words))
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = PlaceName(capitals, form.isupper(), [])
        name.capitals = [a and b for a, b in zip(name.capitals, capitals, strict=True)]
        name.acronym = name.acronym and form.isupper()
        return name

    def _add(self, form: str, row: GazetteerRow) -> None:
        name = self._entry(form)
        if not any(row.id == other.id for other in name.rows):
            name.rows.append(row)
        stem, _, generic = normalise(form).rpartition(" ")
        if generic in self._generics:
            rows = self._stems.setdefault((stem, row.feature), [])
            if not any(row.id == other.id for other in rows):
                rows.append(row)

    def _mark_surnames(self) -> None:
        """Mark as weak what ends like a Slavic surname, unless a region is named after it (*Saratov*)."""
        regional = {stem for stem, feature in self._stems if feature == "region"}
        for words, name in self._names.items():
            if len(words) == 1 and words[0].endswith(_SURNAME_ENDINGS) and words[0] not in regional:
                name.weak = all(
                    row.feature == "settlement" and row.country in _SURNAME_COUNTRIES for row in name.rows
                )

    def _mark(self, form: str, kind: str) -> None:
        if kind == "weak":
            name = self._names.get(tuple(map(normalise, self._words(form))))
            if name is not None:
                name.weak = True
        elif kind not in ("word", "demonym"):
            self._entry(form).stop = True


def is_known_city(name: PlaceName) -> bool:
    """Whether readers of any country know a city of that name."""
    return any(row.feature == "settlement" and row.population >= _KNOWN_CITY for row in name.rows)


def _peoples() -> dict[str, str]:
    """Words for a state's people and things (*Sudanese*), with the code of the state."""
    found: dict[str, str] = {}
    for row in read_table("sides.tsv", ("code", "adjectives", "people", "kind")):
        if row["kind"] == "state":
            for word in (*row.many("adjectives"), *row.many("people")):
                if word.isalpha():
                    found[normalise(word)] = row["code"]
    return found


def _may_name(word: str) -> bool:
    """Whether a word may stand in a written name: no lower case but that of *de* or *upon*."""
    return capitalised(word) or not word[0].isalpha() or word in _PARTICLES


def _is_written(tokens: Tokens, start: int, end: int, name: PlaceName) -> bool:
    words = tokens.words
    if name.acronym:
        return all(word.isupper() or not word[0].isalpha() for word in words[start:end])
    return all(capitalised(words[at]) for at in range(start, end) if name.capitals[at - start])
