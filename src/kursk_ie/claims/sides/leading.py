"""The sides before a trigger: which of them is its subject, and which a preposition governs."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, THINGS, Context
from kursk_ie.claims.drafts import NamedSide
from kursk_ie.claims.sides.named_sides import sides_between, spoken_before, told_by
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.text.wordclasses import AUXILIARIES, CONJUNCTIONS, is_adverb

_GOVERNING: Final = frozenset(
    {"for", "against", "with", "alongside", "by", "in", "on", "from", "to", "into", "at", "under", "near"}
)
_DETERMINERS: Final = frozenset({"the", "a", "an", "another", "these", "those", "some", "both"})
_USING: Final = frozenset(
    "use uses used using employ employs employed employing operating flying driving".split()
)
_RELATIVES: Final = frozenset({"who", "which", "that"})
_ANTECEDENT: Final = 4  # words before a relative pronoun that may name whom it stands for
_OWN: Final = frozenset({"its", "their", "his"})
_POINTING: Final = frozenset({"it", "they", "he", "she"})
_BEFORE_GERUND: Final = frozenset({"before", "after", "while", "when"})
_GOING_ON: Final = CONJUNCTIONS | {",", "then"}
_THAT_IT: Final = 6  # words from *that* to the verb of its pronoun
_JOINED: Final = 3  # words between two sides that act together
_ABSOLUTE: Final = 4  # words from a side to its participle or infinitive: "with Russian forces suffering"


def sides_before(context: Context, hit: TriggerHit) -> list[NamedSide]:
    """The sides of the clause before the trigger; for *who* and *which* the side they stand for."""
    start = hit.clause[0]
    sides = sides_between(context, start, hit.start)
    that_it = context.norm(start) == "that" and context.norm(start + 1) == "it"
    if that_it and hit.start - start <= _THAT_IT:
        return told_by(context, hit.start) or sides
    if context.norm(start) in _RELATIVES and not free(context, sides):
        return sides_between(context, start - _ANTECEDENT, start)[-1:] or sides
    if context.norm(hit.start).endswith("ing") and context.norm(hit.start - 1) in _BEFORE_GERUND:
        meant = [*spoken_before(context, hit.start), *free(context, sides)]
        return [side for side in meant if _can_be_meant(context, side)][:1]
    if _shares_subject(context, hit):
        return free(context, sides)[:1]
    if _subject_points_back(context, hit):
        before = sides_between(context, context.start, hit.start)
        return [side for side in before if _can_be_meant(context, side)][-1:]
    return sides


def _can_be_meant(context: Context, side: NamedSide) -> bool:
    """Whether *he, they, its troops* can mean a side: *Ukrainian soldiers*, not *Ukrainian regions*."""
    return side.form != "adjective" or context.has_kind(FORCES, side.words[1], side.words[1] + 2)


def _shares_subject(context: Context, hit: TriggerHit) -> bool:
    """*Troops shelled an Israeli base and hit a tank*: a further verb has the subject of the first, not its object."""
    at = hit.start - 1
    while at > hit.clause[0] and context.norm(at) not in _GOING_ON:
        if not (context.norm(at) in AUXILIARIES or is_adverb(context.norm(at))):
            return False
        at -= 1
    # of a deployment it is the object that moves
    moved = hit.trigger.type == "deployment" and hit.trigger.frame == "agent-verb-target"
    return "verb" in hit.trigger.frame and not moved and at > hit.clause[0]


def _subject_points_back(context: Context, hit: TriggerHit) -> bool:
    """*As he loses control, his fleeing troops lost ground*: a side named before is meant."""
    at = hit.start - 1
    while at > hit.clause[0] and (context.norm(at) in AUXILIARIES or is_adverb(context.norm(at))):
        at -= 1
    if at >= hit.clause[0] and context.norm(at) in _POINTING:
        return hit.clause[0] > context.start and at - hit.clause[0] <= 1
    owned = context.has_word(_OWN, max(at - 2, hit.clause[0]), at)
    return owned and "verb" in hit.trigger.frame and context.kinds.get(context.norm(at)) in FORCES


def subject(context: Context, sides: list[NamedSide]) -> list[NamedSide]:
    """The last side that no preposition governs: *North Korean units fighting for Russia sustained losses*."""
    sides = free(context, sides)
    if len(sides) > 1 and sides[-1].code != sides[-2].code and _is_joined(context, sides[-2], sides[-1]):
        return sides[-2:]
    return sides[-1:]


def _is_joined(context: Context, first: NamedSide, second: NamedSide) -> bool:
    """*Rwandan troops and the Mozambican army, Thai and Cambodian soldiers*: both act."""
    words = [context.norm(at) for at in range(first.words[1], second.words[0])]
    return len(words) <= _JOINED and "and" in words and "," not in words


def free(context: Context, sides: list[NamedSide]) -> list[NamedSide]:
    """The sides that no preposition governs."""
    return [side for side in sides if not _is_governed(context, side)]


def _is_governed(context: Context, side: NamedSide) -> bool:
    """*fighting for Russia, used Australian vehicles*; not *with Russia losing men, in Russia's bid to storm*."""
    at, end = side.words[0] - 1, side.words[1]
    while _describes(context, at):
        at -= 1
    if context.norm(at) in _USING and context.has_kind(THINGS, end, end + _ABSOLUTE):
        return True
    following = [context.norm(word) for word in range(end, end + _ABSOLUTE)]
    accompanying = context.norm(at) == "with" or (context.norm(at) in ("in", "to") and side.form != "name")
    absolute = accompanying and any(norm.endswith("ing") for norm in following)
    striving = "to" in following and (following[0] == "'s" or context.norm(at) in ("for", "on"))
    return context.norm(at) in _GOVERNING and not (absolute or striving)


def _describes(context: Context, at: int) -> bool:
    """Whether the word stands between a preposition and its noun: *at | an | Israeli base, on | fleeing | Rohingya*."""
    norm = context.norm(at)
    if norm in _DETERMINERS or context.reading.figure_over(at) is not None:
        return True
    return norm.endswith(("ing", "ed")) and context.norm(at - 1) in _GOVERNING
