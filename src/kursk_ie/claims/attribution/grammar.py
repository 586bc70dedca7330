"""Attribution: every statement of a text with its source, cue, content, act and relay.

The method is rules over cues, after the observation that the verbs and set phrases of reporting are a closed list
while their sources are not: find a cue, walk to its source on the side where the grammar of the cue puts it, and take
as content what the cue governs, up to where the next owner's clause begins.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.cues import CueHit, CueLexicon
from kursk_ie.claims.attribution.figures_given import GivenFigures
from kursk_ie.claims.attribution.headlines import read_marks
from kursk_ie.claims.attribution.hidden import HiddenRules
from kursk_ie.claims.attribution.left_contents import LeftContents
from kursk_ie.claims.attribution.merging import merge
from kursk_ie.claims.attribution.nominals import NounRules
from kursk_ie.claims.attribution.prepositions import PrepositionRules
from kursk_ie.claims.attribution.quoted import Quotes
from kursk_ie.claims.attribution.refusals import RefusalRules
from kursk_ie.claims.attribution.relay import add_outlets, part_quoted
from kursk_ie.claims.attribution.run_on import run_on
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder
from kursk_ie.claims.attribution.speakers import name_speakers
from kursk_ie.claims.attribution.subjects import SubjectFinder
from kursk_ie.claims.attribution.verbs import VerbRules
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import read_table

_LONG_QUOTATION: Final = 6  # words; cues inside are the quoted speaker's, not the article's


class AttributionGrammar:
    """Finds the statements of a reading; holds lexicons and rules, keeps nothing of a document."""

    def __init__(self, cut: Cut, actors: ActorLexicon) -> None:
        self._actors = actors
        self._declines: Patterns[bool] = Patterns(
            ((row["pattern"], True) for row in read_table("declines.tsv", ("pattern", "example"))), inflect
        )
        sources = self._sources = SourceFinder(actors)
        self._cues = CueLexicon(cut, sources.is_head)
        subjects = SubjectFinder(sources)
        boundaries = Boundaries(sources, subjects)
        self._prepositions = PrepositionRules(sources, boundaries, LeftContents(sources, boundaries))
        self._verbs = VerbRules(sources, subjects, boundaries)
        self._nouns = NounRules(sources, boundaries, self._prepositions)
        self._hidden = HiddenRules(subjects, boundaries)
        self._refusals = RefusalRules(sources)
        self._given = GivenFigures(sources)

    def find(self, reading: Reading) -> list[Statement]:
        """All statements in text order, with their speakers named."""
        statements: list[Statement] = []
        quotes = Quotes(reading)
        headlines = reading.headline_sentences()
        for index, (start, stop) in enumerate(reading.sentences):
            if not reading.is_read(index):
                continue
            scene = Scene(reading, quotes, index, start, stop, index in headlines)
            statements.extend(self._read_sentence(scene))
        statements.sort(key=lambda statement: statement.cue)
        part_quoted(reading, statements)
        add_outlets(reading, statements)
        run_on(reading, quotes, statements)
        name_speakers(reading, statements, self._actors)
        return statements

    def _read_sentence(self, scene: Scene) -> list[Statement]:
        tokens = scene.reading.tokens
        scene.hits = [
            hit for hit in self._cues.find(tokens, scene.start, scene.stop) if self._is_word(scene, hit)
        ]
        scene.declines = [
            (start, end) for start, end, _ in self._declines.find(tokens.norms, scene.start, scene.stop)
        ] + self._refusals.of_neither(scene)
        if scene.hits or scene.declines:
            self._read_cues(scene)
        self._given.read(scene)
        if not scene.statements:
            read_marks(scene, self._sources.is_head)
        return merge(scene.reading, scene.statements)

    def _read_cues(self, scene: Scene) -> None:
        """Refusals and cues from left to right; those that cite another last, when what they cite is known."""
        refusals = sorted(dict(scene.declines).items())
        citing: list[int] = []
        read = 0
        for number, hit in enumerate(scene.hits):
            while read < len(refusals) and refusals[read][0] <= hit.start:
                self._refusals.read(scene, *refusals[read])
                read += 1
            if any(start <= hit.start < end for start, end in scene.declines):
                continue
            if hit.cue.part == "prep" and self._prepositions.is_citing(scene, hit):
                citing.append(number)
            else:
                self._read_cue(scene, number)
        for start, end in refusals[read:]:
            self._refusals.read(scene, start, end)
        for number in citing:
            self._prepositions.cite(scene, number)

    def _is_word(self, scene: Scene, hit: CueHit) -> bool:
        """Whether the cue is a word, not part of a name: *United States*, *House Rules Committee*."""
        word = scene.reading.tokens.words[hit.start]
        if hit.cue.part not in ("verb", "noun") or word[0].islower() or hit.start == scene.start:
            return True
        return scene.headline and scene.norm(hit.start - 1) != "united"

    def _read_cue(self, scene: Scene, number: int) -> None:
        hit = scene.hits[number]
        quotation = scene.quotes.around(hit.start)
        if quotation is not None and quotation.end - quotation.start >= _LONG_QUOTATION:
            return
        match hit.cue.part:
            case "verb":
                self._verbs.read(scene, number)
            case "noun":
                self._nouns.read(scene, number)
            case "prep":
                self._prepositions.read(scene, number)
            case "adverb":
                self._hidden.adverb(scene, hit)
            case "phrase":
                self._hidden.phrase(scene, number)
