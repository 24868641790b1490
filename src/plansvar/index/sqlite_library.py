"""The index opened for reading: rows kept in memory once read, passages found by words and
vectors together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

import apsw

from plansvar.domain import (
    Abbreviation,
    Amount,
    AssessmentSummary,
    Chunk,
    Commitment,
    Document,
    Gap,
    Indicator,
    StatedCount,
)
from plansvar.engines.protocol import Vectors
from plansvar.index import lexical, rows
from plansvar.index.database import Meta, read_meta
from plansvar.index.fusion import fuse
from plansvar.index.library import Hit, RowHit
from plansvar.index.records import EXTRACTED
from plansvar.index.vectors import StoredVectors, VectorSearch

POOL = 100  # passages that each search hands to the fusion


class SqliteLibrary:
    """`library.Library` over an open database; safe to use from several threads."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._lock = RLock()
        self._rows: dict[str, tuple[Any, ...]] = {}
        self._documents: dict[str, Document] = {}
        self.meta: Meta = read_meta(connection)
        self._passages: VectorSearch | None = None
        self._names: VectorSearch | None = None
        if self.meta.model is not None:
            self._passages = StoredVectors(connection, "chunk_vectors", "chunks")
            self._names = StoredVectors(connection, "row_vectors", "row_names")

    def use_faiss(self) -> None:
        """Take all vectors into memory: same results, faster from then on."""
        if self.meta.model is None:
            return
        from plansvar.index.memory_vectors import MemoryVectors

        with self._lock:
            self._passages = MemoryVectors(self._connection, "chunk_vectors", "chunks")
            self._names = MemoryVectors(self._connection, "row_vectors", "row_names")

    def close(self) -> None:
        self._connection.close()

    def documents(self) -> tuple[Document, ...]:
        return self._all_documents

    def document(self, document_id: str) -> Document:
        with self._lock:
            if document_id not in self._documents:
                owner = self._owners[document_id]
                self._documents[document_id] = rows.read_document(self._connection, owner)
            return self._documents[document_id]

    def location(self, document_id: str) -> Path | None:
        """Where the file lay when it was read, where that is known; it may have moved since."""
        with self._lock:
            found = self._connection.execute(
                "SELECT location FROM files WHERE owner = ?", (self._owners[document_id],)
            ).fetchone()
        return Path(str(found[0])) if found else None

    def skipped(self) -> tuple[tuple[str, str], ...]:
        """Name of each file that was handed over but is not in the index, and why."""
        with self._lock:
            found = self._connection.execute("SELECT name, reason FROM skipped ORDER BY rowid")
            return tuple((str(name), str(reason)) for name, reason in found)

    def indicators(self) -> tuple[Indicator, ...]:
        return self._all("indicators")

    def commitments(self) -> tuple[Commitment, ...]:
        return self._all("commitments")

    def amounts(self) -> tuple[Amount, ...]:
        return self._all("amounts")

    def summaries(self) -> tuple[AssessmentSummary, ...]:
        return self._all("summaries")

    def stated_counts(self) -> tuple[StatedCount, ...]:
        return self._all("stated_counts")

    def abbreviations(self) -> tuple[Abbreviation, ...]:
        return self._all("abbreviations")

    def chunks(self) -> tuple[Chunk, ...]:
        return self._all("chunks")

    def gaps(self, document_id: str) -> tuple[Gap, ...]:
        with self._lock:
            owner = self._owners[document_id]
            extracted = rows.read_owned(self._connection, EXTRACTED["gaps"], owner)
        return (*self.document(document_id).gaps, *extracted)

    def search(
        self, text: str, vector: Vectors | None, limit: int = 20, documents: tuple[str, ...] = ()
    ) -> tuple[Hit, ...]:
        with self._lock:
            owners = self._owners_of(documents)
            pool = max(limit, POOL)
            worded = lexical.search_words(self._connection, text, pool, owners)
            near: list[tuple[int, float]] = []
            if vector is not None and self._passages is not None:
                near = self._passages.nearest(vector, pool, owners)
            return self._hits(worded, near, vector, limit)

    def nearest_rows(self, vector: Vectors, limit: int = 20) -> tuple[RowHit, ...]:
        if self._names is None:
            return ()
        with self._lock:
            found = self._names.nearest(vector, limit)
            return tuple(RowHit(self._row_ids[rowid], cosine) for rowid, cosine in found)

    def word_counts(self) -> Mapping[str, int]:
        return self._word_counts

    def _all(self, name: str) -> tuple[Any, ...]:
        with self._lock:
            if name not in self._rows:
                self._rows[name] = rows.read_all(self._connection, EXTRACTED[name])
            return self._rows[name]

    def _owners_of(self, documents: Sequence[str]) -> list[int] | None:
        if not documents:
            return None
        return [self._owners[path] for path in documents if path in self._owners]

    def _hits(
        self,
        worded: Sequence[tuple[int, float]],
        near: Sequence[tuple[int, float]],
        vector: Vectors | None,
        limit: int,
    ) -> tuple[Hit, ...]:
        by_words = {rowid: rank for rank, (rowid, _) in enumerate(worded, 1)}
        by_vector = {rowid: rank for rank, (rowid, _) in enumerate(near, 1)}
        scores = fuse(dict(worded), dict(near))
        best = sorted(scores, key=lambda rowid: (-scores[rowid], rowid))[:limit]
        chunks = rows.read_rowids(self._connection, EXTRACTED["chunks"], best)
        cosines = dict(near)
        cosines |= self._cosines(vector, [rowid for rowid in best if rowid not in cosines])
        return tuple(
            Hit(
                chunks[rowid],
                scores[rowid],
                by_words.get(rowid),
                by_vector.get(rowid),
                cosines.get(rowid),
            )
            for rowid in best
        )

    def _cosines(self, vector: Vectors | None, rowids: Sequence[int]) -> dict[int, float]:
        if vector is None or self._passages is None or not rowids:
            return {}
        return self._passages.cosines(vector, rowids)

    @cached_property
    def _all_documents(self) -> tuple[Document, ...]:
        return tuple(self.document(path) for path in self._owners)

    @cached_property
    def _owners(self) -> dict[str, int]:
        with self._lock:
            found = self._connection.execute("SELECT path, rowid FROM documents ORDER BY rowid")
            return {str(path): int(rowid) for path, rowid in found}

    @cached_property
    def _row_ids(self) -> dict[int, str]:
        found = self._connection.execute("SELECT rowid, row_id FROM row_names")
        return {int(rowid): str(row_id) for rowid, row_id in found}

    @cached_property
    def _word_counts(self) -> Mapping[str, int]:
        with self._lock:
            return lexical.word_counts(self._connection)
