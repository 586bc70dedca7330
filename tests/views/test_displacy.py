"""spaCy's own tools on our Docs."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy import displacy
from spacy.displacy.render import DEFAULT_LABEL_COLORS
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import kursk_ie
from kursk_ie.views.colours import DISPLACY_COLOURS

TEXT = (
    "Ukraine's military intelligence claimed on Friday that at least 30 North Korean soldiers of the 94th Separate "
    "Brigade were killed near Plekhovo. Reuters could not verify the claim."
)
_PARTS = ("sources", "cues", "contents", "events", "verification")
GROUPS = ("kursk_ie", *(f"kursk_ie_{part}" for part in _PARTS))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return kursk_ie.load()


def test_displacy_finds_our_colours_by_entry_point() -> None:
    assert spacy.registry.displacy_colors.get_all()["kursk_ie"] is DISPLACY_COLOURS


def test_every_label_of_ours_has_a_colour_and_no_label_of_spacy_loses_its_own(nlp: Language) -> None:
    assert not DISPLACY_COLOURS.keys() & DEFAULT_LABEL_COLORS.keys()
    doc = nlp(TEXT)
    labels = {span.label_ for group in doc.spans.values() for span in group}
    assert labels <= DISPLACY_COLOURS.keys() | DEFAULT_LABEL_COLORS.keys()


def test_entities_in_our_colours(nlp: Language) -> None:
    drawn = displacy.render(nlp(TEXT), style="ent", jupyter=False)
    assert f"background: {DISPLACY_COLOURS['PLACE']}" in drawn
    assert f"background: {DISPLACY_COLOURS['UNIT']}" in drawn


@pytest.mark.parametrize("group", GROUPS)
def test_span_groups_are_drawn(nlp: Language, group: str) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    drawn = displacy.render(again, style="span", options={"spans_key": group}, jupyter=False)
    labels = {span.label_ for span in doc.spans[group]}
    assert labels
    assert all(re.search(rf"\b{label}\b", drawn) for label in labels)


def test_docbin_keeps_groups_entities_and_extraction(nlp: Language) -> None:
    doc = nlp(TEXT)
    [again] = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    assert again._.kursk_ie == doc._.kursk_ie
    assert again.to_json() == doc.to_json()
    assert {name: list(map(str, group)) for name, group in again.spans.items()} == {
        name: list(map(str, group)) for name, group in doc.spans.items()
    }


def test_spacys_evaluation_of_entities_and_groups(nlp: Language) -> None:
    scorer = spacy.scorer.Scorer(nlp)
    example = Example(nlp(TEXT), nlp(TEXT))
    assert scorer.score_spans([example], "ents")["ents_f"] == 1.0
    groups = scorer.score_spans(
        [example],
        "spans",
        getter=lambda doc, _: doc.spans["kursk_ie_contents"],
        has_annotation=lambda _: True,
    )
    assert groups["spans_f"] == 1.0
