"""What the components of a pipeline have read of a document so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kursk_ie.claims.statement import Statement
from kursk_ie.mentions.actors import ActorHit
from kursk_ie.mentions.found import Found
from kursk_ie.mentions.sides import SideHit
from kursk_ie.results import Article, Date, Event, Figure, Issue, Place, Unit
from kursk_ie.text.quotes import Quotation
from kursk_ie.text.sections import Section
from kursk_ie.text.tokens import Tokens


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
        events: finished events.
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
    events: list[Event] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
