"""Cutting texts into words as spaCy's tokenizer does, each stretch between white space only once.

The tokenizer cuts at white space first and then cuts every stretch for itself; most stretches of a text stood in one
before it. So this keeps what became of each, and gives the tokenizer only new ones that are no plain words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from kursk_ie.text.tokens import Tokens, count_breaks, normalise

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_OPENING: Final = frozenset("\"'“‘(«[„$£€#")
_CLOSING: Final = frozenset(".,:;?!\"'”’)»]")
_POSSESSIVES: Final = ("'s", "’s")
_MOST: Final = 1 << 16  # stretches kept, some ten megabytes

# The norm of a stretch that is one word; else its words, each before its norm. A flat tuple of strings is no burden
# to the garbage collector.
_Cut = str | tuple[str, ...]


class Tokenizer(Protocol):
    """What is used of spaCy's tokenizer, a compiled class without types."""

    @property
    def vocab(self) -> Vocab: ...

    @property
    def rules(self) -> dict[str, Any]: ...

    def __call__(self, string: str) -> Doc: ...


class WordCutter:
    """The words of texts, as a tokenizer gives them; memory stays flat however many texts it reads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._rules = tokenizer.rules
        self._known: dict[str, _Cut] = {}

    def read(self, text: str) -> Tokens:
        """The words of a text, the same as `read_tokens` of its ``Doc``; their indices count no white space."""
        words: list[str] = []
        norms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self._known
        at = -1
        for stretch in text.split():
            at += 1
            while text[at].isspace():  # mostly one blank parts two stretches: to search would take longer
                at += 1
            cut = known.get(stretch)
            if cut is None:
                cut = self._learn(stretch)
            starts.append(at)
            if isinstance(cut, str):
                words.append(stretch)
                norms.append(cut)
                at += len(stretch)
            else:
                at += len(cut[0])
                words.append(cut[0])
                norms.append(cut[1])
                for index in range(2, len(cut), 2):
                    ends.append(at)
                    starts.append(at)
                    words.append(cut[index])
                    norms.append(cut[index + 1])
                    at += len(cut[index])
            ends.append(at)
        return Tokens(text, words, norms, starts, ends, count_breaks(text, starts), range(len(words)))

    def _learn(self, stretch: str) -> _Cut:
        """Cut a new stretch and keep what became of it."""
        if len(self._known) >= _MOST:
            self._known.clear()
        words = self._cut_plain(stretch) or self._cut(stretch)
        forms: list[str] = []
        for word in words:
            forms.append(word)
            forms.append(normalise(word))
        cut: _Cut = forms[1] if len(words) == 1 else tuple(forms)
        self._known[stretch] = cut
        return cut

    def _cut(self, stretch: str) -> list[str]:
        """Have the tokenizer cut a stretch."""
        with self._tokenizer.vocab.memory_zone():
            return [word.text for word in self._tokenizer(stretch)]

    def _cut_plain(self, stretch: str) -> list[str]:
        """Cut letters or a number, quotation marks and punctuation about it; no words where the tokenizer must.

        No affix of English is a letter, so only a rule such as that of *cannot*, *Gen.* or *:)* parts or holds these.
        """
        if stretch.isalpha():
            return [] if stretch in self._rules else [stretch]
        first, last = _without_marks(stretch)
        inner = _inner_words(stretch[first:last])
        if not inner or not _marks_part(stretch, first, last):
            return []
        words = [*stretch[:first], *inner, *stretch[last:]]
        return [] if _meet_rule(words, self._rules) else words


def _without_marks(stretch: str) -> tuple[int, int]:
    """Where what the marks about it leave of a stretch begins and ends."""
    first, last = 0, len(stretch)
    while first < last and stretch[first] in _OPENING:
        first += 1
    while last > first and stretch[last - 1] in _CLOSING:
        last -= 1
    return first, last


def _inner_words(stem: str) -> list[str]:
    """The words of a plain word, a possessive or words with hyphens; none where the stem is something else."""
    if _is_plain(stem):
        return [stem]
    if stem.endswith(_POSSESSIVES):
        owner = stem[:-2]
        return [owner, stem[-2:]] if owner.isalpha() else []
    head, *rest = stem.split("-")
    if not (rest and stem.isascii() and _is_plain(head)):
        return []
    words = [head]
    for part in rest:
        if not part.isalpha():
            return [stem] if len(rest) == 1 and head.isalpha() and part.isdigit() else []  # "Su-34"
        words += ("-", part)
    return words


def _is_plain(word: str) -> bool:
    """Whether a word consists of letters, of digits with commas and full stops among them, or of both, digits last.

    Letters after a digit may be a unit, a word of its own.
    """
    if word.isalpha():
        return True
    if not word.isascii() or not word[-1:].isdigit():
        return False
    if word.isalnum():
        return True
    return word[0].isdigit() and ".." not in word and word.replace(",", "").replace(".", "").isdigit()


def _marks_part(stretch: str, first: int, last: int) -> bool:
    """Whether each mark before ``first`` and from ``last`` on is a word: no doubled one, no full stop of an initial."""
    for at in range(1, first):
        if stretch[at] == stretch[at - 1]:
            return False
    for at in range(last, len(stretch)):
        mark, before = stretch[at], stretch[at - 1]
        if mark == before:
            return False
        if mark == "." and at == last and not (before.isascii() and (before.islower() or before.isdigit())):
            return False
    return True


def _meet_rule(words: list[str], rules: dict[str, Any]) -> bool:
    """Whether a rule of the tokenizer parts one of these words, or is about neighbouring ones together."""
    for first, word in enumerate(words):
        if len(rules.get(word, ())) > 1:
            return True
        run = word
        for after in words[first + 1 :]:
            run += after
            if run in rules:
                return True
    return False
