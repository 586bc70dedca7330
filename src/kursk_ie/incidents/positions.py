"""Where everybody stands towards an incident: who claims, confirms, denies, declines, could not verify."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from kursk_ie.incidents.records import Record
from kursk_ie.incidents.results import Position, Stance
from kursk_ie.incidents.speakers import is_name, resolve_speaker
from kursk_ie.results import Act, Status

_BY_ACT: dict[Act, Stance] = {"confirm": "confirms", "deny": "denies", "decline": "declines"}
_BY_STATUS: dict[Status, Stance] = {
    "denied": "denies",
    "disputed": "disputes",
    "confirmed": "confirms",
    "unverified": "cannot_verify",
    "declined": "declines",
}
_ORDER: tuple[Stance, ...] = (
    "claims", "confirms", "denies", "disputes", "declines", "cannot_verify", "no_evidence"
)  # fmt: skip


def positions_of(records: Sequence[Record]) -> tuple[Position, ...]:
    """One position for each speaker and stance: first who claims, then who confirms, denies…, each by first sight."""
    found: dict[tuple[Stance, str], dict[str, dt.date | None]] = {}
    for record in records:
        for stance, speaker in _stances(record):
            found.setdefault((stance, speaker), {}).setdefault(record.document, record.published)
    return tuple(
        Position(
            speaker=speaker,
            stance=stance,
            documents=tuple(documents),
            first_seen=min((day for day in documents.values() if day is not None), default=None),
        )
        for (stance, speaker), documents in sorted(found.items(), key=lambda item: _ORDER.index(item[0][0]))
    )


def _stances(record: Record) -> Iterator[tuple[Stance, str]]:
    speakers = [(s.speaker.name, s.act) for s in record.statements if s.speaker is not None]
    for name, act in speakers:
        yield _BY_ACT.get(act, "claims") if act else "claims", name
    if record.status == "no_evidence":
        # by names who gave none; where the text has a pronoun it is the source itself
        yield from (("no_evidence", name) for name in _named(record, [name for name, _ in speakers]))
    elif record.status in _BY_STATUS:
        yield from ((_BY_STATUS[record.status], name) for name in _named(record, []))
    for refusal in record.refusals:
        yield "cannot_verify" if refusal.could_not_verify else "declines", refusal.speaker.name


def _named(record: Record, otherwise: Iterable[str]) -> Iterable[str]:
    if record.by is not None and is_name(record.by):
        return [resolve_speaker(record.by).name]
    return otherwise
