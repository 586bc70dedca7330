"""The spellings under which English news writes a name, made when a pack is built.

Russian and Ukrainian names are transliterated by the systems that newsrooms, ministries and maps use; a Russian
village is spelt as Ukrainian texts spell it and the reverse. ``iuliia`` and ``uklatn`` do the transliterating; they
come with ``pip install 'kursk_ie[places]'`` and are needed for building only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from kursk_ie.errors import MissingExtraError
from kursk_ie.mentions.gazetteer.fold import fold, plain_letters

_CYRILLIC: Final = re.compile(r"[а-яёіїєґ' ’ʼ-]+")
_UKRAINIAN: Final = re.compile(r"[іїєґ'’ʼ]|ськ|цьк")
_RUSSIAN: Final = re.compile(r"[ыэёъ]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž' ’ʼ.-]+")
_MARKS: Final = str.maketrans("", "", "'’ʼ`ʹ")
_ARTICLE: Final = re.compile(r"(A[ltdnrsz]|A[dst]h|E[ltdnrsz]|E[dst]h)[ -](?=[A-Z])")
_ARABIC_VOWELS: Final = (
    ("Dayr", "Deir"),
    ("Bayt", "Beit"),
    ("Tall ", "Tal "),
    ("Tall ", "Tell "),
    ("Qasr", "Kasr"),
)
_SHORTEST_BARE: Final = 4  # letters of a name without its article
_RUSSIAN_TO_UKRAINIAN: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ая\b", "а"), (r"[ое]е\b", "е"), (r"[ыи]й\b", "ий"), (r"[ое]вка\b", "івка"), (r"ы", "и"), (r"ё", "о"),
        (r"э", "е"), (r"ъ", ""), (r"(?<=с)к(?=[аео]?\b)", "ьк"),
    )
)  # fmt: skip
_UKRAINIAN_TO_RUSSIAN: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"івка\b", "овка"), (r"ське\b", "ское"), (r"цьке\b", "цкое"), (r"ьк(?=[аео]?\b)", "к"), (r"ий\b", "ый"),
        (r"[іи]", "и"), (r"ї", "и"), (r"є", "е"), (r"ґ", "г"), (r"['’ʼ]", "ъ"),
    )
)  # fmt: skip


class Transliterator:
    """Makes spellings; one instance for a build."""

    def __init__(self) -> None:
        """Find the packages.

        Raises:
            MissingExtraError: the extra ``places`` is not installed.
        """
        try:
            import iuliia
            import uklatn
        except ImportError as error:
            raise MissingExtraError(
                "extra-missing", "building a gazetteer transliterates names: pip install 'kursk_ie[places]'"
            ) from error
        self._russian = (
            iuliia.WIKIPEDIA,
            iuliia.MOSMETRO,
            iuliia.BGN_PCGN,
            iuliia.ICAO_DOC_9303,
            iuliia.YANDEX_MONEY,
        )
        encode: Any = uklatn.encode  # without types
        self._ukrainian: Callable[[str], str] = lambda name: encode(name, uklatn.KMU_55)

    def spellings(self, name: str, others: Iterable[str]) -> list[str]:
        """The name and its other spellings in Latin letters, without those that only another language uses.

        Args:
            name: the main name, in Latin letters.
            others: alternate names in any script.
        """
        others = list(others)
        made: dict[str, None] = {}
        cyrillic = [other for other in others if _CYRILLIC.fullmatch(other.lower())]
        for other in cyrillic:
            made.update(dict.fromkeys(self._from_cyrillic(other)))
        known = {fold(each) or each.lower() for each in (name, *made)}
        latin = [
            other
            for other in others
            if _LATIN.fullmatch(other) and (not cyrillic or (fold(other) or other.lower()) in known)
        ]
        forms: dict[str, None] = {}
        for each in (name, *made, *latin):
            forms.update(dict.fromkeys(_written(each)))
        return list(forms)

    def _from_cyrillic(self, name: str) -> Iterator[str]:
        lower = name.lower()
        if not _UKRAINIAN.search(lower):
            yield from self._in_russian(name)
            yield self._ukrainian(_replaced(lower, _RUSSIAN_TO_UKRAINIAN)).title()
        if not _RUSSIAN.search(lower):
            yield self._ukrainian(name)
            if _UKRAINIAN.search(lower):
                yield from self._in_russian(_replaced(lower, _UKRAINIAN_TO_RUSSIAN).title())

    def _in_russian(self, name: str) -> Iterator[str]:
        for schema in self._russian:
            yield schema.translate(name)
        yield self._russian[0].translate(name.replace("ё", "е").replace("Ё", "Е"))


def arabic(form: str) -> Iterator[str]:
    """How the news writes an Arabic name: the article as *al-* or left out, *Deir* for *Dayr*, no *h* at the end."""
    match = _ARTICLE.match(form)
    bare = form[match.end() :] if match else form
    for stem in (bare, *(bare.replace(old, new) for old, new in _ARABIC_VOWELS if old in bare)):
        for end in (stem, stem.removesuffix("h") if stem.endswith("ah") else stem):
            if match:
                yield f"Al {end}"
                yield f"Al-{end}"
                yield f"{match[1]} {end}"
                yield f"{match[1]}-{end}"
            if len(end) > _SHORTEST_BARE:
                yield end


def _replaced(name: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, to in rules:
        name = pattern.sub(to, name)
    return name


def _written(name: str) -> Iterator[str]:
    """With and without accents and apostrophes, *Saint* and *St.*, hyphen and blank."""
    forms = [plain_letters(name)]
    if not name.isascii():
        forms.append(name)
    for form in forms:
        bare = form.translate(_MARKS)
        yield bare
        if "'" in form or "’" in form:
            yield form.replace("’", "'")
        for saint, short in (("Saint ", "St. "), ("Saint-", "St-"), ("Sankt ", "St. ")):
            if bare.startswith(saint):
                yield short + bare[len(saint) :]
        if "-" in bare:
            yield bare.replace("-", " ")
            head, _, tail = bare.partition("-")
            if "-" not in tail and tail[:1].isupper() and head[-1:] == "o":
                yield head + tail.lower()
