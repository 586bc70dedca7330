"""Statements whose cue is no finite verb: nouns, prepositions, adverbs, set phrases, refusals, headline marks."""

from __future__ import annotations

from kursk_ie.claims.contents import trim
from kursk_ie.claims.cues import CueHit
from kursk_ie.claims.scene import Scene
from kursk_ie.claims.sources import SourceFinder, Subject
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.claims.verbs import VerbRules
from kursk_ie.text.wordclasses import DASHES, PREPOSITIONS, RELATIVES, TERMINALS

_FRONTED_MARKS = frozenset({",", ";", "–", "—", ":", "(", "and", "but", "while"})


class NominalRules:
    """Reads the cues that are not finite verbs."""

    def __init__(self, sources: SourceFinder, verbs: VerbRules) -> None:
        self._sources = sources
        self._verbs = verbs

    # -- according to X ----------------------------------------------------------------------------------------

    def preposition(self, scene: Scene, number: int) -> None:
        """*According to X, …*; *…, according to X*; *citing X*."""
        hit = scene.hits[number]
        subject = self._sources.after(scene.reading, hit.end, scene.stop)
        if subject is None or (not subject.known and "source-after-strict" in hit.cue.frames):
            return
        if "citing-weak" in hit.cue.frames and not subject.known:
            return
        if hit.cue.frames & {"citing", "citing-weak"}:
            self._citing(scene, hit, subject)
            return
        if hit.cue.lemma == "per" and scene.norm(hit.start - 1) not in (",", "(", "") and hit.start != scene.start:
            return
        content = self._around(scene, number, hit.start, subject.end)
        if content is not None:
            owner = scene.outer(hit.start)
            via = [owner.source] if owner is not None and owner.source is not None and owner.content != content else []
            scene.add(hit, (subject.start, subject.end), content, "according-to", via=via)

    def _around(self, scene: Scene, number: int, start: int, end: int) -> Range | None:
        """The content of a cue phrase, words ``start`` up to ``end``: right of it when fronted, else left."""
        edge = self._verbs.clause_start(scene, start)
        fronted = start - edge <= 1
        after = end
        while after < scene.stop and scene.norm(after) not in (",", ".", ":", ";", "–", "—") and after - end < 14 and fronted:
            after += 1
        if fronted:
            return trim(scene.reading, after, self._verbs.right_end(scene, number, after))
        if scene.norm(start - 1) == "," and scene.norm(end) == "," and start - edge < 8:
            return trim(scene.reading, edge, self._verbs.right_end(scene, number, end + 1))
        content = self._verbs._left(scene, start - 1 if scene.norm(start - 1) == "," else start, scene.norm(start - 1) == "," and start - 2 in scene.quotes.closing or start - 1 in scene.quotes.closing)
        return content

    def _citing(self, scene: Scene, hit: CueHit, subject: Subject) -> None:
        """*TASS reported, citing the ministry*: an outlet hands the statement to the one it cites."""
        source = (subject.start, subject.end)
        outer = next((s for s in reversed(scene.statements) if s.source is not None), scene.previous)
        if outer is None or outer.source is None:
            return
        if scene.reading.kind_of(outer.source) == "media" and outer.sentence == scene.index:
            outer.via.insert(0, outer.source)
            outer.source, outer.cue, outer.rule, outer.act = source, (hit.start, hit.end), "citing", "say"
            return
        if outer.via and scene.reading.kind_of(outer.via[-1]) == "media" and outer.sentence == scene.index:
            outer.via.insert(len(outer.via) - 1, source)
            return
        if subject.known and outer.content is not None and outer.sentence == scene.index:
            scene.add(hit, source, outer.content, "citing", via=[outer.source])

    # -- X's claim that ----------------------------------------------------------------------------------------

    def noun(self, scene: Scene, number: int) -> None:
        """*X's claim that …*, *a statement by X that …*, *in X's view, …*, *by X's count*."""
        hit = scene.hits[number]
        following = scene.norm(hit.end)
        owner = self._possessor(scene, hit.start)
        lead = scene.norm(self._noun_phrase_start(scene, hit.start, owner) - 1)
        if owner is not None and lead in ("in", "by", "on") and following in (",", ".", "", ";") and hit.cue.act in ("estimate", "say", "claim"):
            content = self._around(scene, number, self._noun_phrase_start(scene, hit.start, owner) - 1, hit.end)
            if content is not None:
                scene.add(hit, (owner.start, owner.end), content, "in-the-view-of")
            return
        if following in ("by", "from") and not hit.cue.lemma.startswith("word"):
            owner = self._sources.after(scene.reading, hit.end + 1, scene.stop)
            at = owner.end if owner is not None and owner.known else hit.end
        else:
            at = hit.end
        if scene.norm(at) == "that" and scene.norm(at + 1) not in ("was", "is", "has", "had", "were", "have", "will", "would", "came", "led"):
            content = trim(scene.reading, at + 1, self._verbs.right_end(scene, number, at + 1))
            if content is None or content[1] - content[0] < 3:
                return
            if owner is not None and owner.known:
                outer = scene.outer(hit.start)
                via = [outer.source] if outer is not None and outer.source is not None and outer.source != (owner.start, owner.end) else []
                scene.add(hit, (owner.start, owner.end), content, "noun-that", via=via)
            elif hit.cue.lemma in ("report", "claim", "allegation", "rumor", "rumour", "accusation", "assertion", "suggestion", "speculation"):
                scene.add(hit, None, content, "noun-hidden")

    def _possessor(self, scene: Scene, noun: int) -> Subject | None:
        """*HUR's | claim*, *his | own claim*: who owns the noun at ``noun``."""
        at = noun - 1
        while at > scene.start and scene.norm(at) not in ("'s", "'", "his", "her", "its", "their", "our", "my") and noun - at < 4 and scene.norm(at) not in PREPOSITIONS and scene.norm(at) not in (",", ".", "that", "the", "a"):
            at -= 1
        norm = scene.norm(at)
        if norm in ("his", "her", "its", "their", "my", "our"):
            return Subject(at, at + 1, True)
        if norm in ("'s", "'") and at > scene.start:
            return self._sources.before(scene.reading, at, scene.start)
        return None

    def _noun_phrase_start(self, scene: Scene, noun: int, owner: Subject | None) -> int:
        if owner is None:
            return noun
        return owner.start - 1 if scene.norm(owner.start - 1) == "the" else owner.start

    # -- reportedly, it is reported that -----------------------------------------------------------------------

    def adverb(self, scene: Scene, hit: CueHit) -> None:
        """*reportedly*: a hidden source for the clause; within another's statement only for what follows."""
        outer = scene.outer(hit.start)
        stop = self._clause_stop(scene, hit.end)
        if outer is None:
            start = self._verbs.clause_start(scene, hit.start)
            if any(scene.norm(i) in RELATIVES | {"that"} for i in range(max(start, hit.start - 3), hit.start)):
                start = hit.end
            content = trim(scene.reading, start, stop)
            if content is not None and content[1] - content[0] > 1:
                scene.add(hit, None, content, "adverb")
            return
        relative = any(scene.norm(i) in RELATIVES | {"that"} for i in range(hit.start - 3, hit.start))
        if hit.cue.act == "allege" and not relative:
            outer.act = "allege"
            return
        content = trim(scene.reading, hit.end, min(stop, outer.content[1] if outer.content else stop))
        if content is not None:
            via = [outer.source] if outer.source is not None and not relative else []
            scene.add(hit, None, content, "adverb", via=via)

    def _clause_stop(self, scene: Scene, at: int) -> int:
        for index in range(at, scene.stop):
            if scene.norm(index) == ";" or scene.norm(index) == "," and scene.norm(index + 1) in ("but", "while", "whereas", "although", "though"):
                return index
        return scene.stop

    def phrase(self, scene: Scene, number: int) -> None:
        """*It is reported that …*, *According to reports, …*, *reports say*: the text hides who speaks."""
        hit = scene.hits[number]
        at = hit.end
        if scene.norm(at) == "that":
            at += 1
        right = trim(scene.reading, at, self._verbs.right_end(scene, number, at))
        if scene.norm(hit.end) == "from" or scene.norm(hit.end) == "by":
            return
        if right is not None and right[1] - right[0] >= 3:
            scene.add(hit, None, right, "hidden-phrase")
        else:
            left = trim(scene.reading, self._verbs.clause_start(scene, hit.start), hit.start)
            if left is not None and left[1] - left[0] >= 3:
                scene.add(hit, None, left, "hidden-phrase")

    # -- no comment --------------------------------------------------------------------------------------------

    def decline(self, scene: Scene, start: int, end: int) -> None:
        """*X declined to comment*: a statement without content."""
        subject = self._sources.before(scene.reading, start, scene.start)
        if subject is None or not subject.known or subject.start >= start:
            before = scene.norm(self._sources.skip_verb_group(scene.reading, start, scene.start) - 1)
            carried = next((s for s in reversed(scene.statements) if s.source is not None), None)
            if before in ("and", "but", ",", "or") and carried is not None and carried.source is not None:
                subject = Subject(*carried.source, True)
            elif before in ("and", "but", "or") and carried is None:
                first = self._sources.after(scene.reading, scene.start, start, inverted=True)
                subject = first if first is not None and first.known else None
            else:
                subject = None
        if subject is None or not subject.known:
            return
        statement = scene.add((start, end), (subject.start, subject.end), None, "decline")
        statement.act = "decline"

    # -- headlines ---------------------------------------------------------------------------------------------

    def headline(self, scene: Scene) -> None:
        """*Ukraine: …* at a heading's start; *…: Ukraine*, *… - ISW* at its end."""
        reading, start, stop = scene.reading, scene.start, scene.stop
        for at in range(start + 1, min(start + 7, stop - 3)):
            if scene.norm(at) == ":":
                if self._named(reading, start, at):
                    content = trim(reading, at + 1, stop)
                    if content is not None and content[1] - content[0] >= 3:
                        scene.add((at, at + 1), (start, at), content, "headline-colon")
                break
        if not scene.headline or scene.statements or stop - start < 5:
            return
        for at in range(stop - 2, max(start + 2, stop - 6), -1):
            if scene.norm(at) in DASHES or scene.norm(at) == ":":
                if self._named(reading, at + 1, stop) and scene.norm(stop - 1) not in TERMINALS:
                    content = trim(reading, start, at)
                    if content is not None:
                        scene.add((at, at + 1), (at + 1, stop), content, "headline-end")
                return

    def _named(self, reading: object, start: int, stop: int) -> bool:
        """Whether the words are the whole name of an actor or side that can speak."""
        from kursk_ie.claims.reading import Reading

        assert isinstance(reading, Reading)
        for hit in reading.actors:
            if hit.end == stop and hit.start <= start + 2 and hit.start >= start:
                return True
        return any(hit.start == start and hit.end == stop and hit.form in ("name", "capital") for hit in reading.sides)


