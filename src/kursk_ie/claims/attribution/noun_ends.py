"""Where a content that is a noun phrase ends: before the writer's own clauses, circumstances and asides."""

from __future__ import annotations

from typing import Final

from kursk_ie.claims.attribution.contents import is_occasion
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.text.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    COMMON_PAST,
    PERSONAL_PRONOUNS,
    RELATIVES,
    is_adverb,
    is_name,
)

_MAIN_VERBS: Final = frozenset({"is", "are", "was", "were", "has", "have", "will"})
_OWNERS: Final = frozenset({"his", "her", "its", "their"})
_OCCASION_LEADS: Final = frozenset({"in", "at", "on", "during", "to"})
# subordinators that open the writer's circumstances after a noun-phrase content, a comma before them or not
_CIRCUMSTANCES: Final = frozenset(
    {
        "after",
        "as",
        "while",
        "when",
        "until",
        "before",
        "although",
        "though",
        "because",
        "since",
        "even",
        "during",
        "whereas",
    }
)
# those of what somebody shall do or is blamed for; *as* and *after* open the writer's background there too
_OF_ACTS: Final = frozenset({"until", "when", "while", "because", "during"})
_NOUN_ASIDES: Final = RELATIVES | frozenset(
    {"a", "an", "the", "but", "yet", "adding", "his", "her", "its", "their", "where", "so", "or"}
)
_ENDS: Final = frozenset({"", ",", ".", ";"})
_QUOTED_REACH: Final = 4  # words from one quotation of a list to the next
_LIST_REACH: Final = 8  # words from a comma to the *and* of its list
_ACT_REACH: Final = 6  # words from the start of a content to the verb of what somebody does or shall do
_CLAUSE_REACH: Final = 8  # words from the start of a clause to its finite verb


def noun_end(scene: Scene, start: int, stop: int) -> int:
    """Where a content that is a noun phrase ends: before the writer's own clauses and asides."""
    acts = _tells_act(scene, start, stop)
    at = start
    while at < stop:
        quotation = scene.quotes.opening.get(at)
        if quotation is not None and at < quotation.end <= stop:
            at = quotation.end
            listed = any(later in scene.quotes.opening for later in range(at + 1, at + _QUOTED_REACH))
            if scene.norm(at - 1) == "," and not listed and _opens_aside(scene, at + 1, stop):
                return at + 1  # called it "unfair," a word that …; not called it "unfair," a "sham"
        elif at > start and not (acts and scene.norm(at) in _OF_ACTS) and _ends_noun(scene, at, stop):
            if scene.norm(start) != "to" or (scene.norm(at), scene.norm(at + 1)) != (",", "which"):
                return at
            at += 1  # "to form a force, which would include the army": what the speaker has in mind
        else:
            at += 1
    return stop


def main_verb(scene: Scene, start: int, stop: int) -> int:
    """The verb that a relative clause kept waiting, else ``stop``: *blasts that reportedly hurt two | are a sign*."""
    verbs = {hit.start for hit in scene.hits if hit.form in ("past", "s")}
    for at in range(start, stop):
        relative = scene.norm(at - 1) in RELATIVES or scene.norm(at - 1) == "that"
        if (
            (scene.norm(at) in _MAIN_VERBS or at in verbs)
            and not relative
            and scene.quotes.around(at) is None
        ):
            return at
    return stop


def _tells_act(scene: Scene, start: int, stop: int) -> bool:
    """*to fight on | until it wins*, *Kyiv of shelling | while talks went on*: whether an act has its circumstances."""
    return any(
        scene.norm(at) == "to" or (scene.norm(at) in ("of", "for") and scene.norm(at + 1).endswith("ing"))
        for at in range(start, min(stop, start + _ACT_REACH))
    )


def _ends_noun(scene: Scene, at: int, stop: int) -> bool:
    norm, following = scene.norm(at), scene.norm(at + 1)
    if norm == ",":
        if following == "including":
            return False
        if scene.headline and "and" not in scene.norms[at + 1 : min(stop, at + _LIST_REACH)]:
            return True  # "US confirms new missiles, president arrives"
        return _opens_aside(scene, at + 1, stop)
    if norm == ";":
        return True
    if norm in ("–", "—", "--"):
        return following != "including"
    if norm == "-":
        return _is_dash(scene, at)
    if norm in _OCCASION_LEADS:
        return norm == "during" or is_occasion(scene.reading, at, stop)
    if norm in _CIRCUMSTANCES:
        return _opens_circumstance(scene, at, stop)
    if norm == "and" and scene.norm(at - 1).endswith("ed") and scene.norm(at + 1).endswith("ed"):
        return False  # "called the charges unfounded | and fabricated"
    return norm in ("and", "but", "yet") and is_predicate(scene, at + 1)


def _opens_aside(scene: Scene, at: int, stop: int) -> bool:
    """Whether the writer goes on after a comma with word ``at``: *which, adding, and he left, after*."""
    norm = scene.norm(at)
    if norm in _NOUN_ASIDES or norm in _CIRCUMSTANCES or norm.endswith("ing"):
        return True
    return norm in ("and", "which") and (
        is_predicate(scene, at + 1) or (norm == "and" and _opens_clause(scene, at + 1, stop))
    )


def _opens_clause(scene: Scene, at: int, stop: int) -> bool:
    """Whether a new main clause begins at ``at``: a subject with its finite verb before the next comma."""
    norm = scene.norm(at)
    if norm not in PERSONAL_PRONOUNS and norm not in ARTICLES and norm not in _OWNERS:
        return False
    for index in range(at + 1, min(stop, at + _CLAUSE_REACH)):
        if scene.norm(index) == "," or scene.norm(index) in RELATIVES:
            return False
        if is_finite(scene, index):
            return True
    return False


def _is_dash(scene: Scene, at: int) -> bool:
    tokens = scene.reading.tokens
    return tokens.ends[at - 1] < tokens.starts[at]


def _opens_circumstance(scene: Scene, at: int, stop: int) -> bool:
    """*as he left, after she attacked*: a subject and a verb follow; *as a disgrace* has none."""
    norm = scene.norm(at)
    if norm in ("during", "although", "though", "whereas", "while", "when", "because", "until"):
        return True
    if norm == "even":
        return scene.norm(at + 1) in ("as", "though", "after")
    following = scene.norm(at + 1)
    if following in PERSONAL_PRONOUNS:
        return True
    if norm in ("after", "before", "since"):
        return scene.reading.date_over(at + 1) is None and not following.isdigit()
    name = is_name(scene.reading.tokens.words[at + 1]) if at + 1 < stop else False
    ended = scene.norm(at + 3) in _ENDS  # "as Chinese bases."
    third_person = (
        norm == "as" and not ended and scene.norm(at + 2).endswith("s") and scene.norm(at + 2) != "'s"
    )
    return name and (third_person or any(is_finite(scene, i) for i in range(at + 2, min(stop, at + 5))))


def is_predicate(scene: Scene, at: int) -> bool:
    """Whether a finite verb without subject stands at ``at``, adverbs aside."""
    at += is_adverb(scene.norm(at))
    norm = scene.norm(at)
    return (norm in AUXILIARIES and norm not in ("may", "will")) or (
        is_finite(scene, at) and not _modifies(scene, at)
    )


def is_finite(scene: Scene, at: int) -> bool:
    """Whether the word can be a finite verb: an auxiliary or a past form."""
    norm = scene.norm(at)
    return norm in AUXILIARIES or (norm.endswith("ed") and len(norm) > 4) or norm in COMMON_PAST


def _modifies(scene: Scene, at: int) -> bool:
    """*armed and trained | men*: a participle before a noun; *made | claims* is a predicate."""
    if scene.norm(at) in COMMON_PAST:
        return False
    following = scene.norm(at + 1)
    return (following.endswith("s") and following not in ("his", "its", "this")) or following in (
        "",
        ",",
        ".",
    )
