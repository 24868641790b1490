"""Bullets that are drawn and not printed: small shapes below each other, each right before a line.

Without them the items of a list run together to one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, united
from plansvar.reading.pdf.legends import is_legend
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_LEAST = 1.5
_LARGEST = 1.4  # sizes of the text beside
_BESIDE = 2.6  # sizes between a bullet and its text
_ALIKE = 1.5  # points that bullets of one list differ in place and size
_FEWEST = 2


def note_drawn_bullets(segments: Sequence[Segment], shapes: Sequence[Shape]) -> None:
    """Note on the first word of each line that a drawn bullet leads it; the swatches of a key are
    none."""
    places = _small(shapes, max((s.size for s in segments), default=0.0))
    led = [(place, s) for place in places if (s := _led(place, segments)) is not None]
    for place, segment in led:
        alike = [other for at, other in led if _are_alike(place, at)]
        if len(alike) >= _FEWEST and not is_legend(" ".join(other.text for other in alike)):
            segment.words[0].led = True


def _small(shapes: Sequence[Shape], size: float) -> list[Rect]:
    most = _LARGEST * size
    rects = [s.rect for s in shapes if s.kind is not ShapeKind.SHADING]
    return united(r for r in rects if _is_small(r, most)) if size else []


def _is_small(rect: Rect, most: float) -> bool:
    return min(rect.width, rect.height) >= _LEAST and max(rect.width, rect.height) <= most


def _led(place: Rect, segments: Sequence[Segment]) -> Segment | None:
    """The text that begins right after a small shape, where nothing stands close before it."""
    level = [s for s in segments if s.rect.top <= place.cy <= s.rect.bottom]
    after = [s for s in level if s.rect.x0 >= place.x1 - _ALIKE]
    first = min(after, key=lambda s: s.rect.x0, default=None)
    if first is None or first.rect.x0 - place.x1 > _BESIDE * first.size:
        return None
    before = [s for s in level if s is not first and s.rect.x0 < place.x0]
    close = any(place.x0 - s.rect.x1 < _BESIDE * first.size for s in before)
    return None if close or place.height > _LARGEST * first.size else first


def _are_alike(one: Rect, other: Rect) -> bool:
    near = abs(one.x0 - other.x0) < _ALIKE and abs(one.width - other.width) < _ALIKE
    return near and abs(one.height - other.height) < _ALIKE
