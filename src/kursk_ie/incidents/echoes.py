"""Near-duplicate text: which documents of an incident tell it in the same words.

Exact Jaccard likeness of three-word shingles. The tellings of one incident are few and short, so that neither MinHash
nor a library for it would save anything: an inverted index of the shingles compares only documents that share one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

ALIKE = 0.6
"""The share of shingles from which two texts are one."""

_SHINGLE = 3
_COMMONEST = (
    200  # a shingle that so many documents share would compare them all; their other shingles are enough
)
_WORDS = re.compile(r"\w+")


def shingles(sentences: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Every three words in a row, in lower case; the words themselves where a sentence has fewer."""
    found: set[tuple[str, ...]] = set()
    for sentence in sentences:
        words = _WORDS.findall(sentence.lower())
        found.update(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))
    return frozenset(found)


def same_text(texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each document the first document, in the mapping's order, that its sentences go back to by likeness.

    >>> same_text({"a": ["Ten men fell near the old mill."], "b": ["Ten men fell near the old mill!"], "c": ["Rain."]})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    order = {document: number for number, document in enumerate(texts)}
    root = {document: document for document in texts}
    first_with: dict[frozenset[tuple[str, ...]], str] = {}
    different: dict[str, frozenset[tuple[str, ...]]] = {}
    for document, sentences in texts.items():
        parts = shingles(sentences)
        root[document] = first_with.setdefault(parts, document)
        if root[document] == document:
            different[document] = parts
    sharing: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document, parts in different.items():
        shared = Counter(
            other for part in parts for other in sharing[part] if len(sharing[part]) <= _COMMONEST
        )
        for other in sorted(shared, key=order.__getitem__):
            if shared[other] >= ALIKE * (len(parts) + len(different[other]) - shared[other]):
                root[document] = _find(root, other)
                break
        for part in parts:
            sharing[part].append(document)
    return {document: _find(root, document) for document in texts}


def _find(root: Mapping[str, str], document: str) -> str:
    while root[document] != document:
        document = root[document]
    return document
