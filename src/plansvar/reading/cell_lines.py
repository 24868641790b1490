"""Rows whose cells hold several lines that go together: two key figures in one cell, and their two
targets in the next.

Readers set the lines of a cell off by `LINE`; here they become rows of their own where figures
stand beside as many names, and plain text everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.language.numbers import is_missing, parse_number
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.looks import Look

LINE = "\n"
_MOST = 12
_LONGEST_VALUE = 30
_BOUND = re.compile(r"\W*(?:[^\W\d]{1,8}\s+)?[<>≤≥+−–-]?\s?\d")

Looks = Sequence[Look | None]


def joined_lines(lines: Sequence[str]) -> str:
    """The text of a cell with its lines set off."""
    return LINE.join(text for line in lines if (text := " ".join(line.split())))


def lines_apart(
    drafts: Sequence[CellDraft], looks: Looks
) -> tuple[list[CellDraft], list[Look | None]]:
    """The cells with their lines on rows of their own where they go together, and plain text in
    all; `looks` lie beside `drafts`."""
    heights = {draft.row: 1 for draft in drafts}
    for row in sorted(heights):
        heights[row] = _lines_of([draft for draft in drafts if draft.row == row])
    if all(height == 1 for height in heights.values()):
        return [_plain(draft) for draft in drafts], list(looks)
    starts: dict[int, int] = {}
    last = max(draft.row + draft.row_span for draft in drafts)
    at = 0
    for row in range(last + 1):
        starts[row] = at
        at += heights.get(row, 1)
    found: list[CellDraft] = []
    seen: list[Look | None] = []
    for draft, look in zip(drafts, looks, strict=True):
        lines = draft.text.split(LINE)
        start, height = starts[draft.row], heights[draft.row]
        if height > 1 and len(lines) == height:
            found += [replace(draft, row=start + n, text=line) for n, line in enumerate(lines)]
            seen += [look] * height
        else:
            tall = starts[draft.row + draft.row_span] - start
            found.append(replace(_plain(draft), row=start, row_span=tall))
            seen.append(look)
    return found, seen


def _lines_of(row: Sequence[CellDraft]) -> int:
    """How many rows a row stands for: as many as all its cells of several lines have, where some
    hold nothing but figures and others nothing but names."""
    several = [draft.text.split(LINE) for draft in row if LINE in draft.text]
    counts = {len(lines) for lines in several}
    merged = any(draft.row_span > 1 for draft in row if LINE in draft.text)
    if len(several) < 2 or len(counts) != 1 or merged or max(counts) > _MOST:
        return 1
    figures = [lines for lines in several if all(map(_is_value, lines))]
    names = [lines for lines in several if all(map(_is_name, lines))]
    return counts.pop() if figures and names and len(figures) + len(names) == len(several) else 1


def _is_value(line: str) -> bool:
    """Whether a line is a figure, also with a bound and a unit: "minst 95 %"."""
    if is_missing(line):
        return True
    short = len(line) <= _LONGEST_VALUE
    return short and (parse_number(line) is not None or _BOUND.match(line) is not None)


def _is_name(line: str) -> bool:
    return line[:1].isupper() and not _is_value(line) and not line.endswith((".", ",", ":"))


def _plain(draft: CellDraft) -> CellDraft:
    return replace(draft, text=draft.text.replace(LINE, " ")) if LINE in draft.text else draft
