"""The dispute that two speakers make who give figures of one thing that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kursk_ie.claims.context import Lexis
from kursk_ie.claims.drafts import EventDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure, Measure

_REACH: Final = 2  # sentences between two rival accounts, at most
_SAME_SIZE: Final = 50  # how many times larger a rival count can be
_MEASURES: Final[frozenset[Measure]] = frozenset(
    {
        "killed", "wounded", "killed_or_wounded", "casualties", "captured", "exchanged", "settlements",
        "equipment", "percent", "missing",
    }
)  # fmt: skip


def dispute(reading: Reading, drafts: list[EventDraft], lexis: Lexis) -> None:
    """Set the status of rival accounts, unless one has been denied outright."""
    for first, second in _neighbours(drafts):
        if _rival(reading, first, second, lexis):
            for draft in (first, second):
                if draft.status != "denied":
                    draft.status, draft.verdicts = "disputed", []
                    draft.rules.append("disputed:rival-figure")


def _neighbours(drafts: list[EventDraft]) -> Iterator[tuple[EventDraft, EventDraft]]:
    """Pairs of events that stand near enough to be rival accounts."""
    for number, first in enumerate(drafts):
        for later in range(number + 1, len(drafts)):
            second = drafts[later]
            if second.sentence - first.sentence > _REACH:
                break
            yield first, second


def _rival(reading: Reading, a: EventDraft, b: EventDraft, lexis: Lexis) -> bool:
    """Two speakers of different sides give figures of one thing that exclude each other."""
    if a.type != b.type or abs(a.sentence - b.sentence) > _REACH:
        return False
    if a.modality != "actual" or b.modality != "actual":
        return False
    if a.statements and b.statements and _agree(reading, a.statements, b.statements, lexis.opponents):
        return False
    if b.retold is a:
        return not b.values <= a.values
    if not (a.statements and b.statements):
        return False
    if a.places and b.places and not {p.mention.name for p in a.places} & {p.mention.name for p in b.places}:
        return False
    for ours, theirs in ((a.targets, b.targets), (a.agents, b.agents)):
        if ours and theirs and {p.code for p in ours} != {p.code for p in theirs} and a.type != "prisoners":
            return False
    if a.date is not None and b.date is not None and a.date.mention.earliest != b.date.mention.earliest:
        return False
    return any(
        measure == other
        and measure in _MEASURES
        and _exclude(figure, rival)
        and _of_fighters(figure, lexis) == _of_fighters(rival, lexis)
        for figure, measure in a.figures
        for rival, other in b.figures
    )


def _agree(reading: Reading, a: list[Statement], b: list[Statement], opponents: Opponents) -> bool:
    """Whether one speaker or one side tells both: two figures of a side are a revision."""
    if {s.speaker for s in a} & {s.speaker for s in b}:
        return True
    one, other = _one_side(reading, a[-1]), _one_side(reading, b[-1])
    return not (one is None or other is None or other in opponents.of(one) or one in opponents.of(other))


def _one_side(reading: Reading, statement: Statement) -> str | None:
    """The side of a speaker; none for *Ukrainian and American officials*, who stand on two."""
    if statement.source is not None:
        named = {side.code for side in reading.sides_between(*statement.source)}
        if len(named) > 1:
            return None
    return statement.side


def _of_fighters(figure: Found[Figure], lexis: Lexis) -> bool:
    """*One soldier* among *37 people* is no rival count of them."""
    noun = lexis.counted.noun(figure.mention.noun) if figure.mention.noun is not None else None
    return noun is not None and noun.kind == "fighter"


def _exclude(a: Found[Figure], b: Found[Figure]) -> bool:
    """Whether no number satisfies both figures; a day's dead and those of the war are no rivals."""
    sizes = sorted(figure.mention.min or figure.mention.max or 0 for figure in (a, b))
    if sizes[0] * _SAME_SIZE < sizes[1]:
        return False
    infinity = float("inf")
    low = max(a.mention.min or 0, b.mention.min or 0)
    high = min(
        infinity if a.mention.max is None else a.mention.max,
        infinity if b.mention.max is None else b.mention.max,
    )
    return low > high
