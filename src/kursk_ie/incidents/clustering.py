"""Clustering: which linked tellings are one incident.

Average linkage with a needed link: of the groups that a pair links, the two whose pairs agree best on average are
joined first, and none are joined whose mean is too low. A pair that was never compared counts as disagreement, so a
chain of tellings, each like the next, does not become one incident; nor do days that lie too far apart, whatever links
them. The result depends on the tellings alone, not on their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features

Edges = Mapping[tuple[int, int], int]
"""Scores of pairs of nodes, the smaller first; those that count as apart are left out."""


def components(nodes: Iterable[int], edges: Edges, model: Model) -> list[list[int]]:
    """Nodes that links connect, each sorted, by first node."""
    root = {node: node for node in nodes}

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for (one, other), score in edges.items():
        if score > model.pair:
            first, second = sorted((find(one), find(other)))
            root[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for node in sorted(root):
        groups[find(node)].append(node)
    return [groups[key] for key in sorted(groups)]


def cluster(features: Sequence[Features], edges: Edges, model: Model) -> list[list[int]]:
    """The incidents of one component; nodes are positions in ``features``, which must be in `Features.order`.

    The told days of one incident spread over no more than the window of its type, unless one telling alone spans more.
    """
    groups = {node: _Group(features[node], node) for node in range(len(features))}
    for (one, other), score in edges.items():
        groups[one].links[other] = groups[other].links[one] = _Link(score, 1, score > model.pair)
    heap = [
        candidate
        for one, group in groups.items()
        for other in group.links
        if one < other and (candidate := _candidate(group, groups[other], model)) is not None
    ]
    heapq.heapify(heap)
    window = model.windows[features[0].family[0]]
    while heap:
        _, one, other, sizes = heapq.heappop(heap)
        if one not in groups or other not in groups or sizes != (groups[one].size, groups[other].size):
            continue
        if not groups[one].may_join(groups[other], window):
            continue
        _join(groups, one, other)
        joined = groups[one]
        for neighbour in joined.links:
            candidate = _candidate(joined, groups[neighbour], model)
            if candidate is not None:
                heapq.heappush(heap, candidate)
    return [sorted(group.nodes) for _, group in sorted(groups.items())]


class _Link(NamedTuple):
    """The compared pairs between two groups: the sum of their scores, their number, and whether one links."""

    total: int
    pairs: int
    linked: bool


class _Group:
    """Nodes that are one incident so far, with the links to other groups."""

    __slots__ = ("first", "id", "last", "links", "longest", "nodes")

    def __init__(self, features: Features, node: int) -> None:
        self.id = node
        self.nodes = [node]
        self.links: dict[int, _Link] = {}
        told = features.dated and not features.broad
        self.first = features.first if told else None
        self.last = features.last if told else None
        self.longest = 0 if self.first is None or self.last is None else self.last - self.first

    @property
    def size(self) -> int:
        return len(self.nodes)

    def may_join(self, other: _Group, window: int) -> bool:
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        spread = max(self.last, other.last) - min(self.first, other.first)
        return spread <= max(window, self.longest, other.longest)


_Candidate = tuple[float, int, int, tuple[int, int]]


def _candidate(one: _Group, other: _Group, model: Model) -> _Candidate | None:
    """Best mean first; ``None`` where the two may not join. The sizes tell a candidate that was overtaken."""
    total, compared, linked = one.links[other.id]
    if not linked:
        return None
    pairs = one.size * other.size
    mean = (total + (pairs - compared) * model.apart) / pairs
    if mean <= model.mean:
        return None
    first, second = (one, other) if one.id < other.id else (other, one)
    return -mean, first.id, second.id, (first.size, second.size)


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Put the second group into the first, which has the smaller node."""
    kept, gone = groups[one], groups.pop(other)
    kept.nodes += gone.nodes
    kept.longest = max(kept.longest, gone.longest)
    kept.first = min((day for day in (kept.first, gone.first) if day is not None), default=None)
    kept.last = max((day for day in (kept.last, gone.last) if day is not None), default=None)
    del kept.links[other], gone.links[one]
    for neighbour, link in gone.links.items():
        before = kept.links.get(neighbour, _Link(0, 0, False))
        added = _Link(before.total + link.total, before.pairs + link.pairs, before.linked or link.linked)
        kept.links[neighbour] = groups[neighbour].links[one] = added
        del groups[neighbour].links[other]
