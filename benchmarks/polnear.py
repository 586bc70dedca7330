"""Contents and speakers of `kursk_ie.extract` on PolNeAR, a corpus of news with every attribution annotated.

A content counts when it covers more than half of the annotated one and is itself more than half covered. Recall is
given by the kind of quotation, and apart for the cues of saying (*say, tell, claim, according to* …): PolNeAR also
annotates beliefs, wishes, sights and votes. A speaker counts when it overlaps the annotated one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import kursk_ie

_QUOTES = '"“”'
_SAYING = re.compile(
    r"\b(sa(id|ys?|ying)|t(old|ells?|elling)|according to|claim(s|ed|ing)?|report(s|ed|edly|ing)?"
    r"|announc(e|es|ed|ing)|stat(es|ed|ing)|add(s|ed)|confirm(s|ed)|den(y|ies|ied)|alleg(e|es|ed|edly)"
    r"|insist(s|ed)|argu(e|es|ed)|wr(ote|ites)|warn(s|ed)|acknowledg(e|es|ed)|explain(s|ed)|suggest(s|ed)"
    r"|estimat(e|es|ed)|accus(e|es|ed)|declar(e|es|ed)|tweeted|called|declined to comment)\b",
    re.IGNORECASE,
)

Row = dict[str, Any]
Span = tuple[int, int]
Share = tuple[int, int]


def score(rows: list[Row]) -> dict[str, Share]:
    """How many of how many, by what is counted."""
    right, of = Counter[str](), Counter[str]()
    for row in rows:
        found = [
            a for a in kursk_ie.extract(row["text"], published=row["published"]).attributions if a.content
        ]
        have = [set(range(a.content.start, a.content.end)) for a in found if a.content]
        gold = [(a, _characters(a["content"])) for a in row["attributions"] if a["content"]]
        of["precision"] += len(have)
        right["precision"] += sum(any(_same(mine, want) for _, want in gold) for mine in have)
        for attribution, want in gold:
            hit = next((a for a, mine in zip(found, have, strict=True) if _same(mine, want)), None)
            for name in _names(row["text"], attribution):
                of[name] += 1
                right[name] += hit is not None
            if hit is not None and attribution["source"]:
                source = hit.source
                of["speaker"] += 1
                right["speaker"] += source is not None and not _characters(attribution["source"]).isdisjoint(
                    range(source.start, source.end)
                )
    return {name: (right[name], of[name]) for name in sorted(of)}


def _characters(spans: list[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _same(mine: set[int], want: set[int]) -> bool:
    common = len(mine & want)
    return 2 * common > len(mine) and 2 * common > len(want)


def _names(text: str, attribution: Row) -> list[str]:
    kind = _kind(text, attribution["content"])
    cue = " ".join(text[start:end] for start, end in attribution["cue"])
    saying = [f"recall, {kind}, cues of saying"] if _SAYING.search(cue) else []
    return [f"recall, {kind}", *saying]


def _kind(text: str, spans: list[Span]) -> str:
    """Direct: wholly in quotation marks; mixed: with a quotation in it; else indirect."""
    joined = " ".join(text[start:end] for start, end in spans).strip()
    if any(mark in joined for mark in _QUOTES):
        whole = joined[0] in _QUOTES and joined.rstrip(",.;:!?")[-1] in _QUOTES
        return "direct" if whole else "mixed"
    start, end = spans[0][0], spans[-1][1]
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return "direct" if before in set(_QUOTES) and any(mark in after for mark in _QUOTES) else "indirect"
