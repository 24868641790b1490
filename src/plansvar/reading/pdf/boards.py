"""Boards of cards: columns side by side that each head how far the cards under them have come.

Ej startat      Pågår           Klart
[U3  KS    ]    [U1  SBN    ]   [U2  BUN   ]
[Ny bro    ]    [Ny skola   ]   [Ny plan   ]

Each card is a row with the head of its column before it, and its parts as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.innermost import innermost
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_NARROWEST, _LOWEST, _TALLEST, _WIDEST = 60.0, 24.0, 220.0, 0.5
_FEWEST_HEADS, _FEWEST_KNOWN, _FEWEST = 2, 2, 3
_LEVEL, _ALIKE = 3.0, 4.0
_FAR = 60.0  # points from a heading to its first card, and between two cards


def find_boards(words: Sequence[Word], shapes: Sequence[Shape], width: float) -> list[RawTable]:
    """The boards of a page whose cards all stand under a heading of their own."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [s for line in lines_of(upright) for s in line.segments]
    found = []
    for heads in _head_rows(segments):
        cards = cards_among(shapes, upright, width, around(s.rect for s in heads).bottom)
        columns = _columns(heads, cards)
        if sum(map(len, columns)) >= _FEWEST and sum(map(bool, columns)) >= _FEWEST_HEADS:
            filled = [(h, own) for h, own in zip(heads, columns, strict=True) if own]
            found.append(table_of([(h.words, own) for h, own in filled], upright))
    return found[:1]


def _head_rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Texts of one look side by side, most of which name how far something has come."""
    known = [s for s in segments if _names_status(s.text)]
    rows: list[list[Segment]] = []
    for first in known:
        level = [s for s in segments if abs(s.rect.cy - first.rect.cy) < _LEVEL]
        alike = [s for s in level if abs(s.size - first.size) < 0.5 and _same_weight(s, first)]
        told = sum(_names_status(s.text) for s in alike)
        if alike not in rows and told >= _FEWEST_KNOWN and 2 * told > len(alike):
            rows.append(sorted(alike, key=lambda s: s.rect.x0))
    return rows


def _same_weight(one: Segment, other: Segment) -> bool:
    return one.style.bold == other.style.bold


def _names_status(said: str) -> bool:
    """Whether a text is a status, a number of cards behind it left out: "Klart (4)"."""
    folded = fold(said).strip(" .:()0123456789")
    return any(folded in words for words in vocabulary("statuses")["field"].values())


def cards_among(
    shapes: Sequence[Shape], words: Sequence[Word], width: float, top: float = 0.0
) -> list[Rect]:
    """The boxes below a height that hold words and no other box, each once."""
    fits = {shape.rect for shape in shapes if _may_be(shape, width) and shape.rect.top > top - 1}
    return innermost(fits, words, _ALIKE)


def _may_be(shape: Shape, width: float) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    fits = _NARROWEST <= shape.rect.width <= _WIDEST * width
    return (
        shape.kind is ShapeKind.PATH and drawn and fits and _LOWEST <= shape.rect.height <= _TALLEST
    )


def _columns(heads: Sequence[Segment], cards: Sequence[Rect]) -> list[list[Rect]]:
    """The cards under each heading from the top; none where one stands under no heading or two, or
    where they are not of one width."""
    middles = [(a.rect.cx + b.rect.cx) / 2 for a, b in pairwise(heads)]
    columns: list[list[Rect]] = [[] for _ in heads]
    for card in sorted(cards, key=lambda rect: rect.top):
        at = sum(card.cx > middle for middle in middles)
        over = columns[at][-1].bottom if columns[at] else heads[at].rect.bottom
        under = card.x0 - _ALIKE < heads[at].rect.cx < card.x1 + _ALIKE
        if under and -1 <= card.top - over < _FAR:
            columns[at].append(card)
    widths = [card.width for own in columns for card in own]
    return columns if widths and max(widths) - min(widths) < _ALIKE else []


def table_of(
    groups: Sequence[tuple[Sequence[Word], Sequence[Rect]]], words: Sequence[Word]
) -> RawTable:
    """A row for each card, with what heads its group in one cell over the group's rows."""
    cells: list[RawCell] = []
    row = 0
    for head, cards in groups:
        first = _cell(row, 0, head)
        first.row_span = len(cards)
        cells.append(first)
        for card in cards:
            parts = _parts([word for word in words if card.has_centre_of(word.rect)])
            cells += [_cell(row, column, part) for column, part in enumerate(parts, 1)]
            row += 1
    rect = around([*(cell.rect for cell in cells), *(c for _, cards in groups for c in cards)])
    return RawTable(cells, rect, [rect.x0, rect.x1], ruled=False, marked=True)


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """What stands at the two ends of a card's first line, and its other lines by their look."""
    lines = lines_of(words)
    ends = lines[0].segments if len(lines[0].segments) > 1 else []
    found = [list(segment.words) for segment in ends]
    before = None
    for line in lines[1:] if ends else lines:
        look = (line.words[0].style.bold, round(line.size))
        if look == before:
            found[-1] += line.words
        else:
            found.append(list(line.words))
        before = look
    return found


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(word.rect for word in own), text_of(own), words=own)
