"""A strip cut into fields that are as wide as the figures in them are large, as what a hundred
kronor go to: each field with its name over, under or in it, or told by the colours of a key.

Each field has one figure and one name of its own; all else is left to be read as what it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.numbers import parse_number
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.chart_bars import cell_of
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.grouped_charts import text_behind
from plansvar.reading.pdf.lines import Segment, lines_of, make_segment
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.swatches import is_small
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value

_FEWEST = 3
_LOW, _TALL, _NARROWEST = 8.0, 60.0, 1.5
_SAME, _APART = 1.5, 2.5  # points that fields differ in height, and stand apart at most
_NEAR = 22.0  # points from a field to its name
_SIDE = 3.0  # points from a field's side to where its name begins
_STEP = 1.5  # sizes of type between two lines of a name
_ALIKE = 0.6  # points that names differ in size; a heading over the strip is larger
_KEY = 90.0  # points from a strip to its key
_MOST_OF_FIGURE = 3  # words of a figure with its unit
_SHARE = 0.02  # of the strip, by which a field may differ from its figure


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with its figure, and the lines of its name."""

    shape: Shape
    figure: Segment
    name: tuple[Segment, ...]


def find_stacked(words: Sequence[Word], shapes: Sequence[Shape]) -> list[RawTable]:
    """The strips of a page as tables of names and figures."""
    runs = _runs([shape for shape in shapes if _is_field(shape)])
    if not runs:
        return []
    upright = [word for word in words if word.style.turn == 0]
    segments = [s for line in lines_of(upright, gap=0.5) for s in line.segments]
    found = (_fields(run, segments, shapes) for run in runs)
    return [_table(fields) for fields in found if fields]


def _is_field(shape: Shape) -> bool:
    fits = _LOW <= shape.rect.height <= _TALL and shape.rect.width >= _NARROWEST
    return shape.kind is ShapeKind.PATH and shape.fill is not None and fits


def _runs(fields: Sequence[Shape]) -> list[list[Shape]]:
    """Fields of one height, each beginning where the one before ends and of another colour."""
    runs: list[list[Shape]] = []
    for shape in sorted(fields, key=lambda s: (round(s.rect.top / _SAME), s.rect.x0)):
        if runs and _goes_on(runs[-1][-1], shape):
            runs[-1].append(shape)
        else:
            runs.append([shape])
    return [run for run in runs if len(run) >= _FEWEST]


def _goes_on(last: Shape, shape: Shape) -> bool:
    a, b = last.rect, shape.rect
    level = abs(a.top - b.top) < _SAME and abs(a.height - b.height) < _SAME
    return level and -_SAME < b.x0 - a.x1 < _APART and last.fill != shape.fill


def _fields(
    run: Sequence[Shape], segments: Sequence[Segment], shapes: Sequence[Shape]
) -> list[_Field]:
    """The fields of a strip, where each has a figure and a name of its own and is as wide as the
    figure is large."""
    inside = [[s for s in segments if shape.rect.has_centre_of(s.rect)] for shape in run]
    told = [[s for s in own if is_value(s.text)] for own in inside]
    if any(len(own) > 1 for own in told):
        return []
    names = _names(run, inside, segments) if all(told) else []
    pairs = list(zip([own[0] for own in told], names, strict=True)) if names else []
    pairs = pairs or _of_key(run, told, segments, shapes)
    lines = [id(line) for _, name in pairs for line in name]
    if not pairs or len(set(lines)) < len(lines) or not _are_true(run, [f for f, _ in pairs]):
        return []
    return [_Field(s, f, tuple(name)) for s, (f, name) in zip(run, pairs, strict=True)]


def _are_true(run: Sequence[Shape], figures: Sequence[Segment]) -> bool:
    values = [parse_number(figure.text) for figure in figures]
    widths = [shape.rect.width for shape in run]
    known = [value for value in values if value is not None and value > 0]
    if len(known) < len(values):
        return False
    total, whole = sum(known), sum(widths)
    return all(abs(v / total - w / whole) < _SHARE for v, w in zip(known, widths, strict=True))


def _names(
    run: Sequence[Shape], inside: Sequence[Sequence[Segment]], segments: Sequence[Segment]
) -> list[list[Segment]]:
    """The name of each field, in it or near it; none where a field has none or two."""
    whole = around(shape.rect for shape in run)
    around_it = whole._replace(top=whole.top - _NEAR, bottom=whole.bottom + _NEAR)
    close = [s for s in segments if around_it.has_centre_of(s.rect) and _may_name(s)]
    small = min((s.size for s in close), default=0.0) + _ALIKE
    close = [s for s in close if s.size < small and not whole.has_centre_of(s.rect)]
    found = []
    for shape, own in zip(run, inside, strict=True):
        within = [s for s in own if not is_value(s.text)]
        near = [s for s in close if _is_of(s.rect, shape.rect)]
        name = within or near
        if not name or not _are_lines(name):
            return []
        found.append(sorted(name, key=lambda s: s.rect.cy))
    return found


def _may_name(segment: Segment) -> bool:
    return not is_value(segment.text) and any(map(str.isalpha, segment.text))


def _is_of(name: Rect, field: Rect) -> bool:
    """Whether a name has the middle of a field, or begins where that does."""
    return abs(name.cx - field.cx) < _SIDE or abs(name.x0 - field.x0) < _SIDE


def _are_lines(name: Sequence[Segment]) -> bool:
    """Whether segments are lines of one name right below each other."""
    ordered = sorted(name, key=lambda s: s.rect.cy)
    steps = itertools.pairwise(ordered)
    return all(0 < b.rect.cy - a.rect.cy < _STEP * a.size for a, b in steps)


def _of_key(
    run: Sequence[Shape],
    told: Sequence[Sequence[Segment]],
    segments: Sequence[Segment],
    shapes: Sequence[Shape],
) -> list[tuple[Segment, list[Segment]]]:
    """The figure and the name of each field by a key to its colour near the strip, which may print
    the figure too; none where not all are explained once."""
    own = {id(shape) for shape in run}
    place = around(shape.rect for shape in run).grown(_KEY)
    small = [s for s in shapes if id(s) not in own and is_small(s) and place.has_centre_of(s.rect)]
    found: list[tuple[Segment, list[Segment]]] = []
    for shape, figures in zip(run, told, strict=True):
        texts = [text_behind(s.rect, segments) for s in small if s.fill == shape.fill]
        if len(texts) != 1 or texts[0] is None:
            return []
        name, behind = _parted(texts[0])
        figure = behind or (figures[0] if figures else None)
        known = {parse_number(f.text) for f in (*figures, *([behind] if behind else []))}
        if figure is None or len(known) != 1:
            return []
        found.append((figure, [name]))
    return found


def _parted(entry: Segment) -> tuple[Segment, Segment | None]:
    """An entry of a key without the figure at its end, and that: "Kultur och fritid 5 kr"."""
    for count in range(min(_MOST_OF_FIGURE, len(entry.words) - 1), 0, -1):
        behind = make_segment(entry.words[-count:])
        if is_value(behind.text):
            return make_segment(entry.words[:-count]), behind
    return entry, None


def _table(fields: Sequence[_Field]) -> RawTable:
    places = [place for f in fields for place in (f.shape.rect, *(s.rect for s in f.name))]
    rect = around(places)
    cells = []
    for row, field in enumerate(fields):
        cells.append(cell_of(row, 0, around(s.rect for s in field.name), *field.name))
        cells.append(cell_of(row, 1, field.figure.rect, field.figure))
    return RawTable(cells, rect, [rect.x0, rect.cx, rect.x1], ruled=False, marked=True)
