"""Strength: how many troops are somewhere, told by a figure of forces that no other event takes."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, MASS, PEOPLE, Context
from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.slots.figure_binding import is_base
from kursk_ie.claims.story import Story
from kursk_ie.mentions.found import Found
from kursk_ie.results import Figure

_FORCE_KINDS: Final = FORCES | PEOPLE | {None, "unknown"}
_PRESENCE: Final = frozenset({"presence", "contingent", "deployment", "number", "force", "strength", "total"})
_BODIES: Final = frozenset(
    {"force", "army", "contingent", "garrison", "grouping", "group", "corps", "column"}
)
_COUNT: Final = frozenset({"number", "figure", "total", "strength", "count"})
_BAND: Final = 20  # the least number of a side's people that is taken for a force
_PARTING: Final = frozenset({",", ";", "alongside", "beside"})  # *11,000, alongside a Russian force*
_OWNING: Final = frozenset("has have had keeps kept maintains maintained stations fields fielded".split())
_NEAR: Final = 8  # words after a figure in which the place stands where it counts people
_REACH: Final = 6  # words between a figure and the people or forces that it counts


def strengths(
    context: Context, figures: list[Found[Figure]], story: Story, belligerents: frozenset[str]
) -> list[EventDraft]:
    """One event for each free figure that counts fighters, people of a side, or the whole of a force."""
    drafts = []
    for figure in figures:
        kind = context.figure_kind(figure)
        if kind not in _FORCE_KINDS:
            continue
        side = _force_of(context, figure) or _side(context, figure)
        if side is None and kind in FORCES:
            side = _owner_before(context, figure)
        if side is None and is_base(context, figure) and story.actor is not None:
            side = (story.actor, True)
        if side is None and kind in (None, "unknown") and _is_mass(figure):
            side = _force_before(context, figure, belligerents) or _force_again(context, figure, story)
        if side is None or side[0].code not in belligerents or not (kind in FORCES or side[1]):
            continue
        if kind != "formation" and max(figure.mention.min or 0, figure.mention.max or 0) < _BAND:
            continue  # "two Russians"
        if kind is not None and kind not in FORCES and not _are_troops(context, figure, side[0].code, story):
            continue
        draft = EventDraft(
            "strength",
            (figure.start, figure.end),
            context.sentence,
            context.clause_of(figure.start),
            "force-noun",
            "personnel",
        )
        draft.agents = [side[0]]
        draft.figures = [(figure, "personnel")]
        draft.rules = ["strength:figure"]
        drafts.append(draft)
    return drafts


def _side(context: Context, figure: Found[Figure]) -> tuple[PartyDraft, bool] | None:
    """The side that the figure counts, and whether it is named as people: *11,000 North Koreans*."""
    for side in context.sides:
        if context.reading.place_over(side.start) is not None:
            continue
        near = figure.end <= side.start <= figure.end + _REACH and side.start < context.stop
        if near and not context.has_word(_PARTING, figure.end, side.start):
            return PartyDraft(side.code, (side.start, side.end)), side.form == "people"
    return None


def _are_troops(context: Context, figure: Found[Figure], code: str, story: Story) -> bool:
    """Whether people of a side are its troops: where troops are spoken of, or in a country that is not their own."""
    if story.force is not None and story.force.code == code:
        return True
    clause = context.clause_of(figure.start)
    near = (place for place in context.places if figure.start < place.start <= figure.end + _NEAR)
    abroad = any(place.mention.country not in (None, code) for place in near)
    return abroad or context.has_kind(FORCES, *clause)


def _force_of(context: Context, figure: Found[Figure]) -> tuple[PartyDraft, bool] | None:
    """*A Russian force of tens of thousands*: the side of the force."""
    noun = figure.start - 2
    if context.norm(noun + 1) != "of" or context.norm(noun) not in _BODIES:
        return None
    near = [side for side in context.sides if noun - 3 <= side.start and side.end <= noun]
    return (PartyDraft(near[-1].code, (near[-1].start, near[-1].end)), True) if near else None


def _owner_before(context: Context, figure: Found[Figure]) -> tuple[PartyDraft, bool] | None:
    """*Rwanda has 4,000 troops there*: the side whose *have* or *keep* governs the figure."""
    for side in reversed(context.sides):
        if side.end <= figure.start <= side.end + _REACH and side.start not in context.told.spoken:
            owns = any(context.norm(at) in _OWNING for at in range(side.end, figure.start))
            return (PartyDraft(side.code, (side.start, side.end)), True) if owns else None
    return None


def _is_mass(figure: Found[Figure]) -> bool:
    """Whether a bare number is of the size of a force."""
    return max(figure.mention.min or 0, figure.mention.max or 0) >= MASS


def _force_before(
    context: Context, figure: Found[Figure], belligerents: frozenset[str]
) -> tuple[PartyDraft, bool] | None:
    """The side whose presence, troops or people the sentence names before a bare number."""
    if not (
        context.has_kind(FORCES, context.start, figure.start)
        or context.has_word(_PRESENCE, context.start, figure.start)
    ):
        return None
    sides = [side for side in context.sides if context.start <= side.start < figure.start]
    sides = [side for side in sides if side.form in ("people", "adjective") and side.code in belligerents]
    sides = [side for side in sides if side.start not in context.told.spoken]
    return (PartyDraft(sides[-1].code, (sides[-1].start, sides[-1].end)), True) if sides else None


def _force_again(context: Context, figure: Found[Figure], story: Story) -> tuple[PartyDraft, bool] | None:
    """*This number has grown to 11,000*, *there are 11,000 by now*: of the force that the text last sent or counted."""
    named = context.has_word(_COUNT, context.clause_of(figure.start)[0], figure.start)
    named = named or context.norm(figure.start - 2) == "there"
    return (story.force, True) if named and story.force is not None else None
