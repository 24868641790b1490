"""Cells that a question asks for and that print a mark for a missing value ("–"): the line is the
one that the question names, and its years, months, measure or words lead to that column and to no
figure of the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.evidence import selecting
from plansvar.asking.query import Query
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import Cell, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import words
from plansvar.language.months import month_of
from plansvar.language.numbers import is_missing
from plansvar.language.vocabulary import vocabulary

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True, slots=True)
class LackedCell:
    """A line with the cell that holds no value and the column over it."""

    line: Line
    cell: Cell
    column: Column


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What of a question leads to a column: years, months, measures, and words beside the name of
    the line; `spent` where it asks what came out."""

    years: frozenset[int]
    months: frozenset[int]
    measures: frozenset[str]
    roots: frozenset[str]
    spent: bool

    @property
    def leads(self) -> bool:
        return bool(self.years or self.months or self.measures or self.roots)


def lacked_cell(query: Query, library: Library) -> LackedCell | None:
    """The cell asked for that holds no value; null where a figure is printed for what is asked, or
    where the question leads to no column."""
    wanted = _wanted(query)
    if not wanted.leads or not query.links:
        return None
    lines = list(_lines(query, library))
    asked = [(line, c) for table, line in lines for c in _columns(table, line, wanted)]
    if not asked or any(line.figure(c.index) is not None for line, c in asked):
        return None
    line, column = asked[0]
    cell = line.cells[column.index]
    return LackedCell(line, cell, column) if cell is not None else None


def _wanted(query: Query) -> _Wanted:
    asked = asked_of(query)
    named = {root for link in query.links for w in link.words for root in telling_roots(w.text)}
    frame = telling_roots(" ".join(sorted(_words("no_columns"))))
    said = telling_roots(query.text) - named - frame
    return _Wanted(
        frozenset(asked.years),
        frozenset(asked.months),
        frozenset(query.measures),
        frozenset(said),
        not query.measures and not _words("past").isdisjoint(words(query.text)),
    )


def _lines(query: Query, library: Library) -> Iterator[tuple[PrintedTable, Line]]:
    """The lines of tables whose labels name the linked amounts, of the newest documents first."""
    linked = {row for link in query.links for row in link.rows}
    spans: dict[str, set[Span]] = {}
    for row in library.amounts():
        if row.id in linked:
            spans.setdefault(row.place.document_id, set()).add(row.what_span)
    documents = {d.path: n for n, d in enumerate(selecting.documents_asked(query.scope, library))}
    for task in (c for c in library.commitments() if c.id in linked):
        spans.setdefault(task.place.document_id, set()).add(task.text_span)
    tables = [table for table in tables_of(library) if table.document.path in spans]
    within = [table for table in tables if table.document.path in documents]
    for table in sorted(within, key=lambda table: documents[table.document.path]):
        own = spans[table.document.path]
        yield from ((table, line) for line in table.lines if own & set(line.labels))


def _columns(table: PrintedTable, line: Line, wanted: _Wanted) -> list[Column]:
    """The columns of a line that the question leads to, those of most of its words."""
    held = [c for c in table.columns if _is_valued(line, c) and _fits(table.document, c, wanted)]
    told = [(len(_words_told(column, wanted.roots)), column) for column in held]
    most = max((count for count, _ in told), default=0)
    named = bool(wanted.years or wanted.months or wanted.measures)
    return [column for count, column in told if count == most and (most or named)]


def _is_valued(line: Line, column: Column) -> bool:
    """Whether a line has a figure or a mark for a missing one in a column."""
    cell = line.cells[column.index]
    if cell is None or cell.span in line.labels or not column.heading:
        return False
    text = line.text(column.index).rstrip(_RAISED)  # a note's sign behind the mark
    return line.figure(column.index) is not None or is_missing(text) or text in _words("missing")


def _fits(document: Document, column: Column, wanted: _Wanted) -> bool:
    if wanted.years and column.year not in wanted.years:
        return False
    named = _months(column.heading) | _months(f"{document.period or ''} {document.title}")
    if not wanted.months <= (_months(column.heading) or named):
        return False
    if wanted.spent:
        return not column.measures - _words("outcomes")
    return not wanted.measures or bool(column.measures & wanted.measures)


def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("tablewords")["words"][name])


def _words_told(column: Column, roots: frozenset[str]) -> frozenset[str]:
    heads = telling_roots(column.heading)
    return frozenset(r for r in roots if any(is_form(r, head) for head in heads))


def _months(text: str) -> frozenset[int]:
    return frozenset(month for word in words(text) if (month := month_of(word)) is not None)
