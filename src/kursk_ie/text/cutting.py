"""Cutting texts into words as spaCy's tokenizer does, each stretch between white space only once.

The tokenizer cuts at white space first and then cuts every stretch for itself; most stretches of a text stood in one
before it. So this keeps what became of each, and gives the tokenizer the new ones only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Protocol

from kursk_ie.text.tokens import Tokens, count_breaks, normalise

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_OPENING: Final = frozenset("\"'“‘(«[„")
_CLOSING: Final = frozenset(".,:;?!\"'”’)»]")
_POSSESSIVES: Final = ("'s", "’s")
_MOST: Final = 1 << 16  # stretches kept, some ten megabytes

# a word of a stretch, its norm, and its offsets there; a plain tuple is no burden to the garbage collector
_Piece = tuple[str, str, int, int]


class Tokenizer(Protocol):
    """What is used of spaCy's tokenizer, a compiled class without types."""

    @property
    def vocab(self) -> Vocab: ...

    @property
    def rules(self) -> Mapping[str, Any]: ...

    def __call__(self, string: str) -> Doc: ...


class WordCutter:
    """The words of texts, as a tokenizer gives them; memory stays flat however many texts it reads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, str | tuple[_Piece, ...]] = {}  # a stretch that is one word has its norm

    def read(self, text: str) -> Tokens:
        """The words of a text, the same as `read_tokens` of its ``Doc``; their indices count no white space."""
        words: list[str] = []
        norms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        stretches = text.split()
        known = self._known
        new = [stretch for stretch in stretches if stretch not in known]
        if new:
            self._learn(stretches, new)
        end = 0
        for stretch in stretches:
            start = text.find(stretch, end)
            end = start + len(stretch)
            cut = known[stretch]
            if isinstance(cut, str):
                words.append(stretch)
                norms.append(cut)
                starts.append(start)
                ends.append(end)
            else:
                for word, norm, first, last in cut:
                    words.append(word)
                    norms.append(norm)
                    starts.append(start + first)
                    ends.append(start + last)
        return Tokens(text, words, norms, starts, ends, count_breaks(text, starts), range(len(words)))

    def _learn(self, stretches: list[str], new: list[str]) -> None:
        """Cut what is ``new`` among these stretches, or all of them where too many would be kept."""
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
            new = stretches
        mixed = [stretch for stretch in dict.fromkeys(new) if not self._cut_plain(stretch)]
        if mixed:
            self._cut(mixed)

    def _cut_plain(self, stretch: str) -> bool:
        """Cut a stretch of letters or digits, quotation marks and punctuation about it; false where the tokenizer must.

        No affix of English is a letter, so only a rule such as that of *cannot*, *Gen.* or *:)* parts or holds these.
        """
        rules = self._tokenizer.rules
        if stretch.isalpha() and stretch.isascii():
            if stretch in rules:
                return False
            self._known[stretch] = stretch.lower()
            return True
        first, last = _without_marks(stretch)
        inner = _inner_words(stretch[first:last])
        if not inner or not _marks_part(stretch, first, last):
            return False
        words = (*stretch[:first], *inner, *stretch[last:])
        if any(len(rules.get(word, ())) > 1 for word in words) or any(run in rules for run in _runs(words)):
            return False
        pieces: list[_Piece] = []
        end = 0
        for word in words:
            pieces.append((word, normalise(word), end, end + len(word)))
            end += len(word)
        self._known[stretch] = pieces[0][1] if len(pieces) == 1 else tuple(pieces)
        return True

    def _cut(self, stretches: list[str]) -> None:
        """Have the tokenizer cut these stretches; none holds white space."""
        with self._tokenizer.vocab.memory_zone():
            # a line break is a token of its own, so no rule can span two stretches
            doc = self._tokenizer("\n".join(stretches))
            offsets = iter(doc.to_array(["IDX", "LENGTH"]).tolist())
        begin = 0
        for stretch in stretches:
            pieces: list[_Piece] = []
            end = 0
            while end < len(stretch):
                offset, length = next(offsets)
                start, end = offset - begin, offset - begin + length
                word = stretch[start:end]
                pieces.append((word, normalise(word), start, end))
            begin += end + 1
            next(offsets, None)
            self._known[stretch] = pieces[0][1] if len(pieces) == 1 else tuple(pieces)


def _without_marks(stretch: str) -> tuple[int, int]:
    """Where what the marks about it leave of a stretch begins and ends."""
    first, last = 0, len(stretch)
    while first < last and stretch[first] in _OPENING:
        first += 1
    while last > first and stretch[last - 1] in _CLOSING:
        last -= 1
    return first, last


def _inner_words(stem: str) -> list[str]:
    """The words of letters, digits, a possessive or letters with hyphens; none where the stem is something else."""
    if not stem.isascii() and not stem.endswith(_POSSESSIVES):
        return []
    if stem.isalpha() or stem.isdigit():
        return [stem]
    owner = stem[:-2]
    if stem.endswith(_POSSESSIVES):
        return [owner, stem[-2:]] if owner.isalpha() and owner.isascii() else []
    parts = stem.split("-")
    if not all(map(str.isalpha, parts)):
        return []
    words = [parts[0]]
    for part in parts[1:]:
        words += ("-", part)
    return words


def _marks_part(stretch: str, first: int, last: int) -> bool:
    """Whether each mark before ``first`` and from ``last`` on is a word: no doubled one, no full stop of an initial."""
    before, after = stretch[:first], stretch[last:]
    if "." in after[1:] or (
        after[:1] == "." and not (stretch[last - 1].islower() or stretch[last - 1].isdigit())
    ):
        return False
    return not any(a == b for marks in (before, after) for a, b in pairwise(marks))


def _runs(words: Sequence[str]) -> Iterator[str]:
    """What stands in neighbouring words: the tokenizer looks it up among its rules."""
    for first, word in enumerate(words):
        run = word
        for after in words[first + 1 :]:
            run += after
            yield run
