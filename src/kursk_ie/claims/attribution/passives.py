"""Passive cues: *X was reported by Y*, *as reported by Y*, *is believed to*, *it was announced that*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.asides import is_clause
from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import skip_adjuncts, trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import noun_end
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    TERMINALS,
    is_adverb,
)

# verbs whose passive without *by* hides who speaks: *is believed to*, *was reported*
_HIDING: Final = frozenset(
    """report say believe claim allege think estimate announce confirm assume fear suspect understand rumor
    mention""".split()
)
_BARE_HIDING: Final = frozenset({"report", "rumor", "mention"})
_BEFORE_BY: Final = frozenset({"as", ",", "first", "originally", "–", "-", "—", "("})
_IN_ADJUNCTS: Final = PREPOSITIONS | DETERMINERS | {"end", "start", "beginning"}
_SPOKEN_BY_PHONE: Final = frozenset({"say", "tell", "reply", "respond", "add"})
_SUBORDINATING: Final = frozenset({"how", "why", "because", "what"})
_BY_REACH: Final = 8
_CLAUSES: Final = frozenset({"after", "because", "when", "while", "since", "before", "although", "though"})
_OBJECTS: Final = frozenset({"which", "whom", "who", "that"})
# the main verb after a participle and its complement: *two men accused of spying | were freed*
_RESUMING: Final = frozenset("is are was were has have had will would".split())


class PassiveRules:
    """Reads cues in the passive."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries) -> None:
        self._sources = sources
        self._boundaries = boundaries

    def read(self, scene: Scene, number: int) -> bool:
        """Whether the cue is passive; adds its statement, if it makes one."""
        hit = scene.hits[number]
        if hit.form != "past":
            return False
        if self._accused(scene, number) or self._told(scene, number):
            return True
        if not is_passive(scene.reading, hit.start, scene.start):
            reduced = scene.norm(hit.end) == "by" and hit.cue.lemma not in _SPOKEN_BY_PHONE
            return self._as_reported_by(scene, hit) or reduced  # "remarks seen by some as": no speaker's verb
        if scene.norm(hit.end) == "by":
            self._with_agent(scene, hit)
        elif hit.cue.lemma in _HIDING:
            self._hidden(scene, number)
        return True

    def _with_agent(self, scene: Scene, hit: CueHit) -> None:
        """*The attack was reported by Y*."""
        subject = self._sources.after(scene.reading, hit.end + 1, scene.stop)
        if subject is None or not subject.known or not hit.cue.frames & {"that", "np"}:
            return
        left = self._boundaries.left(scene, hit.start)
        start = next((at + 1 for at in range(hit.start - 1, left, -1) if scene.norm(at) in _CLAUSES), left)
        content = trim(scene.reading, start, hit.start)
        if content is None:
            return
        content = self._without_auxiliary(scene, content)
        if content[1] - content[0] >= 2 and not self._is_subordinate(scene, content):
            scene.add(hit, (subject.start, subject.end), content, "passive-by")

    def _hidden(self, scene: Scene, number: int) -> None:
        """*Ten are believed to have died*, *Ten deaths were reported*, *It was announced that …*."""
        hit = scene.hits[number]
        start, following = self._boundaries.left(scene, hit.start), scene.norm(hit.end)
        if following == "that" or scene.norm(start) == "it":
            content = trim(
                scene.reading, hit.end + (following == "that"), self._boundaries.right(scene, number, hit.end)
            )
            if content is not None:
                scene.add(hit, None, content, "it-is-reported")
            return
        bare = following != "to"
        if bare and (following == "as" or scene.norm(hit.start - 1) in ("been", "barely", "not", "n't")):
            return
        if bare and (hit.cue.lemma not in _BARE_HIDING or scene.outer(hit.start) is not None):
            return
        if bare and self._is_subordinate(scene, (start, hit.start)):
            return
        if hit.cue.lemma == "mention" and following not in TERMINALS:
            return  # "no names were mentioned in the letter"
        content = trim(scene.reading, start, self._boundaries.right(scene, number, hit.end))
        if content is not None and content[1] - content[0] >= 2:
            scene.add(hit, None, content, "passive-hidden")

    def _accused(self, scene: Scene, number: int) -> bool:
        """*Two men are accused of spying*, *Kyiv, accused by Moscow of shelling*: content with the accused."""
        hit = scene.hits[number]
        wanted = next((frame[4:] for frame in hit.cue.frames if frame in ("obj-of", "obj-for")), "of")
        if hit.cue.act != "accuse" and hit.cue.lemma != "suspect":
            return False
        agent = self._agent(scene, hit, wanted)
        at = hit.end if agent is None else agent.end
        accused = self._sources.before(scene.reading, hit.start, scene.start)
        if scene.norm(at) != wanted or self._is_active(scene, hit, accused):
            return False
        stop = self._boundaries.right(scene, number, at + 1)
        if not is_passive(scene.reading, hit.start, scene.start):
            stop = next((i for i in range(at + 1, stop) if scene.norm(i) in _RESUMING), stop)
        start = at if accused is None else scene.left_of(accused) + 1
        content = trim(scene.reading, start, noun_end(scene, at + 1, stop))
        if content is not None:
            scene.add(hit, _range(agent), content, "passive-hidden" if agent is None else "passive-by")
        return True

    def _told(self, scene: Scene, number: int) -> bool:
        """*Residents were told that the dam would break*, *he was warned by the police that*."""
        hit = scene.hits[number]
        if "obj" not in hit.cue.frames or not is_passive(scene.reading, hit.start, scene.start):
            return False
        agent = self._agent(scene, hit, "that")
        at = hit.end if agent is None else agent.end
        if scene.norm(at) != "that":
            return False
        content = trim(scene.reading, at + 1, self._boundaries.right(scene, number, at + 1))
        if content is not None:
            scene.add(hit, _range(agent), content, "passive-hidden" if agent is None else "passive-by")
        return True

    def _agent(self, scene: Scene, hit: CueHit, wanted: str) -> Subject | None:
        """Who accused or told, after *by* and before the preposition that is wanted: *by the bishop | of burning*."""
        if scene.norm(hit.end) != "by":
            return None
        subject = self._sources.after(scene.reading, hit.end + 1, scene.stop, inverted=True)
        if subject is None or not subject.known:
            return None
        for at in range(subject.start + 1, subject.end):
            if scene.norm(at) == wanted and (wanted == "for" or scene.norm(at + 1).endswith("ing")):
                return Subject(subject.start, at, True)
        return subject

    def _is_active(self, scene: Scene, hit: CueHit, subject: Subject | None) -> bool:
        """*those whom | he accused of, has accused of, Kyiv blamed for*: the accused stands before the subject."""
        if is_passive(scene.reading, hit.start, scene.start):
            return False
        before = scene.norm(hit.start - 1)
        relative = subject is not None and scene.norm(scene.left_of(subject)) in _OBJECTS
        return relative or before in HAVE or before in PERSONAL_PRONOUNS

    def _is_subordinate(self, scene: Scene, content: Range) -> bool:
        """*nobody knows how the losses were reported*: the passive is not the sentence's own."""
        return any(scene.norm(at) in _SUBORDINATING for at in range(content[0], content[1]))

    def _without_auxiliary(self, scene: Scene, content: Range) -> Range:
        start, end = content
        while end > start + 1 and (scene.norm(end - 1) in AUXILIARIES or is_adverb(scene.norm(end - 1))):
            end -= 1
        if end > start + 1 and scene.norm(end - 1) in ("that", "which"):
            end -= 1  # "the truce that | was announced by Cairo"
        return start, end

    def _as_reported_by(self, scene: Scene, hit: CueHit) -> bool:
        """*as reported by Reuters* passes on what stands before it; *As reported by X, …* opens a statement."""
        if hit.start != scene.start and scene.norm(hit.start - 1) not in _BEFORE_BY:
            return False
        by = next(
            (i for i in range(hit.end, min(hit.end + _BY_REACH, scene.stop)) if scene.norm(i) == "by"), None
        )
        if by is None or not self._only_adjuncts(scene, hit.end, by):
            return False
        subject = self._sources.after(scene.reading, by + 1, scene.stop)
        if subject is None or not subject.known:
            return False
        source = (subject.start, subject.end)
        if scene.statements and scene.statements[-1].cue[0] < hit.start:
            scene.statements[-1].via.append(source)
            return True
        content = self._reported(scene, hit, subject.end)
        if content is not None and content[1] - content[0] >= 3:
            scene.add(hit, source, content, "as-reported-by")
        return True

    def _reported(self, scene: Scene, hit: CueHit, after: int) -> Range | None:
        if hit.start - scene.start <= 2:
            return trim(scene.reading, after, scene.stop)
        edge = hit.start - (scene.norm(hit.start - 1) in ("as", "first", "originally"))
        start, comma = (
            self._boundaries.left(scene, hit.start),
            skip_adjuncts(scene.reading, after, scene.stop),
        )
        if scene.norm(edge - 1) == "," == scene.norm(comma) and not is_clause(scene, start, edge):
            return trim(scene.reading, start, scene.stop)  # "The strike, first reported by X, | killed nine"
        return trim(scene.reading, start, edge)

    def _only_adjuncts(self, scene: Scene, start: int, stop: int) -> bool:
        """Whether nothing but adjuncts stands between a participle and its *by*: *published on Monday by*."""
        if start >= stop or skip_adjuncts(scene.reading, start, stop) >= stop:
            return True
        return all(
            scene.reading.date_over(i) is not None
            or scene.norm(i) in _IN_ADJUNCTS
            or is_adverb(scene.norm(i))
            for i in range(start, stop)
        )


def _range(subject: Subject | None) -> Range | None:
    return None if subject is None else (subject.start, subject.end)


def is_passive(reading: Reading, cue: int, floor: int) -> bool:
    """Whether a form of *be* governs the participle at ``cue``, adverbs aside: *was also reported*."""
    norms = reading.tokens.norms
    at = cue - 1
    while at >= floor and (is_adverb(norms[at]) or norms[at] in NEGATIONS):
        at -= 1
    return at >= floor and (norms[at] in BE or (norms[at] == "'s" and at > 0 and norms[at - 1] == "it"))
