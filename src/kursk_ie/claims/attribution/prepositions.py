"""Cue phrases with their source after them: *according to X*, *in the view of X*, and *citing X*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import skip_adjuncts, trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.left_contents import LeftContents
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    INTRODUCERS,
    RELATIVES,
    SUBORDINATORS,
)

_JOINING: Final = CONJUNCTIONS | SUBORDINATORS | RELATIVES
_STOPS: Final = frozenset({",", ".", ":", ";", "–", "—"})
_LONGEST_ASIDE: Final = 14
_SHORT_LEAD: Final = 8  # words before an aside that leave the clause to come
_CITED: Final = frozenset({"citing", "citing-weak"})
# cited, these are grounds rather than speakers
_DATA: Final = frozenset(
    "data information figures evidence intelligence documents reports concerns reasons fears lack need".split()
)
_MEASURES: Final = frozenset("index plan rules law scale list schedule".split())


class PrepositionRules:
    """Reads prepositional cues."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries, left: LeftContents) -> None:
        self._sources = sources
        self._boundaries = boundaries
        self._left = left

    def is_citing(self, scene: Scene, hit: CueHit) -> bool:
        """Whether the cue hands over another's statement: *TASS, on the word of officials, reports …*."""
        if hit.cue.frames & _CITED:
            return True
        aside = scene.norm(hit.start - 1) == "," and hit.cue.lemma.startswith(("on the", "based on"))
        lead = self._sources.before(scene.reading, hit.start - 1, scene.start) if aside else None
        return lead is not None and lead.known and lead.start - scene.start <= 2

    def read(self, scene: Scene, number: int) -> None:
        """*According to X, …*; *…, according to X*."""
        hit = scene.hits[number]
        subject = self._sources.after(scene.reading, hit.end, scene.stop)
        if subject is None or (not subject.known and "source-after-strict" in hit.cue.frames):
            return
        if scene.norm(subject.end - 1) in _MEASURES:
            return
        before = scene.norm(hit.start - 1)
        if hit.cue.lemma == "per" and before not in (",", "(", "") and hit.start != scene.start:
            return
        source = (subject.start, subject.end)
        told = self._told_before(scene, hit.start) if subject.known else None
        if told is not None:
            told.via.append(source)
            return
        content = self.around(scene, number, hit.start, subject.end)
        if content is None:
            return
        for statement in scene.statements:
            if statement.content == content and statement.source is not None and statement.source != source:
                statement.via.append(source)  # "…, X said, according to Y": Y passes it on
                return
        owner = scene.outer(hit.start)
        via = [owner.source] if owner is not None and owner.source is not None else []
        scene.add(hit, source, content, "according-to", via=via)

    def _told_before(self, scene: Scene, start: int) -> Statement | None:
        """*…, he said in a statement, according to Y*: the statement that ends there; Y passes it on."""
        edge = self._boundaries.left(scene, start)
        if edge == scene.start or not scene.statements:
            return None
        after = skip_adjuncts(scene.reading, edge, start)
        ended = start - after <= 1
        return scene.statements[-1] if ended and scene.statements[-1].source is not None else None

    def around(self, scene: Scene, number: int, start: int, end: int) -> Range | None:
        """The content of a cue phrase, words ``start`` up to ``end``: right of it when fronted, else left."""
        edge = self._boundaries.left(scene, start)
        fronted = start - edge <= 1 or scene.norm(start - 1) in (":", ";")
        if fronted:
            after = end
            while after < scene.stop and scene.norm(after) not in _STOPS and after - end < _LONGEST_ASIDE:
                after += 1
            opened = scene.quotes.opening.get(after + 1)
            if opened is not None and opened.end >= scene.stop - 2:
                return trim(scene.reading, opened.start, opened.end)
            after += scene.norm(after) == ","
            return trim(scene.reading, after, self._boundaries.right(scene, number, after))
        comma = scene.norm(start - 1) == ","
        lead = start - edge
        open_clause = scene.norm(edge) in INTRODUCERS or lead <= 4 or scene.norm(end + 1) in AUXILIARIES
        going_on = scene.norm(end) == "," and scene.norm(end + 1) not in _JOINING
        if comma and going_on and open_clause and lead < _SHORT_LEAD:
            return trim(scene.reading, edge, self._boundaries.right(scene, number, end + 1))
        quoted = start - 1 in scene.quotes.closing or (comma and start - 2 in scene.quotes.closing)
        content = self._left.read(scene, start - comma, quoted)
        return content if content is not None and content[1] - content[0] >= 3 else None

    def cite(self, scene: Scene, number: int) -> None:
        """*TASS reported, citing the ministry*: an outlet hands its statement over to the one it cites."""
        hit = scene.hits[number]
        subject = self._sources.after(scene.reading, hit.end, scene.stop)
        if subject is None or ("citing-weak" in hit.cue.frames and not subject.known):
            return
        if not subject.known or scene.norm(subject.end - 1) in _DATA:
            return
        outer = self._cited_statement(scene, hit)
        if outer is None or outer.source is None:
            return
        source = (subject.start, subject.end)
        hands_over = outer.act == "report" or self._is_outlet(scene, outer.source)
        if "citing-weak" in hit.cue.frames and not hands_over:
            return  # "…, said the envoy, referring to the treaty"
        if self._is_outlet(scene, outer.source) and outer.rule != "passive-by":
            outer.via.insert(0, outer.source)
            outer.source, outer.cue, outer.rule = source, (hit.start, hit.end), "citing"
            outer.act = hit.cue.act
        elif outer.via and self._is_outlet(scene, outer.via[-1]):
            outer.via.insert(len(outer.via) - 1, source)
        elif outer.content is not None:
            scene.add(hit, source, outer.content, "citing", via=[outer.source])

    def _cited_statement(self, scene: Scene, hit: CueHit) -> Statement | None:
        """The statement of whoever cites: of the last cue before it, else of the sentence's first."""
        owned = [statement for statement in scene.statements if statement.source is not None]
        before = [statement for statement in owned if statement.cue[0] < hit.start]
        return before[-1] if before else owned[0] if owned else None

    def _is_outlet(self, scene: Scene, words: Range) -> bool:
        norms = scene.reading.tokens.norms[words[0] : words[1]]
        return scene.reading.kind_of(words) == "media" or "outlets" in norms or "media" in norms
