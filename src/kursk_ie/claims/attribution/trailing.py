"""Statements whose content stands left of the cue: *…, X said*, *"…," said X*, *as X said*; and those that run on."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.boundaries import Boundaries
from kursk_ie.claims.attribution.contents import (
    MEDIA_NOUNS,
    addressee_end,
    is_end,
    is_occasion,
    skip_adjuncts,
    trim,
)
from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.quoted import is_title
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.attribution.sources import SourceFinder, Subject
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.text.quotes import Quotation
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CLOSING_QUOTES,
    DASHES,
    INTRODUCERS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    TERMINALS,
    is_name,
)

_CLAUSE_ENDS: Final = frozenset({",", "–", "—", "-", "--", ";", "?", "!"})
_RESUMING: Final = _CLAUSE_ENDS | {":", "that"}
_AFTER_INVERTED: Final = frozenset(
    """, ; — – -- ( who in on during as while at after when and adding citing speaking referring told from by with of
    whose which before because about to that""".split()
)
_RELAY_ACTS: Final = frozenset({"say", "report"})
_NO_RESUMPTION: Final = frozenset(
    """adding citing and but noting who while after as though although which whose when quoting because before where
    or yet so""".split()
)
_CUE_ENDS: Final = frozenset(
    ", ; ( – — -- in on at as while and but after when who during of about citing to with from by".split()
)
_APART: Final = frozenset({";", "while", "but"})
_JOINERS: Final = frozenset({"and", "but", "because", "so", "yet"})
# "even if", "only when": adverbs before a subordinator that fronts a clause
_FOCUS: Final = frozenset({"even", "only", "just", "so", "and", "but"})
# what goes on with a statement after its cue: *…, she said, since …*
_TAILS: Final = frozenset(
    {"since", "compared", "including", "unless", "especially", "particularly", "despite", "rather"}
)
_QUOTED_TERM: Final = 4  # words; shorter quotations count as speech only with a comma, ? or ! inside
_CLAUSE: Final = 3  # words that can be a statement whole
_ASKED: Final = frozenset({"whether", "if", "about", "why", "how", "by", "what", "when", "where", "who"})
_REACH: Final = 25  # words from a cue to the quotation that goes on


class TrailingRules:
    """Reads cues that follow their content."""

    def __init__(self, sources: SourceFinder, boundaries: Boundaries) -> None:
        self._sources = sources
        self._boundaries = boundaries

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
        if not quoted and (before not in _CLAUSE_ENDS or not hit.cue.strong or hit.form == "base"):
            return False
        subject = self._sources.after(scene.reading, hit.end, scene.stop, inverted=True)
        if subject is None or not self._is_next(scene, hit, subject) or self._is_other(scene, subject):
            return False

        if not (subject.known or (hit.cue.strong and quoted)):
            return False
        if not quoted and (not self._ends_clause(scene, subject.end) or self._has_own_subject(scene, hit)):
            return False
        content = self.left(scene, hit.start, quoted)
        if content is None:
            return False
        whole = (
            self._resumed(scene, subject.end, content)
            if quoted
            else self._run_through(scene, number, subject.end, content)
        )
        scene.add(hit, (subject.start, subject.end), whole or content, "inverted")
        return True

    def _is_other(self, scene: Scene, subject: Subject) -> bool:
        """*found the leak, reported | it*: an object; *Marko, called "Zeta," said | he had*: a clause's subject."""
        first = scene.norm(subject.start)
        return first in ("that", "it") or (
            first in PERSONAL_PRONOUNS and scene.norm(subject.end) in AUXILIARIES
        )

    def _is_next(self, scene: Scene, hit: CueHit, subject: Subject) -> bool:
        """Whether the subject follows the verb at once, but for its article or the office it is the name of."""
        return subject.start - hit.end <= 1 or scene.norm(subject.start - 1) == ","

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
            self._as_said(scene, hit, edge, subject)
            return
        if before not in _CLAUSE_ENDS and before not in QUOTE_MARKS:
            return
        source = (subject.start, subject.end)
        relayed = self._relayed(scene, edge, hit) if self._is_final(scene, hit) else None
        if relayed is not None:
            relayed.via.append(source)
            return
        quoted = self.closes_quotation(scene, subject)
        if not quoted and not self._is_final(scene, hit):
            return
        content = self.left(scene, edge + (before in QUOTE_MARKS), quoted)
        whole = self._resumed(scene, hit.end, content) if quoted and content is not None else None
        if whole is None and not quoted:
            whole = self._run_through(scene, number, hit.end, content)
        if whole is None and (content is None or (not quoted and not self._may_stand(scene, content))):
            return
        scene.add(hit, source, whole or content, "verb-trailing")

    def _is_final(self, scene: Scene, hit: CueHit) -> bool:
        """Whether nothing is said after the cue, its addressee and adjuncts: *…, X told AFP on Tuesday.*"""
        at = hit.end
        if "obj" in hit.cue.frames and self._is_addressee(scene, at):
            at = addressee_end(scene.reading, at, scene.stop)
        at = skip_adjuncts(scene.reading, min(at, scene.stop), scene.stop)
        following = scene.norm(at)
        return is_end(scene.reading, at, scene.stop) or following in _CUE_ENDS or following.endswith("ing")

    def _is_addressee(self, scene: Scene, at: int) -> bool:
        """Whether a person or outlet, not *another story*, follows *told*."""
        words = scene.reading.tokens.words[at : at + 4]
        norms = [scene.norm(index) for index in range(at, at + 4)]
        if norms[0] == ",":
            return False
        return any(
            norm in OBJECT_PRONOUNS or norm in MEDIA_NOUNS or self._sources.is_head(norm) for norm in norms
        ) or any(is_name(word) for word in words)

    def _may_stand(self, scene: Scene, content: Range) -> bool:
        """Whether words left of a cue can be a statement: not *In the end*, not *Speaking to students*."""
        first = scene.norm(content[0])
        adjunct = (first in PREPOSITIONS and content[1] - content[0] <= 8) or (
            first.endswith("ing") and scene.norm(content[0] + 1) != "of"
        )
        asked = first == "asked" and scene.norm(content[0] + 1) in _ASKED
        occasion = first in PREPOSITIONS and is_occasion(scene.reading, content[0], content[1])
        adjunct = adjunct or asked or occasion
        return content[1] - content[0] >= 3 and not adjunct

    def _as_said(self, scene: Scene, hit: CueHit, edge: int, subject: Subject) -> None:
        """*…, as Putin has claimed*: the content is the clause before, whoever else owns it."""
        if not hit.cue.strong or (scene.norm(edge - 1) != "," and edge != scene.start):
            return
        last = next((s for s in reversed(scene.statements) if s.content is not None), None)
        content = last.content if last is not None else self.left(scene, edge, False)
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

    # -- extents -----------------------------------------------------------------------------------------------

    def left(self, scene: Scene, edge: int, quoted: bool) -> Range | None:
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

    def _resumed(self, scene: Scene, at: int, content: Range) -> Range | None:
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

    def _run_through(self, scene: Scene, number: int, at: int, content: Range | None) -> Range | None:
        """*The bridge, he said, was gone* and *In May, he said, the bridge fell*: the content runs on after the cue."""
        if content is None:
            return None
        comma = skip_adjuncts(scene.reading, at, scene.stop)
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

    def _is_fronted(self, scene: Scene, at: int) -> bool:
        """*In May*, *Even if it rains*: no clause yet that could be a statement."""
        at += scene.norm(at) in _FOCUS
        return scene.norm(at) in INTRODUCERS

    def _relative_before(self, scene: Scene, content: Range) -> int:
        """*…the park, which, he said, is closed*: only the relative clause is his."""
        last = content[1] - 1
        return last if scene.norm(last) in RELATIVES and last > content[0] else content[0]
