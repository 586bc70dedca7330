"""From tellings to groups of tellings: blocking, comparing and clustering together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kursk_ie.incidents.blocking import block_keys
from kursk_ie.incidents.clustering import cluster, components
from kursk_ie.incidents.comparing import Comparer
from kursk_ie.incidents.model import Model
from kursk_ie.incidents.records import Features, Record
from kursk_ie.incidents.results import Match


@dataclass
class Node:
    """Tellings with equal features: an echo in the same words costs no comparison."""

    features: Features
    records: list[Record] = field(default_factory=list)

    @cached_property
    def documents(self) -> set[str]:
        """Where it stands; look only when all tellings are in."""
        return {record.document for record in self.records}

    @property
    def key(self) -> str:
        """The first telling's key, which stands for the node in a match."""
        return min(self.records, key=lambda record: record.age).key


Pairs = dict[tuple[int, int], int]
"""Scores of pairs of nodes, the smaller first."""

Group = tuple[list[Record], tuple[Match, ...]]
"""The tellings of one incident, and why they are one."""


Families = dict[tuple[str, str], dict[Features, Node]]


def sort_records(records: Iterable[Record]) -> Families:
    """The nodes of each family; only tellings of one family are compared."""
    families: Families = defaultdict(dict)
    for record in records:
        nodes = families[record.features.family]
        node = nodes.get(record.features)
        if node is None:
            node = nodes[record.features] = Node(record.features)
        node.records.append(record)
    return families


def group_families(families: Families, model: Model) -> Iterator[Group]:
    """The tellings of each incident; ``families`` is emptied. The order of the tellings does not matter."""
    # one at a time, the largest before there are incidents of the others: this is what takes memory
    for family in sorted(families, key=lambda family: (-len(families[family]), family)):
        nodes = sorted(families.pop(family).values(), key=lambda node: node.features.order())
        yield from _group_family(nodes, model)


def _group_family(nodes: Sequence[Node], model: Model) -> Iterator[Group]:
    links = link(nodes, model)
    groups = components(range(len(nodes)), links)
    for group, inside in zip(groups, _divided(groups, links), strict=True):
        yield from group_component([nodes[node] for node in group], inside, model)


def link(nodes: Sequence[Node], model: Model) -> Pairs:
    """The scores of the pairs that share a block and link."""
    comparer = Comparer(model)
    blocks: dict[str, list[int]] = defaultdict(list)
    links: Pairs = {}
    for number, node in enumerate(nodes):
        keys = block_keys(node.features, node.documents, model)
        near: set[int] = set()
        for key in keys.looks:
            near.update(blocks.get(key, ()))
        for key in keys.listed:
            blocks[key].append(number)
        for other in near:
            score = score_nodes(comparer, nodes[other], node)
            if score > model.pair:
                links[other, number] = score
    return links


def score_nodes(comparer: Comparer, one: Node, other: Node) -> int:
    """The score of two nodes; those of one document have an advantage."""
    return comparer.score(one.features, other.features, not one.documents.isdisjoint(other.documents))


def group_component(nodes: Sequence[Node], links: Pairs, model: Model) -> Iterator[Group]:
    """The groups of connected nodes, which are in the order of their features; links are by position."""
    if len(nodes) == 1:
        yield nodes[0].records, ()
        return
    comparer = Comparer(model)

    def score(one: int, other: int) -> int:
        return score_nodes(comparer, nodes[one], nodes[other])

    groups = cluster([node.features for node in nodes], links, score, model)
    for group, inside in zip(groups, _divided(groups, dict(links)), strict=True):
        members = [nodes[position] for position in group]
        yield (
            [record for node in members for record in node.records],
            tuple(_matches(members, inside, comparer)),
        )


def _divided(groups: Sequence[Sequence[int]], pairs: Pairs) -> list[Pairs]:
    """The pairs inside each group, by position in the group; ``pairs`` is emptied, for it may be large."""
    home = {
        node: (number, position) for number, group in enumerate(groups) for position, node in enumerate(group)
    }
    inside: list[Pairs] = [{} for _ in groups]
    while pairs:
        (one, other), score = pairs.popitem()
        (first, position), (second, other_position) = home[one], home[other]
        if first == second:
            inside[first][position, other_position] = score
    return inside


def _matches(nodes: Sequence[Node], links: Pairs, comparer: Comparer) -> Iterator[Match]:
    """The best links that hold a group together, a spanning tree: one fewer than there are nodes."""
    joined = {node: {node} for node in range(len(nodes))}
    for (one, other), score in sorted(links.items(), key=lambda item: (-item[1], item[0])):
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
