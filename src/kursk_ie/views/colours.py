"""Colours of our labels in displaCy, which finds them by entry point: tints after Okabe and Ito, for dark text.

Labels that spaCy's own models use too, such as DATE, keep displaCy's colours: an entry point holds for every pipeline.
"""

from __future__ import annotations

_GREEN, _BLUE, _ORANGE, _PURPLE, _VERMILLION, _YELLOW = (
    "#8fd9c1", "#8fc3ea", "#f7cf7f", "#e8bfd5", "#f4b08a", "#f6ee9c"
)  # fmt: skip
_LABELS = {
    _GREEN: ("PLACE", "CONFIRMED"),
    _BLUE: ("UNIT",),
    _ORANGE: ("FIGURE", "UNVERIFIED", "NO_EVIDENCE", "DECLINED"),
    _PURPLE: (
        "SOURCE", "SAY", "CLAIM", "REPORT", "ESTIMATE", "CONFIRM", "DENY", "ALLEGE", "DECLINE", "WARN", "ACCUSE"
    ),
    _VERMILLION: (
        "CASUALTIES", "COMBAT", "STRIKE", "DEPLOYMENT", "STRENGTH", "TERRITORY", "PRISONERS", "EQUIPMENT_LOSS",
        "SANCTION", "DISPLACEMENT", "DENIED", "DISPUTED",
    ),
    _YELLOW: ("CONTENT",),
}  # fmt: skip

DISPLACY_COLOURS: dict[str, str] = {label: colour for colour, labels in _LABELS.items() for label in labels}
"""A colour for every label of our span groups and entities that spaCy does not use itself."""
