"""The ledger for people: an incident's heading, then a row for each source and figure, then where everybody stands."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from kursk_ie.files.compact import compact_days, compact_figure
from kursk_ie.files.event_cells import printable
from kursk_ie.files.table import plain_row
from kursk_ie.incidents.results import Claim, Count, Incident, Stance, Step
from kursk_ie.results import EventFigure

_LEAST_WIDTH = 60
_OWN_VOICE = "(the outlet)"
_COLUMNS = (("Who", 30), ("How many", 22), ("Told", 18), ("By", 8), ("Status", 22))
_STANCES: dict[Stance, str] = {
    "claims": "claims", "confirms": "confirms", "denies": "denies", "disputes": "disputes", "declines": "no comment",
    "cannot_verify": "could not verify", "no_evidence": "gave no evidence",
}  # fmt: skip


def incident_lines(incidents: Iterable[Incident], width: int | None = None) -> Iterator[str]:
    """The lines of the table; ``width`` is the terminal's, or 100 where there is none."""
    width = max(width or shutil.get_terminal_size((100, 24)).columns, _LEAST_WIDTH)
    whole = sum(share for _, share in _COLUMNS)
    sizes = [(width - 2 * len(_COLUMNS)) * share // whole for _, share in _COLUMNS]
    for incident in incidents:
        yield from textwrap.wrap(incident_heading(incident), width)
        yield from textwrap.wrap(incident_counts(incident), width)
        yield from plain_row(list(zip((name for name, _ in _COLUMNS), sizes, strict=True)))
        yield from plain_row([("-" * size, size) for size in sizes])
        for claim in incident.claims:
            yield from plain_row(list(zip(claim_cells(claim), sizes, strict=True)))
        for line in incident_closing(incident):
            yield from textwrap.wrap(line, width, subsequent_indent="  ")
        yield ""


def incident_heading(incident: Incident) -> str:
    """What, of whom, by whom, where and when."""
    sides = " of ".join(
        part for part in (incident.type.replace("_", " "), ", ".join(incident.sides.targets)) if part
    )
    agents = ", ".join(incident.sides.agents)
    date = incident.date
    days = compact_days(date.earliest, date.latest) if date.earliest and date.latest else ""
    if date.basis == "published":
        days = f"published {days}"
    modality = "" if incident.modality == "actual" else incident.modality
    places = ", ".join(site.name for site in incident.places[:4])
    parts = (sides, f"by {agents}" if agents else "", modality, places, days)
    return printable(" · ".join(part for part in parts if part))


def incident_counts(incident: Incident) -> str:
    """How many reports and origins, and whether their figures agree."""
    reports, origins = len(incident.reports), incident.independent_sources
    counted = f"{reports} report{'s' if reports > 1 else ''}, {origins} origin{'s' if origins > 1 else ''}"
    return f"{counted}; figures {incident.agreement}; {incident.status.replace('_', ' ')}".removesuffix(
        "; none"
    )


def claim_cells(claim: Claim) -> tuple[str, ...]:
    """Who, how many, days told, number of documents, status."""
    shown = _shown(claim.figure) if claim.figure is not None else ""
    told = compact_days(claim.published[0], claim.published[-1]) if claim.published else ""
    status = claim.verification.status.replace("_", " ")
    others = [name for name in claim.verification.by if name != claim.speaker]
    by = f" ({', '.join(others)})" if others else ""
    return (
        printable(claim.speaker or _OWN_VOICE), printable(shown) or "–", told, f"{len(claim.documents)}×",
        "–" if status == "none" else printable(status + by),
    )  # fmt: skip


def incident_closing(incident: Incident) -> Iterator[str]:
    """Where everybody stands, and how figures were revised."""
    for stance, words in _STANCES.items():
        names = [position.speaker for position in incident.positions if position.stance == stance]
        if names and stance != "claims":
            yield printable(f"{words}: {', '.join(names)}")
    speakers = {claim.id: claim.speaker for claim in incident.claims}
    for revision in incident.revisions:
        steps = ", then ".join(_step(step, speakers[step.claim], revision.speaker) for step in revision.steps)
        yield printable(f"revised: {revision.speaker or _OWN_VOICE} {steps}")


def _step(step: Step, speaker: str | None, reviser: str | None) -> str:
    """The figure, its day, and whose it is where the one who revises it did not give it."""
    notes = [] if speaker in (None, reviser) else [str(speaker)]
    if step.first_seen is not None:
        notes.append(compact_days(step.first_seen, step.first_seen))
    figure = _shown(step.figure)
    return f"{figure} ({', '.join(notes)})" if notes else figure


def _shown(figure: Count) -> str:
    return compact_figure(EventFigure(start=0, end=0, **figure.model_dump()))
