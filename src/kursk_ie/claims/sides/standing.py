"""Where sides stand beside a trigger: attached to it, after *by, of, on, from*, as its object."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Context
from kursk_ie.claims.drafts import NamedSide
from kursk_ie.claims.sides.leading import free, subject
from kursk_ie.claims.sides.named_sides import sides_between
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.text.wordclasses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS

_TOGETHER: Final = frozenset({"together", "along", "alongside", "jointly", "side"})
_PAIRING: Final = frozenset({"and", "or", "/"})  # "killed or wounded"
_BLASTS: Final = frozenset({"explosion", "explosions", "blast", "blasts"})
_PARTING: Final = frozenset("after amid despite during in on against of by from , said a an the".split())
_FOILING: Final = frozenset(
    """foil foils foiled foiling thwart thwarts thwarted thwarting avert averts averted averting prevent prevents
    prevented preventing frustrated""".split()
)
_OBJECTIVE: Final = frozenset({"siege", "invasion", "destruction"})
_OWN: Final = frozenset({"its", "their", "his"})
_INFLICTING: Final = frozenset(
    "inflict inflicts inflicted inflicting deal dealt cause causes caused causing".split()
)
_ACCUSING: Final = frozenset("accuse accuses accused accusing blame blames blamed blaming".split())
_BREAKING: Final = frozenset({"by", "from", ",", "alongside", "as", "after", "while", "amid"})
_WITHIN: Final = 5  # words from *on, against, with* to the side: "with dissidents of the FARC"
_NO_OBJECT: Final = (
    frozenset("during near after amid with as while when since because despite".split()) | AUXILIARIES
)
_NO_VERB: Final = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
_OCCASIONS: Final = frozenset({"in", "during", "after", "before", "amid"})
_OFF: Final = frozenset("despite after amid before during since because from by as".split())
_ABSOLUTE: Final = 4  # words from a side to its participle or infinitive: "with Russian forces suffering"
_FROM: Final = 8  # words between a taking and the side after its *from*
_FARTHER: Final = 4  # words between an attack and the *from* that tells whose it is
_NEAR: Final = 6  # words between a noun and the side after its preposition
_AGAINST: Final = frozenset({"on", "against", "at", "into", "in", "over", "upon"})


def behind_noun(context: Context, sides: list[NamedSide]) -> list[NamedSide]:
    """*A mistake by North Koreans killed eight*: whose deed the subject is; not *a convoy escorted by Kenyans*."""
    words = [(context.norm(side.words[0] - 2), context.norm(side.words[0] - 1), side) for side in sides]
    return [side for noun, by, side in words if by == "by" and not noun.endswith("ed")][-1:]


def fighting(context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
    """Who fights in a fight; in *killed 14 militants in a raid* those who are counted do not raid."""
    if context.has_word(_OCCASIONS, max(hit.clause[0], hit.start - _ABSOLUTE), hit.start):
        left = [side for side in left if context.reading.figure_over(side.words[0] - 1) is None]
    return subject(context, left)


def owner(context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
    """*Retaken by Ukraine in its offensive*: whoever was named last has it."""
    return left[-1:] if context.has_word(_OWN, hit.start - 2, hit.start) else []


def accused(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Moscow accuses Ukraine of a deadly attack*."""
    for at in range(hit.start - 1, hit.clause[0] - 1, -1):
        if context.norm(at) in _ACCUSING:
            return sides_between(context, at + 1, hit.start)[:1]
    return []


def waging(context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
    """*Russia stepped up its attacks*: the subject of a verb of waging does what the noun tells."""
    for at in range(hit.start - 1, hit.clause[0], -1):
        if context.norm(at) in _OFF:
            break
        if context.in_set("waging", at):
            return subject(context, [side for side in left if side.words[0] < at])
    return []


def attached(context: Context, hit: TriggerHit, left: list[NamedSide]) -> list[NamedSide]:
    """*Israeli (air) strike*, *Kyiv's losses*, *North Korean troop casualties*: within four words before."""
    near = [side for side in left if hit.start - side.words[1] <= 3]
    if not near:
        return []
    by_its = (
        near[-1].words[1] == hit.start and context.norm(near[-1].words[0] - 1) == "by"
    )  # "by US airstrikes"
    if near[-1].form == "name" and not free(context, near[-1:]) and not by_its:
        return []
    if near[-1].form == "capital" and context.norm(hit.start) in _BLASTS:
        return []  # "Kyiv explosions"
    if context.has_word(_PARTING, near[-1].words[1], hit.start):
        return []
    return near[-1:]


def after_of(context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
    """*losses of Ukraine, attacks from Russia*: after *from* a country is a place in form, a side in its role."""
    at = hit.end - (context.norm(hit.end - 1) == "of")  # the trigger may hold it: *presence of*
    if context.norm(at) not in ("of", "among", "by", "for", "to", "from"):
        return []
    near = [side for side in context.sides if at < side.start <= at + _NEAR]
    if context.norm(at) != "from":
        return [side for side in right[:1] if side.words[0] - at <= _NEAR]
    return [NamedSide(side.code, (side.start, side.end), side.form) for side in near[:1]]


def fired_from(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Came under fire from Hezbollah, the heaviest shelling in years from Ukrainian forces*: whose attack it is."""
    at = next((word for word in range(hit.end, hit.end + _FARTHER) if context.norm(word) == "from"), None)
    if at is None or hit.trigger.type not in ("strike", "combat"):
        return []
    return with_places(context, at + 1, min(at + _FARTHER, hit.clause[1]))[:1]


def does_to(context: Context, hit: TriggerHit) -> bool:
    """Whether *of* after a noun brings whom it is done to: *annexation of, shelling of*, not *attacks of*."""
    verbal = context.norm(hit.end - 1).endswith(("ing", "ings", "ment", "ments"))
    if hit.trigger.type == "strike" and verbal:
        return context.norm(hit.end) == "of"
    taking = hit.trigger.type == "territory" or context.norm(hit.start) in _OBJECTIVE
    return taking and context.norm(hit.end - 1) == "of"


def with_places(context: Context, start: int, stop: int) -> list[NamedSide]:
    """The sides between two words, countries that stand as places too."""
    return [
        NamedSide(side.code, (side.start, side.end), side.form)
        for side in context.sides
        if start <= side.start < stop and side.start not in context.told.spoken
    ]


def objects(context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
    """The sides in a verb's object: *killed 80 people | in clashes with the FARC*."""
    stop = next((at for at in range(hit.end, hit.clause[1]) if _ends_object(context, at)), hit.clause[1])
    return [side for side in right if side.words[0] < stop]


def _ends_object(context: Context, at: int) -> bool:
    counting = context.reading.figure_over(at) is not None  # "as many as 380"
    return context.norm(at) in _NO_OBJECT and not counting


def struck_country(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Invaded Ukraine, hit Israel's cities*: the country right after a verb of fighting is a place in form."""
    if hit.trigger.type not in ("combat", "strike"):
        return []
    start = hit.end + (context.norm(hit.end) == "the")
    return with_places(context, start, min(start + 1, hit.clause[1]))


def foiled(context: Context, hit: TriggerHit) -> bool:
    """*Soldiers foiled an infiltration bid*: whoever stops an attack did not make it."""
    return context.has_word(_FOILING, max(hit.clause[0], hit.start - _ABSOLUTE), hit.start)


def done_to(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """The side in the phrase after *of*: *annexation of four Ukrainian regions, of the south of Ukraine*."""
    stop = next(
        (at for at in range(hit.end, hit.clause[1]) if context.norm(at) in AUXILIARIES), hit.clause[1]
    )
    near = with_places(context, hit.end, min(hit.end + _NEAR, stop))
    return [side for side in near if not context.has_place(hit.end, side.words[0])][:1]


def right_after(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Airstrikes cripple Ukraine's power stations*: the side that one verb parts from the noun of an attack."""
    verb = context.norm(hit.end)
    if not verb.isalpha() or verb in _NO_VERB:
        return []
    return [side for side in with_places(context, hit.end + 1, hit.end + 2) if side.form != "people"]


def inflicted(context: Context, hit: TriggerHit) -> bool:
    """*Inflicted heavy losses on*: the subject does the harm that the noun tells."""
    return context.has_word(_INFLICTING, max(hit.clause[0], hit.start - _ABSOLUTE), hit.start)


def after_from(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Retook the town from the RSF, liberated it from Russia*."""
    for at in range(hit.end, min(hit.end + _FROM, hit.clause[1])):
        if context.norm(at) == "from":
            stop = min(at + 3, hit.clause[1])
            return (with_places(context, at + 1, stop) or sides_between(context, at + 1, stop))[:1]
    return []


def after_by(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """The side after *by* within the clause: *killed by Israeli fire*."""
    for at in range(hit.end - 1, min(hit.end + 12, context.stop)):
        if context.norm(at) == "by" and not _belongs_to_other(context, hit, at):
            sides = sides_between(context, at + 1, min(at + 6, context.stop))
            return sides[:1]
    return []


def _belongs_to_other(context: Context, hit: TriggerHit, by: int) -> bool:
    """*The shelling of a town targeted by Ukraine*: the participle before *by* is another verb's."""
    joined = context.norm(by - 2) in _PAIRING and by - 3 < hit.end
    return by > hit.end and context.norm(by - 1).endswith("ed") and not joined


def alongside(context: Context, hit: TriggerHit, agents: list[NamedSide]) -> list[NamedSide]:
    """*North Korean soldiers fought alongside Russian forces*: both act."""
    for side in sides_between(context, hit.end, context.stop):
        near = [context.norm(at) for at in range(max(hit.end, side.words[0] - 2), side.words[0])]
        if "alongside" in near and side.code not in {agent.code for agent in agents}:
            return [side]
    return []


def after_to(context: Context, right: list[NamedSide]) -> list[NamedSide]:
    """The side after *to*: *lost the town to Russia*."""
    return [side for side in right if context.norm(side.words[0] - 1) == "to"][:1]


def between(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """*Clashes between X and Y*."""
    both = sides_between(context, hit.end, context.stop)[:2]
    return both if context.norm(hit.end) == "between" and len(both) == 2 else []


def against(context: Context, hit: TriggerHit, right: list[NamedSide]) -> list[NamedSide]:
    """The side after *against, on, with*: the other party of a fight."""
    for side in right:
        for back in range(1, _WITHIN if hit.trigger.type == "combat" else _WITHIN - 1):
            norm = context.norm(side.words[0] - back)
            if norm == "with" and context.norm(side.words[0] - back - 1) in _TOGETHER:
                break
            if norm in _AGAINST or (norm == "with" and hit.trigger.type == "combat"):
                return [side]
            if norm in _BREAKING or context.reading.place_over(side.words[0] - back) is not None:
                break
    return []
