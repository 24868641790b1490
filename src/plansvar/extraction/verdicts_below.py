"""Verdicts in words right below the figures that they judge, as on a card: the name, its figures in
a row, and "Nås inte. Underskotten gör att målet missas".

The first sentence is the verdict and what follows its reason; a mark beside it is told with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Block, BlockKind, Cell, Document, Indicator, Span
from plansvar.extraction.marked_goals import shown_alone
from plansvar.extraction.tables.assessing import Verdict, is_verdict_word, read_verdict
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legends import Legend
from plansvar.language.sentences import sentences

_LONGEST = 5  # words of a verdict
_BELOW = (BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.LIST_ITEM)


def with_verdicts_below(document: Document, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The rows, those that are all a table has and that nothing judges with the verdict below."""
    counts = Counter(row.table for row in rows)
    below = _after_tables(document)
    return tuple(
        _judged(document, row, below[row.table.end])
        if row.table is not None
        and counts[row.table] == 1
        and not row.assessments
        and row.table.end in below
        else row
        for row in rows
    )


def _after_tables(document: Document) -> dict[int, Block]:
    """The block right after each table, by where the table ends."""
    pairs = zip(document.blocks, document.blocks[1:], strict=False)
    return {
        table.span.end: after
        for table, after in pairs
        if table.kind is BlockKind.TABLE and after.kind in _BELOW
    }


def _judged(document: Document, row: Indicator, block: Block) -> Indicator:
    found = sentences(document.text, block.span)
    said = found[0] if found else block.span
    if len(document.quote(said).split()) > _LONGEST:
        return row
    if not is_verdict_word(document.quote(said).strip(" .!")):
        return row
    verdict = _verdict(document, row, block, said)
    if verdict.assessment is None:
        return row
    rest = Span(found[1].start, found[-1].end) if len(found) > 1 and row.comment is None else None
    row = replace(row, assessments=(verdict.assessment,))
    return replace(row, comment=document.quote(rest), comment_span=rest) if rest else row


def _verdict(document: Document, row: Indicator, block: Block, said: Span) -> Verdict:
    shown = [swatch for swatch in document.line_marks if swatch.said == block.span]
    marks = tuple(swatch.mark for swatch in shown[:1])
    legend = read_legend(document, shown_alone(shown[0])) if shown else Legend()
    page = document.page_at(said.start)
    end = said.start + len(document.text[said.start : said.end].rstrip(" .!"))
    own = Span(said.start, end)
    index = page.index if page is not None else 1
    return read_verdict(
        Cell(0, 0, document.quote(own), own, index, marks=marks), legend, total(), row.name
    )
