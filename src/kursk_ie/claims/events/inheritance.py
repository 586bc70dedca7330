"""Sentences that only continue an attributed one: *Fifteen of them were officers*, *The dead included …*.

High precision before reach: a sentence inherits only from the sentence right before it in its paragraph, and only
when its first words lean on that sentence or it is quoted speech that runs on.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement

_PARTITIVES: Final = frozenset({"them", "those", "these", "whom"})
_SUMS: Final = frozenset(
    "dead wounded injured killed victims casualties missing rest others toll number".split()
)
_SUM_VERBS: Final = frozenset("included include were was are is had have stood rose came".split())
_ACTS: Final = frozenset({"say", "claim", "report", "estimate", "allege", "confirm"})
_LEADING: Final = 6  # words in which a sentence must point back


def inherited_statement(reading: Reading, sentence: int) -> Statement | None:
    """The statement that a sentence without a source of its own continues, or ``None``.

    The result has ``rule`` *inherited*, ``inherited`` true and the sentence as content; it is not listed among
    ``reading.statements``.
    """
    start, stop = reading.sentences[sentence]
    if sentence == 0 or reading.tokens.breaks[start] > 0 or not _points_back(reading, start, stop):
        return None
    if _spoken_for(reading, sentence):
        return None
    last = _last_of(reading, sentence - 1)
    if last is None and sentence > 1 and _points_back(reading, *reading.sentences[sentence - 1]):
        last = inherited_statement(reading, sentence - 1)
    if last is None or last.source is None or last.act not in _ACTS:
        return None
    continued = Statement(sentence, last.cue, last.source, (start, stop), last.act, "inherited")
    continued.speaker, continued.kind, continued.side = last.speaker, last.kind, last.side
    continued.quote, continued.via, continued.inherited = last.quote, [*last.via], True
    return continued


def _spoken_for(reading: Reading, sentence: int) -> bool:
    """Whether a statement is made in the sentence, or its words belong to one before."""
    start, stop = reading.sentences[sentence]
    for statement in reading.statements:
        if statement.sentence == sentence:
            return True
        if statement.content is not None and statement.content[0] < stop and start < statement.content[1]:
            return True
    return False


def _last_of(reading: Reading, sentence: int) -> Statement | None:
    """The one source of a sentence's statements; none where two speak."""
    found = [s for s in reading.statements_of(sentence) if s.content is not None]
    return found[-1] if found and len({s.source for s in found}) == 1 else None


def _points_back(reading: Reading, start: int, stop: int) -> bool:
    """Whether the sentence begins with a part of what the one before counted."""
    norms = reading.tokens.norms[start : min(stop, start + _LEADING)]
    if any(
        norm == "of" and at + 1 < len(norms) and norms[at + 1] in _PARTITIVES for at, norm in enumerate(norms)
    ):
        return True
    at = 1 if norms[:1] == ["the"] else 0
    return (
        norms[at : at + 1] != []
        and norms[at] in _SUMS
        and any(norm in _SUM_VERBS for norm in norms[at + 1 :])
    )
