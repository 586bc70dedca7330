"""The lexicons and grammars of one pipeline, each built once and shared by the components that use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from kursk_ie.errors import ArgumentError
from kursk_ie.text.tables import added_folder, adding, user_folder

Cutter = Callable[[str], Doc]
P = TypeVar("P")

_ATTRIBUTE = "_kursk_ie_lexicons"


class Lexicons:
    """Builds each part at first need; phrases are cut by the pipeline's tokenizer, so that they meet its words.

    ``gazetteer`` is the user's pack or table of places; where it is ``None``, ``KURSK_IE_GAZETTEER`` may name one.
    ``folder`` holds tables of the user's, whose rows are read after ours; by default ``KURSK_IE_LEXICONS`` names it.
    """

    def __init__(self, tokenizer: Cutter, folder: Path | None = None) -> None:
        self._tokenizer = tokenizer
        self.gazetteer: Path | None = None
        self.folder = folder if folder is not None else added_folder()
        self._built: dict[Callable[..., Any], Any] = {}
        self._cut: dict[str, list[str]] = {}

    @classmethod
    def of(cls, nlp: Language) -> Lexicons:
        """Those of this pipeline, new ones where its tokenizer has been replaced."""
        known = nlp.__dict__.get(_ATTRIBUTE)
        if not isinstance(known, cls) or known._tokenizer is not nlp.tokenizer:
            before = (known.gazetteer, known.folder) if isinstance(known, cls) else (None, None)
            known = nlp.__dict__[_ATTRIBUTE] = _restored(nlp.tokenizer, *before)
        return known

    def add(self, folder: str | Path | None) -> None:
        """Take the user's tables of this folder too.

        Raises:
            LexiconError: the folder has no tables, see `kursk_ie.text.tables.user_folder`.
            ArgumentError: something has been built without them.
        """
        given = user_folder(folder)
        if given is None or given == self.folder:
            return
        if self._built:
            raise ArgumentError(
                "lexicons-late",
                f"{given} comes after a component without it: give all components the same lexicons",
            )
        self.folder = given

    def cut(self, phrase: str) -> list[str]:
        """The words of a phrase; spaCy's tokenizer cuts what blanks part one by one, so each is cut once."""
        words: list[str] = []
        for chunk in phrase.split():
            cut = self._cut.get(chunk)
            if cut is None:
                whole = self._is_whole(chunk)
                cut = self._cut[chunk] = [chunk] if whole else [t.text for t in self._tokenizer(chunk)]
            words += cut
        return words

    def _is_whole(self, chunk: str) -> bool:
        """Whether spaCy's tokenizer leaves a chunk whole: no special case, prefix, suffix or infix of its own.

        Most lexicon words are whole, and a look at the rules costs a tenth of the ``Doc`` that the tokenizer makes.
        """
        tokenizer = self._tokenizer
        if not isinstance(tokenizer, Tokenizer) or chunk in tokenizer.rules:
            return False
        for search in (tokenizer.prefix_search, tokenizer.suffix_search):
            if search is not None and search(chunk):
                return False
        return tokenizer.infix_finditer is None or next(iter(tokenizer.infix_finditer(chunk)), None) is None

    def lexicon(self, make: Callable[[Callable[[str], list[str]]], P]) -> P:
        """The one instance of a lexicon or grammar that is made from `cut` alone."""
        if make not in self._built:
            with adding(self.folder):
                self._built[make] = make(self.cut)
        return self._built[make]  # type: ignore[no-any-return]

    def part(self, make: Callable[[Lexicons], P]) -> P:
        """The one instance of a part of the pipeline."""
        if make not in self._built:
            with adding(self.folder):
                self._built[make] = make(self)
        return self._built[make]  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Callable[..., Lexicons], tuple[Cutter, Path | None, Path | None]]:
        """What is built comes from the package and the user's files: a worker process builds it again."""
        return _restored, (self._tokenizer, self.gazetteer, self.folder)


def _restored(tokenizer: Cutter, gazetteer: Path | None, folder: Path | None) -> Lexicons:
    lexicons = Lexicons(tokenizer, folder)
    lexicons.gazetteer = gazetteer
    return lexicons
