"""Past those who are told and the manner of telling, to where a content right of its cue begins."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.contents import addressee_end, opening_after
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import is_finite, noun_end
from kursk_ie.claims.attribution.quoted import is_title
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.text.wordclasses import is_adverb, is_name

_CLAUSE_OPENERS: Final = frozenset({"that", "how", "whether", "if", "why", "what", "when", "where", "who"})
_MANNER: Final = frozenset({"in", "on", "at", "by", "for", "from", "with", "to", "via", "through", "during"})


def past_addressee(scene: Scene, hit: CueHit, stop: int) -> int:
    """Past the addressee of *told reporters that*; *warned Kyiv would fall* has none."""
    at = hit.end
    norm = scene.norm(at)
    quotation = scene.quotes.opening.get(at)
    speech = quotation is not None and not is_title(scene.reading, quotation)
    if speech or "obj" not in hit.cue.frames or norm in ("that", ":", ",", "of", "about", "against"):
        return at
    if "that" in hit.cue.frames and norm in _CLAUSE_OPENERS:
        return at
    end = addressee_end(scene.reading, at, stop)
    if (
        hit.cue.act == "warn"
        and end < stop
        and scene.norm(end) not in ("that", "of", "against", "about", "not", ",", "to")
    ):
        return at
    return end


def past_manner(scene: Scene, frames: frozenset[str], at: int, stop: int) -> int:
    """Past *through a spokesman, in his memoirs, to the court*, where the *that* of a clause follows."""
    norm = scene.norm(at)
    if "that" not in frames or norm not in _MANNER or norm in frames:
        return at
    opening = opening_after(scene.norms, at, stop)
    if opening is None or any(is_finite(scene, index) for index in range(at, opening + 2)):
        return at  # "in the town that fell"
    owned = any(  # "responds to the announcement that"
        at < hit.start < opening and (hit.cue.part == "verb" or hit.end == opening) for hit in scene.hits
    )
    return at if owned else opening


def is_visit(scene: Scene, at: int, stop: int) -> bool:
    """*called Ann Lee on Monday*: whether a name stands alone, which is called nothing."""
    words = scene.reading.tokens.words[at : noun_end(scene, at, stop)]
    return not scene.headline and all(is_name(word) or is_adverb(word) or word == "." for word in words)
