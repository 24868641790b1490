"""Footnotes of a table: which text belongs to which mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plansvar.domain import BlockKind, Document, Span
from plansvar.extraction.tables.grid import Grid
from plansvar.language.numbers import MISSING
from plansvar.language.raised import MARKS, as_plain

BLOCKS_AFTER = 8

# "*** Utfall …", "¹ Mätningen …", "2) Avser …": a mark at the start of a line or a sentence
_MARK = rf"\*{{1,4}}(?!\*)|[{MARKS}]⁾?|[1-9]\)"
# "e.u. = ej uppgift", ".. = för få svar": a sign for a missing value that a line explains
_SIGN = "|".join(re.escape(sign) for sign in sorted(MISSING, key=len, reverse=True))
_NOTE = re.compile(
    rf"(?:^|(?<=[\s.;]))(?:({_MARK})\s?|({_SIGN})\s?=\s?)(?=[^\W\d]|\d{{4}})", re.IGNORECASE
)
_AT_FOOT = re.compile(rf"[{MARKS}]⁾?\s?(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes by mark, each with its text and characters."""

    by_mark: dict[str, tuple[str, Span]] = field(default_factory=dict)
    rows: frozenset[int] = frozenset()

    def of(self, mark: str | None) -> tuple[str, Span] | None:
        return self.by_mark.get(_key(mark)) if mark else None


def read_notes(document: Document, grid: Grid) -> Notes:
    """The footnotes in the table's last rows and in the blocks that follow it."""
    found: dict[str, tuple[str, Span]] = {}
    rows = []
    for row in reversed(grid.body):
        cells = [cell for cell in grid.row(row) if cell.text.strip()]
        if len(cells) != 1 or not _begins_with_note(cells[0].text):
            break
        rows.append(row)
        _collect(document, cells[0].span, found)
    for span in (*_spans_after(document, grid), *_spans_at_foot(document, grid)):
        _collect(document, span, found)
    return Notes(found, frozenset(rows))


def _begins_with_note(text: str) -> bool:
    match = _NOTE.search(text)
    # a bullet looks like a star: one star opens a note only where there is a sentence after it
    return match is not None and match.start() == 0 and len(text) > 12


def _spans_after(document: Document, grid: Grid) -> Iterable[Span]:
    end = grid.table.span.end
    after = [block for block in document.blocks if block.span.start >= end][:BLOCKS_AFTER]
    for block in after:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            break
        text = document.text[block.span.start : block.span.end]
        if block.kind is BlockKind.NOTE or _begins_with_note(text.lstrip()):
            yield block.span
    page = document.page_at(grid.table.span.start)
    for block in document.blocks:
        if block.kind is BlockKind.NOTE and page and page.span.holds(block.span):
            yield block.span


def _spans_at_foot(document: Document, grid: Grid) -> Iterable[Span]:
    """The footnotes further down on the table's page, which several small tables may share, and
    what explains signs anywhere."""
    end, page = grid.table.span.end, document.page_at(grid.table.span.start)
    signs = []
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            continue
        text = document.text[block.span.start : block.span.end].lstrip()
        below = block.span.start >= end and (page is None or page.span.holds(block.span))
        if below and _AT_FOOT.match(text):
            yield block.span
        elif (page or _together(document, block.span, grid)) and _is_of_sign(text):
            signs.append(block.span)
    yield from sorted(signs, key=lambda span: abs(span.start - end))


def _is_of_sign(text: str) -> bool:
    opened = _NOTE.match(text)
    return bool(opened and opened[2])


def _together(document: Document, span: Span, grid: Grid) -> bool:
    """Whether a text and the table stand under one heading: a sheet explains its own signs."""
    return document.section_at(span.start) == document.section_at(grid.table.span.start)


def _collect(document: Document, span: Span, found: dict[str, tuple[str, Span]]) -> None:
    text = document.text[span.start : span.end]
    marks = list(_NOTE.finditer(text))
    for position, mark in enumerate(marks):
        end = marks[position + 1].start() if position + 1 < len(marks) else len(text)
        whole = Span(span.start + mark.start(), span.start + len(text[:end].rstrip()))
        found.setdefault(
            _key(mark[1] or mark[2]), (" ".join(text[mark.end() : end].split()), whole)
        )


def _key(mark: str) -> str:
    return as_plain(mark).lower().rstrip(")⁾")
