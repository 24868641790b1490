"""What a document says right under a row: the paragraphs behind its heading or its table."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.goal_levels import family_at_end
from plansvar.asking.passages.labels import LABEL
from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.language.folding import words

PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
MOST = 6  # paragraphs under one row
SHORTEST = 5  # words of a paragraph that tells something


def blocks_under(document: Document, position: int) -> list[int]:
    """The numbers of the paragraphs under the heading, label or table that holds a position, up to
    the next of these; tables between are passed over."""
    start = _block_at(document, position)
    if start is None or _tells(document, document.blocks[start]):
        return []
    return list(_following(document, start))[:MOST]


def is_title(document: Document, span: Span) -> bool:
    """Whether a line only names what is told under it."""
    number = _block_at(document, span.start)
    return number is not None and not _tells(document, document.blocks[number])


def _block_at(document: Document, position: int) -> int | None:
    found = (n for n, b in enumerate(document.blocks) if b.span.start <= position < b.span.end)
    return next(found, None)


def _following(document: Document, start: int) -> Iterator[int]:
    in_table = document.blocks[start].kind is BlockKind.TABLE
    begun = False
    for number in range(start + 1, len(document.blocks)):
        block = document.blocks[number]
        if block.kind is BlockKind.NOTE:
            continue
        if block.kind in PROSE and _tells(document, block):
            begun = True
            yield number
        elif block.kind is BlockKind.TABLE and not (begun or in_table):
            in_table = True
        elif begun or not _is_verdict(document, block):
            return


def _tells(document: Document, block: Block) -> bool:
    """Whether a block is running text and no heading, label or verdict."""
    if block.kind not in PROSE:
        return False
    text = document.quote(block.span).strip()
    return text.endswith((".", "!", "?")) and len(words(text)) >= SHORTEST


def _is_verdict(document: Document, block: Block) -> bool:
    """Whether a line only tells how a goal is judged ("Bedömning: Ej uppfyllt"), be it set as a
    heading."""
    text = document.quote(block.span)
    line = len(words(text)) <= LABEL and ":" in text
    heading = block.kind is BlockKind.HEADING and family_at_end(text) is not None
    return line and (block.kind in PROSE or heading)
