"""Verb, noun or preposition: what stands around an ambiguous form decides its sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from kursk_ie.results import Act
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    QUANTIFIERS,
    RELATIVES,
    is_adverb,
    is_name,
)

Part = Literal["verb", "noun", "prep", "adverb", "phrase"]
Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of models/cues.tsv.

    Attributes:
        lemma: the word or phrase.
        part: its part of speech; ``phrase`` hides its source (*it is reported*).
        act: what a speaker does by it.
        frames: the complements it takes: ``that`` a clause, ``np`` a noun phrase, ``to`` an infinitive, ``ing``,
            ``quote``, ``aloud`` a quotation and nothing else, ``obj`` an addressee first, ``obj-of`` an accused
            first, or a preposition.
        strong: any subject of it speaks; else the subject must be known as a speaker.
    """

    lemma: str
    part: Part
    act: Act
    frames: frozenset[str]
    strong: bool


Sense = tuple[Cue, Form]
Senses = dict[Part, Sense]
"""The senses of a form, one for each part of speech, in the order of the table."""

_NOUN_MARKS: Final = POSSESSIVES | frozenset(
    {"the", "a", "an", "'s", "these", "those", "such", "any", "no", "'", "its"}
)
# after these a past form is a verb: "that reported", "others claimed"
_PRONOUN_LIKE: Final = frozenset(
    {"that", "this", "all", "both", "who", "others", "one", "some", "many", "several", "two", "three"}
)
_PLURAL_SUBJECTS: Final = frozenset(
    {"police", "people", "military", "media", "others", "men", "women", "who"}
)
_PREPOSITION_LEADS: Final = frozenset({",", "–", "—", "(", "while", "without", "-", "by"})
_NOUN_FOLLOWERS: Final = AUXILIARIES | frozenset(
    """of about by from on for in at to around with into and or say said says suggest suggested suggests indicate
    indicated claim claimed show showed put permit led face""".split()
)
# verbs whose third person or bare form is far oftener a noun, though it is no cue as noun
_NOUN_LIKE: Final = frozenset(
    """state note rule list term worry contest record email broadcast tweet post show count project text name
    label brand charge fear hope doubt brief vent rebuff advocate plan question discount detail""".split()
)
_DOUBTED: Final = frozenset({"suspected", "alleged"})  # adjectives after a number: "19 suspected rebels"
_SAYING: Final = frozenset({"say", "said", "have", "are", "were", "argue", "argued", "warn", "warned"})
_SINGULAR_SAYING: Final = frozenset(
    {"says", "said", "shows", "suggests", "claims", "warns", "finds", "reveals"}
)
_HAVING: Final = frozenset({"has", "have", "had"})
# past participles that are not past forms: verbs only after a form of *be* or *have*
_PARTICIPLES: Final = frozenset(
    {"known", "written", "seen", "spoken", "shown", "sworn", "foreseen", "broken", "forecast"}
)


class SenseChooser:
    """Chooses among the senses of a cue's form; ``is_head`` tells the nouns that can speak."""

    def __init__(self, is_head: Callable[[str], bool]) -> None:
        self._is_head = is_head

    def choose(self, tokens: Tokens, start: int, end: int, senses: Senses, floor: int) -> Sense | None:
        """The sense of words ``start`` up to ``end`` in a sentence that begins at ``floor``."""
        if "prep" in senses and (start == floor or tokens.norms[start - 1] in _PREPOSITION_LEADS):
            return senses["prep"]
        if "verb" in senses or "noun" in senses:
            return senses.get("noun" if self._is_noun(tokens, start, end, floor, senses) else "verb")
        return next(iter(senses.values()))

    def _is_noun(self, tokens: Tokens, start: int, end: int, floor: int, senses: Senses) -> bool:
        norms = tokens.norms
        if "noun" in senses and len(senses) == 1:
            return True
        cue, form = next(iter(senses.values()))
        before = norms[start - 1] if start > floor else ""
        if form == "past" and "noun" not in senses:
            return self._is_adjective(tokens, start, before)
        if before in _NOUN_MARKS:
            return True
        if form == "s" and cue.lemma in _NOUN_LIKE and self._is_subject_or_object(tokens, start, end):
            return True
        if form == "ing" and before in _HAVING:
            return True  # "had opposing views"
        if form == "ing" or before == "to" or before in PERSONAL_PRONOUNS or before in RELATIVES:
            return False
        if before in AUXILIARIES or before in NEGATIONS:
            return False
        if before in PREPOSITIONS:
            return True
        nounlike = "noun" in senses or cue.lemma in _NOUN_LIKE
        if not nounlike:
            return False
        if start == floor:
            return True
        return (
            self._base_is_noun(tokens, start, end)
            if form == "base"
            else self._plural_is_noun(tokens, start, end, cue)
        )

    def _is_subject_or_object(self, tokens: Tokens, start: int, end: int) -> bool:
        """*which advocates say*, *has questions*: a plural noun beside a verb of its own."""
        following = tokens.norms[end] if end < len(tokens) else ""
        return following in _SAYING or (start > 0 and tokens.norms[start - 1] in _HAVING)

    def _is_adjective(self, tokens: Tokens, start: int, before: str) -> bool:
        """*the reported deaths, drug-related crime, 60 pledged votes*: an adjective, neither noun nor verb."""
        if tokens.norms[start] in _PARTICIPLES:
            return before not in AUXILIARIES and before not in NEGATIONS and not is_adverb(before)
        if before == "-":
            return tokens.ends[start - 1] == tokens.starts[start]
        if tokens.norms[start] in _DOUBTED and (
            before[:1].isdigit()
            or before in QUANTIFIERS
            or (before in CONJUNCTIONS and self._is_plain(tokens, start + 1))
        ):
            return True
        if before[:1].isdigit() or before in PREPOSITIONS:
            return self._plural_follows(tokens, start + 1)
        return (before in DETERMINERS and before not in _PRONOUN_LIKE) or (
            before == "'s" and tokens.norms[start + 1 : start + 2] != ["that"]
        )

    def _is_plain(self, tokens: Tokens, at: int) -> bool:
        """Whether the word at ``at`` is a noun's or adjective's: *bribes and alleged | thefts*."""
        norm = tokens.norms[at] if at < len(tokens) else "that"
        opens = norm in DETERMINERS or norm in PERSONAL_PRONOUNS or is_name(tokens.words[at])
        return norm.isalpha() and not opens and not is_adverb(norm)

    def _plural_follows(self, tokens: Tokens, at: int) -> bool:
        following = tokens.norms[at] if at < len(tokens) else ""
        return following.endswith("s") and following not in DETERMINERS and not is_name(tokens.words[at])

    def _base_is_noun(self, tokens: Tokens, start: int, end: int) -> bool:
        """*claim*, *report*, *state* bare: a verb after a plural, else a noun: *a police report*, *jobs report was*."""
        before = tokens.norms[start - 1]
        following = tokens.norms[end] if end < len(tokens) else ""
        if (
            tokens.norms[start - 2] in ("a", "an")
            or following in AUXILIARIES
            or following in _SINGULAR_SAYING
        ):
            return True
        if before == "," or is_adverb(before):
            return False
        if before in QUANTIFIERS:
            return before not in _PRONOUN_LIKE or self._noun_follows(tokens, end)
        plural = before in _PLURAL_SUBJECTS or (
            before.endswith("s") and not before.endswith(("ss", "us", "is"))
        )
        return not plural or (self._noun_follows(tokens, end) and tokens.words[start - 1].islower() is False)

    def _noun_follows(self, tokens: Tokens, end: int) -> bool:
        return end < len(tokens) and self._is_head(tokens.norms[end])

    def _plural_is_noun(self, tokens: Tokens, start: int, end: int, cue: Cue) -> bool:
        """*reports*, *claims*, *states*: a verb only after a singular speaker, and not before another verb."""
        following = tokens.norms[end] if end < len(tokens) else ""
        if (following in _NOUN_FOLLOWERS and following not in cue.frames) or (
            following.endswith("ed") and len(following) > 4
        ):
            return True
        after = tokens.norms[end + 1] if end + 1 < len(tokens) else ""
        if following == "made" or (following == "that" and after in AUXILIARIES):
            return True  # "remarks that were shown on television"
        before, word = tokens.norms[start - 1], tokens.words[start - 1]
        if before in CONJUNCTIONS and tokens.norms[start - 2] == ",":
            return False  # "…, and calls them friends"
        if is_adverb(before) or before in PUNCTUATION:
            return False
        if is_name(word):
            return before.endswith(("ian", "ese", "ish", "can", "eli", "ern")) and before != "taliban"
        return not self._is_head(before)
