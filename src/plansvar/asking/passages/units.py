"""Cuts the found passages into the units that can be quoted: sentences and list items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.index.library import Hit, Library
from plansvar.language.sentences import sentences

UNQUOTABLE = frozenset({BlockKind.HEADING, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or list item with what it stands under.

    `topic` is the heading path and the name of the row whose comment it belongs to; `rank` the rank
    of the best passage that holds it, from 1; `block` numbers the block it was cut from."""

    document: Document
    span: Span
    text: str
    topic: str
    rank: int
    block: int
    in_list: bool = False


def cut(
    library: Library, hits: Sequence[Hit], topics: dict[str, list[tuple[Span, str]]]
) -> list[Unit]:
    """The units of all hits in document order; `topics` names the rows whose comments the
    characters of a document belong to."""
    found: dict[tuple[str, Span], Unit] = {}
    for rank, hit in enumerate(hits, 1):
        document = library.document(hit.chunk.place.document_id)
        rows = topics.get(document.path, [])
        for unit in _units_in(document, hit.chunk.span, rows, rank):
            found.setdefault((document.path, unit.span), unit)
    return sorted(found.values(), key=lambda unit: (unit.document.path, unit.span))


def _units_in(
    document: Document, span: Span, rows: list[tuple[Span, str]], rank: int
) -> Iterable[Unit]:
    for number, block in enumerate(document.blocks):
        if block.kind in UNQUOTABLE or not block.span.overlaps(span):
            continue
        for piece in _pieces(document, block):
            if piece.overlaps(span):
                yield Unit(
                    document,
                    piece,
                    document.quote(piece),
                    _topic(document, piece, rows),
                    rank,
                    number,
                    block.kind is BlockKind.LIST_ITEM,
                )


def _pieces(document: Document, block: Block) -> list[Span]:
    if block.kind is BlockKind.LIST_ITEM:
        return [block.span]
    return list(sentences(document.text, block.span))


def _topic(document: Document, piece: Span, rows: list[tuple[Span, str]]) -> str:
    section = document.section_at(piece.start)
    path = " › ".join(section.path) if section else ""
    names = [name for span, name in rows if span.holds(piece)]
    return " › ".join([path, *names])
