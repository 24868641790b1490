"""Bullets that are drawn and not printed: small shapes below each other, each right before a line;
and bars in lines that show how far each has come.

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
_SHORTEST_BAR, _LONG = 20.0, 2.5  # points; times its height


def note_drawn_bullets(segments: Sequence[Segment], shapes: Sequence[Shape]) -> None:
    """Note on the first word of each line that a drawn bullet leads it; the swatches of a key are
    none."""
    places = _small(shapes, max((s.size for s in segments), default=0.0))
    led = [(place, s) for place in places if (s := _led(place, segments)) is not None]
    for place, segment in led:
        alike = [other for at, other in led if _are_alike(place, at)]
        if len(alike) >= _FEWEST and not is_legend(" ".join(other.text for other in alike)):
            segment.words[0].led = True
    barred = _barred(segments, shapes)
    for segment in barred if len(barred) >= _FEWEST else []:
        segment.words[0].led = True


def _barred(segments: Sequence[Segment], shapes: Sequence[Shape]) -> list[Segment]:
    """The texts that lines begin with in which a bar shows how far each has come: "Ny ishall", a
    bar, "20 %"."""
    bars = [s.rect for s in shapes if s.kind is ShapeKind.PATH and s.fill is not None]
    bars = [r for r in bars if r.width > max(_SHORTEST_BAR, _LONG * r.height)]
    found: dict[int, Segment] = {}
    for bar in bars:
        level = [s for s in segments if s.rect.top <= bar.cy <= s.rect.bottom]
        low = [s for s in level if bar.height < _LARGEST * s.size]
        before = [s for s in low if -_ALIKE < bar.x0 - s.rect.x1 < _BESIDE * s.size]
        after = [s for s in low if -_ALIKE < s.rect.x0 - bar.x1 < _BESIDE * s.size]
        if len(before) == 1 and after:
            found[id(before[0])] = before[0]
    return list(found.values())


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
