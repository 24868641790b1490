"""What is drawn on a page beside text: paths, pictures, shadings, also inside forms."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pypdfium2.raw as pdfium

from plansvar.reading.pdf.geometry import Frame, Matrix, Rect, apply, compose
from plansvar.reading.pdf.objects import MAX_OBJECTS, Drawn, drawn_objects, matrix_of

Rgb = tuple[int, int, int]
_MAX_POINTS = 400
_FAINT = 20


class ShapeKind(Enum):
    PATH = "path"
    PICTURE = "picture"
    SHADING = "shading"


@dataclass(slots=True)
class Shape:
    """One drawn object. `points` are the outlines of a small path, flattened; `handle` is the
    library's object, good only while the page is open; `straight` is null until it is asked for."""

    kind: ShapeKind
    rect: Rect
    order: int
    fill: Rgb | None = None
    stroke: Rgb | None = None
    curved: bool = False
    segments: int = 0
    outlines: tuple[tuple[tuple[float, float], ...], ...] = ()
    handle: Any = None
    line_width: float = 0.0
    straight: bool | None = None


@dataclass(slots=True)
class Drawing:
    """All shapes of a page in the order of drawing; `cut` says that there were too many."""

    shapes: list[Shape]
    cut: bool = False


def read_shapes(page: Any, frame: Frame) -> Drawing:
    """The shapes on a page, forms unfolded."""
    return _Walker(frame).walk(page)


class _Walker:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._shapes: list[Shape] = []
        self._seen = 0

    def walk(self, page: Any) -> Drawing:
        for drawn in drawn_objects(page):
            self._seen += 1
            if self._seen > MAX_OBJECTS:
                break
            self._one(drawn)
        return Drawing(self._shapes, self._seen > MAX_OBJECTS)

    def _one(self, drawn: Drawn) -> None:
        if drawn.kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(drawn.item, drawn.matrix)
        elif drawn.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._plain(ShapeKind.PICTURE, drawn.item, drawn.matrix)
        elif drawn.kind == pdfium.FPDF_PAGEOBJ_SHADING:
            self._plain(ShapeKind.SHADING, drawn.item, drawn.matrix)

    def _plain(self, kind: ShapeKind, item: Any, matrix: Matrix) -> None:
        self._shapes.append(Shape(kind, self._bounds(item, matrix), self._seen, handle=item))

    def _path(self, item: Any, matrix: Matrix) -> None:
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
        fill = _colour(item, pdfium.FPDFPageObj_GetFillColor) if mode.value else None
        stroke = _colour(item, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else None
        if fill is None and stroke is None:
            return
        rect = self._bounds(item, matrix)
        segments = pdfium.FPDFPath_CountSegments(item)
        shape = Shape(ShapeKind.PATH, rect, self._seen, fill, stroke, False, segments, handle=item)
        width = ctypes.c_float()
        if stroke is not None and pdfium.FPDFPageObj_GetStrokeWidth(item, width):
            shape.line_width = width.value
        strokes_only = fill is None  # whole grids are drawn as one path of many strokes
        if segments <= _MAX_POINTS and (rect.width < 150 or segments <= 8 or strokes_only):
            self._outline(shape, item, matrix)
        self._shapes.append(shape)

    def _outline(self, shape: Shape, item: Any, matrix: Matrix) -> None:
        to_page = compose(compose(matrix_of(item), matrix), self._frame.matrix)
        outlines: list[list[tuple[float, float]]] = []
        control: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(shape.segments):
            segment = pdfium.FPDFPath_GetPathSegment(item, i)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = apply(to_page, x.value, y.value)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
                outlines.append([point])
            elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                shape.curved = True
                control.append(point)
                if len(control) == 3:
                    outlines[-1] += _bezier(outlines[-1][-1], *control)
                    control = []
            else:
                outlines[-1].append(point)
        shape.outlines = tuple(tuple(outline) for outline in outlines)

    def _bounds(self, item: Any, matrix: Matrix) -> Rect:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        corners = [
            apply(matrix, x, y)
            for x in (left.value, right.value)
            for y in (bottom.value, top.value)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._frame.rect(min(xs), min(ys), max(xs), max(ys))


def _bezier(
    p0: tuple[float, float],
    p1: tuple[float, float],
    p2: tuple[float, float],
    p3: tuple[float, float],
) -> list[tuple[float, float]]:
    points = []
    for step in (0.25, 0.5, 0.75, 1.0):
        rest = 1 - step
        weights = (rest**3, 3 * rest**2 * step, 3 * rest * step**2, step**3)
        corners = (p0, p1, p2, p3)
        x = sum(w * p[0] for w, p in zip(weights, corners, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, corners, strict=True))
        points.append((x, y))
    return points


def _colour(item: Any, get: Callable[..., Any]) -> Rgb | None:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not get(item, *channels):
        return None
    red, green, blue, alpha = (channel.value for channel in channels)
    if alpha < _FAINT:
        return None
    share = alpha / 255
    mixed = [round(value * share + 255 * (1 - share)) for value in (red, green, blue)]
    return mixed[0], mixed[1], mixed[2]
