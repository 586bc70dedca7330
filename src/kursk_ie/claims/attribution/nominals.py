"""Statements whose cue is a noun: *X's claim that …*, *a statement by X that …*, *in X's view*, *made a claim*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import is_predicate, noun_end
from kursk_ie.claims.attribution.prepositions import PrepositionRules
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.text.wordclasses import AUXILIARIES, BE, COMMON_PAST, DETERMINERS, PREPOSITIONS, is_name

_OWNING: Final = frozenset({"his", "her", "its", "their", "our", "my"})
_NOT_IN_PHRASE: Final = PREPOSITIONS | frozenset({",", ".", "that", "the", "a"})
_VIEW_LEADS: Final = frozenset({"in", "by", "on"})
_VIEW_ENDS: Final = frozenset({",", ".", "", ";"})
_VIEW_ACTS: Final = frozenset({"estimate", "say", "claim", "report"})
_VIEW_NOUNS: Final = frozenset(
    """view opinion assessment estimate estimates estimation judgment judgement count tally reckoning account words
    calculation calculations telling analysis evaluation""".split()
)
# "that" after these is a relative: *the claim that was made*
_RELATIVE_VERBS: Final = AUXILIARIES | frozenset({"came", "led", "followed", "appeared", "emerged"})
_LACKING_OBJECT: Final = frozenset(
    "denies denied deny disputes disputed dispute rejects rejected reject made makes".split()
)
# nouns that hide their owner: *reports that …*
_HIDDEN: Final = frozenset("report claim allegation rumor rumour accusation assertion speculation".split())
_MAKING: Final = frozenset(
    "made make makes making issued issue issues repeated repeats repeat raised put released release".split()
)
_JUDGED: Final = frozenset(
    """dismissed rejected denied disputed verified confirmed challenged refuted questioned met false untrue unfounded
    baseless""".split()
)
# prepositions that front a noun and its clause: *Despite his claim that …, prices rose*
_FRONTING: Final = frozenset(
    {"despite", "contrary", "given", "amid", "after", "following", "with", "notwithstanding"}
)
_TOPIC: Final = frozenset({"about", "of"})
_MAKING_REACH: Final = 6
_NO_STATEMENT: Final = frozenset({"comment", "comments", "interview"})  # *its request for comment*
_SUBJECT: Final = 2  # words before the owner of a noun that is its sentence's subject


class NounRules:
    """Reads nouns of saying."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries, prepositions: PrepositionRules) -> None:
        self._sources = sources
        self._boundaries = boundaries
        self._prepositions = prepositions

    def read(self, scene: Scene, number: int) -> None:
        """Add the statement of noun hit ``number``, if it is one."""
        hit = scene.hits[number]
        owner = self._possessor(scene, hit.start)
        if self._view(scene, number, hit, owner) or self._by_reports(scene, number, hit):
            return
        at = hit.end
        if scene.norm(at) in ("by", "from"):
            owner = self._sources.after(scene.reading, at + 1, scene.stop)
            at = owner.end if owner is not None and owner.known else at
        if scene.norm(at) == "that" and not self._opens_relative(scene, at + 1):
            self._that_clause(scene, number, at + 1, owner)
        elif owner is not None and scene.norm(at) in BE and scene.norm(at + 1) == "that":
            self._that_clause(scene, number, at + 2, owner)  # "the army's fear is that …"
        elif scene.norm(at) == "to" and scene.norm(at + 1) == "have" and owner is not None and owner.known:
            self._infinitive(scene, number, at, owner)
        elif owner is not None and owner.known and {scene.norm(at), "np"} & hit.cue.frames:
            self._of_topic(scene, number, at, owner)
        elif owner is None:
            self._made(scene, number, at)

    def _opens_relative(self, scene: Scene, at: int) -> bool:
        """*the claim that | was made, statements that | shocked voters*: a verb, where a clause has its subject."""
        return scene.norm(at) in _RELATIVE_VERBS or (scene.norm(at) != "there" and is_predicate(scene, at))

    def _lacks_object(self, scene: Scene, last: int) -> bool:
        """*a claim that the ministry | denies*: a relative clause, whose object is the noun."""
        return scene.norm(last) in _LACKING_OBJECT and scene.norm(last - 1) not in DETERMINERS

    def _infinitive(self, scene: Scene, number: int, at: int, owner: Subject) -> None:
        """*Russia's claim to have captured the town*."""
        content = trim(scene.reading, at, self._end(scene, number, at, owner))
        if content is not None:
            scene.add(scene.hits[number], (owner.start, owner.end), content, "noun-to")

    def _of_topic(self, scene: Scene, number: int, at: int, owner: Subject) -> None:
        """*the bishop's call for a truce, his threat to resign, the union's warning of strikes*."""
        to = scene.norm(at) == "to"
        start = at + (not to and "np" not in scene.hits[number].cue.frames)
        if to and (scene.norm(at + 1) in DETERMINERS or is_name(scene.reading.tokens.words[at + 1])):
            return  # "his threat to the voters"
        stop = noun_end(scene, start, self._boundaries.right(scene, number, start))
        if owner.start - scene.start <= _SUBJECT:
            stop = next((i for i in range(start + 1, stop) if is_predicate(scene, i)), stop)
        content = trim(scene.reading, start, stop)
        if content is not None and scene.norm(content[1] - 1) not in _NO_STATEMENT:
            rule = "noun-to" if to else "noun-about"
            scene.add(scene.hits[number], (owner.start, owner.end), content, rule)

    def _end(self, scene: Scene, number: int, at: int, owner: Subject | None) -> int:
        """Where the clause after a noun ends: at the main verb, when the noun is the sentence's subject."""
        stop = self._boundaries.right(scene, number, at)
        if scene.norm(scene.start) in _FRONTING and owner is not None and owner.start - scene.start <= 3:
            return next((later for later in range(at, stop) if scene.norm(later) == ","), stop)
        if owner is None or owner.start - scene.start > 2:
            return stop
        for later in range(at + 3, stop - 1):
            if scene.norm(later) in AUXILIARIES and self._passes_judgment(scene, later + 1):
                return later
        return stop

    def _passes_judgment(self, scene: Scene, at: int) -> bool:
        """*has been dismissed, could not be verified, was met with*."""
        words = [scene.norm(i) for i in range(at, at + 4)]
        return any(word in _JUDGED for word in words)

    def _that_clause(self, scene: Scene, number: int, at: int, owner: Subject | None) -> None:
        """*X's claim that …*; *reports that …* of nobody."""
        hit = scene.hits[number]
        content = trim(scene.reading, at, self._end(scene, number, at, owner))
        if content is None or content[1] - content[0] < 3 or self._lacks_object(scene, content[1] - 1):
            return
        if owner is None:
            owner = self._maker(scene, hit)
        if owner is not None and owner.known:
            source = (owner.start, owner.end)
            outer = scene.outer(hit.start)
            via = (
                [outer.source]
                if outer is not None and outer.source is not None and outer.source != source
                else []
            )
            scene.add(hit, source, content, "noun-that", via=via)
        elif hit.cue.lemma in _HIDDEN:
            scene.add(hit, None, content, "noun-hidden")

    def _made(self, scene: Scene, number: int, at: int) -> None:
        """*Putin had made a similar assertion, about 2,000 encircled soldiers*."""
        hit = scene.hits[number]
        topic = at + (scene.norm(at) == ",")
        owner = self._maker(scene, hit) if scene.norm(topic) in _TOPIC else None
        if owner is None or not owner.known:
            return
        content = trim(
            scene.reading,
            topic + 1,
            noun_end(scene, topic + 1, self._boundaries.right(scene, number, topic + 1)),
        )
        if content is not None:
            outer = scene.outer(hit.start)
            via = [outer.source] if outer is not None and outer.source is not None else []
            scene.add(hit, (owner.start, owner.end), content, "noun-about", via=via)

    def _maker(self, scene: Scene, hit: CueHit) -> Subject | None:
        """The subject of *made a …* before the noun."""
        for at in range(hit.start - 1, max(scene.start, hit.start - _MAKING_REACH), -1):
            if scene.norm(at) in _MAKING:
                return self._sources.before(scene.reading, at, scene.start)
        return None

    def _view(self, scene: Scene, number: int, hit: CueHit, owner: Subject | None) -> bool:
        """*In X's view, …* and *…, by the ministry's count*."""
        if owner is None or hit.cue.act not in _VIEW_ACTS or scene.norm(hit.start) not in _VIEW_NOUNS:
            return False
        start = scene.left_of(owner)
        if scene.norm(start) not in _VIEW_LEADS or scene.norm(hit.end) not in _VIEW_ENDS:
            return False
        content = self._prepositions.around(scene, number, start, hit.end)
        if content is not None:
            scene.add(hit, (owner.start, owner.end), content, "in-the-view-of")
        return True

    def _by_reports(self, scene: Scene, number: int, hit: CueHit) -> bool:
        """*…, by Ukrainian reports*: the reports themselves are the source."""
        by = hit.start - 2
        whose = scene.reading.side_over(hit.start - 1, hit.start) is not None
        if (
            scene.norm(by) != "by"
            or not whose
            or scene.norm(by - 1) != ","
            or scene.norm(hit.end) not in _VIEW_ENDS
        ):
            return False
        content = self._prepositions.around(scene, number, by, hit.end)
        if content is not None:
            scene.add((by, by + 1), (hit.start - 1, hit.end), content, "by-reports", act=hit.cue.act)
        return True

    def _possessor(self, scene: Scene, noun: int) -> Subject | None:
        """*HUR's | claim*, *his | own claim*: who owns the noun at ``noun``."""
        at = noun - 1
        while (
            at > scene.start
            and noun - at < 4
            and not self._owns(scene, at)
            and scene.norm(at) not in _NOT_IN_PHRASE
        ):
            at -= 1
        if scene.norm(at) in _OWNING:
            return Subject(at, at + 1, True)
        if scene.norm(at) in ("'s", "'") and at > scene.start:
            return self._without_verb(scene, self._sources.before(scene.reading, at, scene.start))
        return None

    def _without_verb(self, scene: Scene, owner: Subject | None) -> Subject | None:
        """*denounced | Kyiv's claim*, *to calm | Oslo's fear*: a verb is no part of the owner."""
        if owner is None:
            return None
        for at in range(owner.end - 2, owner.start - 1, -1):
            norm, before = scene.norm(at), scene.norm(at - 1)
            finite = norm in COMMON_PAST or (norm.endswith("ed") and len(norm) > 4)
            modifying = before in DETERMINERS or before in ("-", "–")  # "the exiled mayor's claim"
            if (finite and not modifying) or (before == "to" and scene.reading.tokens.words[at].islower()):
                return self._sources.before(scene.reading, owner.end, at + 1)
        return owner

    def _owns(self, scene: Scene, at: int) -> bool:
        return scene.norm(at) in _OWNING or scene.norm(at) in ("'s", "'")
