"""The fields of a record as pairs of name and words, for the card that a mark opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypedDict

from pydantic import BaseModel

from kursk_ie.files.compact import compact_date, compact_figure
from kursk_ie.files.event_cells import speaker, words
from kursk_ie.results import (
    AcledCode,
    Attribution,
    Date,
    Event,
    EventFigure,
    Extraction,
    Party,
    Place,
    Unit,
    Verification,
)

_UNSHOWN = frozenset(("label", "end", "text", "trigger", "sentence"))
_VALUES_OF_SCHEMA = frozenset(
    ("type", "measure", "status", "speaker_kind", "claim_side", "feature", "verification")
)


class Record(TypedDict):
    """What a card shows: a heading and pairs of name and words."""

    title: str
    fields: list[tuple[str, str]]


def records_of(extraction: Extraction) -> dict[str, Record]:
    """The records of an extraction by key; fields that hold nothing are left out."""
    records: dict[str, Record] = {}
    for number, mention in enumerate(extraction.mentions):
        records[f"m{number}"] = _record(f"{mention.label.lower()} · {mention.text}", mention)
    for number, attribution in enumerate(extraction.attributions):
        records[f"a{number}"] = _record(f"statement {attribution.id} · {speaker(attribution)}", attribution)
    for number, event in enumerate(extraction.events):
        records[f"e{number}"] = _record(f"event {event.id} · {words(event.type)}", event)
    for number, issue in enumerate(extraction.issues):
        records[f"i{number}"] = _record("left out" if issue.start is not None else "issue", issue)
    return records


def _record(title: str, model: BaseModel) -> Record:
    return {"title": " ".join(title.split()), "fields": list(_fields(model))}


def _fields(model: BaseModel) -> Iterator[tuple[str, str]]:
    for name, value in model:
        if name in _UNSHOWN:
            continue
        if name == "start":
            end = getattr(model, "end", None)
            if value is not None:
                yield "characters", f"{value}–{end}"
            continue
        is_open = name in ("min", "max") and value is None
        shown = "open" if is_open else _shown(value)
        if shown:
            yield name, words(shown) if name in _VALUES_OF_SCHEMA else shown


def _shown(value: object) -> str:
    """A value in words; empty where there is nothing to show."""
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:,}" if isinstance(value, int) else f"{value:.10g}"
        case dt.date():
            return value.isoformat()
        case str():
            return value
        case tuple():
            return "; ".join(dict.fromkeys(filter(None, map(_shown, value))))
        case BaseModel():
            return _shown_model(value)
    return str(value)


def _shown_model(model: BaseModel) -> str:
    match model:
        case EventFigure():
            return compact_figure(model)
        case Date():
            return compact_date(model)
        case Place() | Unit():
            return model.name
        case Party():
            return f"{model.code} ({model.text})"
        case Attribution():
            return f"{model.id}: {speaker(model)}, {model.act}"
        case Verification():
            by = f" ({model.by})" if model.by else ""
            return "" if model.status == "none" else f"{model.status}{by}"
        case AcledCode():
            return " / ".join(filter(None, (model.event_type, model.sub_event_type)))
        case Event():
            return model.id
    text = getattr(model, "text", None)
    if isinstance(text, str):
        return text
    return "; ".join(f"{name}: {shown}" for name, value in model if (shown := _shown(value)))
