"""Comments on undertakings: without the label that opens them, and those that a text below the
table gives by number.

Nr 4  Utreda digital tillsyn nattetid  Försenat  /  Uppdrag 4: Upphandlingen överprövades. …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from plansvar.domain import BlockKind, Commitment, Document, Span
from plansvar.extraction.comments_below import without_label
from plansvar.extraction.numbered_remarks import with_numbered_remarks
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_CODE = r"[A-ZÅÄÖ]?\d{1,2}"
_BEFORE = re.compile(rf"(?:^|[\n\t])({_CODE})[.:)]?[ \t]+\Z")
_REACH = 8  # characters before an undertaking in which its number stands


def with_task_comments(document: Document, rows: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The undertakings with their comments as they are told: under a heading for remarks by the
    number in their row, else by the number before their title."""
    rows = with_numbered_remarks(document, rows)
    numbers = {row.id: _number_of(document, row) for row in rows}
    told = list(_told_by_number(document, rows))
    rows_so = Counter(numbers.values())
    told_so = Counter(number for number, _ in told)
    sure = {n: span for n, span in told if told_so[n] == 1 and rows_so[n] == 1}
    return tuple(_commented(document, row, sure.get(numbers[row.id] or "")) for row in rows)


def _commented(document: Document, row: Commitment, elsewhere: Span | None) -> Commitment:
    if row.comment_span is None:
        said = document.quote(elsewhere) if elsewhere else None
        return replace(row, comment=said, comment_span=elsewhere) if elsewhere else row
    bare = without_label(document, row.comment_span)
    if bare == row.comment_span:
        return row
    return replace(row, comment=document.quote(bare), comment_span=bare)


def _number_of(document: Document, row: Commitment) -> str | None:
    start = row.text_span.start
    found = _BEFORE.search(document.text[max(0, start - _REACH) : start])
    return found[1] if found else None


def _told_by_number(document: Document, rows: Sequence[Commitment]) -> Iterator[tuple[str, Span]]:
    """What paragraphs tell behind the number of an undertaking."""
    titles = [row.text_span for row in rows]
    for block in document.blocks:
        prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if not prose or any(block.span.overlaps(title) for title in titles):
            continue
        lead = _lead().match(document.text, block.span.start, block.span.end)
        if lead is not None:
            yield lead["number"], Span(lead.end(), block.span.end)


@cache
def _lead() -> re.Pattern[str]:
    kinds = vocabulary("kinds")["commitments"].values()
    words = alternatives(fold(form) for forms in kinds for form in forms)
    signs = r"[\s•–-]*"
    return re.compile(
        rf"{signs}(?:(?i:{words})\s+(?:nr\s+)?(?=\w)|(?=[A-ZÅÄÖ]\d))(?P<number>{_CODE})\s*[:–]\s+(?=\S)"
    )
