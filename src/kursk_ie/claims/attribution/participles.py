"""The subject that a participle cue has of its own: *footage showing …*, *with X noting*, *Noting that …, X left*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.noun_ends import is_finite
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject

# what is put out by somebody and says something: *released footage alleging that …*
MEDIA: Final = frozenset(
    """footage video videos photo photos photograph photographs image images picture pictures statement message post
    tweet letter report document documents clip recording communique communiqué note tweets posts messages
    letters statements""".split()
)
_PUBLISHING: Final = frozenset(
    """shared released posted published issued circulated uploaded broadcast aired distributed put sent shares releases
    posts publishes issues""".split()
)
_DAY_LEADS: Final = frozenset({"on", "early", "late"})
_PUBLISHING_REACH: Final = 7
# what opens a sentence before a participle whose subject is that of the main clause: *After saying so, he left*
_LEADS: Final = frozenset(
    {"after", "before", "while", "in", "by", "when", "since", "despite", "besides", "though"}
)
# cues that are deeds as often as words: *Counting on rain, the farmers waited*
_OF_DEEDS: Final = frozenset(
    {"count", "see", "view", "show", "find", "put", "read", "judge", "link", "compare"}
)


class ParticipleSubjects:
    """Finds who a cue in *-ing* belongs to, where it is not the one who spoke last."""

    def __init__(self, sources: SourceFinder) -> None:
        self._sources = sources

    def find(self, scene: Scene, number: int) -> Subject | None:
        """The subject of the participle that is hit ``number``."""
        hit = scene.hits[number]
        if scene.norm(hit.start - 1) == "as":
            return self._quoted(scene, number)
        medium = self._before_day(scene, hit.start - 1)
        if scene.norm(medium) in MEDIA:
            return self.publisher(scene, medium) or self._left(scene, hit)
        if "post" in hit.cue.frames:
            return self._left(scene, hit)
        return self._fronted(scene, hit) or self._absolute(scene, hit)

    def publisher(self, scene: Scene, noun: int) -> Subject | None:
        """*He released | footage* that alleges: who put out the medium at word ``noun``."""
        for at in range(noun, max(scene.start, noun - _PUBLISHING_REACH), -1):
            if scene.norm(at) in _PUBLISHING:
                return self._sources.before(scene.reading, at, scene.start)
        return None

    def _left(self, scene: Scene, hit: CueHit) -> Subject | None:
        return self._sources.before(scene.reading, hit.start, scene.start)

    def _before_day(self, scene: Scene, at: int) -> int:
        """*put out tweets early | on Friday | saying*: the word before a day that ends at ``at``."""
        day = scene.reading.date_over(at)
        at = at if day is None else day[0] - 1
        while at > scene.start and scene.norm(at) in _DAY_LEADS:
            at -= 1
        return at

    def _quoted(self, scene: Scene, number: int) -> Subject | None:
        """*Yonhap quoted military sources as saying*: the one quoted speaks."""
        for hit in reversed(scene.hits[:number]):
            if hit.cue.lemma in ("quote", "cite"):
                return self._sources.after(scene.reading, hit.end, scene.hits[number].start - 1)
        return None

    def _absolute(self, scene: Scene, hit: CueHit) -> Subject | None:
        """*…, with the mayor | saying that*: a subject of the participle's own."""
        subject = self._left(scene, hit)
        owns = subject is not None and subject.known and scene.norm(scene.left_of(subject)) == "with"
        return subject if owns else None

    def _fronted(self, scene: Scene, hit: CueHit) -> Subject | None:
        """*Noting that …, | the mayor | left*: the subject of the main clause, right of a comma."""
        if not opens_sentence(scene, hit) or hit.cue.lemma in _OF_DEEDS:
            return None
        for comma in range(hit.end, scene.stop):
            if scene.norm(comma) != ",":
                continue
            subject = self._sources.after(scene.reading, comma + 1, scene.stop)
            if subject is not None and subject.known and self._acts(scene, subject.end):
                return subject
        return None

    def _acts(self, scene: Scene, at: int) -> bool:
        """Whether a verb follows at word ``at``."""
        return (
            is_finite(scene, at) or scene.norm(at).endswith("s") or any(hit.start == at for hit in scene.hits)
        )


def opens_sentence(scene: Scene, hit: CueHit) -> bool:
    """Whether a participle opens its sentence, alone or after *after, while, in*."""
    if hit.form != "ing":
        return False
    return hit.start == scene.start or (hit.start == scene.start + 1 and scene.norm(scene.start) in _LEADS)
