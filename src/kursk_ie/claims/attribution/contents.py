"""Contents: the stretch of a sentence, or the quotation, that a cue attributes."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    TERMINALS,
    is_adverb,
    is_name,
)

# nouns of *in a statement, at a briefing, on his channel*: the occasion or medium of a statement, not its content
MEDIA_NOUNS: Final = frozenset(
    """statement interview interviews speech address post posts report reports briefing briefings tweet tweets message
    messages video letter remarks remark comments comment note update bulletin communique communiqué release conference
    meeting hearing session testimony broadcast podcast column article editorial blog thread summary call phone
    telegram twitter facebook x youtube instagram truth social media television tv radio channel website page
    parliament congress court debate rally event visit trip ceremony sermon summit email text memo affidavit filing
    lawsuit document documents complaint response reply presser
    appearance show shows program programme morning afternoon evening night
    week monday tuesday wednesday thursday friday saturday sunday reporters journalists lawmakers telephone
    state-television hours""".split()
)
# what those who are told something are called after a name: *told the Green Party gathering*
_AUDIENCES: Final = MEDIA_NOUNS | frozenset(
    """agency newspaper outlet channel network station magazine site portal gathering audience crowd forum assembly
    council committee panel""".split()
)
_SPOKEN_IN: Final = frozenset(
    """statement interview interviews speech address post posts briefing tweet tweets message letter remarks comments
    conference testimony broadcast podcast column article editorial blog telegram twitter facebook x youtube
    instagram reporters journalists lawmakers television radio""".split()
)
# *in a video | released to the Guardian*
_PUT_OUT: Final = frozenset(
    "released posted published carried aired broadcast reported shared sent issued".split()
)
_OF_OUTLETS: Final = frozenset(
    "'s state national local newspaper broadcaster agency outlet reporters journalists".split()
)
_OF_CONTENT: Final = frozenset(
    "there here so even only nearly almost just no".split()
)  # adverbs that begin it
_OF_CLAUSES: Final = PERSONAL_PRONOUNS | AUXILIARIES  # no adjunct of saying goes on over these
_GROUNDS: Final = (["on", "the", "basis", "of"], ["on", "the", "strength", "of"])
_LONGEST_TITLE: Final = 8
_LONGEST_SPAN: Final = 5  # words of *a few days later*
_TIME_UNITS: Final = frozenset({"minute", "hour", "day", "week", "month", "year", "moment"})
_LONGEST_ADDRESSEE: Final = 14
_ADJUNCT_PREPOSITIONS: Final = frozenset(
    "in on at to during through via by after before late early from over".split()
)


def skip_adjuncts(reading: Reading, at: int, stop: int) -> int:
    """Past *on Monday, in a statement, to reporters in London, again*, from word ``at``."""
    norms = reading.tokens.norms
    while at < stop:
        day = reading.date_over(at)
        if day is not None:
            if day[1] < stop and norms[day[1]] in ("'s", "'"):
                break
            at = day[1]
        elif is_adverb(norms[at]) and norms[at] not in _OF_CONTENT:
            at += 1
        elif (later := _after_span(norms, at, stop)) is not None:
            at = later
        elif norms[at] in _ADJUNCT_PREPOSITIONS:
            end = _adjunct_end(reading, at, stop)
            if end is None:
                break
            at = end
        elif norms[at] in ("morning", "afternoon", "evening", "night") and at and reading.date_over(at - 1):
            at += 1
        else:
            break
    return at


def _after_span(norms: list[str], at: int, stop: int) -> int | None:
    """Past *two days later, a few weeks earlier*."""
    for index in range(at + 2, min(stop, at + _LONGEST_SPAN)):
        if norms[index] in ("later", "earlier", "ago") and norms[index - 1].rstrip("s") in _TIME_UNITS:
            return index + 1
    return None


def is_occasion(reading: Reading, at: int, stop: int) -> bool:
    """Whether words ``at`` up to ``stop`` only tell where it was said: *in a statement on Thursday*."""
    norms = reading.tokens.norms
    if not is_end(reading, skip_adjuncts(reading, at, stop), stop):
        return False
    return any(norm in _SPOKEN_IN for norm in norms[at : min(stop, at + 6)])


def opens_grounds(reading: Reading, at: int) -> bool:
    """Whether *on the basis of* begins at a word, also after a verb that takes *on*: why it is said, not what."""
    return reading.tokens.norms[at : at + 4] in _GROUNDS


def _adjunct_end(reading: Reading, at: int, stop: int) -> int | None:
    """End of the adjunct whose preposition stands at ``at``, or ``None`` when it is no adjunct of saying."""
    norms = reading.tokens.norms
    if opens_grounds(reading, at):
        return next((index for index in range(at + 4, stop) if norms[index] in (",", ";", ".")), stop)
    index = at + 1
    if index < stop and norms[index] in ARTICLES and index + 1 < stop:
        index += 1
    day = reading.date_over(index) if index < stop else None
    if day is not None and norms[day[1] : day[1] + 1] not in (["'s"], ["'"]):  # but "in Saturday's address"
        return day[1]
    for index in range(at + 1, min(stop, at + 8)):
        norm = norms[index]
        if norm in QUOTE_MARKS and index > at + 1 and is_name(reading.tokens.words[min(index + 1, stop - 1)]):
            end = _title_end(reading, index, stop)
            return end if end > index else None
        if (norm in PUNCTUATION and norm not in ("'", "-")) or norm in _OF_CLAUSES:
            break
        if norm in MEDIA_NOUNS and (index + 1 >= stop or norms[index + 1] not in ("'s",)):
            end = index + 1
            while end < stop and (norms[end] in MEDIA_NOUNS):
                end += 1
            if end + 1 < stop and norms[end] in _PUT_OUT:
                end += 1
                day = reading.date_over(end + 1)  # "in comments reported on Monday"
                return _adjunct_tail(reading, end, stop) if day is None else day[1]
            return _adjunct_tail(reading, end, stop)
    place = reading.place_over(at + 1) if at + 1 < stop else None
    if place is not None and norms[at] in ("in", "from", "at"):
        return (
            place[1]
            if place[1] >= stop
            or norms[place[1]] in PUNCTUATION
            or norms[place[1]] in PERSONAL_PRONOUNS
            or norms[place[1]] in ("that", "on")
            else None
        )
    return None


def _adjunct_tail(reading: Reading, at: int, stop: int) -> int:
    """*…with KBS, to parliament, of the council* after the noun of an adjunct."""
    norms, words = reading.tokens.norms, reading.tokens.words
    if at + 1 < stop and norms[at] in ("with", "to", "by", "from", "for", "on", "in", "of", "at"):
        index = at + 1
        while index < stop and (
            norms[index] in DETERMINERS
            or is_name(words[index])
            or norms[index] in MEDIA_NOUNS
            or norms[index] in _OF_OUTLETS
        ):
            index += 1
        if index > at + 1 and (
            index >= stop
            or norms[index] in PUNCTUATION
            or norms[index] in ("that", "on", "in")
            or reading.date_over(index)
        ):
            return index
    return at


def addressee_end(reading: Reading, at: int, stop: int) -> int:
    """Past the addressee of *told reporters at a briefing that*, from word ``at``."""
    norms, words = reading.tokens.norms, reading.tokens.words
    if at >= stop:
        return at
    opening = opening_after(norms, at, stop)
    if opening is not None:
        return opening
    if norms[at] in OBJECT_PRONOUNS:
        return at + 1
    if norms[at] in QUOTE_MARKS and is_name(words[min(at + 1, stop - 1)]):
        return _title_end(reading, at, stop)
    index = at
    while index < stop and norms[index] in DETERMINERS:
        index += 1
    if index < stop and is_name(words[index]):
        while (
            index < stop
            and (is_name(words[index]) or norms[index] in ("'s", "&", "/"))
            and norms[index] not in DETERMINERS
            and norms[index] not in PREPOSITIONS  # "Warns Iran | Against Providing Drones"
        ):
            index += 1
            if index < stop and norms[index] == "in" and index + 1 < stop and reading.place_over(index + 1):
                break
    else:
        index = min(stop, index + 1)
    while index < stop and norms[index] in _AUDIENCES:
        index += 1
    return skip_adjuncts(reading, index, stop)


def opening_after(norms: list[str], at: int, stop: int) -> int | None:
    """The *that* or colon that opens a content after an addressee or adjunct of any length."""
    for index in range(at + 1, min(stop, at + _LONGEST_ADDRESSEE)):
        if norms[index] == "that" or (norms[index] == ":" and index < at + 4):
            return index
        if (
            norms[index] in QUOTE_MARKS
            or norms[index] in (";", ".", ":")
            or norms[index] in PERSONAL_PRONOUNS
        ):
            return None
    return None


def _title_end(reading: Reading, at: int, stop: int) -> int:
    """Past the name of a programme: *told "Good Morning Kyiv"*; ``at`` where its quotation does not close."""
    norms = reading.tokens.norms
    closing = next(
        (i for i in range(at + 2, min(at + _LONGEST_TITLE, stop)) if norms[i] in QUOTE_MARKS), None
    )
    return at if closing is None else skip_adjuncts(reading, closing + 1, stop)


def trim(reading: Reading, start: int, end: int) -> Range | None:
    """The range without punctuation at its ends; a bracket or quotation mark that its partner keeps stays."""
    norms = reading.tokens.norms
    while (
        start < end
        and norms[start] in PUNCTUATION
        and not (norms[start] in QUOTE_MARKS and _partner(norms, start, end))
    ):
        if norms[start] in ("(", "[") and any(n in (")", "]") for n in norms[start:end]):
            break
        start += 1
    while end > start and norms[end - 1] in PUNCTUATION and norms[end - 1] != "'":
        last = norms[end - 1]
        if last in QUOTE_MARKS and any(norm in QUOTE_MARKS for norm in norms[start : end - 1]):
            break
        if last in (")", "]") and any(norm in ("(", "[") for norm in norms[start:end]):
            break
        end -= 1
    return (start, end) if end > start else None


def _partner(norms: list[str], start: int, end: int) -> bool:
    return any(norm in QUOTE_MARKS for norm in norms[start + 1 : end])


def is_end(reading: Reading, at: int, stop: int) -> bool:
    """Whether nothing but closing marks stands between word ``at`` and the sentence's end."""
    norms = reading.tokens.norms
    return all(
        norm in TERMINALS or norm in QUOTE_MARKS or norm in DASHES or norm in (")", "]")
        for norm in norms[at:stop]
    )
