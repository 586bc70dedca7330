"""Scoring extractions against gold, measure by measure."""

from __future__ import annotations

from collections.abc import Iterable

from kursk_ie.evaluation.gold import GoldArticle
from kursk_ie.evaluation.happenings import EVENT_MEASURES, score_events
from kursk_ie.evaluation.mentions import MENTION_MEASURES, score_mentions
from kursk_ie.evaluation.statements import STATEMENT_MEASURES, score_attributions
from kursk_ie.evaluation.tallies import Tally
from kursk_ie.results import Extraction

CLAIM = "claim"
MEASURES = (*MENTION_MEASURES, *STATEMENT_MEASURES, *EVENT_MEASURES, CLAIM)
"""The names of all measures; the last counts events and all their slots together."""


def score(pairs: Iterable[tuple[GoldArticle, Extraction]]) -> dict[str, Tally]:
    """The tally of each measure over articles and what was found in them.

    >>> import kursk_ie
    >>> text = "Drones struck a depot near Sudzha."
    >>> mention = {"label": "PLACE", "start": 27, "end": 33, "text": "Sudzha"}
    >>> gold = GoldArticle.model_validate({"id": "1", "text": text, "mentions": [mention]})
    >>> tallies = score([(gold, kursk_ie.extract(text))])
    >>> tallies["mention PLACE"].right, tallies["mention PLACE"].missed
    (1, 0)
    """
    tallies = {measure: Tally() for measure in MEASURES}
    for gold, found in pairs:
        score_mentions(gold, found, tallies)
        score_attributions(gold, found, tallies)
        score_events(gold, found, tallies)
    for measure in EVENT_MEASURES:
        counted = tallies[measure]
        tallies[CLAIM].add(counted.right, counted.spurious, counted.missed)
    return tallies
