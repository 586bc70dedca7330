"""Turn gold of somebody else's texts into offsets and values, keyed by the text's SHA-256.

usage: python scripts/gold_offsets.py GOLD.jsonl OUT.jsonl

The form of a gold row is that of the annotation guideline; the text and every span's own words are left out, and the
places, units and sources of an event, which the guideline gives by their words, become spans too.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def without_words(value: Any) -> Any:
    """The value with the ``text`` of every span left out."""
    if isinstance(value, dict):
        return {key: without_words(part) for key, part in value.items() if key != "text"}
    if isinstance(value, list):
        return [without_words(part) for part in value]
    return value


def span_of(text: str, words: str, near: int) -> list[int]:
    """Offsets of the words' occurrence that stands nearest."""
    found = [at for at in range(len(text)) if text.startswith(words, at)]
    if not found:
        raise SystemExit(f"{words!r} does not stand in the text: mend the gold")
    start = min(found, key=lambda at: abs(at - near))
    return [start, start + len(words)]


def strip(row: Row) -> Row:
    """One gold row without the words of its text."""
    text = row["text"]
    stripped: Row = {key: row[key] for key in ("id", "published", "stratum")}
    stripped["sha256"] = sha256(text.encode()).hexdigest()
    stripped["mentions"] = without_words(row["mentions"])
    stripped["attributions"] = []
    for attribution in row["attributions"]:
        near = attribution["cue"]["start"]
        made = without_words(attribution)
        made["via"] = [span_of(text, words, near) for words in attribution["via"]]
        if attribution.get("resolved"):
            made["resolved"] = span_of(text, attribution["resolved"], near)
        stripped["attributions"].append(made)
    stripped["events"] = []
    for event in row["events"]:
        made = without_words(event)
        for slot in ("places", "units", "sources"):
            made[slot] = [span_of(text, words, event["trigger"]["start"]) for words in event[slot]]
        stripped["events"].append(made)
    return stripped


def main() -> None:
    source, target = map(Path, sys.argv[1:3])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    target.write_text("".join(json.dumps(strip(row)) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
