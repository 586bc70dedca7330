"""From tellings to groups of tellings: blocking, comparing and clustering together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kursk_ie.incidents.blocking import block_keys
from kursk_ie.incidents.clustering import cluster, components
from kursk_ie.incidents.comparing import Comparer
from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features, Record
from kursk_ie.incidents.results import Match


@dataclass(slots=True)
class Node:
    """Tellings with equal features: an echo in the same words costs no comparison."""

    features: Features
    records: list[Record] = field(default_factory=list)

    @property
    def documents(self) -> set[str]:
        return {record.document for record in self.records}

    @property
    def key(self) -> str:
        """The first telling's key, which stands for the node in a match."""
        return min(self.records, key=lambda record: record.age).key


Group = tuple[list[Record], tuple[Match, ...]]
"""The tellings of one incident, and why they are one."""


def group_records(records: Iterable[Record], model: Model) -> Iterator[Group]:
    """The tellings of each incident. The order of ``records`` does not matter, nor does that of what comes back."""
    by_features: dict[Features, Node] = {}
    for record in records:
        node = by_features.get(record.features)
        if node is None:
            node = by_features[record.features] = Node(record.features)
        node.records.append(record)
    nodes = sorted(by_features.values(), key=lambda node: node.features.order())
    edges = link(nodes, model)
    inside: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    groups = components(range(len(nodes)), edges, model)
    home = {node: number for number, group in enumerate(groups) for node in group}
    for (one, other), score in edges.items():
        if home[one] == home[other]:
            inside[home[one]][one, other] = score
    for number, group in enumerate(groups):
        yield from group_component([nodes[node] for node in group], _renumbered(group, inside[number]), model)


def link(nodes: Sequence[Node], model: Model) -> dict[tuple[int, int], int]:
    """The score of every pair that shares a block; those that count as apart are left out."""
    comparer = Comparer(model)
    blocks: dict[str, list[int]] = defaultdict(list)
    edges: dict[tuple[int, int], int] = {}
    for number, node in enumerate(nodes):
        documents = node.documents
        near: set[int] = set()
        keys = block_keys(node.features, documents, model)
        for key in keys.looks:
            near.update(blocks.get(key, ()))
        for key in keys.listed:
            blocks[key].append(number)
        for other in near:
            same_document = not documents.isdisjoint(nodes[other].documents)
            score = comparer.score(nodes[other].features, node.features, same_document)
            if score > model.apart:
                edges[other, number] = score
    return edges


def group_component(nodes: Sequence[Node], edges: dict[tuple[int, int], int], model: Model) -> Iterator[Group]:
    """The groups of connected nodes, which are in the order of their features; edges are by position."""
    if len(nodes) == 1:
        yield nodes[0].records, ()
        return
    comparer = Comparer(model)
    for group in cluster([node.features for node in nodes], edges, model):
        records = [record for position in group for record in nodes[position].records]
        yield records, tuple(_matches(nodes, group, edges, comparer))


def _renumbered(group: list[int], edges: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    position = {node: number for number, node in enumerate(group)}
    return {(position[one], position[other]): score for (one, other), score in edges.items()}


def _matches(
    nodes: Sequence[Node], group: list[int], edges: dict[tuple[int, int], int], comparer: Comparer
) -> Iterator[Match]:
    """The best links that hold a group together, a spanning tree: one fewer than there are nodes."""
    members = set(group)
    inside = [(score, pair) for pair, score in edges.items() if members.issuperset(pair)]
    joined = {node: {node} for node in group}
    for score, (one, other) in sorted(inside, key=lambda item: (-item[0], item[1])):
        if joined[one] is joined[other]:
            continue
        both = joined[one] | joined[other]
        joined.update(dict.fromkeys(both, both))
        same_document = not nodes[one].documents.isdisjoint(nodes[other].documents)
        yield Match(
            one=nodes[one].key,
            other=nodes[other].key,
            score=score,
            levels=comparer.levels(nodes[one].features, nodes[other].features, same_document),
        )
