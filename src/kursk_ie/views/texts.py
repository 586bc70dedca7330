"""The texts that belong to extractions: found by their SHA-256, so that no extraction is shown on another text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from kursk_ie.errors import ArgumentError
from kursk_ie.pipeline.articles import as_article
from kursk_ie.results import Article, Document

Texts = Mapping[str, str] | Iterable[str | Mapping[str, object] | Article]
"""Texts by the id of their document, or articles in any form that ``extract_many`` takes."""


class TextStore:
    """Texts to be asked for by document.

    Raises:
        ArgumentError: ``texts`` is one str, or holds what is no article.
        TextError: a text is no str, or holds lone surrogates.
    """

    def __init__(self, texts: Texts | None = None) -> None:
        self._by_hash: dict[str, str] = {}
        self._ids: set[str] = set()
        if isinstance(texts, str | bytes):
            raise ArgumentError(
                "texts-one-str", "texts is one text: give a list of texts, or a mapping of id to text"
            )
        if isinstance(texts, Mapping):
            texts = [{"id": id, "text": text} for id, text in texts.items()]
        for item in texts or ():
            article = as_article(item)
            self._by_hash[digest(article.text)] = article.text
            if article.id is not None:
                self._ids.add(article.id)

    def text_of(self, document: Document) -> str | None:
        """The document's text, as it was given or as the result kept it; ``None`` where neither is.

        Raises:
            ArgumentError: the text that was given under the document's id, or kept, is another one.
        """
        text = self._by_hash.get(document.sha256)
        if text is not None:
            return text
        kept: str | None = getattr(document, "text", None)
        if kept is not None and digest(kept) == document.sha256:
            return kept
        if kept is not None or document.id in self._ids:
            raise ArgumentError(
                "text-differs",
                f"the text given for {document.id!r} is not the one that was read (SHA-256 differs): "
                "give it unchanged, or extract it again",
            )
        return None


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 form, as `Document` holds it."""
    return sha256(text.encode()).hexdigest()
