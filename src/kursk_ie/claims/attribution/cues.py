"""Cues: the words that signal a statement, and whether they stand as verb or as noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from kursk_ie.claims.attribution.cue_senses import Cue, Form, Part, SenseChooser, Senses
from kursk_ie.results import Act
from kursk_ie.text.inflections import inflect_first
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens


class CueHit:
    """A cue in a text, words ``start`` up to ``end``, in the sense that its neighbours allow.

    ``group`` is the first word of the verb group that it ends; -1 until somebody asks `SubjectFinder`.
    """

    __slots__ = ("cue", "end", "form", "group", "start")

    def __init__(self, start: int, end: int, cue: Cue, form: Form) -> None:
        self.start = start
        self.end = end
        self.cue = cue
        self.form = form
        self.group = -1


class CueLexicon:
    """All cues with all their forms."""

    def __init__(self, cut: Cut, is_head: Callable[[str], bool]) -> None:
        """Read models/cues.tsv; ``is_head`` tells the nouns that can speak.

        Raises:
            LexiconError: an unknown act or part of speech in the table.
        """
        self._senses = SenseChooser(is_head)
        senses: dict[str, Senses] = {}
        for row in read_table("cues.tsv", ("cue", "pos", "act", "frames", "strength")):
            if row["act"] not in get_args(Act) or row["pos"] not in get_args(Part):
                raise row.error(f"unknown act or part of speech: {row['act']}, {row['pos']}")
            frames = frozenset(row.many("frames"))
            cue = Cue(
                row["cue"], cast(Part, row["pos"]), cast(Act, row["act"]), frames, row["strength"] == "strong"
            )
            for form in _forms(cue):
                senses.setdefault(form, {}).setdefault(cue.part, (cue, _form(form, cue)))
        self._phrases: Phrases[Senses] = Phrases(senses.items(), cut)

    def find(self, tokens: Tokens, start: int, stop: int) -> list[CueHit]:
        """Cues between two words, left to right."""
        hits = []
        for begin, end, senses in self._phrases.find(tokens.norms, start, stop):
            kept = self._senses.choose(tokens, begin, end, senses, start)
            if kept is not None:
                hits.append(CueHit(begin, end, kept[0], kept[1]))
        return hits


def _forms(cue: Cue) -> list[str]:
    """A verb's forms, a noun's singular and plural, any other cue as it stands."""
    if cue.part == "verb":
        return inflect_first(cue.lemma)
    if cue.part == "noun":
        return [
            cue.lemma,
            *(form for form in inflect_first(cue.lemma) if form.endswith("s") and form != cue.lemma),
        ]
    return [cue.lemma]


def _form(surface: str, cue: Cue) -> Form:
    head, lemma = surface.partition(" ")[0], cue.lemma.partition(" ")[0]
    if head == lemma:
        return "base"
    if head.endswith("ing"):
        return "ing"
    return "s" if head.endswith("s") else "past"
