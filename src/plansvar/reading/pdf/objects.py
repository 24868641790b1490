"""The objects that a page draws, in the order of drawing, forms unfolded."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from plansvar.reading.pdf.geometry import IDENTITY, Matrix, compose

MAX_OBJECTS = 60_000
_MAX_DEPTH = 8
# Text without ink has no width; the library's own measure of it.
_NO_WIDTH = 0.01


@dataclass(frozen=True, slots=True)
class Drawn:
    """One object; `matrix` takes the form that it stands in to the page."""

    item: Any
    kind: int
    matrix: Matrix


def drawn_objects(page: Any) -> Iterator[Drawn]:
    """All objects but the forms themselves."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    items = (pdfium.FPDFPage_GetObject(page.raw, i) for i in range(count))
    return _unfolded(items, IDENTITY, 0)


def _unfolded(items: Iterator[Any], matrix: Matrix, depth: int) -> Iterator[Drawn]:
    for item in items:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Drawn(item, kind, matrix)
        elif depth < _MAX_DEPTH:
            yield from _unfolded(_parts(item), compose(matrix_of(item), matrix), depth + 1)


def _parts(form: Any) -> Iterator[Any]:
    count = pdfium.FPDFFormObj_CountObjects(form)
    return (pdfium.FPDFFormObj_GetObject(form, i) for i in range(count))


def matrix_of(item: Any) -> Matrix:
    """The matrix of an object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def after_blanks(page: Any) -> frozenset[int]:
    """The addresses of text objects that come right after one with nothing but blanks.

    Word writes the space between two runs as a run of its own, which the library leaves out of the
    text: what stands before and after it would be taken for one word."""
    found: set[int] = set()
    blank = False
    for drawn in itertools.islice(drawn_objects(page), MAX_OBJECTS):
        if drawn.kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if _is_blank(drawn.item):
            blank = True
            continue
        if blank:
            found.add(ctypes.addressof(drawn.item.contents))
        blank = False
    return frozenset(found)


def _is_blank(item: Any) -> bool:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return right.value - left.value < _NO_WIDTH
