"""The subject of a verb cue: found at its left, or carried over from an earlier verb of the sentence."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.participles import ParticipleSubjects
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.attribution.verb_groups import verb_group
from kursk_ie.text.wordclasses import AUXILIARIES, CLOSING_QUOTES, DO, NEGATIONS, VERB_GROUP, is_adverb

# participles that go on with another's words: *he said, adding …*; others tell of the article's own inference
ADDING: Final = frozenset(
    """add say note claim call cite warn accuse describe stress confirm allege insist argue urge quote acknowledge
    report state explain deny write declare tell vow pledge promise threaten announce admit""".split()
)
# negated, these deny: *does not believe that the prisoners were shot*
DOUBTED: Final = frozenset({"believe", "think", "expect"})
# what goes on in those who act: *residents fled, fearing …*
_MINDING: Final = frozenset({"fear", "hope", "believe", "expect", "think", "suspect", "worry"})
_PAST_LIKE_BASE: Final = frozenset({"put", "read", "let", "set"})
_PLURALS: Final = frozenset(
    "they we i you people police military media men women some many others intelligence who both most few".split()
)
# what stands before *to say*, *to confirm* and takes the statement away
_UNSAID: Final = frozenset(
    """declined refused failed declines refuses want wants wanted asked able unable going expected likely trying free
    how need needs needed have has had try tries tried opportunity chance reason reluctant supposed willing
    unwilling way required due set scheduled plans planned planning yet hope hopes hoped""".split()
)
_UNREAL: Final = frozenset({"would", "could", "might", "may", "should", "must", "will", "can"})
# *would say, would argue, would add* are polite forms of saying
_POLITE: Final = frozenset({"say", "argue", "add", "note", "call"})
# what stands before a participle of the same subject: *left after saying that*, *"…," adding that*
_BEFORE_PARTICIPLE: Final = CLOSING_QUOTES | frozenset(", and or but – — by before after while".split())
_FRONTED: Final = 3  # places where a sentence's subject is looked for


class SubjectFinder:
    """Finds who a verb cue belongs to."""

    def __init__(self, sources: SourceFinder) -> None:
        self._sources = sources
        self._participles = ParticipleSubjects(sources)

    def find(self, scene: Scene, number: int) -> tuple[Subject | None, bool]:
        """The subject of hit ``number``, and whether it is carried over."""
        own = self.own(scene, number)
        if own is not None:
            return own, False
        hit = scene.hits[number]
        participle = self.is_participle(scene, hit)
        if participle:
            subject = self._participles.find(scene, number)
            if subject is not None or scene.norm(hit.start - 1) == "as":
                return subject, False
            minding = hit.cue.lemma in _MINDING and scene.outer(hit.start) is None
            told = any(statement.source is not None for statement in scene.statements)
            if not (hit.cue.strong or hit.cue.lemma in ADDING or minding or told):
                return None, False
        if self._carries_over(scene, hit, participle):
            return self._carried(scene, hit), True
        return None, False

    def own(self, scene: Scene, number: int) -> Subject | None:
        """The noun phrase left of the verb, if it agrees with it."""
        if number not in scene.subjects:
            hit = scene.hits[number]
            subject = None
            if not self.is_participle(scene, hit):
                subject = self._sources.before_group(scene.reading, self.group_start(scene, hit), scene.start)
                if subject is not None and not self._agrees(scene, subject, hit):
                    subject = None
            scene.subjects[number] = subject
        return scene.subjects[number]

    def is_participle(self, scene: Scene, hit: CueHit) -> bool:
        """Whether the cue is an *-ing* form without auxiliary."""
        if hit.form != "ing":
            return False
        at = hit.start - 1
        while at > scene.start and (is_adverb(scene.norm(at)) or scene.norm(at) in NEGATIONS):
            at -= 1
        return scene.norm(at) not in AUXILIARIES and scene.norm(at) != "'s"

    def group_start(self, scene: Scene, hit: CueHit) -> int:
        """The first word of the verb group that the cue ends."""
        if hit.group < 0:
            hit.group = verb_group(scene.reading, hit.start, scene.start)
        return hit.group

    def _agrees(self, scene: Scene, subject: Subject, hit: CueHit) -> bool:
        """A bare form wants a plural subject, unless an auxiliary governs it."""
        if subject.end > hit.start:
            return False
        governed = scene.norm(hit.start - 1) in VERB_GROUP or self.group_start(scene, hit) < hit.start
        if hit.form != "base" or hit.cue.lemma in _PAST_LIKE_BASE or governed or scene.headline:
            return True
        norms = scene.reading.tokens.norms
        phrase = norms[subject.start : subject.end]
        return (
            phrase[-1] in _PLURALS
            or "and" in phrase
            or any(norm.endswith("s") and norm != "'s" for norm in phrase)
        )

    def _carries_over(self, scene: Scene, hit: CueHit, participle: bool) -> bool:
        before = scene.norm(self.group_start(scene, hit) - 1)
        if participle:
            return before in _BEFORE_PARTICIPLE or is_adverb(scene.norm(hit.start - 1))
        if before in ("and", "but", "or", "yet"):
            return hit.form != "base" or scene.norm(self.group_start(scene, hit)) in AUXILIARIES
        return before == "," and hit.form in ("past", "s") and bool(scene.statements)

    def _carried(self, scene: Scene, hit: CueHit) -> Subject | None:
        """The source of the sentence's last statement before the cue, else the sentence's own subject."""
        group = self.group_start(scene, hit)
        apart = scene.norm(group - 1) in ("and", "but") and scene.norm(group - 2) == ","
        order = scene.statements if apart else reversed(scene.statements)
        for statement in order:
            if statement.rule.startswith("noun-"):
                continue  # "rejected Oslo's claim of victory, saying": not Oslo says it
            if statement.source is not None and statement.cue[0] < hit.start:
                return Subject(*statement.source, True)
            if statement.source is None and hit.form == "ing":
                return None
        return self._sentence_subject(scene, hit.start)

    def _sentence_subject(self, scene: Scene, stop: int) -> Subject | None:
        """The first phrase that speaks, at the sentence's start or after its fronted adjuncts."""
        starts = [scene.start, *(at + 1 for at in range(scene.start, stop) if scene.norm(at) == ",")]
        for start in starts[:_FRONTED]:
            first = self._sources.after(scene.reading, start, stop, inverted=True)
            if first is not None and first.known and first.end < stop:
                return first
        return None

    def publisher(self, scene: Scene, noun: int) -> Subject | None:
        """Who put out the medium at word ``noun``."""
        return self._participles.publisher(scene, noun)

    def is_negated(self, scene: Scene, hit: CueHit) -> bool:
        """*did not believe, never thought*: only auxiliaries and adverbs between the negation and the cue."""
        at = hit.start - 1
        while at >= scene.start and (is_adverb(scene.norm(at)) or scene.norm(at) in DO):
            at -= 1
        return scene.norm(at) in NEGATIONS and scene.norm(at - 1) in DO

    def is_unsaid(self, scene: Scene, hit: CueHit) -> bool:
        """*did not say, without saying, has yet to claim, wanted to warn, would confirm*: no statement is made."""
        at = hit.start - 1
        group: list[str] = []
        while at >= scene.start and (is_adverb(scene.norm(at)) or scene.norm(at) in VERB_GROUP):
            group.append(scene.norm(at))
            at -= 1
        if self.is_negated(scene, hit):
            return hit.cue.lemma not in DOUBTED
        if any(norm in NEGATIONS for norm in group) or (hit.form == "ing" and scene.norm(at) == "without"):
            return True
        if "to" in group:
            return scene.norm(at) in _UNSAID or any(norm in _UNSAID for norm in group)
        return hit.form == "base" and hit.cue.lemma not in _POLITE and any(norm in _UNREAL for norm in group)
