"""The tables of a ledger in SQLite, and everything that reads and writes them.

An update is one transaction, so that a process that dies in the middle of it leaves the ledger as it was before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kursk_ie.errors import FileError
from kursk_ie.incidents.results import Incident

FORMAT = "1"
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE documents (id TEXT PRIMARY KEY, extraction TEXT NOT NULL);
CREATE TABLE nodes (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, dirty INTEGER NOT NULL, incident TEXT);
CREATE TABLE records (key TEXT PRIMARY KEY, document TEXT NOT NULL, node INTEGER NOT NULL);
CREATE TABLE listed (block TEXT NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (block, node)) WITHOUT ROWID;
CREATE TABLE links (one INTEGER NOT NULL, other INTEGER NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (one, other))
    WITHOUT ROWID;
CREATE TABLE incidents (id TEXT PRIMARY KEY, latest TEXT, json TEXT NOT NULL);
CREATE INDEX nodes_by_incident ON nodes (incident);
CREATE INDEX dirty_nodes ON nodes (dirty) WHERE dirty;
CREATE INDEX records_by_node ON records (node);
"""
_WAIT_SECONDS = 30
_AT_ONCE = 500  # values in one statement, below SQLite's limit


class Store:
    """An open ledger file.

    Raises:
        FileError: the file cannot be opened, or is no ledger.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = path
        try:
            self._base = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
            with self.change():
                if not self._rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
                    for statement in _TABLES.strip().split(";\n"):
                        self._base.execute(statement)
                    self.set_fact("format", FORMAT)
                found = self.fact("format")
        except sqlite3.OperationalError as error:
            raise FileError(
                "ledger-unreadable", f"cannot open the ledger {path}: {error}; check the path"
            ) from error
        except sqlite3.DatabaseError as error:
            raise FileError(
                "ledger-broken", f"{path} is no ledger of kursk_ie: {error}; give another file"
            ) from error
        if found != FORMAT:
            raise FileError(
                "ledger-format", f"{path} is of format {found}, not {FORMAT}: build the ledger anew"
            )

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """A transaction: all of it holds at the end, or nothing of it."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def fact(self, name: str) -> str | None:
        """A value that is kept under a name."""
        rows = self._rows("SELECT value FROM facts WHERE name = ?", name)
        return rows[0][0] if rows else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._base.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def extraction(self, document: str) -> str | None:
        """The JSON of a document's extraction; ``None`` where it is not in the ledger."""
        rows = self._rows("SELECT extraction FROM documents WHERE id = ?", document)
        return rows[0][0] if rows else None

    def extractions(self) -> Iterator[str]:
        """The JSON of every document's extraction."""
        return (json for (json,) in self._base.execute("SELECT extraction FROM documents ORDER BY id"))

    def count_documents(self) -> int:
        """How many documents the ledger holds."""
        return int(self._rows("SELECT count(*) FROM documents")[0][0])

    def add_document(self, id: str, extraction: str) -> None:
        """Keep a document."""
        self._base.execute("INSERT INTO documents VALUES (?, ?)", (id, extraction))

    def add_record(self, key: str, document: str, digest: str) -> int:
        """Keep a telling; the id of its node, which is marked to be reconciled anew."""
        self._base.execute(
            "INSERT INTO nodes (digest, dirty) VALUES (?, 1) ON CONFLICT (digest) DO UPDATE SET dirty = 1",
            (digest,),
        )
        node = int(self._rows("SELECT id FROM nodes WHERE digest = ?", digest)[0][0])
        self._base.execute("INSERT INTO records VALUES (?, ?, ?)", (key, document, node))
        return node

    def list_node(self, node: int, blocks: Iterable[str]) -> None:
        """List a node under blocks."""
        self._base.executemany(
            "INSERT OR IGNORE INTO listed VALUES (?, ?)", ((block, node) for block in blocks)
        )

    def near(self, blocks: Collection[str], node: int) -> set[int]:
        """Other nodes that are listed under these blocks."""
        rows = self._many("SELECT DISTINCT node FROM listed WHERE block IN ({})", blocks)
        return {int(other) for (other,) in rows} - {node}

    def set_links(self, node: int, scores: dict[int, int]) -> None:
        """The links of a node with others and their scores, in place of those it had."""
        self._base.execute("DELETE FROM links WHERE one = ?1 OR other = ?1", (node,))
        pairs = ((min(node, other), max(node, other), score) for other, score in scores.items())
        self._base.executemany("INSERT INTO links VALUES (?, ?, ?)", pairs)

    def links(self, nodes: Collection[int]) -> list[tuple[int, int, int]]:
        """Every link of these nodes, in either direction."""
        both = [*self._many("SELECT one, other, score FROM links WHERE one IN ({})", nodes)]
        both += self._many("SELECT one, other, score FROM links WHERE other IN ({})", nodes)
        return list(dict.fromkeys(both))

    def dirty(self) -> set[int]:
        """Nodes to be reconciled anew."""
        return {int(node) for (node,) in self._base.execute("SELECT id FROM nodes WHERE dirty")}

    def records_of(self, nodes: Collection[int]) -> dict[str, int]:
        """The node of every telling of these nodes, by its key ``document#event``."""
        return dict(self._many("SELECT key, node FROM records WHERE node IN ({})", nodes))

    def documents(self, ids: Collection[str]) -> list[str]:
        """The JSON of the extractions of these documents."""
        return [str(json) for (json,) in self._many("SELECT extraction FROM documents WHERE id IN ({})", ids)]

    def replace_incidents(
        self, nodes: Collection[int], made: Iterable[tuple[Incident, Collection[int]]]
    ) -> None:
        """Put incidents, each with its nodes, in the place of those that these nodes belonged to."""
        gone = {
            id for (id,) in self._many("SELECT DISTINCT incident FROM nodes WHERE id IN ({})", nodes) if id
        }
        self._base.executemany("DELETE FROM incidents WHERE id = ?", ((id,) for id in gone))
        for incident, members in made:
            latest = incident.date.latest.isoformat() if incident.date.latest else None
            self._base.execute(
                "INSERT INTO incidents VALUES (?, ?, ?)", (incident.id, latest, incident.model_dump_json())
            )
            self._base.executemany(
                "UPDATE nodes SET incident = ?, dirty = 0 WHERE id = ?",
                ((incident.id, node) for node in members),
            )

    def incidents(self) -> Iterator[Incident]:
        """Every incident, the latest first."""
        rows = self._base.execute("SELECT json FROM incidents ORDER BY latest IS NULL, latest DESC, id")
        return (Incident.model_validate_json(json) for (json,) in rows)

    def empty(self) -> None:
        """Forget everything but the documents."""
        for table in ("nodes", "records", "listed", "links", "incidents"):
            self._base.execute(f"DELETE FROM {table}")

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._base.execute(statement, values).fetchall()

    def _many(self, statement: str, values: Collection[int] | Collection[str]) -> Iterator[tuple[Any, ...]]:
        ordered = list(values)
        for at in range(0, len(ordered), _AT_ONCE):
            part = ordered[at : at + _AT_ONCE]
            yield from self._base.execute(statement.format(", ".join("?" * len(part))), part)
