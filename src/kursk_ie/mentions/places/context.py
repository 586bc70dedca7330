"""Evidence beside a name that it is a location, that it acts, or that it is a person's or a firm's.

*Ukraine said* names a government, *in Ukraine* a place; the words that tell stand in models/place_words.tsv.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.gazetteer.names import PlaceName
from kursk_ie.mentions.places.words import PlaceWords, joined, sentence_start, title_case
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import capitalised

_POSSESSIVE: Final = ("'s", "'")
_HYPHENS: Final = ("-", "–", "/")
_AND: Final = ("and", "or", "&")
# what shows that a headline leaves *was* out: *Kyiv hit by missiles*, *Kyiv attacked again*
_AFTER_BARE_PASSIVE: Final = frozenset(("by", "again", "overnight", "in", "with", "from", "as", "after"))


class PlaceContext:
    """Judges a name by the words beside it."""

    def __init__(self, words: PlaceWords) -> None:
        get = words.classes.get
        none: set[str] = set()
        self._locative = get("locative", none)
        self._locative_town = get("locative-town", none)
        self._direction = get("direction", none)
        self._modifier = get("modifier", none)
        self._holding = get("holding", none)
        self._part_of = get("part-of", none) | get("assault-of", none)
        self._assault_on = get("assault-on", none)
        self._motion = get("motion-to", none)
        self._benefit = get("benefit-to", none)
        self._speech_from = get("speech-from", none)
        self._target = get("target", none)
        self._depart = get("depart-for", none)
        self._border = get("border", none)
        self._ground = get("ground", none)
        self._ground_modifier = get("ground-modifier", none)
        self._town_noun = get("town-noun", none)
        self._modifies = get("modifies", none)
        self._acts = get("acts", none)
        self._speaks = get("speaks", none)
        self._struck = get("struck", none)
        self._function = get("function", none)
        self._titles = get("title", none)
        self._forenames = get("forename", none)
        self._organisations = get("organisation", none)

    def locative(self, tokens: Tokens, start: int) -> bool:
        """Whether a preposition of place, or *northern* and the like, stands before word ``start``."""
        j, directed = self._skip_modifiers(tokens, start)
        if directed:
            return True
        return j >= 0 and (
            tokens.norms[j] in self._locative
            or tokens.norms[j] in self._locative_town
            or tokens.norms[j] in ("from", "to", "of", "on", "between")
        )

    def dateline(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the words open a line as agencies do: *SEOUL:*, *KYIV, Ukraine (AP) —*."""
        if start > 0 and tokens.breaks[start] == 0 and tokens.words[start - 1] not in (")", "—"):
            return False
        capitals = tokens.words[start].isupper()
        n, j = len(tokens), end
        if j + 1 < n and tokens.words[j] == "," and capitalised(tokens.words[j + 1]):
            j += 2
            while j < n and capitalised(tokens.words[j]) and j - end < 5:
                j += 1
        agency = j < n and tokens.words[j] == "("
        if agency:
            while j < n and tokens.words[j] != ")" and j - end < 12:
                j += 1
            j += 1
        if j >= n:
            return False
        dash = tokens.words[j] in ("-", "–", "—", "--") and not joined(tokens, j)
        return (dash and (capitals or agency)) or (capitals and tokens.words[j] == ":" and j == end)

    def compound(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a hyphen binds the name to another word: *Russia-Ukraine*, *anti-Russia*, *US-led*."""
        if end + 1 < len(tokens) and tokens.words[end] in _HYPHENS and joined(tokens, end):
            return joined(tokens, end + 1)
        return start > 1 and tokens.words[start - 1] in _HYPHENS and joined(tokens, start)

    def speaks(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a verb of speech or of sport follows: then even a city stands for its people.

        Not so *officials in Donetsk said*.
        """
        if end >= len(tokens) or tokens.breaks[end] > 0 or tokens.norms[end] not in self._speaks:
            return False
        return tokens.norms[self._skip_modifiers(tokens, start)[0]] not in self._locative

    def is_body(self, tokens: Tokens, i: int) -> bool:
        """Whether word ``i`` makes the name before it a firm's or a body's: *Nyala Airport* + *Club*."""
        return (
            i < len(tokens)
            and tokens.breaks[i] == 0
            and capitalised(tokens.words[i])
            and tokens.norms[i] in self._organisations
        )

    def runs_on(self, tokens: Tokens, end: int, plain: frozenset[str]) -> bool:
        """Whether a capitalised word follows that makes more of the name: *Tampa Bay* + *Times*."""
        if end >= len(tokens) or tokens.breaks[end] > 0 or not capitalised(tokens.words[end]):
            return False
        norm = tokens.norms[end]
        return self.is_body(tokens, end) or not (norm in self._titles or norm in plain)

    def part_of_name(self, tokens: Tokens, start: int, end: int, plain: frozenset[str]) -> bool:
        """Whether the words beside it make the name a person's, a firm's or a team's."""
        words, norms = tokens.words, tokens.norms
        directed = self._skip_modifiers(tokens, start)[1]
        if end < len(tokens) and tokens.breaks[end] == 0 and capitalised(words[end]):
            if self.is_body(tokens, end):
                return True
            if not directed and not self._may_follow(tokens, start, end, plain):
                return True
        j = start - 1
        if j < 0 or tokens.breaks[start] > 0 or not capitalised(words[j]):
            return False
        if norms[j] in self._forenames or (norms[j] in self._titles and norms[j] not in self._organisations):
            return True
        if norms[j] in plain or norms[j] in self._direction or sentence_start(tokens, j):
            return False
        return not words[start].isupper() and not title_case(tokens, start)

    def _may_follow(self, tokens: Tokens, start: int, end: int, plain: frozenset[str]) -> bool:
        """Whether the capitalised word after a name stands for itself: a title, a day, a heading's word."""
        norm = tokens.norms[end]
        if norm in self._titles or norm in plain or norm in self._ground or norm in self._town_noun:
            return True
        if self.locative(tokens, start) and sentence_start(tokens, self._skip_modifiers(tokens, start)[0]):
            return True
        return tokens.words[start].isupper() or title_case(tokens, start)

    def located(self, tokens: Tokens, start: int, end: int, name: PlaceName, owns_place: bool) -> bool:
        """Whether a name that may also act (a country, a capital) is a location here.

        Args:
            owns_place: whether a possessive stands after it and a place follows (*Russia's Kursk region*).
        """
        if self.dateline(tokens, start, end):
            return True
        if self.compound(tokens, start, end):
            return False
        after = tokens.norms[end] if end < len(tokens) and tokens.breaks[end] == 0 else ""
        if after in _POSSESSIVE and joined(tokens, end):
            town = not name.is_country and end + 1 < len(tokens) and tokens.norms[end + 1] in self._town_noun
            return owns_place or town or self.owns_ground(tokens, end + 1)
        if after in self._modifies or (name.acronym and after[:1].isalpha() and after not in self._function):
            return False
        if after in self._town_noun and not (name.is_country and after not in self._border):
            return True
        return self.situated(tokens, start, name) or self.is_struck(tokens, end)

    def owns_ground(self, tokens: Tokens, i: int) -> bool:
        """Whether ground follows a possessive: *'s border*, *'s second-largest city*."""
        k = self.past_modifiers(tokens, i)
        if k < len(tokens) and tokens.norms[k] in self._ground:
            return not self._acts_as_noun(tokens, k)
        after = tokens.norms[k] if k < len(tokens) else ""
        return tokens.norms[k - 1] in self._ground and (after in self._function or not after[:1].isalpha())

    def past_modifiers(self, tokens: Tokens, i: int) -> int:
        """First word from ``i`` on that is none of *western*, *second-largest*, *occupied*…"""
        k = i
        while k < min(i + 6, len(tokens)) and (
            tokens.norms[k] in self._ground_modifier or tokens.norms[k] in self._direction
        ):
            k += 1
        return k

    def _acts_as_noun(self, tokens: Tokens, k: int) -> bool:
        """Whether the ground noun only modifies a body: *border forces*, *city officials*."""
        return k + 1 < len(tokens) and tokens.norms[k + 1] in self._modifies

    def acts(self, tokens: Tokens, end: int) -> bool:
        """Whether a verb follows that only somebody who acts can have."""
        return end < len(tokens) and tokens.breaks[end] == 0 and tokens.norms[end] in self._acts

    def continues(self, tokens: Tokens, start: int, reach: int) -> bool:
        """Whether only a comma or *and* stands between a mention that ends at ``reach`` and ``start``."""
        j = start - 1
        if j >= reach and tokens.norms[j] in ("the", "nearby", "neighbouring", "neighboring"):
            j -= 1
        if j >= reach and tokens.norms[j] in _AND:
            j -= 1
        if j >= reach and tokens.norms[j] == ",":
            j -= 1
        return j < start - 1 and j + 1 == reach and all(b == 0 for b in tokens.breaks[reach : start + 1])

    def _skip_modifiers(self, tokens: Tokens, start: int) -> tuple[int, bool]:
        """Index of the word before the name and its modifiers; whether one tells a place (*eastern*, *rebel-held*)."""
        j, directed = start - 1, False
        while j >= 0 and tokens.breaks[j + 1] == 0:
            norm = tokens.norms[j]
            if norm in self._holding and j > 1 and tokens.norms[j - 1] == "-" and joined(tokens, j):
                return j - 3, True
            if norm in self._direction:
                directed = True
            elif norm not in self._modifier:
                break
            j -= 1
        return j, directed

    def situated(self, tokens: Tokens, start: int, name: PlaceName) -> bool:
        """Whether the words before a name put something there: *in X*, *strike on X*, *northern X*."""
        norms = tokens.norms
        j, directed = self._skip_modifiers(tokens, start)
        if directed:
            return True
        if j < 0 or tokens.breaks[j + 1] > 0:
            return False
        norm = norms[j]
        if norm in self._locative or norm in self._target or norm == "capital":
            return True
        if norm == "," and j > 0 and norms[j - 1] == "capital":
            return True
        if norm in self._locative_town:
            fired = norm in ("over", "toward", "towards", "at") and self._is_assault(norms, j)
            return not name.is_country or fired or (norm != "at" and self._moves(norms, j))
        before = norms[j - 1] if j > 0 else ""
        if norm == "of":
            return before in self._part_of
        if norm == "to":
            return before in self._border or "from" in norms[max(0, j - 4) : j] or self._moves(norms, j)
        if norm == "from":
            return not any(w in self._speech_from for w in norms[max(0, j - 3) : j])
        if norm == "on":
            return self._is_assault(norms, j)
        if norm == "for":
            return any(w in self._depart for w in norms[max(0, j - 2) : j])
        if norm in ("with", "between"):
            return any(w in self._border for w in norms[max(0, j - 3) : j])
        return False

    def inside(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether *in, near, outside* stand right before the name, and it owns nothing: a name of persons too."""
        owns = end < len(tokens) and tokens.norms[end] in _POSSESSIVE and joined(tokens, end)
        return (
            not owns and start > 0 and tokens.breaks[start] == 0 and tokens.norms[start - 1] in self._locative
        )

    def _is_assault(self, norms: list[str], j: int) -> bool:
        return any(word in self._assault_on for word in norms[max(0, j - 3) : j])

    def _moves(self, norms: list[str], j: int) -> bool:
        """Whether a word of motion stands in the clause before *to*, and none of giving nearer to it."""
        for k in range(j - 1, max(-1, j - 8), -1):
            if norms[k] in (".", ";", "(", ")", ":", "that", "said"):
                return False
            if norms[k] in self._benefit:
                return False
            if norms[k] in self._motion:
                return True
        return False

    def is_struck(self, tokens: Tokens, end: int) -> bool:
        """Whether the name suffers what only ground can: *Kyiv was shelled*, *Kyiv came under attack*."""
        norms, stop = tokens.norms, min(end + 4, len(tokens))
        if end + 1 >= stop:
            return False
        first, second = norms[end], norms[end + 1]
        if first in ("came", "comes", "under") and second in ("under", "attack", "fire", "shelling"):
            return True
        if first == "as" and second == "a" and end + 2 < stop and norms[end + 2] == "whole":
            return True
        if first in self._struck and second in _AFTER_BARE_PASSIVE:
            return True
        at = end + (1 if first in ("was", "were", "is", "being") else 2 if second == "been" else 0)
        at += at < stop and norms[at] in ("being", "also", "again")
        return end < at < stop and norms[at] in self._struck
