"""Bars, ticks, crosses and smileys in the cells of a table, vouched for by both witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PIL import Image

from plansvar.domain import Mark, MarkSource
from plansvar.reading.pdf.balls import is_dashed
from plansvar.reading.pdf.bars import Strip, shares, strip_in
from plansvar.reading.pdf.colours import Pixels, classify
from plansvar.reading.pdf.drawn import is_straight
from plansvar.reading.pdf.figures import figure_in
from plansvar.reading.pdf.geometry import Frame, Rect, around
from plansvar.reading.pdf.inks import is_ring, without_inks
from plansvar.reading.pdf.pictures_read import PictureReader
from plansvar.reading.pdf.pixels import Raster
from plansvar.reading.pdf.shapes import Rgb, Shape, ShapeKind
from plansvar.reading.pdf.sketches import Sketch, painted, sketch_of
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.texts import text

_WIDE = 2.6
_SQUARE = 1.5
_SHORTEST = 15.0
_LOWEST = 2.5
_SMALLEST, _LARGEST = 5.0, 60.0
_MOST = 60
_AGREED = 0.04
_EDGE = 0.3
_SAME = 4


@dataclass(frozen=True, slots=True)
class Form:
    """What the shapes in a cell make together: as drawn and as seen on the page."""

    rect: Rect
    source: MarkSource
    drawn: Strip | None = None
    seen: Strip | None = None
    figure: str | None = None
    doubt: str | None = None


def form_in(
    rect: Rect, shapes: Sequence[Shape], ground: Rgb, raster: Raster, pictures: PictureReader
) -> Form | None:
    """The bar or figure that stands in a cell; null where there is none."""
    parts = [s for s in shapes if _stands_in(s, rect) and not _is_ground(s, rect, ground)]
    if not parts or len(parts) > _MOST:
        return None
    whole = around(part.rect for part in parts)
    placed = [part for part in parts if part.kind is ShapeKind.PICTURE]
    source = MarkSource.PICTURE if placed else MarkSource.SYMBOL
    if placed and len(parts) > 1:
        return None
    if whole.width >= max(_SHORTEST, _WIDE * whole.height) and whole.height >= _LOWEST:
        return _bar(whole, source, parts, ground, raster, pictures)
    if _is_small(whole) and (placed or _may_be_figure(parts)):
        return _figure(whole, source, parts, ground, raster, pictures)
    return None


@dataclass(frozen=True, slots=True)
class Headed:
    """The columns whose headings promise verdicts, and those that promise bars."""

    verdicts: frozenset[int]
    bars: frozenset[int]


def add_forms(table: RawTable, forms: dict[int, Form], headed: Headed, frame: Frame) -> None:
    """Put bars and figures into the cells in which they stand; `forms` by the cells' identities."""
    columns: dict[int, list[RawCell]] = defaultdict(list)
    for cell in table.cells:
        if id(cell) in forms:
            columns[cell.column].append(cell)
    for column, cells in columns.items():
        found = [forms[id(cell)] for cell in cells]
        _add_bars(cells, found, column in headed.bars, column in headed.verdicts, frame)
        _add_figures(cells, found, column in headed.verdicts, frame)


def _add_bars(
    cells: Sequence[RawCell], forms: Sequence[Form], of_bars: bool, judges: bool, frame: Frame
) -> None:
    drawn = shares([form.drawn for form in forms], of_bars)
    seen = shares([form.seen for form in forms], of_bars)
    if all(share is None for share in drawn):
        return
    fronts = {form.drawn.front for form, s in zip(forms, drawn, strict=True) if s and form.drawn}
    for cell, form, one, other in zip(cells, forms, drawn, seen, strict=True):
        agreed = one is not None and other is not None and abs(one - other) <= _AGREED
        judging = judges and len(fronts) > 1 and one and form.drawn is not None
        colour = classify(form.drawn.front) if judging and form.drawn else None
        box = frame.box(form.rect, cell.page_index)
        if agreed and one is not None:
            raw = text("marks.marks.bar", percent=round(100 * one))
            cell.marks = [Mark(form.source, colour, None, raw, box, one)]
        elif one is not None:
            doubt = _doubt(one, other)
            cell.marks = [Mark(form.source, box=box, disagreement=doubt)]
        else:
            doubt = text("marks.marks.bar_unread")
            cell.marks = [Mark(form.source, box=box, disagreement=doubt)]


def _add_figures(
    cells: Sequence[RawCell], forms: Sequence[Form], judges: bool, frame: Frame
) -> None:
    shown = [(c, f) for c, f in zip(cells, forms, strict=True) if f.figure or f.doubt]
    for cell, form in shown:
        if any(mark.trend for mark in cell.marks) or not (judges or not cell.text):
            continue
        own = cell.marks[0] if cell.marks else Mark(form.source)
        box = own.box or frame.box(form.rect, cell.page_index)
        doubt = own.disagreement or form.doubt
        cell.marks = [replace(own, raw=form.figure or own.raw, box=box, disagreement=doubt)]
    whole = [cell.marks for cell, _ in shown]
    for (cell, _), marks in zip(shown, without_inks(whole), strict=True):
        cell.marks = list(marks)


def _doubt(drawn: float, seen: float | None) -> str:
    percents = [f"{round(100 * share)} %" if share is not None else None for share in (drawn, seen)]
    nothing = text("pdf.marks.nothing")
    return text("pdf.marks.disagreement", drawn=percents[0], seen=percents[1] or nothing)


def _stands_in(shape: Shape, rect: Rect) -> bool:
    """Whether a shape is a part of a mark in a cell: not its fill, not a rule along its side."""
    r = shape.rect
    if shape.kind is ShapeKind.SHADING or not rect.has_centre_of(r):
        return False
    if r.width > rect.width + 2 or r.height > 1.3 * rect.height + 4:
        return False
    covers = r.width > rect.width - 3 and r.height > rect.height - 3
    level = r.height < 2.6 and (r.width > 0.8 * rect.width or _at_side(r.cy, rect.top, rect.bottom))
    upright = r.width < 2.6 and (r.height > 0.8 * rect.height or _at_side(r.cx, rect.x0, rect.x1))
    return not (covers or level or upright)


def _is_ground(shape: Shape, rect: Rect, ground: Rgb) -> bool:
    """Whether a shape is a piece of the row's own background."""
    if shape.fill is None or shape.stroke is not None or shape.rect.height < 0.6 * rect.height:
        return False
    return max(abs(a - b) for a, b in zip(shape.fill, ground, strict=True)) <= _SAME


def _is_small(whole: Rect) -> bool:
    low, high = sorted((whole.width, whole.height))
    return low >= _SMALLEST and high <= min(_LARGEST, _SQUARE * low)


def _at_side(at: float, start: float, end: float) -> bool:
    return at - start < 1.2 or end - at < 1.2


def _may_be_figure(parts: Sequence[Shape]) -> bool:
    """Whether paths may be more than a dot or a square: several, one with a bend inwards, or a full
    ball in the dark of the text."""
    if len(parts) > 1:
        return True
    shape = parts[0]
    if shape.fill is not None and classify(shape.fill) is None and not is_straight(shape):
        return True
    return not is_straight(shape) and (shape.segments > 6 or shape.fill is None)


def _bar(
    whole: Rect,
    source: MarkSource,
    parts: Sequence[Shape],
    ground: Rgb,
    raster: Raster,
    pictures: PictureReader,
) -> Form | None:
    drawn = strip_in(*_own_pixels(whole, parts, ground, pictures))
    if drawn is None:
        return Form(whole, source)
    return Form(whole, source, drawn, strip_in(raster.at(whole.grown(_EDGE)), ground))


def _figure(
    whole: Rect,
    source: MarkSource,
    parts: Sequence[Shape],
    ground: Rgb,
    raster: Raster,
    pictures: PictureReader,
) -> Form | None:
    pixels, own_ground = _own_pixels(whole, parts, ground, pictures)
    drawn = _known_figure(pixels.tobytes(), pixels.shape, own_ground)
    if drawn is None:
        return None
    # A picture may touch the rules of its cell, so its edge is left out where need be.
    areas = (raster.at(place) for place in _views(whole))
    views = (_known_figure(area.tobytes(), area.shape, ground) for area in areas)
    seen = next((view for view in views if view), None)
    if is_dashed(seen) and is_ring(drawn):
        drawn = seen  # the path of a dashed ring is that of a whole one
    if seen is None or seen == drawn:
        return Form(whole, source, figure=drawn if seen else None)
    doubt = text("pdf.marks.disagreement", drawn=drawn, seen=seen)
    return Form(whole, source, doubt=doubt)


def _views(whole: Rect) -> Iterator[Rect]:
    """The place of a figure, and without what a rule at its edge may have covered."""
    yield from (whole.grown(by) for by in (_EDGE, -_EDGE, -3 * _EDGE))
    yield from (whole._replace(top=whole.top + by) for by in (_EDGE, 4 * _EDGE))
    yield from (whole._replace(bottom=whole.bottom - by) for by in (_EDGE, 4 * _EDGE))


@lru_cache(maxsize=256)
def _known_figure(raw: bytes, shape: tuple[int, ...], ground: Rgb) -> str | None:
    """The figure in some pixels; a document's pictures are few and often the same."""
    return figure_in(np.frombuffer(raw, dtype=np.uint8).reshape(shape), ground)


def _own_pixels(
    whole: Rect, parts: Sequence[Shape], ground: Rgb, pictures: PictureReader
) -> tuple[Pixels, Rgb]:
    """A picture by itself on white, or paths drawn anew, and the ground behind them."""
    if parts[0].kind is ShapeKind.PICTURE:
        picture = pictures.decode(parts[0])
        blank = Image.new("RGB", (4, 4), "white")
        return np.asarray(picture or blank, dtype=np.uint8), (255, 255, 255)
    return _painted(sketch_of(parts, 0.5), ground), ground


@lru_cache(maxsize=256)
def _painted(sketch: Sketch, ground: Rgb) -> Pixels:
    """Paths drawn anew in their colours; the marks of a document are often the same."""
    return painted(sketch, ground)
