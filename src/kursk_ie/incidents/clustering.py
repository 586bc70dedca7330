"""Clustering: which linked tellings are one incident.

Average linkage on the pairs that were compared: the two groups whose pairs agree best on average are joined first, and
none are joined whose pairs disagree on average. A pair that was never compared counts as disagreement, so a chain of
tellings, each like the next, does not become one incident; nor do days that lie too far apart, whatever links them.
The result depends on the tellings alone, not on their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kursk_ie.incidents.records import Features

APART = -8
"""The weight of a pair that was not compared, or that disagrees this much or more."""

Edges = Mapping[tuple[int, int], int]
"""Score above the threshold for pairs of nodes, the smaller first; those at `APART` or below are left out."""


def components(nodes: Iterable[int], edges: Edges) -> list[list[int]]:
    """Nodes that positive edges connect, each sorted, by first node."""
    root = {node: node for node in nodes}

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for (one, other), weight in edges.items():
        if weight > 0:
            first, second = sorted((find(one), find(other)))
            root[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for node in sorted(root):
        groups[find(node)].append(node)
    return [groups[key] for key in sorted(groups)]


def cluster(features: Sequence[Features], edges: Edges, window: int) -> list[list[int]]:
    """The incidents of one component; nodes are positions in ``features``, which must be in `Features.order`.

    ``window`` is the number of days that the told days of one incident may spread over, unless one telling alone spans
    more.
    """
    groups = {node: _Group(features[node], node) for node in range(len(features))}
    for (one, other), weight in edges.items():
        groups[one].links[other] = groups[other].links[one] = (weight, 1)
    heap = [
        _candidate(groups[one], groups[other], weight, 1)
        for (one, other), weight in edges.items()
        if weight > 0
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, sizes = heapq.heappop(heap)
        if one not in groups or other not in groups or sizes != (groups[one].size, groups[other].size):
            continue
        if not groups[one].may_join(groups[other], window):
            continue
        _join(groups, one, other)
        joined = groups[one]
        for neighbour, (total, count) in joined.links.items():
            if _mean(joined, groups[neighbour], total, count) > 0:
                heapq.heappush(heap, _candidate(joined, groups[neighbour], total, count))
    return [sorted(group.nodes) for _, group in sorted(groups.items())]


class _Group:
    """Nodes that are one incident so far; links hold the sum and the number of the compared pairs to other groups."""

    __slots__ = ("first", "id", "last", "links", "longest", "nodes")

    def __init__(self, features: Features, node: int) -> None:
        self.id = node
        self.nodes = [node]
        self.links: dict[int, tuple[int, int]] = {}
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


def _mean(one: _Group, other: _Group, total: int, count: int) -> float:
    pairs = one.size * other.size
    return (total + (pairs - count) * APART) / pairs


def _candidate(one: _Group, other: _Group, total: int, count: int) -> tuple[float, int, int, tuple[int, int]]:
    first, second = (one, other) if one.id < other.id else (other, one)
    return -_mean(one, other, total, count), first.id, second.id, (first.size, second.size)


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Put the second group into the first, which has the smaller node."""
    kept, gone = groups[one], groups.pop(other)
    kept.nodes += gone.nodes
    kept.longest = max(kept.longest, gone.longest)
    kept.first = min((day for day in (kept.first, gone.first) if day is not None), default=None)
    kept.last = max((day for day in (kept.last, gone.last) if day is not None), default=None)
    del kept.links[other], gone.links[one]
    for neighbour, (total, count) in gone.links.items():
        before = kept.links.get(neighbour, (0, 0))
        kept.links[neighbour] = groups[neighbour].links[one] = (before[0] + total, before[1] + count)
        del groups[neighbour].links[other]
