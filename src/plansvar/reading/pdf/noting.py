"""What is noted of the blocks of a page once they are known: keys, marks and headings."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.bodies import is_key
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.keys import SwatchSeen
from plansvar.reading.pdf.line_marks import LineMark
from plansvar.reading.pdf.lines import Line
from plansvar.reading.pdf.tables import RawTable

Block = TextBlock | RawTable


def note_keys(blocks: Sequence[Block], lines: Sequence[Line], marks: Sequence[Rect]) -> None:
    """Note which blocks explain symbols that are drawn before their texts."""
    keys = [line.rect for line in lines if is_key(line, marks)] if marks else []
    for block in blocks:
        if isinstance(block, TextBlock):
            block.key = block.key or any(block.rect.has_centre_of(key, 2) for key in keys)


def note_swatches(blocks: Sequence[Block], keys: Sequence[Sequence[SwatchSeen]]) -> list[int]:
    """Note each swatch with the block that explains it; the sizes of the keys."""
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    for number, swatches in enumerate(keys):
        homes = [
            next((b for b in texts if b.rect.has_centre_of(s.rect, 2) and s.text in b.text), None)
            or next((b for b in texts if b.rect.has_centre_of(s.rect, 2)), None)
            for s in swatches
        ]
        for block, swatch in zip(homes, swatches, strict=True):
            if block is not None and None not in homes:
                block.key = True
                block.swatches.append((number, swatch))
    return [len(swatches) for swatches in keys]


def note_marks(blocks: Sequence[Block], marks: Sequence[LineMark]) -> None:
    """Note each mark with the block whose first line it stands beside."""
    for block in blocks:
        if isinstance(block, TextBlock) and block.rects and not block.key:
            first = block.rects[0]
            block.marks = [m.mark for m in marks if first.has_centre_of(m.line, 2)]


def note_tags(blocks: Sequence[Block], headings: frozenset[int], grounds: Sequence[Rect]) -> None:
    """Note the blocks that the file calls headings, or that stand alone on a band of colour."""
    for block in blocks:
        if isinstance(block, TextBlock):
            on_band = any(ground.holds(block.rect, 2) for ground in grounds)
            block.tagged = block.tagged or block.style.tag in headings or on_band
