"""Search by vectors, behind one Protocol: in the SQLite file (sqlite-vec) or in memory (FAISS)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import apsw
import numpy as np

from plansvar.engines.protocol import Vectors
from plansvar.index.database import select

MOST = 4096  # the most neighbours that sqlite-vec gives


class VectorSearch(Protocol):
    """Exact nearest neighbours by cosine over one table of vectors."""

    def nearest(
        self, vector: Vectors, limit: int, owners: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """Rowids and cosines, nearest first, equals by rowid; `owners` restricts to documents."""
        ...

    def cosines(self, vector: Vectors, rowids: Sequence[int]) -> dict[int, float]:
        """The cosine of each of these rows that has a vector."""
        ...


class StoredVectors:
    """The vectors in the SQLite file, searched by sqlite-vec. `owner_table` holds the rows that
    the vectors belong to, under the same rowids."""

    def __init__(self, connection: apsw.Connection, table: str, owner_table: str) -> None:
        self._connection = connection
        self._table = table
        self._owner_table = owner_table

    def nearest(
        self, vector: Vectors, limit: int, owners: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        restriction = ""
        if owners is not None:
            marks = ",".join("?" * len(owners))
            restriction = (
                f" AND rowid IN (SELECT rowid FROM {self._owner_table} WHERE owner IN ({marks}))"
            )
        rows = self._connection.execute(
            f"SELECT rowid, embedding FROM {self._table}"
            f" WHERE embedding MATCH ? AND k = ?{restriction}",
            (as_bytes(vector), min(with_room_for_equals(limit), MOST), *(owners or ())),
        )
        return ordered(self._exact(rows.fetchall(), vector), limit)

    def cosines(self, vector: Vectors, rowids: Sequence[int]) -> dict[int, float]:
        marks = ",".join("?" * len(rowids))
        rows = self._connection.execute(
            f"SELECT rowid, embedding FROM {self._table} WHERE rowid IN ({marks})", tuple(rowids)
        )
        return dict(self._exact(rows.fetchall(), vector))

    def _exact(self, rows: Sequence[tuple[Any, ...]], vector: Vectors) -> list[tuple[int, float]]:
        if not rows:
            return []
        stacked = np.stack([from_bytes(raw) for _, raw in rows])
        found = exact_cosines(stacked, vector)
        return [(int(row[0]), cosine) for row, cosine in zip(rows, found, strict=True)]


def all_vectors(
    connection: apsw.Connection, table: str, owner_table: str
) -> tuple[list[int], list[int], Vectors]:
    """All rowids, their documents and their vectors, in order of rowid."""
    rows = select(
        connection,
        f"SELECT v.rowid, o.owner, v.embedding FROM {table} AS v"
        f" JOIN {owner_table} AS o ON o.rowid = v.rowid ORDER BY v.rowid",
    )
    rowids = [int(row[0]) for row in rows]
    owners = [int(row[1]) for row in rows]
    joined = np.frombuffer(b"".join(row[2] for row in rows), dtype=np.float32)
    return rowids, owners, joined.reshape(len(rows), -1) if rows else joined.reshape(0, 0)


def insert_vector(connection: apsw.Connection, table: str, rowid: int, vector: Vectors) -> None:
    connection.execute(
        f"INSERT INTO {table}(rowid, embedding) VALUES (?, ?)", (rowid, as_bytes(vector))
    )


def as_bytes(vector: Vectors) -> bytes:
    return np.ascontiguousarray(vector, dtype=np.float32).tobytes()


def from_bytes(raw: bytes) -> Vectors:
    return np.frombuffer(raw, dtype=np.float32)


def with_room_for_equals(limit: int) -> int:
    """Some more than asked for, so that equals at the end are cut by rowid, not by chance."""
    return limit + 20


def exact_cosines(rows: Vectors, vector: Vectors) -> list[float]:
    """Cosines of unit vectors. Computed alike for both engines, row by row in 64 bits, since
    their own sums differ in the last digit and would order near equals differently."""
    products = rows.astype(np.float64) * vector.astype(np.float64)
    return [float(cosine) for cosine in products.sum(axis=1)]


def ordered(found: Iterable[tuple[int, float]], limit: int) -> list[tuple[int, float]]:
    """The nearest first, equals by rowid."""
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]
