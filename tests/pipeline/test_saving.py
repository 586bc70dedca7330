"""Storing pipelines and documents, other processes included."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import kursk_ie

TEXT = (
    "KYIV (Halka) -Ukraine said on Friday that at least 30 North Korean soldiers were killed near Plekhovo."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return kursk_ie.load()


@pytest.fixture(scope="module")
def saved(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saved") / "pipeline"
    nlp.to_disk(path)
    return path


def _run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_saved_pipeline_reads_in_a_process_that_never_imports_kursk_ie(nlp: Language, saved: Path) -> None:
    code = """
import sys, spacy
nlp = spacy.load(sys.argv[1])
doc = nlp(sys.argv[2])
print([token.text for token in doc][:5])
print(doc._.kursk_ie.model_dump_json())
"""
    words, extraction = _run(code, str(saved), TEXT).splitlines()
    assert words == "['KYIV', '(', 'Halka', ')', '-']"  # the prefix rule of ours was saved too
    assert kursk_ie.Extraction.model_validate_json(extraction) == nlp(TEXT)._.kursk_ie


def test_a_pipeline_through_bytes(nlp: Language) -> None:
    again = spacy.blank("en")
    for name in nlp.pipe_names:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    assert again(TEXT)._.kursk_ie == nlp(TEXT)._.kursk_ie


def test_a_pickled_pipeline(nlp: Language) -> None:
    again = pickle.loads(pickle.dumps(nlp))
    assert again(TEXT)._.kursk_ie == nlp(TEXT)._.kursk_ie


def test_doc_bytes_keep_the_extraction(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.kursk_ie == doc._.kursk_ie
    assert [span.text for span in again.spans["kursk_ie"]] == [span.text for span in doc.spans["kursk_ie"]]


def test_a_pickled_doc_keeps_the_extraction(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert pickle.loads(pickle.dumps(doc))._.kursk_ie == doc._.kursk_ie


def test_docbin_keeps_the_extraction_for_a_process_that_never_imports_kursk_ie(
    nlp: Language, tmp_path: Path
) -> None:
    doc = nlp(TEXT)
    path = tmp_path / "docs.spacy"
    DocBin(docs=[doc], store_user_data=True).to_disk(path)
    code = """
import sys, spacy
from spacy.tokens import DocBin
nlp = spacy.blank("en")
for doc in DocBin().from_disk(sys.argv[1]).get_docs(nlp.vocab):
    print(doc._.kursk_ie.model_dump_json())
"""
    assert kursk_ie.Extraction.model_validate_json(_run(code, str(path))) == doc._.kursk_ie


def test_the_article_of_an_unread_doc_is_kept(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.kursk_ie_article = kursk_ie.Article(text=TEXT, published="2024-12-16", outlet="Halka")  # type: ignore[arg-type]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.kursk_ie_article == doc._.kursk_ie_article


def test_the_working_state_of_a_lone_component_is_not_stored() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kursk_ie_places")
    doc = nlp("Fighting went on near Plekhovo.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans["kursk_ie_places"]] == ["Plekhovo"]
    assert nlp(again).spans["kursk_ie_places"][0].text == "Plekhovo"


def test_two_processes_of_spacy_give_what_one_gives(nlp: Language) -> None:
    texts = [TEXT, "", "The ministry said 40 drones were shot down.", "Calm."] * 3
    one = [doc._.kursk_ie for doc in nlp.pipe(texts)]
    two = [doc._.kursk_ie for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert two == one


def test_importing_spacy_loads_nothing_of_kursk_ie_but_the_hooks() -> None:
    code = "import sys, spacy, srsly; srsly.msgpack_loads(srsly.msgpack_dumps({'a': 1}))\n"
    code += "print(sorted(name for name in sys.modules if name.startswith('kursk_ie')))"
    assert _run(code).strip() == "['kursk_ie', 'kursk_ie.pipeline', 'kursk_ie.pipeline.packing']"
