"""The pieces of a paragraph are cut once for an index, and where rows begin and end."""

from __future__ import annotations

from pathlib import Path

from reports import read_reports

from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import quotable
from plansvar.domain import BlockKind, Span

REPORT = """# Årsredovisning 2041

## Simhallen

Simhallen öppnade i mars. Besökarna blev fler än planerat.
"""


def test_each_document_has_marks_that_keep_its_pieces(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"arsredovisning-2041.md": REPORT})
    (document,) = library.documents()
    marks = row_marks(library)[document.path]
    block = next(b for b in document.blocks if b.kind is BlockKind.PARAGRAPH)
    pieces = quotable(document, block, marks)
    assert [document.quote(piece) for piece in pieces] == [
        "Simhallen öppnade i mars.",
        "Besökarna blev fler än planerat.",
    ]
    pieces.clear()
    assert len(quotable(document, block, marks)) == 2
    assert list(marks.kept) == [block.span]


def test_a_stretch_is_cut_inside_and_never_at_its_ends() -> None:
    marks = RowMarks(cuts=(0, 4, 10, 12), rows=(Span(5, 6),))
    assert marks.cut(Span(0, 10)) == [Span(0, 4)]
    assert marks.cut(Span(6, 12)) == [Span(6, 10), Span(10, 12)]
    assert marks.cut(Span(13, 20)) == [Span(13, 20)]
