"""The parts of a reading: what each takes from the parts before it and what it adds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from kursk_ie.claims.attribution.grammar import AttributionGrammar
from kursk_ie.claims.events.grammar import EventGrammar
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.verification.grammar import VerificationGrammar
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.mentions.dates.grammar import DateGrammar
from kursk_ie.mentions.figures.grammar import FigureGrammar
from kursk_ie.mentions.found import Found
from kursk_ie.mentions.places.ruler import PlaceRuler
from kursk_ie.mentions.sides import SideLexicon
from kursk_ie.mentions.units.grammar import UnitGrammar
from kursk_ie.pipeline.lexicons import Lexicons
from kursk_ie.text.lines import read_lines
from kursk_ie.text.quotes import pair_quotes
from kursk_ie.text.sections import MENTION_KINDS, PageReader
from kursk_ie.text.sentences import SentenceSplitter

GAZETTEER_VARIABLE: Final = "KURSK_IE_GAZETTEER"


class Part(Protocol):
    """Adds its share to a reading."""

    def __init__(self, lexicons: Lexicons) -> None: ...

    def read(self, reading: Reading) -> None:
        """Add this part; those it needs have been read."""


class PagePart:
    """Sections, sentences and quotations."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._pages = lexicons.lexicon(PageReader)
        self._sentences = lexicons.lexicon(SentenceSplitter)

    def read(self, reading: Reading) -> None:
        tokens = reading.tokens
        lines = read_lines(tokens)
        reading.sections = self._pages.read(tokens, lines)
        reading.sentences = self._sentences.split(tokens, reading.sections, lines)
        reading.quotations = pair_quotes(tokens, reading.sections, lines)


class ActorsPart:
    """Who can speak and who fights."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._actors = lexicons.lexicon(ActorLexicon)
        self._sides = lexicons.lexicon(SideLexicon)

    def read(self, reading: Reading) -> None:
        reading.actors = self._actors.find(reading.tokens)
        reading.sides = self._sides.find(reading.tokens)


class DatesPart:
    """Dates, anchored on the day of publication."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = lexicons.lexicon(DateGrammar)

    def read(self, reading: Reading) -> None:
        reading.dates = _read_only(reading, self._grammar.find(reading.tokens, reading.article.published))


class UnitsPart:
    """Military units by number or proper name."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = lexicons.lexicon(UnitGrammar)

    def read(self, reading: Reading) -> None:
        reading.units = _read_only(reading, self._grammar.find(reading.tokens))


class FiguresPart:
    """Quantities with their bounds; numbers inside dates and units are none."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = lexicons.lexicon(FigureGrammar)

    def read(self, reading: Reading) -> None:
        taken = _covered(reading.dates, reading.units)
        reading.figures = _read_only(reading, self._grammar.find(reading.tokens, taken))


class PlacesPart:
    """Places used as locations; names inside units and dates are none."""

    def __init__(self, lexicons: Lexicons) -> None:
        given = lexicons.gazetteer or os.environ.get(GAZETTEER_VARIABLE)
        self._ruler = PlaceRuler(lexicons.cut, Path(given) if given else None)

    def read(self, reading: Reading) -> None:
        taken = _covered(reading.dates, reading.units)
        reading.places = _read_only(reading, self._ruler.find(reading.tokens, taken))


class AttributionsPart:
    """Who says what."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = AttributionGrammar(lexicons.cut, lexicons.lexicon(ActorLexicon))

    def read(self, reading: Reading) -> None:
        reading.statements = self._grammar.find(reading)


class VerificationPart:
    """What the text says of the truth of its claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = VerificationGrammar(lexicons.lexicon(ActorLexicon))

    def read(self, reading: Reading) -> None:
        reading.verdicts = self._grammar.find(reading)


class EventsPart:
    """What happened, to whom, where and when."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = lexicons.lexicon(EventGrammar)

    def read(self, reading: Reading) -> None:
        reading.drafts = self._grammar.find(reading)


PARTS: Final[dict[str, type[Part]]] = {
    "page": PagePart,
    "actors": ActorsPart,
    "dates": DatesPart,
    "units": UnitsPart,
    "figures": FiguresPart,
    "places": PlacesPart,
    "attributions": AttributionsPart,
    "verification": VerificationPart,
    "events": EventsPart,
}
"""The parts in reading order."""

NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "page": (),
    "actors": ("page",),
    "dates": ("page",),
    "units": ("page",),
    "figures": ("page", "dates", "units"),
    "places": ("page", "dates", "units"),
    "attributions": ("page", "actors", "dates", "units", "figures", "places"),
    "verification": ("page", "actors", "dates", "units", "figures", "places", "attributions"),
    "events": ("page", "actors", "dates", "units", "figures", "places", "attributions", "verification"),
    "extraction": tuple(PARTS),
}
"""What each part reads of the others, in reading order."""


def _covered(*groups: Sequence[Found[Any]]) -> list[tuple[int, int]]:
    return sorted([(hit.start, hit.end) for group in groups for hit in group])


def _read_only(reading: Reading, found: list[Found[Any]]) -> list[Found[Any]]:
    """Without what stands in navigation, teasers and other furniture of the page."""
    if not found:
        return found
    left_out = [section for section in reading.sections if section.kind not in MENTION_KINDS]
    if not left_out:
        return found
    kept = []
    sections = iter(left_out)
    section = next(sections, None)
    for hit in sorted(found, key=lambda hit: (hit.start, hit.end)):
        while section is not None and section.end <= hit.start:
            section = next(sections, None)
        if section is None or hit.start < section.start:
            kept.append(hit)
    return kept
