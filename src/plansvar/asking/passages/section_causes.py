"""A cause that the analysis of a goal tells of one of its rows, above or below the table, where
nothing names the row itself: the sentence that says a word of its name, and the cause beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.goal_levels import is_goal
from plansvar.asking.passages.causal import effects_told
from plansvar.asking.passages.explaining import Explained
from plansvar.asking.passages.named_rows import rows_named
from plansvar.asking.passages.own_causes import STRICT_WHY, newest_first, told_at
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.restricting import is_of_other_unit
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.rows_beside import position_of
from plansvar.asking.passages.units import quotable
from plansvar.asking.passages.wondered import tells_contrary
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.passages.zones import PROSE, blocks_under
from plansvar.asking.query import Query
from plansvar.asking.telling_roots import root, telling_roots
from plansvar.domain import Document, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

WHY = "why"
ONE = 1  # names of rows that a question is of, in one document
LEAST, MOST = 2, 4  # sentences of the analysis of a goal that are quoted
LONG = 4  # letters of a word of a name that tells something
REACH = 2  # sentences of which the first names the row and the last tells the cause


def section_causes(query: Query, library: Library) -> tuple[Explained, ...]:
    """The first such sentences of the newest document that has any."""
    if kind_of(query) != WHY or not query.links or query.not_understood:
        return ()
    rows = [row for row in rows_named(query, library) if isinstance(row, Indicator)]
    for path in newest_first(rows, query, library):
        document = library.document(path)
        mine = [row for row in rows if row.place.document_id == path]
        names = {row.name for row in mine}
        told = list(_told_of(mine[0], document, query, library)) if len(names) == ONE else []
        if told:
            return tuple(told[:1])
    return ()


def _told_of(
    row: Indicator, document: Document, query: Query, library: Library
) -> Iterator[Explained]:
    marks = row_marks(library).get(document.path, RowMarks())
    for number in _headed(row, document):
        pieces = quotable(document, document.blocks[number], marks)
        if len(pieces) >= LEAST:
            yield told_at(document, number, pieces[:MOST], sure=False)
            return
    if is_goal(row.kind):
        return
    for number in _blocks_of(row, document):
        pieces = quotable(document, document.blocks[number], marks)
        for n in range(len(pieces)):
            told = _with_cause(document, row, pieces[n : n + REACH])
            text = " ".join(map(document.quote, told))
            fits = told and not tells_contrary(query, text)
            if fits and not is_of_other_unit(document, told[0], query):
                yield told_at(document, number, told, sure=False)


def _blocks_of(row: Indicator, document: Document) -> list[int]:
    """The paragraphs of the innermost section that a row stands in, and those right under it."""
    position = position_of(row)
    section = document.section_at(position)
    within = [
        number
        for number, block in enumerate(document.blocks)
        if section and block.kind in PROSE and section.span.holds(block.span)
    ]
    return list(dict.fromkeys((*within, *blocks_under(document, position))))


def _headed(row: Indicator, document: Document) -> list[int]:
    """The paragraphs of the section that has the name of a goal as its heading."""
    name = fold(row.name)
    own = [s for s in document.sections if fold(document.quote(s.heading)) == name]
    within = [
        number
        for number, block in enumerate(document.blocks)
        if block.kind in PROSE and any(s.span.holds(block.span) for s in own)
    ]
    return [*within, *(n for s in own for n in blocks_under(document, s.heading.start))]


def _with_cause(document: Document, row: Indicator, pieces: Sequence[Span]) -> Sequence[Span]:
    """A sentence that names a row and tells a cause of that, or the next that does of what was
    told before it; none where neither does."""
    first, *behind = pieces
    text = document.quote(first)
    if not _names(row, text):
        return ()
    if holds_cue(text, STRICT_WHY):
        effects = effects_told(text)
        own = not effects or any(_names(row, each.text) for each in effects)
        return [first] if own else ()
    after = (span for span in behind if holds_cue(document.quote(span), STRICT_WHY))
    return pieces if any(after) else ()


def _names(row: Indicator, text: str) -> bool:
    """Whether a text says a word of a row's name, or a longer one that begins with it; that it
    speaks of the municipality names no row."""
    plain = {root(word) for word in vocabulary("answering")["balance"]["municipality"]}
    own = [w for w in telling_roots(row.name) if len(w) >= LONG and w not in plain]
    told = telling_roots(text)
    return any(other == word or other.startswith(word) for word in own for other in told)
