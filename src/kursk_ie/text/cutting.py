"""Cutting texts into words as spaCy's tokenizer does, each stretch between white space only once.

The tokenizer cuts at white space first and then cuts every stretch for itself; most stretches of a text stood in one
before it. So this keeps what became of each, and gives the tokenizer the new ones only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from kursk_ie.text.tokens import Tokens, count_breaks, normalise

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_MOST = 1 << 16  # stretches kept, some ten megabytes

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
        self._learn(stretches)
        known, find = self._known, text.find
        end = 0
        for stretch in stretches:
            start = find(stretch, end)
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

    def _learn(self, stretches: Iterable[str]) -> None:
        """Cut what is new among these stretches."""
        known = self._known
        new = set(stretches).difference(known)
        if len(known) + len(new) > _MOST:
            known.clear()
            new = set(stretches)
        mixed = [stretch for stretch in new if not self._cut_plain(stretch)]
        if mixed:
            self._cut(mixed)

    def _cut_plain(self, stretch: str) -> bool:
        """Cut a stretch of letters, with a comma or full stop at its end or without; false where the tokenizer must.

        No affix of English is a letter, so only a rule such as that of *cannot* or *Gen.* parts or holds these.
        """
        mark = stretch[-1]
        stem = stretch[:-1] if mark in ",." else stretch
        rules = self._tokenizer.rules
        if not (stem.isalpha() and stem.isascii()) or stem in rules or stretch in rules:
            return False
        norm = stem.lower()
        if stem is stretch:
            self._known[stretch] = norm
        elif mark == "," or stem[-1].islower():  # a capital may be an initial, whose full stop stays with it
            end = len(stem)
            self._known[stretch] = (stem, norm, 0, end), (mark, mark, end, end + 1)
        else:
            return False
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
