"""Remarks on undertakings that stand below their table, each with the number of its row.

Kommentarer till uppdragen
2. Upphandlingen fick göras om. Centret öppnar i mars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.domain import BlockKind, Commitment, Document, Span, Table
from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary

_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")


def heads_remarks(heading: str) -> bool:
    """Whether a heading says that remarks follow: "Kommentarer till uppdragen"."""
    first = bare(heading).split(" ", 1)[0].strip(" .:")
    return first in {bare(word) for word in vocabulary("documents")["layout"]["remarks"]}


def with_numbered_remarks(document: Document, rows: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The undertakings of tables with the remark below that has their number."""
    found = list(rows)
    for table in document.tables:
        remarks = dict(_below(document, table))
        for place, row in enumerate(found):
            number = _number_of(table, row) if remarks and row.comment is None else None
            if number in remarks:
                span = remarks[number]
                found[place] = replace(row, comment=document.quote(span), comment_span=span)
    return tuple(found)


def _number_of(table: Table, row: Commitment) -> str | None:
    """The number that stands alone in a cell of a row."""
    if not table.span.holds(row.text_span):
        return None
    own = next((c for c in table.cells if c.span.overlaps(row.text_span)), None)
    level = [c.text.strip().rstrip(".") for c in table.cells if own and c.row == own.row]
    return next((said for said in level if said.isdigit()), None)


def _below(document: Document, table: Table) -> Iterator[tuple[str, Span]]:
    """The numbered paragraphs under the next heading, where that heads remarks."""
    under = False
    for block in document.blocks:
        if block.span.start < table.span.end:
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            if under or block.kind is BlockKind.TABLE:
                return
            if not heads_remarks(document.quote(block.span)):
                return
            under = True
        elif under and (number := _NUMBERED.match(document.text, block.span.start, block.span.end)):
            yield number[1], Span(number.end(), block.span.end)
