"""Sources without a parser: the noun phrase that speaks, left or right of its cue, proved to be a speaker.

A phrase is known to speak when it is a known actor, a side, a name, a pronoun, or holds a noun that heads speakers
(*lawmaker, ministry*).
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.marks import opening_bracket
from kursk_ie.claims.attribution.noun_phrases import NounPhrases
from kursk_ie.claims.attribution.verb_groups import verb_group
from kursk_ie.claims.reading import Reading
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.text.wordclasses import (
    ADVERBS,
    ARTICLES,
    CLAUSE_MARKS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    PUNCTUATION,
    QUOTE_MARKS,
    SENTENCE_ADVERBS,
    is_adverb,
    is_name,
)

# words that begin an aside with names in it: *the EU, along with the UK, the US and Japan, has*
_APPENDING: Final = frozenset(
    {"along", "together", "including", "who", "which", "as", "citing", "quoting", "speaking", "in"}
)
_ASIDE_MARKS: Final = frozenset({",", "–", "—", "--"})
_NO_ASIDE: Final = frozenset({";", ":", ".", "(", ")"})
_ASIDE_LONGEST: Final = 30
_NICKNAME: Final = 2  # marks of one quotation within an aside: *the hacker known as "Zeta"*
_NAME_LONGEST: Final = 6  # words of a name between its quotation marks, the marks counted
_CIRCUMSTANTIAL: Final = PREPOSITIONS - {"of", "like", "including", "by"}
_ORDINALS: Final = frozenset({"first", "second", "third"})
_CLOSERS: Final = frozenset({")", '"', "”"})


class Subject:
    """A noun phrase found as source.

    Attributes:
        start, end: its words.
        known: whether it proved to be a speaker.
        office: first word of the office that it is the name of (*the mayor*, Ihor Terekhov); ``None`` without one.
    """

    __slots__ = ("end", "known", "office", "start")

    def __init__(self, start: int, end: int, known: bool, office: int | None = None) -> None:
        self.start = start
        self.end = end
        self.known = known
        self.office = office


class SourceFinder:
    """Finds noun phrases that speak; holds the lexicons, keeps nothing of a document."""

    def __init__(self, actors: ActorLexicon) -> None:
        self._actors = actors
        self._phrases = NounPhrases(actors)

    def is_head(self, norm: str) -> bool:
        """Whether a noun makes its phrase a speaker."""
        return self._actors.head(norm) is not None

    # -- left of the cue ---------------------------------------------------------------------------------------

    def before(self, reading: Reading, cue: int, floor: int) -> Subject | None:
        """The subject that ends left of word ``cue``, not before word ``floor``."""
        return self.before_group(reading, verb_group(reading, cue, floor), floor)

    def before_group(self, reading: Reading, group: int, floor: int) -> Subject | None:
        """The subject that ends left of the verb group that begins with word ``group``."""
        norms = reading.tokens.norms
        last = group - 1
        if last - 3 >= floor and norms[last] == "part" and norms[last - 2] == "for":
            last -= 3  # "Ukraine for its part says"
        if last < floor:
            return None
        if norms[last] in ("both", "all", "each") and last > floor and self._heads(reading, last - 1):
            last -= 1  # "the army and the navy both said"
        norm = norms[last]
        if norm in _ASIDE_MARKS or norm == "-":
            return self._across_aside(reading, last, floor)
        if norm == ")":
            return self._before_brackets(reading, last, floor)
        if norm in QUOTE_MARKS:
            return self.quoted_name(reading, last, floor)
        if norm in ("who", "which", "that") and last > floor:
            last -= 2 if norms[last - 1] == "," else 1
            if last < floor:
                return None
            if norm == "that" and not self.is_head(norms[last]):
                return None
            return self._phrase_before(reading, last, floor)
        phrase = self._phrase_before(reading, last, floor)
        return None if phrase is None else self._postmodified(reading, phrase, floor) or phrase

    def _postmodified(self, reading: Reading, inner: Subject, floor: int) -> Subject | None:
        """*Residents | fleeing through the hills say*: who stands before a participle or *who* left of ``inner``."""
        norms = reading.tokens.norms
        at = inner.start - 1
        at -= at > floor and norms[at] == "the"
        if at <= floor or norms[at] not in _CIRCUMSTANTIAL:
            return None
        for index in range(at - 1, max(floor, at - _ASIDE_LONGEST) - 1, -1):
            if norms[index] in CLAUSE_MARKS or norms[index] in QUOTE_MARKS:
                return None
            following = norms[index + 1]
            if following == "who" or (self.is_head(norms[index]) and following.endswith(("ing", "ed"))):
                outer = self._phrase_before(reading, index, floor)
                return outer if outer is not None and outer.known else None
        return None

    def _heads(self, reading: Reading, at: int) -> bool:
        return self.is_head(reading.tokens.norms[at]) or is_name(reading.tokens.words[at])

    def _before_brackets(self, reading: Reading, closing: int, floor: int) -> Subject | None:
        opening = opening_bracket(reading, closing, floor)
        inner = self.before(reading, opening, floor) if opening > floor else None
        if inner is not None and inner.end == opening:
            return Subject(inner.start, closing + 1, inner.known)
        return inner

    def quoted_name(self, reading: Reading, closing: int, floor: int) -> Subject | None:
        """*the newspaper "Kommersant" wrote*, *"The Guardian" reported*: the marks set off a name, no speech."""
        norms = reading.tokens.norms
        for opening in range(closing - 2, max(floor, closing - _NAME_LONGEST) - 1, -1):
            if norms[opening] not in QUOTE_MARKS:
                continue
            if opening > floor and self._is_common_head(reading, opening - 1):
                phrase = self._phrase_before(reading, opening - 1, floor)
                return None if phrase is None else Subject(phrase.start, closing + 1, True)
            known = reading.actor_over(opening + 1, closing) is not None
            return Subject(opening, closing + 1, True) if known else None
        return None

    def _is_common_head(self, reading: Reading, at: int) -> bool:
        return reading.tokens.words[at].islower() and self.is_head(reading.tokens.norms[at])

    def _across_aside(self, reading: Reading, comma: int, floor: int) -> Subject | None:
        """*Jonas Ohman, head of an NGO, told* and *the mayor, Ihor Terekhov, said*."""
        best: Subject | None = None
        for opening in self._aside_openings(reading, comma, floor):
            outer = self._phrase_before(reading, opening - 1, floor)
            if outer is None:
                continue
            if self._is_person_name(reading, opening + 1, comma) and self._is_office(reading, outer):
                return Subject(opening + 1, comma, True, outer.start)
            if outer.known and (best is None or reading.tokens.norms[opening + 1] in _APPENDING):
                best = outer
        return best

    def _aside_openings(self, reading: Reading, comma: int, floor: int) -> list[int]:
        """Commas or dashes that can open the aside which ends at ``comma``, nearest first."""
        norms = reading.tokens.norms
        found: list[int] = []
        quotes = 0
        for at in range(comma - 2, max(floor, comma - _ASIDE_LONGEST), -1):
            quotes += norms[at] in QUOTE_MARKS and norms[at] != "'"
            if norms[at] in _NO_ASIDE or quotes > _NICKNAME:
                break
            if norms[at] in _ASIDE_MARKS and norms[at + 1] not in QUOTE_MARKS:
                found.append(at)
        return found

    def _phrase_before(self, reading: Reading, last: int, floor: int) -> Subject | None:
        start = self._phrases.start(reading, last, floor)
        return None if start is None else self._prove(reading, start, last + 1)

    # -- right of the cue --------------------------------------------------------------------------------------

    def after(self, reading: Reading, start: int, stop: int, inverted: bool = False) -> Subject | None:
        """The noun phrase that begins at word ``start``: of *according to*, or of *…, said X* when ``inverted``."""
        tokens = reading.tokens
        norms = tokens.norms
        at = start
        if at + 1 < stop and norms[at] == "the" and norms[at + 1] in QUOTE_MARKS:
            at += 2
        while at < stop and (norms[at] in QUOTE_MARKS or is_adverb(norms[at])):
            at += 1
        if at >= stop or (inverted and tokens.words[at][0].isdigit()):
            return None
        pronouns = PERSONAL_PRONOUNS if inverted else PRONOUNS
        owning = norms[at] == "her" and at + 1 < stop and self.is_head(norms[at + 1])
        if norms[at] in pronouns and not owning and tokens.words[at] != "US":
            return Subject(at, at + 1, True)
        end = self._past_quoted_name(reading, self._phrases.end(reading, at, stop, inverted), stop)
        subject = self._prove(reading, at, end) if end > at else None
        if inverted and subject is not None and subject.known and self._is_office(reading, subject):
            return self._named_after(reading, subject, stop) or subject
        return subject

    def _past_quoted_name(self, reading: Reading, end: int, stop: int) -> int:
        """*said the newspaper | "Kommersant"*: the end of a phrase and of the quoted name that it leads to."""
        norms = reading.tokens.norms
        if end >= stop or norms[end] not in QUOTE_MARKS or not self._is_common_head(reading, end - 1):
            return end
        closing = next(
            (at for at in range(end + 2, min(end + _NAME_LONGEST, stop)) if norms[at] in QUOTE_MARKS), end
        )
        return closing + 1 if closing > end and is_name(reading.tokens.words[end + 1]) else end

    def _named_after(self, reading: Reading, office: Subject, stop: int) -> Subject | None:
        """*said the army chief, | General Abdel Fattah al-Burhan*: the name in apposition."""
        start = office.end + 1
        if office.end >= stop or reading.tokens.norms[office.end] != "," or start >= stop:
            return None
        end = start
        while end < stop and (is_name(reading.tokens.words[end]) or reading.tokens.norms[end] == "-"):
            end += 1
        return Subject(start, end, True) if self._is_person_name(reading, start, end) else None

    # -- proof -------------------------------------------------------------------------------------------------

    def _prove(self, reading: Reading, start: int, end: int) -> Subject | None:
        """Trim the phrase and say whether it is known to speak; ``None`` when it cannot be a source at all."""
        norms, words = reading.tokens.norms, reading.tokens.words
        while start < end and self._is_lead_in(reading, start, end):
            start += 1
        if start < end and norms[start] == "the":
            start += 1
        while end > start and norms[end - 1] in PUNCTUATION and norms[end - 1] not in _CLOSERS:
            end -= 1
        if start >= end or (norms[start] in ("there", "it") and end - start > 1):
            return None
        if norms[start] in ARTICLES and ARTICLES.issuperset(norms[start:end]):
            return None  # a "friendly nation"
        if norms[start] in PREPOSITIONS and not is_name(words[start]):
            return None
        while end - start > 1 and (norms[start] == "even" or self._is_conjoined(reading, start)):
            start += 1  # "said that Washington believes", "that even generals admit": the conjunction
        return Subject(start, end, self._known(reading, start, end))

    def _is_conjoined(self, reading: Reading, start: int) -> bool:
        norms, words = reading.tokens.norms, reading.tokens.words
        return norms[start] == "that" and (is_name(words[start + 1]) or is_adverb(norms[start + 1]))

    def _is_lead_in(self, reading: Reading, at: int, end: int) -> bool:
        """Whether an adverb or mark stands before the phrase proper: *Meanwhile*, *also*, not *First Deputy*."""
        norm = reading.tokens.norms[at]
        if norm in _ORDINALS and at + 1 < end and is_name(reading.tokens.words[at + 1]):
            return False
        return norm in SENTENCE_ADVERBS or norm in PUNCTUATION or norm in ADVERBS

    def _known(self, reading: Reading, start: int, end: int) -> bool:
        norms = reading.tokens.norms
        if end - start == 1 and (norms[start] in PERSONAL_PRONOUNS or norms[start] in OBJECT_PRONOUNS):
            return True
        if reading.actor_over(start, end) is not None or reading.side_over(start, end):
            return True
        if any(self.is_head(norm) for norm in norms[start:end]):
            return True
        return self._has_name(reading, start, end) and not norms[start].isdigit()

    def _has_name(self, reading: Reading, start: int, end: int) -> bool:
        words, norms = reading.tokens.words, reading.tokens.norms
        return any(
            is_name(words[i]) and norms[i] not in DETERMINERS and reading.date_over(i) is None
            for i in range(start, end)
        )

    def _is_person_name(self, reading: Reading, start: int, end: int) -> bool:
        words = reading.tokens.words[start:end]
        if not 2 <= len(words) <= 5 or not all(is_name(word) or word == "-" for word in words):
            return False
        return not self.is_head(reading.tokens.norms[end - 1]) and reading.side_over(end - 1, end) is None

    def _is_office(self, reading: Reading, subject: Subject) -> bool:
        """Whether a phrase ends in a common noun, or one of a place: *the mayor, the governor of Kursk*."""
        norms, last = reading.tokens.norms, subject.end - 1
        if "of" in norms[subject.start : last] and self._is_post(reading, subject):
            return True
        served = "to" in norms[subject.start : last]  # "an adviser to the president, X": X is served
        return reading.tokens.words[last].islower() and not served and reading.date_over(last) is None

    def _is_post(self, reading: Reading, subject: Subject) -> bool:
        """*governor | of Kursk*: an office by the place it rules."""
        at = reading.tokens.norms.index("of", subject.start, subject.end)
        place = reading.place_over(subject.end - 1)
        return place is not None and place[0] > at and self.is_head(reading.tokens.norms[at - 1])
