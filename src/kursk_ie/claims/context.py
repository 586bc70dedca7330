"""What stands around a trigger: the words, kinds of things, sides and figures of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kursk_ie.claims.drafts import NamedSide
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.claims.told import Told
from kursk_ie.mentions.figures.counted import Counted
from kursk_ie.mentions.found import Found, between
from kursk_ie.results import Figure
from kursk_ie.text.clauses import split_clauses
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import read_table

PEOPLE: Final = frozenset({"person", "fighter", "civilian", "prisoner", "victim", "formation", "displaced"})
FORCES: Final = frozenset({"fighter", "formation"})
THINGS: Final = frozenset({"equipment", "vehicle", "munition"})
_WARLIKE: Final = frozenset({"fighter", "munition", "formation", "strike", "sign"})
_PORTIONS: Final = frozenset({"unit", "units", "piece", "pieces", "item", "items"})
_BOUNDS: Final = frozenset(
    {"least", "most", "to"}
)  # the second word of a figure's qualifier: *at least, up to*
WARS: Final = frozenset({"war", "invasion", "conflict"})
"""Nouns for the war as a whole: its place and year say nothing of where and when one thing happened."""
_SINCE: Final = 8  # words from *since* to the war that it names
MASS: Final = 500  # the least bare number that is taken for troops


@dataclass(frozen=True, slots=True)
class Lexis:
    """What words count as.

    Attributes:
        kinds: kind of each single noun of models/counted.tsv.
        counted: the same table for whole noun phrases.
        words: the word sets of models/context_words.tsv.
        roles: nouns that can stand for a side that the text names otherwise.
        warlike: words that tell of war: the set of that name, and nouns of its kinds.
        peaceful: words that tell of something else, of whatever theme.
        unreal: words of a war that is none now: of novels, exercises and long ago.
        telling: all words that can tell whether a text is about war.
        opponents: who fights whom.
    """

    kinds: dict[str, str]
    counted: Counted
    words: dict[str, frozenset[str]]
    roles: frozenset[str]
    warlike: frozenset[str]
    peaceful: frozenset[str]
    unreal: frozenset[str]
    telling: frozenset[str]
    opponents: Opponents

    @classmethod
    def read(cls, cut: Cut) -> Lexis:
        """Read the tables."""
        kinds = _kinds_of_nouns()
        rows = read_table("context_words.tsv", ("set", "meaning", "words"))
        words = {row["set"]: frozenset(row.many("words")) for row in rows}
        kinds |= dict.fromkeys(words["materiel"].difference(kinds), "equipment")
        warlike = words["war"] | {noun for noun, kind in kinds.items() if kind in _WARLIKE}
        peaceful = frozenset().union(*(words[name] for name in words if name.startswith("peace: ")))
        unreal = words["unreal"] | words["mock"]
        foes = words["army"] | words["rebels"]
        return cls(
            kinds=kinds,
            counted=Counted(cut),
            words=words,
            roles=frozenset({"government", "forces"}) | foes | words["bands"] | words["invaders"],
            warlike=warlike,
            peaceful=peaceful,
            unreal=unreal,
            telling=warlike | peaceful | unreal | foes | words["unmistakable"],
            opponents=Opponents.read(),
        )


def _kinds_of_nouns() -> dict[str, str]:
    """The kind of each single noun; a singular that is a side's adjective counts nobody: *Israeli tanks*."""
    adjectives = {name for row in read_table("sides.tsv", ("adjectives",)) for name in row.many("adjectives")}
    kinds: dict[str, str] = {}
    for row in read_table("counted.tsv", ("noun", "plural", "kind")):
        many = row.many("plural")
        one = [form for form in row.many("noun") if form in many or form not in adjectives]
        for form in (*one, *many):
            if " " not in form:
                kinds.setdefault(form.lower(), row["kind"])
    return kinds


class Context:
    """One sentence of a reading, as its triggers see it.

    Attributes:
        sentence: its index. start, stop: its words.
        told: the index of the whole document.
        statements: those whose content or cue reaches into the sentence.
        figures, places, units, dates, sides: what is named in it, in text order.
        opponents: who fights whom.
        busy: the clauses in which a trigger stands.
        named: the sides that are named or meant as parties; ``None`` until somebody asks.
    """

    def __init__(self, reading: Reading, lexis: Lexis, told: Told, sentence: int) -> None:
        self.reading = reading
        self.norms = reading.tokens.norms
        self.kinds = lexis.kinds
        self.opponents = lexis.opponents
        self._lexis = lexis
        self.told = told
        self.sentence = sentence
        self.start, self.stop = start, stop = reading.sentences[sentence]
        self.statements = told.statements(sentence)
        self.figures = between(reading.figures, start, stop)
        self.places = between(reading.places, start, stop)
        self.units = between(reading.units, start, stop)
        self.dates = between(reading.dates, start, stop)
        self.sides = reading.sides_between(start, stop)
        self.busy: set[Range] = set()
        self.named: list[NamedSide] | None = None
        self._clauses: list[Range] | None = None

    @property
    def clauses(self) -> list[Range]:
        """The clauses of the sentence; cut only when a trigger asks for them."""
        if self._clauses is None:
            self._clauses = split_clauses(self.reading.tokens, self.start, self.stop)
        return self._clauses

    def shares(self, word: int, clause: Range) -> bool:
        """Whether what stands at ``word`` may belong to an event of ``clause``: no other event claims its clause."""
        home = self.clause_of(word)
        return home == clause or home not in self.busy

    def clause_of(self, word: int) -> Range:
        """The clause that holds a word."""
        return next(((a, b) for a, b in self.clauses if a <= word < b), (self.start, self.stop))

    def norm(self, at: int) -> str:
        """The word at ``at``, empty outside the sentence."""
        return self.norms[at] if self.start <= at < self.stop else ""

    def has_kind(self, kinds: frozenset[str], start: int, stop: int) -> bool:
        """Whether a noun of one of these kinds stands between two words."""
        norms, table = self.norms, self.kinds
        return any(
            table.get(norms[at]) in kinds for at in range(max(start, self.start), min(stop, self.stop))
        )

    def role_words(self) -> list[int]:
        """Where nouns stand that can stand for a side."""
        norms, nouns = self.norms, self._lexis.roles
        return [at for at in range(self.start, self.stop) if norms[at] in nouns]

    def in_set(self, name: str, at: int) -> bool:
        """Whether the word at ``at`` belongs to a set of models/context_words.tsv."""
        return self.norm(at) in self._lexis.words[name]

    def has_set(self, name: str, start: int, stop: int) -> bool:
        """Whether a word of a set of models/context_words.tsv stands between two words."""
        return self.has_word(self._lexis.words[name], start, stop)

    def has_word(self, words: frozenset[str], start: int, stop: int) -> bool:
        """Whether one of these words stands between two words."""
        norms = self.norms
        return any(norms[at] in words for at in range(max(start, self.start), min(stop, self.stop)))

    def is_warlike(self, start: int, stop: int) -> bool:
        """Whether a word that tells of war stands between two words."""
        return self.has_word(self._lexis.warlike, start, stop)

    def has_place(self, start: int, stop: int) -> bool:
        """Whether a place begins between two words."""
        return any(start <= place.start < stop for place in self.places)

    def has_side(self, start: int, stop: int) -> bool:
        """Whether a side or a unit is named between two words."""
        return any(start <= side.start < stop for side in self.sides) or any(
            start <= unit.start < stop for unit in self.units
        )

    def figure_kind(self, figure: Found[Figure]) -> str | None:
        """Kind of what a figure counts: of the last word of its noun that the lexicon knows."""
        if figure.mention.noun is None:
            return None
        portion = self.norm(figure.end) in _PORTIONS and self.norm(figure.end + 1) == "of"
        if portion and self.has_kind(THINGS, figure.end + 2, figure.end + 5):
            return "equipment"  # "100 units of Russian equipment"
        noun = self._lexis.counted.noun(figure.mention.noun)
        return noun.kind if noun is not None else "unknown"

    def is_idle(self, start: int, end: int) -> bool:
        """Whether the words stand where nothing happens: inside a speaker, a cue, a place or a unit."""
        if start in self.told.spoken or (start in self.told.cues and end - 1 in self.told.cues):
            return True
        if self.reading.place_over(start) is not None or self.reading.date_over(start) is not None:
            return True
        return any(unit.start <= start < unit.end for unit in self.units)

    def cuts_figure(self, start: int, end: int) -> bool:
        """Whether words end inside a figure that begins among them: *shooting at* in *shooting at least 12 men*."""
        figure = self.reading.figure_over(end - 1)
        return figure is not None and start < figure[0] and self.norm(end) in _BOUNDS

    def has_people(self, start: int, stop: int) -> bool:
        """Whether a side's people or a unit is named: *North Koreans*, *the 94th brigade*."""
        return any(side.form == "people" and start <= side.start < stop for side in self.sides) or any(
            start <= unit.start < stop for unit in self.units
        )

    def sums_up(self) -> bool:
        """*Since the start of the invasion, since Wednesday*: a sum of many days, whatever the scene."""
        since = next((at for at in range(self.start, self.stop) if self.norms[at] == "since"), None)
        if since is None:
            return False
        dated = any(since < date.start <= since + 2 for date in self.dates)
        return dated or self.has_word(WARS, since, since + _SINCE)
