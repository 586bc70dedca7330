"""What stands as the subject of an event's trigger where no side does: a pronoun, *its troops*, what came before."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.sides.named_sides import sides_between
from kursk_ie.claims.sides.speaking_sides import speaking_side
from kursk_ie.text.wordclasses import AUXILIARIES, NEGATIONS, QUOTE_MARKS, is_adverb

_DOING: Final = frozenset({"agent-verb", "agent-verb-target", "damage-verb", "launch-verb"})
_SPEAKERS_OWN: Final = frozenset({"it", "we", "they", "its", "their", "our"})
FORCES_OF_ONE: Final = frozenset({"combat", "deployment", "strength", "territory", "equipment_loss"})
BEHIND: Final = frozenset({"behind", "responsible", "responsibility"})
_OWNERS: Final = frozenset({"its", "his", "her", "their", "our"})
_IN_VERB_GROUP: Final = NEGATIONS | QUOTE_MARKS | {"been"}  # *they were "withdrawn"*
_NEXT: Final = 6  # words between a trigger and its subject


def follows_from(context: Context, draft: EventDraft, before: EventDraft) -> bool:
    """*Stormed the base, killing nine and destroying a tank; killed nine and freed two*: one doer does it all."""
    if "verb" not in draft.frame:
        return False
    if context.norm(draft.trigger[0]).endswith("ing"):
        return context.norm(draft.trigger[0] - 1) in (",", "and")
    goes_on = subject_word(context, draft) in ("and", "but") and before.clause == draft.clause
    return goes_on and "verb" in before.frame and not {"passive"} & {*before.rules, *draft.rules}


def goes_with(context: Context, draft: EventDraft) -> bool:
    """*Were killed while storming the village*: the subject is the main clause's; *after shelling* may be a noun."""
    form, before = context.norm(draft.trigger[0]), context.norm(draft.trigger[0] - 1)
    return "verb" in draft.frame and form.endswith("ing") and before == "while"


def subject_word(context: Context, draft: EventDraft) -> str:
    """The word before the verb group of the trigger: pronoun, conjunction, *to*, or a noun's last word."""
    at = draft.trigger[0] - 1
    while at >= context.start:
        norm = context.norm(at)
        if norm == "to":
            return norm
        if not (is_adverb(norm) or norm in AUXILIARIES or norm in _IN_VERB_GROUP):
            return norm
        at -= 1
    return ""


def opening_side(context: Context) -> PartyDraft | None:
    """*Ukraine, nearly a fifth of which is occupied, has …*: the side that opens the sentence before an aside."""
    for side in context.sides:
        if (
            side.start <= context.start + 2
            and context.norm(side.end) == ","
            and side.start not in context.told.spoken
        ):
            return PartyDraft(side.code, (side.start, side.end))
    return None


def names_forces(context: Context, draft: EventDraft) -> bool:
    """Whether forces that no side owns are the subject: *units had regrouped*, *its troops advanced*."""
    start, stop = draft.clause[0], draft.trigger[0]
    named = any(
        start <= side.start < stop and side.start not in context.told.spoken for side in context.sides
    )
    return (
        "verb" in draft.frame
        and draft.type in FORCES_OF_ONE
        and not named
        and context.has_kind(FORCES, max(start, stop - _NEXT), stop)
    )


def moves_those_known(context: Context, draft: EventDraft) -> bool:
    """*Began deploying a number of these troops*, *they were withdrawn*: whose troops they are, the text has said."""
    if "passive" in draft.rules and subject_word(context, draft) == "they":
        return True
    stop = min(draft.clause[1], draft.trigger[1] + _NEXT + 2)
    return any(
        context.norm(at) in ("these", "those") and context.kinds.get(context.norm(at + 1)) in FORCES
        for at in range(draft.trigger[1], stop)
    )


def opens_content(draft: EventDraft) -> bool:
    """Whether the trigger's subject is the first word of a statement's content: *X said it had retaken*."""
    reach = 4 if "verb" in draft.frame else _NEXT
    return any(
        statement.content is not None and draft.trigger[0] - statement.content[0] <= reach
        for statement in draft.statements
    )


def pronoun_opens(context: Context, draft: EventDraft) -> bool:
    """*India said it carried out strikes*: the noun's doer is the pronoun that opens what is said."""
    if "noun" not in draft.frame or not draft.statements or draft.type not in ("strike", "combat"):
        return False
    content = draft.statements[-1].content
    opens = content is not None and context.norm(content[0]) in ("it", "we", "they")
    return opens and opens_content(draft)


def does_it(context: Context, draft: EventDraft) -> bool:
    """*The army said it killed, its warplanes struck*: a pronoun that opens what is said is the doer, or owns him."""
    content = draft.statements[-1].content if draft.statements else None
    if content is None or "passive" in draft.rules or draft.frame not in _DOING:
        return False
    subject = range(content[0], min(content[0] + 3, draft.trigger[0]))
    near = draft.trigger[0] - content[0] <= _NEXT
    return near and any(context.norm(at) in _SPEAKERS_OWN for at in subject)


def owner_pronoun(context: Context, draft: EventDraft) -> PartyDraft | None:
    """*Strikes on his country, an attack on its base*: the speaker's side, else the one that the sentence is about."""
    if draft.type not in ("strike", "combat") or context.norm(draft.trigger[1]) not in (
        "on",
        "against",
        "at",
    ):
        return None
    if context.norm(draft.trigger[1] + 1) not in _OWNERS:
        return None
    speaker = speaking_side(draft)
    first = next((side for side in context.sides if side.end <= draft.trigger[0]), None)
    found = speaker or (PartyDraft(first.code, (first.start, first.end)) if first is not None else None)
    return found if found is not None and not draft.acts(found.code) else None


def side_behind(context: Context, draft: EventDraft) -> PartyDraft | None:
    """*Officers said Russian agents were behind the blast*: not those who say so."""
    at = next(at for at in range(*draft.clause) if context.norm(at) in BEHIND)
    side = next(iter(sides_between(context, draft.clause[0], at)), None)
    return PartyDraft(side.code, side.words) if side is not None else None


def definite(context: Context, draft: EventDraft) -> bool:
    """Whether the trigger is spoken of as known: *the deployment, their advance*."""
    return context.norm(draft.trigger[0] - 1) in ("the", "these", "this", "such", "their", "its")
