"""Scoring events: pairs of one type at one place of the text, then slot by slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kursk_ie.evaluation.facts import SLOTS, Fact, found_facts, found_sources, gold_facts
from kursk_ie.evaluation.gold import GoldArticle, GoldEvent
from kursk_ie.evaluation.likeness import overlap, same_source
from kursk_ie.evaluation.tallies import Fault, Tally
from kursk_ie.results import Event, Extraction

EVENT_MEASURES = (
    "event",
    *(f"slot {slot}" for slot in SLOTS),
    "slot source",
    "slot verification",
    "slot modality",
)
_NEAR = 60  # characters between two triggers that may tell one event from different sentences


class Pair(NamedTuple):
    """An event of the gold and the one found for it; one of the two where the other is lacking."""

    gold: GoldEvent | None
    found: Event | None

    def told(self) -> str:
        """Type and trigger, for people."""
        event = self.gold or self.found
        return f"{event.type}: {event.trigger.text}" if event is not None else ""


def score_events(gold: GoldArticle, found: Extraction, tallies: Mapping[str, Tally]) -> list[Pair]:
    """Add one article's events and their slots to the tallies; the pairs, the lone ones last."""
    pairs = pair_events(gold.events, found.events)
    for pair in pairs:
        if pair.found is None:
            tallies["event"].add(missed=1)
            tallies["event"].misses.append(Fault(gold.id, pair.told()))
        elif pair.gold is None:
            tallies["event"].add(spurious=1)
            tallies["event"].excess.append(Fault(gold.id, pair.told()))
        else:
            tallies["event"].add(right=1)
        _score_slots(gold.id, pair, tallies)
        _score_sources(gold.id, pair, tallies["slot source"])
        _score_status(gold.id, pair, tallies)
    return pairs


def pair_events(gold: Sequence[GoldEvent], found: Sequence[Event]) -> list[Pair]:
    """Pairs of the same type near each other: those that share most facts first, then those whose triggers meet."""
    candidates = []
    for i, want in enumerate(gold):
        for j, have in enumerate(found):
            if want.type == have.type and _near(want, have):
                shared = (gold_facts(want) & found_facts(have)).total()
                apart = abs(have.trigger.start - want.trigger.start)
                candidates.append((-shared, not overlap(want.trigger, have.trigger), apart, i, j))
    partner: dict[int, int] = {}
    for *_, i, j in sorted(candidates):
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs = [Pair(gold[i], found[j]) for i, j in partner.items()]
    pairs += [Pair(want, None) for i, want in enumerate(gold) if i not in partner]
    return pairs + [Pair(None, have) for j, have in enumerate(found) if j not in partner.values()]


def _near(gold: GoldEvent, found: Event) -> bool:
    if found.sentence.start <= gold.trigger.start < found.sentence.end:
        return True
    return abs(found.trigger.start - gold.trigger.start) <= _NEAR


def _score_slots(document: str, pair: Pair, tallies: Mapping[str, Tally]) -> None:
    there: Counter[Fact] = gold_facts(pair.gold) if pair.gold is not None else Counter()
    have: Counter[Fact] = found_facts(pair.found) if pair.found is not None else Counter()
    right, missed, excess = there & have, there - have, have - there
    for slot in SLOTS:
        counts = [sum(n for fact, n in facts.items() if fact[0] == slot) for facts in (right, excess, missed)]
        tallies[f"slot {slot}"].add(*counts)
    if pair.gold is not None and pair.found is not None:
        for fact in missed:
            tallies[f"slot {fact[0]}"].misses.append(Fault(document, f"{pair.told()}: {_told(fact)}"))
        for fact in excess:
            tallies[f"slot {fact[0]}"].excess.append(Fault(document, f"{pair.told()}: {_told(fact)}"))


def _told(fact: Fact) -> str:
    return " ".join("-" if part is None else str(part) for part in fact[1:])


def _score_sources(document: str, pair: Pair, tally: Tally) -> None:
    names = found_sources(pair.found) if pair.found is not None else []
    for source in pair.gold.sources if pair.gold is not None else ():
        hit = next((name for name in names if same_source(source, name)), None)
        if hit is not None:
            names.remove(hit)
            tally.add(right=1)
        else:
            tally.add(missed=1)
            tally.misses.append(Fault(document, f"{pair.told()}: {source}"))
    tally.add(spurious=len(names))
    tally.excess += [Fault(document, f"{pair.told()}: {name}") for name in names]


def _score_status(document: str, pair: Pair, tallies: Mapping[str, Tally]) -> None:
    """Verification and modality; the default, which most events have, is no find and no loss."""
    gold, found = pair
    statuses = {
        "verification": (
            "none",
            gold.verification if gold is not None else "none",
            found.verification.status if found is not None else "none",
        ),
        "modality": (
            "actual",
            gold.modality if gold is not None else "actual",
            found.modality if found is not None else "actual",
        ),
    }
    for name, (default, want, have) in statuses.items():
        tally = tallies[f"slot {name}"]
        if want == have:
            tally.add(right=want != default)
            continue
        tally.add(spurious=have != default, missed=want != default)
        if gold is not None and found is not None:
            tally.misses.append(Fault(document, f"{pair.told()}: {want} in the gold, {have} found"))
