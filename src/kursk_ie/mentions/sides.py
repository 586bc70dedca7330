"""Sides: the words that name a state, an armed group or an alliance, and its code.

A hit tells who is named, not what they do there: *Russia* in *troops left Russia* is a hit too, and
*Israeli-occupied*, *Iran-backed* or *pro-Russian* give the side they begin with or lean to. *Anti-Russian* and
*non-Russian* give none, nor do *Iranian-made*, *Russian made* and *U.S.-trained*, which tell an origin. The layer
above decides with the words around.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

from kursk_ie.mentions.found import Located
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens, normalise
from kursk_ie.text.wordclasses import capitalised

T = TypeVar("T")
Form = Literal["name", "adjective", "people", "capital"]

_COLUMNS: Final = (
    "code",
    "names",
    "adjectives",
    "people",
    "capitals",
    "prefixes",
    "context",
    "cues",
    "guarded",
)
_FORMS: Final[dict[str, Form]] = {
    "names": "name",
    "adjectives": "adjective",
    "people": "people",
    "capitals": "capital",
    "prefixes": "adjective",
    "context": "name",
}
_NO_SIDE: Final = "-"
_HYPHENS: Final = frozenset(("-", "–"))
_AGAINST: Final = frozenset(("anti", "non", "un"))
_ORIGIN: Final = frozenset(
    """made built designed supplied produced manufactured developed provided donated delivered trained educated
    born style era owned funded brokered mediated hosted""".split()
)  # second halves of compounds that tell where a thing or man comes from, not on whose side
_ORIGIN_AFTER: Final = _ORIGIN - {"era", "style", "born"}  # without a hyphen: *Russian made*
_SPEAKING: Final = frozenset(
    ("in", "into", "speak", "speaks", "spoke", "speaking", "learn", "learning", "fluent")
)
_LANGUAGE: Final = frozenset(("language", "speaking", "speaker", "speakers", "dialect", "subtitles"))
_AREA: Final = frozenset(
    ("region", "oblast", "province", "district", "suburb", "suburbs", "metro", "airport", "time", "city")
)
SMALL_WORDS: Final = frozenset(
    ("a", "after", "against", "among", "and", "as", "at", "before", "behind", "beyond", "but", "by", "for",
     "from", "if", "in", "inside", "into", "it", "near", "of", "on", "or", "over", "said", "says", "since",
     "so", "than", "that", "the", "through", "to", "toward", "towards", "via", "when", "where", "while",
     "why", "will", "with")
)  # fmt: skip
_WORDLIKE: Final = frozenset(("us", "who", "is", "it", "car", "aid"))


class _Writing(Generic[T]):
    """One way to write a name, with its value.

    Attributes:
        capitals: places of the words that begin with a capital.
        acronyms: places of those that are in capitals throughout.
    """

    __slots__ = ("acronyms", "capitals", "value")

    def __init__(self, words: list[str], value: T) -> None:
        self.value = value
        self.capitals = [at for at, word in enumerate(words) if capitalised(word)]
        self.acronyms = [at for at in self.capitals if len(words[at]) > 1 and words[at].isupper()]

    def fits(self, words: list[str], start: int) -> bool:
        """Whether the words from ``start`` on have these capitals."""
        if not all(capitalised(words[start + at]) for at in self.capitals):
            return False
        return all(words[start + at].isupper() for at in self.acronyms)


class Names(Generic[T]):
    """Names with their writing: found over the norms, longest first, then held against the words as written.

    A word with a capital in the lexicon must have one in the text, an upper-case word must be upper case; a
    word in lower case is found in any case. So *a turkey* is not *Turkey*, nor *us* the *US*; *TURKEY* is.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], cut: Cut) -> None:
        writings: dict[tuple[str, ...], list[_Writing[T]]] = {}
        self._first: set[str] = set()
        self._lower: set[str] = set()  # any other first word needs a capital to begin a name
        for name, value in entries:
            words = list(cut(name))
            norms = tuple(map(normalise, words))
            writings.setdefault(norms, []).append(_Writing(words, value))
            self._first.add(norms[0])
            if not capitalised(words[0]):
                self._lower.add(norms[0])
        self._phrases: Phrases[list[_Writing[T]]] = Phrases((), cut)
        for norms, written in writings.items():
            self._phrases.add(norms, written)

    def find(self, tokens: Tokens) -> list[tuple[int, int, T]]:
        """Start word, end word and value of each name, in text order, without overlap."""
        hits: list[tuple[int, int, T]] = []
        first, lower, words, norms = self._first, self._lower, tokens.words, tokens.norms
        covered = 0
        for position, norm in enumerate(norms):
            if norm in first and position >= covered and (capitalised(words[position]) or norm in lower):
                found = self._at(tokens, position)
                if found is not None:
                    covered = found[0]
                    hits.append((position, covered, found[1]))
        return hits

    def _at(self, tokens: Tokens, start: int) -> tuple[int, T] | None:
        stop = len(tokens.norms)
        while stop > start:
            found = self._phrases.at(tokens.norms, start, stop)
            if found is None:
                return None
            stop, writings = found
            for writing in writings:
                if writing.fits(tokens.words, start):
                    if stop - start == 1 and writing.acronyms and shouted(tokens, start):
                        return None
                    return stop, writing.value
            stop -= 1
        return None


def shouted(tokens: Tokens, index: int) -> bool:
    """Whether the word is *us*, *who* or the like in a stretch of capitals, not the acronym."""
    if tokens.norms[index] not in _WORDLIKE:
        return False
    around = tokens.words[max(0, index - 2) : index] + tokens.words[index + 1 : index + 3]
    longer = [word for word in around if len(word) > 3 and word.isalpha()]
    return bool(longer) and all(map(str.isupper, longer))


class SideHit(Located):
    """Words ``start`` up to ``end`` name a side; a compound that is one word (*U.S.-led*) is covered whole.

    Attributes:
        start, end: words of the text, end exclusive.
        code: ISO 3166-1 alpha-3 of a state (XKX for Kosovo), or a short upper-case name.
        form: how it is named; armed forces with a name of their own (*IDF*) and acronyms are names.
    """

    __slots__ = ("code", "form")

    def __init__(self, start: int, end: int, code: str, form: Form) -> None:
        self.start = start
        self.end = end
        self.code = code
        self.form = form


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    form: Form
    column: str
    guarded: bool
    article: bool
    cues: frozenset[str]


class SideLexicon:
    """The sides of ``models/sides.tsv`` and the look-up of their names in a text."""

    def __init__(self, cut: Cut) -> None:
        """Read the table; ``cut`` is the pipeline's tokenizer.

        Raises:
            LexiconError: the table is missing or broken.
        """
        entries = [entry for row in read_table("sides.tsv", _COLUMNS) for entry in _entries(row)]
        self._names = Names(entries, cut)
        self._dotted = {
            f"{name}-": entry.code
            for name, entry in entries
            if name.endswith(".") and entry.column == "names"
        }

    def find(self, tokens: Tokens) -> list[SideHit]:
        """The sides named in a text, in text order, the longest name at each place."""
        sure: list[SideHit] = []
        short: list[tuple[SideHit, _Entry]] = []
        guarded: list[tuple[SideHit, bool]] = []
        for start, end, entry in self._names.find(tokens):
            if entry.code == _NO_SIDE or not _stands(tokens, start, end, entry):
                continue
            hit = SideHit(start, end, entry.code, entry.form)
            if entry.column == "context":
                short.append((hit, entry))
            elif entry.guarded:
                guarded.append((hit, _in_person_name(tokens, start, end)))
            else:
                sure.append(hit)
        compounds = self._compounds(tokens)
        if not (compounds or short or guarded):
            return sure
        sure += compounds
        codes = {hit.code for hit in sure}
        if short:
            said = tokens.norms
            sure += [hit for hit, entry in short if hit.code in codes or not entry.cues.isdisjoint(said)]
        people = {tokens.norms[hit.start] for hit, person in guarded if person and hit.code not in codes}
        sure += [hit for hit, person in guarded if not person and tokens.norms[hit.start] not in people]
        return sorted(sure, key=lambda hit: hit.start)

    def _compounds(self, tokens: Tokens) -> list[SideHit]:
        """*U.S.-led*: the tokenizer leaves a compound whose first half ends in a full stop in one piece."""
        hits: list[SideHit] = []
        if ".-" not in tokens.text:
            return hits
        for begin, code in self._dotted.items():
            if begin in tokens.text:
                hits += [
                    SideHit(i, i + 1, code, "name")
                    for i, word in enumerate(tokens.words)
                    if word.startswith(begin) and word.removeprefix(begin) not in _ORIGIN
                ]
        return hits


def _entries(row: Row) -> Iterator[tuple[str, _Entry]]:
    guarded, cues = set(row.many("guarded")), frozenset(row.many("cues"))
    for column, form in _FORMS.items():
        for name in row.many(column):
            bare = name.removeprefix("the ")
            yield bare, _Entry(row["code"], form, column, name in guarded, bare != name, cues)


def _stands(tokens: Tokens, start: int, end: int, entry: _Entry) -> bool:
    """Whether the words around leave the name its meaning."""
    norms = tokens.norms
    after = norms[end] if end < len(norms) else ""
    before = norms[start - 1] if start else ""
    if before in _HYPHENS and start > 1 and norms[start - 2] in _AGAINST:
        return False
    if after in _HYPHENS and end + 1 < len(norms) and norms[end + 1] in _ORIGIN:
        return False
    if entry.column == "prefixes":
        return after in _HYPHENS
    if entry.form == "adjective":
        if after in _ORIGIN_AFTER:
            return False
        if after in _HYPHENS:
            return end + 1 == len(norms) or norms[end + 1] not in _LANGUAGE
        return after not in _LANGUAGE and (before not in _SPEAKING or after[:1].isalpha())
    if entry.form == "capital":
        return after not in _AREA
    if entry.article:
        return before == "the" and not (after and capitalised(tokens.words[end]))
    return True


def _in_person_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a capitalised word beside it makes *Jordan* part of a person's name."""
    before = tokens.words[start - 1] if start and not tokens.breaks[start] else ""
    after = tokens.words[end] if end < len(tokens) and not tokens.breaks[end] else ""
    if before.istitle() and before.lower() not in SMALL_WORDS:
        return True
    return after.istitle() and after.lower() not in SMALL_WORDS
