"""Whether a text is about armed conflict at all: accidents, crime, politics, sport and business give no events."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.context import Lexis
from kursk_ie.claims.reading import Reading

# different words among which one of war stands by chance, as in a long text on an election
_CHANCE: Final = 150
_PASSAGE: Final = 3  # sentences in which a report would have named somebody or some place
MEMORY: Final = 20
"""Years after which a war is history, not news."""


def is_about_war(reading: Reading, lexis: Lexis) -> bool:
    """More words of war than of peace and chance: twice as many where no two enemies are named.

    Two enemies named count as two words. One word of war alone is enough only beside a side or a place in a land at
    war, and in a longer report without a side that fights only one that peace has no use for. Sentences that name
    nobody and no place tell how wars are, not what happened in one.
    """
    telling = lexis.telling
    words = {norm for norm in reading.tokens.norms if norm in telling}
    foes = _names_foes(reading, lexis, words)
    named = foes or reading.sides or reading.units or reading.places
    passage = len(reading.sentences) >= _PASSAGE
    if not named and passage:
        return False
    war = _weight_of_war(reading, lexis, words) + 2 * foes
    if war < 2 and not (war and (reading.sides or _is_set_in_war(reading, lexis))):
        return False
    sure = not lexis.words["doubtful"].issuperset(words & lexis.warlike)
    if passage and not (sure or _names_belligerent(reading, lexis)):
        return False
    peace = _weight_of_peace(reading, lexis, words)
    return _is_no_chance(war - (peace if foes else 2 * peace), reading.tokens.norms)


def _is_no_chance(words: int, norms: list[str]) -> bool:
    """Whether there are more words of war than chance brings into a text with so many different ones.

    They are counted only where it matters: most texts have more even than all their words would allow.
    """
    return words > len(norms) // _CHANCE or words > len(set(norms)) // _CHANCE


def _names_foes(reading: Reading, lexis: Lexis, words: set[str]) -> bool:
    """Whether two enemies are named: sides, a side and a place in the land of its enemy, or soldiers and rebels.

    *Russian planes bombed Mariupol*; *rebel soldiers fought the guards of the palace*.
    """
    if not (words.isdisjoint(lexis.words["army"]) or words.isdisjoint(lexis.words["rebels"])):
        return True
    if not reading.sides:
        return False
    codes = {side.code for side in reading.sides} | {place.mention.country or "" for place in reading.places}
    return lexis.opponents.among(codes)


def _names_belligerent(reading: Reading, lexis: Lexis) -> bool:
    """Whether a side is named that fights somebody."""
    return any(side.code in lexis.opponents.belligerents for side in reading.sides)


def _is_set_in_war(reading: Reading, lexis: Lexis) -> bool:
    """Whether a place named lies in a country that fights, on its own ground or not."""
    return any(place.mention.country in lexis.opponents.belligerents for place in reading.places)


def _weight_of_war(reading: Reading, lexis: Lexis, words: set[str]) -> int:
    """Words of war, where all that peace uses too count as one; a unit and a word that war alone uses as one more."""
    warlike = words & lexis.warlike
    doubtful = warlike & lexis.words["doubtful"]
    unmistakable = not words.isdisjoint(lexis.words["unmistakable"])
    return len(warlike) - len(doubtful) + bool(doubtful) + unmistakable + bool(reading.units)


def _weight_of_peace(reading: Reading, lexis: Lexis, words: set[str]) -> int:
    """Words of peace, and double those that tell of a war that is none now: of novels, exercises and long ago."""
    return len(words & lexis.peaceful) + 2 * (len(words & lexis.unreal) + _years_long_ago(reading))


def _years_long_ago(reading: Reading) -> int:
    """How many different years of history are named."""
    told = [date.mention.earliest.year for date in reading.dates if date.mention.earliest]
    if not told:
        return 0
    published = reading.article.published
    now = published.year if published else max(told)
    return len({year for year in told if year < now - MEMORY})
