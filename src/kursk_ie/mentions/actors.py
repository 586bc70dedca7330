"""Actors: institutions, media and persons that speak in the news, and the nouns that make a phrase a speaker.

An institution is known by its name wherever it stands. A person is known by the full name, and by the
surname alone where it is nobody else's. A form that is a word, a place or a common name too (`needs_full` in
the table) counts where the full name stands in the text, or the person's own title just before the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast, get_args

from kursk_ie.mentions.found import Located
from kursk_ie.mentions.sides import SMALL_WORDS, Names
from kursk_ie.results import SpeakerKind
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens, normalise

_COLUMNS: Final = ("name", "aliases", "kind", "side", "role", "needs_full")
_HEAD_COLUMNS: Final = ("noun", "plural", "kind")
_NO_ACTOR: Final = "-"
_MILITARY_THINGS: Final = frozenset(
    ("action", "activity", "advance", "aid", "aircraft", "airfield", "arsenal", "assistance",
     "base", "bases", "budget", "build-up", "buildup", "campaign", "campaigns", "convoy", "craft",
     "deaths", "doctrine", "drawdown", "drills", "equipment", "exercise", "exercises", "facilities",
     "facility", "hardware", "helicopter", "help", "infrastructure", "installations", "losses",
     "machine", "manoeuvres", "might", "mobilisation", "mobilization", "occupation", "offensive",
     "operation", "operations", "personnel", "plane", "positions", "presence", "setbacks", "site",
     "sites", "spending", "strike", "strikes", "support", "targets", "threat", "training",
     "vehicle", "vehicles", "victory", "weapons")
)  # fmt: skip
_OFFICES: Final = frozenset(
    ("president", "minister", "premier", "chancellor", "secretary", "governor", "mayor", "leader", "prince",
     "commissioner")
)  # fmt: skip
_TITLES: Final = {"gov": "governor", "pm": "minister", "fm": "minister"}


@dataclass(frozen=True, slots=True, eq=False)
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


class ActorHit(Located):
    """Words ``start`` up to, not including, ``end`` name the actor."""

    __slots__ = ("actor",)

    def __init__(self, start: int, end: int, actor: Actor) -> None:
        self.start = start
        self.end = end
        self.actor = actor


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that makes an unknown noun phrase a speaker: its singular, the kind of speaker, its number."""

    noun: str
    kind: SpeakerKind
    plural: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """Whom a form names: ``owner`` on sight, or one of ``candidates`` once named in full; else nobody.

    Attributes:
        owner, candidates: see above.
        titled: it begins with *The*, and a capital after it would make another name (*The Sun Belt*).
        adjectival: it ends in *military*, and a noun after it would make it an attribute (*military aid*).
    """

    owner: Actor | None
    candidates: tuple[Actor, ...]
    titled: bool
    adjectival: bool


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
        entries = [(form, _entry(form, owners.get(form), candidates.get(form, ()))) for form in forms]
        self._names = Names(entries, cut)
        self._roles = {actor: _role_words(actor) for actors in candidates.values() for actor in actors}
        self._heads = dict(_heads())

    def find(self, tokens: Tokens) -> list[ActorHit]:
        """The actors named in a text, in text order, the longest name at each place, *the* left out."""
        found = [hit for hit in self._names.find(tokens) if self._stands(tokens, hit[1], hit[2])]
        first: dict[Actor, int] = {}
        for start, _, entry in found:
            if entry.owner is not None:
                first.setdefault(entry.owner, start)
        hits: list[ActorHit] = []
        last: dict[Actor, int] = {}
        for start, end, entry in found:
            actor = entry.owner
            if entry.candidates:
                actor = self._resolve(tokens, start, entry, first, last) or actor
            elif actor is not None:
                last[actor] = start
            if actor is not None:
                hits.append(ActorHit(start + (tokens.norms[start] == "the"), end, actor))
        return hits

    def head(self, norm: str) -> HeadNoun | None:
        """The speaker noun of which this normalised word, or words with one blank between, is a form."""
        return self._heads.get(norm)

    def _stands(self, tokens: Tokens, end: int, entry: _Entry) -> bool:
        """Whether the word after leaves the name its meaning."""
        if end == len(tokens) or not (entry.titled or entry.adjectival):
            return True
        if entry.titled:
            return not tokens.words[end].istitle()
        norm = tokens.norms[end]
        return norm not in _MILITARY_THINGS and norm not in self._heads

    def _resolve(
        self, tokens: Tokens, start: int, entry: _Entry, first: dict[Actor, int], last: dict[Actor, int]
    ) -> Actor | None:
        """Whom a form that needs the full name means: whose title stands before it, or who was named last.

        ``first`` and ``last`` tell where an actor is first named in full, and where last before ``start``. A
        headline holds the short form before the text gives the name: then it is the first one named after it.
        """
        before = "" if start == 0 or tokens.breaks[start] else tokens.words[start - 1]
        word = normalise(before)
        title = _TITLES.get(word.rstrip("."), word)
        titled = [actor for actor in entry.candidates if title in self._roles[actor]]
        if len(titled) == 1:
            return titled[0]
        if not titled and before.istitle() and word not in SMALL_WORDS and self.head(word) is None:
            return None  # a first name, then: it is somebody else's surname
        possible = titled or entry.candidates
        if earlier := [actor for actor in possible if actor in last]:
            return max(earlier, key=last.__getitem__)
        later = [actor for actor in possible if actor in first]
        return min(later, key=first.__getitem__) if later else None


def _entry(form: str, owner: Actor | None, candidates: tuple[Actor, ...]) -> _Entry:
    return _Entry(owner, candidates, form.startswith("The "), form.endswith(" military"))


def _kind(row: Row) -> SpeakerKind:
    kind = row["kind"]
    if kind not in get_args(SpeakerKind):
        raise row.error(f"kind {kind!r} is not one of {', '.join(get_args(SpeakerKind))}")
    return cast(SpeakerKind, kind)


def _role_words(actor: Actor) -> frozenset[str]:
    """The titles that tell a person by the surname alone; *spokesman Miller* may be anybody."""
    return _OFFICES.intersection(actor.role.lower().split())


def _heads() -> Iterator[tuple[str, HeadNoun]]:
    for row in read_table("speaker_heads.tsv", _HEAD_COLUMNS):
        kind = _kind(row)
        yield normalise(row["noun"]), HeadNoun(row["noun"], kind, plural=False)
        for plural in row.many("plural"):
            yield normalise(plural), HeadNoun(row["noun"], kind, plural=True)
