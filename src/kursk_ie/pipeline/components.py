"""The spaCy components, one for each concern.

They are registered by entry point, so ``nlp.add_pipe("kursk_ie_places")`` works with no import of ours, in a blank
pipeline or after a parser or entity recogniser of the user's. A component that stands alone first reads the parts
that it needs; in a pipeline of several, each part is read once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kursk_ie.claims.reading import Reading
from kursk_ie.pipeline.assembly import assemble
from kursk_ie.pipeline.documents import EXTRACTION, article_of
from kursk_ie.pipeline.groups import (
    mark_sentences,
    show_all,
    show_mentions,
    show_statements,
    show_triggers,
    show_verdicts,
)
from kursk_ie.pipeline.lexicons import Lexicons
from kursk_ie.pipeline.parts import NEEDS, PARTS
from kursk_ie.text.tokens import read_tokens

PROGRESS = "kursk_ie_progress"

PIPELINE = tuple(f"kursk_ie_{name}" for name in (*PARTS, "extraction"))
"""The components in the order in which one needs the other."""

_CONFIG = {"lexicons": None}  # path of a folder with tables of the user's

_SHOWN: dict[str, Callable[[Doc, Reading], None]] = {
    "page": mark_sentences,
    "dates": show_mentions("dates"),
    "units": show_mentions("units"),
    "figures": show_mentions("figures"),
    "places": show_mentions("places"),
    "attributions": show_statements,
    "verification": show_verdicts,
    "events": show_triggers,
    "extraction": show_all,
}


@dataclass(slots=True)
class Progress:
    """How far the components have come with a document."""

    length: int
    reading: Reading
    done: set[str] = field(default_factory=set)


class Component:
    """Adds one part to the reading of a document and shows it on the ``Doc``."""

    def __init__(self, name: str, part: str, lexicons: Lexicons) -> None:
        self.name = name
        self._part = part
        self._lexicons = lexicons
        for needed in (*NEEDS[part], part):
            if needed in PARTS:
                lexicons.part(PARTS[needed])  # built when the pipeline is, not when it meets its first text

    def __call__(self, doc: Doc) -> Doc:
        progress = self._progress(doc)
        for name in NEEDS[self._part]:
            if name not in progress.done:
                self._read(name, progress)
        self._finish(doc, progress)
        if self._part in _SHOWN:
            _SHOWN[self._part](doc, progress.reading)
        return doc

    def _finish(self, doc: Doc, progress: Progress) -> None:
        self._read(self._part, progress)

    def _progress(self, doc: Doc) -> Progress:
        progress = doc.user_data.get(PROGRESS)
        # another component may have merged or split tokens since
        if not isinstance(progress, Progress) or progress.length != len(doc):
            progress = Progress(len(doc), Reading(article_of(doc), read_tokens(doc)))
            doc.user_data[PROGRESS] = progress
        return progress

    def _read(self, name: str, progress: Progress) -> None:
        self._lexicons.part(PARTS[name]).read(progress.reading)
        progress.done.add(name)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing of a component is learnt: its knowledge comes with the package."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Component:
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Nothing to write, see `to_bytes`."""

    def from_disk(self, *_: object, **__: object) -> Component:
        return self

    def __reduce__(self) -> tuple[type[Component], tuple[str, str, Lexicons]]:
        return type(self), (self.name, self._part, self._lexicons)


class ExtractionComponent(Component):
    """Ends the pipeline: the working reading goes, the frozen extraction stays."""

    def _finish(self, doc: Doc, progress: Progress) -> None:
        doc.user_data[EXTRACTION] = assemble(progress.reading)
        del doc.user_data[PROGRESS]


def _lexicons(nlp: Language, folder: str | None) -> Lexicons:
    lexicons = Lexicons.of(nlp)
    lexicons.add(folder)
    return lexicons


@Language.factory("kursk_ie_page", assigns=["token.is_sent_start"], default_config=_CONFIG)
def make_page(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Sections, sentences and quotations."""
    return Component(name, "page", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_actors", default_config=_CONFIG)
def make_actors(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Who can speak and who fights."""
    return Component(name, "actors", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_dates", assigns=["doc.spans"], default_config=_CONFIG)
def make_dates(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Dates, anchored on the day of publication."""
    return Component(name, "dates", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_units", assigns=["doc.spans"], default_config=_CONFIG)
def make_units(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Military units by number or proper name."""
    return Component(name, "units", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_figures", assigns=["doc.spans"], default_config=_CONFIG)
def make_figures(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Quantities with their bounds."""
    return Component(name, "figures", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_places", assigns=["doc.spans"], default_config={**_CONFIG, "gazetteer": None})
def make_places(nlp: Language, name: str, lexicons: str | None, gazetteer: str | None) -> Component:
    """Places used as locations; ``gazetteer`` is the path of a pack or table of the user's."""
    extended = _lexicons(nlp, lexicons)
    if gazetteer is not None:
        extended.gazetteer = Path(gazetteer)
    return Component(name, "places", extended)


@Language.factory("kursk_ie_attributions", assigns=["doc.spans"], default_config=_CONFIG)
def make_attributions(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Who says what."""
    return Component(name, "attributions", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_verification", assigns=["doc.spans"], default_config=_CONFIG)
def make_verification(nlp: Language, name: str, lexicons: str | None) -> Component:
    """What the text says of the truth of its claims."""
    return Component(name, "verification", _lexicons(nlp, lexicons))


@Language.factory("kursk_ie_events", assigns=["doc.spans"], default_config=_CONFIG)
def make_events(nlp: Language, name: str, lexicons: str | None) -> Component:
    """What happened, to whom, where and when."""
    return Component(name, "events", _lexicons(nlp, lexicons))


@Language.factory(
    "kursk_ie_extraction", assigns=["doc._.kursk_ie", "doc.spans", "doc.ents"], default_config=_CONFIG
)
def make_extraction(nlp: Language, name: str, lexicons: str | None) -> Component:
    """Freeze the reading into an `Extraction`, kept as ``doc._.kursk_ie``."""
    return ExtractionComponent(name, "extraction", _lexicons(nlp, lexicons))
