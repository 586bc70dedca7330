"""Events and verdicts on their way to the result: the same facts, held as word ranges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kursk_ie.claims.statement import Range, Statement
from kursk_ie.mentions.found import Found
from kursk_ie.results import ClaimSide, Date, EventType, Figure, Measure, Modality, Place, Status, Unit

Scope = Literal["clause", "source", "before", "picture"]


@dataclass(slots=True)
class Verdict:
    """What a sentence says of the truth of claims.

    Attributes:
        sentence: index of the sentence that says so.
        status: the status it gives.
        by: words that name who confirmed, denied, could not verify…; ``None`` where unsaid.
        evidence: words that say so.
        scope: ``clause`` the events of the same sentence, ``source`` all earlier events of the source that
            ``about`` names, ``before`` the events of the last attributed statements, ``picture`` no event.
        about: words that name whose claims are judged.
    """

    sentence: int
    status: Status
    by: Range | None
    evidence: Range
    scope: Scope
    about: Range | None = None


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A side with the words that name it."""

    code: str
    words: Range


@dataclass(slots=True)
class EventDraft:
    """One event before it is frozen; see `kursk_ie.results.Event` for the meaning of the fields.

    Attributes:
        retold: the event that this one tells again with another speaker's figure.
    """

    type: EventType
    trigger: Range
    sentence: int
    clause: Range
    frame: str
    measure: Measure | None
    agents: list[PartyDraft] = field(default_factory=list)
    targets: list[PartyDraft] = field(default_factory=list)
    figures: list[tuple[Found[Figure], Measure]] = field(default_factory=list)
    places: list[Found[Place]] = field(default_factory=list)
    units: list[Found[Unit]] = field(default_factory=list)
    date: Found[Date] | None = None
    statements: list[Statement] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    status: Status = "none"
    modality: Modality = "actual"
    retold: EventDraft | None = None
    claim_side: ClaimSide = "none"
    rules: list[str] = field(default_factory=list)

    def acts(self, code: str) -> bool:
        """Whether a side is among the agents."""
        return any(party.code == code for party in self.agents)

    def suffers(self, code: str) -> bool:
        """Whether a side is among the targets."""
        return any(party.code == code for party in self.targets)

    @property
    def values(self) -> set[object]:
        """The numbers of the figures, with what they measure."""
        return {(figure.mention.min, figure.mention.max, measure) for figure, measure in self.figures}
