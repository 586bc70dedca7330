"""Who the sources are: pronouns and short forms tied to the fullest name before them, with kind and side."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.mentions.actors import Actor, ActorLexicon
from kursk_ie.results import SpeakerKind
from kursk_ie.text.wordclasses import CONJUNCTIONS, DETERMINERS, PRONOUNS, is_name

_PERSON_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his", "i", "my"})
_THING_PRONOUNS: Final = frozenset({"it", "its"})
_GROUP_PRONOUNS: Final = frozenset({"they", "them", "their", "we", "our"})
_INSTITUTIONS: Final = frozenset({"government", "organisation", "media"})
# the kinds of earlier speakers that a common noun can stand for, besides its own
_STANDS_FOR: Final[dict[str, frozenset[str]]] = {
    "agency": frozenset({"intelligence", "organisation", "media"}),
    "service": frozenset({"intelligence", "organisation"}),
    "group": frozenset({"organisation", "military", "analyst"}),
    "organisation": frozenset({"organisation", "analyst"}),
    "organization": frozenset({"organisation", "analyst"}),
    "ministry": frozenset({"government", "military"}),
    "think tank": frozenset({"analyst", "organisation"}),
    "outlet": frozenset({"media"}),
    "newspaper": frozenset({"media"}),
}
# nouns that name many men, and so stand for none
_BODIES: Final = frozenset(
    """agency alliance army cartel coalition command company forces front group junta militia military ministry
    movement navy organisation organization party police service""".split()
)
# offices: who is named with one of them is not meant by another
_OFFICES: Final = frozenset(
    """adviser advisor ambassador chancellor envoy governor mayor minister premier president prosecutor secretary
    senator""".split()
)
_PRONOUNS: Final = PRONOUNS | {"his", "its", "their", "my", "our"}
_LINKING: Final = frozenset({"'s", "of", "and", "(", ")"})
_TITLES: Final = frozenset({"mr", "mrs", "ms"})
_BODY_KINDS: Final = frozenset({"government", "organisation", "media", "military", "intelligence"})
_PERSON_KINDS: Final = frozenset({"person", "official"})


class Known:
    """A speaker as the text has named it so far, the last time up to word ``end``."""

    __slots__ = ("actor", "end", "kind", "person", "plural", "side", "surface", "words")

    def __init__(
        self,
        surface: str,
        words: set[str],
        person: bool,
        plural: bool,
        kind: SpeakerKind,
        side: str | None,
        actor: Actor | None,
        end: int,
    ) -> None:
        self.surface = surface
        self.words = words
        self.person = person
        self.plural = plural
        self.kind = kind
        self.side = side
        self.actor = actor
        self.end = end


def name_speakers(reading: Reading, statements: list[Statement], actors: ActorLexicon) -> None:
    """Set ``speaker``, ``kind`` and ``side`` of each statement, in text order."""
    known: list[Known] = []
    for statement in statements:
        if statement.source is None:
            continue
        own = _describe(reading, statement.source, actors)
        norm = own.surface.lower()
        earlier: Known | None = None
        if own.surface != "US" and norm in _PRONOUNS:
            earlier = (
                _person_spoken_of(reading, statement, statements, actors, norm)
                or _antecedent(known, norm)
                or _subject_before(reading, statement, actors, norm)
            )
        elif _is_short(statement.source):
            earlier = _fuller(known, own, reading, statement, actors) or _same_actor(reading, known, own)
        if earlier is not None:
            statement.speaker, statement.kind, statement.side = earlier.surface, earlier.kind, earlier.side
            known.append(earlier)
        else:
            statement.speaker, statement.kind, statement.side = own.surface, own.kind, own.side
            known.append(own)
        if statement.via:
            statement.via = [
                relay
                for relay in statement.via
                if reading.tokens.surface(relay[0], relay[1]) != statement.speaker
            ]


def _describe(reading: Reading, source: Range, actors: ActorLexicon) -> Known:
    start, end = source
    surface = reading.tokens.surface(start, end)
    norms = reading.tokens.norms[start:end]
    actor = reading.actor_over(start, end)
    heads = [head for norm in norms if (head := actors.head(norm)) is not None]
    side = actor.side if actor is not None and actor.side else reading.side_over(start, end)
    kind: SpeakerKind = "unknown"
    named = _looks_like_person(reading, start, end)
    outranked = bool(heads) and actor is not None and heads[0].kind != actor.kind
    person_of = (
        named and actor is not None and actor.kind in _INSTITUTIONS
    )  # "UN envoy Pedersen" is no organisation
    if actor is not None and not (outranked and person_of):
        kind = actor.kind
    elif heads:
        kind = heads[-1].kind if not named else heads[0].kind
    elif side is not None and end - start <= 2:
        kind = "government"
    elif named:
        kind = "person"
    person = (actor is not None and bool(actor.role)) or kind in _PERSON_KINDS or kind == "person" or named
    plural = any(head.plural for head in heads) or "and" in norms
    words = {norm for norm in norms if norm not in DETERMINERS and norm not in _LINKING}
    whole = actor if not plural and actor is not None and actor.kind == kind else None
    return Known(surface, words, person and not plural, plural, kind, side, whole, end)


def _looks_like_person(reading: Reading, start: int, end: int) -> bool:
    """Two or three capitalised words at the end that no institution, place or side covers."""
    if any(hit.end == end and hit.actor.kind in _BODY_KINDS for hit in reading.actors_between(start, end)):
        return False
    words = reading.tokens.words
    names = 0
    for at in range(end - 1, start - 1, -1):
        if not is_name(words[at]) or words[at].isupper():
            break
        names += 1
    return names >= 2 and reading.side_over(end - 1, end) is None


def _person_spoken_of(
    reading: Reading, statement: Statement, statements: list[Statement], actors: ActorLexicon, pronoun: str
) -> Known | None:
    """*Mr. Karpov has been a defender of Mr. Putin. But he …*: the person of whom the sentence before tells.

    The pronoun must open its sentence, and nobody speak in the one before.
    """
    assert statement.source is not None
    before = statement.sentence - 1
    start = reading.sentences[statement.sentence][0]
    opens = CONJUNCTIONS.issuperset(reading.tokens.norms[start : statement.source[0]])
    if pronoun not in ("he", "she") or before < 0 or not opens:
        return None
    if any(other.sentence == before for other in statements):
        return None
    first, last = reading.sentences[before]
    tokens = reading.tokens
    if tokens.norms[first].rstrip(".") in _TITLES:
        end = first + 1 + (tokens.norms[first + 1 : first + 2] == ["."])
        while end < last and is_name(tokens.words[end]):
            end += 1
        return _describe(reading, (first, end), actors)
    hit = next(iter(reading.actors_between(first, first + 1)), None)
    return _describe(reading, (hit.start, hit.end), actors) if hit is not None and hit.actor.role else None


def _same_actor(reading: Reading, known: list[Known], own: Known) -> Known | None:
    """*South Korea's spy agency* for *NIS*: the fullest earlier name of an institution that two names mean.

    A short name that the text gave beside the full one, *military intelligence (HUR)*, it goes on to use.
    """
    if own.actor is None or own.person:
        return None
    same = [one for one in known if one.actor == own.actor and len(one.words) > len(own.words)]
    fullest = max(same, key=lambda one: len(one.words), default=None)
    given = any(not own.words.isdisjoint(reading.tokens.norms[one.end - 3 : one.end + 4]) for one in same)
    return None if given else fullest


def _antecedent(known: list[Known], pronoun: str) -> Known | None:
    for candidate in reversed(known):
        if pronoun in _PERSON_PRONOUNS and candidate.person and not candidate.plural:
            return candidate
        if pronoun in _THING_PRONOUNS and not candidate.person and not candidate.plural:
            return candidate
        if pronoun in _GROUP_PRONOUNS and (candidate.plural or not candidate.person):
            return candidate
    return None


def _subject_before(
    reading: Reading, statement: Statement, actors: ActorLexicon, pronoun: str
) -> Known | None:
    """The nearest actor named before the pronoun that can stand for it, within the last two sentences."""
    floor = reading.sentences[max(0, statement.sentence - 2)][0]
    assert statement.source is not None
    for hit in reversed(reading.actors_between(floor, statement.source[0])):
        if hit.end <= statement.source[0]:
            person = bool(hit.actor.role) or hit.actor.kind == "person"
            if person == (pronoun in _PERSON_PRONOUNS):
                return _describe(reading, (hit.start, hit.end), actors)
    return None


def _is_short(source: Range) -> bool:
    """A surname alone, or a common noun with its article: *Ryder*, *the agency*, *ministry*."""
    start, end = source
    return end - start <= 2


def _head_noun(reading: Reading, start: int, end: int, actors: ActorLexicon) -> str:
    """The noun that heads a phrase, of two words where such an entry exists: *think tank*."""
    pair = " ".join(reading.tokens.norms[max(start, end - 2) : end])
    return pair if pair in _STANDS_FOR else reading.tokens.norms[end - 1]


def _fuller(
    known: list[Known], own: Known, reading: Reading, statement: Statement, actors: ActorLexicon
) -> Known | None:
    """The fullest earlier name that holds the words of a short one, else the last speaker its noun fits."""
    assert statement.source is not None
    start, end = statement.source
    if (
        end - start == 1
        and is_name(reading.tokens.words[start])
        and not reading.tokens.words[start].isupper()
    ):
        if reading.side_over(start, end) is not None:
            return None
        for candidate in reversed(known):
            if candidate.person and own.words < candidate.words:
                return candidate
        return None
    if is_name(reading.tokens.words[end - 1]):
        holders = (
            candidate for candidate in reversed(known) if own.words < candidate.words and candidate.person
        )
        return next(holders, None) if own.person else None
    noun = _head_noun(reading, start, end, actors)
    head = actors.head(noun)
    if head is None or head.plural or reading.tokens.norms[start - 1 : start] in (["a"], ["an"]):
        return None
    if reading.tokens.norms[start] in ("a", "an"):
        return None
    kinds = _STANDS_FOR.get(noun, frozenset({head.kind}))
    for candidate in reversed(known):
        if own.side is not None and candidate.side not in (None, own.side):
            continue  # "the U.S. military" is no Houthi military spokesman
        if noun in _OFFICES and noun not in candidate.words and not candidate.words.isdisjoint(_OFFICES):
            continue
        if noun in _BODIES and candidate.person and (candidate.actor is None or candidate.actor.role):
            continue
        fits = candidate.kind in kinds and (len(candidate.words) > 1 or noun in _STANDS_FOR)
        if noun in candidate.words or fits:
            return candidate
    return None
