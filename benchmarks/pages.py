"""How large a page is and how soon it answers: ``python -m benchmarks.pages [ARTICLES]``.

It makes short articles with twelve claims each, shows them all in one page, and opens it in headless Chromium.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import kursk_ie

_ARTICLES = 850
_CLAIMS = 12
_VILLAGES = (
    "Plekhovo", "Sudzha", "Martynovka", "Korenevo", "Lgov", "Rylsk", "Glushkovo", "Tyotkino", "Sumy", "Vovchansk",
    "Kupiansk", "Pokrovsk", "Toretsk", "Chasiv Yar", "Kurakhove", "Vuhledar", "Robotyne", "Kherson", "Nikopol",
    "Kharkiv",
)  # fmt: skip
_SPEAKERS = ("HUR", "The Pentagon", "Kyiv", "Ukraine's General Staff", "The Kremlin")
_MONTHS = ("July", "August", "September", "October", "November")
_STEPS = {
    "sort by a column": "sortBy(4)",
    "filter by two words": "document.querySelector('[name=words]').value = 'sudzha pentagon'; filterRows()",
    "open another article": "showArticle(1)",
}


def made_articles(count: int) -> list[kursk_ie.Article]:
    """So many articles, the same at every call."""
    chance = random.Random(7)
    return [
        kursk_ie.Article.model_validate(
            {"id": f"d{number}", "published": "2024-12-16", "text": "\n\n".join(_claims(chance))}
        )
        for number in range(count)
    ]


def _claims(chance: random.Random) -> list[str]:
    return [
        f"{chance.choice(_SPEAKERS)} said that at least {chance.randint(2, 900)} soldiers were killed near "
        f"{chance.choice(_VILLAGES)} on {chance.choice(_MONTHS)} {chance.randint(1, 28)}."
        for _ in range(_CLAIMS)
    ]


def main() -> None:
    from playwright.sync_api import sync_playwright

    articles = made_articles(int(sys.argv[1]) if len(sys.argv) > 1 else _ARTICLES)
    extractions = list(kursk_ie.extract_many(articles))
    began = time.perf_counter()
    page = kursk_ie.view(extractions, texts=articles)
    print(f"articles                   {page.articles:,}")
    print(f"making the page            {time.perf_counter() - began:.1f} s, {len(page.html) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        path = Path(folder, "page.html")
        page.save(path)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _measure(browser.new_page(), path)
        browser.close()


def _measure(tab: Any, path: Path) -> None:
    tab.goto(path.as_uri())
    ready = tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    print(f"from opening to answering  {ready / 1000:.2f} s, {tab.inner_text('#count')}")
    for name, step in _STEPS.items():
        taken = tab.evaluate(
            f"() => {{ const began = performance.now(); {step}; return performance.now() - began; }}"
        )
        print(f"{name:26} {taken:.0f} ms")


if __name__ == "__main__":
    main()
