"""What the components of a pipeline have read of a document so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from kursk_ie.claims.drafts import EventDraft, Verdict
from kursk_ie.claims.statement import Range, Statement
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

    def __init__(self, article: Article, tokens: Tokens) -> None:
        self.article = article
        self.tokens = tokens
        self.sections: list[Section] = []
        self.sentences: list[Range] = []
        self.quotations: list[Quotation] = []
        self.dates: list[Found[Date]] = []
        self.figures: list[Found[Figure]] = []
        self.units: list[Found[Unit]] = []
        self.places: list[Found[Place]] = []
        self.actors: list[ActorHit] = []
        self.sides: list[SideHit] = []
        self.statements: list[Statement] = []
        self.verdicts: list[Verdict] = []
        self.drafts: list[EventDraft] = []
        self.issues: list[Issue] = []
        self._kinds: list[SectionKind] = []
        self._dated: dict[int, Range] | None = None
        self._placed: dict[int, Range] | None = None
        self._counted: dict[int, Range] | None = None

    def date_over(self, word: int) -> Range | None:
        """Words of the date that covers ``word``, if one does."""
        if self._dated is None:
            self._dated = _by_word(self.dates)
        return self._dated.get(word)

    def place_over(self, word: int) -> Range | None:
        """Words of the place that covers ``word``, if one does."""
        if self._placed is None:
            self._placed = _by_word(self.places)
        return self._placed.get(word)

    def figure_over(self, word: int) -> Range | None:
        """Words of the figure that covers ``word``, if one does."""
        if self._counted is None:
            self._counted = _by_word(self.figures)
        return self._counted.get(word)

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

    def actors_between(self, start: int, end: int) -> list[ActorHit]:
        """Actors whose first word lies between two words."""
        return between(self.actors, start, end)

    def statements_of(self, sentence: int) -> list[Statement]:
        """Statements whose cue stands in a sentence."""
        return self.statements[
            bisect_left(self.statements, sentence, key=_sentence_of) : bisect_right(
                self.statements, sentence, key=_sentence_of
            )
        ]

    def sides_between(self, start: int, end: int) -> list[SideHit]:
        """Sides whose first word lies between two words."""
        return between(self.sides, start, end)

    def kind_of(self, words: Range) -> SpeakerKind:
        """Kind of the known actor among these words, ``unknown`` where there is none."""
        actor = self.actor_over(*words)
        return actor.kind if actor is not None else "unknown"

    def is_read(self, sentence: int) -> bool:
        """Whether statements and events are read from this sentence: body and headlines, not captions or furniture."""
        return self.section_of(sentence) in READ_KINDS

    def section_of(self, sentence: int) -> SectionKind:
        """Kind of the section that holds this sentence."""
        if len(self._kinds) != len(self.sentences):
            self._kinds = self._section_kinds()
        return self._kinds[sentence]

    def headline_sentences(self) -> set[int]:
        """Sentences that read as headlines: in a headline section, or a first line without a full stop."""
        return {index for index in range(len(self.sentences)) if self._is_headline(index)}

    def _is_headline(self, sentence: int) -> bool:
        kind, stop = self.section_of(sentence), self.sentences[sentence][1]
        if kind != "body":
            return kind == "headline"
        last, breaks = self.tokens.norms[stop - 1], self.tokens.breaks
        alone = stop == len(breaks) or breaks[stop] > 0
        return alone and last not in TERMINALS and last not in CLOSING_QUOTES

    def _section_kinds(self) -> list[SectionKind]:
        kinds: list[SectionKind] = []
        sections, at = self.sections, 0
        for start, _ in self.sentences:
            while at < len(sections) and sections[at].end <= start:
                at += 1
            kinds.append(sections[at].kind if at < len(sections) else "body")
        return kinds


def _by_word(found: list[Found[Any]]) -> dict[int, Range]:
    """By each word that one of these covers, all the words that it covers."""
    return {at: (hit.start, hit.end) for hit in found for at in range(hit.start, hit.end)}
