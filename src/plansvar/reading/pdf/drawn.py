"""The witness of the drawn objects: what shapes, pictures and signs say stands in a cell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plansvar.domain import Colour, MarkSource, Trend
from plansvar.reading.pdf.arrows import direction_of
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.colours import SATURATED, classify, strength
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.pictures_read import PictureReader
from plansvar.reading.pdf.shapes import Rgb, Shape, ShapeKind
from plansvar.reading.pdf.sketches import Sketch, mask_of, sketch_of
from plansvar.reading.pdf.symbols import arrow_of, emoji_colour, is_sign, symbol_of

_SMALLEST = 2.5
_LETTER_STRENGTH = 0.3


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing in a cell: its colour (null if it has none that counts) and how it shows it.

    `unknown` is true where there is something whose colour the objects do not tell."""

    source: MarkSource
    rect: Rect
    colour: Colour | None = None
    strength: float = 0.0
    raw: str | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """What the drawn objects say of a cell as a whole."""

    seen: Seen | None
    trend: Trend | None = None
    arrow: str | None = None
    arrow_rect: Rect | None = None
    share: float | None = None


def shapes_in(rect: Rect, shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes that stand in a cell: not its rules, not what runs far beyond it."""
    found = []
    for shape in shapes:
        r = shape.rect
        whole = rect.has_centre_of(r, 1) and min(r.width, r.height) >= _SMALLEST
        if not (whole or _thin_stroke(shape, rect)):
            continue
        if r.width <= 1.15 * rect.width + 6 and r.height <= 1.5 * rect.height + 8:
            found.append(shape)
    return found


def _thin_stroke(shape: Shape, rect: Rect) -> bool:
    """The shaft of an arrow drawn as a line by itself, well inside a cell and not its rule."""
    r = shape.rect
    if shape.stroke is None or max(r.width, r.height) < 3 or not rect.has_centre_of(r):
        return False
    if r.width > r.height:
        return r.width < 0.8 * rect.width and rect.top + 2 < r.cy < rect.bottom - 2
    return rect.x0 + 2 < r.cx < rect.x1 - 2


def fill_of(rect: Rect, shapes: Sequence[Shape]) -> Shape | None:
    """The uppermost fill that covers most of a cell, in one piece or in strips of one colour."""
    pieces: dict[Rgb, list[Shape]] = {}
    for shape in shapes:
        if shape.fill is None or shape.rect.shared_area(rect) <= 0.1 * rect.area:
            continue
        if is_straight(shape):
            pieces.setdefault(shape.fill, []).append(shape)
    filling = [
        replace(parts[-1], rect=around(part.rect for part in parts))
        for parts in pieces.values()
        if sum(part.rect.shared_area(rect) for part in parts) > 0.6 * rect.area
    ]
    return max(filling, key=lambda shape: shape.order, default=None)


def is_straight(shape: Shape) -> bool:
    """Whether all sides of a path are level or upright."""
    if shape.straight is None:
        shape.straight = not shape.curved and all(
            abs(ax - bx) < 0.3 or abs(ay - by) < 0.3
            for outline in shape.outlines
            for (ax, ay), (bx, by) in itertools.pairwise(outline)
        )
    return shape.straight


def testify(
    rect: Rect,
    words: Sequence[Word],
    shapes: Sequence[Shape],
    row_fill: Rgb | None,
    fill: Shape | None,
    pictures: PictureReader,
    usual_text: Rgb,
) -> Witness:
    """What the objects in a cell show. `row_fill` is the background that its row has anyway."""
    ground = {row_fill, fill.fill if fill else None}
    inside = [s for s in shapes if not _is_ground(s, ground)]
    inside = [s for s in inside if not _outlines_cell(s, rect)]
    seen = [_of_shape(shape, pictures) for shape in inside]
    seen += [found for word in words if (found := _of_word(word, usual_text))]
    if fill is not None and fill.fill is not None and fill.fill != row_fill:
        seen.append(_of_fill(fill))
    signs = [word for word in words if arrow_of(word.text) and is_sign(word.text)]
    forms = [s for s in inside if s.kind is not ShapeKind.SHADING and not _bears(s, words)]
    trend, arrow, arrow_rect = _arrow(signs, forms, pictures)
    return Witness(_strongest(seen), trend, arrow, arrow_rect, bool(forms))


def _bears(shape: Shape, words: Sequence[Word]) -> bool:
    """Whether words are printed on a shape: that is a plate behind them, and no arrow."""
    return shape.fill is not None and any(shape.rect.has_centre_of(w.rect) for w in words)


def _is_ground(shape: Shape, ground: set[Rgb | None]) -> bool:
    return shape.fill is not None and shape.fill in ground and is_straight(shape)


def _outlines_cell(shape: Shape, rect: Rect) -> bool:
    return shape.fill is None and shape.rect.shared_area(rect) > 0.8 * rect.area


def _strongest(seen: Sequence[Seen]) -> Seen | None:
    """The mark that counts: a lit colour before a dim one, any colour before grey and white."""
    coloured = [s for s in seen if s.colour in SATURATED]
    if coloured:
        vivid = max(s.strength for s in coloured)
        best = [s for s in coloured if s.strength >= 0.8 * vivid]
        return max(best, key=lambda s: (s.source is not MarkSource.CELL, s.rect.area))
    if any(s.unknown for s in seen):
        return next(s for s in seen if s.unknown)
    greys = [s for s in seen if s.colour is Colour.GREY]
    whites = [s for s in seen if s.colour is Colour.WHITE]
    return next(iter(greys + whites), None)


def _of_shape(shape: Shape, pictures: PictureReader) -> Seen:
    if shape.kind is ShapeKind.PICTURE:
        look = pictures.look(shape)
        return Seen(MarkSource.PICTURE, shape.rect, look.colour, look.strength, None, look.unknown)
    if shape.kind is ShapeKind.SHADING:
        return Seen(MarkSource.SYMBOL, shape.rect, unknown=True)
    colours = [rgb for rgb in (shape.fill, shape.stroke) if rgb is not None]
    rgb = max(colours, key=lambda c: (strength(c), classify(c) is Colour.GREY))
    return Seen(MarkSource.SYMBOL, shape.rect, classify(rgb), strength(rgb))


def _of_fill(shape: Shape) -> Seen:
    assert shape.fill is not None
    return Seen(MarkSource.CELL, shape.rect, classify(shape.fill), strength(shape.fill))


def _of_word(word: Word, usual: Rgb) -> Seen | None:
    own = emoji_colour(word.text)
    if own is not None:
        return Seen(MarkSource.SYMBOL, word.rect, own, 1.0, word.text)
    colour, vivid = classify(word.style.colour), strength(word.style.colour)
    symbol = symbol_of(word.text)
    if symbol and is_sign(word.text):
        if arrow_of(word.text) and colour not in SATURATED:
            return None
        return Seen(MarkSource.SYMBOL, word.rect, colour, vivid, word.text)
    if colour in SATURATED and vivid >= _LETTER_STRENGTH and word.style.colour != usual:
        source = MarkSource.SYMBOL if arrow_of(word.text) else MarkSource.GLYPH_COLOUR
        return Seen(source, word.rect, colour, vivid, word.text)
    return None


def _arrow(
    signs: Sequence[Word], forms: Sequence[Shape], pictures: PictureReader
) -> tuple[Trend | None, str | None, Rect | None]:
    if signs:
        return arrow_of(signs[0].text), signs[0].text, signs[0].rect
    paths = [shape for shape in forms if shape.kind is ShapeKind.PATH and shape.outlines]
    slanting = any(not is_straight(shape) for shape in paths)
    trend = _direction(sketch_of(paths, 1)) if slanting else None
    if trend is not None:
        return trend, None, around(shape.rect for shape in paths)
    for shape in forms:
        if shape.kind is ShapeKind.PICTURE:
            trend = pictures.look(shape).trend
            if trend is not None:
                return trend, None, shape.rect
    return None, None, None


@lru_cache(maxsize=512)
def _direction(sketch: Sketch) -> Trend | None:
    """The direction in which drawn paths point; the arrows of a document are often the same."""
    return direction_of(mask_of(sketch))
