"""Statements without content: *X declined to comment*, *X could not verify the report*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.attribution.verb_groups import verb_group
from kursk_ie.claims.statement import Range

_OF_PERSONS: Final = frozenset({"reached", "named", "identified", "quoted", "drawn", "contacted"})
_REPLIES: Final = frozenset("confirm confirmed comment commented respond responded reply replied".split())
_NEITHER_REACHES: Final = 10  # words from *neither* to its verb, both names with their offices between
_BEFORE_SOURCE: Final = frozenset({"from", "by"})  # *no comment from Moscow*
_JOINED: Final = frozenset({"and", "but", ",", "or", "yet"})


class RefusalRules:
    """Reads the phrases of models/declines.tsv that a text matched."""

    def __init__(self, sources: SourceFinder) -> None:
        self._sources = sources

    def of_neither(self, scene: Scene) -> list[Range]:
        """The verbs of *neither Kigali nor Kinshasa has confirmed it*: refusals by their subject, not by a phrase."""
        found: list[Range] = []
        norms = scene.norms
        for at in range(scene.start, scene.stop):
            if norms[at] != "neither":
                continue
            for verb in range(at + 2, min(at + _NEITHER_REACHES, scene.stop)):
                if scene.norm(verb) in _REPLIES:
                    subject = self._sources.before(scene.reading, verb, scene.start)
                    if subject is not None and subject.start == at < subject.end - 1:
                        found.append((verb, verb + 1))
                    break
        return found

    def read(self, scene: Scene, start: int, end: int) -> None:
        """Add the refusal at words ``start`` up to ``end``, if somebody known refuses."""
        words = [scene.norm(at) for at in range(start, end)]
        if "be" in words and not _OF_PERSONS & set(words):
            return  # "the report could not be confirmed": a verdict, nobody's refusal
        if words[-1] in _BEFORE_SOURCE:
            after = self._sources.after(scene.reading, end, scene.stop)
            if after is not None and after.known:
                scene.add((start, end - 1), (after.start, after.end), None, "decline", act="decline")
            return
        subject = self._sources.before(scene.reading, start, scene.start)
        if subject is not None and scene.norm(subject.start) == "neither":
            subject = Subject(subject.start, subject.end, True, subject.office)
        if subject is None or not subject.known or subject.start >= start:
            subject = self._carried(scene, start)
        if subject is not None and subject.known:
            scene.add((start, end), (subject.start, subject.end), None, "decline", act="decline")

    def _carried(self, scene: Scene, start: int) -> Subject | None:
        """*X said no and declined to elaborate*: who spoke last, else the sentence's first phrase."""
        group = verb_group(scene.reading, start, scene.start)
        if scene.norm(group - 1) not in _JOINED:
            return None
        for statement in reversed(scene.statements):
            if statement.source is not None:
                return Subject(*statement.source, True)
        return self._sources.after(scene.reading, scene.start, start, inverted=True)
