"""The lexicons and grammars of one pipeline, each built once and shared by the components that use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

Tokenizer = Callable[[str], Doc]
P = TypeVar("P")

_ATTRIBUTE = "_kursk_ie_lexicons"


class Lexicons:
    """Builds each part at first need; phrases are cut by the pipeline's tokenizer, so that they meet its words.

    ``gazetteer`` is the user's pack or table of places; where it is ``None``, ``KURSK_IE_GAZETTEER`` may name one.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.gazetteer: Path | None = None
        self._built: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of(cls, nlp: Language) -> Lexicons:
        """Those of this pipeline, new ones where its tokenizer has been replaced."""
        known = nlp.__dict__.get(_ATTRIBUTE)
        if not isinstance(known, cls) or known._tokenizer is not nlp.tokenizer:
            before = known.gazetteer if isinstance(known, cls) else None
            known = nlp.__dict__[_ATTRIBUTE] = _restored(nlp.tokenizer, before)
        return known

    def cut(self, phrase: str) -> list[str]:
        """The words of a phrase."""
        return [token.text for token in self._tokenizer(phrase)]

    def lexicon(self, make: Callable[[Callable[[str], list[str]]], P]) -> P:
        """The one instance of a lexicon or grammar that is made from `cut` alone."""
        if make not in self._built:
            self._built[make] = make(self.cut)
        return self._built[make]  # type: ignore[no-any-return]

    def part(self, make: Callable[[Lexicons], P]) -> P:
        """The one instance of a part of the pipeline."""
        if make not in self._built:
            self._built[make] = make(self)
        return self._built[make]  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Callable[..., Lexicons], tuple[Tokenizer, Path | None]]:
        """What is built comes with the package: a worker process builds it again."""
        return _restored, (self._tokenizer, self.gazetteer)


def _restored(tokenizer: Tokenizer, gazetteer: Path | None) -> Lexicons:
    lexicons = Lexicons(tokenizer)
    lexicons.gazetteer = gazetteer
    return lexicons
