"""Statements whose content stands left of the cue: *…, X said*, *"…," said X*, *as X said*; and those that run on."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.asides import is_clause
from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import (
    is_end,
    is_occasion,
    skip_adjuncts,
)
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.left_contents import CLAUSE_ENDS, LeftContents
from kursk_ie.claims.attribution.quoted import is_title
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CLOSING_QUOTES,
    DASHES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    TERMINALS,
    is_name,
)

_AFTER_INVERTED: Final = frozenset(
    """, ; — – -- ( who in on during as while at after when and adding citing speaking referring told from by with of
    whose which before because about to that""".split()
)
_RELAY_ACTS: Final = frozenset({"say", "report"})
_CUE_ENDS: Final = frozenset(
    ", ; ( – — -- in on at as while and but after when who during of about citing to with from by".split()
)
_APART: Final = frozenset({";", "while", "but"})
_QUOTED_TERM: Final = 4  # words; shorter quotations count as speech only with a comma, ? or ! inside
_ADJUNCT: Final = 8  # words; a shorter one after a preposition is no clause
_ASKED: Final = frozenset({"whether", "if", "about", "why", "how", "by", "what", "when", "where", "who"})


class TrailingRules:
    """Reads cues that follow their content."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries) -> None:
        self._sources = sources
        self._boundaries = boundaries
        self._contents = LeftContents(sources, boundaries)

    # -- "…," said X -------------------------------------------------------------------------------------------

    def inverted(self, scene: Scene, number: int) -> bool:
        """*"…," said X* and *…, said X, a lawmaker*; true when the cue was read so."""
        hit = scene.hits[number]
        if "quote" not in hit.cue.frames or hit.form == "ing" or hit.start == scene.start:
            return False
        before = scene.norm(hit.start - 1)
        closing = scene.quotes.closing
        quoted = (
            before in CLOSING_QUOTES
            or hit.start - 1 in closing
            or (hit.start - 2 in closing and before == ";")
        )
        if not quoted and (before not in CLAUSE_ENDS or not hit.cue.strong or hit.form == "base"):
            return False
        if quoted and self._sources.quoted_name(scene.reading, hit.start - 1, scene.start) is not None:
            return False
        subject = self._sources.after(scene.reading, hit.end, scene.stop, inverted=True)
        if subject is None or not self._is_next(scene, hit, subject) or self._is_other(scene, subject):
            return False

        if not (subject.known or (hit.cue.strong and quoted)):
            return False
        if not quoted and not self._ends_clause(scene, subject.end):
            return False
        if not quoted and self._has_own_subject(scene, hit) and not self._credits(scene, subject):
            return False
        content = self._contents.read(scene, hit.start, quoted)
        if content is None or not (quoted or self._has_predicate(scene, content)):
            return False
        whole = (
            self._contents.resumed(scene, subject.end, content)
            if quoted
            else self._contents.run_through(scene, number, subject.end, content)
        )
        scene.add(hit, (subject.start, subject.end), whole or content, "inverted")
        return True

    def _has_predicate(self, scene: Scene, content: Range) -> bool:
        """Whether a verb of its own, not of a relative clause, follows a name: not *Ann Lee, the mayor of Uzh*."""
        comma = next((at for at in range(content[0], content[1]) if scene.norm(at) == ","), None)
        if comma is None or not all(is_name(word) for word in scene.reading.tokens.words[content[0] : comma]):
            return True
        return any(
            scene.norm(at - 1) not in RELATIVES and is_clause(scene, at, at + 1)
            for at in range(comma, content[1])
        )

    def _is_other(self, scene: Scene, subject: Subject) -> bool:
        """*found the leak, reported | it*: an object; *Marko, called "Zeta," said | he had*: a clause's subject."""
        first = scene.norm(subject.start)
        return first in ("that", "it") or (
            first in PERSONAL_PRONOUNS and scene.norm(subject.end) in AUXILIARIES
        )

    def _is_next(self, scene: Scene, hit: CueHit, subject: Subject) -> bool:
        """Whether the subject follows the verb at once, but for its article or the office it is the name of."""
        return subject.start - hit.end <= 1 or scene.norm(subject.start - 1) == ","

    def _credits(self, scene: Scene, subject: Subject) -> bool:
        """*Rebels attacked the camp, burning it, reports Zee News.*: an outlet, and nothing is said after it."""
        actor = scene.reading.actor_over(subject.start, subject.end)
        closes = scene.norm(subject.end) == "" or scene.norm(subject.end) in TERMINALS
        return actor is not None and actor.kind == "media" and closes

    def _has_own_subject(self, scene: Scene, hit: CueHit) -> bool:
        """*The Irrawaddy, however, reported 50 dead*: the subject stands left, across an aside."""
        if scene.norm(hit.start - 1) in DASHES and any(
            scene.norm(at) in DASHES for at in range(scene.start, hit.start - 1)
        ):
            return True
        left = self._sources.before(scene.reading, hit.start, scene.start)
        return left is not None and left.known and left.start - scene.start <= 2

    def _ends_clause(self, scene: Scene, at: int) -> bool:
        norm = scene.norm(at)
        return (
            norm == ""
            or (norm.endswith(("ed", "ing")) and len(norm) > 4)
            or norm in _AFTER_INVERTED
            or norm in TERMINALS
            or scene.reading.date_over(at) is not None
        )

    # -- …, X said ---------------------------------------------------------------------------------------------

    def closes_quotation(self, scene: Scene, subject: Subject) -> bool:
        """*"…," X said on Monday at a gala*: a quotation that closes before the subject is the content."""
        at = scene.left_of(subject)
        if at <= scene.start:
            return False
        closed = scene.quotes.closing.get(at)
        if closed is None and scene.norm(at) == ",":
            closed = scene.quotes.closing.get(at - 1)
        if closed is None or is_title(scene.reading, closed):
            return False
        return closed.end - closed.start >= _QUOTED_TERM or scene.norm(closed.end - 1) in (",", "?", "!")

    def trailing(self, scene: Scene, number: int, subject: Subject) -> None:
        """*…, X said.*: when another already owns what stands left, X only passes it on."""
        hit = scene.hits[number]
        edge = scene.left_of(subject)
        before = scene.norm(edge)
        if before == "as":
            self._as_said(scene, number, edge, subject)
            return
        if before not in CLAUSE_ENDS and before not in QUOTE_MARKS:
            return
        source = (subject.start, subject.end)
        relayed = self._relayed(scene, edge, hit) if self._is_final(scene, hit) else None
        if relayed is not None:
            relayed.via.append(source)
            return
        quoted = self.closes_quotation(scene, subject)
        if not quoted and ("aloud" in hit.cue.frames or not self._is_final(scene, hit)):
            return
        content = self._contents.read(scene, edge + (before in QUOTE_MARKS), quoted)
        whole = self._contents.resumed(scene, hit.end, content) if quoted and content is not None else None
        if whole is None and not quoted:
            whole = self._contents.run_through(scene, number, hit.end, content)
        if whole is None and (content is None or (not quoted and not self._may_stand(scene, content))):
            return
        scene.add(hit, source, whole or content, "verb-trailing")

    def _is_final(self, scene: Scene, hit: CueHit) -> bool:
        """Whether nothing is said after the cue, its addressee and adjuncts: *…, X told AFP on Tuesday.*"""
        at = self._contents.past_telling(scene, hit, hit.end)
        following = scene.norm(at)
        return is_end(scene.reading, at, scene.stop) or following in _CUE_ENDS or following.endswith("ing")

    def _may_stand(self, scene: Scene, content: Range) -> bool:
        """Whether words left of a cue can be a statement: not *In the end*, not *Speaking to students*."""
        start, stop = content
        first, following = scene.norm(start), scene.norm(start + 1)
        if stop - start < 3 or (first.endswith("ing") and following != "of"):
            return False
        if first == "asked" and following in _ASKED:
            return False
        if skip_adjuncts(scene.reading, start, stop) >= stop:
            return False
        if first not in PREPOSITIONS:
            return True
        told = stop - start > _ADJUNCT and is_clause(scene, start, stop)
        return told and not is_occasion(scene.reading, start, stop)

    def _as_said(self, scene: Scene, number: int, edge: int, subject: Subject) -> None:
        """*…, as Putin has claimed*: the clause before, whoever else owns it; *As Putin claimed, …*: the one after."""
        hit = scene.hits[number]
        if not hit.cue.strong or (scene.norm(edge - 1) != "," and edge != scene.start):
            return
        last = next((s for s in reversed(scene.statements) if s.content is not None), None)
        if last is not None:
            content = last.content
        elif edge == scene.start:
            content = self._contents.after_comma(scene, number)
        else:
            content = self._contents.read(scene, edge, False)
        if content is not None and content[1] - content[0] >= 3:
            scene.add(hit, (subject.start, subject.end), content, "as-x-said")

    def _relayed(self, scene: Scene, edge: int, hit: CueHit) -> Statement | None:
        """The statement that ends where this trailing cue begins and has a cue of its own."""
        if hit.cue.act not in _RELAY_ACTS:
            return None
        for statement in reversed(scene.statements):
            if statement.content is None or statement.source is None or statement.cue[0] >= edge:
                continue
            last = max(statement.content[1], statement.cue[1])
            if 0 <= edge - last <= 8 and not any(scene.norm(i) in _APART for i in range(last, edge + 1)):
                return statement
        return None
