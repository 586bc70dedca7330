"""One HTML file with everything in it: articles, claims, ledger, timeline, map; it asks no network for anything.

Every text is escaped where it is written. Besides, the page's own policy lets the browser run nothing but the script of
this package, known by its hash, and load nothing at all.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from kursk_ie.errors import ArgumentError
from kursk_ie.files.writers import replacing
from kursk_ie.incidents.reconciling import checked, is_new
from kursk_ie.results import Document, Extraction
from kursk_ie.views.articles import article, as_json, heading
from kursk_ie.views.ledger import article_data, ledger_data
from kursk_ie.views.marking import escaped
from kursk_ie.views.marks import LABELS
from kursk_ie.views.texts import Texts, TextStore

_SCRIPTS = ("elements", "reader", "ledger", "timeline", "map", "start")
_UNLISTED = ("SENTENCE", "SKIPPED")


class Page(BaseModel):
    """A page for people. ``str(page)`` is its HTML; in a notebook it shows itself.

    Attributes:
        html: the whole file.
        articles: how many articles it shows.
        without_text: how many of them in pieces, for want of their text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    html: str
    articles: int
    without_text: int

    def save(self, path: str | Path) -> None:
        """Write the file; it takes the place of one that is there.

        Raises:
            FileError: it cannot be written.
        """
        with replacing(Path(path)) as part:
            part.write_text(self.html, encoding="utf-8", newline="")

    def __str__(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return (
            f"Page(articles={self.articles}, without_text={self.without_text}, {len(self.html):,} characters)"
        )

    def _repr_html_(self) -> str:
        """In a frame of its own, so that neither page nor notebook changes the other."""
        return (
            '<iframe title="kursk_ie" sandbox="allow-scripts allow-popups" width="100%" height="720" '
            f'style="border:1px solid #8886" srcdoc="{escape(self.html)}"></iframe>'
        )


def view(
    extractions: Extraction | Iterable[Extraction], texts: Texts | None = None, *, title: str | None = None
) -> Page:
    """A page that shows who claims what, and where the article says it.

    One extraction gives its article with marks and claims; several give the ledger, a timeline and a map besides.

    Args:
        extractions: results of `extract` or `extract_many`; an article that is given twice is shown once.
        texts: the articles' texts, by document id, or in any form that `extract_many` takes; they are matched by
            SHA-256. An article whose text is neither given nor kept is shown in the pieces that its spans hold.
        title: what the page is called.

    Raises:
        ArgumentError: no extraction, two articles with one id, or a text that is not the one that was read.

    Examples:
        >>> import kursk_ie
        >>> text = "HUR said at least 30 soldiers were killed near Plekhovo."
        >>> page = kursk_ie.view(kursk_ie.extract(text), texts=[text])
        >>> page.articles, page.without_text
        (1, 0)
        >>> '<mark class="place"' in page.html
        True
    """
    given = [extractions] if isinstance(extractions, Extraction) else extractions
    unique = _unique(given)
    if not unique:
        raise ArgumentError("nothing-to-view", "there is no extraction: give one or more")
    store = TextStore(texts)
    kept = [store.text_of(x.document) for x in unique]
    shown = [article(number, x, text) for number, (x, text) in enumerate(zip(unique, kept, strict=True))]
    data = ledger_data(unique) if len(unique) > 1 else article_data(unique[0])
    name = title or (heading(unique[0].document) if len(unique) == 1 else f"{len(unique):,} articles")
    return Page(
        html=_page(name, unique, shown, as_json(data)),
        articles=len(unique),
        without_text=sum(text is None for text in kept),
    )


def _unique(extractions: Iterable[Extraction]) -> list[Extraction]:
    seen: dict[str, Document] = {}
    unique = []
    for extraction in checked(extractions):
        if is_new(extraction, seen.get(extraction.document.id)):
            seen[extraction.document.id] = extraction.document
            unique.append(extraction)
    return unique


def _page(title: str, extractions: list[Extraction], shown: list[str], data: str) -> str:
    style, script = _asset("page.css"), _script()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    several = len(shown) > 1
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="{"several" if several else "single"}">\n'
        f"{_asset('body.html').format(title=escaped(title), legend=_legend(), options=_options(extractions))}"
        f'<section id="reader" aria-label="Article">{shown[0]}</section>\n</main>\n'
        + "".join(
            f'<template id="article-{number}">{html}</template>\n'
            for number, html in enumerate(shown)
            if number > 0
        )
        + f'<script type="application/json" id="data">{data}</script>\n<script>{script}</script>\n</body>\n</html>\n'
    )


def _legend() -> str:
    return "".join(
        f'<label><input type="checkbox" value="{label.name.lower()}"{" checked" if label.shown else ""}>'
        f'<span class="{label.name.lower()}">{label.title}</span></label>'
        for label in LABELS
        if label.name not in _UNLISTED
    )


def _options(extractions: list[Extraction]) -> str:
    return "".join(
        f'<option value="{number}">{escaped(_option(extraction.document))}</option>'
        for number, extraction in enumerate(extractions)
    )


def _option(document: Document) -> str:
    published = document.published.isoformat() if document.published else ""
    return " · ".join(filter(None, (heading(document), document.outlet, published)))


@cache
def _asset(name: str) -> str:
    return (files("kursk_ie.views") / "assets" / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    return '"use strict";\n' + "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
