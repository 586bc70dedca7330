"""Contents right of a verb cue, as the frames of the verb allow."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries, trim_marks
from kursk_ie.claims.attribution.contents import (
    is_end,
    opens_grounds,
    skip_adjuncts,
    trim,
)
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import noun_end
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.telling import is_visit, past_addressee, past_manner
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    COMMON_PAST,
    DASHES,
    DETERMINERS,
    OPENING_QUOTES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    TERMINALS,
    is_name,
)

_SUBJECT_OF_CONTENT: Final = frozenset({"of", "about", "on", "for", "against", "at", "with"})
_QUOTED: Final = frozenset({"quote", "np", "that", "as"})
_STATED: Final = frozenset({"that", "np"})
_THINGS: Final = frozenset({"np", "obj"})
_OBJECT_FRAMES: Final = frozenset({"obj-of", "obj-for", "obj-to", "obj-with", "obj-in"})
_QUALIFYING: Final = frozenset({"about", "over", "up", "around", "between", "under", "near"})
_NAMING: Final = frozenset({"call", "dub", "label", "brand", "term", "deem", "name"})
_NOT_NAMING: Final = frozenset({"for", "on", "off", "up", "in", "out", "back", "a", "an", "to"})
_BARE_SAYING: Final = frozenset({"say", "tell", "add"})
_BREAKS: Final = frozenset({"and", "but", "(", ")", ";"})
_REFLEXIVE: Final = frozenset({"themselves", "himself", "herself", "itself", "a", "an", "way", "ways"})
_SHORTEST_CLAUSE: Final = 3
_ASKED: Final = 10  # words of who is asked
_QUESTIONS: Final = frozenset("whether if how why what which when where who".split())
_CLAUSES: Final = _QUESTIONS - {"who", "when", "where"}  # these are oftener relatives or circumstances
_TOPIC_REACH: Final = 10  # words of the topic in *said of X, "…"*
# what only points to something said elsewhere: *said as much, said the same*
_POINTING: Final = frozenset(
    {("that", "way"), ("as", "much"), ("the", "same"), ("his", "piece"), ("her", "piece")}
)
_POINTERS: Final = frozenset({"them", "him", "one"})
_ANYTHING: Final = _POINTERS | {"her", "me", "it", "that", "this"}  # *agree with him* says nothing
# circumstances of a telling whose content stands elsewhere: *something a caller told police before they came*
_ENDING: Final = TERMINALS | {","}
_PERSONS: Final = PERSONAL_PRONOUNS - {"it"}
_TIMES: Final = frozenset({"before", "after", "when", "while", "until", "since", "as"})
_AFTER_QUOTATION: Final = frozenset(
    """until as after when while before at in during on to for and but because although though from with by a an which
    who""".split()
)


class RightContents:
    """Reads what a verb cue governs at its right."""

    def __init__(self, boundaries: Boundaries) -> None:
        self._boundaries = boundaries

    def read(self, scene: Scene, number: int) -> Range | None:
        """The content right of hit ``number``, past its adjuncts and addressee."""
        hit = scene.hits[number]
        frames = hit.cue.frames
        stop = self._boundaries.right(scene, number, hit.end)
        if hit.cue.lemma == "put":
            return self._put(scene, hit.end, stop)
        if hit.cue.lemma.endswith(" that"):
            return self.quoted_or_rest(scene, hit.end, stop) if stop - hit.end >= _SHORTEST_CLAUSE else None
        at = past_addressee(scene, hit, stop)
        if at >= stop:
            return None
        if scene.norm(at) not in frames or self._is_circumstance(scene, at):
            at = skip_adjuncts(scene.reading, at, stop)
            at = past_manner(scene, frames, at, stop)
        norm = scene.norm(at)
        if norm == ",":
            return self._after_comma(scene, number, at, stop)
        if norm == ":":
            return self.quoted_or_rest(scene, at + 1, stop)
        if norm == "that" and "that" in frames and scene.norm(at + 1) != "way":
            return self.quoted_or_rest(scene, at + 1 + (scene.norm(at + 1) == ","), stop)
        if norm in OPENING_QUOTES or at in scene.quotes.opening:
            return self._quotation(scene, hit, at, stop)
        if is_end(scene.reading, at, stop) or norm in DASHES or norm in _BREAKS:
            return None
        if self._points(scene, at, stop) or self._is_time(scene, at, stop):
            return None
        if norm == "of" and hit.cue.lemma == "say":
            return self._said_of(scene, at, stop)
        question = self._question(scene, at, stop) if "if" in frames else None
        return self._framed(scene, hit, at, stop) if question is None else trim(scene.reading, question, stop)

    def _points(self, scene: Scene, at: int, stop: int) -> bool:
        """*said | as much, said | so on Monday*: only what is said elsewhere."""
        if scene.norm(at) == "so":
            return is_end(scene.reading, skip_adjuncts(scene.reading, at + 1, stop), stop)
        return (scene.norm(at), scene.norm(at + 1)) in _POINTING

    def _is_circumstance(self, scene: Scene, at: int) -> bool:
        """*Reported on Monday, on the basis of*: no topic, though *reported on* may have one."""
        return scene.reading.date_over(at + 1) is not None or opens_grounds(scene.reading, at)

    def _is_time(self, scene: Scene, at: int, stop: int) -> bool:
        """*said | before he died*: a clause of time alone, with no main clause after it."""
        return scene.norm(at) in _TIMES and not any(scene.norm(index) == "," for index in range(at, stop))

    def _said_of(self, scene: Scene, at: int, stop: int) -> Range | None:
        """*said of the treaty, "…"*: only with a quotation after the topic."""
        reach = range(at + 2, min(stop, at + _TOPIC_REACH) + 1)
        opening = next((i for i in reach if i in scene.quotes.opening and scene.norm(i - 1) in ",:"), None)
        return None if opening is None else self.quoted_or_rest(scene, opening, stop)

    def _quotation(self, scene: Scene, hit: CueHit, at: int, stop: int) -> Range | None:
        frames = hit.cue.frames
        if _QUOTED.isdisjoint(frames):
            return None
        opened = scene.quotes.opening.get(at)
        if opened is not None and hit.cue.lemma in _NAMING:
            return trim(scene.reading, opened.start, opened.end)
        return self.quoted_or_rest(scene, at, stop)

    # -- frames ------------------------------------------------------------------------------------------------

    def _framed(self, scene: Scene, hit: CueHit, at: int, stop: int) -> Range | None:
        """Content without *that* or quotation mark: the verb's frames decide whether it is one."""
        frames, norm = hit.cue.frames, scene.norm(at)
        counted = scene.reading.figure_over(at) is not None
        if norm == "to" or (
            norm in _SUBJECT_OF_CONTENT and (norm in frames or ("np" not in frames and not counted))
        ):
            return self._prepositional(scene, frames, at, stop)
        if not _OBJECT_FRAMES.isdisjoint(frames) and (
            _STATED.isdisjoint(frames) or self._object_end(scene, frames, at, stop) is not None
        ):
            return self._object_frame(scene, frames, at, stop)
        naming = hit.cue.lemma in _NAMING
        if frames <= {"quote", "aloud"} or (naming and (norm in _NOT_NAMING or is_visit(scene, at, stop))):
            return None
        if norm == "about" and not counted and not scene.norm(at + 1)[:1].isdigit():
            return None  # "nine things he said about the mayor"
        if norm in _CLAUSES and frames & {"that", "how", "if", "np"} and hit.cue.lemma not in _BARE_SAYING:
            return trim(scene.reading, at, stop)
        if frames <= {"as", "quote"} or ("as" in frames and self._has_as(scene, at, stop)):
            return self._noun_content(scene, at, stop) if self._as_frame(scene, hit, at, stop) else None
        if (
            norm in PREPOSITIONS
            and not counted
            and (norm not in _QUALIFYING or (norm == "up" and scene.norm(at + 1) != "to"))
        ):
            bare = hit.cue.lemma in _BARE_SAYING and self._is_clause(scene, at, stop)
            return trim(scene.reading, at, stop) if bare else None
        if hit.cue.lemma in _BARE_SAYING and counted and stop - at >= 4:
            return trim(scene.reading, at, stop)
        if norm in _POINTERS and "as" not in frames and not self._is_finite(scene, at + 1):
            return None
        if "np" in frames and hit.cue.lemma not in _BARE_SAYING and not self._has_finite(scene, at, stop):
            return self._noun_content(scene, at, stop)
        sayer = hit.cue.strong and hit.cue.lemma != "add"  # which takes things too
        sure = sayer or self._opens_subject(scene, at)
        if "that" in frames and sure and self._is_clause(scene, at, stop):
            return self._clause(scene, hit, at, stop)
        if not _THINGS.isdisjoint(frames) and hit.cue.lemma not in _BARE_SAYING:
            return self._noun_content(scene, at, stop)
        return None

    def _question(self, scene: Scene, at: int, stop: int) -> int | None:
        """Where *whether …* begins in *asked the engineers whether the dam was safe*."""
        for index in range(at, min(stop, at + _ASKED)):
            if scene.norm(index) in _QUESTIONS:
                return index
            if scene.norm(index) == "," or scene.norm(index) in PREPOSITIONS - {"of"}:
                return None
        return None

    def _has_finite(self, scene: Scene, at: int, stop: int) -> bool:
        """Whether a finite verb stands before the first aside: then the words are a clause, not a noun phrase."""
        if scene.norm(at) in _PERSONS or (scene.norm(at) == "it" and stop - at > 1):
            return True
        end = noun_end(scene, at, stop)
        return any(self._is_finite(scene, index) for index in range(at + 1, end))

    def _is_finite(self, scene: Scene, index: int) -> bool:
        norm, before = scene.norm(index), scene.norm(index - 1)
        if norm in AUXILIARIES or norm in COMMON_PAST:
            return before not in ("that", "which", "who")
        participle = before in DETERMINERS or scene.norm(index + 1) in ("by", "in", "on", "at", "from")
        return norm.endswith("ed") and len(norm) > 4 and not participle

    def _prepositional(self, scene: Scene, frames: frozenset[str], at: int, stop: int) -> Range | None:
        """*pledged | to send*, *warned of | a recession*, where the verb takes that preposition."""
        norm = scene.norm(at)
        if norm == "to":
            owned = "to" in frames or "obj" in frames
            return self._noun_content(scene, at, stop) if owned else None
        content = self._noun_content(scene, at + 1, stop) if norm in frames else None
        if content is not None and content[1] - content[0] == 1 and scene.norm(content[0]) in _ANYTHING:
            return None
        return content

    def _noun_content(self, scene: Scene, at: int, stop: int) -> Range | None:
        return trim(scene.reading, at, noun_end(scene, at, stop)) if at < stop else None

    def _clause(self, scene: Scene, hit: CueHit, at: int, stop: int) -> Range | None:
        """A clause without *that*; a weak verb wants a finite verb within it."""
        if not self._is_clause(scene, at, stop) or (scene.norm(at) in _REFLEXIVE and not hit.cue.strong):
            return None
        return trim(scene.reading, at, stop)

    def _opens_subject(self, scene: Scene, at: int) -> bool:
        """Whether a clause's subject can begin here, with its finite verb soon after."""
        norm, word = scene.norm(at), scene.reading.tokens.words[at]
        counted = norm[:1].isdigit() or scene.reading.figure_over(at) is not None
        opens = (
            counted or norm in PERSONAL_PRONOUNS or norm in DETERMINERS or is_name(word) or norm.endswith("s")
        )
        reach = range(at + 1, min(scene.stop, at + 8))
        return opens and any(scene.norm(i) in AUXILIARIES or scene.norm(i) in COMMON_PAST for i in reach)

    def _is_clause(self, scene: Scene, at: int, stop: int) -> bool:
        """Whether the words look like a clause: six or more, or three with a verb-like one among them."""
        return stop - at >= 6 or (
            stop - at >= 3 and any(self._is_verb_like(scene, i, at) for i in range(at, stop))
        )

    def _is_verb_like(self, scene: Scene, index: int, at: int) -> bool:
        norm = scene.norm(index)
        if norm in AUXILIARIES or norm in COMMON_PAST or norm.endswith(("ed", "'s")):
            return True
        return norm.endswith("s") and index > at

    def _object_frame(self, scene: Scene, frames: frozenset[str], at: int, stop: int) -> Range | None:
        """*accused Russia of burning*: the accused belongs to the content."""
        edge = self._object_end(scene, frames, at, stop)
        return None if edge is None else trim(scene.reading, at, noun_end(scene, edge, stop))

    def _object_end(self, scene: Scene, frames: frozenset[str], at: int, stop: int) -> int | None:
        """The preposition after the object: *of* in *accused Russia, the neighbour, of burning*."""
        wanted = {frame.partition("-")[2] for frame in frames if frame.startswith("obj-")}
        return next((index for index in range(at, min(stop, at + 15)) if scene.norm(index) in wanted), None)

    def _has_as(self, scene: Scene, at: int, stop: int) -> bool:
        return any(scene.norm(index) == "as" for index in range(at + 1, min(stop, at + 15)))

    def _as_frame(self, scene: Scene, hit: CueHit, at: int, stop: int) -> bool:
        """*described them as*; *called it deliberate*: an object and what it is said to be."""
        if hit.cue.lemma in _NAMING:
            return stop - at >= 2
        return hit.cue.lemma == "describe" or self._has_as(scene, at, stop)

    def _put(self, scene: Scene, at: int, stop: int) -> Range | None:
        """*put the dead at up to 400*: only with a figure after *at*."""
        stop = next((index for index in range(at, stop) if scene.norm(index) == ";"), stop)
        for index in range(at + 1, min(stop, at + 15)):
            if scene.norm(index) == "at":
                counted = any(index < figure.start <= index + 3 for figure in scene.reading.figures)
                return self._noun_content(scene, at, stop) if counted else None
        return None

    # -- after a comma, within quotation marks -----------------------------------------------------------------

    def _after_comma(self, scene: Scene, number: int, at: int, stop: int) -> Range | None:
        """*X said, "…"* and *X said, citing Y, that …*."""
        if at + 1 in scene.quotes.opening or scene.norm(at + 1) in OPENING_QUOTES:
            return self.quoted_or_rest(scene, at + 1, stop)
        for index in range(at + 1, min(scene.stop, at + 15)):
            if scene.norm(index) == "," and scene.norm(index + 1) == "that":
                return trim(scene.reading, index + 2, self._boundaries.right(scene, number, index + 2))
        return None

    def quoted_or_rest(self, scene: Scene, at: int, stop: int) -> Range | None:
        """A quotation that opens at ``at`` is the content whole, over its sentences; else the words up to ``stop``."""
        opened = scene.quotes.opening.get(at)
        if opened is None:
            return trim(scene.reading, at, stop)
        after = opened.end + 1
        ends_sentence = opened.end >= stop - 1 or scene.norm(after) in TERMINALS or scene.norm(after) == ""
        complete = scene.norm(opened.end - 1) in _ENDING and opened.end - opened.start >= 3
        if ends_sentence or (complete and self._is_over(scene, after)):
            return trim(scene.reading, opened.start, opened.end)
        return trim_marks(scene, at, max(stop, after))

    def _is_over(self, scene: Scene, at: int) -> bool:
        """*"…," adding, "…," a charge Kyiv denies*: whether the writer goes on behind a quotation, at word ``at``."""
        norm = scene.norm(at)
        return scene.norm(at - 2) != "," or norm in _AFTER_QUOTATION or norm.endswith("ing")
