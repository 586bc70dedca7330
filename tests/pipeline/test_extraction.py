"""`extract`, `extract_many` and `load`."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import kursk_ie
from kursk_ie import ArgumentError, Article, Extraction, TextError

TEXT = "Ukraine said on Friday that at least 30 North Korean soldiers were killed near Plekhovo."
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "published",
    [
        "2024-12-16",
        " 2024-12-16 ",
        "2024-12-16T10:00:00Z",
        "2024-12-16T10:00:00.5+02:00",
        "2024-12-16 10:00",
        dt.date(2024, 12, 16),
        dt.datetime(2024, 12, 16, 23, 59, tzinfo=dt.timezone.utc),
    ],
)
def test_published_in_every_form(published: Any) -> None:
    extraction = kursk_ie.extract(TEXT, published=published)
    assert extraction.document.published == dt.date(2024, 12, 16)
    [date] = [m for m in extraction.mentions if m.label == "DATE"]
    assert date.earliest == date.latest == dt.date(2024, 12, 13)


@pytest.mark.parametrize(
    "published", ["16 Dec 2024", "2024-13-01", "2024-12-16T99:00", 20241216, b"2024-12-16"]
)
def test_published_in_a_wrong_form(published: Any) -> None:
    with pytest.raises(ArgumentError, match="2024-12-16") as caught:
        kursk_ie.extract(TEXT, published=published)
    assert caught.value.code == "published-not-a-date"


@pytest.mark.parametrize(
    ("text", "code"), [(b"bytes", "text-not-str"), (None, "text-not-str"), ("a\ud800b", "text-surrogates")]
)
def test_what_is_no_text(text: Any, code: str) -> None:
    with pytest.raises(TextError) as caught:
        kursk_ie.extract(text)
    assert caught.value.code == code


@pytest.mark.parametrize("field", ["outlet", "title", "url", "id"])
@pytest.mark.parametrize("value", [7, "\udcff"])
def test_a_wrong_field_is_named(field: str, value: Any) -> None:
    with pytest.raises(ArgumentError, match=field):
        kursk_ie.extract(TEXT, **{field: value})


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "\u200b", "é", "“", "‮abc"])
def test_texts_without_anything(text: str) -> None:
    extraction = kursk_ie.extract(text)
    assert extraction.events == () == extraction.mentions
    assert extraction.document.length == len(text)


def test_the_document_of_a_result() -> None:
    document = kursk_ie.extract(
        TEXT, outlet="Halka", title="Losses", url="https://example.org/1", id="7"
    ).document
    assert (document.outlet, document.title, document.url, document.id) == (
        "Halka",
        "Losses",
        "https://example.org/1",
        "7",
    )
    assert kursk_ie.extract(TEXT).document.id == document.sha256[:16]


def _models(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        value = tuple(value.__dict__.values())
    if isinstance(value, tuple):
        for part in value:
            yield from _models(part)


def test_every_model_has_all_its_fields_in_order() -> None:
    text = (
        "Russia has lost 90 tanks since May 3, Col. Anna Petrenko of the 93rd Mechanized Brigade told Reuters in "
        "Kharkiv. Moscow denied it. Three people died at Zhovtnevokrylivka between May and June, officials said, "
        "Interfax reported. The toll could not be independently verified.\nRead more: Our podcast\n"
    )
    texts = [text, *(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt"))]
    models = [model for text in texts for model in _models(kursk_ie.extract(text))]
    kinds = {type(model).__name__ for model in models}
    assert kinds >= {"Extraction", "Document", "Issue", "Place", "Unit", "Figure", "Date"}
    assert kinds >= {"Attribution", "Relay", "Event", "EventFigure", "Party", "Verification"}
    for model in models:
        assert list(model.__dict__) == list(type(model).model_fields), model


def test_the_text_is_kept_where_it_is_asked_for() -> None:
    kept = kursk_ie.extract(TEXT, keep_text=True)
    assert kept.document.text == TEXT
    assert kursk_ie.extract(TEXT).document.text is None
    assert next(kursk_ie.extract_many([{"text": TEXT, "keep_text": True}])) == kept


def test_every_way_gives_the_same() -> None:
    article = Article(text=TEXT, published=dt.date(2024, 12, 16), outlet="Halka", id="x")
    given: list[Any] = [
        article,
        article.model_dump(),
        {**article.model_dump(mode="json"), "another column": 1},
    ]
    want = kursk_ie.extract(TEXT, published="2024-12-16", outlet="Halka", id="x")
    assert list(kursk_ie.extract_many(given)) == [want] * 3
    assert next(kursk_ie.extract_many([TEXT])) == kursk_ie.extract(TEXT)


def test_the_pipeline_gives_the_same() -> None:
    nlp = kursk_ie.load()
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert nlp(text)._.kursk_ie == kursk_ie.extract(text), path.stem


def test_many_is_lazy() -> None:
    endless = kursk_ie.extract_many(TEXT for _ in itertools.count())
    assert len(list(itertools.islice(endless, 3))) == 3


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2", None])
def test_wrong_workers(workers: Any) -> None:
    with pytest.raises(ArgumentError, match="workers"):
        kursk_ie.extract_many([TEXT], workers=workers)


@pytest.mark.parametrize("articles", [TEXT, b"x", {"text": TEXT}, Article(text=TEXT), None, 3])
def test_one_article_is_not_many(articles: Any) -> None:
    with pytest.raises(ArgumentError, match="articles-not-iterable"):
        kursk_ie.extract_many(articles)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("item", "code"),
    [
        (3, "article-kind"),
        ({"body": TEXT}, "article-without-text"),
        ({"text": 3}, "text-not-str"),
        ({"text": "\ud800"}, "text-surrogates"),
        (Article(text="\ud800"), "text-surrogates"),
        ({"text": TEXT, "published": "soon"}, "published-not-a-date"),
    ],
)
def test_a_wrong_item_raises_after_the_results_before_it(item: Any, code: str, workers: int) -> None:
    results = kursk_ie.extract_many(["Calm.", "Calm again.", item, "Never."], workers=workers)
    assert next(results).document.length == 5
    assert next(results).document.length == 11
    with pytest.raises(kursk_ie.KurskIEError) as caught:
        next(results)
    assert caught.value.code == code


def test_workers_keep_the_order_and_read_little_ahead() -> None:
    taken = 0

    def articles() -> Iterator[dict[str, str]]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            yield {"text": TEXT, "id": str(number)}

    results = kursk_ie.extract_many(articles(), workers=2)
    first = list(itertools.islice(results, 150))
    assert [e.document.id for e in first] == [str(number) for number in range(150)]
    assert first[0] == kursk_ie.extract(TEXT, id="0")
    assert taken <= 150 + 32 * 6
    results.close()  # type: ignore[attr-defined]


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import kursk_ie\nprint(*(e.document.length for e in kursk_ie.extract_many(['Calm.'], workers=2)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "5\n", "")


def test_threads() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))] * 4
    want = [kursk_ie.extract(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(kursk_ie.extract, texts)) == want


def test_words_of_past_texts_are_let_go() -> None:
    from kursk_ie.pipeline.reader import shared_reader

    kursk_ie.extract("Warm up.")
    strings = shared_reader().tokenizer.vocab.strings
    before = len(strings)
    for number in range(50):
        kursk_ie.extract(" ".join(f"Quux{number}x{word} said." for word in range(50)))
    assert len(strings) - before < 50


def test_a_text_above_the_limit_of_spacy() -> None:
    text = "Calm. " * 200_000
    assert kursk_ie.extract(text).document.length == len(text)
    assert isinstance(kursk_ie.load()(text)._.kursk_ie, Extraction)


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    from time import perf_counter

    story = (SEEDS / "01-wire.txt").read_text(encoding="utf-8")

    def cost(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            begin = perf_counter()
            kursk_ie.extract(story * times)
            best = min(best, perf_counter() - begin)
        return best

    assert cost(64) < 3 * 8 * cost(8)


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_is_left_as_it_was(collecting: bool) -> None:
    was = gc.isenabled()
    try:
        gc.enable() if collecting else gc.disable()
        kursk_ie.extract("Ukraine said 30 soldiers were killed near Kursk.")
        assert gc.isenabled() is collecting
    finally:
        gc.enable() if was else gc.disable()
