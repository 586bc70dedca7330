"""One name for a source that articles name in many ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from kursk_ie.results import Attribution, SpeakerKind
from kursk_ie.text.tables import read_table

_ARTICLES = ("the ", "a ", "an ")
_BRACKETS = re.compile(r"\(([^()]+)\)")
_SPOKESPERSON = re.compile(
    r"(?:’s|'s|s’|s')?\s+(?:chief |deputy |press )*(?:spokes\w+|press secretary)\b", re.IGNORECASE
)
_PRONOUNS = frozenset(("it", "he", "she", "they", "which", "who", "this", "that", "them", "we", "i", "one"))
_PERSON_KINDS = ("official", "military", "intelligence", "person", "analyst", "government", "organisation")
_AUTHORITIES = frozenset(
    ("officials", "official", "authorities", "government", "forces", "side", "leaders", "sources", "media",
     "military", "army")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source under its one name.

    Attributes:
        name: the canonical name; the words of the text where no table knows it.
        kind, side: as in `Attribution`.
        vague: whether it names a state, its officials or unnamed people rather than one institution or person, so that
            a named source of that side may be meant.
    """

    name: str
    kind: SpeakerKind
    side: str | None
    vague: bool = False


def speaker_of(attribution: Attribution) -> Speaker | None:
    """The source of a statement; ``None`` where the text hides it."""
    if not attribution.speaker or attribution.speaker.lower() in _PRONOUNS:
        return None
    return resolve_speaker(attribution.speaker, attribution.speaker_kind, attribution.side)


@lru_cache(maxsize=65_536)
def resolve_speaker(surface: str, kind: SpeakerKind = "unknown", side: str | None = None) -> Speaker:
    """The speaker that these words name.

    >>> resolve_speaker("Ukraine’s military intelligence (HUR)").name
    'Main Directorate of Intelligence of Ukraine'
    >>> resolve_speaker("Pentagon spokesperson Major General Patrick Ryder").name
    'Pentagon'
    """
    actors, states = _actors(), _states()
    text = _plain(surface)
    spoken_for = _SPOKESPERSON.split(text, maxsplit=1)
    candidates = [text]
    if len(spoken_for) > 1:
        candidates = [spoken_for[0], text]
    candidates += _BRACKETS.findall(text)
    candidates += [_BRACKETS.sub("", text).strip(), text.split(",")[0].strip()]
    for candidate in candidates:
        key = _without_article(candidate).lower()
        if key in actors:
            return actors[key]
        if key in states:
            return Speaker(*states[key], vague=True)
    for known in _tails(candidates[0]):
        if known in actors and actors[known].kind in _PERSON_KINDS and " " in known:
            return actors[known]
    words = text.lower().split()
    state = states.get(words[-1]) if words else None
    if state and kind in ("unknown", "government"):
        return Speaker(*state, vague=True)
    vague = bool(words) and words[-1] in _AUTHORITIES
    return Speaker(_without_article(surface.strip()), kind, side, vague)


def is_name(words: str | None) -> bool:
    """Whether the words name somebody; a pronoun does not."""
    return bool(words) and cast(str, words).lower() not in _PRONOUNS


def _tails(text: str) -> list[str]:
    """The last words, longest first: *president volodymyr zelensky*, *volodymyr zelensky*, *zelensky*."""
    words = text.lower().split()
    return [" ".join(words[at:]) for at in range(1, len(words))]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _without_article(text: str) -> str:
    lowered = text.lower()
    return next((text[len(article) :] for article in _ARTICLES if lowered.startswith(article)), text)


@cache
def _actors() -> dict[str, Speaker]:
    """Every form of the actors' table, in lower case; a form of two actors is nobody's."""
    found: dict[str, Speaker | None] = {}
    names: dict[str, Speaker] = {}
    for row in read_table("actors.tsv", ("name", "aliases", "kind", "side")):
        if row["kind"] == "-":
            continue
        speaker = Speaker(row["name"], cast(SpeakerKind, row["kind"]), row["side"] or None)
        names[row["name"].lower()] = speaker
        for form in (row["name"], *row.many("aliases")):
            key = _without_article(_plain(form)).lower()
            found[key] = speaker if key not in found or found[key] == speaker else None
    for row in read_table("incident_speakers.tsv", ("form", "name")):
        known = names.get(row["name"].lower())
        if known is None:
            raise row.error(f"{row['name']!r} is no name of actors.tsv: take one of its names")
        found.setdefault(_plain(row["form"]).lower(), known)
    return {key: speaker for key, speaker in found.items() if speaker is not None}


@cache
def _states() -> dict[str, tuple[str, SpeakerKind, str]]:
    """Names and capitals of states, which speak for one of their institutions: name, kind and side."""
    found: dict[str, tuple[str, SpeakerKind, str]] = {}
    for row in read_table("sides.tsv", ("code", "names", "capitals", "kind")):
        if row["kind"] == "state" and row.many("names"):
            name = row.many("names")[0]
            for form in (*row.many("names"), *row.many("capitals")):
                found.setdefault(form.lower(), (name, "government", row["code"]))
    return found
