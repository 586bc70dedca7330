"""How a trigger stands in its clause: as verb or noun, active or passive, or only telling what ground it is."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTE_MARKS,
    is_name,
)

_PASSIVE: Final = BE | {"of"}
AFTER_PASSIVE: Final = frozenset({"by", "in", "near", ".", ",", "on"})
_NOUNLIKE: Final = frozenset(
    """attack attacks strike strikes raid raids assault assaults battle battles fight fights fire ambush ambushes
    invasion siege target targets sanction sanctions defeat defeats""".split()
)
_STATES_OF_GROUND: Final = frozenset(
    {"formerly", "partially", "partly", "illegally", "temporarily", "recently", "newly", "already"}
)
ADJECTIVE_ENDINGS: Final = ("ern", "ous", "ful", "ive", "ible", "ical")
_PHRASE: Final = 5  # words from the article of a noun to the noun
REACH: Final = 9  # words after a verb among which its object is looked for
_BEFORE_NOUNS: Final = frozenset(
    """more further fresh new recent latest deadly heavy massive renewed repeated alleged future possible major first
    second next previous""".split()
)
_BEFORE_GERUNDS: Final = frozenset(
    {"of", "by", "after", "before", "while", "for", "stop", "stopped", "without", "began", "started"}
)
_NOUN_MARKS: Final = (
    ARTICLES | POSSESSIVES | {"this", "these", "no", "any", "every", "each", "another", "such"}
)


class Spot:
    """A trigger, words ``start`` up to ``end``, in its clause."""

    __slots__ = ("clause", "end", "start")

    def __init__(self, start: int, end: int, clause: Range) -> None:
        self.start = start
        self.end = end
        self.clause = clause


def stands_as(context: Context, frame: str, spot: Spot) -> bool:
    """A verb frame wants a verb: *the attack*, *RSF-held* and *in occupied Ukraine* hold none."""
    if "verb" not in frame:
        return True
    before, form = context.norm(spot.start - 1), context.norm(spot.start)
    if context.norm(spot.end) in ("-", "–") and context.norm(spot.start + 1) == context.norm(spot.end):
        return False  # "mass-murdered"
    if form.endswith("ed") and _is_attribute(context, spot):
        return False
    if form.endswith("ing"):
        return True
    quoted = before == "'" and not context.norm(spot.start - 2).endswith("s")
    if (before in ("'s", "'", "-", "–") and not quoted) or before in _NOUN_MARKS:
        return False
    if not form.endswith("ed") and _is_event_noun(context, spot, form):
        return False
    perfect = context.norm(spot.start - 2) in HAVE  # "have since killed"
    preposition = before in PREPOSITIONS and before != "to" and not perfect
    if form.endswith("ed"):
        return not (preposition or spot.start == context.start) or context.norm(spot.end) == "by"
    return not preposition


def _is_attribute(context: Context, spot: Spot) -> bool:
    """*Four annexed regions, the formerly occupied village*: a participle that only tells what ground it is."""
    ground = context.in_set("ground", spot.end) or context.reading.place_over(spot.end) is not None
    before = spot.start - 1
    counted = context.reading.figure_over(before) is not None
    adverb = context.norm(before) in _STATES_OF_GROUND
    adjective = context.norm(before) in DETERMINERS or context.norm(before).endswith(ADJECTIVE_ENDINGS)
    return ground and (counted or adverb or adjective or before < context.start)


def _is_event_noun(context: Context, spot: Spot, form: str) -> bool:
    """*Attacks on the grid*, *Russian attacks*: a plural or bare form that stands as a noun."""
    if form.endswith("s") and (spot.start == context.start or _is_counted(context, spot)):
        return True
    if form in _NOUNLIKE and context.norm(spot.end) in ("on", "against", "of"):
        dated = context.reading.date_over(spot.end + 1) is not None
        return context.norm(spot.start - 1) != "to" or not dated  # "to attack on Monday"
    if form in _NOUNLIKE and (context.norm(spot.end) == "by" or _ends_phrase(context, spot.start, form)):
        return True
    before = context.norm(spot.start - 1)
    if form == "damage" and not (before == "to" or before in MODALS or before.endswith("s")):
        return True  # "extensive damage"
    if form == "sanctions" and not _opens_object(context, spot.end):
        return True  # "U.S. sanctions over", "tougher sanctions"
    if form in _NOUNLIKE and context.norm(spot.start - 1) in _BEFORE_NOUNS:
        return True
    return any(side.end == spot.start and side.form == "adjective" for side in context.sides)


def _is_counted(context: Context, spot: Spot) -> bool:
    """*Retires 19 ships*: no singular verb agrees with a number of more than one."""
    if spot.end - spot.start > 1:
        return False
    return any(figure.end == spot.start and figure.mention.min != 1 for figure in context.figures)


def _ends_phrase(context: Context, at: int, form: str) -> bool:
    """*In a dramatic attack, the latest 'revenge' attack*: a bare form that agrees with no singular before it."""
    if form.endswith("s"):
        return False
    for back in range(at - 1, max(context.start, at - _PHRASE) - 1, -1):
        norm = context.norm(back)
        if norm in _NOUN_MARKS or (norm in PREPOSITIONS and norm != "to"):
            return True
        if norm.endswith("s") or norm in AUXILIARIES or not (norm.isalpha() or norm in QUOTE_MARKS):
            return False
    return False


def _opens_object(context: Context, at: int) -> bool:
    """Whether a figure, a determiner or a name opens the object of a verb."""
    if context.reading.figure_over(at) is not None or context.norm(at) in DETERMINERS:
        return True
    return context.start <= at < context.stop and is_name(context.reading.tokens.words[at])


def is_gerund(context: Context, spot: Spot) -> bool:
    """*Accused Baku of shelling positions*: an -ing form with an object of its own is a verb."""
    after = context.norm(spot.end)
    return (
        context.norm(spot.start - 1) in _BEFORE_GERUNDS
        and after not in PREPOSITIONS
        and after.isalpha()
        and after not in CONJUNCTIONS
        and after not in AUXILIARIES
    )


def may_be_passive(context: Context, spot: Spot) -> bool:
    """Whether the words around let the verb be read as a passive: *was hit, hit by*; `voice.is_passive` decides."""
    for at in range(spot.start - 1, max(spot.clause[0], spot.start - 4) - 1, -1):
        norm = context.norm(at)
        if norm in _PASSIVE:
            return True
        if norm == "to" or norm.endswith("ing"):
            break  # "is looking to send"
    return context.norm(spot.end) in AFTER_PASSIVE and not context.norm(spot.start).endswith("s")
