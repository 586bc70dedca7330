"""Who passes a statement on besides its speaker: the outlet that was told, that interviewed, or that a line credits."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.mentions.actors import ActorHit
from kursk_ie.text.wordclasses import DETERMINERS, PREPOSITIONS, is_name

_TELLING: Final = frozenset({"told", "tell", "tells", "telling", "informed", "informs"})
_INTERVIEWS: Final = frozenset(
    "interview interviews comments remarks speaking spoke statement conversation appearance talking".split()
)
_TO_OUTLET: Final = frozenset({"to", "with", "by", "on", "for"})
_SAID_TO: Final = frozenset(
    "said says confirmed confirms stated added adding explained admitted spoke commented described".split()
)
_WAY: Final = ("by", "way", "of")
_CREDIT: Final = frozenset({"source", "sources"})
_DETAILS: Final = frozenset({"details", "in", "literally", "quote"})
_QUOTED: Final = frozenset({"quoted", "cited"})
_NEAR: Final = 4  # words between *interview* and the outlet
_TITLED: Final = 6  # words between *told* and the outlet: *told the state news agency TASS*


def add_outlets(reading: Reading, statements: list[Statement]) -> None:
    """Complete each statement's ``via`` with the outlets its sentence, or a credit line after it, names."""
    outlets = [hit for hit in reading.actors if hit.actor.kind == "media"]
    if not outlets:
        return
    by_sentence: dict[int, list[Statement]] = {}
    for statement in statements:
        by_sentence.setdefault(statement.sentence, []).append(statement)
    index = 0
    for hit in outlets:
        while index < len(reading.sentences) - 1 and reading.sentences[index][1] <= hit.start:
            index += 1
        if _is_credited(reading, index):
            for statement in _credited(reading, by_sentence, index):
                _pass_on(statement, (hit.start, hit.end))
            continue
        heard = _heard(reading, by_sentence.get(index, []), hit)
        if heard is not None:
            _pass_on(heard, (hit.start, hit.end))


def part_quoted(reading: Reading, statements: list[Statement]) -> None:
    """*Officials quoted by CNN said*: the officials speak, CNN passes it on."""
    norms = reading.tokens.norms
    for statement in statements:
        start, stop = statement.source or (0, 0)
        for at in range(start + 1, stop - 2):
            if norms[at] in _QUOTED and norms[at + 1] in ("by", "in"):
                outlet = at + 2 + (norms[at + 2] in DETERMINERS)
                statement.source = (start, at)
                if outlet < stop and all(known[0] != outlet for known in statement.via):
                    statement.via.append((outlet, stop))
                break


def _pass_on(statement: Statement, outlet: Range) -> None:
    source = statement.source
    overlapping = source is not None and outlet[0] < source[1] and source[0] < outlet[1]
    if source is not None and not overlapping and all(known[0] != outlet[0] for known in statement.via):
        statement.via.append(outlet)


def _heard(reading: Reading, statements: list[Statement], outlet: ActorHit) -> Statement | None:
    """The statement that the outlet heard, by its own words: *told Reuters*, *in an interview with KBS*."""
    start = reading.sentences[statements[0].sentence][0] if statements else 0
    before = [statement for statement in statements if statement.cue[0] < outlet.start]
    if not before:
        return statements[0] if statements and _interviewed(reading, start, outlet.start) else None
    last = before[-1]
    told = _told(reading, last.cue[1], outlet.start) and reading.tokens.norms[last.cue[0]] in _TELLING
    return (
        last
        if told or _interviewed(reading, last.cue[0], outlet.start) or _by_way(reading, outlet.start)
        else None
    )


def _told(reading: Reading, cue_end: int, outlet: int) -> bool:
    """Whether only the outlet's own titles stand between *told* and it."""
    norms = reading.tokens.norms[cue_end:outlet]
    return len(norms) <= _TITLED and not any(
        norm in PREPOSITIONS or norm in (",", "that", "and") for norm in norms
    )


def _interviewed(reading: Reading, floor: int, outlet: int) -> bool:
    """*in an interview with*, *in comments carried by*, *confirmed the capture to*."""
    norms, words = reading.tokens.norms, reading.tokens.words
    at = outlet - 1
    while at > floor and (
        is_name(words[at])
        or norms[at]
        in (
            "the",
            "state",
            "news",
            "agency",
            "broadcaster",
            "newspaper",
            "television",
            "channel",
            "outlet",
            "'s",
        )
    ):
        at -= 1
    if at < floor or norms[at] not in _TO_OUTLET:
        return False
    if any(norm in _INTERVIEWS for norm in norms[max(floor, at - _NEAR) : at]):
        return True
    return norms[at] == "to" and norms[floor] in _SAID_TO


def _by_way(reading: Reading, outlet: int) -> bool:
    """*words that reach RBK by way of The New York Times*."""
    norms = reading.tokens.norms
    at = outlet - (norms[outlet - 1] == "the")
    return tuple(norms[max(0, at - 3) : at]) == _WAY


def _is_credited(reading: Reading, index: int) -> bool:
    """Whether the sentence is a credit line: *Source: Yonhap; BBC*."""
    start, stop = reading.sentences[index]
    norms = reading.tokens.norms
    return stop - start > 2 and norms[start] in _CREDIT and norms[start + 1] == ":"


def _credited(reading: Reading, by_sentence: dict[int, list[Statement]], index: int) -> list[Statement]:
    """The statements before a credit line, and those of the *Details:* after it."""
    found = list(by_sentence.get(index - 1, []))
    if index + 1 < len(reading.sentences):
        start = reading.sentences[index + 1][0]
        if reading.tokens.norms[start] in _DETAILS and reading.tokens.norms[start + 1 : start + 2] == [":"]:
            found += by_sentence.get(index + 1, [])[:1]
    return found
