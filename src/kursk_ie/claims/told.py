"""What a whole document tells, indexed once so that its sentences need not search it again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.roles import Roles
from kursk_ie.claims.statement import FIGURE_GIVEN, Statement


class Told:
    """Index of a reading.

    Attributes:
        spoken: words that name a speaker or a relay.
        apposed: those, and what stands between a speaker and his cue: *X, head of the office in Kyiv, said*.
        cues: words of cues.
        roles: whom *the army* and *rebels* stand for.
    """

    def __init__(self, reading: Reading, opponents: Opponents) -> None:
        self.spoken: set[int] = set()
        self.apposed: set[int] = set()
        self.cues: set[int] = set()
        self.roles = Roles(reading, opponents)
        starts = [start for start, _ in reading.sentences]
        self._statements: list[list[Statement]] = [[] for _ in starts]
        for statement in reading.statements:
            self._index(reading, statement, starts)

    def _index(self, reading: Reading, statement: Statement, starts: list[int]) -> None:
        if statement.rule != FIGURE_GIVEN:  # *credited them with 40*: the cue alone tells what happened
            self.cues.update(range(*statement.cue))
        for span in (statement.source, *statement.via):
            if span is not None:
                self.spoken.update(range(*span))
                self.apposed.update(range(*span))
        if statement.source is not None:
            self.apposed.update(_aside(reading, statement.source[1], statement.cue[0]))
        first, last = statement.content or statement.cue
        for sentence in range(max(0, bisect_left(starts, first + 1) - 1), bisect_left(starts, last)):
            self._statements[sentence].append(statement)
        if statement not in self._statements[statement.sentence]:
            self._statements[statement.sentence].append(statement)

    def statements(self, sentence: int) -> Sequence[Statement]:
        """The statements whose content or cue reaches into a sentence, in text order."""
        return self._statements[sentence]


def _aside(reading: Reading, start: int, cue: int) -> range:
    """The words of an aside between a speaker and his cue, set off by commas or dashes."""
    norms = reading.tokens.norms
    if start >= cue or norms[start] not in (",", "–", "—", "("):
        return range(0)
    end = next((at for at in range(start + 1, cue) if norms[at] in (",", "–", "—", ")")), start)
    return range(start, end)
