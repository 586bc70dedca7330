"""Scoring attributions: content or cue must overlap, and the sources overlap or be alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kursk_ie.evaluation.gold import GoldArticle, GoldAttribution
from kursk_ie.evaluation.likeness import overlap, same_source
from kursk_ie.evaluation.tallies import Fault, Tally
from kursk_ie.results import Attribution, Extraction

STATEMENT_MEASURES = ("attribution", "attribution act", "attribution via")
_SHOWN = 60  # characters of a content


def score_attributions(gold: GoldArticle, found: Extraction, tallies: Mapping[str, Tally]) -> None:
    """Add one article's attributions to the tallies."""
    tally = tallies["attribution"]
    for want, have in pair_attributions(gold.attributions, found.attributions):
        if want is not None and have is not None:
            tally.add(right=1)
            _score_act(gold.id, want, have, tallies["attribution act"])
            _score_via(gold.id, want, have, tallies["attribution via"])
        elif want is not None:
            tally.add(missed=1)
            tally.misses.append(Fault(gold.id, _told(want)))
        elif have is not None:
            tally.add(spurious=1)
            tally.excess.append(Fault(gold.id, _told(have)))


def pair_attributions(
    gold: Iterable[GoldAttribution], found: Iterable[Attribution]
) -> Iterator[tuple[GoldAttribution | None, Attribution | None]]:
    """Each of the gold with the one found for it, then those that are left; a found one is taken once."""
    free = list(found)
    for want in gold:
        have = _best(want, free)
        if have is not None:
            free.remove(have)
        yield want, have
    yield from ((None, have) for have in free)


def _best(gold: GoldAttribution, free: list[Attribution]) -> Attribution | None:
    """Of those that fit, the last whose cue overlaps, else the first."""
    fitting = [found for found in free if _fits(gold, found)]
    with_cue = [found for found in fitting if overlap(gold.cue, found.cue)]
    return with_cue[-1] if with_cue else fitting[0] if fitting else None


def _fits(gold: GoldAttribution, found: Attribution) -> bool:
    if not (overlap(gold.content, found.content) or overlap(gold.cue, found.cue)):
        return False
    if gold.source is None or found.source is None:
        return gold.source is found.source
    return overlap(gold.source, found.source) or same_source(
        gold.resolved or gold.source.text, found.speaker or found.source.text
    )


def _score_act(document: str, gold: GoldAttribution, found: Attribution, tally: Tally) -> None:
    if gold.act == found.act:
        tally.add(right=1)
    else:
        tally.add(spurious=1, missed=1)
        tally.misses.append(Fault(document, f"{_told(gold)}: {gold.act} in the gold, {found.act} found"))


def _score_via(document: str, gold: GoldAttribution, found: Attribution, tally: Tally) -> None:
    names = [relay.name or relay.text for relay in found.via]
    for name in gold.via:
        is_found = any(same_source(name, other) for other in names)
        tally.add(right=is_found, missed=not is_found)
        if not is_found:
            tally.misses.append(Fault(document, f"{_told(gold)}: {name}"))
    tally.add(spurious=max(0, len(names) - len(gold.via)))


def _told(statement: GoldAttribution | Attribution) -> str:
    source, cue, content = (
        span.text if span is not None else "-"
        for span in (statement.source, statement.cue, statement.content)
    )
    return f"{source} | {cue} | {content[:_SHOWN]}"
