"""Whether the example of a row holds its entry, and whether the entry does there what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kursk_ie.checking.shapes import SHAPES
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.pipeline.reader import ArticleReader
from kursk_ie.results import Article
from kursk_ie.text.inflections import inflect, inflect_first
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.phrases import Phrases
from kursk_ie.text.tables import Row
from kursk_ie.text.tokens import normalise, read_tokens

_NO_ACTOR = "-"


class Examples:
    """Reads examples with all tables in force."""

    def __init__(self, reader: ArticleReader) -> None:
        self._reader = reader

    def faults(self, name: str, row: Row) -> Iterator[str]:
        """What is wrong with the example of a row of the table ``name``."""
        example = row.cells.get("example", "")
        if "example" not in row.cells or (name == "unit_words.tsv" and not example):
            return
        if not example.strip():
            yield "the example is empty: give one sentence that holds the entry"
        elif not self._holds(name, row, example):
            yield f"the example does not hold the entry {row[SHAPES[name].entry]!r}: {example}"
        elif name == "triggers.tsv":
            yield from self._trigger_faults(row, example)
        elif name == "actors.tsv" and row["kind"] != _NO_ACTOR:
            yield from self._actor_faults(row, example)

    def _holds(self, name: str, row: Row, example: str) -> bool:
        tokens = read_tokens(self._reader.tokenizer(example.replace("[", "").replace("]", "")))
        if SHAPES[name].pattern:
            patterns = Patterns([(row["pattern"], True)], inflect)
            return any(patterns.find(tokens.norms, 0, len(tokens)))
        forms = _forms(name, row)
        cut = self._reader.lexicons.cut
        phrases: Phrases[bool] = Phrases((), cut)
        for form in forms:
            phrases.add([normalise(word) for word in cut(form)], True)
        return any(phrases.find(tokens.norms))

    def _trigger_faults(self, row: Row, example: str) -> Iterator[str]:
        events = self._reader.read(Article(text=example)).events
        rule = f"trigger:{row['pattern']}"
        if not any(event.type == row["type"] and rule in event.rules for event in events):
            told = ", ".join(f"{event.type} by {event.rules[0]}" for event in events) or "no event"
            yield f"the example tells {told}, not {row['type']} by this row: {example}"

    def _actor_faults(self, row: Row, example: str) -> Iterator[str]:
        hits = self._reader.lexicons.lexicon(ActorLexicon).find(read_tokens(self._reader.tokenizer(example)))
        names = [hit.actor.name for hit in hits]
        if row["name"] not in names:
            yield f"the example names {', '.join(names) or 'no actor'}, not {row['name']}: {example}"


def _forms(name: str, row: Row) -> Iterable[str]:
    shape = SHAPES[name]
    if name == "cues.tsv":
        return inflect_first(row["cue"])
    return [form for column in (shape.entry, *shape.forms) for form in row.many(column)]
