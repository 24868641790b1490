"""How or when a row is measured, where the text right under its table tells it by its own word."""

from __future__ import annotations

from plansvar.asking.passages.own_words import own_word
from plansvar.asking.passages.restricting import tells_of_measuring
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import quotable
from plansvar.asking.passages.zones import blocks_under
from plansvar.asking.telling_roots import root
from plansvar.domain import Document, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import words


def measuring_told(row: Indicator, document: Document, library: Library) -> Span | None:
    """The first such sentence; none where the row has no word that other rows of its table lack."""
    own = own_word(row, document, library)
    position = row.name_span.start if row.name_span else -1
    marks = row_marks(library).get(document.path, RowMarks())
    for number in blocks_under(document, position) if own else ():
        for piece in quotable(document, document.blocks[number], marks):
            text = document.quote(piece)
            if own in map(root, words(text)) and tells_of_measuring([text]):
                return piece
    return None
