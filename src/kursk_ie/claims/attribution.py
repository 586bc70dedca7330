"""Attribution: every statement of a text with its source, cue, content, act and relay.

The method is rules over cues, after the observation that the verbs and set phrases of reporting are a closed list
while their sources are not: find a cue, walk to its source on the side where the grammar of the cue puts it, and take
as content what the cue governs, up to where the next owner's clause begins.
"""

from __future__ import annotations

from kursk_ie.claims.contents import Quotes
from kursk_ie.claims.cues import CueHit, CueLexicon
from kursk_ie.claims.nominals import NominalRules
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.run_on import run_on
from kursk_ie.claims.scene import Scene
from kursk_ie.claims.sources import SourceFinder
from kursk_ie.claims.speakers import name_speakers
from kursk_ie.claims.statement import Statement
from kursk_ie.claims.verbs import VerbRules
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import TERMINALS


class AttributionGrammar:
    """Finds the statements of a reading; holds lexicons and rules, keeps nothing of a document."""

    def __init__(self, cut: Cut, actors: ActorLexicon) -> None:
        self._cues = CueLexicon(cut)
        self._declines: Patterns[bool] = Patterns(
            ((row["pattern"], True) for row in read_table("declines.tsv", ("pattern", "example"))), inflect
        )
        self._actors = actors
        sources = SourceFinder(actors)
        self._verbs = VerbRules(sources)
        self._nominals = NominalRules(sources, self._verbs)

    def find(self, reading: Reading) -> list[Statement]:
        """All statements in text order, with their speakers named."""
        statements: list[Statement] = []
        quotes = Quotes(reading)
        headlines = reading.headline_sentences()
        for index, (start, stop) in enumerate(reading.sentences):
            if not reading.is_read(index):
                continue
            previous = statements[-1] if statements else None
            scene = Scene(reading, quotes, index, start, stop, index in headlines, previous=previous)
            statements.extend(self._read_sentence(scene))
        statements.sort(key=lambda statement: statement.cue)
        run_on(reading, quotes, statements)
        name_speakers(reading, statements, self._actors)
        return statements

    def _read_sentence(self, scene: Scene) -> list[Statement]:
        tokens = scene.reading.tokens
        scene.hits = [hit for hit in self._cues.find(tokens, scene.start, scene.stop) if self._is_word(scene, hit)]
        declines = list(self._declines.find(tokens.norms, scene.start, scene.stop))
        scene.declines = [(start, end) for start, end, _ in declines]
        if scene.hits or declines:
            taken = {word for start, end, _ in declines for word in range(start, end)}
            queue = [(start, -1, end) for start, end, _ in declines]
            queue += [(hit.start, number, hit.end) for number, hit in enumerate(scene.hits) if hit.start not in taken]
            for start, number, end in sorted(queue):
                if number < 0:
                    self._nominals.decline(scene, start, end)
                else:
                    self._read_cue(scene, number)
        if not scene.statements:
            self._nominals.headline(scene)
        return scene.statements

    def _is_word(self, scene: Scene, hit: CueHit) -> bool:
        """Whether the cue is a word, not part of a name: *United States*, *House Rules Committee*."""
        word = scene.reading.tokens.words[hit.start]
        if hit.cue.part not in ("verb", "noun") or word[0].islower() or hit.start == scene.start:
            return True
        return scene.headline and scene.norm(hit.start - 1) != "united"

    def _read_cue(self, scene: Scene, number: int) -> None:
        hit = scene.hits[number]
        quotation = scene.quotes.around(hit.start)
        if quotation is not None and self._is_inside(scene, quotation.start, quotation.end):
            return  # what a quoted speaker says of others is not the article's attribution
        match hit.cue.part:
            case "verb":
                self._verbs.read(scene, number)
            case "noun":
                self._nominals.noun(scene, number)
            case "prep":
                self._nominals.preposition(scene, number)
            case "adverb":
                self._nominals.adverb(scene, hit)
            case "phrase":
                self._nominals.phrase(scene, number)

    def _is_inside(self, scene: Scene, start: int, end: int) -> bool:
        return end - start >= 6


