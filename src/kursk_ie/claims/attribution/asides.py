"""Where the writer speaks on after what somebody said: *…, a claim Kyiv denies*, *…, although …*, *…, but he left*."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.noun_ends import is_predicate
from kursk_ie.claims.attribution.participles import opens_sentence
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.subjects import SubjectFinder
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    COMMON_PAST,
    DETERMINERS,
    PERSONAL_PRONOUNS,
    RELATIVES,
    is_name,
)

FRONTING: Final = frozenset(
    "while although though as after when if since because before once even whereas until despite".split()
)
_MAIN_OPENERS: Final = frozenset(
    {"too", "there", "many", "most", "some", "few", "nobody", "everybody", "people"}
)
_FRONTED_INSIDE: Final = frozenset({"as", "when", "once", "while", "although", "though", "whereas"})
_CLAIM_NOUNS: Final = frozenset(
    """claim charge accusation allegation figure number assertion statement suggestion charges claims allegations
    acknowledgment acknowledgement admission concession remark remarks comment comments reference swipe jab move
    recommendation""".split()
)
_DASH_ASIDES: Final = frozenset({"as", "assuming", "although", "though", "meaning"})
_CONCESSIONS: Final = frozenset({"although", "though"})
_SHORT_CONCESSION: Final = 4  # words of one that stands between the adjectives of a noun
_APPOSED: Final = 5  # words from *a* to the *that* of *…, a move that angered Kyiv*
MIDDLES: Final = frozenset({";", "–", "—", "--", "―"})
CUT_MARKS: Final = MIDDLES | {","}


class Asides:
    """Finds the words where a reported clause gives way to the writer's own."""

    def __init__(self, subjects: SubjectFinder) -> None:
        self._subjects = subjects

    def edges(self, scene: Scene, number: int, at: int) -> list[int]:
        """All such words right of ``at``, where the content of hit ``number`` begins."""
        relative, fronted = self._is_relative(scene, number), self._is_fronted(scene, number, at)
        quotation = scene.quotes.opening.get(at) or scene.quotes.around(at)
        start = at + 1 if quotation is None else quotation.end
        edges, norms, closing = [], scene.norms, scene.quotes.closing
        for index in range(start, scene.stop - 1):
            if norms[index] not in CUT_MARKS and not (closing and index in closing):
                continue  # most texts have no quotation
            edge, following = cut_at(scene, index), index + 1
            if edge is None or scene.quotes.around(index) is not None:
                continue
            if norms[index] in MIDDLES:
                ends = norms[index] != ";" and self._opens_dash(scene, following)
            else:
                ends = (
                    self._names_claim(scene, following)
                    or self._concedes(scene, following)
                    or (norms[following] == "but" and scene.norm(following + 1) in PERSONAL_PRONOUNS)
                    or (relative and self._goes_on(scene, following) and self._has_verb(scene, at, index))
                    or (fronted and self._opens_main(scene, following))
                )
            if ends:
                edges.append(edge)
        return edges

    def _is_relative(self, scene: Scene, number: int) -> bool:
        """*the envoy, who said …*: the cue stands in a relative clause."""
        subject = scene.subjects.get(number)
        before = self._subjects.group_start(scene, scene.hits[number]) - 1
        apart = subject is not None and scene.norm(scene.left_of(subject)) in RELATIVES
        return apart or scene.norm(before) in RELATIVES

    def _is_fronted(self, scene: Scene, number: int, at: int) -> bool:
        """*After he said so, they left*, *Noting that …, she left*: a main clause is still to come."""
        hit, subject = scene.hits[number], scene.subjects.get(number)
        if scene.norm(at) == "," and scene.norm(at + 1) in FRONTING:
            return False  # "As Reuters reported, | if the dam breaks, towns will flood"
        before = scene.stop if subject is None else scene.left_of(subject)
        if scene.norm(before) in _FRONTED_INSIDE and scene.norm(before - 1) not in CUT_MARKS:
            return True
        first = scene.start + (scene.norm(scene.start) in ("and", "but"))
        opens = scene.norm(first) in FRONTING and "," not in scene.norms[scene.start : hit.start]
        return opens or opens_sentence(scene, hit)

    def _names_claim(self, scene: Scene, at: int) -> bool:
        """*…, a claim Kyiv denies*, *…, a move that angered the envoys*, *…, remarks that went unheard*."""
        if scene.norm(at) in _CLAIM_NOUNS:
            return scene.norm(at + 1) in ("that", "which")
        if scene.norm(at) not in ("a", "an"):
            return False
        if any(scene.norm(index) in _CLAIM_NOUNS for index in range(at + 1, at + 4)):
            return True
        return any(scene.norm(index) in ("that", "which") for index in range(at + 2, at + _APPOSED))

    def _opens_dash(self, scene: Scene, at: int) -> bool:
        return scene.norm(at) in _DASH_ASIDES or self._names_claim(scene, at)

    def _concedes(self, scene: Scene, at: int) -> bool:
        """*…, although nobody saw it*; *a crucial, although brief, moment* goes on."""
        if scene.norm(at) == "even":
            return scene.norm(at + 1) == "as"
        return scene.norm(at) in _CONCESSIONS and "," not in scene.norms[at : at + _SHORT_CONCESSION]

    def _has_verb(self, scene: Scene, at: int, comma: int) -> bool:
        """Whether the content is whole at ``comma``: not *that the mayor, under fire, | would leave*."""
        if scene.norm(at) != "that":
            return True
        first = next((index for index in range(at, comma) if scene.norm(index) == ","), comma)
        return is_clause(scene, at, first)

    def _goes_on(self, scene: Scene, at: int) -> bool:
        """*the envoy, who said talks had failed, | left Kyiv*: the verb that a relative clause kept waiting."""
        return is_predicate(scene, at) or any(hit.start == at for hit in scene.hits)

    def _opens_main(self, scene: Scene, at: int) -> bool:
        """Whether a main clause can begin at ``at``."""
        norm = scene.norm(at)
        return (
            norm in PERSONAL_PRONOUNS
            or norm in DETERMINERS
            or norm in _MAIN_OPENERS
            or is_name(scene.reading.tokens.words[at])
        )


def cut_at(scene: Scene, at: int) -> int | None:
    """Where a content ends whose mark stands at ``at``; behind a comma within quotation marks: *"…," he added*."""
    if scene.norm(at) in CUT_MARKS:
        return at
    return at + 1 if at in scene.quotes.closing and scene.norm(at - 1) == "," else None


def is_clause(scene: Scene, start: int, stop: int) -> bool:
    """Whether a finite verb stands there; else an *and* after it joins subjects: *said | he and his aides knew*."""
    norms = scene.norms
    return any(
        norms[at] in AUXILIARIES or norms[at] in COMMON_PAST or norms[at].endswith(("ed", "es"))
        for at in range(max(start, scene.start), min(stop, scene.stop))
    )
