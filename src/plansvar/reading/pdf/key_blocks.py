"""The entries of a key that stand side by side on several lines, each a block of its own.

Read across, "Målet är | Målet är delvis" over "uppfyllt | uppfyllt" would say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.keys import SwatchSeen
from plansvar.reading.pdf.lines import make_segment
from plansvar.reading.pdf.tables import RawTable

Block = TextBlock | RawTable


def key_blocks(
    keys: Sequence[Sequence[SwatchSeen]], words: Sequence[Word], page_index: int
) -> tuple[list[TextBlock], list[Word]]:
    """A block for each entry of the keys with wrapped ones side by side, and the words left."""
    entries = [s for swatches in keys if _side_by_side(swatches) for s in swatches]
    taken = {id(word) for entry in entries for word in entry.words}
    return [_block(entry, page_index) for entry in entries], [
        word for word in words if id(word) not in taken
    ]


def with_key_blocks(blocks: Sequence[Block], entries: Sequence[TextBlock]) -> list[Block]:
    """The blocks with the entries of keys put where they stand."""
    found = list(blocks)
    for entry in entries:
        above = [i for i, block in enumerate(found) if block.rect.top < entry.rect.bottom]
        found.insert(max(above, default=-1) + 1, entry)
    return found


def _side_by_side(swatches: Sequence[SwatchSeen]) -> bool:
    level = any(a.place.overlap_y(b.place) > 0 for a in swatches for b in swatches if a is not b)
    under = all(s.rect.cy > s.place.bottom for s in swatches)
    return level and (under or any(swatch.wrapped for swatch in swatches))


def _block(entry: SwatchSeen, page_index: int) -> TextBlock:
    style = make_segment(entry.words).style
    said = " ".join(word.text for word in entry.words).strip(" ,;:=–-")
    return TextBlock([said], entry.rect, style, page_index, rects=[entry.rect])
