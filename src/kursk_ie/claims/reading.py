"""What the components of a pipeline have read of a document so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kursk_ie.claims.drafts import EventDraft, Verdict
from kursk_ie.claims.statement import Statement
from kursk_ie.mentions.actors import Actor, ActorHit
from kursk_ie.mentions.found import Found, between, first_from
from kursk_ie.mentions.sides import SideHit
from kursk_ie.results import Article, Date, Figure, Issue, Place, SpeakerKind, Unit
from kursk_ie.text.quotes import Quotation
from kursk_ie.text.sections import READ_KINDS, Section, SectionKind
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import CLOSING_QUOTES, TERMINALS


def _sentence_of(statement: Statement) -> int:
    return statement.sentence


@dataclass(slots=True)
class Reading:
    """The state that components share: each reads what stands before it and adds its own part.

    Attributes:
        article: the article as the caller gave it.
        tokens: its words.
        sections, sentences, quotations: the page's structure, as word ranges.
        dates, figures, units, places: mentions with the words they cover, in text order.
        actors, sides: who can speak and who fights, in text order.
        statements: attributed statements, in text order.
        verdicts: what the text says of the truth of its claims.
        drafts: events, before they are frozen.
        issues: what could not be done.
    """

    article: Article
    tokens: Tokens
    sections: Sequence[Section] = ()
    sentences: Sequence[tuple[int, int]] = ()
    quotations: Sequence[Quotation] = ()
    dates: list[Found[Date]] = field(default_factory=list)
    figures: list[Found[Figure]] = field(default_factory=list)
    units: list[Found[Unit]] = field(default_factory=list)
    places: list[Found[Place]] = field(default_factory=list)
    actors: list[ActorHit] = field(default_factory=list)
    sides: list[SideHit] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    drafts: list[EventDraft] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    _kinds: list[SectionKind] = field(default_factory=list)
    _spans: dict[str, dict[int, tuple[int, int]]] = field(default_factory=dict)

    def date_over(self, word: int) -> tuple[int, int] | None:
        """Words of the date that covers ``word``, if one does."""
        return self._over("dates", word)

    def place_over(self, word: int) -> tuple[int, int] | None:
        """Words of the place that covers ``word``, if one does."""
        return self._over("places", word)

    def figure_over(self, word: int) -> tuple[int, int] | None:
        """Words of the figure that covers ``word``, if one does."""
        return self._over("figures", word)

    def actor_over(self, start: int, end: int) -> Actor | None:
        """The last known actor whose words lie between two words."""
        at = first_from(self.actors, end) - 1
        while at >= 0 and self.actors[at].start >= start:
            if self.actors[at].end <= end:
                return self.actors[at].actor
            at -= 1
        return None

    def side_over(self, start: int, end: int) -> str | None:
        """Code of the first side that is named between two words."""
        at = first_from(self.sides, start)
        return self.sides[at].code if at < len(self.sides) and self.sides[at].start < end else None

    def actors_between(self, start: int, end: int) -> Sequence[ActorHit]:
        """Actors whose first word lies between two words."""
        return between(self.actors, start, end)

    def statements_of(self, sentence: int) -> Sequence[Statement]:
        """Statements whose cue stands in a sentence."""
        return self.statements[
            bisect_left(self.statements, sentence, key=_sentence_of) : bisect_right(
                self.statements, sentence, key=_sentence_of
            )
        ]

    def sides_between(self, start: int, end: int) -> Sequence[SideHit]:
        """Sides whose first word lies between two words."""
        return between(self.sides, start, end)

    def kind_of(self, words: tuple[int, int]) -> SpeakerKind:
        """Kind of the known actor among these words, ``unknown`` where there is none."""
        actor = self.actor_over(*words)
        return actor.kind if actor is not None else "unknown"

    def is_read(self, sentence: int) -> bool:
        """Whether statements and events are read from this sentence: body and headlines, not captions or furniture."""
        return self.section_of(sentence) in READ_KINDS

    def section_of(self, sentence: int) -> SectionKind:
        """Kind of the section that holds this sentence."""
        if len(self._kinds) != len(self.sentences):
            self._kinds = list(self._section_kinds())
        return self._kinds[sentence]

    def headline_sentences(self) -> frozenset[int]:
        """Sentences that read as headlines: in a headline section, or a first line without a full stop."""
        found = set()
        for index, (_, stop) in enumerate(self.sentences):
            kind = self.section_of(index)
            last = self.tokens.norms[stop - 1]
            alone = (stop < len(self.tokens) and self.tokens.breaks[stop] > 0) or stop == len(self.tokens)
            if kind == "headline" or (
                kind == "body" and alone and last not in TERMINALS and last not in CLOSING_QUOTES
            ):
                found.add(index)
        return frozenset(found)

    def _section_kinds(self) -> Iterator[SectionKind]:
        sections = iter(self.sections)
        section = next(sections, None)
        for start, _ in self.sentences:
            while section is not None and section.end <= start:
                section = next(sections, None)
            yield section.kind if section is not None else "body"

    def _over(self, name: str, word: int) -> tuple[int, int] | None:
        spans = self._spans.get(name)
        if spans is None:
            found: list[Found[Any]] = getattr(self, name)
            spans = {at: (hit.start, hit.end) for hit in found for at in range(hit.start, hit.end)}
            self._spans[name] = spans
        return spans.get(word)
