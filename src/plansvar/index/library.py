"""What the rest of the program may ask of an index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. `score` is the fused score, higher is better; `lexical_rank` and
    `vector_rank` count from 1, null where that search did not find it; `cosine` is null without a
    vector."""

    chunk: Chunk
    score: float
    lexical_rank: int | None = None
    vector_rank: int | None = None
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class RowHit:
    """A row (indicator, commitment or amount) whose name is near a vector."""

    row_id: str
    cosine: float


class Library(Protocol):
    """An index opened for reading. Documents and rows come in the order read; calls are cheap to
    repeat (rows are kept in memory once read)."""

    def documents(self) -> tuple[Document, ...]: ...

    def document(self, document_id: str) -> Document:
        """Raises KeyError when the index has no such document."""
        ...

    def indicators(self) -> tuple[Indicator, ...]: ...

    def commitments(self) -> tuple[Commitment, ...]: ...

    def amounts(self) -> tuple[Amount, ...]: ...

    def summaries(self) -> tuple[AssessmentSummary, ...]: ...

    def stated_counts(self) -> tuple[StatedCount, ...]: ...

    def abbreviations(self) -> tuple[Abbreviation, ...]: ...

    def gaps(self, document_id: str) -> tuple[Gap, ...]:
        """Gaps of reading and extraction together."""
        ...

    def search(
        self, text: str, vector: Vectors | None, limit: int = 20, documents: tuple[str, ...] = ()
    ) -> tuple[Hit, ...]:
        """Passages for `text` (and its query vector, where there is an encoder), best first;
        `documents` restricts the search to those."""
        ...

    def nearest_rows(self, vector: Vectors, limit: int = 20) -> tuple[RowHit, ...]:
        """Rows whose names are nearest to a query vector, nearest first."""
        ...

    def word_counts(self) -> Mapping[str, int]:
        """How many passages hold each stem (`language.folding.stem`)."""
        ...
