"""Each component alone, after others, and what it shows on the ``Doc``."""

from __future__ import annotations

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import kursk_ie
from kursk_ie.pipeline.components import PIPELINE

TEXT = (
    "The General Staff said on Friday that at least 30 soldiers of the 810th Marine Brigade died near Sudzha.\n\n"
    "Reuters could not verify the claim."
)
SHOWN = {
    "kursk_ie_dates": {"kursk_ie_dates": ["Friday"]},
    "kursk_ie_units": {"kursk_ie_units": ["810th Marine Brigade"]},
    "kursk_ie_figures": {"kursk_ie_figures": ["at least 30"]},
    "kursk_ie_places": {"kursk_ie_places": ["Sudzha"]},
    "kursk_ie_attributions": {"kursk_ie_cues": ["said", "could not verify"]},
    "kursk_ie_events": {"kursk_ie_events": ["died"]},
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return kursk_ie.load()


def _texts(doc: Doc, group: str) -> list[str]:
    return [span.text for span in doc.spans[group]]


@pytest.mark.parametrize("name", PIPELINE)
def test_a_component_alone(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name, name="renamed")
    doc = nlp(TEXT)
    for group, words in SHOWN.get(name, {}).items():
        assert _texts(doc, group) == words
    assert nlp("").text == ""
    assert nlp(" \n\n ").text == " \n\n "


def test_verification_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kursk_ie_verification")
    doc = nlp(TEXT)
    spans = doc.spans["kursk_ie_verification"]
    assert ("could not verify", "UNVERIFIED") in [
        (span.text.removeprefix("Reuters "), span.label_) for span in spans
    ]


def test_extraction_alone_reads_all(nlp: Language) -> None:
    alone = spacy.blank("en")
    alone.add_pipe("kursk_ie_extraction")
    assert alone(TEXT)._.kursk_ie == nlp(TEXT)._.kursk_ie


def test_sentence_starts(nlp: Language) -> None:
    assert [sentence.text.strip() for sentence in nlp(TEXT).sents] == TEXT.split("\n\n")


def test_sentence_starts_of_the_users_stay() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("kursk_ie_extraction")
    text = "He came. maj. Smith left."
    assert [s.text for s in nlp(text).sents] == [
        s.text for s in spacy.blank("en").from_config(nlp.config)(text).sents
    ]


def test_after_a_parse(nlp: Language) -> None:
    words = ["Ukraine", "said", "three", "soldiers", "were", "killed", "."]
    doc = Doc(
        nlp.vocab,
        words=words,
        heads=[1, 1, 3, 5, 5, 1, 1],
        deps=["nsubj", "ROOT", "nummod", "nsubj", "aux", "ccomp", "p"],
    )
    heads = [token.head.i for token in doc]
    for name in PIPELINE:
        doc = nlp.get_pipe(name)(doc)
    assert [token.head.i for token in doc] == heads
    assert doc._.kursk_ie.events[0].type == "casualties"


def test_entities_do_not_overlap_and_cover_mentions(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Friday", "DATE"),
        ("at least 30", "FIGURE"),
        ("810th Marine Brigade", "UNIT"),
        ("Sudzha", "PLACE"),
    ]
    assert doc.ents[-1].kb_id_ == doc._.kursk_ie.mentions[-1].gazetteer_id


def test_entities_of_the_users_stay(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.ents = [Span(doc, 0, 3, label="ORG")]
    doc = nlp(doc)
    assert [e.label_ for e in doc.ents] == ["ORG"]
    assert len(doc.spans["kursk_ie"]) == 4


def test_span_groups_carry_the_ids_of_attributions(nlp: Language) -> None:
    doc = nlp(TEXT)
    attributions = doc._.kursk_ie.attributions
    for group, part in (("sources", "source"), ("cues", "cue"), ("contents", "content")):
        want = [(a.id, getattr(a, part).text) for a in attributions if getattr(a, part)]
        assert [(span.id_, span.text) for span in doc.spans[f"kursk_ie_{group}"]] == want


@pytest.mark.parametrize(("style", "options"), [("ent", {}), ("span", {"spans_key": "kursk_ie"})])
def test_displacy(nlp: Language, style: str, options: dict[str, str]) -> None:
    html = displacy.render(nlp(TEXT), style=style, options=options, page=True, jupyter=False)
    assert "FIGURE" in html and "810th" in html


def test_memory_zone(nlp: Language) -> None:
    with nlp.memory_zone():
        kept = nlp("Zorblatt said 31 Krumbians were killed in Quxville.")._.kursk_ie
    assert kept.attributions[0].source.text == "Zorblatt"


def test_a_doc_read_twice_gives_the_same(nlp: Language) -> None:
    doc = nlp(TEXT)
    first = doc._.kursk_ie
    assert nlp(doc)._.kursk_ie == first


def test_tokens_merged_between_components() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kursk_ie_places")
    nlp.add_pipe("merge_entities")
    nlp.add_pipe("kursk_ie_extraction")
    ruler = nlp.add_pipe("entity_ruler", first=True)
    ruler.add_patterns([{"label": "UNIT", "pattern": "810th Marine Brigade"}])  # type: ignore[attr-defined]
    doc = nlp(TEXT)
    for mention in doc._.kursk_ie.mentions:
        assert TEXT[mention.start : mention.end] == mention.text


def test_an_article_set_on_the_doc_anchors_its_dates(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.kursk_ie_article = kursk_ie.Article(text=TEXT, published="2024-12-16")  # type: ignore[arg-type]
    result = nlp(doc)._.kursk_ie
    assert str(result.document.published) == "2024-12-16"
    assert str(result.mentions[0].earliest) == "2024-12-13"


@pytest.mark.parametrize("wrong", ["text", None, kursk_ie.Article(text="another")])
def test_a_wrong_article(nlp: Language, wrong: object) -> None:
    with pytest.raises(kursk_ie.ArgumentError, match="article-of-doc"):
        nlp.make_doc(TEXT)._.kursk_ie_article = wrong


def test_every_component_is_an_entry_point_and_has_a_docstring() -> None:
    from importlib.metadata import entry_points

    names = {
        point.name for point in entry_points(group="spacy_factories") if point.value.startswith("kursk_ie.")
    }
    assert names == set(PIPELINE)
    for point in entry_points(group="spacy_factories"):
        if point.name in names:
            assert point.load().__doc__
