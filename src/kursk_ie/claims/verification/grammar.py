"""Verification: what the text says of the truth of its claims, by whom, and of which claims.

A closed phrase grammar (models/verification.tsv) and the acts of attribution that judge another's claim: a denial, a
confirmation, a refusal to comment.
"""

from __future__ import annotations

from typing import Final, cast, get_args

from kursk_ie.claims.attribution.sources import SourceFinder
from kursk_ie.claims.drafts import Scope, Verdict
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.mentions.actors import ActorLexicon
from kursk_ie.results import Status
from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.tables import Row, read_table

_PICTURES: Final = frozenset(
    "footage video videos photo photos picture pictures image images clip clips photograph photographs".split()
)
_DETAILS: Final = frozenset(
    """details detail numbers figures information specifics specify disclose elaborate identify name provide give
    reveal how who when where which""".split()
)
_PUBLISHED: Final = frozenset({"published", "publish", "released", "release", "comment"})
_CLAIMS: Final = frozenset(
    """claim claims report reports figure figures number numbers assertion assertions account accounts statement
    statements information toll details this these it allegation allegations data""".split()
)


class VerificationGrammar:
    """Finds the verdicts of a reading."""

    def __init__(self, actors: ActorLexicon) -> None:
        rows = read_table("verification.tsv", ("pattern", "status", "by", "scope"))
        for row in rows:
            if row["status"] not in get_args(Status) or row["scope"] not in get_args(Scope):
                raise row.error("unknown status or scope")
        self._patterns: Patterns[Row] = Patterns(((row["pattern"], row) for row in rows), inflect)
        self._sources = SourceFinder(actors)

    def find(self, reading: Reading) -> list[Verdict]:
        """All verdicts, in text order."""
        verdicts: list[Verdict] = []
        for index, (start, stop) in enumerate(reading.sentences):
            if not reading.is_read(index):
                continue
            for begin, end, row in self._patterns.find(reading.tokens.norms, start, stop):
                verdicts.append(self._verdict(reading, index, begin, end, row, start, stop))
        verdicts.extend(self._from_acts(reading))
        verdicts.sort(key=lambda verdict: verdict.evidence)
        return verdicts

    def _verdict(
        self, reading: Reading, index: int, begin: int, end: int, row: Row, start: int, stop: int
    ) -> Verdict:
        norms = reading.tokens.norms
        scope = cast(Scope, row["scope"])
        words = norms[start:stop]
        if scope == "source" and _CLAIMS.isdisjoint(words) and not _PICTURES.isdisjoint(words):
            scope = "picture"
        elif scope == "source" and row["status"] != "denied" and self._is_aside(reading, index, begin):
            scope = "clause"
        return Verdict(
            index,
            cast(Status, row["status"]),
            self._by(reading, row["by"], begin, end, start, stop),
            (begin, end),
            scope,
            self._about(reading, begin, stop),
        )

    def _is_aside(self, reading: Reading, index: int, begin: int) -> bool:
        """*…, a claim that was not verified, whereas …*: the caveat speaks of its own sentence."""
        return any(s.content is not None and s.cue[1] <= begin for s in reading.statements_of(index))

    def _by(self, reading: Reading, how: str, begin: int, end: int, start: int, stop: int) -> Range | None:
        if how == "subject":
            subject = self._sources.before(reading, begin, start)
            return (subject.start, subject.end) if subject is not None and subject.known else None
        for at in range(end, min(end + 3, stop)):
            if reading.tokens.norms[at] == "by":
                found = self._sources.after(reading, at + 1, stop)
                return (found.start, found.end) if found is not None else None
        return None

    def _about(self, reading: Reading, begin: int, stop: int) -> Range | None:
        """Whose claims are judged: *HUR's claims* after the phrase, or the subject of *provided no evidence*."""
        hits = reading.actors_between(begin + 1, stop)
        return (hits[0].start, hits[0].end) if hits else None

    def _from_acts(self, reading: Reading) -> list[Verdict]:
        verdicts = []
        for statement in reading.statements:
            if statement.act == "deny" and statement.content is not None:
                verdicts.append(
                    Verdict(statement.sentence, "denied", statement.source, statement.cue, "clause", None)
                )
            elif (
                statement.act == "confirm"
                and statement.content is not None
                and not _claimed_before(reading, statement)
            ):
                verdicts.append(
                    Verdict(statement.sentence, "confirmed", statement.source, statement.cue, "clause", None)
                )
            elif statement.act == "decline" and not _withholds_details(reading, statement):
                verdicts.append(
                    Verdict(statement.sentence, "declined", statement.source, statement.cue, "before", None)
                )
        return verdicts


def _claimed_before(reading: Reading, statement: Statement) -> bool:
    """Whether the same speaker has told the article's story before: repeating oneself is no confirmation."""
    return any(
        other.speaker == statement.speaker
        and other.cue < statement.cue
        and other.act != "decline"
        and other.content is not None
        for other in reading.statements
    )


def _withholds_details(reading: Reading, statement: Statement) -> bool:
    """*refused to give numbers, did not disclose where*: says less, but does not leave the claim unanswered."""
    words = set(reading.tokens.norms[statement.cue[0] : statement.cue[1]])
    return bool(words & _DETAILS) and not words & _PUBLISHED
