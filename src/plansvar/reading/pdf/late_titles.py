"""Titles that are read too early: the last line of a column may head what stands below both
columns, and then belongs right before that."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.tables import RawTable

_NEAR = 26.0  # points from a title to its table
_ASIDE = 60.0  # points left of a chart at which its title may begin
_LEVEL = 2.0
_MOST_LINES = 2


def settled_titles(blocks: Sequence[TextBlock | RawTable]) -> list[TextBlock | RawTable]:
    """The blocks with each title right before the table that it stands over, where what is read
    between the two stands beside or above it."""
    found = list(blocks)
    for table in [block for block in blocks if isinstance(block, RawTable)]:
        at = next(n for n, block in enumerate(found) if block is table)
        place = next((n for n in range(at) if _heads(found[n], table)), None)
        if place is None or place == at - 1 or not _read_too_early(found[place : at + 1]):
            continue
        title, *between = found[place:at]
        early = [b for b in between if b.rect.top < title.rect.top - _LEVEL]
        late = [b for b in between if b not in early]
        found[place : at + 1] = [*early, title, table, *late]
    return found


def _heads(block: TextBlock | RawTable, table: RawTable) -> bool:
    """Whether a short line in bold stands right over a table."""
    if not isinstance(block, TextBlock) or block.key or not block.style.bold:
        return False
    inside = table.rect.x0 - _ASIDE < block.rect.x0 and block.rect.x1 < table.rect.x1 + _NEAR
    over = -2 < table.rect.top - block.rect.bottom < _NEAR
    return inside and over and len(block.lines) <= _MOST_LINES


def _read_too_early(between: Sequence[TextBlock | RawTable]) -> bool:
    """Whether all that is read between a title and its table stands above the title's foot, or
    clear of both to the side."""
    title, *others, table = between
    beside = all(
        other.rect.bottom <= title.rect.bottom + 1 or other.rect.overlap_x(table.rect) <= 0
        for other in others
    )
    return beside and not isinstance(others[0], RawTable) and not _is_below(title, others[0])


def _is_below(title: TextBlock | RawTable, block: TextBlock | RawTable) -> bool:
    """Whether a block begins under a title, which is then its own."""
    return block.rect.top >= title.rect.bottom - _LEVEL and block.rect.overlap_x(title.rect) > 0
