"""Clustering: which linked tellings are one incident.

Average linkage with a needed link: of the groups that a pair links, the two whose pairs agree best on average are
joined first, and none are joined whose mean is too low. All pairs of two groups count, also those that no link joins,
so that a chain of tellings, each like the next, does not become one incident; nor do days that lie too far apart,
whatever links them. The result depends on the tellings alone, not on their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features

Links = Mapping[tuple[int, int], int]
"""Scores above the threshold of pairs of nodes, the smaller node first."""


def components(nodes: Iterable[int], links: Links) -> list[list[int]]:
    """Nodes that links connect, each sorted, by first node."""
    root = {node: node for node in nodes}

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for node in sorted(root):
        groups[find(node)].append(node)
    return [groups[key] for key in sorted(groups)]


def cluster(
    features: Sequence[Features], links: Links, score: Callable[[int, int], int], model: Model
) -> list[list[int]]:
    """The incidents of one component.

    The told days of one incident spread over no more than the window of its type, unless one telling alone spans more.

    Args:
        features: of the nodes, in `Features.order`; a node is a position in it.
        links: pairs that link. score: compares any two nodes.
    """
    groups = {node: _Group(features[node], node) for node in range(len(features))}
    window = model.windows[features[0].family[0]]
    for (one, other), weight in links.items():
        if groups[one].may_join(groups[other], window):
            groups[one].links[other] = groups[other].links[one] = weight
    heap = [
        candidate
        for one, group in groups.items()
        for other in group.links
        if one < other and (candidate := _candidate(group, groups[other], model)) is not None
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, sizes = heapq.heappop(heap)
        if (
            one not in groups
            or other not in groups
            or sizes != (len(groups[one].nodes), len(groups[other].nodes))
        ):
            continue
        _join(groups, one, other, score, model.apart, window)
        joined = groups[one]
        for neighbour in joined.links:
            candidate = _candidate(joined, groups[neighbour], model)
            if candidate is not None:
                heapq.heappush(heap, candidate)
    return [sorted(group.nodes) for _, group in sorted(groups.items())]


class _Group:
    """Nodes that are one incident so far.

    Attributes:
        links: the groups that a pair links to it, with the sum of the scores of all pairs.
    """

    __slots__ = ("first", "id", "last", "links", "longest", "nodes")

    def __init__(self, features: Features, node: int) -> None:
        self.id = node
        self.nodes = [node]
        self.links: dict[int, int] = {}
        told = features.dated and not features.broad
        self.first = features.first if told else None
        self.last = features.last if told else None
        self.longest = 0 if self.first is None or self.last is None else self.last - self.first

    def take(self, other: _Group) -> None:
        """Take the nodes and days of another group."""
        self.nodes += other.nodes
        self.longest = max(self.longest, other.longest)
        self.first = min((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, other.last) if day is not None), default=None)

    def may_join(self, other: _Group, window: int) -> bool:
        """Whether the told days of both lie close enough."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        spread = max(self.last, other.last) - min(self.first, other.first)
        return spread <= max(window, self.longest, other.longest)


_Candidate = tuple[float, int, int, tuple[int, int]]


def _candidate(one: _Group, other: _Group, model: Model) -> _Candidate | None:
    """Best mean first; ``None`` where it is too low. The sizes tell a candidate that was overtaken."""
    first, second = (one, other) if one.id < other.id else (other, one)
    sizes = len(first.nodes), len(second.nodes)
    mean = one.links[other.id] / (sizes[0] * sizes[1])
    return (-mean, first.id, second.id, sizes) if mean > model.mean else None


def _join(
    groups: dict[int, _Group], one: int, other: int, score: Callable[[int, int], int], least: int, window: int
) -> None:
    """Put the second group into the first, which has the smaller node; unlink those that its days keep apart now."""
    kept, gone = groups[one], groups.pop(other)
    del kept.links[other], gone.links[one]
    for neighbour in gone.links:
        del groups[neighbour].links[other]
    before, size = kept.links, len(kept.nodes)
    kept.links = {}
    kept.take(gone)
    for neighbour in before.keys() | gone.links.keys():
        near = groups[neighbour]
        if not kept.may_join(near, window):
            near.links.pop(one, None)
            continue
        total = before.get(neighbour)
        if total is None:
            total = _total(kept.nodes[:size], near.nodes, score, least)
        added = gone.links.get(neighbour)
        if added is None:
            added = _total(gone.nodes, near.nodes, score, least)
        kept.links[neighbour] = near.links[one] = total + added


def _total(ones: Sequence[int], others: Sequence[int], score: Callable[[int, int], int], least: int) -> int:
    total = 0
    for one in ones:
        for other in others:
            weight = score(one, other)
            total += weight if weight > least else least
    return total
