"""One walk over one text: which of its names are used as locations, and which names unknown to us are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kursk_ie.mentions.gazetteer.names import Gazetteer, PlaceName, is_known_city
from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.places.context import PlaceContext
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.mentions.places.generics import GenericNouns
from kursk_ie.mentions.places.names import UnknownNames
from kursk_ie.mentions.places.words import Generic, PlaceWords, sentence_start, title_case
from kursk_ie.results import Feature
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_ENDS: Final = frozenset(
    ". ; , and in on near were at from since after before during overnight early late last this "
    "north south east west northeast northwest southeast southwest".split()
)
_TOWARDS: Final = ("direction", "axis")  # a sector of the front, named after the town it leads to


@dataclass(frozen=True, slots=True)
class PlaceLexicons:
    """What a reading looks names and words up in; ``actors`` are the names that act as well as locate."""

    gazetteer: Gazetteer
    words: PlaceWords
    generics: GenericNouns
    context: PlaceContext
    unknown: UnknownNames
    actors: set[str]


class PlaceReading:
    """One walk over one text; ``done`` is the first word not yet decided on."""

    def __init__(self, known: PlaceLexicons, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> None:
        self.drafts: list[Draft] = []
        self.named: list[GazetteerRow] = []
        self.done = 0
        self._tokens = tokens
        self._taken = {i for start, end in taken for i in range(start, end)}
        self._gazetteer = known.gazetteer
        self._context = known.context
        self._unknown = known.unknown
        self._words = known.words
        self._generics = known.generics
        self._actors = known.actors
        self._countries: set[str] | None = None

    def read(self, i: int) -> None:
        """Decide on what stands at word ``i``: a known name, or a word that points to an unknown one."""
        found = self._gazetteer.find(self._tokens, i)
        town = self._town_at(i, i if found is None else found[0])
        if found is not None and self._is_free(i, found[0]):
            if town is None or found[1].stop or not self._town(i, town[0], town[1]):
                self._known(i, found[0], found[1])
        elif (unknown := self._unknown.beside(self._tokens, i, self.done)) is not None:
            self._accept_unknown(unknown[0], unknown[1], unknown[2])
        elif town is not None:
            self._town(i, town[0], town[1])

    def _spoken_of(self) -> set[str]:
        """The countries that the text speaks of."""
        if self._countries is None:
            self._countries = self._gazetteer.countries(self._tokens)
        return self._countries

    def _town_at(self, i: int, end: int) -> tuple[int, PlaceName] | None:
        """A name of the packs that goes beyond word ``end``."""
        tokens = self._tokens
        if not self._gazetteer.longest(tokens.words[i]) or tokens.norms[i] in self._unknown.plain:
            return None
        found = self._gazetteer.town(tokens, i, end, self._spoken_of)
        return found if found is not None and self._is_free(i, found[0]) else None

    def _town(self, start: int, end: int, name: PlaceName) -> bool:
        """Take a name of the packs where the words beside it tell a place, and none a person."""
        tokens, context = self._tokens, self._context
        if context.part_of_name(tokens, start, end, self._unknown.plain) or context.speaks(
            tokens, start, end
        ):
            return False
        if context.compound(tokens, start, end) and not self._in_chain(start, end):
            return False
        if context.runs_on(tokens, end, self._unknown.plain) or self._is_part_of_generic(end):
            return False
        if not self._is_told(start, end, name) or self._unknown.is_person(tokens, start, end):
            return False
        self.done = end
        self._accept(Draft(start, end, self._generics.reach(self._tokens, end), packed=name.rows))
        return True

    def _is_part_of_generic(self, end: int) -> bool:
        """Whether a generic noun makes the name another place's: *Ivankiv district*, *Shevchenko street*."""
        generic = self._generics.at(self._tokens, end)
        return generic is not None and (generic[1].belongs == "yes" or generic[1].feature == "facility")

    def _is_told(self, start: int, end: int, name: PlaceName) -> bool:
        """Whether the text says that a name of the packs is a place."""
        tokens, context = self._tokens, self._context
        owners = self._owners_after(end)
        if any((row.country, row.admin1) in owners or (row.country, "") in owners for row in name.rows):
            return True
        if name.common:
            return is_known_city(name) and context.inside(tokens, start, end)
        town = any(row.feature == "settlement" for row in name.rows)
        if self._continues_list(start) or (town and (owners or context.dateline(tokens, start, end))):
            return True
        if title_case(tokens, start):
            return False
        return context.situated(tokens, start, name) or (town and context.is_struck(tokens, end))

    def _owners_after(self, end: int) -> set[tuple[str, str]]:
        """Country and region of what follows word ``end``: *Victory, Sumy Oblast*, *Victory in Sumy Oblast*."""
        tokens = self._tokens
        if end + 1 >= len(tokens) or tokens.norms[end] not in (",", "in"):
            return set()
        found = self._gazetteer.find(tokens, end + 1)
        rows = found[1].rows if found is not None else ()
        return {
            (row.country, row.admin1 if row.feature == "region" else "")
            for row in rows
            if row.feature == "region" or (row.feature == "country" and tokens.words[end] == ",")
        }

    def _packed(self, start: int, end: int) -> Sequence[GazetteerRow]:
        """The towns of exactly this name in the packs; where there are none, its regions."""
        if not self._gazetteer.longest(self._tokens.words[start]):
            return ()
        name = self._gazetteer.packed(self._tokens, start, end, self._spoken_of)
        if name is None:
            return ()
        return [row for row in name.rows if row.feature == "settlement"] or name.rows

    def _is_free(self, start: int, end: int) -> bool:
        return not self._taken or not any(i in self._taken for i in range(start, end))

    def _known(self, start: int, end: int, name: PlaceName) -> None:
        self.done = end
        if name.stop:
            return
        extension = self._generics.extension(self._tokens, end, name)
        if extension is not None and self._context.is_body(self._tokens, extension[0]):
            self.done = extension[0]
        elif extension is not None:
            self._extend(start, end, name, *extension)
        elif self._is_place(start, end, name):
            rows = self._generics.region(self._tokens, start, end) or name.rows
            towns = not name.is_country and any(row.feature == "settlement" for row in rows)
            packed = self._packed(start, end) if towns else ()
            self._accept(Draft(start, end, self._generics.reach(self._tokens, end), rows, packed=packed))
        else:
            self.named.extend(row for row in name.rows if row.feature == "country" and len(name.rows) == 1)

    def _extend(self, start: int, end: int, name: PlaceName, stop: int, generic: Generic) -> None:
        stem = " ".join(self._tokens.norms[start:end])
        rows = self._gazetteer.by_stem(stem, generic.feature)
        if self._tokens.norms[stop - 1] in _TOWARDS:
            rows = name.rows
        elif not rows:
            kinds = ("region", "water", "other") if generic.feature == "region" else (generic.feature,)
            rows = [row for row in name.rows if row.feature in kinds]
        around = () if generic.feature == "district" else name.rows
        self._accept(Draft(start, stop, stop, rows, generic.feature, around))
        self.done = stop

    def _is_place(self, start: int, end: int, name: PlaceName) -> bool:
        tokens, context = self._tokens, self._context
        if self._acts_too(start, end, name):
            return self._is_location(start, end, name)
        if context.part_of_name(tokens, start, end, self._unknown.plain):
            return False
        if context.speaks(tokens, start, end):
            return False
        if context.compound(tokens, start, end) and not self._in_chain(start, end):
            return False
        if name.weak:
            return (
                context.locative(tokens, start)
                or context.dateline(tokens, start, end)
                or self._continues_list(start)
                or bool(self._owners_after(end))
            )
        return True

    def _acts_too(self, start: int, end: int, name: PlaceName) -> bool:
        return name.is_country or " ".join(self._tokens.norms[start:end]) in self._actors

    def _is_location(self, start: int, end: int, name: PlaceName) -> bool:
        tokens, context = self._tokens, self._context
        if context.part_of_name(tokens, start, end, self._unknown.plain):
            return False
        if context.located(tokens, start, end, name, self._owns_place(end, name)):
            return True
        if context.compound(tokens, start, end) or context.acts(tokens, end):
            return False
        if end < len(tokens) and tokens.norms[end] in ("'s", "'"):
            return False
        if not self._continues_list(start) or name.acronym:
            return False
        last = self.drafts[-1]
        if tokens.words[start - 1] == "," and self._holds(name, last):
            return self._unknown.closes(tokens, end)
        return self._is_country(last) and not title_case(tokens, start)

    def _holds(self, name: PlaceName, draft: Draft) -> bool:
        """Whether the place before a comma may lie in the country after it: *Kharkiv, Ukraine*."""
        inside = {row.country for row in name.rows}
        rows = [*draft.rows, *draft.packed]
        return not rows or any(row.country in inside for row in rows)

    def _is_country(self, draft: Draft) -> bool:
        words = self._tokens.norms[draft.start : draft.end]
        return any(row.feature == "country" for row in draft.rows) or " ".join(words) in self._actors

    def _in_chain(self, start: int, end: int) -> bool:
        """Whether the hyphen joins two places: *the Svatove-Kreminna line*."""
        words = self._tokens.words
        if self.drafts and self.drafts[-1].end == start - 1:
            return True
        return end + 1 < len(words) and words[end] in ("-", "–") and capitalised(words[end + 1])

    def _owns_place(self, end: int, owner: PlaceName) -> bool:
        """Whether a possessive and then a place's name follow: *Russia's western Kursk region*."""
        tokens = self._tokens
        if end + 1 >= len(tokens) or tokens.norms[end] not in ("'s", "'"):
            return False
        k = self._context.past_modifiers(tokens, end + 1)
        if k < len(tokens) and (generic := self._words.of.at(tokens.norms, k)) is not None:
            k = generic[0]
        if k >= len(tokens) or not capitalised(tokens.words[k]):
            return False
        found = self._gazetteer.find(tokens, k)
        if found is not None:
            inside = {row.country for row in owner.rows} | {""}
            return not found[1].is_country and any(row.country in inside for row in found[1].rows)
        stop = self._unknown.name_at(tokens, k)
        return stop is not None and self._generics.at(self._tokens, stop) is not None

    def _continues_list(self, start: int) -> bool:
        return bool(self.drafts) and self._context.continues(self._tokens, start, self.drafts[-1].reach)

    def _accept(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._list_on(draft)

    def _accept_unknown(self, start: int, end: int, feature: Feature) -> None:
        if start < self.done or not self._is_free(start, end) or self._is_known(start, end):
            return
        if self._context.runs_on(self._tokens, end, self._unknown.plain):
            return
        generic = self._generics.at(self._tokens, end)
        if generic is not None and generic[1].belongs == "yes" and capitalised(self._tokens.words[end]):
            end, feature = generic[0], generic[1].feature
        self.done = end
        packed = self._packed(start, end) if feature == "settlement" else ()
        self._accept(Draft(start, end, self._generics.reach(self._tokens, end), (), feature, packed=packed))

    def _is_known(self, start: int, end: int) -> bool:
        """Whether the gazetteer or the stops hold the whole name, which then is judged as theirs."""
        known = self._gazetteer.find(self._tokens, start)
        return known is not None and (known[1].stop or known[1].is_country or known[0] >= end)

    def _list_on(self, draft: Draft) -> None:
        """Take unknown names that go on a list of places: *Sudzha, X and Y*."""
        tokens = self._tokens
        start = draft.reach
        start += start < len(tokens) and tokens.norms[start] == ","
        start += start < len(tokens) and tokens.norms[start] in ("and", "or")
        if start == draft.reach or start >= len(tokens) or sentence_start(tokens, start):
            return
        if tokens.norms[start].endswith("ing") and title_case(tokens, start):
            return  # "Drones Fall on Kyiv, Sowing Fear"
        end = self._unknown.name_at(tokens, start)
        if end is None or self._is_known(start, end) or not self._ends_item(draft, end):
            return
        generic = self._generics.at(self._tokens, end)
        if generic is not None and generic[1].belongs == "yes":
            end = generic[0]
        if not self._unknown.is_person(tokens, start, end) and self._is_free(start, end):
            self.done = max(self.done, end)
            reach = self._generics.reach(self._tokens, end)
            self._accept(Draft(start, end, reach, packed=self._packed(start, end)))

    def _ends_item(self, draft: Draft, end: int) -> bool:
        """Whether the list goes on or closes after an unknown item, which then begins no new clause."""
        tokens = self._tokens
        if self._generics.at(self._tokens, end) is not None:
            return True
        if draft.rows and draft.rows[0].feature not in ("settlement", "district"):
            return False
        if tokens.norms[draft.reach] == "," and tokens.norms[draft.reach + 1] != "and":
            return end + 1 < len(tokens) and (
                tokens.norms[end] == "and"
                or (
                    tokens.norms[end] == ","
                    and (capitalised(tokens.words[end + 1]) or tokens.norms[end + 1] == "and")
                )
            )
        return end >= len(tokens) or tokens.norms[end] in _ENDS
