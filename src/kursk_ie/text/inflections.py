"""Inflected forms of lemmas: the table that spacy-lookups-data gives, cut down to our lexicons when they change.

``scripts/build_inflections.py`` writes ``models/inflections.tsv``; so the library needs no hundred megabytes of
look-up data at run time. A lemma that the table lacks (a user's own lexicon) is inflected by the regular rules.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kursk_ie.text.tables import read_table

_VOWELS: Final = "aeiou"


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    return {
        row["lemma"]: tuple(row.many("forms")) for row in read_table("inflections.tsv", ("lemma", "forms"))
    }


def inflect(lemma: str) -> tuple[str, ...]:
    """All forms of a lemma, itself first.

    >>> inflect("deny")
    ('deny', 'denied', 'denies', 'denying')
    """
    known = _table().get(lemma)
    return (lemma, *known) if known else (lemma, *regular_forms(lemma))


def inflect_first(phrase: str) -> list[str]:
    """Forms of a phrase whose first word inflects.

    >>> inflect_first("point out")
    ['point out', 'pointed out', 'pointing out', 'points out']
    """
    head, _, rest = phrase.partition(" ")
    return [f"{form} {rest}".strip() for form in inflect(head)]


def regular_forms(lemma: str) -> tuple[str, ...]:
    """Regular past, gerund and third person of a verb; the last is a noun's plural too.

    >>> regular_forms("retake")
    ('retaked', 'retaking', 'retakes')
    """
    if lemma.endswith("e"):
        return (f"{lemma}d", f"{lemma[:-1]}ing", f"{lemma}s")
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (f"{lemma[:-1]}ied", f"{lemma}ing", f"{lemma[:-1]}ies")
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{lemma}ed", f"{lemma}ing", f"{lemma}es")
    return (f"{lemma}ed", f"{lemma}ing", f"{lemma}s")
