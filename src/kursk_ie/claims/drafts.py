"""Events, sides and verdicts on their way to the result: the same facts, held as word ranges."""

from __future__ import annotations

from typing import Literal

from kursk_ie.claims.statement import Range, Statement
from kursk_ie.mentions.found import Found
from kursk_ie.results import ClaimSide, Date, EventType, Figure, Measure, Modality, Place, Status, Unit

Scope = Literal["clause", "source", "before", "picture"]


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

    __slots__ = ("about", "by", "evidence", "scope", "sentence", "status")

    def __init__(
        self,
        sentence: int,
        status: Status,
        by: Range | None,
        evidence: Range,
        scope: Scope,
        about: Range | None = None,
    ) -> None:
        self.sentence = sentence
        self.status = status
        self.by = by
        self.evidence = evidence
        self.scope = scope
        self.about = about


class NamedSide:
    """A side, the words that name it, and how they do: as `SideHit.form`, or *unit*, *actor*, *generic*."""

    __slots__ = ("code", "form", "words")

    def __init__(self, code: str, words: Range, form: str) -> None:
        self.code = code
        self.words = words
        self.form = form


class PartyDraft:
    """A side with the words that name it."""

    __slots__ = ("code", "words")

    def __init__(self, code: str, words: Range) -> None:
        self.code = code
        self.words = words


class EventDraft:
    """One event before it is frozen; see `kursk_ie.results.Event` for the meaning of the fields.

    Attributes:
        retold: the event that this one tells again with another speaker's figure.
    """

    __slots__ = (
        "agents", "claim_side", "clause", "date", "figures", "frame", "measure", "modality", "places", "retold",
        "rules", "sentence", "statements", "status", "targets", "trigger", "type", "units", "verdicts",
    )  # fmt: skip

    def __init__(
        self,
        type: EventType,
        trigger: Range,
        sentence: int,
        clause: Range,
        frame: str,
        measure: Measure | None,
    ) -> None:
        self.type = type
        self.trigger = trigger
        self.sentence = sentence
        self.clause = clause
        self.frame = frame
        self.measure = measure
        self.agents: list[PartyDraft] = []
        self.targets: list[PartyDraft] = []
        self.figures: list[tuple[Found[Figure], Measure]] = []
        self.places: list[Found[Place]] = []
        self.units: list[Found[Unit]] = []
        self.date: Found[Date] | None = None
        self.statements: list[Statement] = []
        self.verdicts: list[Verdict] = []
        self.status: Status = "none"
        self.modality: Modality = "actual"
        self.retold: EventDraft | None = None
        self.claim_side: ClaimSide = "none"
        self.rules: list[str] = []

    def copy(self) -> EventDraft:
        """Another draft that tells the same."""
        twin = EventDraft(self.type, self.trigger, self.sentence, self.clause, self.frame, self.measure)
        twin.agents, twin.targets, twin.figures = list(self.agents), list(self.targets), list(self.figures)
        twin.places, twin.units, twin.date = list(self.places), list(self.units), self.date
        twin.statements, twin.modality, twin.rules = list(self.statements), self.modality, list(self.rules)
        twin.retold = self.retold
        return twin

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
