"""Bands of figures with a strip of colour along one side: "Utfall 2025 | Mål 2026 | Utfall 2026",
their figures below, and at the end a strip that is green where the target is reached.

A strip is a mark of the figures in its band. Strips that all have one colour only adorn, which the
whole document tells: `drop_adorning` takes those away."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.reading.pdf.colours import VERDICTS, agree, classify
from plansvar.reading.pdf.geometry import Frame, Rect
from plansvar.reading.pdf.pixels import Raster, background_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable

_NARROWEST, _WIDEST = 2.5, 14.0
_LOWEST, _TALLEST = 14.0, 90.0
_SLIM = 2.0  # times as high as wide
_SIDE = 3.0  # points from the side of its band
_WHOLE = 0.8  # of the height of a band
_MOST_ROWS = 2  # under the heading of a band
_FEWEST = 2  # strips on a page, colours in a document
_ALIKE = 0.6
_SHOWN = (*VERDICTS, Colour.GREY)


def add_edge_marks(
    tables: Sequence[RawTable], shapes: Sequence[Shape], raster: Raster, frame: Frame, page: int
) -> None:
    """Give the bands among `tables` their strips, each as a mark in a column of its own."""
    pairs = [(table, strip) for table in tables if (strip := _strip_of(table, shapes)) is not None]
    alike = [
        (table, strip)
        for table, strip in pairs
        if sum(abs(strip.rect.width - other.rect.width) < _ALIKE for _, other in pairs) >= _FEWEST
    ]
    for table, strip in alike:
        colour = _colour(strip, raster)
        if colour is not None:
            _add(table, strip.rect, Mark(MarkSource.CELL, colour, box=frame.box(strip.rect, page)))


def drop_adorning(tables: Sequence[RawTable]) -> None:
    """Take away the strips of a document that has them in one colour only."""
    edged = [(table, cell) for table in tables if table.edged for cell in table.cells if cell.marks]
    colours = {mark.colour for _, cell in edged for mark in cell.marks}
    if len(colours) < _FEWEST:
        for table, cell in edged:
            table.cells.remove(cell)


def _strip_of(table: RawTable, shapes: Sequence[Shape]) -> Shape | None:
    """The one strip along a side of the band that a table is."""
    if table.cards or not 0 < table.rows - table.header_rows <= _MOST_ROWS:
        return None
    paths = [s for s in shapes if s.kind is ShapeKind.PATH and s.fill is not None]
    bands = [s.rect for s in paths if _is_ground(s.rect, table)]
    strips = [s for s in paths if any(_is_strip(s.rect, band) for band in bands)]
    shown = [s for s in strips if classify(s.fill) in _SHOWN and min(s.fill or (0,)) < 250]
    return shown[0] if len(shown) == 1 else None


def _is_ground(rect: Rect, table: RawTable) -> bool:
    own = [cell.rect for cell in table.cells if cell.text]
    inside = all(rect.has_centre_of(cell, 2) for cell in own)
    return inside and _LOWEST <= rect.height <= _TALLEST and rect.width > _TALLEST


def _is_strip(rect: Rect, band: Rect) -> bool:
    slim = _NARROWEST <= rect.width <= _WIDEST and rect.height >= _SLIM * rect.width
    sides = (rect.x0 - band.x0, rect.x1 - band.x0, rect.x0 - band.x1, rect.x1 - band.x1)
    beside = min(map(abs, sides)) < _SIDE
    return slim and beside and rect.overlap_y(band) > _WHOLE * max(rect.height, band.height)


def _colour(strip: Shape, raster: Raster) -> Colour | None:
    """The colour of a strip, where what is drawn and what is seen agree."""
    drawn = classify(strip.fill) if strip.fill is not None else None
    seen = classify(background_of(raster.at(strip.rect, 0.5)))
    return drawn if drawn is not None and seen is not None and agree(drawn, seen) else None


def _add(table: RawTable, place: Rect, mark: Mark) -> None:
    row, column = table.rows - 1, table.columns
    others = [cell for cell in table.cells if cell.row == row]
    for cell in others:
        cell.marks = []  # what a wide last cell seemed to show was the strip
    table.cells.append(RawCell(row, column, place, marks=[mark], page_index=table.page_index))
    table.edges.append(place.x1)
    table.edged = True
