"""What openpyxl leaves out of a workbook: drawings over cells, newer conditional formats."""

from __future__ import annotations

import posixpath
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from openpyxl.utils.cell import get_column_letter

from plansvar.domain import GapKind
from plansvar.reading.marks.drawingml import A, R, Theme, form_of, picture_of
from plansvar.reading.marks.looks import Form, Picture
from plansvar.reading.marks.odt_looks import parsed
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.xlsx_rules import IconRule

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_ANCHORS = {f"{_D}twoCellAnchor", f"{_D}oneCellAnchor"}
_MOST_SHAPES = 5_000
_LARGEST_PICTURE = 30_000_000
_PIXEL = 9_525
_POINT = 12_700
_COLUMN, _ROW = 64 * _PIXEL, 15 * _POINT
Place = tuple[int, int]


@dataclass(slots=True)
class Laid:
    """The shapes and pictures whose middle lies over one cell."""

    forms: list[Form] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


@dataclass(slots=True)
class Package:
    """The parts of a workbook's file; `sheets` are their paths by sheet name."""

    archive: zipfile.ZipFile
    reader: PictureReader
    theme: Theme
    sheets: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        targets = self._related("xl/workbook.xml")
        root = self._part("xl/workbook.xml")
        for sheet in root.iter(f"{_S}sheet") if root is not None else ():
            target = targets.get(sheet.get(f"{R}id") or "")
            if target is not None:
                self.sheets[sheet.get("name") or ""] = target[1]

    def laid_over(self, sheet: Any) -> dict[Place, Laid]:
        """What is drawn over the cells of a sheet, by row and column from 1."""
        found: dict[Place, Laid] = defaultdict(Laid)
        count = 0
        for kind, path in self._related(self.sheets.get(sheet.title, "")).values():
            if not kind.endswith("/drawing"):
                continue
            root = self._part(path)
            for anchor in (a for a in root if a.tag in _ANCHORS) if root is not None else ():
                count += 1
                if count > _MOST_SHAPES:
                    self.reader.report("shapes_many", GapKind.LIMIT, limit=_MOST_SHAPES)
                    break
                place = _middle(anchor, sheet)
                if place is not None:
                    self._anchored(anchor, path, found[place])
        return found

    def newer_formats(self, sheet: Any) -> Iterator[tuple[str, IconRule | None]]:
        """Icon sets written in the newer way, with their range; null for what is no icon set."""
        path = self.sheets.get(sheet.title, "")
        if not path or not self._mentions(path, b"x14:conditionalFormatting "):
            return
        root = self._part(path)
        for entry in root.iter(f"{_X14}conditionalFormatting") if root is not None else ():
            area = entry.findtext(f"{_XM}sqref") or ""
            for rule in entry.iter(f"{_X14}cfRule"):
                if rule.get("type") != "dataBar":
                    yield area, _icon_rule(rule)

    def _anchored(self, anchor: Any, path: str, laid: Laid) -> None:
        targets = self._related(path)

        def fetch(identity: str) -> bytes | None:
            target = targets.get(identity)
            return self._bytes(target[1]) if target else None

        for shape in anchor.iter(f"{_D}sp", f"{_D}cxnSp"):
            properties = shape.find(f"{_D}spPr")
            shown = "".join(shape.itertext(f"{A}t")).strip()
            if properties is not None and not shown and not _is_hidden(shape):
                style = shape.find(f"{_D}style")
                laid.forms.append(form_of(properties, style, self.theme, _alt(shape)))
        for picture in anchor.iter(f"{_D}pic"):
            seen = picture_of(picture, picture.find(f"{_D}spPr"), fetch, _alt(picture))
            if seen is not None and not _is_hidden(picture):
                laid.pictures.append(seen)

    def _part(self, path: str) -> Any:
        data = self._bytes(path)
        if data is None:
            return None
        try:
            return parsed(data)
        except etree.XMLSyntaxError:
            return None

    def _bytes(self, path: str) -> bytes | None:
        try:
            info = self.archive.getinfo(path)
        except KeyError:
            return None
        too_large = not path.endswith(".xml") and info.file_size > _LARGEST_PICTURE
        return None if too_large else self.archive.read(info)

    def _mentions(self, path: str, sought: bytes) -> bool:
        data = self._bytes(path)
        return data is not None and sought.strip() in data

    def _related(self, path: str) -> dict[str, tuple[str, str]]:
        """Kind and path of the parts that a part refers to, by identity."""
        folder, name = posixpath.split(path)
        root = self._part(f"{folder}/_rels/{name}.rels")
        found = {}
        for relation in root.iter(_REL) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                identity = relation.get("Id") or ""
                found[identity] = (relation.get("Type") or "", posixpath.normpath(whole))
        return found


def _middle(anchor: Any, sheet: Any) -> Place | None:
    """The cell under the middle of an anchored thing."""
    start = _corner(anchor.find(f"{_D}from"), sheet)
    if start is None:
        return None
    end = _corner(anchor.find(f"{_D}to"), sheet)
    if end is None:
        extent = anchor.find(f"{_D}ext")
        size = [int(extent.get(k) or 0) for k in ("cx", "cy")] if extent is not None else [0, 0]
        end = (start[0] + size[0], start[1] + size[1])
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return _at(y, lambda n: _height(sheet, n)), _at(x, lambda n: _width(sheet, n))


def _corner(marker: Any, sheet: Any) -> tuple[float, float] | None:
    if marker is None:
        return None
    names = ("col", "colOff", "row", "rowOff")
    column, across, row, down = (int(marker.findtext(f"{_D}{name}") or 0) for name in names)
    if not (0 <= column < 400 and 0 <= row < 20_000):
        return None
    x = sum(_width(sheet, n) for n in range(1, column + 1)) + across
    return x, sum(_height(sheet, n) for n in range(1, row + 1)) + down


def _at(position: float, size: Any) -> int:
    number, edge = 1, size(1)
    while edge <= position and number < 20_000:
        number += 1
        edge += size(number)
    return number


def _width(sheet: Any, column: int) -> float:
    letter = get_column_letter(column)
    size = dict.get(sheet.column_dimensions, letter)
    if size is not None and size.hidden:
        return 0.0
    given = (
        size.width if size is not None and size.customWidth else sheet.sheet_format.defaultColWidth
    )
    return (float(given) * 7 + 5) * _PIXEL if given else _COLUMN


def _height(sheet: Any, row: int) -> float:
    size = dict.get(sheet.row_dimensions, row)
    if size is not None and size.hidden:
        return 0.0
    given = size.height if size is not None and size.height else sheet.sheet_format.defaultRowHeight
    return float(given) * _POINT if given else _ROW


def _alt(element: Any) -> str:
    names = next(element.iter(f"{_D}cNvPr"), None)
    if names is None:
        return ""
    return f"{names.get('descr') or ''} {names.get('title') or ''}".strip()


def _is_hidden(element: Any) -> bool:
    names = next(element.iter(f"{_D}cNvPr"), None)
    return names is not None and names.get("hidden") in ("1", "true")


def _icon_rule(rule: Any) -> IconRule | None:
    icons = rule.find(f"{_X14}iconSet")
    if icons is None or icons.get("custom") in ("1", "true"):
        return None
    steps = tuple(
        (step.get("type") or "", step.findtext(f"{_XM}f"), step.get("gte") not in ("0", "false"))
        for step in icons.iter(f"{_X14}cfvo")
    )
    reverse = icons.get("reverse") in ("1", "true")
    bare = icons.get("showValue") in ("0", "false")
    return IconRule(icons.get("iconSet") or "3TrafficLights1", steps, reverse, bare)
