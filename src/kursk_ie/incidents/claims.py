"""The rows of the ledger, one for each source and figure, and whether the figures agree."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from kursk_ie.incidents.origins import Part
from kursk_ie.incidents.results import Agreement, Claim, Count, Verdict
from kursk_ie.incidents.speakers import is_name, resolve_speaker
from kursk_ie.results import Act, Modality, Status

STATUSES: tuple[Status, ...] = ("denied", "disputed", "confirmed", "no_evidence", "unverified", "declined")
"""The order in which the first that holds is the status."""

_ACTS: tuple[Act, ...] = (
    "confirm", "deny", "accuse", "allege", "claim", "estimate", "report", "warn", "say", "decline"
)  # fmt: skip
_MODALITIES: tuple[Modality, ...] = ("actual", "possible", "future", "negated")
_ABOUT = 0.05  # *about 30* and *32* do not agree, *about 11,000* and *11,300* do


def number_claims(parts: Sequence[Part], origins: Sequence[str]) -> list[str]:
    """The id of the claim that each part belongs to. Parts are in order of publication; ``origins`` are theirs."""
    ids: dict[tuple[object, ...], str] = {}
    keys = (_row_key(part, origin) for part, origin in zip(parts, origins, strict=True))
    return [ids.setdefault(key, f"c{len(ids) + 1}") for key in keys]


def claim_rows(parts: Sequence[Part], origins: Sequence[str], ids: Sequence[str]) -> tuple[Claim, ...]:
    """The claims by first sight; ``ids`` are those of `number_claims`."""
    rows: dict[str, list[int]] = defaultdict(list)
    for number, id in enumerate(ids):
        rows[id].append(number)
    return tuple(
        _claim(id, [parts[number] for number in numbers], origins[numbers[0]]) for id, numbers in rows.items()
    )


def _row_key(part: Part, origin: str) -> tuple[object, ...]:
    speaker, figure = part.statement.speaker, part.figure
    bounds = None if figure is None else (figure.measure, figure.min, figure.max, figure.approx)
    return (origin if speaker is None else speaker.name), part.record.modality == "negated", bounds


def _claim(id: str, parts: list[Part], origin: str) -> Claim:
    first = parts[0]
    speaker = first.statement.speaker
    days = sorted({part.record.published for part in parts if part.record.published is not None})
    acts = {part.statement.act for part in parts}
    return Claim(
        id=id,
        speaker=speaker.name if speaker else None,
        kind=speaker.kind if speaker else "unknown",
        side=speaker.side if speaker else None,
        figure=first.figure,
        verification=verdict_of(parts),
        act=next((act for act in _ACTS if act in acts), None),
        modality=next(modality for modality in _MODALITIES if modality in {p.record.modality for p in parts}),
        published=tuple(days),
        first_seen=days[0] if days else None,
        documents=_each(part.record.document for part in parts),
        outlets=_each(part.record.outlet for part in parts),
        via=tuple(sorted({name for part in parts for name in part.statement.via})),
        origin=origin,
    )


def verdict_of(parts: Iterable[Part]) -> Verdict:
    """The first status that any telling has, and who is named for it."""
    by: dict[Status, dict[str, None]] = defaultdict(dict)
    for part in parts:
        name = part.record.by
        by[part.record.status].update({resolve_speaker(name).name: None} if name and is_name(name) else {})
    status: Status = next((status for status in STATUSES if status in by), "none")
    return Verdict(status=status, by=tuple(sorted(by[status])) if status != "none" else ())


def agreement_of(claims: Sequence[Claim], origins: int) -> Agreement:
    """Of the latest figures of each source, by measure; where nobody gives one, of the sources' number alone."""
    latest: dict[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    days: dict[tuple[str, str], dt.date] = {}
    for claim in claims:
        figure = claim.figure
        if figure is None:
            continue
        day = claim.published[-1] if claim.published else dt.date.min
        given = latest[figure.measure]
        if day > days.get((figure.measure, claim.origin), dt.date.min):
            given[claim.origin] = []
        if day >= days.get((figure.measure, claim.origin), dt.date.min):
            given[claim.origin].append(figure)
            days[figure.measure, claim.origin] = day
    if not latest:
        return "single" if origins == 1 else "agreed"
    ranks: tuple[Agreement, ...] = ("single", "agreed", "range", "conflicting")
    return max((_agreement(given) for given in latest.values()), key=ranks.index)


def _agreement(given: dict[str, list[Count]]) -> Agreement:
    if len(given) == 1:
        return "single"
    worst: Agreement = "agreed"
    for one, other in combinations(given.values(), 2):
        # a source may give a whole and its parts: one pair that agrees is enough
        pairs = [(a, b) for a in one for b in other]
        if any((a.min, a.max) == (b.min, b.max) for a, b in pairs):
            continue
        if not any(_overlap(a, b) for a, b in pairs):
            return "conflicting"
        worst = "range"
    return worst


def _overlap(one: Count, other: Count) -> bool:
    low, high = _bounds(one)
    low2, high2 = _bounds(other)
    return low <= high2 and low2 <= high


def _bounds(figure: Count) -> tuple[float, float]:
    low = float("-inf") if figure.min is None else figure.min
    high = float("inf") if figure.max is None else figure.max
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if figure.approx else (low, high)


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
