"""What charts of bars have in common: bars that stand on one line, and figures as large as they
are long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import Segment, make_segment
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

SAME = 1.5  # points that sides of bars differ
FEWEST = 3
_THIN, _THICK = 3.0, 60.0
_WHITE = 250
_NEAR = 12.0
_EXACT = 0.03  # share of the longest bar that a bar may differ from its figure


def is_bar(shape: Shape) -> bool:
    """Whether a shape may be a bar of a chart."""
    filled = shape.fill is not None and min(shape.fill) < _WHITE
    low, high = sorted((shape.rect.width, shape.rect.height))
    return shape.kind is ShapeKind.PATH and filled and _THIN <= low <= _THICK and high > _THIN


def runs_of(bars: Sequence[Shape], upright: bool) -> list[list[Shape]]:
    """Bars that stand on one line and are of one thickness."""

    def key(shape: Shape) -> tuple[float, float]:
        rect = shape.rect
        return (rect.bottom, rect.width) if upright else (rect.x0, rect.height)

    runs: list[list[Shape]] = []
    for bar in bars:
        home = next((run for run in runs if _close(key(run[0]), key(bar))), None)
        if home is None:
            runs.append([bar])
        else:
            home.append(bar)
    return [run for run in runs if len(run) >= FEWEST]


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < SAME for a, b in zip(one, other, strict=True))


def parted_over(segments: Sequence[Segment], bars: Sequence[Shape]) -> list[Segment]:
    """Segments with the figures parted that stand over bars side by side, so close that they seem
    to be one."""
    return [part for segment in segments for part in _parts(segment, bars)]


def _parts(segment: Segment, bars: Sequence[Shape]) -> list[Segment]:
    if len(segment.words) < 2 or not all(is_value(word.text) for word in segment.words):
        return [segment]
    homes = [_under(word.rect, bars) for word in segment.words]
    if None in homes or len(set(homes)) < 2:
        return [segment]
    groups = groupby(zip(segment.words, homes, strict=True), key=lambda pair: pair[1])
    return [make_segment([word for word, _ in group]) for _, group in groups]


def _under(word: Rect, bars: Sequence[Shape]) -> float | None:
    """Where the bar begins at whose top a word stands; null where none or several do."""
    under = [b.rect.x0 for b in bars if b.rect.x0 - 1 < word.cx < b.rect.x1 + 1]
    tops = [b.rect for b in bars if b.rect.x0 in under and -1 <= b.rect.top - word.bottom <= _NEAR]
    return tops[0].x0 if len(tops) == 1 else None


def figures_over(bar: Rect, segments: Sequence[Segment]) -> list[Segment]:
    """The figures at the top of a bar that stands upright."""
    return [s for s in segments if is_value(s.text) and _tops(s.rect, bar)]


def _tops(figure: Rect, bar: Rect) -> bool:
    above = -1 <= bar.top - figure.bottom <= _NEAR
    inside = bar.top <= figure.top <= bar.top + _NEAR and figure.bottom <= bar.bottom
    return abs(figure.cx - bar.cx) <= bar.width / 2 + 1 and (above or inside)


def level_with(bar: Rect, segments: Sequence[Segment]) -> list[Segment]:
    """What stands on the line of a bar that lies."""
    return [s for s in segments if bar.top - 1 < s.rect.cy < bar.bottom + 1]


def are_true(bars: Sequence[tuple[Segment, float]]) -> bool:
    """Whether bars are as long as their figures are large, measured from any start."""
    pairs = [(number, length) for s, length in bars if (number := number_in(s)) is not None]
    if len(pairs) < len(bars):
        return False
    (low, short), (high, long) = min(pairs), max(pairs)
    if high - low <= 0 or long - short <= SAME:
        return False
    step = (long - short) / (high - low)
    return all(abs(short + (v - low) * step - at) <= max(SAME, _EXACT * long) for v, at in pairs)


def number_in(figure: Segment) -> float | None:
    """The number that a figure prints."""
    digits = "".join(c for c in figure.text if c.isdigit() or c in ",.-–−")
    plain = digits.replace("–", "-").replace("−", "-").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def has_further(place: Rect, own: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    """Whether a further figure stands among bars, as those of a line over them do."""
    known = set(map(id, own))
    inside = [s for s in segments if place.has_centre_of(s.rect) and id(s) not in known]
    return any(is_value(s.text) and not is_year(s.text) for s in inside)


def cell_of(row: int, column: int, place: Rect, *segments: Segment) -> RawCell:
    """A cell that holds what segments print; `place` is where it stands."""
    words = [word for segment in segments for word in segment.words]
    return RawCell(row, column, place, text_of(words), words=words)
