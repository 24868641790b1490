"""Text that no reader of the page sees: invisible, outside the page, or in the colour of its
ground. What the colours make doubtful is settled by the rendered page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Frame, Rect
from plansvar.reading.pdf.pixels import Raster
from plansvar.reading.pdf.shapes import Rgb, Shape, ShapeKind

_ALIKE = 14
_LIGHT = 235
_CONTRAST = 24
_MOST_LOOKED_AT = 4000
_LAYER = 0.5


def hidden_words(
    words: Sequence[Word], shapes: Sequence[Shape], frame: Frame, raster: Raster
) -> list[Word]:
    """The words that are not to be seen; the layer of text on a scanned page is none of them."""
    drawn = [word for word in words if not word.style.hidden]
    invisible = [word for word in words if word.style.hidden]
    if invisible and _is_layer(invisible, words, shapes, frame):
        invisible = []
    page = Rect(0, 0, frame.width, frame.height)
    outside = [word for word in words if page.shared_area(word.rect) < 0.2 * word.rect.area]
    doubtful = _doubtful(drawn, shapes)[:_MOST_LOOKED_AT]
    unseen = [word for word in doubtful if _shows_nothing(raster, word.rect)]
    return list({id(word): word for word in (*invisible, *outside, *unseen)}.values())


def _is_layer(
    invisible: Sequence[Word], words: Sequence[Word], shapes: Sequence[Shape], frame: Frame
) -> bool:
    """Whether invisible text is most of a page that is a picture: what OCR once read of it."""
    pictures = sum(s.rect.area for s in shapes if s.kind is ShapeKind.PICTURE)
    letters = sum(len(word.text) for word in words)
    most = sum(len(word.text) for word in invisible) >= _LAYER * letters
    return most and pictures > _LAYER * frame.width * frame.height


def _doubtful(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Word]:
    """The words that have, or may have, the colour of what they stand on."""
    by_colour: dict[Rgb, list[Word]] = defaultdict(list)
    for word in words:
        by_colour[word.style.colour].append(word)
    found: list[Word] = []
    for colour, group in by_colour.items():
        if min(colour) >= _LIGHT:
            found += [word for word in group if not _on_dark(word.rect, colour, shapes)]
            continue
        near = [s.rect for s in shapes if s.fill is not None and _like(s.fill, colour)]
        areas = [rect for rect in near if rect.height > 4 and rect.width > 4]
        found += _within(group, areas) if areas else []
    return found


def _within(words: Sequence[Word], areas: Sequence[Rect]) -> list[Word]:
    """The words whose centres lie in some of the areas."""
    cx, cy = np.array([(word.rect.cx, word.rect.cy) for word in words]).T
    inside = np.zeros(len(words), dtype=np.bool_)
    for area in areas:
        inside |= (area.x0 <= cx) & (cx <= area.x1) & (area.top <= cy) & (cy <= area.bottom)
    return [words[i] for i in np.flatnonzero(inside).tolist()]


def _on_dark(rect: Rect, colour: Rgb, shapes: Sequence[Shape]) -> bool:
    """Whether the last area of fill under light text is of another colour."""
    under = [s for s in shapes if s.kind is ShapeKind.PATH and s.fill and s.rect.holds(rect, 2)]
    last = max(under, key=lambda shape: shape.order, default=None)
    return last is not None and last.fill is not None and not _like(last.fill, colour)


def _like(one: Rgb, other: Rgb) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _shows_nothing(raster: Raster, rect: Rect) -> bool:
    """Whether the rendered page is of one colour where a word should stand."""
    pixels = raster.at(rect)
    if pixels.size == 0:
        return True
    flat = pixels.reshape(-1, 3).astype(int)
    return int((flat.max(axis=0) - flat.min(axis=0)).max()) < _CONTRAST
