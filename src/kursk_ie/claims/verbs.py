"""Statements whose cue is a verb: which of the rules reads it, passive, inverted, with its content right or left."""

from __future__ import annotations

from kursk_ie.claims.boundaries import Boundaries
from kursk_ie.claims.cues import CueHit
from kursk_ie.claims.frames import RightContents
from kursk_ie.claims.passives import PassiveRules
from kursk_ie.claims.scene import Scene
from kursk_ie.claims.sources import SourceFinder, Subject
from kursk_ie.claims.statement import Range
from kursk_ie.claims.subjects import SubjectFinder
from kursk_ie.claims.trailing import TrailingRules

_WRITER = frozenset({"i", "you", "we"})  # outside quotation marks the article's own voice


class VerbRules:
    """Reads one verb cue in its sentence."""

    def __init__(self, sources: SourceFinder, subjects: SubjectFinder, boundaries: Boundaries) -> None:
        self._subjects = subjects
        self._contents = RightContents(boundaries)
        self._passives = PassiveRules(sources, boundaries)
        self._trailing = TrailingRules(sources, boundaries)

    def read(self, scene: Scene, number: int) -> None:
        """Add the statement of hit ``number``, if it is one."""
        hit = scene.hits[number]
        if self._passives.read(scene, number) or self._trailing.inverted(scene, number):
            return
        subject, carried = self._subjects.find(scene, number)
        if subject is None or not self._can_own(scene, subject, hit) or self._subjects.is_unsaid(scene, hit):
            return
        closes = self._trailing.closes_quotation(scene, subject)
        content = None if closes else self._contents.read(scene, number)
        if content is not None:
            self._add_right(scene, hit, subject, content, carried)
        elif hit.cue.frames & {"quote", "that"} and not carried:
            self._trailing.trailing(scene, number, subject)

    def _can_own(self, scene: Scene, subject: Subject, hit: CueHit) -> bool:
        """Whether the subject may speak by this verb."""
        if not (subject.known or hit.cue.strong):
            return False
        return subject.end - subject.start > 1 or scene.norm(subject.start) not in _WRITER

    def _add_right(self, scene: Scene, hit: CueHit, subject: Subject, content: Range, carried: bool) -> None:
        source = (subject.start, subject.end)
        outer = scene.outer(hit.start)
        via = (
            [outer.source]
            if outer is not None and outer.source is not None and outer.source != source
            else []
        )
        scene.add(hit, source, content, "verb-carried" if carried else "verb-subject", via=via)
