"""Which figure belongs to which trigger, and what it measures there."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import FORCES, PEOPLE, THINGS, Context
from kursk_ie.claims.triggers.grammar import TriggerHit
from kursk_ie.mentions.found import Found
from kursk_ie.results import EventType, Figure, Measure
from kursk_ie.text.wordclasses import AUXILIARIES, BE, POSSESSIVES, PREPOSITIONS, RELATIVES

# the kinds of things that events of a type count; None and "unknown" stand for a bare or unheard-of noun
_BARE: Final = frozenset({None, "unknown", "fate", "percent"})
_COUNTS: Final[dict[EventType, frozenset[str | None]]] = {
    "casualties": PEOPLE | _BARE,
    "combat": frozenset({"strike", None}),
    "strike": frozenset({"munition", "strike", "site", "building", None}),
    "deployment": PEOPLE | _BARE | {"equipment", "vehicle"},
    "strength": PEOPLE | _BARE | {"equipment", "vehicle"},
    "territory": frozenset({"area", "settlement", "distance", "percent", "fighter", None}),
    "prisoners": PEOPLE | _BARE,
    "equipment_loss": THINGS | {"percent", "site", None},
    "sanction": frozenset({"entity", "person", "vehicle", None}),
    "displacement": PEOPLE | _BARE,
}
_KIND_MEASURE: Final[dict[str, Measure]] = {
    "equipment": "equipment",
    "area": "area_km2",
    "distance": "distance_km",
    "settlement": "settlements",
    "entity": "entities",
}
_BEFALLING: Final = frozenset({"casualties", "prisoners"})
_REDUCED: Final = 20  # the cost of a participle that only tells whose the figure is
_OWN_VERB: Final = 40  # the cost of a figure that has a verb of its own
_JOINING: Final = frozenset({"and", "while", ";", ",", "but"})
_BEFORE: Final = 3  # words before a trigger in which its auxiliary stands
_BARRIERS: Final = {
    ",": 3,
    ";": 12,
    ":": 6,
    "and": 2,
    "but": 8,
    "while": 10,
    "whereas": 12,
    "that": 3,
    "(": 4,
    ")": 4,
    "of": 0,
}


def bind_figures(
    context: Context, hits: list[TriggerHit]
) -> tuple[dict[int, list[tuple[Found[Figure], Measure]]], list[Found[Figure]]]:
    """Figures by index of their trigger, and those that no trigger takes."""
    bound: dict[int, list[tuple[Found[Figure], Measure]]] = {}
    free: list[Found[Figure]] = []
    for figure in context.figures:
        if figure.start in context.told.spoken:
            continue  # "two residents told AFP"
        if context.norm(figure.start - 1) == "by" and context.has_set("rebels", figure.end, figure.end + 3):
            continue  # "killed in an attack by hundreds of gunmen"
        kind = "percent" if _is_share(figure.mention.text.lower()) else context.figure_kind(figure)
        best = None if is_base(context, figure) else _nearest(context, hits, figure, kind)
        if best is None:
            free.append(figure)
        else:
            measure = measure_of(figure, kind, hits[best])
            if measure is not None:
                bound.setdefault(best, []).append((figure, measure))
    return bound, free


def is_base(context: Context, figure: Found[Figure]) -> bool:
    """Whether a figure is the whole of which another is part: *1,000 out of 11,000*, *for a force of 11,000*."""
    before = figure.start - 1
    if context.norm(before) in POSSESSIVES or context.norm(before) == "the":
        before -= 1
    if context.norm(before) != "of":
        return False
    first = context.norm(before - 1)
    if first in ("force", "contingent", "total", "army", "garrison", "group", "strength"):
        return True
    parts = [other for other in context.figures if other.end <= figure.start]
    return bool(parts) and (first == "out" or before - parts[-1].end <= 1)


def _nearest(context: Context, hits: list[TriggerHit], figure: Found[Figure], kind: str | None) -> int | None:
    costs = [
        (_cost(context, figure, hit) + _REDUCED * _is_reduced(context, figure, hit, hits), index)
        for index, hit in enumerate(hits)
        if kind in _COUNTS[hit.trigger.type]
        and measure_of(figure, kind, hit) is not None
        and not _counts_doers(context, figure, hit)
    ]
    if not costs:
        return None
    cost, index = min(costs)
    return index if cost < 40 else None


def _counts_doers(context: Context, figure: Found[Figure], hit: TriggerHit) -> bool:
    """*Four were shot dead by | three men*: those who did it are not those whom it befell."""
    return hit.end == figure.start - 1 and context.norm(hit.end) == "by" and hit.trigger.type in _BEFALLING


def _is_reduced(context: Context, figure: Found[Figure], hit: TriggerHit, hits: list[TriggerHit]) -> bool:
    """*30 soldiers sent to the front were killed*: the participle only tells who it was that the main verb counts."""
    if hit.start < figure.end or context.has_word(AUXILIARIES, figure.end, hit.end):
        return False
    return context.norm(hit.end) in PREPOSITIONS and any(
        other.start > hit.end and context.has_word(BE, other.start - _BEFORE, other.start) for other in hits
    )


def _has_verb(context: Context, figure: Found[Figure]) -> bool:
    """*And five people were rescued*: what the figure counts has a verb of its own after it."""
    for at in range(figure.end, figure.end + _BEFORE + 1):
        norm = context.norm(at)
        if norm in AUXILIARIES:
            return context.norm(figure.start - 1) in _JOINING
        if not norm.isalpha() or norm in RELATIVES or norm in PREPOSITIONS:
            return False
    return False


def _cost(context: Context, figure: Found[Figure], hit: TriggerHit) -> float:
    """Words between figure and trigger, weighted by the marks that part clauses."""
    start, stop = (figure.end, hit.start) if figure.end <= hit.start else (hit.end, figure.start)
    cost = float(sum(_BARRIERS.get(context.norm(at), 1) for at in range(start, stop)))
    if not hit.clause[0] <= figure.start < hit.clause[1]:
        cost += 8
    if hit.end <= figure.start and _has_verb(context, figure):
        cost += _OWN_VERB
    if hit.trigger.measure is None and hit.trigger.type in ("combat", "territory", "deployment"):
        cost += 4
    return cost


def measure_of(figure: Found[Figure], kind: str | None, hit: TriggerHit) -> Measure | None:
    """What the figure counts in this event; ``None`` where it can count nothing there."""
    type_ = hit.trigger.type
    if kind == "percent":
        return "percent"
    if type_ in ("casualties", "displacement", "prisoners"):
        return hit.trigger.measure
    if kind is not None and kind in _KIND_MEASURE:
        return _KIND_MEASURE[kind]
    if kind in FORCES or kind in PEOPLE:
        return "entities" if type_ == "sanction" else "personnel"
    if kind == "munition":
        return "munitions" if type_ == "strike" else "equipment"
    if kind == "vehicle":
        return "equipment" if type_ != "sanction" else "entities"
    if kind in ("strike", "site", "building"):
        return "entities"
    if type_ in ("deployment", "strength"):
        return "personnel"  # a bare number of what is sent or stands somewhere
    return hit.trigger.measure if type_ != "territory" else "settlements" if kind is None else None


_SHARES: Final = frozenset("half third thirds quarter quarters fifth fifths tenth tenths percent".split())


def _is_share(text: str) -> bool:
    """Whether a figure's words give a part of a whole: *80 percent, nearly half, one in four*."""
    return not _SHARES.isdisjoint(text.split()) or " in " in text or text.endswith(("%", "per cent"))
