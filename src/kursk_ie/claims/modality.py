"""Whether an event is told as fact, possible, future or negated: the words that govern its trigger in its clause."""

from __future__ import annotations

from kursk_ie.claims.context import Context
from kursk_ie.claims.triggers import TriggerHit
from kursk_ie.results import Modality

_POSSIBLE = frozenset(
    {
        "may",
        "might",
        "could",
        "can",
        "possible",
        "possibly",
        "perhaps",
        "potential",
        "potentially",
        "whether",
        "risk",
        "fear",
        "feared",
        "fears",
    }
)
_FUTURE = frozenset(
    {
        "will",
        "shall",
        "'ll",
        "expected",
        "plans",
        "planned",
        "plan",
        "planning",
        "going",
        "about",
        "intends",
        "intend",
        "preparing",
        "prepares",
        "prepare",
        "vowed",
        "threatened",
        "threatens",
        "imminent",
        "ready",
        "poised",
        "set",
        "upcoming",
        "wants",
    }
)
_ATTEMPT = frozenset(
    {
        "attempt",
        "attempts",
        "attempted",
        "attempting",
        "try",
        "tries",
        "tried",
        "trying",
        "seek",
        "seeks",
        "sought",
        "seeking",
        "aim",
        "aimed",
        "aims",
        "aiming",
        "effort",
        "efforts",
        "hope",
        "hopes",
        "want",
        "wanted",
    }
)
_NEGATED = frozenset(
    {
        "not",
        "n't",
        "never",
        "no",
        "without",
        "failed",
        "fails",
        "unable",
        "neither",
        "nor",
        "none",
        "prevented",
        "stopped",
        "denied",
        "avoid",
        "avoided",
    }
)
_FUTURE_TO = frozenset(
    {
        "expected",
        "planned",
        "planning",
        "plans",
        "plan",
        "going",
        "about",
        "intends",
        "intend",
        "preparing",
        "prepares",
        "prepare",
        "vowed",
        "threatened",
        "threatens",
        "ready",
        "poised",
        "set",
        "wants",
    }
)
_REACH = 7


def read_modality(context: Context, hit: TriggerHit) -> Modality:
    """The modality of one trigger."""
    start = max(hit.clause[0], hit.start - _REACH)
    before = [context.norm(at) for at in range(start, hit.start)]
    if _negates(before, hit):
        return "negated"
    if any(word in _POSSIBLE for word in before) or context.norm(hit.clause[0]) == "if" or "if" in before:
        return "possible"
    for index, word in enumerate(before):
        if word in ("will", "shall", "'ll") or (word in _FUTURE_TO and "to" in before[index:]):
            return "future"
        if word in ("imminent", "planned", "upcoming", "expected"):
            return "future"
        if word in _ATTEMPT and ("to" in before[index:] or "of" in before[index:]):
            return "possible"
    after = context.norm(hit.end)
    if after in ("possible", "likely", "expected", "feared"):
        return "possible"
    return "actual"


def _negates(before: list[str], hit: TriggerHit) -> bool:
    """A negation within four words before the trigger; *not only* and *no longer* aside."""
    near = before[-4:]
    for index, word in enumerate(near):
        if word in _NEGATED and "".join(near[index + 1 : index + 2]) not in (
            "only",
            "just",
            "yet" if "yet" in near else "only",
        ):
            if word in ("stopped", "prevented", "denied") and index < len(near) - 1:
                continue
            return True
        if word == "yet" and "not" in near:
            return True
    return False
