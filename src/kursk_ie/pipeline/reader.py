"""Reading an article without a spaCy ``Doc``: the same parts as the components, on the words alone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

from kursk_ie.claims.reading import Reading
from kursk_ie.pipeline.assembly import assemble
from kursk_ie.pipeline.collector import RestingCollector
from kursk_ie.pipeline.lexicons import Lexicons
from kursk_ie.pipeline.loading import make_tokenizer
from kursk_ie.pipeline.parts import PARTS
from kursk_ie.results import Article, Extraction
from kursk_ie.text.cutting import WordCutter


class ArticleReader:
    """Reads articles as the pipeline of `load` does, in less time; threads take turns."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds tables of the user's; by default that of the environment, if any."""
        self.tokenizer = make_tokenizer()
        lexicons = self.lexicons = Lexicons(self.tokenizer, folder)
        self._cutter = WordCutter(self.tokenizer)
        with RestingCollector():
            self._parts = [lexicons.part(make) for make in PARTS.values()]
        self._one_at_a_time = Lock()

    def read(self, article: Article) -> Extraction:
        """All that the article tells."""
        with self._one_at_a_time, RestingCollector():
            reading = Reading(article, self._cutter.read(article.text))
            for part in self._parts:
                part.read(reading)
            return assemble(reading)


@lru_cache(maxsize=1)
def shared_reader() -> ArticleReader:
    """The reader that `extract` uses, loaded once in a process."""
    return ArticleReader()
