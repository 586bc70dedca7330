"""Where a content begins and ends: at the clause of the next owner, at a refusal, at asides of the writer."""

from __future__ import annotations

from kursk_ie.claims.contents import is_occasion
from kursk_ie.claims.cues import CueHit
from kursk_ie.claims.scene import Scene
from kursk_ie.claims.sources import SourceFinder, Subject
from kursk_ie.claims.statement import Range
from kursk_ie.claims.subjects import ADDING, SubjectFinder
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PERSONAL_PRONOUNS,
    RELATIVES,
    TERMINALS,
    is_adverb,
    is_name,
)

_FRONTING = frozenset(
    "while although though as after when if since because before once even whereas until despite".split()
)
_MAIN_OPENERS = frozenset({"too", "there", "many", "most", "some", "few", "nobody", "everybody", "people"})
_FRONTED_INSIDE = frozenset({"as", "when", "once", "while", "although", "though", "whereas"})
_CLAIM_NOUNS = frozenset(
    "claim charge accusation allegation figure number assertion statement suggestion charges claims allegations".split()
)
_DASH_ASIDES = frozenset({"as", "assuming", "although", "though", "meaning"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_OCCASION_LEADS = frozenset({"in", "at", "on", "during", "to"})
_RELAYING = frozenset({"according to", "citing", "quoting", "per"})
_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
_CLAUSE_REACH = 8  # words from the start of a clause to its finite verb
_CUT_MARKS = frozenset({",", ";", "–", "—", "--"})
_LEADING = frozenset({",", ";", ".", "and", "but", "while", "whereas", "though", "-", "–", "—", "--"})
# what a writer adds to a reported clause: *…, but offered no proof*
_PROOFS = frozenset(
    {
        "offered",
        "provided",
        "gave",
        "produced",
        "presented",
        "cited",
        "stopped",
        "declined",
        "refused",
        "did",
        "has",
        "had",
    }
)
# subordinators that open the writer's circumstances after a noun-phrase content, a comma before them or not
_CIRCUMSTANCES = frozenset(
    {
        "after",
        "as",
        "while",
        "when",
        "until",
        "before",
        "although",
        "though",
        "because",
        "since",
        "even",
        "during",
        "whereas",
    }
)
_NOUN_ASIDES = RELATIVES | frozenset(
    {"a", "an", "the", "but", "yet", "adding", "his", "her", "its", "their", "where", "so", "or"}
)


class Boundaries:
    """Finds the edges of contents within a sentence."""

    def __init__(self, sources: SourceFinder, subjects: SubjectFinder) -> None:
        self._sources = sources
        self._subjects = subjects

    def left(self, scene: Scene, edge: int) -> int:
        """Where the clause that ends at ``edge`` begins: after the last statement before it, else the sentence."""
        start = scene.start
        for statement in scene.statements:
            if statement.rule == "adverb":
                continue
            ends = [
                part[1] for part in (statement.cue, statement.content, statement.source) if part is not None
            ]
            if start < max(ends) <= edge:
                start = max(ends)
        while start < edge and (scene.norm(start) in _LEADING or self._closes(scene, start)):
            start += 1
        return start

    def right(self, scene: Scene, number: int, at: int) -> int:
        """Where a content that begins at ``at``, after hit ``number``, ends at the latest."""
        edges = [scene.stop, *self._refusals(scene, at), *self._asides(scene, number, at)]
        for later in range(number + 1, len(scene.hits)):
            hit = scene.hits[later]
            if hit.start <= at + 1:
                continue
            edge = self._relay_edge(scene, hit) if hit.cue.part == "prep" else None
            if hit.cue.part == "verb":
                edge = self._owner_edge(scene, later, at)
            if edge is not None:
                edges.append(edge)
                break
        return max(at, min(edges))

    def _asides(self, scene: Scene, number: int, at: int) -> list[int]:
        """Where the writer speaks on: *…, a claim Kyiv denies*, *…, although …*."""
        hit = scene.hits[number]
        subject = scene.subjects.get(number)
        relative = subject is not None and scene.norm(scene.left_of(subject)) in RELATIVES
        relative = relative or scene.norm(self._subjects.group_start(scene, hit) - 1) in RELATIVES
        first = scene.start + (scene.norm(scene.start) in ("and", "but"))
        fronted = scene.norm(first) in _FRONTING and not any(
            scene.norm(i) == "," for i in range(scene.start, hit.start)
        )
        if subject is not None and scene.norm(scene.left_of(subject)) in _FRONTED_INSIDE:
            fronted = fronted or scene.norm(scene.left_of(subject) - 1) not in _CUT_MARKS
        edges = []
        for index in range(at + 1, scene.stop - 1):
            norm, following = scene.norm(index), scene.norm(index + 1)
            if norm in ("–", "—", "--", "―") and following in _DASH_ASIDES:
                edges.append(index)
            if norm != ",":
                continue
            names_claim = following in ("a", "an") and any(
                scene.norm(i) in _CLAIM_NOUNS for i in range(index + 2, index + 5)
            )
            if (
                names_claim
                or following in ("although", "though")
                or relative
                or (fronted and self._opens_main(scene, index + 1))
            ):
                edges.append(index)
        quotation = scene.quotes.opening.get(at) or scene.quotes.around(at)
        return [edge for edge in edges if quotation is None or edge > quotation.end]

    def _opens_main(self, scene: Scene, at: int) -> bool:
        """Whether a main clause can begin at ``at``."""
        norm = scene.norm(at)
        return (
            norm in PERSONAL_PRONOUNS
            or norm in DETERMINERS
            or norm in _MAIN_OPENERS
            or is_name(scene.reading.tokens.words[at])
        )

    def _closes(self, scene: Scene, at: int) -> bool:
        return scene.norm(at) in CLOSING_QUOTES and at in scene.quotes.closing

    def _relay_edge(self, scene: Scene, hit: CueHit) -> int | None:
        """*…, according to X* ends what stands before it."""
        if scene.norm(hit.start - 1) == "," and hit.cue.lemma in _RELAYING:
            return hit.start - 1
        return None

    def _refusals(self, scene: Scene, at: int) -> list[int]:
        """*…, but he declined to comment*: where a refusal sets in; *…, but offered no proof* likewise."""
        edges = []
        for start, _ in scene.declines:
            edge = self._sources.skip_verb_group(scene.reading, start, scene.start) - 1
            if scene.norm(edge) in PERSONAL_PRONOUNS:
                edge -= 1
            if edge > at and scene.norm(edge) in ("but", "and", "while", "yet"):
                edges.append(self._before_comma(scene, edge))
        for index in range(at + 1, scene.stop - 1):
            if scene.norm(index) in ("but", "yet") and scene.norm(index + 1) in _PROOFS:
                edges.append(self._before_comma(scene, index))
        return edges

    def _before_comma(self, scene: Scene, at: int) -> int:
        return at - 1 if scene.norm(at - 1) in _CUT_MARKS else at

    def _owner_edge(self, scene: Scene, later: int, at: int) -> int | None:
        """The word where the clause of a later cue sets in, when that cue has an owner of its own."""
        hit = scene.hits[later]
        subject = self._subjects.own(scene, later)
        if subject is None or subject.start <= at:
            return self._predicate_edge(scene, hit, at)
        if not (subject.known or hit.cue.strong):
            return None
        edge = self._clause_edge(scene, subject)
        return None if edge is not None and self._closes_fronted(scene, at, edge) else edge

    def _closes_fronted(self, scene: Scene, at: int, edge: int) -> bool:
        """*warned that if the dam broke | , towns would flood*: the comma after a clause that opens the content."""
        first = at + (scene.norm(at) == "that")
        if scene.norm(edge) != "," or scene.norm(first) not in _FRONTING:
            return False
        return not any(scene.norm(index) == "," for index in range(first, edge))

    def _clause_edge(self, scene: Scene, subject: Subject) -> int | None:
        edge = scene.left_of(subject)
        before = scene.norm(edge)
        if before in _CUT_MARKS:
            return edge
        if before == "as" and scene.norm(edge - 1) == ",":
            return edge - 1
        if before in CONJUNCTIONS or before in _CONTRASTS:
            if scene.norm(edge - 1) in _CUT_MARKS:
                return edge - 1
            named = scene.norm(subject.start) not in PERSONAL_PRONOUNS
            return edge if before in _CONTRASTS or before == "but" or named else None
        return None

    def _predicate_edge(self, scene: Scene, hit: CueHit, at: int) -> int | None:
        """*…, adding that*, *… and warned that*, *…, as claimed by*: another cue of the same speaker."""
        before = scene.norm(hit.start - 1)
        if hit.form == "ing":
            return hit.start - 1 if before in _CUT_MARKS and hit.cue.lemma in ADDING else None
        start = self._subjects.group_start(scene, hit)
        joined = start - 1 > at and scene.norm(start - 1) in ("and", "but", "yet")
        plain = joined and hit.form in ("past", "s")
        if plain and scene.norm(start - 2) == ",":
            return start - 2
        speaks = hit.cue.strong or hit.cue.lemma in ADDING or "obj-to" in hit.cue.frames
        if plain and (speaks or scene.norm(hit.end) == "that"):
            return self._before_comma(scene, start - 1)
        if hit.form == "past" and before == "as" and scene.norm(hit.start - 2) == ",":
            return hit.start - 2
        return None

    def noun_end(self, scene: Scene, start: int, stop: int) -> int:
        """Where a content that is a noun phrase ends: before the writer's own clauses and asides."""
        at = start
        while at < stop:
            quotation = scene.quotes.opening.get(at)
            if quotation is not None and at < quotation.end <= stop:
                at = quotation.end
            elif at > start and self._ends_noun(scene, at, stop):
                if scene.norm(start) != "to" or (scene.norm(at), scene.norm(at + 1)) != (",", "which"):
                    return at
                at += 1  # "to form a force, which would include the army": what the speaker has in mind
            else:
                at += 1
        return stop

    def _ends_noun(self, scene: Scene, at: int, stop: int) -> bool:
        norm, following = scene.norm(at), scene.norm(at + 1)
        if norm == ",":
            if following == "including":
                return False
            aside = following in _NOUN_ASIDES or following in _CIRCUMSTANCES or following.endswith("ing")
            if following == "and" and self._opens_clause(scene, at + 2, stop):
                return True
            return aside or (following in ("and", "which") and self._is_predicate(scene, at + 2))
        if norm in ("–", "—", "--"):
            return True
        if norm == "-":
            return self._is_dash(scene, at)
        if norm in _OCCASION_LEADS:
            return norm == "during" or is_occasion(scene.reading, at, stop)
        if norm in _CIRCUMSTANCES:
            return self._opens_circumstance(scene, at, stop)
        if norm == "and" and scene.norm(at - 1).endswith("ed") and scene.norm(at + 1).endswith("ed"):
            return False  # "called the charges unfounded | and fabricated"
        return norm in ("and", "but", "yet") and self._is_predicate(scene, at + 1)

    def _opens_clause(self, scene: Scene, at: int, stop: int) -> bool:
        """Whether a new main clause begins at ``at``: a subject with its finite verb before the next comma."""
        norm = scene.norm(at)
        if norm not in PERSONAL_PRONOUNS and norm not in ARTICLES and norm not in _OWNERS:
            return False
        for index in range(at + 1, min(stop, at + _CLAUSE_REACH)):
            if scene.norm(index) == "," or scene.norm(index) in RELATIVES:
                return False
            if self._is_finite(scene, index):
                return True
        return False

    def _is_dash(self, scene: Scene, at: int) -> bool:
        tokens = scene.reading.tokens
        return tokens.ends[at - 1] < tokens.starts[at]

    def _opens_circumstance(self, scene: Scene, at: int, stop: int) -> bool:
        """*as he left, after she attacked*: a subject and a verb follow; *as a disgrace* has none."""
        norm = scene.norm(at)
        if norm in ("during", "although", "though", "whereas", "while", "when", "because", "until"):
            return True
        if norm == "even":
            return scene.norm(at + 1) in ("as", "though", "after")
        following = scene.norm(at + 1)
        if following in PERSONAL_PRONOUNS:
            return True
        if norm in ("after", "before", "since"):
            return scene.reading.date_over(at + 1) is None and not following.isdigit()
        name = is_name(scene.reading.tokens.words[at + 1]) if at + 1 < stop else False
        third_person = norm == "as" and scene.norm(at + 2).endswith("s") and scene.norm(at + 2) != "'s"
        return name and (
            third_person or any(self._is_finite(scene, i) for i in range(at + 2, min(stop, at + 5)))
        )

    def _is_predicate(self, scene: Scene, at: int) -> bool:
        """Whether a finite verb without subject stands at ``at``, adverbs aside."""
        at += is_adverb(scene.norm(at))
        norm = scene.norm(at)
        return (norm in AUXILIARIES and norm not in ("may", "will")) or (
            self._is_finite(scene, at) and not self._modifies(scene, at)
        )

    def _is_finite(self, scene: Scene, at: int) -> bool:
        norm = scene.norm(at)
        return norm in AUXILIARIES or (norm.endswith("ed") and len(norm) > 4) or norm in COMMON_PAST

    def _modifies(self, scene: Scene, at: int) -> bool:
        """*armed and trained | men*: a participle before a noun."""
        following = scene.norm(at + 1)
        return (following.endswith("s") and following not in ("his", "its", "this")) or following in (
            "",
            ",",
            ".",
        )


COMMON_PAST = frozenset(
    """began came went took made gave got became fell held kept left lost met ran saw sent stood told won brought built
    caught fought found knew led paid put rose said set shot struck""".split()
)


def trim_marks(scene: Scene, start: int, stop: int) -> Range | None:
    """The range without a stop or comma at its end."""
    while stop > start and scene.norm(stop - 1) in TERMINALS | DASHES | {","}:
        stop -= 1
    return (start, stop) if stop > start else None
