"""Where in a document the thing is that a talk is about: in and beside what was quoted last, and in
other paragraphs and rows that name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from plansvar.asking.passages.beside import (
    is_about,
    near_blocks,
    sentences_of,
    whole_text,
)
from plansvar.asking.passages.labels import label_of
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import terms_of
from plansvar.asking.passages.units import UNQUOTABLE, Unit, heading_at
from plansvar.asking.passages.wording import lexicon_of
from plansvar.asking.query import Talk
from plansvar.domain import BlockKind, Cell, Document, Span, Table
from plansvar.index.library import Library

SENTENCE = 4  # words of a cell that tells something
# The ranks of what stands in the paragraph or line that was quoted, beside it, and elsewhere where
# what was spoken of is named.
QUOTED, BESIDE, NAMED = 0, 1, 2
BEHIND = 0.5  # how much further a sentence behind is than one before


def quoted_units(document: Document, talk: Talk, library: Library) -> list[Unit]:
    """The sentences of what was quoted, those nearest to it first, then (with a `rank` of their
    own) those that stand right beside it; of a row those of its own line."""
    spans = [s for c in talk.cited if c.document == document.path for s in c.spans]
    own = [n for n, b in enumerate(document.blocks) if any(b.span.overlaps(s) for s in spans)]
    own = [n for n in own if document.blocks[n].kind is not BlockKind.TABLE]
    near = near_blocks(document, own) - set(own)
    told = _of_blocks(document, own, library)
    places = [n for n, unit in enumerate(told) if any(unit.span.overlaps(s) for s in spans)]
    order = sorted(range(len(told)), key=lambda n: _distance(n, places))
    quoted = [told[n] for n in order]
    for table in document.tables:
        lines = {c.row for c in table.cells if any(c.span.overlaps(s) for s in spans)}
        quoted += _of_lines(document, table, lines - set(range(table.header_rows)))
    beside = _of_blocks(document, sorted(near), library)
    return [*(replace(unit, rank=QUOTED) for unit in quoted), *beside]


def _distance(at: int, quoted: Sequence[int]) -> float:
    """How many sentences one stands from what was quoted; that before is nearer than that behind,
    for it mostly says what the quoted one is about."""
    return min((abs(n - at) + BEHIND * (at > n) for n in quoted), default=0)


def stands_with(path: str, spans: Sequence[Span], talk: Talk, library: Library) -> bool:
    """Whether places of a document are in a paragraph that was quoted or in one that names what
    was spoken of."""
    document = library.document(path)
    lexicon = lexicon_of(library)
    names = [terms_of(name, lexicon) for name in talk.about]
    quoted = [s for c in talk.cited if c.document == path for s in c.spans]
    blocks = (b.span for b in document.blocks if any(b.span.overlaps(s) for s in spans))
    return any(
        any(block.overlaps(s) for s in quoted) or is_about(whole_text(document, block), names)
        for block in blocks
    )


def about_it(document: Document, talk: Talk, library: Library) -> list[Unit]:
    """The sentences of the paragraphs and rows that name what was spoken of."""
    lexicon = lexicon_of(library)
    names = [terms_of(name, lexicon) for name in talk.about]
    texts = (whole_text(document, block.span) for block in document.blocks)
    named = [number for number, text in enumerate(texts) if is_about(text, names)]
    found = _of_blocks(document, named, library)
    for table in document.tables:
        cells = (cell for cell in table.cells if cell.row >= table.header_rows)
        lines = {cell.row for cell in cells if is_about(cell.text, names)}
        found += _of_lines(document, table, lines)
    return [replace(unit, rank=NAMED) for unit in found]


def _of_blocks(document: Document, numbers: Iterable[int], library: Library) -> list[Unit]:
    marks = row_marks(library).get(document.path, RowMarks())
    return [
        _labelled(unit)
        for number in numbers
        if document.blocks[number].kind not in UNQUOTABLE
        for unit in sentences_of(
            document, number, heading_at(document, document.blocks[number].span), marks
        )
    ]


def _labelled(unit: Unit) -> Unit:
    """A sentence with the label that it stands behind ("December. Hallen invigdes.")."""
    label = label_of(unit.document, unit.block, unit.span.start)
    if label is None or label.overlaps(unit.span):
        return unit
    return replace(unit, label=unit.document.quote(label))


def _of_lines(document: Document, table: Table, lines: set[int]) -> list[Unit]:
    """The cells of lines that say something, each under the label of its line."""
    number = next((n for n, b in enumerate(document.blocks) if b.span.overlaps(table.span)), -1)
    found = []
    order = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for row, cells in groupby(order, lambda cell: cell.row):
        told = list(cells)
        if row in lines:
            found += [_cell(document, told[0], cell, number) for cell in told[1:] if _tells(cell)]
    return found


def _tells(cell: Cell) -> bool:
    told = cell.text.split()
    sentence = cell.text.rstrip().endswith(".")
    return sentence and len(told) >= SENTENCE and any(word[:1].islower() for word in told)


def _cell(document: Document, label: Cell, cell: Cell, number: int) -> Unit:
    heading = heading_at(document, cell.span)
    return Unit(
        document, cell.span, document.quote(cell.span), f"{heading} › {label.text}", 1, number,
        True, heading, label.text,
    )  # fmt: skip
