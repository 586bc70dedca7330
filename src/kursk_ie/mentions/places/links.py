"""The region or country that the text itself puts a place in: *X, Florida*, *X in Florida*, *Florida's X*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.text.tokens import Tokens

_LINKS: Final = frozenset(
    (",", "in", "the", "'s", "'", "of", "western", "eastern", "northern", "southern", "(", "border")
)
_REACH: Final = 4


def link(tokens: Tokens, drafts: Sequence[Draft], index: int) -> None:
    """Note the region or country that the text itself puts one of two neighbours in.

    *X, Florida* and *X in Florida* hold for the left one, *Florida's X* for the right one; *X and Y in Florida* for
    both where both have a place there. A comma may also separate the items of a list, which goes on after the second.
    """
    left, right = drafts[index], drafts[index + 1]
    gap = tokens.norms[left.reach : right.start]
    if not gap or len(gap) > _REACH or not _LINKS.issuperset(gap):
        return
    owned = gap[0] in ("'s", "'")
    inner, outer = (right, left) if owned else (left, right)
    after = tokens.norms[right.end] if right.end < len(tokens) else ""
    listed = gap[0] == "," and after in (",", "and", "or")
    owner = _owner(inner, outer, sure=not listed)
    if owner is None or (listed and after != ","):
        return
    inner.beside.append(owner)
    while not owned and index > 0 and _is_listed(tokens, drafts[index - 1], drafts[index]):
        index -= 1
        if drafts[index].beside or not _holds(owner, drafts[index]):
            return
        drafts[index].beside.append(owner)


def _owner(inner: Draft, outer: Draft, sure: bool) -> GazetteerRow | None:
    """The region or country that ``outer`` is, the one with a place of the inner name where it may be several."""
    owners = [row for row in outer.rows if row.feature in ("region", "country")]
    if not sure or len(owners) > 1:
        owners = [row for row in owners if _holds(row, inner)]
    elif len(outer.rows) > 1:
        return None
    if len(owners) != 1:
        return None
    outer.rows = owners
    return owners[0]


def _holds(owner: GazetteerRow, draft: Draft) -> bool:
    """Whether a place of that name is known to lie in a region or country."""
    return any(
        row.country == owner.country and (owner.feature == "country" or row.admin1 == owner.admin1)
        for row in (*draft.rows, *draft.packed)
        if row.feature in ("settlement", "district")
    )


def _is_listed(tokens: Tokens, left: Draft, right: Draft) -> bool:
    return tokens.norms[left.reach : right.start] in ([","], ["and"], [",", "and"], ["or"])
