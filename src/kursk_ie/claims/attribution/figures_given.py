"""*Officials had given 8,000*, *a group had a higher toll of 30*: a number that somebody gives or has.

Such a verb makes a statement only with a figure.
"""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.contents import trim
from kursk_ie.claims.attribution.noun_ends import noun_end
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder
from kursk_ie.claims.statement import FIGURE_GIVEN
from kursk_ie.mentions.found import Found, between
from kursk_ie.results import Act, Figure

_GIVING: Final = frozenset({"gave", "given", "gives", "giving"})
_HAVING: Final = frozenset({"had", "has", "have"})
_CREDITING: Final = frozenset({"credited", "credits"})
_NUMBERS: Final = frozenset("number count figure toll total tally estimate".split())
_TOLLS: Final = frozenset("number count figure toll tally estimate".split())
_REACH: Final = 9  # words from *gave* to its figure


class GivenFigures:
    """Reads *gave*, *had* and *credited* with a number."""

    def __init__(self, sources: SourceFinder) -> None:
        self._sources = sources

    def read(self, scene: Scene) -> None:
        """Add a statement for the first *gave* of the sentence that has a bare figure after it."""
        for figure in between(scene.reading.figures, scene.start, scene.stop):
            if self._given(scene, figure):
                return

    def _given(self, scene: Scene, figure: Found[Figure]) -> bool:
        for cue in range(figure.start - 1, max(scene.start, figure.start - _REACH), -1):
            norm = scene.norm(cue)
            if norm in _GIVING:
                named = any(scene.norm(i) in _NUMBERS for i in range(cue + 1, figure.start))
                bare = figure.start == cue + 1 and not figure.mention.noun
                return self._add(scene, cue, "estimate", named or bare, noun_end(scene, cue + 1, scene.stop))
            if norm in _HAVING and self._holds_toll(scene, cue + 1, figure.start):
                return self._add(scene, cue, "say", True, noun_end(scene, cue + 1, scene.stop))
            if norm in _CREDITING and scene.norm(figure.start - 1) == "with":
                return self._add(scene, cue, "claim", True, scene.stop)  # "credited X with 40, Y with 50"
        return False

    def _holds_toll(self, scene: Scene, start: int, stop: int) -> bool:
        """*had a higher toll of 30*: a count that is reported, not *a total of 30 seats* that somebody has."""
        tolls = any(scene.norm(i) in _TOLLS for i in range(start, stop))
        return tolls and scene.norm(stop - 1) in ("of", "at")

    def _add(self, scene: Scene, cue: int, act: Act, fits: bool, stop: int) -> bool:
        if any(statement.cue[0] <= cue < statement.cue[1] for statement in scene.statements):
            return True
        subject = self._sources.before(scene.reading, cue, scene.start) if fits else None
        if subject is None or not subject.known or scene.quotes.around(cue) is not None:
            return False
        content = trim(scene.reading, cue + 1, stop)
        if content is None:
            return False
        scene.add((cue, cue + 1), (subject.start, subject.end), content, FIGURE_GIVEN, act=act)
        return True
