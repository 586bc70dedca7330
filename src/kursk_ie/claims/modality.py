"""Whether an event is told as fact, possible, future or negated: the words that govern its trigger in its clause."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast, get_args

from kursk_ie.claims.context import Context
from kursk_ie.claims.triggers import TriggerHit
from kursk_ie.results import Modality
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import BE

How = Literal["any", "to", "link", "near", "noun", "object"]

_REACH = 7  # words before a trigger in which what governs it stands
_NEAR = 4
_LINKS = frozenset({"to", "of", "at", "in"})
# after these a noun tells a circumstance of what is governed: *could retaliate after the attack*
_ASIDE = frozenset({"after", "following", "since", "despite", "amid", "during", "because", "over", ","})
_CUTS_NEGATION = _ASIDE | {"in", "from", "by", "at", "before", "but", "until"}
_NOT_NEGATING = frozenset({"only", "just"})
_AFTER: dict[str, Modality] = {
    "will": "future",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "would": "possible",
    "possible": "possible",
    "expected": "future",
    "feared": "possible",
    "imminent": "future",
}


class Governor(NamedTuple):
    """One sense of a word of models/modality.tsv."""

    modality: Modality
    how: How


class ModalityGrammar:
    """Reads the modality of triggers from models/modality.tsv."""

    def __init__(self) -> None:
        self._governors: dict[str, list[Governor]] = {}
        for row in read_table("modality.tsv", ("words", "modality", "how", "example")):
            if row["modality"] not in get_args(Modality) or row["how"] not in get_args(How):
                raise row.error("unknown modality or construction")
            governor = Governor(cast(Modality, row["modality"]), cast(How, row["how"]))
            for word in row.many("words"):
                self._governors.setdefault(word, []).append(governor)

    def read(self, context: Context, hit: TriggerHit) -> Modality:
        """The modality of one trigger."""
        found: list[Modality] = []
        for at in range(hit.start - 1, max(hit.clause[0], hit.start - _REACH) - 1, -1):
            for governor in self._governors.get(context.norm(at), ()):
                if _governs(context, hit, at, governor):
                    found.append(governor.modality)
        if "noun" in hit.trigger.frame and not found:
            return _after(context, hit)
        return "negated" if "negated" in found else found[0] if found else "actual"


def _governs(context: Context, hit: TriggerHit, at: int, governor: Governor) -> bool:
    """Whether the word at ``at`` stands to the trigger as its sense asks."""
    between = [context.norm(word) for word in range(at + 1, hit.start)]
    is_noun = "noun" in hit.trigger.frame
    if governor.how == "to":
        return "to" in between and not _is_past(context, hit, between)
    if governor.how == "link":
        return bool(_LINKS & set(between)) and not _is_past(context, hit, between)
    if governor.how == "noun":
        return is_noun and len(between) <= 2
    if governor.how == "object":
        return is_noun and not _CUTS_NEGATION.intersection(between)
    if governor.how == "near":
        just = bool(between) and between[0] in _NOT_NEGATING
        cut = is_noun and bool(_CUTS_NEGATION.intersection(between))
        return len(between) < _NEAR and not (just or cut) and not _is_refusal(context, at)
    return not is_noun or not (at == hit.clause[0] or _ASIDE.intersection(between))


def _is_past(context: Context, hit: TriggerHit, between: list[str]) -> bool:
    """*They tried to recover ground lost in May*: a past form is not what *to* governs, but *to be hit* is."""
    form = context.norm(hit.start)
    verb = "verb" in hit.trigger.frame and hit.trigger.pattern.startswith("<")
    lemmas = hit.trigger.pattern[1:].partition(">")[0].split("|")
    return verb and form not in lemmas and not form.endswith("ing") and not BE.intersection(between)


def _is_refusal(context: Context, at: int) -> bool:
    """*Has not commented on the strike*: the negation is the refusal's, not the event's."""
    return any(
        statement.act == "decline" and statement.cue[0] <= at < statement.cue[1]
        for statement in context.statements
    )


def _after(context: Context, hit: TriggerHit) -> Modality:
    """*The strike could …, an attack is likely*: what is said of an event noun right after it."""
    for at in range(hit.end, min(hit.end + 3, hit.clause[1])):
        if context.norm(at) in _AFTER:
            return _AFTER[context.norm(at)]
    return "actual"
