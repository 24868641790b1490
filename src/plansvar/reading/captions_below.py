"""Lines that number a table and stand below it: "Tabell 3. Sjukfrånvaro i procent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Block, BlockKind, Span
from plansvar.reading.building import Layout
from plansvar.reading.notes import is_note, numbers_a_table

_LONGEST = 260


def with_captions_below(layout: Layout) -> Layout:
    """The layout with its tables named by the numbered lines below them, where more of its tables
    have such a line right below than right above."""
    homes = {block.span: place for place, block in enumerate(layout.blocks)}
    places = [homes.get(table.span) for table in layout.tables]
    above = [_above(layout, place) if place else None for place in places]
    below = [_below(layout, place) if place is not None else None for place in places]
    if sum(b is not None for b in below) <= sum(a is not None for a in above):
        return layout
    named = {block.span for block in below if block is not None}
    return replace(
        layout,
        blocks=tuple(
            replace(b, kind=BlockKind.CAPTION) if b.span in named else b for b in layout.blocks
        ),
        tables=tuple(
            replace(table, caption=block.span) if block is not None else table
            for table, block in zip(layout.tables, below, strict=True)
        ),
    )


def _above(layout: Layout, place: int) -> Block | None:
    block = layout.blocks[place - 1]
    return block if _numbers_a_table(_text(layout, block.span), block) else None


def _below(layout: Layout, place: int) -> Block | None:
    """The numbered line right below a table, after its footnotes."""
    rest: Sequence[Block] = layout.blocks[place + 1 :]
    after = next((b for b in rest[:3] if not is_note(_text(layout, b.span))), None)
    if after is None or not _numbers_a_table(_text(layout, after.span), after):
        return None
    return after


def _text(layout: Layout, span: Span) -> str:
    return layout.text[span.start : span.end]


def _numbers_a_table(line: str, block: Block) -> bool:
    told = block.kind not in (BlockKind.TABLE, BlockKind.HEADING)
    return told and len(line) <= _LONGEST and numbers_a_table(line)
