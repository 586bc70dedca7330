"""Actors: institutions, media and persons that speak in the news, and the nouns that make a phrase a speaker.

An institution is known by its name wherever it stands. A person is known by the full name, and by the surname
alone where it is nobody else's. A form that is a word, a place or a common name too (`needs_full` in the table)
counts where the full name stands in the text, or where the person's own title stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from kursk_ie.mentions.sides import SMALL_WORDS, Names
from kursk_ie.results import SpeakerKind
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens, normalise

_COLUMNS = ("name", "aliases", "kind", "side", "role", "needs_full")
_HEAD_COLUMNS = ("noun", "plural", "kind")
_NO_ACTOR = "-"
_RANKS = {
    "gen.": "general",
    "gen": "general",
    "col.": "colonel",
    "adm.": "admiral",
    "sgt.": "sergeant",
    "gov.": "governor",
    "sen.": "senator",
    "rep.": "representative",
    "pm": "minister",
    "mp": "lawmaker",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """One who can speak.

    Attributes:
        name: the canonical, fullest name.
        kind: what the speaker is.
        side: code of the side it belongs to, as in the side lexicon; empty where it has none.
        role: office of a person (*president*, *spokesman*…); empty for the rest.
    """

    name: str
    kind: SpeakerKind
    side: str
    role: str


@dataclass(frozen=True, slots=True)
class ActorHit:
    """Words ``start`` up to, not including, ``end`` name the actor."""

    start: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that makes an unknown noun phrase a speaker: its singular, the kind of speaker, its number."""

    noun: str
    kind: SpeakerKind
    plural: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """Whom a form names: ``owner`` on sight, or one of ``candidates`` once named in full; else nobody.

    ``titled``: it begins with *The*, and a capital after it would make another name (*The Sun Belt*).
    """

    owner: Actor | None
    candidates: tuple[Actor, ...]
    titled: bool


class ActorLexicon:
    """The actors of ``models/actors.tsv`` and the nouns of ``models/speaker_heads.tsv``."""

    def __init__(self, cut: Cut) -> None:
        """Read both tables; ``cut`` is the pipeline's tokenizer.

        Raises:
            LexiconError: a table is missing or broken, or names an unknown kind.
        """
        owners: dict[str, Actor | None] = {}
        candidates: dict[str, tuple[Actor, ...]] = {}
        for row in read_table("actors.tsv", _COLUMNS):
            if row["kind"] == _NO_ACTOR:
                owners[row["name"]] = None
                continue
            actor = Actor(row["name"], _kind(row), row["side"], row["role"])
            for form in (row["name"], *row.many("aliases")):
                owners.setdefault(form, actor)
            for form in row.many("needs_full"):
                candidates[form] = (*candidates.get(form, ()), actor)
        forms = dict.fromkeys((*owners, *candidates))
        self._names = Names(
            (
                (form, _Entry(owners.get(form), candidates.get(form, ()), form[:4] == "The "))
                for form in forms
            ),
            cut,
        )
        self._roles = {actor: _role_words(actor) for actors in candidates.values() for actor in actors}
        self._heads = dict(_heads())

    def find(self, tokens: Tokens) -> list[ActorHit]:
        """The actors named in a text, in text order, the longest name at each place, *the* left out."""
        found = [
            (start + (tokens.norms[start] == "the"), end, entry)
            for start, end, entry in self._names.find(tokens)
            if not (entry.titled and _titled(tokens, end))
        ]
        full = [(start, entry.owner) for start, _, entry in found if entry.owner is not None]
        hits: list[ActorHit] = []
        for start, end, entry in found:
            actor = entry.owner
            if entry.candidates:
                actor = self._resolve(tokens, start, entry, full) or actor
            if actor is not None:
                hits.append(ActorHit(start, end, actor))
        return hits

    def head(self, norm: str) -> HeadNoun | None:
        """The speaker noun of which this normalised word, or words with one blank between, is a form."""
        return self._heads.get(norm)

    def _resolve(
        self, tokens: Tokens, start: int, entry: _Entry, full: list[tuple[int, Actor]]
    ) -> Actor | None:
        """Whom a form that needs the full name means: whose title stands before it, or who was named last.

        A headline holds the short form before the text gives the name: then the first one named after it.
        """
        before = "" if start == 0 or tokens.breaks[start] else tokens.words[start - 1]
        word = normalise(before)
        title = _RANKS.get(word, word)
        candidates = [actor for actor in entry.candidates if title in self._roles[actor]]
        if len(candidates) == 1:
            return candidates[0]
        if not candidates and before.istitle() and word not in SMALL_WORDS and self.head(word) is None:
            return None  # a first name, then: it is somebody else's surname
        possible = frozenset(candidates or entry.candidates)
        named = [(at, actor) for at, actor in full if actor in possible]
        earlier = [actor for at, actor in named if at < start]
        if earlier:
            return earlier[-1]
        return named[0][1] if named else None


def _titled(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens.words[index].istitle()


def _kind(row: Row) -> SpeakerKind:
    kind = row["kind"]
    if kind not in get_args(SpeakerKind):
        raise row.error(f"kind {kind!r} is not one of {', '.join(get_args(SpeakerKind))}")
    return cast(SpeakerKind, kind)


def _role_words(actor: Actor) -> frozenset[str]:
    return frozenset(actor.role.lower().split()) - {"of", "the", "and"}


def _heads() -> Iterator[tuple[str, HeadNoun]]:
    for row in read_table("speaker_heads.tsv", _HEAD_COLUMNS):
        kind = _kind(row)
        yield normalise(row["noun"]), HeadNoun(row["noun"], kind, plural=False)
        for plural in row.many("plural"):
            yield normalise(plural), HeadNoun(row["noun"], kind, plural=True)
