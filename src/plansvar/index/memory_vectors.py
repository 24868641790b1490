"""The index's vectors in memory, searched exactly by FAISS: for a page that runs for long."""

from __future__ import annotations

from collections.abc import Sequence

import apsw
import faiss
import numpy as np

from plansvar.engines.protocol import Vectors
from plansvar.index.vectors import DIGITS, all_vectors, ordered, with_room_for_equals


class MemoryVectors:
    """The same vectors and the same results as `vectors.StoredVectors`, faster when repeated."""

    def __init__(self, connection: apsw.Connection, table: str, owner_table: str) -> None:
        rowids, owners, vectors = all_vectors(connection, table, owner_table)
        self._rowids = np.array(rowids, dtype=np.int64)
        self._owners = np.array(owners, dtype=np.int64)
        self._vectors = vectors
        self._faiss = faiss.IndexFlatIP(max(1, vectors.shape[1]))
        if len(rowids):
            self._faiss.add(vectors)

    def nearest(
        self, vector: Vectors, limit: int, owners: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        if not len(self._rowids):
            return []
        wanted = min(with_room_for_equals(limit), len(self._rowids))
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        cosines, places = self._faiss.search(query, wanted, params=self._restricted_to(owners))
        found = zip(places[0], cosines[0], strict=True)
        return ordered(
            ((int(self._rowids[at]), float(cosine)) for at, cosine in found if at >= 0), limit
        )

    def cosines(self, vector: Vectors, rowids: Sequence[int]) -> dict[int, float]:
        places = np.flatnonzero(np.isin(self._rowids, list(rowids)))
        return {
            int(self._rowids[at]): round(float(self._vectors[at] @ vector), DIGITS) for at in places
        }

    def _restricted_to(self, owners: Sequence[int] | None) -> faiss.SearchParameters | None:
        if owners is None:
            return None
        places = np.flatnonzero(np.isin(self._owners, list(owners)))
        parameters = faiss.SearchParameters()
        parameters.sel = faiss.IDSelectorBatch(places)
        return parameters
