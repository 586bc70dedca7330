"""A ledger on disk that takes new articles in any order and gives the same incidents as one run over all of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from typing_extensions import Self

from kursk_ie.errors import FileError
from kursk_ie.incidents.blocking import block_keys
from kursk_ie.incidents.building import build_incident
from kursk_ie.incidents.comparing import Comparer
from kursk_ie.incidents.matching import Node, Pairs, group_component, score_nodes
from kursk_ie.incidents.model import load_model
from kursk_ie.incidents.reconciling import checked, is_new
from kursk_ie.incidents.records import Record, records_of
from kursk_ie.incidents.results import Incident
from kursk_ie.incidents.store import Store
from kursk_ie.results import Extraction

_OPEN = ("none", "unverified", "no_evidence", "declined")
_KEPT_DOCUMENTS = 20_000


class Ledger:
    """Incidents in a file (SQLite), kept up to date as articles come in.

    Every call of `add` is one transaction. A process that dies in the middle of it, even by ``kill -9``, leaves the
    ledger as it was before, and the same articles can be added again.

    Args:
        path: the file; it is made where there is none. ``":memory:"`` keeps the ledger in memory.

    Raises:
        FileError: the file cannot be opened, or is no ledger, or was made with other weights (then `rebuild`).

    Examples:
        >>> import kursk_ie
        >>> article = {"id": "a", "text": "Ukraine said 30 Russian soldiers were killed near Sudzha on December 14."}
        >>> answer = {"id": "b", "text": "Moscow said 12 Russian soldiers were killed near Sudzha on December 14."}
        >>> with kursk_ie.Ledger(":memory:") as ledger:
        ...     new = ledger.add([kursk_ie.extract(**article, published="2024-12-16")])
        ...     new = ledger.add([kursk_ie.extract(**answer, published="2024-12-17")])
        ...     [(incident.reports, incident.agreement) for incident in ledger.conflicting()]
        [(('a', 'b'), 'conflicting')]
    """

    def __init__(self, path: str | Path) -> None:
        self._model = load_model()
        self._comparer = Comparer(self._model)
        self._store = Store(path)
        self._documents: dict[str, dict[str, Record]] = {}
        fingerprint = sha256(repr(self._model.settings()).encode()).hexdigest()
        known = self._store.fact("model")
        if known is None:
            with self._store.change():
                self._store.set_fact("model", fingerprint)
        self._fingerprint = fingerprint
        self._outdated = known not in (None, fingerprint)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything added is in it."""
        self._store.close()

    def add(self, extractions: Iterable[Extraction]) -> int:
        """Add articles, all of them or, where one raises, none; how many were new.

        Raises:
            ArgumentError: not extractions, or another article is in the ledger under the same id.
            FileError: the ledger was made with other weights.
        """
        self._refuse_outdated()
        new = 0
        with self._store.change():
            touched: dict[int, None] = {}
            for extraction in checked(extractions):
                if self._is_new(extraction):
                    new += 1
                    slim = extraction.model_copy(update={"mentions": (), "issues": ()})
                    self._store.add_document(slim.document.id, slim.model_dump_json())
                    touched.update(dict.fromkeys(self._add_records(slim)))
            for node in touched:
                self._link(node)
        return new

    def incidents(self) -> list[Incident]:
        """All incidents, the latest first: what `reconcile` gives for the same articles."""
        self._refresh()
        return list(self._store.incidents())

    def conflicting(self) -> list[Incident]:
        """Incidents whose sources give figures that cannot all hold."""
        return [incident for incident in self.incidents() if incident.agreement == "conflicting"]

    def unconfirmed(self, days: int, today: dt.date) -> list[Incident]:
        """Incidents that were first told ``days`` or more before ``today`` and that nobody has confirmed or denied."""
        limit = today - dt.timedelta(days=days)
        return [
            incident
            for incident in self.incidents()
            if incident.status in _OPEN
            and any(claim.first_seen is not None and claim.first_seen <= limit for claim in incident.claims)
        ]

    def by_side(self, code: str) -> list[Incident]:
        """Incidents that this side did or suffered, such as ``"PRK"``."""
        return [i for i in self.incidents() if code in i.sides.agents or code in i.sides.targets]

    def at(self, place: str, day: dt.date | None = None) -> list[Incident]:
        """Incidents at a place, by its name, its region's name or its gazetteer id, and on a day where one is given."""
        wanted = place.casefold()
        return [
            incident
            for incident in self.incidents()
            if any(
                wanted in ((site.name or "").casefold(), (site.admin1 or "").casefold(), site.gazetteer_id)
                for site in incident.places
            )
            and (day is None or _on(incident, day))
        ]

    def rebuild(self) -> None:
        """Reconcile all articles of the ledger anew, as is needed after a change of the weights."""
        with self._store.change():
            self._store.empty()
            self._documents.clear()
            nodes: dict[int, None] = {}
            for json in list(self._store.extractions()):
                nodes.update(dict.fromkeys(self._add_records(Extraction.model_validate_json(json))))
            for node in nodes:
                self._link(node)
            self._store.set_fact("model", self._fingerprint)
        self._outdated = False

    def __len__(self) -> int:
        """How many articles the ledger holds."""
        return self._store.count_documents()

    def _refuse_outdated(self) -> None:
        if self._outdated:
            raise FileError(
                "ledger-outdated",
                f"{self._store.path} was made with other weights than those of models/: call rebuild() first",
            )

    def _is_new(self, extraction: Extraction) -> bool:
        json = self._store.extraction(extraction.document.id)
        return is_new(extraction, None if json is None else Extraction.model_validate_json(json).document)

    def _add_records(self, extraction: Extraction) -> list[int]:
        records = self._keep(extraction)
        return [
            self._store.add_record(record.key, record.document, record.features.digest())
            for record in records.values()
        ]

    def _link(self, node: int) -> None:
        """Compare a node with all that share a block; both what it knew and what it is known by may have changed."""
        [own] = self._nodes([node]).values()
        keys = block_keys(own.features, own.documents, self._model)
        self._store.list_node(node, keys.listed)
        scores: dict[int, int] = {}
        for other, known in self._nodes(self._store.near(keys.looks, node)).items():
            score = score_nodes(self._comparer, own, known)
            if score > self._model.pair:
                scores[other] = score
        self._store.set_links(node, scores)

    def _refresh(self) -> None:
        """Cluster anew every component that an added article has touched."""
        self._refuse_outdated()
        todo = self._store.dirty()
        if not todo:
            return
        with self._store.change():
            while todo:
                component, links = self._component(todo.pop())
                todo -= component
                self._cluster(component, links)

    def _component(self, start: int) -> tuple[set[int], Pairs]:
        """The nodes that links connect with this one, and these links."""
        found, new = {start}, {start}
        links: Pairs = {}
        while new:
            reached: set[int] = set()
            for one, other, score in self._store.links(new):
                links[one, other] = score
                reached |= {one, other}
            new = reached - found
            found |= new
        return found, links

    def _cluster(self, component: set[int], links: Pairs) -> None:
        known = self._nodes(component)
        order = sorted(component, key=lambda node: known[node].features.order())
        position = {node: number for number, node in enumerate(order)}
        numbered: Pairs = {}
        for (one, other), score in links.items():
            first, second = sorted((position[one], position[other]))
            numbered[first, second] = score
        of_record = {record.key: node for node in order for record in known[node].records}
        made = []
        for records, matches in group_component([known[node] for node in order], numbered, self._model):
            made.append((build_incident(records, matches), {of_record[record.key] for record in records}))
        self._store.replace_incidents(component, made)

    def _nodes(self, ids: Iterable[int]) -> dict[int, Node]:
        """The nodes with all their tellings."""
        wanted = sorted(ids)
        of_key = self._store.records_of(wanted)
        missing = {key.rpartition("#")[0] for key in of_key} - self._documents.keys()
        if missing:
            if len(self._documents) > _KEPT_DOCUMENTS:
                self._documents.clear()
                missing = {key.rpartition("#")[0] for key in of_key}
            for json in self._store.documents(missing):
                self._keep(Extraction.model_validate_json(json))
        records: dict[int, list[Record]] = defaultdict(list)
        for key, node in of_key.items():
            records[node].append(self._documents[key.rpartition("#")[0]][key])
        return {node: Node(found[0].features, found) for node, found in records.items()}

    def _keep(self, extraction: Extraction) -> dict[str, Record]:
        records = {record.key: record for record in records_of(extraction, self._model)}
        self._documents[extraction.document.id] = records
        return records


def _on(incident: Incident, day: dt.date) -> bool:
    first, last = incident.date.earliest, incident.date.latest
    return first is not None and last is not None and first <= day <= last
