"""The index's vectors in memory, searched exactly by FAISS: for a page that runs for long."""

from __future__ import annotations

from collections.abc import Sequence

import apsw
import faiss
import numpy as np
from numpy.typing import NDArray

from plansvar.engines.protocol import Vectors
from plansvar.index.vectors import all_vectors, exact_cosines, ordered, with_room_for_equals


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
        _, places = self._faiss.search(query, wanted, params=self._restricted_to(owners))
        return ordered(self._exact(places[0][places[0] >= 0], vector), limit)

    def cosines(self, vector: Vectors, rowids: Sequence[int]) -> dict[int, float]:
        return dict(self._exact(np.flatnonzero(np.isin(self._rowids, list(rowids))), vector))

    def _exact(self, places: NDArray[np.int64], vector: Vectors) -> list[tuple[int, float]]:
        found = exact_cosines(self._vectors[places], vector)
        return [(int(self._rowids[at]), cosine) for at, cosine in zip(places, found, strict=True)]

    def _restricted_to(self, owners: Sequence[int] | None) -> faiss.SearchParameters | None:
        if owners is None:
            return None
        places = np.flatnonzero(np.isin(self._owners, list(owners)))
        parameters = faiss.SearchParameters()
        parameters.sel = faiss.IDSelectorBatch(places)
        return parameters
