"""The spaCy components, one for each concern; each adds its part to the document's `Reading`.

They are registered by entry point, so ``nlp.add_pipe("kursk_ie_places")`` works with no import of ours, in a blank
pipeline or after a parser or entity recogniser of the user's. A component that stands alone reads the page itself;
the mention components also write a span group under their own name, ``doc.spans["kursk_ie_places"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kursk_ie.claims.attribution import AttributionGrammar
from kursk_ie.claims.events import EventGrammar
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.verification import VerificationGrammar
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.mentions.dates import DateGrammar
from kursk_ie.mentions.figures import FigureGrammar
from kursk_ie.mentions.found import Found
from kursk_ie.mentions.places import PlaceRuler
from kursk_ie.mentions.sides import SideLexicon
from kursk_ie.mentions.units import UnitGrammar
from kursk_ie.pipeline.assembly import assemble
from kursk_ie.results import Article
from kursk_ie.text.quotes import pair_quotes
from kursk_ie.text.sections import MENTION_KINDS, PageReader
from kursk_ie.text.sentences import SentenceSplitter
from kursk_ie.text.tokens import read_tokens

READING = "kursk_ie_reading"
ARTICLE = "kursk_ie_article"
EXTRACTION = "kursk_ie_extraction"

PIPELINE = (
    "kursk_ie_page",
    "kursk_ie_actors",
    "kursk_ie_dates",
    "kursk_ie_units",
    "kursk_ie_figures",
    "kursk_ie_places",
    "kursk_ie_attributions",
    "kursk_ie_verification",
    "kursk_ie_events",
    "kursk_ie_extraction",
)
"""The components in the order in which one needs the other."""


class Component:
    """Adds one part to the reading of a document."""

    def __init__(self, name: str, step: Callable[[Reading], None], page: PageStep, spans: bool = False) -> None:
        self.name = name
        self._step = step
        self._page = page
        self._spans = spans

    def __call__(self, doc: Doc) -> Doc:
        reading = self._page.reading(doc)
        self._step(reading)
        if self._spans:
            part: list[Found[Any]] = getattr(reading, self.name.removeprefix("kursk_ie_"))
            doc.spans[self.name] = _spans(doc, reading, part)
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Nothing of a component is learnt: its knowledge comes with the package."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Component:
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Nothing to write, see `to_bytes`."""

    def from_disk(self, *_: object, **__: object) -> Component:
        return self


class PageStep:
    """Reads the words, sections, sentences and quotations that every later step walks over."""

    def __init__(self, nlp: Language) -> None:
        cut = _cutter(nlp)
        self._pages = PageReader(cut)
        self._sentences = SentenceSplitter(cut)

    def reading(self, doc: Doc) -> Reading:
        """The reading of a document, begun when it has none yet."""
        reading = doc.user_data.get(READING)
        if isinstance(reading, Reading):
            return reading
        tokens = read_tokens(doc)
        reading = Reading(doc.user_data.get(ARTICLE) or Article(text=doc.text), tokens)
        reading.sections = self._pages.read(tokens)
        reading.sentences = self._sentences.split(tokens, reading.sections)
        reading.quotations = pair_quotes(tokens, reading.sections)
        doc.user_data[READING] = reading
        _mark_sentences(doc, reading)
        return reading


def _mark_sentences(doc: Doc, reading: Reading) -> None:
    """Give the ``Doc`` our sentence starts, unless a component of the user's has set its own."""
    if doc.has_annotation("SENT_START"):
        return
    starts = {reading.tokens.indices[start] for start, _ in reading.sentences}
    for token in doc:
        token.is_sent_start = token.i in starts or token.i == 0


def _cutter(nlp: Language) -> Callable[[str], Sequence[str]]:
    """Cut lexicon phrases with the pipeline's own tokenizer, so that they meet the text's words."""
    return lambda phrase: [token.text for token in nlp.tokenizer(phrase)]


def _shared(nlp: Language, part: type[Any]) -> Any:
    """One instance of a lexicon or step for each pipeline, however many components use it."""
    store: dict[type[Any], Any] = nlp.__dict__.setdefault("_kursk_ie_shared", {})
    if part not in store:
        store[part] = PageStep(nlp) if part is PageStep else part(_cutter(nlp))
    return store[part]


def _spans(doc: Doc, reading: Reading, found: Iterable[Found[Any]]) -> list[DocSpan]:
    indices = reading.tokens.indices
    return [
        DocSpan(doc, indices[hit.start], indices[hit.end - 1] + 1, label=hit.mention.label) for hit in found
    ]


def _covered(*groups: Sequence[Found[Any]]) -> list[tuple[int, int]]:
    return sorted((hit.start, hit.end) for group in groups for hit in group)


def _read_only(reading: Reading, found: list[Found[Any]]) -> list[Found[Any]]:
    """Without what stands in navigation, teasers and other furniture of the page."""
    left_out = [section for section in reading.sections if section.kind not in MENTION_KINDS]
    if not left_out:
        return found
    return [
        hit for hit in found if not any(section.start <= hit.start < section.end for section in left_out)
    ]


@Language.factory("kursk_ie_page", assigns=["token.is_sent_start"])
def make_page(nlp: Language, name: str) -> Component:
    """Sections, sentences and quotations."""
    return Component(name, lambda reading: None, _shared(nlp, PageStep))


@Language.factory("kursk_ie_actors")
def make_actors(nlp: Language, name: str) -> Component:
    """Who can speak and who fights."""
    actors: ActorLexicon = _shared(nlp, ActorLexicon)
    sides: SideLexicon = _shared(nlp, SideLexicon)

    def step(reading: Reading) -> None:
        reading.actors = actors.find(reading.tokens)
        reading.sides = sides.find(reading.tokens)

    return Component(name, step, _shared(nlp, PageStep))


@Language.factory("kursk_ie_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Component:
    """Dates, anchored on the day of publication."""
    grammar: DateGrammar = _shared(nlp, DateGrammar)

    def step(reading: Reading) -> None:
        reading.dates = _read_only(reading, grammar.find(reading.tokens, reading.article.published))

    return Component(name, step, _shared(nlp, PageStep), spans=True)


@Language.factory("kursk_ie_units", assigns=["doc.spans"])
def make_units(nlp: Language, name: str) -> Component:
    """Military units by number or proper name."""
    grammar: UnitGrammar = _shared(nlp, UnitGrammar)

    def step(reading: Reading) -> None:
        reading.units = _read_only(reading, grammar.find(reading.tokens))

    return Component(name, step, _shared(nlp, PageStep), spans=True)


@Language.factory("kursk_ie_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> Component:
    """Quantities with their bounds; numbers inside dates and units are none."""
    grammar: FigureGrammar = _shared(nlp, FigureGrammar)

    def step(reading: Reading) -> None:
        taken = _covered(reading.dates, reading.units)
        reading.figures = _read_only(reading, grammar.find(reading.tokens, taken))

    return Component(name, step, _shared(nlp, PageStep), spans=True)


@Language.factory("kursk_ie_places", assigns=["doc.spans"])
def make_places(nlp: Language, name: str) -> Component:
    """Places used as locations; names inside units and dates are none."""
    ruler: PlaceRuler = _shared(nlp, PlaceRuler)

    def step(reading: Reading) -> None:
        taken = _covered(reading.dates, reading.units)
        reading.places = _read_only(reading, ruler.find(reading.tokens, taken))

    return Component(name, step, _shared(nlp, PageStep), spans=True)


@Language.factory("kursk_ie_attributions")
def make_attributions(nlp: Language, name: str) -> Component:
    """Who says what."""
    grammar = AttributionGrammar(_cutter(nlp), _shared(nlp, ActorLexicon))

    def step(reading: Reading) -> None:
        reading.statements = grammar.find(reading)

    return Component(name, step, _shared(nlp, PageStep))


@Language.factory("kursk_ie_verification")
def make_verification(nlp: Language, name: str) -> Component:
    """What the text says of the truth of its claims."""
    grammar = VerificationGrammar(_shared(nlp, ActorLexicon))

    def step(reading: Reading) -> None:
        reading.verdicts = grammar.find(reading)

    return Component(name, step, _shared(nlp, PageStep))


@Language.factory("kursk_ie_events")
def make_events(nlp: Language, name: str) -> Component:
    """What happened, to whom, where and when."""
    grammar: EventGrammar = _shared(nlp, EventGrammar)

    def step(reading: Reading) -> None:
        reading.drafts = grammar.find(reading)

    return Component(name, step, _shared(nlp, PageStep))


@Language.factory("kursk_ie_extraction", assigns=["doc._.kursk_ie", "doc.spans", "doc.ents"])
def make_extraction(nlp: Language, name: str) -> ExtractionStep:
    """Freeze the reading into an `Extraction`, kept as ``doc._.kursk_ie``."""
    return ExtractionStep(_shared(nlp, PageStep))


class ExtractionStep(Component):
    """Ends the pipeline: the working reading goes, the frozen extraction stays."""

    def __init__(self, page: PageStep) -> None:
        super().__init__("kursk_ie_extraction", lambda reading: None, page)

    def __call__(self, doc: Doc) -> Doc:
        reading = self._page.reading(doc)
        doc.user_data[EXTRACTION] = assemble(reading)
        mentions = sorted(
            (*reading.places, *reading.units, *reading.figures, *reading.dates), key=lambda hit: hit.start
        )
        doc.spans["kursk_ie"] = _spans(doc, reading, mentions)
        del doc.user_data[READING]
        doc.user_data.pop(ARTICLE, None)
        return doc


if not Doc.has_extension("kursk_ie"):
    Doc.set_extension("kursk_ie", getter=lambda doc: doc.user_data.get(EXTRACTION))
