"""Where a content begins and ends: at the clause of the next owner, at a refusal, at asides of the writer."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.asides import CUT_MARKS, FRONTING, Asides, cut_at, is_clause
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.labels import label_end
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.attribution.subjects import ADDING, SubjectFinder
from kursk_ie.claims.attribution.verb_groups import verb_group
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import (
    BEFORE_VERB,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    DASHES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    TERMINALS,
    is_adverb,
)

_ENDING: Final = TERMINALS | DASHES | {","}
_ADDRESSEE: Final = 6  # words between a cue and the *that* of what it says: *told the station that*
_RELAYING: Final = frozenset({"according to", "citing", "quoting", "per"})
_FOCUS: Final = frozenset({"even", "only"})  # *…, even some allies doubted it*
_CONTRASTS: Final = frozenset({"while", "whereas", "though", "although"})
_LEADING: Final = frozenset(
    {"•", ",", ";", ".", "and", "but", "while", "whereas", "though", "-", "–", "—", "--"}
)
# what a writer adds to a reported clause: *…, but offered no proof*
_PROOFS: Final = frozenset(
    {
        "offered",
        "provided",
        "gave",
        "produced",
        "presented",
        "cited",
        "stopped",
        "declined",
        "refused",
    }
)
# rules whose statements have no owner, so that a source named later can take them over
_OWNERLESS: Final = frozenset({"adverb", "passive-hidden"})
# rules of nouns, whose statements stand within a clause of somebody's
_NESTED: Final = frozenset({"noun-about", "noun-to", "noun-that", "noun-hidden"})
_TELLING: Final = frozenset(
    """offer offered provide provided give given produce produced present presented cite cited say said tell told
    elaborate elaborated specify specified detail detailed disclose disclosed explain explained name named identify
    identified mention mentioned comment commented respond responded reply replied clarify clarified reveal revealed
    release released confirm confirmed show shown substantiate substantiated""".split()
)


class Boundaries:
    """Finds the edges of contents within a sentence."""

    def __init__(self, sources: SourceFinder, subjects: SubjectFinder) -> None:
        self._sources = sources
        self._subjects = subjects
        self._asides = Asides(subjects)

    def left(self, scene: Scene, edge: int) -> int:
        """Where the clause that ends at ``edge`` begins: after the last statement before it, else the sentence."""
        start = label_end(scene) if scene.headline else scene.start
        for statement in scene.statements:
            if statement.rule in _OWNERLESS or statement.rule in _NESTED:
                continue
            ends = [
                part[1] for part in (statement.cue, statement.content, statement.source) if part is not None
            ]
            if start < max(ends) <= edge:
                start = max(ends)
        while start < edge and (scene.norm(start) in _LEADING or self._closes(scene, start)):
            start += 1
        return start

    def right(self, scene: Scene, number: int, at: int) -> int:
        """Where a content that begins at ``at``, after hit ``number``, ends at the latest."""
        edges = [scene.stop, *self._refusals(scene, at), *self._asides.edges(scene, number, at)]
        for later in range(number + 1, len(scene.hits)):
            hit = scene.hits[later]
            if hit.start <= at + 1:
                continue
            edge = self._relay_edge(scene, hit) if hit.cue.part == "prep" else None
            if hit.cue.part == "verb":
                edge = self._parallel_edge(scene, scene.hits[number], hit) or self._owner_edge(
                    scene, later, at
                )
            if edge is not None:
                edges.append(edge)
                break
        return max(at, min(edges))

    def _closes(self, scene: Scene, at: int) -> bool:
        return scene.norm(at) in CLOSING_QUOTES and at in scene.quotes.closing

    def _relay_edge(self, scene: Scene, hit: CueHit) -> int | None:
        """*…, according to X* ends what stands before it."""
        if scene.norm(hit.start - 1) == "," and hit.cue.lemma in _RELAYING:
            return hit.start - 1
        return None

    def _refusals(self, scene: Scene, at: int) -> list[int]:
        """*…, but he declined to comment*: where a refusal sets in; *…, but offered no proof* likewise."""
        edges = []
        for start, _ in scene.declines:
            edge = verb_group(scene.reading, start, scene.start) - 1
            if scene.norm(edge) in PERSONAL_PRONOUNS:
                edge -= 1
            if edge > at and scene.norm(edge) in ("but", "and", "while", "yet"):
                edges.append(self._before_comma(scene, edge))
        for index in range(at + 1, scene.stop - 1):
            if scene.norms[index] in ("but", "yet") and self._withholds(scene, index + 1):
                edges.append(self._before_comma(scene, index))
        return edges

    def _withholds(self, scene: Scene, at: int) -> bool:
        """*but offered no proof, but did not elaborate*; *but has not left* is the speaker's own."""
        if scene.norm(at) in _PROOFS:
            return True
        while scene.norm(at) in BEFORE_VERB or is_adverb(scene.norm(at)):
            at += 1
        return scene.norm(at - 1) != "but" and scene.norm(at) in _TELLING

    def _before_comma(self, scene: Scene, at: int) -> int:
        cut = cut_at(scene, at - 1)
        return at if cut is None else cut

    def _owner_edge(self, scene: Scene, later: int, at: int) -> int | None:
        """The word where the clause of a later cue sets in, when that cue has an owner of its own."""
        hit = scene.hits[later]
        subject = self._subjects.own(scene, later)
        if subject is None or scene.left_of(subject) < at:
            return self._predicate_edge(scene, hit, at)
        if not (subject.known or hit.cue.strong):
            return None
        edge = self._clause_edge(scene, subject, at)
        return None if edge is not None and self._closes_fronted(scene, at, edge) else edge

    def _closes_fronted(self, scene: Scene, at: int, edge: int) -> bool:
        """*warned that if the dam broke | , towns would flood*: the comma after a clause that opens the content."""
        if scene.norm(edge) != ",":
            return False
        addressed = range(at, min(edge, at + _ADDRESSEE))
        first = scene.norm(next((index + 1 for index in addressed if scene.norm(index) == "that"), at))
        adjunct = first in PREPOSITIONS and not is_clause(scene, at, edge)
        asked = any(scene.norm(index) == "if" and not is_clause(scene, at, index) for index in addressed)
        opens = first in FRONTING or asked or adjunct
        return opens and not any(scene.norm(index) == "," for index in range(at, edge))

    def _clause_edge(self, scene: Scene, subject: Subject, at: int) -> int | None:
        edge = scene.left_of(subject)
        edge -= scene.norm(edge) in _FOCUS
        before, cut = scene.norm(edge), cut_at(scene, edge - 1)
        if before in CUT_MARKS:
            return edge
        if before == "as" and cut is not None:
            return cut
        if before in _CONTRASTS and edge <= at + 1:
            return None  # "said that although he had praised the plan, voters feared it"
        if before in CONJUNCTIONS or before in _CONTRASTS:
            if cut is not None:
                return cut
            named = scene.norm(subject.start) not in PERSONAL_PRONOUNS and is_clause(scene, at, edge)
            return edge if before in _CONTRASTS or before == "but" or named else None
        return None

    def _parallel_edge(self, scene: Scene, hit: CueHit, later: CueHit) -> int | None:
        """*…, saying the town was lost | but adding that*: a second participle like the first."""
        alike = hit.form == later.form and (later.form == "ing" or (scene.headline and later.form == "s"))
        if not alike or scene.norm(later.start - 1) not in ("and", "but"):
            return None
        parallel = later.cue.part == "verb" and (
            later.form == "s" or self._subjects.is_participle(scene, hit)
        )
        return self._before_comma(scene, later.start - 1) if parallel else None

    def _predicate_edge(self, scene: Scene, hit: CueHit, at: int) -> int | None:
        """*…, adding that*, *… and warned that*, *…, as claimed by*: another cue of the same speaker."""
        before = scene.norm(hit.start - 1)
        if hit.form == "ing":
            return cut_at(scene, hit.start - 1) if hit.cue.lemma in ADDING else None
        start = self._subjects.group_start(scene, hit)
        joined = start - 1 > at and scene.norm(start - 1) in ("and", "but", "yet")
        plain = joined and hit.form in ("past", "s")
        if plain and (cut := cut_at(scene, start - 2)) is not None:
            return cut
        speaks = hit.cue.strong or hit.cue.lemma in ADDING or "obj-to" in hit.cue.frames
        if plain and (speaks or scene.norm(hit.end) == "that"):
            return self._before_comma(scene, start - 1)
        if hit.form == "past" and before == "as" and scene.norm(hit.start - 2) == ",":
            return hit.start - 2
        return None


def trim_marks(scene: Scene, start: int, stop: int) -> Range | None:
    """The range without a stop or comma at its end."""
    while stop > start and scene.norm(stop - 1) in _ENDING:
        stop -= 1
    return (start, stop) if stop > start else None
