"""What stands around a trigger: the kinds of things named in its clause, and the conditions that triggers make."""

from __future__ import annotations

from dataclasses import dataclass

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.mentions.counted import Counted
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import DETERMINERS, PREPOSITIONS, is_name

PEOPLE = frozenset({"person", "fighter", "civilian", "prisoner", "victim", "formation", "displaced"})
MASS = 500  # the least bare number that is taken for troops
FORCES = frozenset({"fighter", "formation"})
THINGS = frozenset({"equipment", "vehicle", "munition"})

_GROUND = frozenset(
    """village villages town towns settlement settlements city cities territory territories area areas land ground
    position positions region regions district districts oblast province hill heights bridge border stronghold
    strongholds base bases airport airfield outpost outposts checkpoint post trench trenches line lines enclave pocket
    bridgehead foothold island port capital kilometres kilometers km miles square sq. plant factory crossing road
    highway suburb neighbourhood neighborhood neighbourhoods neighborhoods strip part parts""".split()
)
_SITES = frozenset(
    """building buildings house houses home homes school hospital infrastructure depot warehouse plant station grid
    block apartment apartments airfield airbase base refinery bridge market church kindergarten port ship vessel
    headquarters facility facilities target targets city town village centre center district residential camp convoy
    substation power energy mall""".split()
)
_WEAPONS = frozenset(
    """missile missiles rocket rockets drone drones shell shells artillery bomb bombs uav uavs shahed shaheds mortar
    mortars himars aircraft warplane warplanes airstrike jets jet helicopter helicopters projectile projectiles
    debris shrapnel tank tanks fire fpv""".split()
)
_CAPTIVE = frozenset(
    "prisoner prisoners pow pows captive captives hostage hostages detainee detainees soldiers servicemen defenders bodies children captured".split()
)
_ATTACKERS = frozenset(
    """attack attacks assault assaults offensive offensives attempt attempts advance advances incursion raid raids
    attackers forces troops enemy fighters militants rebels insurgents counterattack counterattacks drones missiles
    column push breakthrough army soldiers""".split()
)
_GROUND_WAR = frozenset(
    """ground infantry trench trenches line lines front frontline positions breakthrough advance flank direction
    directions gunmen insurgents rebels militants fighters terrorists border fresh repelled repulsed""".split()
)
_PENALISING = frozenset(
    """announced announce announces imposed impose imposes imposing new unveiled slapped approved adopted agreed package
    expanded fresh targeting sanctioned hit additional further lifted eased extended renewed proposed""".split()
)
_COMING = frozenset({"new", "renewed", "another", "fresh", "second", "looming", "imminent", "possible", "planned"})
_NOT_ATTACK = frozenset("heart panic asthma cyber cyberattack cyberattacks verbal personal political shark dog acid ransomware hacker anxiety media".split())
_NOT_STRIKE = frozenset("hunger rail nurses teachers workers union postal general strike workers' lucky lightning pilots'".split())


@dataclass(frozen=True, slots=True)
class Lexis:
    """What nouns count as: the kinds of models/counted.tsv, by single word and by noun phrase."""

    kinds: dict[str, str]
    counted: Counted

    @classmethod
    def read(cls, cut: Cut) -> Lexis:
        """Read the table."""
        kinds: dict[str, str] = {}
        for row in read_table("counted.tsv", ("noun", "plural", "kind")):
            for form in (*row.many("noun"), *row.many("plural")):
                if " " not in form:
                    kinds.setdefault(form.lower(), row["kind"])
        return cls(kinds, Counted(cut))


class Context:
    """One sentence of a reading, as its triggers see it."""

    def __init__(self, reading: Reading, lexis: Lexis, clauses: list[Range], start: int, stop: int) -> None:
        self.reading = reading
        self.kinds = lexis.kinds
        self._counted = lexis.counted
        self.clauses = clauses
        self.start = start
        self.stop = stop
        self.busy: set[Range] = set()
        self.figures = [figure for figure in reading.figures if start <= figure.start < stop]

    def shares(self, word: int, clause: Range) -> bool:
        """Whether what stands at ``word`` may belong to an event of ``clause``: no other event claims its clause."""
        home = self.clause_of(word)
        return home == clause or home not in self.busy

    def clause_of(self, word: int) -> Range:
        """The clause that holds a word."""
        return next(((a, b) for a, b in self.clauses if a <= word < b), (self.start, self.stop))

    def norm(self, at: int) -> str:
        return self.reading.tokens.norms[at] if self.start <= at < self.stop else ""

    def has_kind(self, kinds: frozenset[str], start: int, stop: int) -> bool:
        """Whether a noun of one of these kinds stands between two words."""
        norms, table = self.reading.tokens.norms, self.kinds
        return any(table.get(norms[at]) in kinds for at in range(max(start, self.start), min(stop, self.stop)))

    def has_word(self, words: frozenset[str], start: int, stop: int) -> bool:
        norms = self.reading.tokens.norms
        return any(norms[at] in words for at in range(max(start, self.start), min(stop, self.stop)))

    def has_place(self, start: int, stop: int) -> bool:
        return any(start <= place.start < stop for place in self.reading.places)

    def has_side(self, start: int, stop: int) -> bool:
        return any(start <= side.start < stop for side in self.reading.sides) or any(
            start <= unit.start < stop for unit in self.reading.units
        )

    def figure_kind(self, figure: Found[Figure]) -> str | None:
        """Kind of what a figure counts: of the last word of its noun that the lexicon knows."""
        if figure.mention.noun is None:
            return None
        noun = self._counted.noun(figure.mention.noun)
        return noun.kind if noun is not None else "unknown"

    def is_idle(self, start: int, end: int) -> bool:
        """Whether the words stand where nothing happens: inside a source, a cue, a place, a unit or another name."""
        for statement in self.reading.statements:
            if statement.source is not None and statement.source[0] <= start < statement.source[1]:
                return True
            if statement.cue[0] <= start and end <= statement.cue[1]:
                return True
        if self.reading.place_over(start) is not None:
            return True
        return any(unit.start <= start < unit.end for unit in self.reading.units)

    def meets(self, needs: str, frame: str, start: int, end: int, clause: Range) -> bool:
        """Whether the clause of a trigger holds what the trigger needs."""
        if not self._is_verbal(frame, start, end):
            return False
        match needs:
            case "":
                return True
            case "figure":
                return any(clause[0] <= figure.start < clause[1] and self.figure_kind(figure) in PEOPLE | {None, "unknown", "fate"} for figure in self.figures)
            case "person":
                return self._object_is(PEOPLE, start, end, clause)
            case "force":
                return self.has_kind(FORCES, *clause) or self._has_people(*clause) or self._mass_before(start)
            case "people":
                return self.has_kind(PEOPLE, *clause) or self._has_people(*clause)
            case "place":
                return self._near_ground(frame, start, end, clause)
            case "target":
                return self._hits(start, end, clause)
            case "munition":
                return self.has_word(_WEAPONS, *clause)
            case "equipment":
                return self._object_is(THINGS, start, end, clause)
            case "captive":
                return self.has_word(_CAPTIVE, *clause)
            case "combat":
                return self.has_word(_ATTACKERS, end, clause[1]) or self.has_word(_ATTACKERS, clause[0], start) or self._has_people(end, clause[1])
            case "attack":
                return self.norm(start - 1) not in _NOT_ATTACK
            case "ground":
                return self.norm(start - 1) not in _NOT_ATTACK and self._on_the_ground(clause)
            case "penalty":
                return self.has_word(_PENALISING, *clause)
            case "air":
                return self.norm(start - 1) not in _NOT_ATTACK and self._from_afar(start, end, clause)
            case "strike":
                return self.norm(start - 1) not in _NOT_STRIKE and self.norm(end) not in ("action", "by", "ballot")
            case "conflict":
                return self.has_kind(FORCES, *clause)
            case "future":
                return self.has_word(_COMING, clause[0], start)
            case "strength":
                return any(clause[0] <= figure.start < clause[1] and self._counts_force(figure) for figure in self.figures)
        return False

    def _on_the_ground(self, clause: Range) -> bool:
        return self.has_kind(FORCES, *clause) or self.has_word(_GROUND_WAR, *clause) or bool(self._has_people(*clause))

    def _from_afar(self, start: int, end: int, clause: Range) -> bool:
        """Whether an attack is one by fire: weapons in the sentence, or a building or facility as what it hits."""
        if self.has_word(_WEAPONS, self.start, self.stop):
            return True
        if self.has_word(_SITES, end, min(end + 8, clause[1])) or self.has_word(_SITES, start - 2, start):
            return True
        return any(end <= place.start < end + 5 and place.mention.feature == "facility" for place in self.reading.places)

    def _mass_before(self, start: int) -> bool:
        """Whether a bare number of the size of a force is the subject: *over 1,000 travelled by ship*."""
        for figure in self.figures:
            if 0 <= start - figure.end <= 3 and self.figure_kind(figure) in (None, "unknown", "person"):
                return max(figure.mention.min or 0, figure.mention.max or 0) >= MASS
        return False

    def _has_people(self, start: int, stop: int) -> bool:
        """Whether a side's people or a unit is named: *North Koreans*, *the 94th brigade*."""
        return any(start <= side.start < stop and side.form in ("people", "adjective") and side.form == "people" for side in self.reading.sides) or any(
            start <= unit.start < stop for unit in self.reading.units
        )

    def _counts_force(self, figure: Found[Figure]) -> bool:
        kind = self.figure_kind(figure)
        return kind in FORCES or kind in ("person", "unknown", None) and self._has_people(figure.start, figure.end + 6)

    def _object_is(self, kinds: frozenset[str], start: int, end: int, clause: Range) -> bool:
        """Whether a thing of these kinds stands right after the trigger, or before it in the passive."""
        stop = min(clause[1], end + 10)
        if kinds is PEOPLE and any(0 <= start - figure.end <= 2 for figure in self.figures):
            return True  # "and 4,100 more hurt"
        if self.has_kind(kinds, end, stop):
            return True
        if kinds is PEOPLE and self._has_people(end, stop):
            return True
        passive = any(self.norm(i) in ("were", "was", "been", "be", "being", "are", "is", "of") for i in range(max(clause[0], start - 4), start)) or self.norm(end) in ("by", "in", "near", ".", ",", "on")
        return passive and (self.has_kind(kinds, clause[0], start) or kinds is PEOPLE and self._has_people(clause[0], start))

    def _near_ground(self, frame: str, start: int, end: int, clause: Range) -> bool:
        norms = self.reading.tokens.norms
        stop = min(clause[1], end + 9)
        for at in range(end, stop):
            if self.reading.place_over(at) is not None or norms[at] in _GROUND:
                return not (self.has_kind(PEOPLE | THINGS, end, at) and norms[at] not in _GROUND) or norms[at - 1] in ("the", "of")
            if norms[at] in ("part", "place", "off", "shelter", "cover", "office", "action", "care", "time", "responsibility"):
                return False
        if norms[clause[0]] in ("that", "which", "where") or norms[start - 1] in _GROUND:
            antecedent = range(max(self.start, min(clause[0], start) - 6), start)
            if any(norms[at] in _GROUND or self.reading.place_over(at) is not None for at in antecedent):
                return True  # "a region which Ukraine has seized", "territory lost in the summer"
        passive = norms[start - 1] in ("been", "was", "were", "be", "being", "are", "is") or norms[end : end + 1] == ["by"]
        return passive and (self.has_place(self.start, start) or self.has_word(_GROUND, clause[0], start))

    def _hits(self, start: int, end: int, clause: Range) -> bool:
        if self.norm(start - 1) in ("a", "the", "'s", "to") and self.norm(end) in ("on", "by"):
            return False
        if self.has_word(_WEAPONS, *clause):
            return True
        return self.has_word(_SITES, end, end + 8) or self.reading.place_over(end) is not None or self.has_word(_SITES, clause[0], start)

    def _is_verbal(self, frame: str, start: int, end: int) -> bool:
        """A verb frame wants a verb: *the attack* is none, *fighting* after *the* is none."""
        if "verb" not in frame:
            return True
        before = self.norm(start - 1)
        form = self.norm(start)
        if before in ("'s", "'", "-", "–") and not form.endswith("ing"):
            return False
        if before in DETERMINERS and before not in ("that", "all", "both", "some", "many", "others", "those", "this") and not form.endswith("ing"):
            return False
        if form.endswith("ed") and (before in PREPOSITIONS - {"to"} or start == self.start) and self.norm(end) != "by":
            return False  # "in occupied Ukraine": an adjective
        return not (before in PREPOSITIONS - {"to"} and not form.endswith(("ing", "ed")) and not is_name(self.reading.tokens.words[start]))
