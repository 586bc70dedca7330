"""The declared model of matching: levels and weights, windows, subjects and words, read from tables under models/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kursk_ie.errors import LexiconError
from kursk_ie.text.tables import Row, read_table

_WEIGHTLESS = (
    ("place", "unsaid"), ("figures", "unsaid"), ("scope", "alike"), ("whom", "unsaid"), ("who", "unsaid"),
    ("units", "unsaid"), ("subject", "unsaid"), ("source", "other"), ("wording", "little"), ("document", "other"),
)  # fmt: skip
NEVER = -100
"""The weight of a level that keeps two tellings apart whatever else agrees."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What decides whether two tellings are one incident.

    Attributes:
        pair: a score above it links two tellings. mean: two groups join where the mean of their pairs is above it.
        apart: the least that a pair counts in that mean.
        weights: the weight of each level of each comparison.
        windows: how many days before publication an undated telling may mean, by type of event.
        subjects: phrase, as a set of forms, to the subject that it names; `subject_pattern` finds them.
        common: words that tell no incident from another.
        total_before: matches what stands before a date where a figure is a running total; total_any: anywhere.
        revised_to: matches what stands before a figure that replaces an earlier one; revised_from: before the earlier.
    """

    pair: int
    mean: int
    apart: int
    weights: dict[str, dict[str, int]]
    windows: dict[str, int]
    subjects: dict[str, str]
    subject_pattern: re.Pattern[str]
    common: frozenset[str]
    total_before: re.Pattern[str]
    total_any: re.Pattern[str]
    revised_to: re.Pattern[str]
    revised_from: re.Pattern[str]

    def settings(self) -> tuple[object, ...]:
        """Everything that decides, in an order that is the same in every process."""
        return (
            self.pair, self.mean, self.apart,
            sorted((name, sorted(levels.items())) for name, levels in self.weights.items()),
            sorted(self.windows.items()), sorted(self.subjects.items()), sorted(self.common), self.total_before.pattern,
            self.total_any.pattern, self.revised_to.pattern, self.revised_from.pattern,
        )  # fmt: skip


@cache
def load_model() -> Model:
    """The model of models/, read once.

    Raises:
        LexiconError: a table is missing or a weight is none.
    """
    rows = read_table("incident_levels.tsv", ("comparison", "level", "weight", "example"))
    weights: dict[str, dict[str, int]] = {}
    for row in rows:
        weights.setdefault(row["comparison"], {})[row["level"]] = _weight(row)
    link = weights.pop("link")
    for comparison, level in _WEIGHTLESS:
        if weights[comparison][level] != 0:
            raise LexiconError(
                "weightless-level",
                f"incident_levels.tsv: {comparison} {level} must weigh 0: nothing is known there",
            )
    windows = {row["type"]: int(row["days"]) for row in read_table("incident_windows.tsv", ("type", "days"))}
    subjects = {
        form.lower(): row["subject"]
        for row in read_table("incident_subjects.tsv", ("subject", "words"))
        for form in row.many("words")
    }
    words: dict[tuple[str, str], list[str]] = {}
    for row in read_table("incident_words.tsv", ("kind", "where", "words")):
        words.setdefault((row["kind"], row["where"]), []).extend(row.many("words"))
    return Model(
        link["pair"],
        link["mean"],
        link["apart"],
        weights,
        windows,
        subjects,
        _any_of(subjects),
        frozenset(words["common", "any"]),
        re.compile(rf"(?:{_alternatives(words['total', 'before'])})\s+$", re.IGNORECASE),
        _any_of(words["total", "any"]),
        _change_before("to", words["revision", "to"]),
        _change_before("from", words["revision", "to"] + words["revision", "from"]),
    )


def _weight(row: Row) -> int:
    if row["weight"] == "never":
        return NEVER
    try:
        return int(row["weight"])
    except ValueError as error:
        raise row.error(f"{row['weight']!r} is no weight: give a whole number or never") from error


def _any_of(forms: list[str] | dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(forms)})(?!\w)", re.IGNORECASE)


def _change_before(preposition: str, verbs: list[str]) -> re.Pattern[str]:
    """*Raised the toll in Rafah to (about)*, at the end of what stands before a figure."""
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(verbs)})(?!\w)[^.;:]*\b{preposition}(?:\s+[\w-]+){{0,2}}\s*$",
        re.IGNORECASE,
    )


def _alternatives(forms: list[str] | dict[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
