"""The page as a file: its texts, its escapes, its errors."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from seeds import articles, extractions

import kursk_ie
from kursk_ie import ArgumentError, Document, Extraction, FileError, Page

HOSTILE = (
    'Ukraine said at least 30 soldiers were killed near <script>alert("x")</script> Sudzha. '
    "=HYPERLINK(0) </template></script><img src=x onerror=alert(1)> the ministry said."
)


def _hostile() -> Extraction:
    return kursk_ie.extract(HOSTILE, id='"><script>', title="</title><script>", url="javascript:alert(1)")


def test_nothing_of_an_article_becomes_markup() -> None:
    for given in (_hostile(), [_hostile(), *extractions()], [*extractions(), _hostile()]):
        written = kursk_ie.view(given, texts=[HOSTILE]).html
        ours = re.sub(r'<script type="application/json".*?</script>', "", written, flags=re.S)
        assert written.count("<script") == written.count("</script>")
        assert ours.count("<script") == 1
        assert "<img" not in written
        assert "javascript:" not in ours.replace("text/javascript", "")
        assert "</title><" not in written.replace("</title>\n<", "")


def test_the_data_is_json_and_holds_no_tag() -> None:
    written = kursk_ie.view([_hostile(), *extractions()], texts=[HOSTILE]).html
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', written, re.S)
    assert len(blocks) == len(extractions()) + 2
    for block in blocks:
        json.loads(block)
        assert "<" not in block


def test_the_page_names_no_address_but_the_articles() -> None:
    article = articles()[0].model_copy(update={"url": "https://example.org/a"})
    written = kursk_ie.view(kursk_ie.extract(**dict(article)), texts=[article]).html
    addresses = re.findall(r"(?:src|href|url|import)\s*[=(]\s*[\"']?(?!#)([^\"')\s>]+)", written)
    assert set(addresses) == {"https://example.org/a"}


def test_a_script_that_is_not_ours_is_forbidden() -> None:
    written = kursk_ie.view(extractions()).html
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', written)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_texts_by_id_by_article_and_by_themselves() -> None:
    forms = (
        {article.id: article.text for article in articles()},
        [article.text for article in articles()],
        [{"id": article.id, "text": article.text} for article in articles()],
        articles(),
    )
    pages = {kursk_ie.view(extractions(), texts=texts).html for texts in forms}  # type: ignore[arg-type]
    assert len(pages) == 1
    assert kursk_ie.view(extractions(), texts=forms[0]).without_text == 0  # type: ignore[arg-type]


def test_an_article_without_its_text_says_so_and_shows_its_sentences() -> None:
    page = kursk_ie.view(extractions()[0])
    assert page.without_text == 1
    assert "The text of this article is not at hand" in page.html
    words = html.unescape(re.sub(r"<[^>]*>", "", page.html))
    assert all(event.sentence.text in words for event in extractions()[0].events)


def test_another_text_under_the_id_is_an_error() -> None:
    with pytest.raises(ArgumentError, match="SHA-256 differs") as caught:
        kursk_ie.view(extractions(), texts={articles()[0].id: articles()[1].text + " "})  # type: ignore[dict-item]
    assert caught.value.code == "text-differs"


class _Keeping(Document):
    """A document that holds its text."""

    text: str | None = None


def test_a_kept_text_is_used_when_it_is_the_one_that_was_read() -> None:
    first = extractions()[0]
    kept = _Keeping(**first.document.model_dump() | {"text": articles()[0].text})
    assert kursk_ie.view(first.model_copy(update={"document": kept})).without_text == 0
    with pytest.raises(ArgumentError, match="SHA-256 differs"):
        kursk_ie.view(first.model_copy(update={"document": kept.model_copy(update={"text": "Other."})}))


@pytest.mark.parametrize(
    ("given", "texts", "code"),
    [
        ([], None, "nothing-to-view"),
        (["text"], None, "not-an-extraction"),
        ("text", None, "extractions-not-iterable"),
        (extractions(), "text", "texts-one-str"),
        (extractions(), [3], "article-kind"),
    ],
)
def test_wrong_arguments(given: object, texts: object, code: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        kursk_ie.view(given, texts=texts)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_an_article_given_twice_is_shown_once_and_two_of_one_id_are_an_error() -> None:
    first, second = extractions()[:2]
    assert kursk_ie.view([first, first]).articles == 1
    other = second.model_copy(
        update={"document": second.document.model_copy(update={"id": first.document.id})}
    )
    with pytest.raises(ArgumentError) as caught:
        kursk_ie.view([first, other])
    assert caught.value.code == "document-twice"


def test_the_same_extractions_give_the_same_page() -> None:
    assert kursk_ie.view(extractions(), texts=articles()) == kursk_ie.view(
        list(extractions()), texts=articles()
    )


def test_saving_and_the_frame_of_a_notebook(tmp_path: Path) -> None:
    page = kursk_ie.view(extractions(), texts=articles(), title="Five reports")
    page.save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().decode() == page.html == str(page)
    assert "<title>Five reports</title>" in page.html
    frame = page._repr_html_()
    [inside] = re.findall(r'srcdoc="([^"]*)"', frame)
    assert html.unescape(inside) == page.html
    assert "allow-same-origin" not in frame
    assert Page.model_validate_json(page.model_dump_json()) == page
    assert len(repr(page)) < 100
    with pytest.raises(FileError):
        page.save(tmp_path / "missing" / "page.html")


def test_every_claim_of_the_ledger_points_to_events_that_are_there() -> None:
    written = kursk_ie.view(extractions()).html
    [block] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', written, re.S)
    data = json.loads(block)
    incidents = kursk_ie.reconcile(extractions())
    assert len(data["rows"]) == sum(len(incident.claims) for incident in incidents)
    told = {(key, number) for row in data["rows"] for key, number in row["tellings"]}
    there = {(f"e{n}", number) for number, x in enumerate(extractions()) for n in range(len(x.events))}
    assert told == there
    for row in data["rows"]:
        assert row["tellings"]


def test_a_row_goes_to_the_event_with_its_own_figure() -> None:
    texts = [
        "HUR said at least 30 soldiers were killed near Plekhovo on Dec. 14. "
        "The Pentagon said at least 20 soldiers were killed near Plekhovo on Dec. 14.",
        "HUR said at least 30 soldiers were killed near Plekhovo on December 14.",
    ]
    given = list(kursk_ie.extract_many({"text": text, "published": "2024-12-16"} for text in texts))
    [block] = re.findall(r'id="data">(.*?)</script>', kursk_ie.view(given).html, re.S)
    for row in json.loads(block)["rows"]:
        for key, number in row["tellings"]:
            event = given[number].events[int(key[1:])]
            assert event.figures[0].min == row["least"]
