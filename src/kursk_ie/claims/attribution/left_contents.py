"""Contents left of a verb cue: the quotation or clause that ends there, and what goes on after the cue."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import MEDIA_NOUNS, addressee_end, is_end, skip_adjuncts, trim
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder
from kursk_ie.claims.statement import Range
from kursk_ie.text.quotes import Quotation
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    INTRODUCERS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    RELATIVES,
    TERMINALS,
    is_name,
)

CLAUSE_ENDS: Final = frozenset({",", "–", "—", "-", "--", ";", "?", "!"})
_NO_RESUMPTION: Final = frozenset(
    """adding citing and but noting who while after as though although which whose when quoting because before where
    or yet so""".split()
)
_JOINERS: Final = frozenset({"and", "but", "because", "so", "yet"})
# "even if", "only when": adverbs before a subordinator that fronts a clause
_FOCUS: Final = frozenset({"even", "only", "just", "so", "and", "but"})
# what goes on with a statement after its cue: *…, she said, since …*
_TAILS: Final = frozenset(
    {"since", "compared", "including", "unless", "especially", "particularly", "despite", "rather"}
)
_CLAUSE: Final = 3  # words that can be a statement whole
_REACH: Final = 25  # words from a cue to the quotation that goes on
_RESUMING: Final = CLAUSE_ENDS | {":", "that"}


class LeftContents:
    """Reads what ends at a verb cue."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries) -> None:
        self._sources = sources
        self._boundaries = boundaries

    def read(self, scene: Scene, edge: int, quoted: bool) -> Range | None:
        """The content left of word ``edge``: the quotation that closes there, or the clause."""
        closed = self._closed_before(scene, edge) if quoted else None
        if closed is not None:
            whole = trim(scene.reading, closed.start, closed.end)
            lead = self._lead_in(scene, closed.open)
            return whole if lead is None or whole is None else (lead, closed.end + 1)
        start = self._boundaries.left(scene, edge)
        return trim(scene.reading, start, edge) if start < edge else None

    def _closed_before(self, scene: Scene, edge: int) -> Quotation | None:
        for at in range(edge, max(scene.start - 1, edge - 4), -1):
            closed = scene.quotes.closing.get(at)
            if closed is not None:
                return closed
        return None

    def _lead_in(self, scene: Scene, opening: int) -> int | None:
        """*Doing nothing "would be a grave error," he said*: words before the quotation belong to the content."""
        if opening <= scene.start:
            return None
        start = self._boundaries.left(scene, opening)
        before = scene.norm(opening - 1)
        if start >= opening or before in TERMINALS or before == ":":
            return None
        fronted = scene.norm(start) in INTRODUCERS
        return None if before == "," and not fronted else start

    def resumed(self, scene: Scene, at: int, content: Range) -> Range | None:
        """*"The bridge," he said, "is gone."*: the quotation goes on after its cue."""
        for index in range(at, min(at + _REACH, scene.stop)):
            if scene.norm(index) in TERMINALS:
                return None
            opened = scene.quotes.opening.get(index)
            if any(at < hit.start < index for hit in scene.hits):
                return None  # a quotation with a cue of its own
            if opened is not None and opened.end - opened.start >= 2:
                joined = scene.norm(index - 1) in _RESUMING or (
                    scene.norm(index - 1) in _JOINERS and scene.norm(index - 2) == ","
                )
                near = index - at <= content[1] - content[0] + opened.end - opened.start
                return trim(scene.reading, content[0], opened.end) if joined and near else None
        return None

    def run_through(self, scene: Scene, number: int, at: int, content: Range | None) -> Range | None:
        """*The bridge, he said, was gone* and *In May, he said, the bridge fell*: the content runs on after the cue."""
        if content is None:
            return None
        comma = self.past_telling(scene, scene.hits[number], at)
        if scene.norm(comma) != "," or is_end(scene.reading, comma, scene.stop):
            return None
        following = scene.norm(comma + 1)
        if following in _NO_RESUMPTION:
            return None
        start = self._relative_before(scene, content)
        if following in _TAILS and start == content[0]:
            return trim(scene.reading, start, self._boundaries.right(scene, number, comma))
        fronted = self._is_fronted(scene, content[0])
        incomplete = content[1] - content[0] <= 5 or (fronted and content[1] - content[0] <= 14)
        if following.endswith("ing") and content[1] - content[0] >= _CLAUSE and not fronted:
            return None  # "Sales were great, he said, wiping his face"
        if following not in AUXILIARIES and not incomplete and start == content[0]:
            return None
        spoken_of = following in PERSONAL_PRONOUNS  # "In May, he said, they | were asked"
        stop = self._boundaries.right(scene, number, comma + spoken_of)
        if stop <= comma + 1:
            return None  # "…, the ministry said, TASS reports"
        if start > content[0]:
            stop = next((at for at in range(comma + 1, stop) if scene.norm(at) == ","), stop)
        return trim(scene.reading, start, stop)

    def after_comma(self, scene: Scene, number: int) -> Range | None:
        """*As the army said on Monday, | the bridge fell*: the clause after the cue and its comma."""
        hit = scene.hits[number]
        comma = self.past_telling(scene, hit, hit.end)
        if scene.norm(comma) != ",":
            return None
        return trim(scene.reading, comma + 1, self._boundaries.right(scene, number, comma))

    def _is_fronted(self, scene: Scene, at: int) -> bool:
        """*In May*, *Even if it rains*: no clause yet that could be a statement."""
        at += scene.norm(at) in _FOCUS
        return scene.norm(at) in INTRODUCERS

    def _relative_before(self, scene: Scene, content: Range) -> int:
        """*…the park, which, he said, is closed*: only the relative clause is his."""
        last = content[1] - 1
        return last if scene.norm(last) in RELATIVES and last > content[0] else content[0]

    # -- past the cue ---------------------------------------------------------------------------------------------

    def past_telling(self, scene: Scene, hit: CueHit, at: int) -> int:
        """Past the addressee and adjuncts that stand at ``at`` after a cue: *told | AFP on Tuesday*."""
        if "obj" in hit.cue.frames and self._is_addressee(scene, at):
            at = addressee_end(scene.reading, at, scene.stop)
        return skip_adjuncts(scene.reading, min(at, scene.stop), scene.stop)

    def _is_addressee(self, scene: Scene, at: int) -> bool:
        """Whether a person or outlet, not *another story*, follows *told*."""
        words = scene.reading.tokens.words[at : at + 4]
        norms = [scene.norm(index) for index in range(at, at + 4)]
        if norms[0] == ",":
            return False
        return any(
            norm in OBJECT_PRONOUNS or norm in MEDIA_NOUNS or self._sources.is_head(norm) for norm in norms
        ) or any(is_name(word) for word in words)
