"""Lists of the documents, whole."""

from __future__ import annotations

from plansvar.domain import BlockKind, Document, Span


def list_behind(document: Document, number: int, last: Span) -> tuple[Span, ...]:
    """The list that a sentence ending in a colon introduces."""
    following = document.blocks[number + 1 : number + 2]
    opens = document.quote(last).rstrip().endswith(":")
    listed = opens and following and following[0].kind is BlockKind.LIST_ITEM
    return whole_list(document, number + 1) if listed else ()


def whole_list(document: Document, number: int) -> tuple[Span, ...]:
    """All items of the list that block `number` is one of."""
    blocks = document.blocks
    first = last = number
    while first > 0 and blocks[first - 1].kind is BlockKind.LIST_ITEM:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM:
        last += 1
    return tuple(block.span for block in blocks[first : last + 1])
