"""Cuts the found passages into the units that can be quoted: sentences and list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.passages.cell_texts import CellText, cell_texts
from plansvar.asking.passages.labels import LABEL, Stretch, stretches
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.index.library import Hit, Library
from plansvar.language.folding import words
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

SENTENCE = 4  # words with a full stop, of which one in small letters is enough
SHORTEST = 2  # words of a sentence among others
WORDS = 2  # small-letter words that a sentence has at least
VALUES = 8  # words with digits from which a piece is a table that became running text
NAMED = re.compile(
    r"[^\W\d_][^:.\d]{3,30}: [^\W\d_a-z]\w+ [^\W\d_a-z]\w+\.$"
)  # "Ordförande: Eva Ek."
LABEL_LETTERS = 30  # in which the label that opens a paragraph stands
SEVERAL = 2
_NOTE = re.compile(r"(?<!\S)\d{1,2}\) (?=[^\W\d_])")  # the number that opens a note
UNQUOTABLE = frozenset({BlockKind.HEADING, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or list item with what it stands under.

    `topic` is the heading path and the name of the row whose comment it belongs to; `rank` the rank
    of the best passage that holds it, from 1, and 0 for the comment of a row that the question
    names; `block` numbers the block it was cut from; `label` is the sentence that says what
    the paragraph is about; `cell` is the cell of a table that it stands in."""

    document: Document
    span: Span
    text: str
    topic: str
    rank: int
    block: int
    in_list: bool = False
    heading: str = ""
    label: str = ""
    cell: CellText | None = None


def cut(
    library: Library,
    linked: Sequence[Hit],
    hits: Sequence[Hit],
    topics: dict[str, list[tuple[Span, str]]],
    owners: Mapping[str, str],
) -> list[Unit]:
    """The units of all hits in document order; `linked` are the comments of the rows that the
    question names, `topics` the names of the rows whose comments characters belong to, `owners`
    the organisation that a whole document is about."""
    found: dict[tuple[str, Span], Unit] = {}
    ranked = [(0, hit) for hit in linked] + list(enumerate(hits, 1))
    for rank, hit in ranked:
        document = library.document(hit.chunk.place.document_id)
        rows = topics.get(document.path, [])
        marks = row_marks(library).get(document.path, RowMarks())
        cells = cell_texts(library, document)
        units = _units_in(document, hit.chunk.span, rows, marks, rank)
        for unit in (*units, *_units_of_cells(document, hit.chunk.span, rows, cells, rank)):
            owner = owners.get(document.path, "")
            told = replace(unit, topic=f"{owner} › {unit.topic}") if owner else unit
            found.setdefault((document.path, unit.span), told)
    return sorted(found.values(), key=lambda unit: (unit.document.path, unit.span))


def _units_in(
    document: Document, span: Span, rows: list[tuple[Span, str]], marks: RowMarks, rank: int
) -> Iterable[Unit]:
    for number, block in enumerate(document.blocks):
        if block.kind in UNQUOTABLE or not block.span.overlaps(span):
            continue
        if is_contents(document, block.span):
            continue
        behind = stretches(document, number)
        for piece in quotable(document, block, marks):
            if piece.overlaps(span):
                label = _label(behind, piece)
                yield Unit(
                    document,
                    piece,
                    document.quote(piece),
                    " › ".join([surroundings(document, number, piece), *_rows_at(rows, piece)]),
                    rank,
                    number,
                    block.kind is BlockKind.LIST_ITEM,
                    heading=heading_at(document, piece),
                    label=document.quote(label) if label else "",
                )


def _units_of_cells(
    document: Document,
    span: Span,
    rows: list[tuple[Span, str]],
    cells: Sequence[CellText],
    rank: int,
) -> Iterator[Unit]:
    for cell in cells:
        if not cell.span.overlaps(span):
            continue
        section = document.section_at(cell.span.start)
        path = section.path if section else ()
        number = next(n for n, b in enumerate(document.blocks) if b.span.overlaps(cell.span))
        topic = " › ".join([*path, cell.row, *_rows_at(rows, cell.span)])
        for piece in cell.told:
            heading = path[-1] if path else ""
            text = document.quote(piece)
            yield Unit(document, piece, text, topic, rank, number, heading=heading, cell=cell)


def telling(library: Library, document: Document) -> Iterator[tuple[int, list[Span]]]:
    """The sentences of each block of running text, and of each cell of a table that tells
    something, with the number of the block that they stand in."""
    marks = row_marks(library).get(document.path, RowMarks())
    cells = list(cell_texts(library, document))
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE:
            yield from ((number, list(c.told)) for c in cells if block.span.overlaps(c.span))
        elif block.kind not in UNQUOTABLE:
            yield number, quotable(document, block, marks)


def pieces_around(unit: Unit, marks: RowMarks) -> list[Span]:
    """The sentences among which a unit stands: those of its block, or of its cell."""
    if unit.cell is not None:
        return list(unit.cell.told)
    return quotable(unit.document, unit.document.blocks[unit.block], marks)


def are_together(one: Unit, other: Unit) -> bool:
    """Whether two units stand in the same block, or in the same cell."""
    same = one.document is other.document and one.block == other.block
    return same and (one.cell and one.cell.span) == (other.cell and other.cell.span)


def _label(behind: Sequence[Stretch], piece: Span) -> Span | None:
    """The label that a piece stands behind and is not itself."""
    labels = (each.label for each in behind if each.span.overlaps(piece))
    return next((label for label in labels if label and not label.overlaps(piece)), None)


def quotable(document: Document, block: Block, marks: RowMarks) -> list[Span]:
    """The sentences of a block, cut where rows begin and end; a list item stays whole, but for the
    notes of a table that stand on one line."""
    if block.kind is BlockKind.LIST_ITEM:
        return _notes_apart(document, block.span)
    if block.span not in marks.kept:
        marks.kept[block.span] = tuple(_quotable(document, block, marks))
    return list(marks.kept[block.span])


def _notes_apart(document: Document, item: Span) -> list[Span]:
    """Each note of a line of several by itself ("1) Mäts i maj. 2) För få svar.")."""
    starts = [found.start() for found in _NOTE.finditer(document.text, item.start, item.end)]
    if len(starts) < SEVERAL or starts[0] != item.start:
        return [item]
    ends = [*starts[1:], item.end]
    return [_trimmed(document.text, Span(*each)) for each in zip(starts, ends, strict=True)]


def _quotable(document: Document, block: Block, marks: RowMarks) -> list[Span]:
    pieces = [p for s in sentences(document.text, block.span) for p in marks.cut(s)]
    trimmed = [_trimmed(document.text, piece) for piece in pieces]
    several = len(trimmed) > 1
    return [piece for piece in trimmed if _is_sentence(document.text, piece, several)]


def _trimmed(text: str, span: Span) -> Span:
    held = text[span.start : span.end]
    start = span.start + len(held) - len(held.lstrip())
    return Span(start, max(start, span.start + len(held.rstrip())))


def _is_sentence(text: str, span: Span, several: bool) -> bool:
    """Whether a piece says something: no lone label, list of codes or run of table values. Among
    `several` sentences two words may be one ("Simhallen öppnade.")."""
    held = text[span.start : span.end]
    told = held.split()
    small = sum(word[:1].islower() for word in told)
    figures = sum(any(sign.isdigit() for sign in word) for word in told)
    ends = held.endswith((".", "!", "?", ":", "”", '"', ")"))
    least = 1 if ends and len(told) >= (SHORTEST if several else SENTENCE) else WORDS
    if several and NAMED.match(held):
        least = 0
    return (ends or len(told) >= LABEL) and small >= least and figures <= max(small, VALUES)


def heading_at(document: Document, piece: Span) -> str:
    """The innermost heading that a piece stands under; empty where it stands under none."""
    section = document.section_at(piece.start)
    return section.path[-1] if section and section.path else ""


def is_contents(document: Document, span: Span) -> bool:
    """Whether a piece only lists what the document holds."""
    return heading_at(document, span).lower() in vocabulary("passages")["contents"]["headings"]


def surroundings(document: Document, number: int, piece: Span) -> str:
    """What a piece of a block stands under: its headings, and what introduces its list."""
    section = document.section_at(piece.start)
    path = section.path if section else ()
    return " › ".join([*path, *_lead(document, number), *table_above(document, number)])


def _lead(document: Document, number: int) -> Iterator[str]:
    """The paragraph right before the list that a block is an item of."""
    if number < 0 or document.blocks[number].kind is not BlockKind.LIST_ITEM:
        return
    while number > 0 and document.blocks[number].kind is BlockKind.LIST_ITEM:
        number -= 1
    if document.blocks[number].kind is BlockKind.PARAGRAPH:
        yield document.quote(document.blocks[number].span)


def is_comment(document: Document, number: int) -> bool:
    """Whether a paragraph says that it comments on what stands before it ("Kommentar. …")."""
    if number < 0 or document.blocks[number].kind in UNQUOTABLE:
        return False
    opening = words(document.quote(document.blocks[number].span)[:LABEL_LETTERS])[:1]
    return opening != [] and opening[0] in vocabulary("tables")["comments_below"]["words"]


def table_above(document: Document, number: int) -> Iterator[str]:
    """The table right before a paragraph that comments on it, notes between aside."""
    if not is_comment(document, number):
        return
    before = (b for b in reversed(document.blocks[:number]) if b.kind is not BlockKind.NOTE)
    block = next(before, None)
    if block is not None and block.kind is BlockKind.TABLE:
        yield document.quote(block.span)


def _rows_at(rows: Iterable[tuple[Span, str]], piece: Span) -> list[str]:
    return [name for span, name in rows if span.holds(piece)]
