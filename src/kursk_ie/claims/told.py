"""What a whole document tells, indexed once so that its sentences need not search it again."""

from __future__ import annotations

from bisect import bisect_left

from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.roles import Roles
from kursk_ie.claims.statement import FIGURE_GIVEN, Range, Statement


class Told:
    """Index of a reading.

    Attributes:
        spoken: words that name a speaker or a relay.
        apposed: those, and what stands between a speaker and his cue: *X, head of the office in Kyiv, said*.
        cues: words of cues.
    """

    def __init__(self, reading: Reading, opponents: Opponents) -> None:
        self.spoken: set[int] = set()
        self.apposed: set[int] = set()
        self.cues: set[int] = set()
        self._reading = reading
        self._opponents = opponents
        self._roles: Roles | None = None
        starts = [start for start, _ in reading.sentences]
        self._statements: list[list[Statement]] = [[] for _ in starts]
        for statement in reading.statements:
            self._index(reading, statement, starts)

    @property
    def roles(self) -> Roles:
        """Whom *the army* and *rebels* stand for; found out when first asked for."""
        if self._roles is None:
            self._roles = Roles(self._reading, self._opponents)
        return self._roles

    def _index(self, reading: Reading, statement: Statement, starts: list[int]) -> None:
        if statement.rule != FIGURE_GIVEN:  # *credited them with 40*: the cue alone tells what happened
            _add(self.cues, statement.cue)
        for relay in statement.via:
            _add(self.spoken, relay)
            _add(self.apposed, relay)
        if statement.source is not None:
            _add(self.spoken, statement.source)
            _add(self.apposed, statement.source)
            _add(self.apposed, _aside(reading, statement.source[1], statement.cue[0]))
        first, last = statement.content or statement.cue
        begin, end = max(0, bisect_left(starts, first + 1) - 1), bisect_left(starts, last)
        for sentence in range(begin, end):
            self._statements[sentence].append(statement)
        if not begin <= statement.sentence < end:
            self._statements[statement.sentence].append(statement)

    def statements(self, sentence: int) -> list[Statement]:
        """The statements whose content or cue reaches into a sentence, in text order."""
        return self._statements[sentence]


def _add(words: set[int], span: Range) -> None:
    for word in range(span[0], span[1]):
        words.add(word)


def _aside(reading: Reading, start: int, cue: int) -> Range:
    """The words of an aside between a speaker and his cue, set off by commas or dashes."""
    norms = reading.tokens.norms
    if start >= cue or norms[start] not in (",", "–", "—", "("):
        return start, start
    end = next((at for at in range(start + 1, cue) if norms[at] in (",", "–", "—", ")")), start)
    return start, end
