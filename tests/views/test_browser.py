"""The page in a real browser, headless Chromium: what is seen, clicked, typed and heard."""

from __future__ import annotations

import importlib.util
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from seeds import articles, extractions, spans

import kursk_ie
from kursk_ie import Extraction

_SPEC = importlib.util.spec_from_file_location("pages", Path(__file__).parents[2] / "benchmarks" / "pages.py")
assert _SPEC is not None and _SPEC.loader is not None
_BENCHMARK = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_BENCHMARK)

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class _Opened:
    """A page in the browser that lets no error and no request pass unseen."""

    def __init__(self, browser: Any, path: Path, page: kursk_ie.Page, **how: Any) -> None:
        page.save(path)
        self.faults: list[str] = []
        self.tab = browser.new_page(**how)
        self.tab.on("console", lambda said: self.faults.append(said.text))
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.requests: list[str] = []
        self.tab.goto(path.as_uri())
        self.tab.wait_for_selector("html[data-ready=yes]", state="attached")


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    pages: list[_Opened] = []

    def open_page(page: kursk_ie.Page, **how: Any) -> Any:
        pages.append(_Opened(browser, tmp_path / f"{len(pages)}.html", page, **how))
        return pages[-1].tab

    yield open_page
    for page in pages:
        page.tab.close()
        assert page.faults == []
        assert len(page.requests) == 1


def _five() -> kursk_ie.Page:
    return kursk_ie.view(extractions(), texts=articles())


def _shared() -> tuple[list[Extraction], list[str]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("*.txt"))]
    return [kursk_ie.extract(text, id=str(number)) for number, text in enumerate(texts)], texts


def _marks(tab: Any) -> list[tuple[str, str]]:
    """Label and words of every mark in the article that is shown, put together where it is cut."""
    parts = tab.eval_on_selector_all(
        "#reader .text mark",
        "nodes => nodes.map(node => [node.dataset.mark, node.classList[0], node.textContent])",
    )
    words: dict[tuple[str, str], str] = defaultdict(str)
    for mark, label, text in parts:
        words[mark, label.upper()] += text
    return [(label, text) for (_, label), text in words.items() if label != "SKIPPED"]


def _check_articles(tab: Any, given: list[Extraction], texts: list[str]) -> None:
    for number, (extraction, text) in enumerate(zip(given, texts, strict=True)):
        tab.select_option("#picker select", str(number))
        assert tab.text_content("#reader .text") == text
        assert Counter(_marks(tab)) == Counter(spans(extraction))
        assert tab.locator("#reader .claims ol").first.locator("li").count() == len(extraction.events)


def test_marks_are_the_spans_of_the_extraction(opened: Any) -> None:
    _check_articles(opened(_five()), list(extractions()), [article.text for article in articles()])


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared folder beside the checkout")
def test_marks_of_the_shared_articles(opened: Any) -> None:
    given, texts = _shared()
    _check_articles(opened(kursk_ie.view(given, texts=texts)), given, texts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_is_wider_than_the_window(opened: Any, width: int, scheme: str) -> None:
    tab = opened(_five(), viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.is_visible("#timeline svg") and tab.is_visible("#map svg") and tab.is_visible("#ledger table")


def test_a_claim_lights_its_sentence_up(opened: Any) -> None:
    tab = opened(kursk_ie.view(extractions()[0], texts=articles()))
    for number, event in enumerate(extractions()[0].events):
        tab.click(f'.claim[data-key="e{number}"]')
        assert tab.locator("mark.sentence.lit").all_text_contents() == [event.sentence.text]
        assert tab.locator('.claim[aria-pressed="true"]').get_attribute("data-key") == f"e{number}"
        assert event.sentence.text in (tab.text_content("#live") or "")
        linked = tab.locator("mark.linked").all_text_contents()
        assert all(figure.text in linked for figure in event.figures)
    tab.keyboard.press("Escape")
    assert tab.locator("mark.lit").count() == 0


def test_the_sentence_is_scrolled_into_sight(opened: Any) -> None:
    tab = opened(
        kursk_ie.view(extractions()[0], texts=articles()),
        viewport={"width": 900, "height": 500},
        reduced_motion="reduce",
    )
    tab.locator(".claim").last.click()
    box = tab.locator("mark.linked").first.bounding_box()
    assert 0 <= box["y"] <= 500


def test_a_tap_shows_fields_and_rule(opened: Any) -> None:
    tab = opened(kursk_ie.view(extractions()[0], texts=articles()))
    tab.click("mark.cue >> nth=0")
    card = tab.inner_text("#card")
    first = min(extractions()[0].attributions, key=lambda a: a.cue.start)
    assert first.rule in card and first.act in card
    tab.keyboard.press("Escape")
    assert tab.is_hidden("#card")


def test_hovering_shows_a_place_with_its_coordinates(opened: Any) -> None:
    tab = opened(kursk_ie.view(extractions()[0], texts=articles()))
    tab.hover("mark.place:has-text('Plekhovo')")
    card = tab.inner_text("#card")
    place = next(m for m in extractions()[0].mentions if m.text == "Plekhovo")
    assert place.label == "PLACE"
    assert place.gazetteer_id is not None and place.gazetteer_id in card
    assert f"{place.start}–{place.end}" in card


def test_the_keyboard_reaches_everything(opened: Any) -> None:
    tab = opened(_five())
    tab.focus("#legend input[value=place]")
    tab.keyboard.press("Tab")
    while not tab.evaluate("document.activeElement.matches('#reader .text mark')"):
        tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.dataset.mark")
    assert tab.is_visible("#card")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.dataset.mark") != first
    assert tab.is_visible("#card")
    tab.keyboard.press("Tab")  # one stop for all marks: the claims are next
    assert tab.evaluate("document.activeElement.matches('.claim')")
    tab.keyboard.press("Enter")
    assert tab.locator("mark.sentence.lit").count() >= 1
    tab.focus("#ledger .open >> nth=2")
    tab.keyboard.press("Enter")
    assert tab.is_visible("#selected")
    tab.focus("#map .site >> nth=0")
    tab.keyboard.press("Enter")
    assert tab.locator("#chips button").count() == 1
    assert tab.evaluate(
        "document.activeElement.matches('#map .site')"
    )  # it was drawn anew, and has the focus still


def test_what_a_screen_reader_hears(opened: Any) -> None:
    tab = opened(_five())
    for role in ("button", "combobox", "checkbox", "searchbox"):
        for node in tab.get_by_role(role).all()[:200]:
            named = node.evaluate(
                "node => [node.getAttribute('aria-label'), node.textContent, ...[...(node.labels || [])].map("
                "label => label.textContent)].join('')"
            )
            assert named.strip(), node.evaluate("node => node.outerHTML")
    for name in ("Timeline", "Map", "Ledger", "Article"):
        assert tab.get_by_role("region", name=name, exact=True).count() >= 1
    assert tab.get_by_role("columnheader").count() == 11
    tab.get_by_role("button", name="How many", exact=True).click()
    assert tab.get_by_role("columnheader", name="How many").get_attribute("aria-sort") == "ascending"


def _column(tab: Any, number: int) -> list[str]:
    return list(tab.locator(f"#ledger tbody td:nth-child({number})").all_text_contents())


def test_filter_and_sorting_of_the_ledger(opened: Any) -> None:
    tab = opened(_five())
    count = sum(len(incident.claims) for incident in kursk_ie.reconcile(extractions()))
    assert tab.inner_text("#count") == f"{count} claims"
    tab.fill("#filter [name=words]", "KURSK casualties")
    expect(tab.locator("#count")).to_contain_text(" of ")
    rows = tab.locator("#ledger tbody tr").all_inner_texts()
    assert rows and all("kursk" in row.lower() and "casualties" in row.lower() for row in rows)
    tab.fill("#filter [name=words]", "")
    expect(tab.locator("#count")).to_have_text(f"{count} claims")
    tab.select_option("#filter [name=type]", "strength")
    expect(tab.locator("#count")).to_contain_text(" of ")
    assert all(what.startswith("strength") for what in _column(tab, 2))
    tab.select_option("#filter [name=type]", "")
    expect(tab.locator("#count")).to_have_text(f"{count} claims")
    tab.get_by_role("button", name="Sources", exact=True).click()
    values = [int(value) for value in _column(tab, 8)]
    assert values == sorted(values)
    tab.get_by_role("button", name="Sources", exact=True).click()
    assert [int(value) for value in _column(tab, 8)] == sorted(values, reverse=True)


def test_a_row_opens_its_article_at_the_sentence(opened: Any) -> None:
    tab = opened(_five())
    tab.get_by_role("button", name="Reports", exact=True).dblclick()  # most reports first
    tab.click("#ledger tbody tr >> nth=0")
    buttons = tab.locator("#selected .tellings button")
    assert buttons.count() >= 2
    shown = set()
    for button in buttons.all():
        button.click()
        assert tab.locator("mark.sentence.lit").count() >= 1
        shown.add(tab.get_attribute("#reader > article", "data-article"))
    assert len(shown) >= 2


def test_timeline_and_map_filter_the_ledger(opened: Any) -> None:
    tab = opened(_five())
    for part in ("#timeline .period", "#map .site"):
        mark = tab.locator(part).last
        told = int((mark.get_attribute("aria-label") or "").rsplit(": ", 1)[1].split()[0])
        mark.focus()
        tab.keyboard.press("Enter")
        assert tab.inner_text("#count").startswith(f"{told} of ")
        tab.click("#chips button")
        assert " of " not in tab.inner_text("#count")


def _overlaps(tab: Any) -> list[tuple[str, str]]:
    boxes = tab.eval_on_selector_all(
        "#map .site text",
        """nodes => nodes.map(node => {
          const box = node.getBoundingClientRect();
          return [node.textContent, box.left, box.top, box.right, box.bottom];
        })""",
    )
    return [
        (one[0], other[0])
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if one[1] < other[3] and one[3] > other[1] and one[2] + 2 < other[4] and one[4] - 2 > other[2]
    ]


def test_labels_of_the_map_do_not_collide_and_the_scale_is_right(opened: Any) -> None:
    tab = opened(_many(60))
    for zoom in ("all", "out", "dense", "in", "in"):
        tab.click(f'#map [data-zoom="{zoom}"]')
        assert _overlaps(tab) == []
    tab.click('#map [data-zoom="all"]')
    assert tab.locator("#map .site text").count() >= 5
    # Kharkiv and Kherson are 415 km apart
    distance, bar, km = tab.evaluate(
        """() => {
          const at = name => {
            const circle = document.querySelector(`#map .site[aria-label^="${name},"] circle`);
            return [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))];
          };
          const [a, b] = [at("Kharkiv"), at("Kherson")];
          const scale = document.querySelector("#map .scale");
          const bar = Number(scale.getAttribute("d").match(/h([0-9.]+)/)[1]);
          return [Math.hypot(a[0] - b[0], a[1] - b[1]), bar, Number(scale.dataset.km)];
        }"""
    )
    assert 380 < distance / bar * km < 450


def test_a_place_of_a_single_article_lights_its_mentions_up(opened: Any) -> None:
    tab = opened(kursk_ie.view(extractions()[0], texts=articles()))
    site = tab.locator("#map .site[aria-label^='Plekhovo']")
    site.focus()
    tab.keyboard.press("Enter")
    assert set(tab.locator("mark.linked").all_text_contents()) == {"Plekhovo"}


def test_marks_can_be_hidden(opened: Any) -> None:
    tab = opened(kursk_ie.view(extractions()[0], texts=articles()))
    width = "node => getComputedStyle(node).borderBottomWidth"
    assert tab.eval_on_selector("mark.place", width) == "2px"
    tab.uncheck("#legend input[value=place]")
    assert tab.eval_on_selector("mark.place", width) == "0px"


def test_an_article_runs_nothing_and_a_formula_is_text(opened: Any) -> None:
    text = (
        "Ukraine said at least 30 soldiers were killed near <script>alert(1)</script> Sudzha. "
        '<img src=x onerror=alert(2)></template><svg onload=alert(3)> =HYPERLINK("//x") the ministry said.'
    )
    hostile = kursk_ie.extract(
        text, id="<script>alert(4)</script>", title="=1+1<img src=x onerror=alert(5)>", outlet="<b>x"
    )
    for given, texts in (
        ([hostile, *extractions()], [text]),
        ([*extractions(), hostile], [text]),
        (hostile, None),
    ):
        tab = opened(kursk_ie.view(given, texts=texts))  # type: ignore[arg-type]
        if isinstance(given, list):
            tab.select_option("#picker select", str(given.index(hostile)))
            assert tab.text_content("#reader .text") == text
        for key in tab.eval_on_selector_all("#reader .claim", "nodes => nodes.map(node => node.dataset.key)"):
            tab.click(f'#reader .claim[data-key="{key}"]')
        for mark in tab.locator("#reader .text mark.figure").all():
            mark.click()
        assert tab.locator("#reader img, #reader .text script, #reader b, #card img").count() == 0


def test_texts_beyond_the_basic_plane_are_marked_where_they_should(opened: Any) -> None:
    text = "😀😀 Ukraine said at least 30 soldiers were killed near Sudzha. 😀"
    extraction = kursk_ie.extract(text)
    tab = opened(kursk_ie.view(extraction, texts=[text]))
    assert Counter(_marks(tab)) == Counter(spans(extraction))


def test_the_page_works_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{_five()._repr_html_()}", encoding="utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("#ledger tbody tr").first.click()
    assert frame.locator("mark.sentence.lit").count() >= 1
    tab.close()


def test_without_scripts_the_first_article_is_read(browser: Any, tmp_path: Path) -> None:
    _five().save(tmp_path / "page.html")
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((tmp_path / "page.html").as_uri())
    assert tab.inner_text("#reader h2") == articles()[0].title
    assert tab.locator("#reader .claim").count() >= len(extractions()[0].events)
    context.close()


def _many(count: int) -> kursk_ie.Page:
    """A page of this many short articles, each with twelve claims."""
    articles = _BENCHMARK.made_articles(count)
    return kursk_ie.view(kursk_ie.extract_many(articles), texts=articles)


def test_ten_thousand_claims_stay_usable(opened: Any) -> None:
    tab = opened(_many(850))
    all_claims = int(tab.inner_text("#count").split()[0].replace(",", ""))
    assert all_claims > 10_000
    assert tab.locator("#ledger tbody tr").count() == 100
    assert tab.evaluate("document.querySelectorAll('*').length") < 6_000
    tab.locator("#pages").get_by_role("button", name="next").click()
    assert tab.inner_text("#pages span").startswith("rows 101 to 200")
    tab.fill("#filter [name=words]", "sudzha pentagon")
    expect(tab.locator("#count")).to_contain_text(" of ")
    assert 0 < int(tab.inner_text("#count").split()[0].replace(",", "")) < all_claims
    tab.click("#ledger tbody tr >> nth=5")
    assert tab.locator("mark.sentence.lit").count() == 1
