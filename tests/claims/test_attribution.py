"""Attribution: every phenomenon on a sentence of its own, and what must hold on any text."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

import kursk_ie

_HERE = Path(__file__).parent
_CASES = [
    json.loads(line) for line in (_HERE / "attribution_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
_DOCS = _HERE.parents[1] / "docs" / "attribution.md"


def _read(text: str) -> list[dict[str, Any]]:
    return [
        {
            "source": a.source and a.source.text,
            "cue": a.cue.text,
            "content": a.content and a.content.text,
            "act": a.act,
            "via": [relay.text for relay in a.via],
            "quote": a.quote,
            "rule": a.rule,
        }
        for a in kursk_ie.extract(text).attributions
    ]


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_phenomenon(case: dict[str, Any]) -> None:
    assert _read(case["text"]) == case["attributions"]


def test_names_are_unique() -> None:
    assert len({case["name"] for case in _CASES}) == len(_CASES) >= 150


def test_every_case_keeps_its_offsets() -> None:
    for case in _CASES:
        text = "é🔥 " + case["text"]
        for a in kursk_ie.extract(text).attributions:
            spans = [a.cue, *a.via, *([a.source] if a.source else []), *([a.content] if a.content else [])]
            assert all(text[span.start : span.end] == span.text for span in spans)


def _documented() -> list[tuple[str, str]]:
    rows = [
        line.split("|") for line in _DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    return [(row[1].strip().strip("`"), row[3].strip()) for row in rows if len(row) == 5]


@pytest.mark.parametrize(("rule", "example"), _documented(), ids=[rule for rule, _ in _documented()])
def test_documented_rule(rule: str, example: str) -> None:
    assert rule in {row["rule"] for row in _read(example)}


def test_every_rule_is_documented() -> None:
    known = {rule for rule, _ in _documented()}
    assert {row["rule"] for case in _CASES for row in case["attributions"]} <= known


@pytest.mark.parametrize("seed", range(20))
def test_no_text_is_too_odd(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        "said",
        '"',
        "“",
        "”",
        ",",
        "according to",
        "he",
        ".",
        "\n\n",
        "(",
        "as",
        "reported by",
        "—",
        "🔥",
        "ё",
        "claims",
    ]
    text = " ".join(chance.choice(words) for _ in range(60))
    for a in kursk_ie.extract(text).attributions:
        assert text[a.cue.start : a.cue.end] == a.cue.text
