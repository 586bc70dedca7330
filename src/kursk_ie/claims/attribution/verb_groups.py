"""The verb group that a cue ends: auxiliaries, adverbs, and what else stands between them and their verb."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.text.wordclasses import AUXILIARIES, NEGATIONS, is_adverb, is_name

# verbs that hand their subject on to an infinitive: *continued to insist*
_RAISING: Final = frozenset("continue continues continued begin begins began start starts started".split())
_FIXED_ADVERBS: Final = frozenset({"so", "yet", "here", "there"})
_DAY_LEADS: Final = frozenset({"on", "in", "late", "early"})


def _by_last_word(*phrases: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for words in map(str.split, phrases):
        found.setdefault(words[-1], []).append(words)
    return found


# what stands between an auxiliary and its verb, besides adverbs and days
_INSERTIONS: Final = _by_last_word(
    "for the first time", "for the second time", "for the last time", "for some time", "for years", "for months",
    "for weeks", "for days", "for now", "at times", "in part", "in turn", "in effect", "in the past",
    "in recent days", "in recent weeks", "in recent months", "so far", "once again", "time and again", "of late",
    "of course", "more than once",
)  # fmt: skip


def verb_group(reading: Reading, cue: int, floor: int) -> int:
    """The first word of the verb group that ends before ``cue``.

    Auxiliaries and adverbs belong to it, a day and what else stands between them: *have for the first time said*.
    """
    norms = reading.tokens.norms
    at = cue
    while at > floor:
        if _in_verb_group(reading, at - 1, cue, floor):
            at -= 1
        elif (opening := _insertion_before(norms, at)) > floor and norms[opening - 1] in AUXILIARIES:
            at = opening
        elif (day := reading.date_over(at - 1)) is not None and day[0] > floor:
            at = day[0] - 1 if norms[day[0] - 1] in _DAY_LEADS else day[0]
            if at <= floor:
                return cue
        else:
            break
    return at


def _in_verb_group(reading: Reading, at: int, cue: int, floor: int) -> bool:
    norms = reading.tokens.norms
    return (
        (norms[at] in AUXILIARIES and not _is_surname(reading, at, floor))
        or norms[at] in NEGATIONS
        or _is_adverb(reading, at, floor)
        or _hands_on(norms, at, cue)
    )


def _hands_on(norms: list[str], at: int, cue: int) -> bool:
    """*had to | have said, continued to | insist*: an infinitive, and the verb that only hands its subject on."""
    if norms[at] != "to":
        return norms[at] in _RAISING and norms[at + 1] == "to"
    return at + 1 < cue or norms[at - 1] in _RAISING


def _is_adverb(reading: Reading, at: int, floor: int) -> bool:
    """*has also said*, but *Valeriy Chaly said*."""
    norm = reading.tokens.norms[at]
    if at <= floor or not is_adverb(norm) or norm in _FIXED_ADVERBS:
        return False
    return norm == "just" or reading.tokens.words[at].islower()


def _is_surname(reading: Reading, at: int, floor: int) -> bool:
    """*Theresa | May*, not the auxiliary."""
    words = reading.tokens.words
    return words[at] in ("May", "Will") and at > floor and is_name(words[at - 1])


def _insertion_before(norms: list[str], end: int) -> int:
    """Where the adverbial phrase that ends before word ``end`` begins; -1 where none does."""
    for words in _INSERTIONS.get(norms[end - 1], ()):
        start = end - len(words)
        if start >= 0 and norms[start:end] == words:
            return start
    return -1
