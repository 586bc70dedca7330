"""The voice of a trigger's verb: whether its subject acts or suffers, or is the one who speaks."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.text.wordclasses import BE, HAVE, NEGATIONS, QUOTE_MARKS, is_adverb

_DONE_TO: Final = frozenset({"casualties", "prisoners"})  # whose verbs always have an object, or suffer
_WITHOUT_OBJECT: Final = frozenset(
    """fighting in near on at during when while after before since until there out over outside inside across along
    amid between within throughout alongside""".split()
) | {""}
_BESIDE_CLAUSE: Final = frozenset({"as", "after", "amid", "while", "when", "during"})
_PARTICIPLES: Final = ("ed", "en", "own", "ost", "ht", "hot", "ut", "ld", "it", "uck")
_COUNTED_WITHOUT_OBJECT: Final = _WITHOUT_OBJECT | {",", ".", ";", "and", "or", "to"}
_BEFORE_PARTICIPLE: Final = NEGATIONS | QUOTE_MARKS | {"either"}  # *were "withdrawn"*
_PAIRING: Final = frozenset({"and", "or", "/"})  # "killed or wounded"


def hangs_on_cue(context: Context, hit: TriggerHit) -> bool:
    """*The Kremlin claims to have annexed*: the one who speaks does it, not a side that stands before him."""
    at = hit.start - 1
    while context.norm(at) in ("have", "be") or is_adverb(context.norm(at)):
        at -= 1
    return context.norm(at) == "to" and at - 1 in context.told.cues


def is_passive(context: Context, hit: TriggerHit) -> bool:
    """*were killed*, *killed by*, *soldiers wounded in*: the verb's subject suffers."""
    first = context.norm(hit.start)
    if hit.trigger.type == "sanction" and hit.end == hit.clause[1]:
        return True  # "US firm blacklisted"
    if first.endswith("ing") and context.norm(hit.start - 1) != "being":
        return False
    at = hit.start - 1
    while at >= hit.clause[0] and (is_adverb(context.norm(at)) or context.norm(at) in _BEFORE_PARTICIPLE):
        at -= 1
    if context.norm(at) in BE or context.norm(at) == "'s":
        return True
    if context.norm(hit.end) == "by":
        return True
    return first.endswith(_PARTICIPLES) and _is_objectless(context, hit)


def _is_objectless(context: Context, hit: TriggerHit) -> bool:
    """*Two soldiers killed near X, hospital hit as troops advance*: a participle that no object follows."""
    if context.reading.figure_over(hit.end) is not None:
        return False  # "killed two and injured at least three"
    following, single = context.norm(hit.end), hit.end - hit.start == 1
    bare = following in _WITHOUT_OBJECT or context.reading.date_over(hit.end) is not None
    if hit.trigger.type in _DONE_TO and bare and (single or context.norm(hit.start + 1) in _PAIRING):
        return context.norm(hit.start - 1) not in HAVE  # "an American killed in Ukraine"
    if hit.trigger.type == "strike" and single and following in _BESIDE_CLAUSE:
        return True
    counted = any(
        figure.start <= hit.start - 1 and hit.clause[0] <= figure.start and hit.start - figure.end <= 4
        for figure in context.figures
    )
    return counted and following in _COUNTED_WITHOUT_OBJECT
