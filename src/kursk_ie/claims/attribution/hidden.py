"""Statements whose source the text hides: *reportedly*, *it is said that*, *reports say*, *a photo thought to show*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import main_verb
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.subjects import SubjectFinder
from kursk_ie.text.wordclasses import (
    ARTICLES,
    CONJUNCTIONS,
    INTRODUCERS,
    PERSONAL_PRONOUNS,
    RELATIVES,
    is_adverb,
)

_RELATIVE: Final = RELATIVES | frozenset({"that"})
# what parts an adverb and what it qualifies from the clause before
_PARTING: Final = frozenset({",", "–", "—", "for", "by", "of"})
_OPENING: Final = frozenset({"after", "because", "when", "while", "since", "before", "with", ";"})
_TURNS: Final = frozenset({"but", "while", "whereas", "although", "though"})


class HiddenRules:
    """Reads adverbs and set phrases that name nobody."""

    def __init__(self, subjects: SubjectFinder, boundaries: Boundaries) -> None:
        self._subjects = subjects
        self._boundaries = boundaries

    def adverb(self, scene: Scene, hit: CueHit) -> None:
        """*reportedly*: of the whole clause; within another's statement or a relative clause, of what follows.

        Before an adjective (*the supposedly neutral panel*) it only qualifies a noun.
        """
        if scene.norm(hit.start - 1) in ARTICLES:
            return
        outer = scene.outer(hit.start)
        relative = any(scene.norm(i) in _RELATIVE for i in range(max(scene.start, hit.start - 3), hit.start))
        if hit.cue.act == "allege" and outer is not None and not relative:
            outer.act = "allege"
            return
        stop = main_verb(scene, hit.end + 2, scene.stop) if relative else self._clause_stop(scene, hit)
        if outer is not None and outer.content is not None:
            stop = min(stop, max(outer.content[1], hit.end))
        whole = outer is None and not relative
        start = self._clause_start(scene, hit) if whole else hit.end
        content = trim(scene.reading, start, stop)
        if content is not None and content[1] - content[0] > 1:
            via = [outer.source] if outer is not None and outer.source is not None and not relative else []
            owner = self._subjects.publisher(scene, hit.start - 1) if relative and outer is None else None
            source = (owner.start, owner.end) if owner is not None and owner.known else None
            scene.add(hit, source, content, "adverb", via=via)

    def _clause_start(self, scene: Scene, hit: CueHit) -> int:
        """Where the clause of an adverb begins: after the last subordinator, or past the adverb itself."""
        before, at = scene.norm(hit.start - 1), hit.start
        if before in _PARTING and scene.norm(hit.end) != ",":
            return hit.end  # "…, reportedly winning over the guards"
        if before in PERSONAL_PRONOUNS and self._is_noun(scene, at - 2):
            return hit.end  # "the gun he allegedly used"
        start = self._boundaries.left(scene, at)
        if scene.norm(start) in INTRODUCERS:  # "When asked for reasons, | he reportedly laughed"
            start = next((i + 1 for i in range(at - 1, start, -1) if scene.norm(i) == ","), start)
        for index in range(at - 1, start - 1, -1):
            if scene.norm(index) in _OPENING:
                return index + 1
        return start

    def _is_noun(self, scene: Scene, at: int) -> bool:
        norm = scene.norm(at)
        closed = norm in INTRODUCERS or norm in CONJUNCTIONS or is_adverb(norm)
        return norm.isalpha() and not closed and scene.reading.date_over(at) is None

    def _clause_stop(self, scene: Scene, hit: CueHit) -> int:
        absolute = scene.norm(scene.start) == "with" and "," not in scene.norms[scene.start : hit.start]
        for index in range(hit.end, scene.stop):
            turns = absolute or scene.norm(index + 1) in _TURNS
            if scene.norm(index) == ";" or (scene.norm(index) == "," and turns):
                return index
        return scene.stop

    def phrase(self, scene: Scene, number: int) -> None:
        """*It is reported that …*, *reports say …*, *…, reports say*."""
        hit = scene.hits[number]
        following = scene.norm(hit.end)
        if following in ("from", "by"):
            return
        at = hit.end + (following == "that")
        content = trim(scene.reading, at, self._boundaries.right(scene, number, at))
        if content is None or content[1] - content[0] < 3:
            content = trim(scene.reading, self._boundaries.left(scene, hit.start), hit.start)
        if content is not None and content[1] - content[0] >= 3:
            scene.add(hit, None, content, "hidden-phrase")
