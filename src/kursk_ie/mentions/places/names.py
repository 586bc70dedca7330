"""Names of places that no gazetteer holds: *the village of X*, *X district*, *in X*."""

from __future__ import annotations

from typing import Final

from kursk_ie.mentions.places.words import PlaceWords, joined, sentence_start, title_case
from kursk_ie.results import Feature
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens, normalise
from kursk_ie.text.wordclasses import capitalised

UnknownName = tuple[int, int, Feature]

_PARTICLES: Final = frozenset(
    ["al", "el", "ar", "as", "ash", "at", "az", "ed", "en", "es", "de", "la", "le", "du", "sur"]
)
_LEAVING: Final = frozenset(("left", "damaged", "sparked", "caused", "forced"))
_COUNTED: Final = frozenset(
    """two three four five six seven eight nine ten several other another nearby neighbouring neighboring surrounding
    dozens""".split()
)
_CERTAIN: Final = frozenset(("near", "outside"))
_USUAL: Final = frozenset(("in", "around", "toward", "towards", "inside"))
_FOUGHT_AT: Final = frozenset(("at", "in"))
_MOVED: Final = frozenset(("from", "to", "toward", "towards"))
_REACH: Final = 14
_TRUST: Final = frozenset(
    ("stake", "stakes", "shares", "share", "trust", "confidence", "faith", "interest", "belief")
)
_STOPS: Final = frozenset((",", "(", ".", ";", ")", "—", "–", "?", "!", '"', "”"))
_LONGEST: Final = 4
# the ways in which a word points to a name: generic nouns behind or ahead of it, and what it follows
_BEHIND: Final = 1
_AHEAD: Final = 2
_PREPOSITION: Final = 4
_HOLDING: Final = 8
_COMPASS: Final = 16
_CAPTURE: Final = 32


class UnknownNames:
    """Finds capitalised names that their surroundings show to be places."""

    def __init__(self, words: PlaceWords) -> None:
        self._words = words
        self._function = words.classes.get("function", set())
        self._titles = words.classes.get("title", set()) | words.classes.get("forename", set())
        self._organisations = words.classes.get("organisation", set())
        self.plain = frozenset(
            normalise(row["form"])
            for row in read_table("place_stops.tsv", ("form", "kind"))
            if row["kind"] in ("word", "demonym")
        )
        self._takes = words.classes.get("takes", set())
        self._fights = words.classes.get("fights", set())
        self._moves = words.classes.get("moves", set())
        self._falls = words.classes.get("falls-on", set())
        self._ways: dict[str, int] = {}  # in which of these ways a word can point to a name
        for way, pointing in (
            (_BEHIND, words.after_words),
            (_AHEAD, words.before_words),
            (_PREPOSITION, _CERTAIN | _USUAL | {"at", "on", "from", "to"}),
            (_HOLDING, words.classes.get("holding", set())),
            (_COMPASS, words.classes.get("compass", set())),
            (_CAPTURE, self._takes | words.classes.get("takes-several", set())),
        ):
            for word in pointing:
                self._ways[word] = self._ways.get(word, 0) | way
        self.anchors = frozenset(self._ways)

    def name_at(self, tokens: Tokens, start: int) -> int | None:
        """End of the capitalised name at word ``start``; ``None`` where no place's name can begin."""
        i, n = start, len(tokens)
        while i < n and i - start < _LONGEST * 2:
            word = tokens.words[i]
            particle = tokens.norms[i] in _PARTICLES and self._leads(tokens, i)
            if not particle and not self._may_name(tokens, i):
                break
            i += 1
            if i + 1 < n and tokens.words[i] in ("-", "‑") and joined(tokens, i) and joined(tokens, i + 1):
                i += 1
                continue
            if i < n and (tokens.breaks[i] > 0 or joined(tokens, i) or not word):
                break
        if i > start and tokens.words[i - 1] in ("-", "‑"):
            return None
        return i if i > start else None

    def _leads(self, tokens: Tokens, i: int) -> bool:
        """Whether a name goes on after a particle at word ``i``: *al-Bab*, *Al Huwayjah*."""
        if i + 1 >= len(tokens) or tokens.breaks[i + 1] > 0:
            return False
        return tokens.words[i + 1] in ("-", "‑") or (
            capitalised(tokens.words[i]) and self._may_name(tokens, i + 1)
        )

    def _may_name(self, tokens: Tokens, i: int) -> bool:
        word, norm = tokens.words[i], tokens.norms[i]
        return (
            len(word) > 2
            and capitalised(word)
            and not (len(word) < 6 and word.isupper())
            and word.replace("'", "").replace("’", "").isalpha()
            and norm not in self.plain
            and (norm not in self._titles or _hyphened(tokens, i))
            and norm not in self._organisations
        )

    def beside(self, tokens: Tokens, i: int, floor: int) -> UnknownName | None:
        """The unknown name that word ``i`` points to, not before word ``floor``: start, end, feature."""
        ways = self._ways.get(tokens.norms[i], 0)
        found: UnknownName | None = None
        if ways & _BEHIND and i > floor:
            found = self._before_generic(tokens, i, floor)
        if found is None and ways & _AHEAD:
            found = self._after_generic(tokens, i) or self._after_prefix(tokens, i)
        if found is None and (ways & _PREPOSITION or (ways & _HOLDING and joined(tokens, i))):
            found = self._after_preposition(tokens, i)
        if found is None and ways & _COMPASS and tokens.norms[i + 1 : i + 2] == ["of"]:
            found = self._after_preposition(tokens, i + 1)
        if found is None and ways & _CAPTURE:
            found = self._after_capture(tokens, i)
        return found

    def _after_generic(self, tokens: Tokens, i: int) -> UnknownName | None:
        """The name after *village of*, *town of*… that begins at word ``i``: start, end, feature."""
        found = self._words.of.at(tokens.norms, i)
        if found is None or tokens.words[i].isupper() or title_case(tokens, i):
            return None
        start, generic = found
        if start < len(tokens) and tokens.norms[start] == "the":
            start += 1
        end = self.name_at(tokens, start) if start < len(tokens) and tokens.breaks[start] == 0 else None
        return None if end is None else (start, end, generic.feature)

    def _after_prefix(self, tokens: Tokens, i: int) -> UnknownName | None:
        """*Lake X*, *Mount X*, both capitalised, from word ``i``."""
        found = self._words.prefix.at(tokens.norms, i)
        if found is None or not capitalised(tokens.words[i]) or found[0] >= len(tokens):
            return None
        if title_case(tokens, i) or sentence_start(tokens, i):
            return None
        end = self.name_at(tokens, found[0]) if tokens.breaks[found[0]] == 0 else None
        return None if end is None else (i, end, found[1].feature)

    def _before_generic(self, tokens: Tokens, i: int, floor: int) -> UnknownName | None:
        """The name before a generic noun at word ``i``, not before ``floor``: *X village*, *X district*."""
        found = self._words.after.at(tokens.norms, i)
        if found is None or tokens.breaks[i] > 0 or not capitalised(tokens.words[i - 1]):
            return None
        end, generic = found
        if generic.belongs == "written" and not capitalised(tokens.words[i]):
            return None
        start = i
        while start > floor and i - start < _LONGEST:
            previous = start - 1
            hyphen = tokens.words[previous] in ("-", "‑") and joined(tokens, start) and previous > floor
            if hyphen:
                previous -= 1
            particle = hyphen and tokens.norms[previous] in _PARTICLES
            if not (particle or self._may_name(tokens, previous)):
                break
            start = previous
            if tokens.breaks[start] > 0:
                break
        if start == i or sentence_start(tokens, start) or joined(tokens, i) or title_case(tokens, i):
            return None
        if start > 0 and tokens.words[start - 1] in ("-", "‑"):
            return None
        return start, end if generic.belongs != "no" else i, generic.feature

    def _after_preposition(self, tokens: Tokens, i: int) -> UnknownName | None:
        """The name after *near* or *in* at word ``i``, where nothing speaks for a person, firm or body."""
        start = i + 1
        if start >= len(tokens) or tokens.breaks[start] > 0:
            return None
        if not (capitalised(tokens.words[start]) or tokens.norms[start] in _PARTICLES):
            return None
        name = self.name_at(tokens, start)
        if name is None or not self._is_place_after(tokens, i, name):
            return None
        generic = self._words.after.at(tokens.norms, name) if name < len(tokens) else None
        facility = generic is not None and generic[1].feature == "facility"  # "a strike on Tora market"
        end = generic[0] if generic is not None and facility else name
        if (
            not self._ends_phrase(tokens, i, end)
            or title_case(tokens, i)
            or self.is_person(tokens, start, name)
        ):
            return None
        return start, end, "facility" if facility else "settlement"

    def _ends_phrase(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the phrase after the preposition may end here: *an airstrike on Kyaukme killed nine*, too."""
        harms = end < len(tokens) and tokens.norms[end] in self._fights | _LEAVING
        return self.closes(tokens, end) or (tokens.norms[i] == "on" and harms)

    def _is_place_after(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the preposition at word ``i`` makes a place of the name that ends at word ``end``."""
        norm = tokens.norms[i]
        if norm in _MOVED:
            told = self._told_before(tokens, i, self._moves)
            return told or (norm in _USUAL and self._usual_name(tokens, i, end))
        if norm == "on":
            return tokens.norms[i - 1] in self._falls
        if norm in _FOUGHT_AT and self._told_before(tokens, i, self._fights):
            return norm == "at" or self._usual_name(tokens, i, end) or self._goes_on(tokens, end)
        return norm != "at" and (norm not in _USUAL or self._usual_name(tokens, i, end))

    def _told_before(self, tokens: Tokens, i: int, told: set[str]) -> bool:
        """Whether one of the words stands close before word ``i`` in its sentence."""
        for j in range(i - 1, max(-1, i - _REACH), -1):
            if tokens.norms[j] in told:
                return True
            if tokens.breaks[j + 1] > 0 or tokens.norms[j] in (".", ";", "said"):
                return False
        return False

    def _goes_on(self, tokens: Tokens, end: int) -> bool:
        """Whether a comma and another name follow, as a region does: *in Ungkaya Pukan, Basilan*."""
        return end + 1 < len(tokens) and tokens.words[end] == "," and capitalised(tokens.words[end + 1])

    def _usual_name(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether *in X* is no *stake in Rosneft*, *Women in Power* or *in Family and Medical Leave*."""
        start, n = i + 1, len(tokens)
        if end - start > 1 and tokens.words[start + 1] not in ("-", "‑"):
            return False
        if i > 0 and tokens.norms[i] == "in" and capitalised(tokens.words[i - 1]):
            return False
        if i > 0 and tokens.norms[i - 1] in _TRUST:
            return False
        return not (end + 1 < n and tokens.norms[end] == "and" and self.name_at(tokens, end + 1) is not None)

    def _after_capture(self, tokens: Tokens, i: int) -> UnknownName | None:
        """The name after *recaptured*, or the first of several after *captured*: *captured X and Y.*"""
        norm, start = tokens.norms[i], i + 1
        if start >= len(tokens) or tokens.breaks[start] > 0:
            return None
        if capitalised(tokens.words[i]) and not sentence_start(tokens, i):
            return None
        end = self.name_at(tokens, start)
        if end is None or not self.closes(tokens, end):
            return None
        if norm not in self._takes and not self._lists(tokens, end):
            return None
        if title_case(tokens, i) or self.is_person(tokens, start, end):
            return None
        return start, end, "settlement"

    def _lists(self, tokens: Tokens, end: int) -> bool:
        """Whether another name follows after a comma or *and*, or others are counted: *and three other villages*."""
        if end + 1 >= len(tokens) or tokens.norms[end] not in (",", "and"):
            return False
        return tokens.norms[end + 1] in _COUNTED or self.name_at(tokens, end + 1) is not None

    def closes(self, tokens: Tokens, end: int) -> bool:
        """Whether a name may end here: punctuation or a function word follows, no noun."""
        if end >= len(tokens) or tokens.breaks[end] > 0:
            return True
        norm = tokens.norms[end]
        return norm in self._function or norm in _STOPS

    def is_person(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the text elsewhere gives the last word of the name a title or forename."""
        norms = tokens.norms
        for at in tokens.after_capitals.get(norms[end - 1], ()):
            if not start <= at < end and norms[at - 1] not in ("in", "near"):
                return True
        return False


def _hyphened(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen binds the next word to word ``i``: *Sam-Ouandja*."""
    return i + 1 < len(tokens) and tokens.words[i + 1] in ("-", "‑") and joined(tokens, i + 1)
