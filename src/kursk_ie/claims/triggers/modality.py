"""Whether an event is told as fact, possible, future or negated: the words that govern its trigger in its clause."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, cast, get_args

from kursk_ie.claims.context import Context
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.results import Modality
from kursk_ie.text.tables import read_table
from kursk_ie.text.wordclasses import BE, DO, MODALS, NEGATIONS, PREPOSITIONS, QUOTE_MARKS, is_adverb

How = Literal["any", "verb", "to", "link", "near", "noun", "object", "for", "gerund", "purpose"]

_DOUBTING: Final = frozenset({"may", "might", "could"})
_REACH: Final = 7  # words before a trigger in which what governs it stands
_NEAR: Final = 4
_LINKS: Final = frozenset({"to", "of", "at", "in"})
# a clause or circumstance of its own: *vows more help as Russia attacks*
_BARRIERS: Final = frozenset(
    {"as", "while", "after", "amid", "because", "despite", "following", "since", "during"}
)
# what tells a circumstance of an event noun: *sidelined due to heavy losses*, *could be tried over the attack*
_ASIDE: Final = _BARRIERS | {"over", "due", ","}
_CUTS_NEGATION: Final = _ASIDE | {"in", "from", "by", "at", "before", "but", "until"}
_CUTS_OBJECT: Final = _CUTS_NEGATION | {"on", "citing"}
_COUNTING: Final = frozenset(
    {"many", "much", "few", "well", "part", "such", "far"}
)  # *as many as*, *such as*
_NOT_NEGATING: Final = frozenset({"only", "just", "doubt", "wonder", "fewer", "less", "way"})
_INDEFINITE: Final = frozenset({"a", "an", "another", "any", "more", "further", "new", "fresh", "no"})
_DEFINITE: Final = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "'s"}
)
_SUBJECTS: Final = frozenset(
    {"i", "he", "she", "we", "they", "what", "how", "why"}
)  # of a verb that is not governed
_IN_AUXILIARIES: Final = MODALS | DO | NEGATIONS | {"to"}
# after an event noun; what follows must tell that the event comes about
_AFTER_MODALS: Final[dict[str, Modality]] = {
    "will": "future",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "would": "possible",
}
_AFTER: Final[dict[str, Modality]] = {
    "possible": "possible",
    "feared": "possible",
    "unlikely": "possible",
    "inevitable": "future",
    "threatened": "possible",
    "expected": "future",
    "imminent": "future",
    "looms": "future",
    "loom": "future",
    "looming": "future",
    "planned": "future",
}
_AFTER_TO: Final[dict[str, Modality]] = {
    "likely": "possible",
    "set": "future",
    "due": "future",
    "scheduled": "future",
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

    def read(self, context: Context, hit: TriggerHit) -> Modality | None:
        """The modality of one trigger; none where it only tells a purpose: *recruits to fight in the east*."""
        head = self._head(context, hit)
        found = self._governing(context, hit, head)
        told = [modality for modality in found if modality != "actual"]
        if told:
            if "negated" in told:
                return "negated"
            return "possible" if "possible" in told and _is_doubted(context, hit, head) else told[0]
        if found:
            return _of_infinitive(context, hit, hit.start) if head > hit.start else "actual"
        if not _is_noun(context, hit):
            return _of_infinitive(context, hit, head)
        return "future" if _is_headline_plan(context, hit) else _after(context, hit)

    def _head(self, context: Context, hit: TriggerHit) -> int:
        """The word that tells the event: *to invade* and *did not shell* are triggers that hold their auxiliaries.

        *Ordered the troops to leave* holds its governor.
        """
        if "verb" not in hit.trigger.frame:
            return hit.start
        words = range(hit.start, hit.end)
        governors = self._governors.get(context.norm(hit.start), ())
        if hit.trigger.type != "sanction" and any(governor.how == "to" for governor in governors):
            return next((at + 1 for at in words[:-1] if context.norm(at) == "to"), hit.start)
        return next((at for at in words if context.norm(at) not in _IN_AUXILIARIES), hit.start)

    def _governing(self, context: Context, hit: TriggerHit, head: int) -> list[Modality]:
        """The modalities of the words that govern the trigger, nearest first."""
        found: list[Modality] = []
        for at in range(head - 1, max(hit.clause[0], head - _REACH) - 1, -1):
            if _is_barrier(context, at):
                break
            if context.norm(at) == "may" and context.reading.date_over(at) is not None:
                continue  # *the May 12 attack*
            for governor in self._governors.get(context.norm(at), ()):
                if _governs(context, hit, head, at, governor):
                    found.append(_sense(context, at, governor.modality))
        return found


def _is_doubted(context: Context, hit: TriggerHit, head: int) -> bool:
    """*May be preparing to send*: what is doubted stays so, whatever stands nearer."""
    return context.has_word(_DOUBTING, max(hit.clause[0], head - _REACH), head)


def _sense(context: Context, at: int, modality: Modality) -> Modality:
    """The modality that the governor at ``at`` gives: *did not allow them to leave* tells that they did not.

    In the past, what somebody could do is what he did: *were able to drive the rebels out*.
    """
    before = context.norm(at - 1)
    if modality in ("possible", "future") and before in NEGATIONS:
        return "negated"
    return "actual" if context.norm(at) == "able" and before in ("was", "were", "been") else modality


def _is_noun(context: Context, hit: TriggerHit) -> bool:
    """Whether the trigger is an event noun; *may strike* and *allowed Kyiv to strike* hold none."""
    if "noun" not in hit.trigger.frame:
        return False
    bare = hit.end == hit.start + 1 and not context.norm(hit.start).endswith("s")
    before = hit.start - 1
    while context.norm(before) in QUOTE_MARKS:
        before -= 1  # "may 'strike back'"
    return not (bare and (context.norm(before) == "to" or context.norm(before) in MODALS))


def _is_barrier(context: Context, at: int) -> bool:
    if context.norm(at) not in _BARRIERS:
        return False
    return context.norm(at + 1) not in _COUNTING and context.norm(at - 1) not in _COUNTING


def _governs(context: Context, hit: TriggerHit, head: int, at: int, governor: Governor) -> bool:
    """Whether the word at ``at`` stands to the trigger as its sense asks."""
    between = [context.norm(word) for word in range(at + 1, head)]
    is_noun = _is_noun(context, hit)
    aside = is_noun and (at == hit.clause[0] or not _ASIDE.isdisjoint(between))
    match governor.how:
        case "to":
            return "to" in between and _is_led_to(context, hit, head, at)
        case "purpose":
            return between[:1] == ["to"] and _is_led_to(context, hit, head, at)
        case "link":
            return not _LINKS.isdisjoint(between) and _is_led_to(context, hit, head, at)
        case "noun":
            return is_noun and len(between) <= 2 and "under" not in between  # "coming under attack"
        case "object":
            return is_noun and _CUTS_OBJECT.isdisjoint(between)
        case "for":
            return is_noun and "for" in between and _CUTS_NEGATION.isdisjoint(between)
        case "gerund":
            plain = [word for word in between if not is_adverb(word)]
            return plain == ["being"] or (not plain and context.norm(head).endswith("ing"))
        case "near":
            just = bool(between) and between[0] in _NOT_NEGATING
            cut = is_noun and not _CUTS_NEGATION.isdisjoint(between)
            there = is_noun and not _DEFINITE.isdisjoint(between) and not _comes_about(context, at + 1, head)
            return len(between) < _NEAR and not (just or cut or there or _is_refusal(context, at))
        case "verb":
            own = _SUBJECTS.isdisjoint(between[1:])
            return own and not aside and (not is_noun or _comes_about(context, at + 1, head))
    return not aside


def _is_led_to(context: Context, hit: TriggerHit, head: int, at: int) -> bool:
    """Whether what *to* or *of* links to a governor is the event, not what was done about it or before it."""
    if _is_noun(context, hit):
        return _comes_about(context, at + 1, head)
    return not _is_past(context, hit, head, at)


def _comes_about(context: Context, start: int, noun: int) -> bool:
    """Whether the words before an event noun make the event: *may launch strikes*, but *may avenge the strikes*."""
    between = {context.norm(at) for at in range(start, noun)}
    if any(context.in_set("ending", at) for at in range(start, noun)):
        return False
    if any(context.in_set(name, at) for at in range(start, noun) for name in ("waging", "bringing")):
        return True
    return _is_indefinite(context, noun) or not (_DEFINITE & between or between - BE)


def _is_past(context: Context, hit: TriggerHit, head: int, at: int) -> bool:
    """*They tried to recover ground lost in May*: a past form is not what *to* governs, but *to be hit* is."""
    form = context.norm(head)
    verb = "verb" in hit.trigger.frame and hit.trigger.pattern.startswith("<")
    return (
        verb
        and head == hit.start
        and form not in _lemmas(hit)
        and not form.endswith("ing")
        and not context.has_word(BE, at + 1, head)
    )


def _lemmas(hit: TriggerHit) -> list[str]:
    return hit.trigger.pattern[1:].partition(">")[0].split("|")


def _is_refusal(context: Context, at: int) -> bool:
    """*Has not commented on the strike*: the negation is the refusal's, not the event's."""
    return any(
        statement.act == "decline" and statement.cue[0] <= at < statement.cue[1]
        for statement in context.statements
    )


def _of_infinitive(context: Context, hit: TriggerHit, head: int) -> Modality | None:
    """An infinitive that nothing governs tells a purpose; of a subject, as headlines have it, what will be done."""
    passive = context.norm(head - 1) == "be"
    bare = passive or not hit.trigger.pattern.startswith("<") or context.norm(head) in _lemmas(hit)
    at = _infinitive_mark(context, hit, head - passive) if bare else None
    if at is None:
        return "possible" if passive else "actual"  # "leave or be deported"
    subject = any(side.end == at and side.start <= hit.clause[0] + 1 for side in context.sides)
    return "future" if subject or passive or context.norm(at - 1) in BE else None


def _is_headline_plan(context: Context, hit: TriggerHit) -> bool:
    """*Ukraine to begin evacuations*: a side that is to bring an event about, as headlines have it."""
    for at in range(hit.start - 1, max(hit.clause[0], hit.start - _NEAR), -1):
        if context.in_set("waging", at):
            return context.norm(at - 1) == "to" and any(
                side.end == at - 1 and side.start == hit.clause[0] for side in context.sides
            )
    return False


def _infinitive_mark(context: Context, hit: TriggerHit, head: int) -> int | None:
    """The *to* of *to retake* and of *to help the army retake*."""
    at = head - 1
    while is_adverb(context.norm(at)):
        at -= 1
    if context.norm(at) == "to":
        return at
    helping = range(at, max(hit.clause[0], head - _REACH), -1)
    return next((h - 1 for h in helping if context.norm(h) == "help" and context.norm(h - 1) == "to"), None)


def _after(context: Context, hit: TriggerHit) -> Modality:
    """*The strike could begin, an attack in winter is likely*: what is said of an event noun after it."""
    indefinite = _is_indefinite(context, hit.start)
    reach = 2 * _NEAR if indefinite else _NEAR - 1
    for at in range(hit.end, min(hit.end + reach, hit.clause[1])):
        norm, following = context.norm(at), context.norm(at + 1)
        if norm in _AFTER and (at == hit.end or context.norm(at - 1) in BE):
            return _AFTER[norm]
        if norm in _AFTER_TO and following == "to":
            return _AFTER_TO[norm]
        if norm in _AFTER_MODALS:
            happens = context.in_set("happening", at + 1)
            if norm == "would" and happens and following != "be" and not indefinite:
                return "future"  # "Putin said the attacks would continue"
            return _AFTER_MODALS[norm] if happens or indefinite else "actual"
    return "actual"


def _is_indefinite(context: Context, noun: int) -> bool:
    """*A limited strike would*: no event that the text knows of."""
    for at in range(noun - 1, noun - _NEAR - 1, -1):
        norm = context.norm(at)
        if norm in _INDEFINITE or norm in _DEFINITE or norm in PREPOSITIONS:
            return norm in _INDEFINITE
    return False
