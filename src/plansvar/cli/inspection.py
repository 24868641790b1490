"""What was read from one document and what was not, gathered from the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plansvar.domain import Commitment, Document, Gap, Indicator, Part, StatedCount, Table
from plansvar.index.sqlite_library import SqliteLibrary
from plansvar.language.folding import fold, stem


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of the file and the physical pages that it covers (null without pages)."""

    title: str | None
    organisation: str | None
    first_page: int | None
    last_page: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What the document says that it holds, and what was extracted (null where nothing can be
    counted against it)."""

    stated: StatedCount
    quote: str
    extracted: int | None


@dataclass(frozen=True, slots=True)
class TableProblem:
    page_index: int
    problem: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table as it was understood; `ocr` is true where OCR read any of it."""

    page_index: int
    rows: int
    columns: int
    header_rows: int
    marks: int
    disagreements: int
    caption: str | None
    ocr: bool

    @property
    def is_empty(self) -> bool:
        """Whether it has headings and nothing below them."""
        return 0 < self.header_rows >= self.rows


@dataclass(frozen=True, slots=True)
class Inspection:
    """One document; the counts are of rows that the index holds."""

    document: Document
    parts: tuple[PartRead, ...]
    furniture: tuple[tuple[str, int], ...]
    indicators: tuple[Indicator, ...]
    commitments: tuple[Commitment, ...]
    amounts: int
    chunks: int
    compared: tuple[Compared, ...]
    problems: tuple[TableProblem, ...]
    gaps: tuple[Gap, ...]
    tables: tuple[TableRead, ...] = ()

    @property
    def gap_counts(self) -> tuple[tuple[str, int], ...]:
        """How many of each kind there are, the most first."""
        return tuple(Counter(gap.kind.value for gap in self.gaps).most_common())

    @property
    def pages_without_text(self) -> tuple[int, ...]:
        """The pages of which no text was read."""
        found = self.document
        return tuple(page.index for page in found.pages if not found.quote(page.span))

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The pages of which OCR read any text."""
        return tuple(p.index for p in self.document.pages if self.document.is_ocr(p.span))

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        return tuple(Counter(row.kind for row in self.indicators).most_common())


def inspect(library: SqliteLibrary) -> tuple[Inspection, ...]:
    """Every document of the index, in order."""
    return tuple(_inspection(library, document) for document in library.documents())


def _inspection(library: SqliteLibrary, document: Document) -> Inspection:
    path = document.path
    indicators = tuple(r for r in library.indicators() if r.place.document_id == path)
    commitments = tuple(r for r in library.commitments() if r.place.document_id == path)
    stated = [s for s in library.stated_counts() if s.place.document_id == path]
    return Inspection(
        document=document,
        parts=tuple(_part(document, part) for part in document.parts),
        furniture=tuple(Counter(f.kind.value for f in document.furniture).most_common()),
        indicators=indicators,
        commitments=commitments,
        amounts=sum(row.place.document_id == path for row in library.amounts()),
        chunks=sum(chunk.place.document_id == path for chunk in library.chunks()),
        compared=tuple(
            Compared(s, document.quote(s.span), _extracted(s, indicators, commitments))
            for s in stated
        ),
        problems=_problems(document),
        gaps=library.gaps(path),
        tables=tuple(_table(document, table) for table in document.tables),
    )


def _table(document: Document, table: Table) -> TableRead:
    marks = [mark for cell in table.cells for mark in cell.marks]
    return TableRead(
        page_index=table.cells[0].page_index if table.cells else 1,
        rows=table.row_count,
        columns=table.column_count,
        header_rows=table.header_rows,
        marks=len(marks),
        disagreements=sum(mark.disagreement is not None for mark in marks),
        caption=document.quote(table.caption) if table.caption else None,
        ocr=document.is_ocr(table.span),
    )


def _part(document: Document, part: Part) -> PartRead:
    pages = [page.index for page in document.pages if page.span.overlaps(part.span)]
    first, last = (pages[0], pages[-1]) if pages else (None, None)
    return PartRead(part.title, part.organisation, first, last)


def _problems(document: Document) -> tuple[TableProblem, ...]:
    found = []
    for table in document.tables:
        page = table.cells[0].page_index if table.cells else 1
        found += [TableProblem(page, problem) for problem in table.problems]
    return tuple(found)


def _extracted(
    stated: StatedCount, indicators: Iterable[Indicator], commitments: Iterable[Commitment]
) -> int | None:
    """How many rows of that kind and status there are, of the organisation that states it."""
    if stated.forecast:
        return None
    rows: list[tuple[str, str | None, str | None]] = [
        (row.kind, row.place.organisation, row.assessment.value if row.assessment else row.status)
        for row in indicators
    ]
    rows += [
        (row.kind, row.place.organisation, row.status.value if row.status else None)
        for row in commitments
    ]
    same_kind = [row for row in rows if _same(row[0], stated.what)]
    if not same_kind:
        return None
    organisation = stated.place.organisation
    counted = [row for row in same_kind if organisation is None or row[1] in (None, organisation)]
    if stated.status is None:
        return len(counted)
    return sum(row[2] is not None and _same(row[2], stated.status) for row in counted)


def _same(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    return one == other or stem(one) == stem(other)
