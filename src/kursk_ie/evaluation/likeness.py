"""When two spans, two names of a place and two names of a source are the same to the scorer."""

from __future__ import annotations

import re
from typing import Protocol

_GENERIC = re.compile(r"\b(?:the|of|city|town|village|district|raion|region|oblast|province|governorate)\b")
_TITLES = frozenset(
    """a an the of and in for s mr ms dr general gen major maj colonel col lieutenant lt president prime minister
    chief head official officials spokesman spokeswoman spokesperson""".split()
)  # words that many sources share, so that they tell none from another
_SHARED = 0.5  # of the words of the shorter name


class Stretch(Protocol):
    """Something with offsets."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlap(one: Stretch | None, other: Stretch | None) -> bool:
    """Whether two spans share a character; a missing one shares none."""
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def place_key(name: str) -> str:
    """A place's name without case and generic words.

    >>> place_key("the Kursk region") == place_key("Kursk Oblast")
    True
    """
    bare = _GENERIC.sub(" ", name.casefold().replace("’", "'"))
    return " ".join(re.findall(r"[\w'-]+", bare)) or name.casefold()


def same_source(one: str, other: str) -> bool:
    """Whether two names share half the words of the shorter one, titles left out.

    >>> same_source("Ukraine's military intelligence (HUR)", "the military intelligence")
    True
    >>> same_source("President Zelensky", "President Putin")
    False
    """
    words, others = _words(one), _words(other)
    if not (words and others):
        return False
    return len(words & others) / min(len(words), len(others)) >= _SHARED


def _words(name: str) -> set[str]:
    bare = name.casefold().replace("’s", "").replace("'s", "")
    words = set(re.findall(r"\w+", bare))
    return words - _TITLES or words
