"""The lexicons of attribution and verification: every entry fires on its own example, with its own act or status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.tokens import Doc

from kursk_ie.claims.reading import Reading
from kursk_ie.pipeline.components import PROGRESS
from kursk_ie.pipeline.loading import load
from kursk_ie.text.inflections import inflect, inflect_first
from kursk_ie.text.patterns import Patterns
from kursk_ie.text.tables import Row, read_table

_CUES = read_table("cues.tsv", ("cue", "pos", "act", "frames", "strength", "example"))
_DECLINES = read_table("declines.tsv", ("pattern", "example"))
_VERIFICATION = read_table("verification.tsv", ("pattern", "status", "by", "scope", "example"))
_FRAMES = frozenset(
    """that np to ing quote aloud obj as of about on for at if how against with obj-of obj-for obj-to obj-with obj-in
    source-after source-after-strict citing citing-weak""".split()
)

_NLP = load()
_NLP.disable_pipe("kursk_ie_extraction")


def _read(text: str) -> Reading:
    """The reading of a text by all components but the last, which throws it away."""
    doc: Doc = _NLP(text)
    reading: Reading = doc.user_data[PROGRESS].reading
    return reading


def _places(forms: list[str], norms: list[str]) -> Iterator[tuple[int, int]]:
    """Word ranges of the forms among the words."""
    for form in forms:
        words = [token.text for token in _NLP.tokenizer(form)]
        for at in range(len(norms) - len(words) + 1):
            if norms[at : at + len(words)] == words:
                yield at, at + len(words)


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


@pytest.mark.parametrize("row", _CUES, ids=lambda row: f"{row['cue']}-{row['pos']}")
def test_cue(row: Row) -> None:
    reading = _read(row["example"])
    forms = inflect_first(row["cue"]) if row["pos"] in ("verb", "noun") else [row["cue"]]
    places = list(_places(forms, reading.tokens.norms))
    assert places, "the example lacks the entry"
    acts = [
        statement.act
        for statement in reading.statements
        if any(_overlap(statement.cue, place) for place in places) and statement.content is not None
    ]
    assert row["act"] in acts


@pytest.mark.parametrize("row", _CUES, ids=lambda row: f"{row['cue']}-{row['pos']}")
def test_cue_values(row: Row) -> None:
    assert row["strength"] in ("strong", "weak")
    assert set(row.many("frames")) <= _FRAMES


def test_cues_are_told_once() -> None:
    keys = [(row["cue"], row["pos"]) for row in _CUES]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("row", _DECLINES, ids=lambda row: row["pattern"])
def test_decline(row: Row) -> None:
    reading = _read(row["example"])
    norms = reading.tokens.norms
    found = Patterns([(row["pattern"], True)], inflect).find(norms, 0, len(norms))
    assert found, "the example lacks the entry"
    cues = [statement.cue for statement in reading.statements if statement.act == "decline"]
    assert any(_overlap(cue, (start, end)) for cue in cues for start, end, _ in found)


@pytest.mark.parametrize("row", _VERIFICATION, ids=lambda row: f"{row['pattern']}-{row['status']}")
def test_verification(row: Row) -> None:
    reading = _read(row["example"])
    norms = reading.tokens.norms
    found = Patterns([(row["pattern"], True)], inflect).find(norms, 0, len(norms))
    assert found, "the example lacks the entry"
    evidence = [verdict.evidence for verdict in reading.verdicts if verdict.status == row["status"]]
    assert any(_overlap(words, (start, end)) for words in evidence for start, end, _ in found)


def test_no_other_status_on_a_plain_statement() -> None:
    assert _read("The mayor said that the ferry would sail again in spring.").verdicts == []
