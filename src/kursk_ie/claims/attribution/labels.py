"""The label of a kind or topic before a headline: *Ukraine war: Kyiv says …*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.scene import Scene

_LONGEST_LABEL: Final = 7
# what names the kind or topic of an article before a colon, not who speaks in it
LABELS: Final = frozenset(
    """analysis opinion video live editorial review comment interview letter letters column podcast briefing news update
    updates war crisis explainer exclusive report reports watch photos factbox timeline profile poll-tracker world media
    press breaking papers diary diaries map maps tracker warning after guide quiz cartoon note notes latest round-up
    invasion conflict""".split()
)


def label_end(scene: Scene) -> int:
    """*Ukraine war: | Kyiv says …*: where a headline begins after the label of its topic."""
    for at in range(scene.start + 1, min(scene.start + _LONGEST_LABEL, scene.stop)):
        if scene.norm(at) == ":":
            return at + 1 if scene.norm(at - 1) in LABELS else scene.start
    return scene.start
