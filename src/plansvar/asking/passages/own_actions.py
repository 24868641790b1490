"""What is done about a row, told right under it in its own document."""

from __future__ import annotations

from plansvar.asking.passages.explaining import Explained
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.named_rows import Row, rows_named
from plansvar.asking.passages.own_causes import MOST_SENTENCES, newest_first, told_at
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.rows_beside import position_of, tells_of_others
from plansvar.asking.passages.units import quotable
from plansvar.asking.passages.wording import ACTION, kind_of
from plansvar.asking.passages.zones import blocks_under
from plansvar.asking.query import Query
from plansvar.domain import Document
from plansvar.index.library import Library


def own_actions(query: Query, library: Library) -> tuple[Explained, ...]:
    """The sentences under a row that tell what is done, in the newest document that has any, where
    their paragraph is of no other row."""
    if kind_of(query) != ACTION or not query.links:
        return ()
    rows = rows_named(query, library)
    for path in newest_first(rows, query, library):
        document = library.document(path)
        mine = (row for row in rows if row.place.document_id == path)
        found = [told for row in mine if (told := _under(row, document, library)) is not None]
        if found:
            return tuple(found[:1])
    return ()


def _under(row: Row, document: Document, library: Library) -> Explained | None:
    marks = row_marks(library).get(document.path, RowMarks())
    for number in blocks_under(document, position_of(row)):
        pieces = quotable(document, document.blocks[number], marks)
        done = [n for n, span in enumerate(pieces) if holds_cue(document.quote(span), ACTION)]
        if done and not tells_of_others(row, document, pieces, library):
            first = done[0]
            leans = first > 0 and opens_leaning(document.quote(pieces[first]))
            told = [*([first - 1] if leans else []), *done[:MOST_SENTENCES]]
            return told_at(document, number, [pieces[n] for n in told], sure=False)
    return None
