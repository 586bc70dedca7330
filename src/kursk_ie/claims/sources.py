"""Sources without a parser: the noun phrase that speaks, left or right of its cue.

The phrase is walked word by word from the cue outwards until something that cannot belong to it; then it must prove
to be a speaker: a known actor, a side, a name, a pronoun or a noun that heads speakers (*lawmaker, ministry*).
"""

from __future__ import annotations

from dataclasses import dataclass

from kursk_ie.claims.reading import Reading
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.text.wordclasses import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLAUSE_MARKS,
    CONJUNCTIONS,
    DETERMINERS,
    LINKING_PREPOSITIONS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    RELATIVES,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
    is_adverb,
    is_name,
)

Range = tuple[int, int]

# words that begin an aside with names in it: *the EU, along with the UK, the US and Japan, has*
_APPENDING = frozenset({"along", "together", "including", "who", "which", "as"})
_MAX_PHRASE = 30  # words; no source of a gold article is longer than 15


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase found as source; ``known`` when it proved to be a speaker."""

    start: int
    end: int
    known: bool


class SourceFinder:
    """Finds noun phrases that speak; holds the lexicons, keeps nothing of a document."""

    def __init__(self, actors: ActorLexicon) -> None:
        self._actors = actors

    # -- left of the cue ---------------------------------------------------------------------------------------

    def before(self, reading: Reading, cue: int, floor: int) -> Subject | None:
        """The subject that ends left of word ``cue``, not before word ``floor``."""
        tokens = reading.tokens
        last = self.skip_verb_group(reading, cue, floor) - 1
        if last < floor:
            return None
        norm = tokens.norms[last]
        if norm == "part" and last - 3 >= floor and tokens.norms[last - 2] == "for":
            last -= 3  # "Ukraine for its part says"
            norm = tokens.norms[last]
        if norm in (",", "–", "—", "-"):
            return self._across_apposition(reading, last, floor)
        if norm == ")":
            opening = _opening(reading, last, floor)
            inner = self.before(reading, opening, floor) if opening > floor else None
            return Subject(inner.start, last + 1, inner.known) if inner and inner.end == opening else inner
        if norm in ("who", "which") and last > floor:
            at = last - 1 if tokens.norms[last - 1] != "," else last - 2
            return self._phrase_before(reading, at, floor) if at >= floor else None
        return self._phrase_before(reading, last, floor)

    def skip_verb_group(self, reading: Reading, cue: int, floor: int) -> int:
        """The first word of the verb group that ends before ``cue``: auxiliaries, adverbs, a day in between."""
        norms = reading.tokens.norms
        at = cue
        while at > floor:
            norm = norms[at - 1]
            if norm in AUXILIARIES or norm in NEGATIONS or norm == "to" and at < cue:
                at -= 1
            elif is_adverb(norm) and norm not in ("so", "yet", "here", "there", "now") and at - 1 > floor:
                at -= 1
            elif (day := reading.date_over(at - 1)) is not None and day[0] > floor:
                at = day[0] - 1 if norms[day[0] - 1] in ("on", "in", "late", "early") else day[0]
                if at <= floor:
                    return cue
            else:
                break
        return at

    def _across_apposition(self, reading: Reading, comma: int, floor: int) -> Subject | None:
        """*Jonas Ohman, head of an NGO, told* and *the mayor, Ihor Terekhov, said*."""
        best: Subject | None = None
        for opening in self._openings(reading, comma, floor):
            outer = self._phrase_before(reading, opening - 1, floor)
            if outer is None:
                continue
            inner = (opening + 1, comma)
            if self._is_person_name(reading, *inner) and not self._has_name(reading, outer):
                return Subject(*inner, True)
            if outer.known and (best is None or reading.tokens.norms[opening + 1] in _APPENDING):
                best = outer
        return best

    def _openings(self, reading: Reading, comma: int, floor: int) -> list[int]:
        """Commas or dashes that can open the aside which ends at ``comma``, nearest first."""
        norms = reading.tokens.norms
        found = []
        for at in range(comma - 2, max(floor, comma - 30), -1):
            if norms[at] in (";", ":", ".", "(", ")") or norms[at] in QUOTE_MARKS and norms[at] != "'":
                break
            if norms[at] in (",", "–", "—"):
                found.append(at)
        return found

    def _phrase_before(self, reading: Reading, last: int, floor: int) -> Subject | None:
        start = self._walk_left(reading, last, max(floor, last - _MAX_PHRASE))
        if start is None:
            return None
        return self._prove(reading, start, last + 1)

    def _walk_left(self, reading: Reading, last: int, floor: int) -> int | None:
        """First word of the noun phrase that ends with word ``last``."""
        norms, words = reading.tokens.norms, reading.tokens.words
        if norms[last] in PERSONAL_PRONOUNS:
            return last
        if norms[last] in ("others", "some", "many", "all", "both", "one", "neither", "those", "two"):
            return last
        start: int | None = None
        at = last
        joined = False
        while at >= floor:
            norm = norms[at]
            if at < last and reading.date_over(at) is not None and norms[at + 1] not in ("'s", "'"):
                break
            if norm in DETERMINERS:
                start = at
                if not self._links(reading, at, floor):
                    break
                at -= 1
                continue
            if norm in LINKING_PREPOSITIONS or norm in ("by", "against", "under"):
                if start is None or at - 1 < floor or not self._can_carry(reading, at - 1, floor):
                    break
            elif norm in ("and", "or", "&"):
                if start is None or at - 1 < floor or not self._joins(reading, at, start):
                    break
                joined = True
            elif norm == ",":
                if not joined or at - 1 < floor or not self._joins(reading, at, start or at + 1):
                    break
            elif norm == ")":
                at = _opening(reading, at, floor)
            elif norm in PERSONAL_PRONOUNS or norm in OBJECT_PRONOUNS or norm in RELATIVES:
                break
            elif norm in AUXILIARIES and not (norm == "may" or words[at] == "Will"):
                break
            elif norm in CONJUNCTIONS or norm in SUBORDINATORS or norm in PREPOSITIONS or norm in NEGATIONS:
                break
            elif norm in PUNCTUATION and norm != "'":
                break
            elif at < last and self._is_locative(reading, at):
                break
            else:
                start = at
            at -= 1
        return start

    def _links(self, reading: Reading, at: int, floor: int) -> bool:
        """Whether the determiner at ``at`` continues a phrase: *a member | of | the council*."""
        norms = reading.tokens.norms
        if at - 2 < floor:
            return False
        before = norms[at - 1]
        if before in ("and", "or"):
            return self._joins(reading, at - 1, at)
        if before in LINKING_PREPOSITIONS or before in ("by", "against", "under", "across"):
            return self._can_carry(reading, at - 2, floor)
        return before == ","and norms[at] in ("a", "an", "the") and self._joins(reading, at - 1, at)

    def _can_carry(self, reading: Reading, at: int, floor: int) -> bool:
        """Whether the word at ``at`` can carry a prepositional phrase as part of a source."""
        norm, word = reading.tokens.norms[at], reading.tokens.words[at]
        if norm in PUNCTUATION:
            return norm in (")",)
        if self._actors.head(norm) is not None or (is_name(word) and at > floor):
            return True
        if norm in PREPOSITIONS or norm in DETERMINERS or norm in AUXILIARIES or norm in CONJUNCTIONS:
            return False
        if norm.endswith(("ing", "ed", "en")) and at - 1 >= floor:
            return self._actors.head(reading.tokens.norms[at - 1]) is not None
        if is_name(word) or is_adverb(norm) or norm in SUBORDINATORS:
            return False
        # an inner noun of a longer chain: *on condition of anonymity*, *a member of the board of the bank*
        return at - 1 >= floor and reading.tokens.norms[at - 1] in LINKING_PREPOSITIONS

    def _joins(self, reading: Reading, at: int, start: int) -> bool:
        """Whether the *and* (or comma) at ``at`` joins two speakers, or two adjectives of one."""
        tokens = reading.tokens
        before, after = tokens.norms[at - 1], tokens.words[start]
        if before in ("'s", ")"):
            return before == ")"
        left_name = is_name(tokens.words[at - 1])
        if left_name and (is_name(after) or after.lower() in ARTICLES):
            return reading.date_over(at - 1) is None
        left_head = self._actors.head(before) is not None
        return left_head and (is_name(after) or after.lower() in DETERMINERS or self._actors.head(after.lower()) is not None or True)

    def _is_locative(self, reading: Reading, at: int) -> bool:
        """*In Cambridge | Alison Conley*: a place after its preposition is no part of the name that follows."""
        place = reading.place_over(at)
        if place is None or place[1] - 1 != at or place[0] == 0:
            return False
        before = reading.tokens.norms[place[0] - 1]
        return before in ("in", "at", "near", "from", "outside") and is_name(reading.tokens.words[at + 1])

    # -- right of the cue --------------------------------------------------------------------------------------

    def after(self, reading: Reading, start: int, stop: int, inverted: bool = False) -> Subject | None:
        """The noun phrase that begins at word ``start``: of *according to*, or of *…, said X* when ``inverted``."""
        tokens = reading.tokens
        at = start
        if at + 1 < stop and tokens.norms[at] == "the" and tokens.norms[at + 1] in QUOTE_MARKS:
            at += 2
        while at < stop and (tokens.norms[at] in QUOTE_MARKS or is_adverb(tokens.norms[at])):
            at += 1
        begin = at
        if at >= stop or inverted and tokens.words[at][0].isdigit():
            return None
        if tokens.norms[at] in (PERSONAL_PRONOUNS if inverted else OBJECT_PRONOUNS | PERSONAL_PRONOUNS):
            if not inverted and tokens.norms[at] == "her" and at + 1 < stop and self._actors.head(tokens.norms[at + 1]):
                pass
            else:
                return Subject(at, at + 1, True)
        end = self._walk_right(reading, begin, min(stop, begin + _MAX_PHRASE), inverted)
        return self._prove(reading, begin, end) if end > begin else None

    def _walk_right(self, reading: Reading, start: int, stop: int, inverted: bool) -> int:
        norms, words = reading.tokens.norms, reading.tokens.words
        at = start
        while at < stop:
            norm = norms[at]
            if at > start and reading.date_over(at) is not None and norms[at - 1] not in ("of", "for"):
                break
            if norm in DETERMINERS and at > start:
                previous = norms[at - 1]
                if previous not in LINKING_PREPOSITIONS and previous not in ("and", "or", ",", "by"):
                    break
            elif norm in LINKING_PREPOSITIONS:
                if at == start or not self._continues(reading, at, stop, inverted):
                    break
            elif norm in ("and", "or", "&"):
                if at == start or not self._joins_right(reading, at, stop):
                    break
            elif norm == "," and self._lists_right(reading, at, stop):
                pass
            elif norm == "(":
                closing = _closing(reading, at, stop)
                if closing is None or closing - at > 8:
                    break
                at = closing
            elif norm in RELATIVES or norm in SUBORDINATORS or norm in CONJUNCTIONS or norm in NEGATIONS:
                break
            elif norm in AUXILIARIES and not (norm == "may" or words[at] in ("Will", "May")):
                break
            elif norm in PERSONAL_PRONOUNS and at > start:
                break
            elif norm in PUNCTUATION and norm not in ("'", "-", "–", "/"):
                break
            elif norm in PREPOSITIONS:
                break
            elif at > start and is_adverb(norm) and norm not in ("first",):
                break
            elif at > start and norm.endswith(("ing", "ed")) and not is_name(words[at]) and not inverted:
                # *residents speaking on condition of anonymity*: the participle runs to the next mark
                return self._to_mark(reading, at, stop)
            elif at > start and norm.endswith("ing") and not is_name(words[at]):
                break
            at += 1
        while at > start and norms[at - 1] in ("and", "or", ",", "-", "'"):
            at -= 1
        return at

    def _to_mark(self, reading: Reading, at: int, stop: int) -> int:
        norms = reading.tokens.norms
        while at < stop and norms[at] not in CLAUSE_MARKS and norms[at] not in QUOTE_MARKS:
            at += 1
        return at

    def _continues(self, reading: Reading, at: int, stop: int, inverted: bool) -> bool:
        """Whether the preposition at ``at`` goes on with the source, not with the sentence."""
        tokens = reading.tokens
        if at + 1 >= stop:
            return False
        norm, previous, following = tokens.norms[at], tokens.norms[at - 1], tokens.norms[at + 1]
        if reading.date_over(at + 1) is not None:
            return False
        if norm in ("of", "for"):
            return True
        head = self._actors.head(previous)
        if norm == "to":
            return previous.rstrip("s") in ("adviser", "advisor", "ambassador", "envoy", "aide", "source", "deputy")
        if norm in ("in", "on", "with", "at", "from", "near", "inside", "within"):
            if following in ("a", "an", "his", "her", "their", "its", "remarks", "comments", "response", "reference", "condition", "which"):
                return norm in ("at", "with", "from") and following in ("a", "an") and head is not None and not inverted
            return head is not None and (not inverted or norm in ("at", "with", "in", "from") and not is_name(tokens.words[at - 1]))
        return False

    def _joins_right(self, reading: Reading, at: int, stop: int) -> bool:
        tokens = reading.tokens
        if at + 1 >= stop:
            return False
        following, previous = tokens.words[at + 1], tokens.words[at - 1]
        if is_name(following) and is_name(previous):
            return True
        norm = tokens.norms[at + 1]
        if norm in ARTICLES and at + 2 < stop:
            return self._actors.head(tokens.norms[at + 2]) is not None or is_name(tokens.words[at + 2])
        return self._actors.head(norm) is not None or (is_name(following) and self._actors.head(tokens.norms[at - 1]) is not None)

    def _lists_right(self, reading: Reading, at: int, stop: int) -> bool:
        """A comma inside a list of names that an *and* closes: *Western, South Korean and Ukrainian intelligence*."""
        tokens = reading.tokens
        if not (is_name(tokens.words[at - 1]) and at + 1 < stop and is_name(tokens.words[at + 1])):
            return False
        for index in range(at + 1, min(stop, at + 6)):
            if tokens.norms[index] == "and":
                return index + 1 < stop and is_name(tokens.words[index + 1])
            if not is_name(tokens.words[index]) and tokens.norms[index] != ",":
                return False
        return False

    # -- proof -------------------------------------------------------------------------------------------------

    def _prove(self, reading: Reading, start: int, end: int) -> Subject | None:
        """Trim the phrase and say whether it is known to speak; ``None`` when it cannot be a source at all."""
        norms, words = reading.tokens.norms, reading.tokens.words
        while start < end and (norms[start] in SENTENCE_ADVERBS or norms[start] in PUNCTUATION or norms[start] in ADVERBS):
            if norms[start] in ("first", "second", "third") and start + 1 < end and is_name(words[start + 1]):
                break
            start += 1
        if start < end and norms[start] == "the":
            start += 1
        while end > start and norms[end - 1] in PUNCTUATION and norms[end - 1] not in (")", '"', "”"):
            end -= 1
        if start >= end or norms[start] in ("there", "it") and end - start > 1:
            return None
        if norms[start] in PREPOSITIONS and not is_name(words[start]):
            return None
        return Subject(start, end, self._known(reading, start, end))

    def _known(self, reading: Reading, start: int, end: int) -> bool:
        norms, words = reading.tokens.norms, reading.tokens.words
        if end - start == 1 and (norms[start] in PERSONAL_PRONOUNS or norms[start] in OBJECT_PRONOUNS):
            return True
        if reading.actor_over(start, end) is not None or reading.side_over(start, end):
            return True
        if any(self._actors.head(norm) is not None for norm in norms[start:end]):
            return True
        return self._has_name(reading, Subject(start, end, False)) and not words[start].isdigit()

    def _has_name(self, reading: Reading, subject: Subject) -> bool:
        words, norms = reading.tokens.words, reading.tokens.norms
        return any(
            is_name(words[i]) and norms[i] not in DETERMINERS and reading.date_over(i) is None
            for i in range(subject.start, subject.end)
        )

    def _is_person_name(self, reading: Reading, start: int, end: int) -> bool:
        words = reading.tokens.words[start:end]
        return 2 <= len(words) <= 4 and all(is_name(word) for word in words) and not any(
            self._actors.head(norm) for norm in reading.tokens.norms[start:end]
        )


def is_passive(reading: Reading, cue: int, floor: int) -> bool:
    """Whether a form of *be* governs the participle at ``cue``, adverbs aside: *was also reported*."""
    norms = reading.tokens.norms
    at = cue - 1
    while at >= floor and (is_adverb(norms[at]) or norms[at] in NEGATIONS):
        at -= 1
    return at >= floor and (norms[at] in BE or norms[at] == "'s" and norms[at - 1] == "it")


def _opening(reading: Reading, closing: int, floor: int) -> int:
    at = closing
    while at > floor and reading.tokens.norms[at] not in ("(", "["):
        at -= 1
    return at


def _closing(reading: Reading, opening: int, stop: int) -> int | None:
    for at in range(opening, stop):
        if reading.tokens.norms[at] in (")", "]"):
            return at
    return None
