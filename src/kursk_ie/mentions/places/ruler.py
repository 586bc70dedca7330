"""Places: gazetteer names judged by the words beside them, and names the gazetteer lacks.

A country or capital counts only where the text locates something there; a town, district or region counts
unless its neighbours make it a person's, a firm's or a team's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kursk_ie.mentions.found import Found
from kursk_ie.mentions.gazetteer.names import Gazetteer
from kursk_ie.mentions.gazetteer.pack import is_pack
from kursk_ie.mentions.places.context import PlaceContext
from kursk_ie.mentions.places.decisions import Decision
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.mentions.places.generics import GenericNouns
from kursk_ie.mentions.places.names import UnknownNames
from kursk_ie.mentions.places.reading import PlaceLexicons, PlaceReading
from kursk_ie.mentions.places.resolution import Scene, resolve
from kursk_ie.mentions.places.words import PlaceWords
from kursk_ie.results import Place
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import models_path
from kursk_ie.text.tokens import Tokens


class PlaceRuler:
    """Finds the PLACE mentions of a text and ties them to gazetteer rows."""

    def __init__(self, cut: Cut, gazetteer: Path | None = None) -> None:
        """Read the gazetteer and the word lists.

        Args:
            cut: cuts a phrase into words as the pipeline's tokenizer does.
            gazetteer: of the user's, read after ours: a pack that ``kursk-ie places build`` made, or a table with
                the columns of models/places.tsv.

        Raises:
            LexiconError: a table or pack is missing or broken.
        """
        words = PlaceWords(cut)
        tables: list[Path | str] = ["places.tsv"]
        packs = [models_path() / "world_places.pack"]
        if gazetteer is not None:
            (packs if is_pack(gazetteer) else tables).append(gazetteer)
        self._gazetteer = Gazetteer(cut, words.stems, tables, packs)
        unknown = UnknownNames(words)
        actors = words.classes.get("actor", set())
        generics = GenericNouns(self._gazetteer, words)
        self._lexicons = PlaceLexicons(self._gazetteer, words, generics, PlaceContext(words), unknown, actors)
        self._anchors = self._gazetteer.first_words | unknown.anchors

    def find(self, tokens: Tokens, taken: Sequence[tuple[int, int]] = ()) -> list[Found[Place]]:
        """The places of a text, in text order, outside the word ranges ``taken`` (units and the like)."""
        reading = self._read(tokens, taken)
        return resolve(tokens, reading.drafts, reading.named, self._gazetteer.like)

    def explain(self, context: Tokens, name: Tokens) -> Decision:
        """Which place a name is in a text, why, and what else it might be.

        Where the text holds the name, its first mention there is explained; else the name is taken to be one that the
        text might name next.
        """
        reading = self._read(context, ())
        drafts, norms = reading.drafts, name.norms
        index = next((i for i, d in enumerate(drafts) if context.norms[d.start : d.end] == norms), None)
        if index is None:
            context = _followed_by(context, name)
            start = len(context) - len(name)
            found = self._gazetteer.find(context, start)
            rows = found[1].rows if found is not None and found[0] == len(context) else ()
            packed = self._gazetteer.packed(context, start, len(context), None)
            drafts.append(
                Draft(start, len(context), len(context), rows, packed=packed.rows if packed else ())
            )
            index = len(drafts) - 1
        return Scene(context, drafts, reading.named).decide(self._gazetteer.like)[index]

    def _read(self, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> PlaceReading:
        reading = PlaceReading(self._lexicons, tokens, taken)
        anchors, gazetteer, words = self._anchors, self._gazetteer, tokens.words
        for i, norm in enumerate(tokens.norms):
            if i >= reading.done and (norm in anchors or gazetteer.longest(words[i])):
                reading.read(i)
        return reading


def _followed_by(context: Tokens, name: Tokens) -> Tokens:
    """A text with a name on a line of its own after it."""
    shift = len(context.text) + 1
    return Tokens(
        f"{context.text}\n{name.text}",
        context.words + name.words,
        context.norms + name.norms,
        context.starts + [start + shift for start in name.starts],
        context.ends + [end + shift for end in name.ends],
        [*context.breaks, 1, *name.breaks[1:]],
        range(len(context) + len(name)),
    )
