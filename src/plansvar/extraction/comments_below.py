"""Comments printed right below a table of a goal: on the goal, and on the rows that they name.

"Kommentar. Behörigheten sjönk trots att …" below the table of "Alla elever ska klara skolan" is
on that goal wherever its row stands, and on the one row of the table that it speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import Block, BlockKind, Document, Indicator, Span
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import alternatives, vocabulary

_STEM = 6
_LONGEST_GOAL = 120


@dataclass(frozen=True, slots=True)
class Below:
    """A comment below a table, and the caption that names the table's goal."""

    comment: Span
    goal: str | None


def with_comments_below(
    document: Document, indicators: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    """The indicators with the comments below their tables."""
    found = _below(document, {row.table.end for row in indicators if row.table is not None})
    if not found:
        return tuple(indicators)
    tables: dict[int, list[Indicator]] = {}
    for row in indicators:
        if row.table is not None and row.table.end in found:
            tables.setdefault(row.table.end, []).append(row)
    goals: dict[str, list[Span]] = {}
    for below in found.values():
        if below.goal:
            goals.setdefault(below.goal, []).append(below.comment)
    return tuple(_commented(document, row, found, tables, goals) for row in indicators)


def _commented(
    document: Document,
    row: Indicator,
    found: Mapping[int, Below],
    tables: Mapping[int, Sequence[Indicator]],
    goals: Mapping[str, Sequence[Span]],
) -> Indicator:
    if row.comment is not None:
        return row
    own = goals.get(fold(row.name), [])
    if not row.observations and len(own) == 1:
        return replace(row, comment=document.quote(own[0]), comment_span=own[0])
    below = found.get(row.table.end) if row.table is not None else None
    if below is None or row.table is None:
        return row
    beside = tables[row.table.end]
    said = document.quote(below.comment)
    if len(beside) == 1 or _is_named(row, beside, said):
        return replace(row, comment=said, comment_span=below.comment)
    return row


def _below(document: Document, ends: set[int]) -> dict[int, Below]:
    """The comments by where their tables end."""
    found: dict[int, Below] = {}
    for before, table, after in zip(
        (None, *document.blocks), document.blocks, document.blocks[1:], strict=False
    ):
        if table.kind is not BlockKind.TABLE or table.span.end not in ends:
            continue
        lead = _lead().match(document.text, after.span.start, after.span.end)
        if after.kind is BlockKind.PARAGRAPH and lead:
            comment = Span(lead.end(), after.span.end)
            found[table.span.end] = Below(comment, _goal(document, before))
    return found


def _goal(document: Document, before: Block | None) -> str | None:
    if before is None or before.kind not in (BlockKind.CAPTION, BlockKind.HEADING):
        return None
    name = " ".join(document.quote(before.span).split())
    return fold(name) if len(name) <= _LONGEST_GOAL else None


def _is_named(row: Indicator, beside: Sequence[Indicator], said: str) -> bool:
    """Whether a comment says a word that only this row's name has."""
    shared = Counter(s for other in beside for s in _stems(other.name))
    return any(shared[s] == 1 for s in _stems(row.name) & _stems(said))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= _STEM)


def without_label(document: Document, comment: Span) -> Span:
    """A comment without the label that opens it: "Kommentar: Sköts upp." → "Sköts upp."."""
    lead = _lead().match(document.text, comment.start, comment.end)
    return Span(lead.end(), comment.end) if lead else comment


@cache
def _lead() -> re.Pattern[str]:
    opening = alternatives(vocabulary("tables")["comments_below"]["words"])
    return re.compile(rf"\s*(?:{opening})\s*[.:]\s+(?=\S)", re.IGNORECASE)
