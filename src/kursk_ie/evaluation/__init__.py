"""Scoring extractions against gold: what was found, what was missed, and what is not so."""
