"""What is seen in the cells of a slide's table, with what is laid over the table by position."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from plansvar.domain import Gap, GapKind
from plansvar.reading.marks.drawingml import (
    A,
    Theme,
    colour_in,
    fill_of,
    form_of,
    picture_of,
    theme_of,
)
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.looks import Form, Look, Picture, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.safety import careful
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.symbols import is_sign

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DRAWN = {f"{_P}sp", f"{_P}pic", f"{_P}cxnSp"}
_WHITE = (255, 255, 255)
_MOST_SHAPES = 5_000
_DEEPEST = 8
_POINT = 12_700
_USUAL_SIZE = 18.0
_LETTER = 0.5
_SLACK = 1.2
Scale = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A shape or picture on a slide and where it lies."""

    rect: Rect
    form: Form | None = None
    picture: Picture | None = None
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class PptxLooks:
    """Looks at the tables of one presentation."""

    reader: PictureReader = field(default_factory=PictureReader)
    _themes: dict[int, Theme] = field(default_factory=dict)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self.reader.gaps.values())

    @careful(list[Look])
    def looks(self, slide: Any, frame: Any) -> list[Look]:
        """What is seen in the cells of a table, row by row, without those that merges cover."""
        theme = self._theme(slide)
        laid = self._laid(slide, theme)
        places = _Places(frame)
        inside = [item for item in laid if places.around(item.rect)]
        if inside and not places.sure:
            self.reader.report("shape_afloat", GapKind.PICTURE_TABLE)
            inside = []
        found = []
        for r, row in enumerate(frame.table.rows):
            for c, cell in enumerate(row.cells):
                if not cell.is_spanned:
                    rect = places.cell(r, c, cell.span_height, cell.span_width)
                    over = [item for item in inside if rect.has_centre_of(item.rect)]
                    found.append(_look(cell, over, theme))
        return found

    def _theme(self, slide: Any) -> Theme:
        key = id(slide.slide_layout.slide_master.part)
        if key not in self._themes:
            self._themes[key] = _theme(slide.slide_layout.slide_master.part)
        return self._themes[key]

    def _laid(self, slide: Any, theme: Theme) -> list[_Laid]:
        found: list[_Laid] = []
        for element, scale in _drawn(slide.shapes._spTree, (1, 1, 0, 0), 0):
            if len(found) >= _MOST_SHAPES:
                self.reader.report("shapes_many", GapKind.LIMIT, limit=_MOST_SHAPES)
                break
            item = _item(element, scale, slide.part, theme)
            found += [item] if item else []
        return found


class _Places:
    """Where the cells of a table lie on the slide."""

    def __init__(self, frame: Any) -> None:
        table = frame.table
        self._x = _edges(frame.left or 0, [column.width for column in table.columns])
        self._y = _edges(frame.top or 0, [row.height for row in table.rows])
        self.sure = all(_fits(row, table.columns) for row in table.rows)

    def around(self, rect: Rect) -> bool:
        return Rect(self._x[0], self._y[0], self._x[-1], self._y[-1]).has_centre_of(rect)

    def cell(self, row: int, column: int, tall: int, wide: int) -> Rect:
        right, bottom = min(column + wide, len(self._x) - 1), min(row + tall, len(self._y) - 1)
        return Rect(self._x[column], self._y[row], self._x[right], self._y[bottom])


def _edges(start: float, sizes: Sequence[int]) -> list[float]:
    edges = [float(start)]
    for size in sizes:
        edges.append(edges[-1] + size)
    return edges


def _fits(row: Any, columns: Any) -> bool:
    """Whether a row's text has room in the height that the file gives; else it grows when shown
    and all below it moves."""
    for cell, column in zip(row.cells, columns, strict=False):
        size = _text_size(cell)
        room = max(1.0, (column.width * max(1, cell.span_width)) / _POINT - 14.4)
        lines = sum(
            max(1, math.ceil(len(p.text) * _LETTER * size / room))
            for p in cell.text_frame.paragraphs
        )
        if cell.text.strip() and lines * 1.2 * size + 7.2 > _SLACK * row.height / _POINT:
            return False
    return True


def _text_size(cell: Any) -> float:
    sizes = [r.font.size.pt for p in cell.text_frame.paragraphs for r in p.runs if r.font.size]
    return float(max(sizes, default=_USUAL_SIZE))


def _look(cell: Any, over: Sequence[_Laid], theme: Theme) -> Look:
    properties = cell._tc.tcPr
    fill = fill_of(properties, theme) if properties is not None else None
    runs = [run for r in cell._tc.iter(f"{A}r") if (run := _run(r, theme))]
    runs += [run for item in over for run in item.runs]
    forms = [_on(item.form, item, over) for item in over if item.form]
    return Look(
        None if fill == _WHITE else fill,
        tuple(runs),
        tuple(forms),
        tuple(item.picture for item in over if item.picture),
    )


def _on(form: Form, item: _Laid, over: Sequence[_Laid]) -> Form:
    """A shape under another (a plate behind lamps) has no colour of its own that counts."""
    larger = 4 * max(
        (o.rect.area for o in over if o is not item and o.form), default=item.rect.area
    )
    return replace(form, fill=None) if item.rect.area > larger else form


def _run(element: Any, theme: Theme) -> Run | None:
    shown = element.findtext(f"{A}t") or ""
    if not shown.strip():
        return None
    properties = element.find(f"{A}rPr")
    if properties is None:
        return Run(shown)
    font = properties.find(f"{A}latin")
    symbols = properties.find(f"{A}sym")
    face = next((f.get("typeface") or "" for f in (symbols, font) if f is not None), "")
    highlight = properties.find(f"{A}highlight")
    link = properties.find(f"{A}hlinkClick")
    back = colour_in(highlight, theme) if highlight is not None else None
    return Run(signs_of(shown, face), fill_of(properties, theme), back, link is not None)


def _drawn(tree: Any, scale: Scale, depth: int) -> Iterator[tuple[Any, Scale]]:
    if depth > _DEEPEST:
        return
    for child in tree:
        if child.tag in _DRAWN:
            yield child, scale
        elif child.tag == f"{_P}grpSp":
            yield from _drawn(child, _group_scale(child, scale), depth + 1)


def _group_scale(group: Any, outer: Scale) -> Scale:
    """How coordinates within a group become those of the slide: factors and offsets."""
    frame = group.find(f"{_P}grpSpPr/{A}xfrm")
    found = (
        [frame.find(f"{A}{n}") for n in ("off", "ext", "chOff", "chExt")]
        if frame is not None
        else []
    )
    if len(found) < 4 or any(part is None for part in found):
        return outer
    (x, y), (w, h), (cx, cy), (cw, ch) = (_pair(part) for part in found)
    fx, fy = (w / cw if cw else 1.0), (h / ch if ch else 1.0)
    sx, sy, ox, oy = outer
    return sx * fx, sy * fy, ox + sx * (x - cx * fx), oy + sy * (y - cy * fy)


def _pair(part: Any) -> tuple[float, float]:
    keys = ("x", "y") if part.get("x") is not None else ("cx", "cy")
    return float(part.get(keys[0]) or 0), float(part.get(keys[1]) or 0)


def _item(element: Any, scale: Scale, part: Any, theme: Theme) -> _Laid | None:
    properties = element.find(f"{_P}spPr")
    frame = properties.find(f"{A}xfrm") if properties is not None else None
    off, ext = (frame.find(f"{A}{n}") if frame is not None else None for n in ("off", "ext"))
    if off is None or ext is None:
        return None
    (x, y), (w, h), (sx, sy, ox, oy) = _pair(off), _pair(ext), scale
    rect = Rect(ox + sx * x, oy + sy * y, ox + sx * (x + w), oy + sy * (y + h))
    names = next(element.iter(f"{_P}cNvPr"), None)
    if names is not None and names.get("hidden") in ("1", "true"):
        return None
    alt = f"{names.get('descr') or ''} {names.get('title') or ''}" if names is not None else ""
    if element.tag == f"{_P}pic":
        return _Laid(rect, None, picture_of(element, properties, _fetcher(part), alt.strip()))
    return _shape(element, properties, rect, alt.strip(), theme)


def _shape(element: Any, properties: Any, rect: Rect, alt: str, theme: Theme) -> _Laid | None:
    shown = "".join(element.itertext(f"{A}t")).strip()
    if shown and is_sign(shown):
        runs = [run for r in element.iter(f"{A}r") if (run := _run(r, theme))]
        return _Laid(rect, None, None, tuple(runs))
    if shown:
        return None
    return _Laid(rect, form_of(properties, element.find(f"{_P}style"), theme, alt))


def _fetcher(part: Any) -> Any:
    def fetch(identity: str) -> bytes | None:
        relation = part.rels.get(identity)
        if relation is None or relation.is_external:
            return None
        blob: bytes = relation.target_part.blob
        return blob

    return fetch


def _theme(master: Any) -> Theme:
    for relation in master.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            return theme_of(etree.fromstring(relation.target_part.blob, parser))
    return {}
