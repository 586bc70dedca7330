"""One sentence while its cues are read: the hits, and the statements found so far."""

from __future__ import annotations

from kursk_ie.claims.attribution.cues import CueHit
from kursk_ie.claims.attribution.quoted import Quotes
from kursk_ie.claims.attribution.sources import Subject
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.results import Act
from kursk_ie.text.wordclasses import QUOTE_MARKS


class Scene:
    """A sentence, words ``start`` up to ``stop``, with its cue hits in order.

    ``subjects`` keeps, by the index of a hit, the subject found left of its verb, because the extent of one
    statement depends on where the next one's subject begins.
    """

    __slots__ = (
        "declines", "headline", "hits", "index", "norms", "quotes", "reading", "start", "statements", "stop",
        "subjects",
    )  # fmt: skip

    def __init__(
        self, reading: Reading, quotes: Quotes, index: int, start: int, stop: int, headline: bool
    ) -> None:
        self.reading = reading
        self.norms = reading.tokens.norms
        self.quotes = quotes
        self.index = index
        self.start = start
        self.stop = stop
        self.headline = headline
        self.hits: list[CueHit] = []
        self.declines: list[Range] = []
        self.subjects: dict[int, Subject | None] = {}
        self.statements: list[Statement] = []

    def norm(self, at: int) -> str:
        """The word at ``at``, empty outside the sentence."""
        return self.norms[at] if self.start <= at < self.stop else ""

    def left_of(self, subject: Subject) -> int:
        """The word left of a subject, its office and its article."""
        at = (subject.start if subject.office is None else subject.office) - 1
        return at - 1 if self.norm(at) == "the" else at

    def outer(self, word: int) -> Statement | None:
        """The innermost statement of this sentence whose content holds ``word``."""
        best: Statement | None = None
        for statement in self.statements:
            content = statement.content
            if content is None or not content[0] <= word < content[1]:
                continue
            if best is None or best.content is None or content[0] >= best.content[0]:
                best = statement
        return best

    def add(
        self,
        hit: CueHit | Range,
        source: Range | None,
        content: Range | None,
        rule: str,
        act: Act | None = None,
        via: list[Range] | None = None,
    ) -> Statement:
        """Record a statement; a bare range as cue *says*, unless ``act`` is given."""
        cue = (hit.start, hit.end) if isinstance(hit, CueHit) else hit
        if source is not None and self.norm(source[0]) in QUOTE_MARKS:
            source = (source[0] + 1, source[1] - 1)  # a quoted name
        own_act: Act = hit.cue.act if isinstance(hit, CueHit) else "say"
        statement = Statement(self.index, cue, source, content, act or own_act, rule)
        statement.via = via or []
        if content is not None:
            statement.quote = self.quotes.kind(self.reading, content)
        self.statements.append(statement)
        return statement
