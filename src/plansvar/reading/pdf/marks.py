"""Marks in the cells of a table, each vouched for by the drawn objects and by the pixels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plansvar.domain import Colour, Mark, MarkSource, Trend
from plansvar.reading.pdf.arrows import direction_of
from plansvar.reading.pdf.colours import SATURATED, VERDICTS, Pixels, agree, classify
from plansvar.reading.pdf.drawings import Drawing, name_drawings
from plansvar.reading.pdf.drawn import Seen, Witness, fill_of, shapes_in, testify
from plansvar.reading.pdf.forms import Form, Headed, add_forms, form_in
from plansvar.reading.pdf.geometry import Frame, Rect
from plansvar.reading.pdf.parting import part_marked
from plansvar.reading.pdf.pictures_read import PictureReader
from plansvar.reading.pdf.pixels import Raster, background_of, colour_seen, foreground, shade_seen
from plansvar.reading.pdf.pointed_signs import settle_pointed
from plansvar.reading.pdf.shades import drop_shades
from plansvar.reading.pdf.shapes import Rgb, Shape
from plansvar.reading.pdf.symbols import emoji_colour
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.vocabulary import (
    is_progress_heading,
    is_status_heading,
    is_trend_heading,
)
from plansvar.reading.time_columns import time_columns
from plansvar.texts import text

_INSET, _EDGE = 1.2, 0.4


@dataclass(slots=True)
class Scene:
    """What a page offers to the finding of marks."""

    shapes: Sequence[Shape]
    raster: Raster
    pictures: PictureReader
    frame: Frame
    page_index: int
    drawings: Sequence[Drawing] = ()


@dataclass(slots=True)
class _Row:
    """The cells of a row, the shapes at its height, and the fills of its cells by identity."""

    cells: list[RawCell]
    beside: list[Shape]
    fills: dict[int, Shape | None]
    fill: Rgb | None
    ground: Rgb | None = None


def add_marks(table: RawTable, scene: Scene) -> None:
    """Find the marks in the rows under a table's heading and put them in its cells."""
    near = [
        s for s in scene.shapes if s.rect.shared_area(table.rect.grown(4)) > 0 or _thin(s, table)
    ]
    part_marked(table, near)
    usual = _usual_text(table)
    rows = _rows(table, near)
    tinted = _tinted_columns(rows)
    special = _special_columns(table)
    times = time_columns(table.cells, table.header_rows)
    forms: dict[int, Form] = {}
    for row in rows:
        for cell in row.cells:
            beside = _near(cell, row.beside)
            inside, fill = shapes_in(cell.rect, beside), row.fills[id(cell)]
            tint = cell.column in tinted and cell.column not in special | times
            row_fill = _fill_colour(fill) if tint else row.fill
            row_fill = _label_fill(row) if cell.column in times else row_fill
            witness = testify(cell.rect, cell.words, inside, row_fill, fill, scene.pictures, usual)
            if _speaks(witness):
                mark = _mark(cell, row, witness, scene)
                if mark is not None:
                    cell.marks.append(mark)
            form = form_in(cell.rect, beside, _ground(row, scene), scene.raster, scene.pictures)
            if form is not None:
                forms[id(cell)] = form
            if form is not None and form.figure and _is_ink(witness):
                # Whether the lines of a face are white or grey says nothing.
                cell.marks = [mark for mark in cell.marks if not mark.disagreement]
    settle_pointed(table, _headed(table, is_trend_heading))
    bars = frozenset(_headed(table, is_progress_heading))
    add_forms(table, forms, Headed(frozenset(special), bars), scene.frame)
    drop_shades(table, special)
    name_drawings(table, scene.drawings, scene.frame)


def _thin(shape: Shape, table: RawTable) -> bool:
    return table.rect.holds(shape.rect, 1) and shape.rect.area == 0


def _speaks(witness: Witness) -> bool:
    return witness.seen is not None or witness.trend is not None


def _is_ink(witness: Witness) -> bool:
    return witness.seen is not None and witness.seen.colour not in SATURATED


def _mark(cell: RawCell, row: _Row, witness: Witness, scene: Scene) -> Mark | None:
    seen = witness.seen
    trend, doubt = _trend(cell, row, witness, scene)
    colour, colour_doubt = (None, None)
    if seen is not None:
        colour, colour_doubt = _colour(cell, row, seen, scene)
        if colour is None and colour_doubt is None and trend is None and seen.raw is None:
            return None
    if witness.trend is not None and colour not in VERDICTS:
        colour_doubt = None
    doubt = colour_doubt or doubt
    if colour is None and trend is None and doubt is None and not (seen and seen.raw):
        return None
    shade = _shade(cell, row, seen, colour, scene)
    rect = seen.rect if seen is not None else (witness.arrow_rect or cell.rect)
    source = seen.source if seen is not None else MarkSource.SYMBOL
    raw = witness.arrow or (seen.raw if seen else None)
    box = scene.frame.box(rect, scene.page_index)
    return Mark(source, colour, trend, raw, box, None, doubt, shade)


def _shade(
    cell: RawCell, row: _Row, seen: Seen | None, colour: Colour | None, scene: Scene
) -> Rgb | None:
    """The very shade of a colour on which the witnesses agree, by which a key may explain it."""
    if seen is None or colour is None:
        return None
    return shade_seen(_pixels_of(cell, seen, scene), _ground(row, scene), colour)


def _colour(cell: RawCell, row: _Row, seen: Seen, scene: Scene) -> tuple[Colour | None, str | None]:
    """The colour on which both witnesses agree, else why it stays open."""
    if seen.colour is None and not seen.unknown:
        return None, None
    pixels = _pixels_of(cell, seen, scene)
    ground = _ground(row, scene)
    shown = colour_seen(pixels, ground)
    if shown is None and seen.colour is Colour.WHITE:
        return (Colour.WHITE if emoji_colour(seen.raw or "") else None), None
    if shown is None and seen.colour is Colour.GREY and background_of(pixels) == ground:
        return None, None
    if seen.unknown:
        return (shown, None) if shown is not None else (None, None)
    if shown is not None and seen.colour is not None and agree(seen.colour, shown):
        return seen.colour, None
    if seen.colour is Colour.WHITE and shown is Colour.GREY and emoji_colour(seen.raw or ""):
        return shown, None
    return None, _doubt(seen.colour, shown)


def _pixels_of(cell: RawCell, seen: Seen, scene: Scene) -> Pixels:
    if seen.source is MarkSource.CELL:
        inside = _shared(seen.rect, cell.rect.grown(0.3 * cell.rect.height))
        return scene.raster.at(inside, max(_INSET, 0.15 * inside.height))
    inside = _shared(seen.rect.grown(1), cell.rect.grown(-_EDGE))
    return scene.raster.at(inside if min(inside.width, inside.height) > 2 else seen.rect)


def _shared(one: Rect, other: Rect) -> Rect:
    return Rect(
        max(one.x0, other.x0),
        max(one.top, other.top),
        min(one.x1, other.x1),
        min(one.bottom, other.bottom),
    )


def _trend(
    cell: RawCell, row: _Row, witness: Witness, scene: Scene
) -> tuple[Trend | None, str | None]:
    if witness.trend is None:
        return None, None
    if witness.arrow_rect is None or witness.arrow is not None:
        return witness.trend, None
    whole = witness.arrow_rect.grown(0.8)
    shown = None
    for rect in (whole, _shared(whole, cell.rect.grown(-_EDGE))):
        pixels = scene.raster.at(rect)
        shown = direction_of(foreground(pixels, background_of(pixels)))
        if shown is None or shown is witness.trend:
            return witness.trend, None
    return None, _doubt(witness.trend, shown)


def _doubt(drawn: object, seen: object) -> str:
    nothing = text("pdf.marks.nothing")
    return text("pdf.marks.disagreement", drawn=drawn or nothing, seen=seen or nothing)


def _ground(row: _Row, scene: Scene) -> Rgb:
    if row.ground is None:
        plain = [c for c in row.cells if _fill_colour(row.fills[id(c)]) == row.fill]
        labels = [c for c in plain if c.text and not c.marks] or plain or row.cells
        widest = max(labels, key=lambda cell: cell.rect.width)
        row.ground = background_of(scene.raster.at(widest.rect, 1.5))
    return row.ground


def _rows(table: RawTable, shapes: Sequence[Shape]) -> list[_Row]:
    rows = []
    by_row: dict[int, list[RawCell]] = defaultdict(list)
    for cell in table.cells:
        by_row[cell.row].append(cell)
    for index in range(table.header_rows, table.rows):
        cells = by_row.get(index)
        if cells:
            beside = _beside(cells, shapes)
            filled = [shape for shape in beside if shape.fill is not None]
            fills = {id(cell): fill_of(cell.rect, filled) for cell in cells}
            rows.append(_Row(cells, beside, fills, _row_fill(cells, fills)))
    if _judges_cells(rows):
        for row in rows:
            row.fill = None if _is_judged(row) else row.fill
    return rows


def _judges_cells(rows: Sequence[_Row]) -> bool:
    """Whether the fills of a table judge its cells: several colours of verdicts, as no band has."""
    cells = [(c, row.fills[id(c)]) for row in rows for c in row.cells if c.column and c.text]
    shown = {classify(fill.fill) for _, fill in cells if fill is not None and fill.fill}
    return len(shown & VERDICTS) > 1


def _is_judged(row: _Row) -> bool:
    """Whether most of a row shows a verdict beside a plain label: no background of its own."""
    plain = [c for c in row.cells if c.column == 0 and c.text and row.fills[id(c)] is None]
    return bool(plain) and row.fill is not None and classify(row.fill) in VERDICTS


def _beside(cells: Sequence[RawCell], shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes at the height of some cells."""
    top, bottom = min(c.rect.top for c in cells) - 2, max(c.rect.bottom for c in cells) + 2
    return [shape for shape in shapes if shape.rect.bottom > top and shape.rect.top < bottom]


def _near(cell: RawCell, shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes over or under a cell."""
    start, end = cell.rect.x0 - 2, cell.rect.x1 + 2
    return [shape for shape in shapes if shape.rect.x1 > start and shape.rect.x0 < end]


def _row_fill(cells: Sequence[RawCell], fills: dict[int, Shape | None]) -> Rgb | None:
    """The fill that most of a row has, weighed by width: its background."""
    weights: Counter[Rgb | None] = Counter()
    under = {_fill_colour(fills[id(c)]) for c in cells if c.column > 0 and c.text.strip()}
    for cell in cells:
        # a goal in a colour of its own is no background where the words beside it stand on another
        alone = bool(under) and _fill_colour(fills[id(cell)]) not in under
        bearing = 3.0 if cell.column == 0 and not alone else 1.0
        weights[_fill_colour(fills[id(cell)])] += int(bearing * max(1, cell.rect.width))
    return weights.most_common(1)[0][0]


def _label_fill(row: _Row) -> Rgb | None:
    """The fill behind the name of a row, which is a band where the times beside it have it too."""
    label = min(row.cells, key=lambda cell: cell.column)
    return _fill_colour(row.fills[id(label)])


def _fill_colour(fill: Shape | None) -> Rgb | None:
    return fill.fill if fill is not None else None


def _usual_text(table: RawTable) -> Rgb:
    counts: Counter[Rgb] = Counter()
    for cell in table.cells:
        if cell.row >= table.header_rows:
            for word in cell.words:
                counts[word.style.colour] += len(word.text)
    return counts.most_common(1)[0][0] if counts else (0, 0, 0)


def _tinted_columns(rows: Sequence[_Row]) -> set[int]:
    """Columns that have one fill all the way down: a tint, no assessment."""
    columns: dict[int, list[Rgb | None]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            columns[cell.column].append(_fill_colour(row.fills[id(cell)]))
    return {
        column
        for column, colours in columns.items()
        if len(colours) >= 3 and len(set(colours)) == 1 and None not in colours
    }


def _special_columns(table: RawTable) -> set[int]:
    """Columns whose headings say that they show assessments or trends."""
    return _headed(table, lambda heading: is_status_heading(heading) or is_trend_heading(heading))


def _headed(table: RawTable, names: Callable[[str], bool]) -> set[int]:
    return {
        cell.column for cell in table.cells if cell.row < table.header_rows and names(cell.text)
    }
