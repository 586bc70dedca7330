"""The sample reports of the repository, read once, for the tests of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import kursk_ie
from kursk_ie import Article, Extraction

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def articles() -> tuple[Article, ...]:
    return tuple(
        Article(
            id=path.stem,
            text=path.read_text(encoding="utf-8"),
            **json.loads(path.with_suffix(".json").read_text(encoding="utf-8")),
        )
        for path in sorted(SEEDS.glob("*.txt"))
    )


@cache
def extractions() -> tuple[Extraction, ...]:
    return tuple(kursk_ie.extract_many(articles()))


def spans(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Label and words of all that a page marks, told from the extraction alone; one span twice counts once."""
    found = {(m.label, m.start, m.end, m.text) for m in extraction.mentions}
    for attribution in extraction.attributions:
        parts = (("SOURCE", attribution.source), ("CUE", attribution.cue), ("CONTENT", attribution.content))
        found |= {(label, span.start, span.end, span.text) for label, span in parts if span is not None}
        found |= {("RELAY", relay.start, relay.end, relay.text) for relay in attribution.via}
    for event in extraction.events:
        found |= {
            (label, span.start, span.end, span.text)
            for label, spans in (
                ("EVENT", (event.trigger,)),
                ("SENTENCE", (event.sentence,)),
                ("EVIDENCE", event.verification.evidence),
                ("SIDE", (*event.agents, *event.targets)),
            )
            for span in spans
        }
    return ((label, text) for label, _, _, text in sorted(found))
