"""The extent of a noun phrase without a parser: walked word by word from the cue outwards.

The walk stops at the first word that cannot belong to the phrase; whether the phrase can speak is proved elsewhere.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.marks import closing_bracket, is_glued, next_mark, opening_bracket
from kursk_ie.claims.reading import Reading
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    COMMON_PAST,
    CONJUNCTIONS,
    DETERMINERS,
    LINKING_PREPOSITIONS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    PUNCTUATION,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_name,
)

_LONGEST: Final = 30  # words of a source with its titles and relative parts
_JOINERS: Final = frozenset({"and", "or", "nor", "&"})
_LINKS: Final = LINKING_PREPOSITIONS | {"by", "against", "under", "across"}
_ALONE: Final = frozenset("others some many all both one neither those two several few most".split())
# adjectives that stand after a speaker with their preposition: "people familiar with the matter"
_CARRYING: Final = frozenset(
    "familiar close aware loyal responsible privy knowledgeable critical sympathetic".split()
)
# verbs that end a phrase at their right: "said | commanders on both sides regard"
_VERBS: Final = frozenset(
    """said says say saying told tells claimed claims added believes believed denied denies rejected rejects dismissed
    dismisses disputed disputes repeated repeats echoed echoes refuted refutes include includes included""".split()
)
# what is said, before a clause about it without *that*: "a claim | India has not confirmed"
_TOLD: Final = frozenset(
    "claim claims charge charges allegation allegations accusation accusations report assertion time day moment".split()
)
_BEFORE_DATE: Final = frozenset(
    {"of", "for", "a", "the", "its", "their"}
)  # "a 2009 paper", "the talks of May"
_PLACING: Final = frozenset({"in", "at", "near", "from", "outside"})
_TO_HEADS: Final = frozenset(
    "adviser advisor ambassador envoy aide source deputy candidate assistant".split()
)
_ASIDE_OPENERS: Final = frozenset(
    "a an his her their its remarks comments response reference condition which".split()
)
_STOPPING: Final = RELATIVES | SUBORDINATORS | CONJUNCTIONS | NEGATIONS
_PASSED_MARKS: Final = frozenset({"'", "-", "–", "/"})
_DIRECTIONS: Final = frozenset("northern southern eastern western central".split())
_MONTH_AND_WILL: Final = frozenset({"May", "Will"})


class NounPhrases:
    """Walks to the edges of noun phrases; needs the nouns that head speakers."""

    def __init__(self, actors: ActorLexicon) -> None:
        self._head = actors.head

    # -- leftwards ---------------------------------------------------------------------------------------------

    def start(self, reading: Reading, last: int, floor: int) -> int | None:
        """First word of the noun phrase that ends with word ``last``, not before ``floor``."""
        norms = reading.tokens.norms
        if norms[last] in PERSONAL_PRONOUNS or (norms[last] in _ALONE and norms[last - 1 : last] != ["the"]):
            return last
        floor = max(floor, last - _LONGEST)
        start: int | None = None
        joined = False
        at = last
        while at >= floor:
            norm = norms[at]
            if at < last and reading.date_over(at) is not None and norms[at + 1] not in ("'s", "'"):
                break
            if norm in DETERMINERS or (norm == "neither" and joined):
                start = at
                before = norms[at - 1] if at > floor else ""
                if before in ARTICLES or (before == "neither" and joined):
                    start = at = at - 1  # "the more conservative foundation", "neither the army nor Hamas"
                if not self._links(reading, at, floor):
                    break
            elif norm in _JOINERS or (norm == "," and joined):
                if start is None or at - 1 < floor or not self._joins(reading, at, start, floor):
                    break
                joined = True
            elif norm in _LINKS:
                if start is None or at - 1 < floor or not self._can_carry(reading, at - 1, floor):
                    break
            elif norm == ")":
                at = opening_bracket(reading, at, floor)
            elif self._ends_walk(reading, at, last):
                break
            else:
                start = at
            at -= 1
        return start

    def _ends_walk(self, reading: Reading, at: int, last: int) -> bool:
        """Whether the word at ``at`` cannot belong to a noun phrase that goes on to its right."""
        norm, word = reading.tokens.norms[at], reading.tokens.words[at]
        if norm in PUNCTUATION:
            return not (norm == "'" or (norm in ("-", "–") and is_glued(reading, at)))
        if norm in AUXILIARIES:
            return norm != "may" and word not in _MONTH_AND_WILL
        if (
            (norm in PERSONAL_PRONOUNS and not is_glued(reading, at - 1))  # "Tehrik-i-Taliban"
            or (norm in OBJECT_PRONOUNS and word != "US")
            or norm in _STOPPING
            or norm in PREPOSITIONS
        ):
            return True
        if at == last:
            return False
        return norm in _VERBS or self._is_locative(reading, at) or self._is_told(reading, at)

    def _is_told(self, reading: Reading, at: int) -> bool:
        """*the claim | Kyiv made, the first time | Kyiv said*: a name after such a noun begins a clause."""
        return reading.tokens.norms[at] in _TOLD and is_name(reading.tokens.words[at + 1])

    def _links(self, reading: Reading, at: int, floor: int) -> bool:
        """Whether the determiner at ``at`` continues a phrase: *a member | of | the council*."""
        norms = reading.tokens.norms
        if at - 2 < floor:
            return False
        before = norms[at - 1]
        if before in ("and", "or", "nor"):
            return self._joins(reading, at - 1, at, floor)
        if before in _LINKS:
            return self._can_carry(reading, at - 2, floor)
        return before == "," and norms[at] in ARTICLES and self._joins(reading, at - 1, at, floor)

    def _can_carry(self, reading: Reading, at: int, floor: int) -> bool:
        """Whether the word at ``at`` can carry a prepositional phrase as part of a source."""
        norm, word = reading.tokens.norms[at], reading.tokens.words[at]
        if norm in PUNCTUATION:
            return norm == ")"
        if self._head(norm) is not None or (is_name(word) and at > floor):
            return True
        if norm in PREPOSITIONS or norm in DETERMINERS or norm in AUXILIARIES or norm in CONJUNCTIONS:
            return False
        if (norm.endswith(("ing", "ed", "en")) or norm in _CARRYING) and at - 1 >= floor:
            return self._head(reading.tokens.norms[at - 1]) is not None
        if is_name(word) or is_adverb(norm) or norm in SUBORDINATORS:
            return False
        followed_by_of = reading.tokens.norms[at + 1] == "of" and norm.isalpha() and word.islower()
        if followed_by_of and not norm.endswith("ed") and norm not in _STOPPING and not is_adverb(norm):
            return True  # "two members of the council"
        # an inner noun of a longer chain: "on condition of anonymity", "a member of the board of the bank"
        return at - 1 >= floor and reading.tokens.norms[at - 1] in LINKING_PREPOSITIONS

    def _joins(self, reading: Reading, at: int, start: int, floor: int) -> bool:
        """Whether the *and* (or comma) at ``at`` joins two speakers, or two adjectives of one."""
        tokens = reading.tokens
        before, after = tokens.norms[at - 1], tokens.words[start]
        if before in ("'s", ")"):
            return before == ")"
        if is_name(tokens.words[at - 1]) and (is_name(after) or after.lower() in ARTICLES):
            return reading.date_over(at - 1) is None
        if self._head(before) is not None or (before in _DIRECTIONS and after in _DIRECTIONS):
            return True
        # "labor and policy experts": a bare noun that opens its clause shares the head
        alone = at - 1 == floor or tokens.norms[at - 2] in PUNCTUATION or tokens.norms[at - 2] in ARTICLES
        return alone and before.isalpha() and after.islower() and tokens.norms[start] not in DETERMINERS

    def _is_locative(self, reading: Reading, at: int) -> bool:
        """*In Cambridge | Alison Conley*: a place after its preposition is no part of the name that follows."""
        place = reading.place_over(at)
        if place is None or place[1] - 1 != at or place[0] == 0:
            return False
        return reading.tokens.norms[place[0] - 1] in _PLACING and is_name(reading.tokens.words[at + 1])

    # -- rightwards --------------------------------------------------------------------------------------------

    def end(self, reading: Reading, start: int, stop: int, inverted: bool) -> int:
        """End of the noun phrase that begins with word ``start``, not after ``stop``.

        ``inverted``: it follows its verb (*said X*), where a participle begins something else.
        """
        norms, words = reading.tokens.norms, reading.tokens.words
        stop = min(stop, start + _LONGEST)
        at = start
        while at < stop:
            norm = norms[at]
            if norm == "(":
                closing = closing_bracket(reading, at, min(stop, at + 9))
                if closing is None:
                    break
                at = closing
            elif (
                at > start
                and norm.endswith(("ing", "ed"))
                and not is_name(words[at])
                and not is_glued(reading, at)
            ):
                if inverted or (norm.endswith("ed") and is_name(words[at - 1])):
                    break
                return next_mark(reading, at, stop)  # "residents speaking on condition of anonymity"
            elif self._ends_at(reading, start, at, stop, inverted):
                break
            at += 1
        while at > start and norms[at - 1] in ("and", "or", ",", "-", "'"):
            at -= 1
        return at

    def _ends_at(self, reading: Reading, start: int, at: int, stop: int, inverted: bool) -> bool:
        """Whether the phrase that begins at ``start`` is over before word ``at``."""
        norms, words = reading.tokens.norms, reading.tokens.words
        norm = norms[at]
        if at > start and reading.date_over(at) is not None and norms[at - 1] not in _BEFORE_DATE:
            return True
        if norm in DETERMINERS and at > start:
            return norms[at - 1] not in LINKING_PREPOSITIONS and norms[at - 1] not in ("and", "or", ",", "by")
        if norm in LINKING_PREPOSITIONS:
            return at == start or not self._continues(reading, at, stop, inverted)
        if norm in _JOINERS:
            return at == start or not self._joins_right(reading, at, stop)
        if norm == ",":
            return not self._lists_right(reading, at, stop)
        if norm in AUXILIARIES:
            return norm != "may" and words[at] not in _MONTH_AND_WILL
        if norm in PUNCTUATION:
            return norm not in _PASSED_MARKS
        if norm in _STOPPING or norm in PREPOSITIONS:
            return True
        if norm in COMMON_PAST and words[at].islower():
            return at > start and norms[at - 1] not in DETERMINERS  # "the envoy | left", not "the lost crew"
        return at > start and (norm in PERSONAL_PRONOUNS or (is_adverb(norm) and norm != "first"))

    def _continues(self, reading: Reading, at: int, stop: int, inverted: bool) -> bool:
        """Whether the preposition at ``at`` goes on with the source, not with the sentence."""
        tokens = reading.tokens
        if at + 1 >= stop or reading.date_over(at + 1) is not None:
            return False
        norm, previous, following = tokens.norms[at], tokens.norms[at - 1], tokens.norms[at + 1]
        if norm in ("of", "for"):
            return True
        if previous in _CARRYING:
            return True
        if norm == "to":
            return previous.rstrip("s") in _TO_HEADS
        if self._head(previous) is None:
            return False
        if following in _ASIDE_OPENERS:
            return norm in ("at", "with", "from") and following in ("a", "an") and not inverted
        return not inverted or (norm in ("at", "with", "in", "from") and not is_name(tokens.words[at - 1]))

    def _joins_right(self, reading: Reading, at: int, stop: int) -> bool:
        tokens = reading.tokens
        if at + 1 >= stop:
            return False
        following = tokens.words[at + 1]
        if is_name(following) and is_name(tokens.words[at - 1]):
            return True
        norm = tokens.norms[at + 1]
        if norm in ARTICLES and at + 2 < stop:
            return self._head(tokens.norms[at + 2]) is not None or is_name(tokens.words[at + 2])
        return self._head(norm) is not None or (
            is_name(following) and self._head(tokens.norms[at - 1]) is not None
        )

    def _lists_right(self, reading: Reading, at: int, stop: int) -> bool:
        """A comma in a list of names that an *and* closes: *Western, South Korean and Ukrainian intelligence*."""
        tokens = reading.tokens
        if at + 1 >= stop or not (is_name(tokens.words[at - 1]) and is_name(tokens.words[at + 1])):
            return False
        for index in range(at + 1, min(stop, at + 6)):
            if tokens.norms[index] == "and":
                return index + 1 < stop and is_name(tokens.words[index + 1])
            if not is_name(tokens.words[index]) and tokens.norms[index] != ",":
                return False
        return False
