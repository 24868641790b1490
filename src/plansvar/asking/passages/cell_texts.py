"""What the cells of tables tell in whole sentences: comments, analyses, measures, remarks.

Planning systems print most of what they tell in such columns, so they are searched as running text
is; each sentence stands under the headings of its section and of its column, in the row that its
label names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from plansvar.domain import Cell, Document, Span, Table
from plansvar.index.library import Library
from plansvar.language.sentences import sentences

LEAST = 4  # words of a cell that tells something
SMALL = 2  # of them in small letters
LONGEST = 16  # words of what names a row
ENDS = (".", "!", "?", ".”", '."', ".)")
CONTAINED = "\t"


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell that tells something: where it stands, its sentences, the cell that names its row
    (null where none does), and what the other words of its row and the heading over it say."""

    span: Span
    told: tuple[Span, ...]
    label: Span | None
    row: str


_KEPT: WeakKeyDictionary[Library, dict[str, tuple[CellText, ...]]] = WeakKeyDictionary()


def cell_texts(library: Library, document: Document) -> tuple[CellText, ...]:
    """The cells of a document's tables that tell something in sentences, in reading order."""
    if library not in _KEPT:
        names = _names(library)
        _KEPT[library] = {
            each.path: tuple(_telling(each, names.get(each.path, frozenset())))
            for each in library.documents()
        }
    return _KEPT[library].get(document.path, ())


def cell_text_at(library: Library, document: Document, span: Span) -> CellText | None:
    """The telling cell that a piece of a document stands in; null where it stands in none."""
    return next((each for each in cell_texts(library, document) if each.span.holds(span)), None)


def _names(library: Library) -> dict[str, frozenset[Span]]:
    """Where the rows of each document are named: a name tells nothing of itself."""
    found: dict[str, set[Span]] = {}
    for row in library.indicators():
        spans = (row.name_span, *(label.span for label in row.also))
        found.setdefault(row.place.document_id, set()).update(filter(None, spans))
    for task in library.commitments():
        found.setdefault(task.place.document_id, set()).add(task.text_span)
    return {path: frozenset(spans) for path, spans in found.items()}


def _telling(document: Document, names: frozenset[Span]) -> Iterator[CellText]:
    for table in document.tables:
        for cell in sorted(table.cells, key=lambda cell: cell.span):
            if cell.row < table.header_rows or any(each.overlaps(cell.span) for each in names):
                continue
            told = _sentences(document, cell)
            if told:
                row = _row_of(table, cell)
                named = [c for c in row if any(each.overlaps(c.span) for each in names)]
                label = _label(named or row, cell)
                yield CellText(cell.span, told, label, _words(table, cell, row))


def _sentences(document: Document, cell: Cell) -> tuple[Span, ...]:
    """The sentences of a cell that ends as text does."""
    said = cell.text.split()
    small = sum(word[:1].islower() for word in said)
    if len(said) < LEAST or small < SMALL or not cell.text.rstrip().endswith(ENDS):
        return ()
    if document.quote(cell.span).split() != said or CONTAINED in document.quote(cell.span):
        return ()  # a cell whose characters do not lie together cannot be quoted
    return tuple(sentences(document.text, cell.span))


def _row_of(table: Table, cell: Cell) -> tuple[Cell, ...]:
    """The other cells of the row that a cell stands in, as they lie."""
    rows = range(cell.row, cell.row + cell.row_span)
    beside = [c for c in table.cells if c is not cell and c.text.strip()]
    mine = [c for c in beside if any(c.row <= n < c.row + c.row_span for n in rows)]
    return tuple(sorted(mine, key=lambda c: (c.column, c.row)))


def _label(row: Sequence[Cell], cell: Cell) -> Span | None:
    """The cell that names the row: the first before its figures that is of no more rows and no text
    itself, else one that is merged over several."""
    names = []
    for each in row:
        if each.column >= cell.column or not any(map(str.isalpha, each.text)):
            break
        names += [each] if _is_name(each) else []
    own = [each for each in names if each.row_span <= cell.row_span]
    return (own or names)[0].span if names else None


def _is_name(cell: Cell) -> bool:
    return len(cell.text.split()) <= LONGEST and not cell.text.rstrip().endswith(ENDS)


def _words(table: Table, cell: Cell, row: Sequence[Cell]) -> str:
    heads = [c for c in table.cells if c.row < table.header_rows and c.column == cell.column]
    names = [c for c in row if c.column < cell.column and _is_name(c)]
    return " › ".join(" ".join(c.text.split()) for c in (*heads, *names))
