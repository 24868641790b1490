"""Pictures on a page that look like tables: lines of print on a plain ground."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from plansvar.reading.pdf.colours import Pixels
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.pixels import Raster
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_LEAST_WIDTH = 110.0
_LEAST_HEIGHT = 36.0
_FEWEST_LINES = 4
_PLAIN = 0.6


def picture_tables(shapes: Iterable[Shape], raster: Raster, width: float) -> list[Rect]:
    """The places of pictures that may be tables or running text that cannot be read."""
    found = []
    for shape in shapes:
        rect = shape.rect
        large = rect.width >= _LEAST_WIDTH and rect.height >= _LEAST_HEIGHT
        picture = shape.kind is ShapeKind.PICTURE and large and rect.width < 1.5 * width
        if picture and looks_printed(raster.at(rect, 1)):
            found.append(rect)
    return found


def _share_of_few_colours(pixels: Pixels) -> float:
    """How much of a picture its six commonest colours fill: most of print, little of a photo."""
    coarse = pixels.reshape(-1, 3).astype(np.int32) >> 4
    counts = np.bincount(coarse[:, 0] << 8 | coarse[:, 1] << 4 | coarse[:, 2])
    return float(np.sort(counts)[-6:].sum() / len(coarse))


def looks_printed(pixels: Pixels) -> bool:
    """Whether dark marks stand in lines on one light ground, as print does and photos do not."""
    if pixels.shape[0] < 40 or pixels.shape[1] < 40:
        return False
    if _share_of_few_colours(pixels) < _PLAIN:
        return False
    dark = pixels.max(axis=-1) < 140
    if not 0.008 < dark.mean() < 0.35:
        return False
    rows = dark.mean(axis=1) > 0.012
    starts = int((np.diff(rows.astype(np.int8)) == 1).sum())
    quiet = 1.0 - float(rows.mean())
    return starts >= _FEWEST_LINES and quiet > 0.15
