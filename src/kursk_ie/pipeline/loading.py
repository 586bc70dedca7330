"""Loading the pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from kursk_ie.pipeline.collector import RestingCollector
from kursk_ie.pipeline.components import PIPELINE
from kursk_ie.text.cutting import Tokenizer

# a dash that a page glues to the first word of a story: "(Reuters) -Ukraine said"
_DASH_BEFORE_NAME = r"[-–—](?=[A-Z][a-z])"
# a mark that a feed spells out, with the *s* of a possessive: "Mariupol&#039;s"
_ENTITY = r"&(?:#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,4}|[a-z]{2,6});(?:s\b)?"
# a dash that a headline glues between a closing quotation mark and its source: "'Dire'—ISW"
_DASH_AFTER_QUOTE = r"(?<=['\"’”])[–—](?=[A-Z])"


def load(gazetteer: str | Path | None = None, lexicons: str | Path | None = None) -> Language:
    """A new pipeline: a blank English tokenizer and the components of kursk_ie.

    ``nlp(text)._.kursk_ie`` is the `Extraction`. The pipeline can be saved with ``nlp.to_disk`` and loaded with
    ``spacy.load`` in a process that never imports kursk_ie.

    Args:
        gazetteer: more places: a pack that ``kursk-ie places build`` made, or a table with the columns of
            models/places.tsv. By default the one that the environment variable ``KURSK_IE_GAZETTEER`` names, if any.
        lexicons: a folder with tables of your own, named as those of models/ and with their columns, whose rows are
            read after ours; ``kursk-ie lexicon check`` looks them over. By default the folder that
            ``KURSK_IE_LEXICONS`` names, if any.

    Raises:
        LexiconError: the gazetteer or a table is missing or broken; the message names the file, the line and the mend.

    Examples:
        >>> import kursk_ie
        >>> doc = kursk_ie.load()("The General Staff said 13 clashes took place near Pokrovsk.")
        >>> [event.type for event in doc._.kursk_ie.events]
        ['combat']
    """
    nlp = _blank()
    config = {"lexicons": None if lexicons is None else str(Path(lexicons).resolve())}
    places = {"gazetteer": None if gazetteer is None else str(Path(gazetteer).resolve()), **config}
    with RestingCollector():
        for name in PIPELINE:
            nlp.add_pipe(name, config=places if name == "kursk_ie_places" else config)
    return nlp


def make_tokenizer() -> Tokenizer:
    """The tokenizer of `load` with a vocabulary of its own, which computes no attributes of the words it meets."""
    same: Any = _blank().tokenizer
    tokenizer: Tokenizer = type(same)(
        Vocab(),
        same.rules,
        prefix_search=same.prefix_search,
        suffix_search=same.suffix_search,
        infix_finditer=same.infix_finditer,
        token_match=same.token_match,
        url_match=same.url_match,
    )
    return tokenizer


def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = 2**31  # there is no parser here whose memory a long text would exhaust
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # a compiled class without types
    prefixes = [_ENTITY, *(defaults.prefixes or ()), _DASH_BEFORE_NAME]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex([_ENTITY, *(defaults.suffixes or ())]).search
    infixes = [_ENTITY, *(defaults.infixes or ()), _DASH_AFTER_QUOTE]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp
