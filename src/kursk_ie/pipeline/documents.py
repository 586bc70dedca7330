"""What kursk_ie keeps on a spaCy ``Doc``: ``doc._.kursk_ie`` and ``doc._.kursk_ie_article``.

Everything lies in ``doc.user_data``, which spaCy stores with the document. Importing this module adds the two
attributes; every component does, and so does unpacking a stored document.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kursk_ie.errors import ArgumentError
from kursk_ie.results import Article, Extraction

ARTICLE = "kursk_ie_article"
EXTRACTION = "kursk_ie_extraction"


def article_of(doc: Doc) -> Article:
    """The article that the caller set, or one of the text alone."""
    article = doc.user_data.get(ARTICLE)
    return article if isinstance(article, Article) else Article.model_construct(text=doc.text)


def extraction_of(doc: Doc) -> Extraction | None:
    """What the pipeline read from this document; ``None`` before it ran."""
    extraction = doc.user_data.get(EXTRACTION)
    return extraction if isinstance(extraction, Extraction) else None


def set_article(doc: Doc, article: Article) -> None:
    """Say when and by whom a document was published, before the pipeline reads it.

    Raises:
        ArgumentError: ``article`` is no `Article`, or one of another text.
    """
    if not isinstance(article, Article) or article.text != doc.text:
        raise ArgumentError(
            "article-of-doc", "doc._.kursk_ie_article takes a kursk_ie.Article whose text is the document's"
        )
    doc.user_data[ARTICLE] = article


if not Doc.has_extension("kursk_ie"):
    Doc.set_extension("kursk_ie", getter=extraction_of)
    Doc.set_extension("kursk_ie_article", getter=article_of, setter=set_article)
