"""Statements whose cue is a verb: which of the rules reads it, passive, inverted, with its content right or left."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.frames import RightContents
from kursk_ie.claims.attribution.noun_ends import main_verb
from kursk_ie.claims.attribution.participles import MEDIA
from kursk_ie.claims.attribution.passives import PassiveRules
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.attribution.subjects import SubjectFinder
from kursk_ie.claims.attribution.trailing import TrailingRules
from kursk_ie.claims.statement import Range
from kursk_ie.mentions.found import between
from kursk_ie.results import Act
from kursk_ie.text.wordclasses import AUXILIARIES, CONJUNCTIONS, SUBORDINATORS, is_name

_FREE_RELATIVES: Final = frozenset({"everything", "anything", "nothing", "what", "whatever", "all"})
_OF_TRAILING: Final = frozenset({"quote", "that"})  # frames of a cue whose content may stand left
_WISHES: Final = frozenset({"want", "hope", "expect"})
# what is found out is said by what finds it out; a person who *found two bodies* or *shows courage* does not speak
_FINDING: Final = frozenset({"find", "show"})
_SHOWING: Final = MEDIA | frozenset(
    """study studies survey surveys poll polls report reports research review inquiry investigation investigations
    analysis audit commission committee panel court jury judge tribunal researchers investigators auditors
    polling data statistics figures numbers evidence imagery cctv records record email emails map maps filing filings
    disclosure disclosures findings results census index test tests autopsy transcript transcripts logs files cables
    ballots tally screenshot screenshots""".split()
)
_PUBLISHED: Final = 4  # words back to the medium: *videos put out | by the insurgents show*
# denied, these are withheld: *denied him entry*
_WITHHELD: Final = frozenset(
    "access entry bail permission asylum visas passage food water treatment care".split()
)
_PASSING: Final = 6  # words of what is told in passing: *…, conceding the race*
_WEIGHED: Final = frozenset({"deny", "confirm", "claim"})
_BARE_INFINITIVE: Final = 3  # words of *to build*, *him to do*
_WRITER: Final = frozenset({"i", "you", "we"})  # outside quotation marks the article's own voice


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
        if self._is_relative_object(scene, subject, hit) or self._introduces_saying(scene, number):
            return
        if self._modifies_source(scene, hit, subject) or self._is_relative(scene, hit):
            return
        trails = not carried and not _OF_TRAILING.isdisjoint(hit.cue.frames)
        closes = trails and subject.end <= hit.start and self._trailing.closes_quotation(scene, subject)
        content = None if closes else self._contents.read(scene, number)
        if content is not None and scene.norm(subject.end) == "who" and subject.start - scene.start <= 1:
            content = self._without_main(scene, hit, content)
        if content is not None and (
            self._is_part(scene, hit, content) or self._lacks_object(scene, subject, content)
        ):
            return
        if content is not None:
            self._add_right(scene, number, subject, content, carried)
        elif trails:
            self._trailing.trailing(scene, number, subject)

    def _without_main(self, scene: Scene, hit: CueHit, content: Range) -> Range | None:
        """*the bishop who condemned the raid | was jailed*."""
        if "that" in hit.cue.frames and scene.norm(content[0]) != "to":
            return content  # whose own verb it may be
        return trim(scene.reading, content[0], main_verb(scene, content[0] + 1, content[1]))

    def _can_own(self, scene: Scene, subject: Subject, hit: CueHit) -> bool:
        """Whether the subject may speak by this verb."""
        relative = scene.norm(subject.end) == "who" or scene.norm(subject.end + 1) == "who"
        if not (subject.known or (hit.cue.strong and not relative)):
            return False
        if hit.cue.lemma in _WISHES and scene.norm(subject.end) in ("who", "that"):
            return False  # "voters who want to stay"
        if hit.cue.lemma == "deny" and any(scene.norm(hit.end + i) in _WITHHELD for i in range(3)):
            return False
        if hit.cue.lemma == "expect" and hit.form == "past" and scene.norm(hit.end) == "to":
            return False  # "leader expected to speak": a headline's passive
        if hit.cue.lemma == "ask" and scene.norm(hit.end) == "not":
            return False  # "a nurse who asked not to be named"
        if hit.cue.lemma in _FINDING and scene.norm(hit.end) != "that":
            by = scene.left_of(subject)
            start = by - _PUBLISHED if scene.norm(by) == "by" else subject.start
            return any(scene.norm(at) in _SHOWING for at in range(start, subject.end))
        return subject.end - subject.start > 1 or scene.norm(subject.start) not in _WRITER

    def _is_relative_object(self, scene: Scene, subject: Subject, hit: CueHit) -> bool:
        """*everything Trump says, what he said*: the clause tells of a statement without giving it."""
        if "as" in hit.cue.frames:
            return False
        before, first = scene.norm(scene.left_of(subject)), scene.norm(subject.start)
        return before in _FREE_RELATIVES or first in _FREE_RELATIVES

    def _is_relative(self, scene: Scene, hit: CueHit) -> bool:
        """*rules that could close the mine*: a noun and its relative clause, not a verb and its own."""
        return hit.cue.lemma.endswith(" that") and hit.form == "s" and scene.norm(hit.end) in AUXILIARIES

    def _modifies_source(self, scene: Scene, hit: CueHit, subject: Subject) -> bool:
        """*two officials | briefed on the talks*: a participle of a source that has its own cue."""
        if hit.form != "past" or hit.start != subject.end:
            return False
        if hit.cue.lemma == "call" and scene.reading.tokens.norms[subject.start : subject.end].count("a"):
            return is_name(
                scene.reading.tokens.words[hit.end]
            )  # "a group called Ansar", "moved to a town called Niu"
        return any(
            s.source is not None
            and s.source[0] == subject.start
            and s.cue[0] < hit.start
            and s.rule != "verb-subject"  # "Noting that talks had failed, the envoy added"
            for s in scene.statements
        )

    def _introduces_saying(self, scene: Scene, number: int) -> bool:
        """*quoted sources as saying*: the second cue makes the statement; *wanted to warn*: none is made."""
        later, lemma = scene.hits[number + 1 :], scene.hits[number].cue.lemma
        if lemma in _WISHES:
            if lemma == "want" and scene.hits[number].form == "past":
                return True
            return bool(later) and later[0].start == scene.hits[number].end + 1
        if lemma not in ("quote", "cite"):
            return False
        return any(verb.form == "ing" and scene.norm(verb.start - 1) == "as" for verb in later)

    def _is_part(self, scene: Scene, hit: CueHit, content: Range) -> bool:
        """*He said the studies contradicted half of it*: a thing, not a clause, within what another says."""
        if "np" not in hit.cue.frames or scene.outer(hit.start) is None:
            return False
        if hit.cue.strong and (hit.cue.act in _WEIGHED or content[1] - content[0] >= _PASSING):
            return False
        if between(scene.reading.figures, *content):
            return False  # a count keeps its own source
        return scene.norm(content[0] - 1) != "that" and scene.norm(content[0]) != "to"

    def _lacks_object(self, scene: Scene, subject: Subject, content: Range) -> bool:
        """*the wall | he wants to build*: an infinitive whose object stands before the subject."""
        if scene.norm(content[1] - 2) != "to" or content[1] - content[0] > _BARE_INFINITIVE:
            return False
        before = scene.left_of(subject)
        told = any(hit.end == before + 1 for hit in scene.hits)
        word = scene.norm(before)
        plain = word.isalpha() and word not in CONJUNCTIONS and word not in SUBORDINATORS
        return plain and not told and scene.reading.date_over(before) is None

    def _quoting(self, scene: Scene, number: int) -> Subject | None:
        """Who quotes the source of *as saying*."""
        if scene.norm(scene.hits[number].start - 1) != "as":
            return None
        for earlier in range(number - 1, -1, -1):
            if scene.hits[earlier].cue.lemma in ("quote", "cite"):
                return self._subjects.own(scene, earlier)
        return None

    def _add_right(self, scene: Scene, number: int, subject: Subject, content: Range, carried: bool) -> None:
        hit = scene.hits[number]
        source = (subject.start, subject.end)
        act: Act | None = "deny" if self._subjects.is_negated(scene, hit) else None
        quoting = self._quoting(scene, number)
        if quoting is not None:
            scene.add(hit, source, content, "quoted-as-saying", via=[(quoting.start, quoting.end)])
            return
        outer = scene.outer(hit.start)
        via = (
            [outer.source]
            if outer is not None and outer.source is not None and outer.source != source
            else []
        )
        scene.add(hit, source, content, "verb-carried" if carried else "verb-subject", act, via)
