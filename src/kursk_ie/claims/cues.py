"""Cues: the words that signal a statement, and whether they stand as verb or as noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from kursk_ie.results import Act
from kursk_ie.text.inflections import inflect_first
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import Tokens
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_name,
)

Part = Literal["verb", "noun", "prep", "adverb", "phrase"]
Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of models/cues.tsv.

    Attributes:
        lemma: the word or phrase.
        part: its part of speech; ``phrase`` hides its source (*it is reported*).
        act: what a speaker does by it.
        frames: the complements it takes: ``that`` a clause, ``np`` a noun phrase, ``to`` an infinitive, ``ing``,
            ``quote``, ``obj`` an addressee first, ``obj-of`` an accused first, or a preposition.
        strong: any subject of it speaks; else the subject must be known as a speaker.
    """

    lemma: str
    part: Part
    act: Act
    frames: frozenset[str]
    strong: bool


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in a text, words ``start`` up to ``end``, in the sense that its neighbours allow."""

    start: int
    end: int
    cue: Cue
    form: Form


class CueLexicon:
    """All cues with all their forms."""

    def __init__(self, cut: Cut) -> None:
        senses: dict[str, list[tuple[Cue, Form]]] = {}
        for row in read_table("cues.tsv", ("cue", "pos", "act", "frames", "strength")):
            if row["act"] not in get_args(Act) or row["pos"] not in get_args(Part):
                raise row.error(f"unknown act or part of speech: {row['act']}, {row['pos']}")
            frames = frozenset(row.many("frames"))
            cue = Cue(
                row["cue"], cast(Part, row["pos"]), cast(Act, row["act"]), frames, row["strength"] == "strong"
            )
            for form in _forms(cue):
                senses.setdefault(form, []).append((cue, _form(form, cue)))
        self._phrases: Phrases[list[tuple[Cue, Form]]] = Phrases(senses.items(), cut)

    def find(self, tokens: Tokens, start: int, stop: int) -> Iterator[CueHit]:
        """Cues between two words, left to right."""
        for begin, end, senses in self._phrases.find(tokens.norms, start, stop):
            hit = _choose(tokens, begin, end, senses, start)
            if hit is not None:
                yield hit


def _forms(cue: Cue) -> list[str]:
    """A verb's forms, a noun's singular and plural, any other cue as it stands."""
    if cue.part == "verb":
        return inflect_first(cue.lemma)
    if cue.part == "noun":
        return [cue.lemma, *(form for form in inflect_first(cue.lemma) if form.endswith("s") and form != cue.lemma)]
    return [cue.lemma]


def _form(surface: str, cue: Cue) -> Form:
    head, lemma = surface.partition(" ")[0], cue.lemma.partition(" ")[0]
    if head == lemma:
        return "base"
    if head.endswith("ing"):
        return "ing"
    return "s" if head.endswith("s") else "past"


def _choose(
    tokens: Tokens, start: int, end: int, senses: list[tuple[Cue, Form]], floor: int
) -> CueHit | None:
    """Verb or noun: what stands before an ambiguous form decides."""
    parts = {cue.part for cue, _ in senses}
    if "prep" in parts and (start == floor or tokens.norms[start - 1] in (",", "–", "—", "(", "while", "without")):
        senses = [sense for sense in senses if sense[0].part == "prep"]
    elif parts & {"verb", "noun"}:
        noun = _stands_as_noun(tokens, start, end, floor, senses)
        wanted: Part = "noun" if noun else "verb"
        senses = [sense for sense in senses if sense[0].part == wanted]
    if not senses:
        return None
    cue, form = senses[0]
    return CueHit(start, end, cue, form)


def _stands_as_noun(
    tokens: Tokens, start: int, end: int, floor: int, senses: list[tuple[Cue, Form]]
) -> bool:
    norms = tokens.norms
    form = senses[0][1]
    parts = {cue.part for cue, _ in senses}
    if parts == {"noun"}:
        return True
    before = norms[start - 1] if start > floor else ""
    if form == "past" and "noun" not in parts:
        # "the reported deaths", "its alleged role": an adjective, neither noun nor verb
        return before in DETERMINERS and before not in ("that", "this", "all", "both", "who", "others", "one", "some", "many")
    if before in POSSESSIVES or before in ("the", "a", "an", "'s", "these", "those", "such", "any", "no", "'"):
        return True
    if form == "ing":
        return False
    if before in PERSONAL_PRONOUNS or before in RELATIVES or before in AUXILIARIES or before in NEGATIONS:
        return False
    if before in ("to",):
        return False
    if before in PREPOSITIONS:
        return True
    if form == "base":
        return _base_is_noun(tokens, start, end, floor, parts)
    if "noun" in parts and start > floor:
        following = norms[end] if end < len(norms) else ""
        if following in AUXILIARIES or following in ("of", "about", "by", "from"):
            return True
        # "media reports say", "early estimates suggest" are nouns; "the ministry reports" is a verb
        if following and not is_adverb(before) and _adjective_like(tokens, start - 1):
            return following in _NOUN_FOLLOWERS
    return "noun" in parts and start == floor


_NOUN_FOLLOWERS = frozenset("say said says suggest suggested suggests indicate indicated claim claimed show showed put have had were are that".split())


def _base_is_noun(tokens: Tokens, start: int, end: int, floor: int, parts: set[Part]) -> bool:
    """*claim*, *report*, *say* bare: a verb after a plural or a name with *and*, else a noun."""
    if "noun" not in parts:
        return False
    if start == floor:
        return True
    before = tokens.norms[start - 1]
    if before == "," or is_adverb(before):
        return False
    if before.endswith("s") and not before.endswith(("ss", "'s", "us")):
        return False
    if before in ("police", "people", "military", "media", "others", "men", "women", "who"):
        return False
    return True


def _adjective_like(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    norm = tokens.norms[index]
    if is_name(word):
        return norm.endswith(("ian", "ese", "ish", "can", "eli", "ean")) and norm != "ukrainian"
    return norm in _REPORT_ADJECTIVES


_REPORT_ADJECTIVES = frozenset(
    """media news press local early initial preliminary unconfirmed official independent western latest recent several
    multiple various intelligence police witness some other foreign conflicting earlier previous conservative""".split()
)
