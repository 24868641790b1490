"""What is seen in the cells of OpenDocument tables: cell and text styles, shapes, pictures."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from plansvar.domain import Gap, GapKind, Trend
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.forms import (
    is_slanting,
    trend_of_line,
    trend_of_outlines,
    trend_of_preset,
)
from plansvar.reading.marks.looks import Form, Look, Picture, Rgb, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.rgb import from_css
from plansvar.reading.marks.safety import careful
from plansvar.reading.marks.svg import path_outlines

_N = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE, TEXT, DRAW = f"{{{_N}style:1.0}}", f"{{{_N}text:1.0}}", f"{{{_N}drawing:1.0}}"
FO, SVG = f"{{{_N}xsl-fo-compatible:1.0}}", f"{{{_N}svg-compatible:1.0}}"
TABLE = f"{{{_N}table:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
_SHAPES = {
    f"{DRAW}{n}" for n in ("custom-shape", "ellipse", "circle", "rect", "polygon", "path", "line")
}
_LEFT = {f"{TABLE}table", f"{TEXT}tracked-changes", f"{TEXT}note", f"{TEXT}annotation"}
_LONGEST_CHAIN = 12
_MOST_SHAPES = 20_000
_LARGEST_PICTURE = 30_000_000
_WHITE = (255, 255, 255)
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "px": 0.75}


@dataclass(slots=True)
class OdtLooks:
    """Looks at the cells of one OpenDocument file; `styles` are by family and name."""

    archive: zipfile.ZipFile
    styles: dict[tuple[str, str], Any] = field(default_factory=dict)
    reader: PictureReader = field(default_factory=PictureReader)
    defaults: dict[int, str] = field(default_factory=dict)
    _shapes: int = 0

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self.reader.gaps.values())

    def learn(self, root: Any) -> None:
        """Take in the styles that a part of the file defines."""
        for style in root.iter(f"{STYLE}style"):
            key = (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or "")
            self.styles[key] = style

    @careful(Look)
    def look(self, cell: Any, fallback: str = "") -> Look:
        """What is seen in a cell; `fallback` is the style that its column or row gives."""
        style = cell.get(f"{TABLE}style-name") or fallback
        fill = self._fill(style)
        colour = self.of_style("table-cell", style, "text-properties", f"{FO}color")
        found = _Found()
        font = self.font(style)
        self._through(cell, from_css(colour) if colour else None, None, font, False, found)
        return Look(fill, tuple(found.runs), tuple(found.forms), tuple(found.pictures))

    def font(self, style: str) -> str:
        """The font that a cell's style names; empty where it names none."""
        return self.of_style("table-cell", style, "text-properties", f"{STYLE}font-name") or ""

    def of_span(self, element: Any, key: str) -> str:
        """A property that the style of a span gives its text; empty for none."""
        style = element.get(f"{TEXT}style-name") if element.tag == f"{TEXT}span" else None
        return (self.of_style("text", style, "text-properties", key) if style else None) or ""

    def _fill(self, style: str) -> Rgb | None:
        value = self.of_style("table-cell", style, "table-cell-properties", f"{FO}background-color")
        colour = from_css(value) if value and value != "transparent" else None
        return None if colour == _WHITE else colour

    def _through(
        self,
        element: Any,
        colour: Rgb | None,
        back: Rgb | None,
        font: str,
        link: bool,
        found: _Found,
    ) -> None:
        _add(found, element.text, colour, back, font, link)
        for child in element:
            if child.tag in _SHAPES or child.tag in (f"{DRAW}frame", f"{DRAW}g"):
                self._drawn(child, found)
            elif isinstance(child.tag, str) and child.tag not in _LEFT:
                self._styled(child, colour, back, font, link, found)
            _add(found, child.tail, colour, back, font, link)

    def _styled(
        self, child: Any, colour: Rgb | None, back: Rgb | None, font: str, link: bool, found: _Found
    ) -> None:
        family = {f"{TEXT}span": "text", f"{TEXT}p": "paragraph", f"{TEXT}h": "paragraph"}
        name = child.get(f"{TEXT}style-name") or ""
        if name and child.tag in family:
            kind = family[child.tag]
            own = self.of_style(kind, name, "text-properties", f"{FO}color")
            behind = self.of_style(kind, name, "text-properties", f"{FO}background-color")
            face = self.of_style(kind, name, "text-properties", f"{STYLE}font-name")
            colour = from_css(own) if own else colour
            back = from_css(behind) if behind and behind != "transparent" else back
            font = face or font
        self._through(child, colour, back, font, link or child.tag == f"{TEXT}a", found)

    def of_style(self, family: str, name: str, group: str, key: str) -> str | None:
        """A property of a style or of the nearest parent that has it."""
        for style in self._chain(family, name):
            holder = style.find(f"{STYLE}{group}")
            value = holder.get(key) if holder is not None else None
            if value is not None:
                return str(value)
        return None

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        for _ in range(_LONGEST_CHAIN):
            style = self.styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name") or ""

    def _drawn(self, element: Any, found: _Found) -> None:
        self._shapes += 1
        if self._shapes > _MOST_SHAPES:
            self.reader.report("shapes_many", GapKind.LIMIT, limit=_MOST_SHAPES)
        elif element.tag == f"{DRAW}g":
            for child in element:
                if child.tag in _SHAPES or child.tag in (f"{DRAW}frame", f"{DRAW}g"):
                    self._drawn(child, found)
        elif element.tag == f"{DRAW}frame":
            self._frame(element, found)
        else:
            found.forms.append(self._form(element))

    def _frame(self, frame: Any, found: _Found) -> None:
        """The first picture of a frame that can be read: others are the same in other formats."""
        images = frame.findall(f"{DRAW}image")
        pictures = [self._picture(frame, image) for image in images]
        readable = [p for p in pictures if p.data and not p.data.startswith(b"\x01\x00")]
        found.pictures += (readable or pictures)[:1]
        for box in frame.findall(f"{DRAW}text-box"):
            self._through(box, None, None, "", False, found)

    def _picture(self, frame: Any, image: Any) -> Picture:
        turn = _rotation(frame.get(f"{DRAW}transform") or "")
        data = self.fetch(image.get(XLINK) or "")
        return Picture(
            data, _alt(frame), frame_size(frame), turn=turn, recoloured=self._is_cut(frame)
        )

    def _is_cut(self, frame: Any) -> bool:
        """Whether only a part of a picture is shown, or in other colours."""
        style = frame.get(f"{DRAW}style-name") or ""
        clip = self.of_style("graphic", style, "graphic-properties", f"{FO}clip") or ""
        mode = self.of_style("graphic", style, "graphic-properties", f"{DRAW}color-mode")
        cut = any(float(n) for n in re.findall(r"\d+(?:\.\d+)?", clip))
        return cut or mode not in (None, "standard")

    def fetch(self, name: str) -> bytes | None:
        """A picture by its name in the file; null where it is missing or too large."""
        try:
            info = self.archive.getinfo(name.removeprefix("./"))
        except KeyError:
            return None
        if info.file_size > _LARGEST_PICTURE:
            return None
        return self.archive.read(info)

    def _form(self, shape: Any) -> Form:
        style = shape.get(f"{DRAW}style-name") or ""
        kind = self.of_style("graphic", style, "graphic-properties", f"{DRAW}fill")
        value = self.of_style("graphic", style, "graphic-properties", f"{DRAW}fill-color")
        fill = from_css(value) if value and kind != "none" else None
        if shape.tag == f"{DRAW}line":
            stroke = self.of_style("graphic", style, "graphic-properties", f"{SVG}stroke-color")
            return Form(
                from_css(stroke or "black"), self._line_trend(shape, style), None, _alt(shape)
            )
        geometry = shape.find(f"{DRAW}enhanced-geometry")
        preset = _preset(shape, geometry)
        return Form(fill, _trend(shape, geometry, preset), _named(preset), _alt(shape))

    def _line_trend(self, line: Any, style: str) -> Trend | None:
        start, end = (
            self.of_style("graphic", style, "graphic-properties", f"{DRAW}marker-{side}")
            for side in ("start", "end")
        )
        x1, y1, x2, y2 = (
            _length(line.get(f"{SVG}{key}")) or 0.0 for key in ("x1", "y1", "x2", "y2")
        )
        if bool(start) == bool(end):
            return None
        return trend_of_line(x2 - x1, y2 - y1) if end else trend_of_line(x1 - x2, y1 - y2)


@dataclass(slots=True)
class _Found:
    runs: list[Run] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def parsed(data: bytes) -> Any:
    """A part of the file as XML; entities are not followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _add(
    found: _Found, shown: str | None, colour: Rgb | None, back: Rgb | None, font: str, link: bool
) -> None:
    if shown and shown.strip():
        back = None if back == _WHITE else back
        found.runs.append(Run(signs_of(shown.strip(), font), colour, back, link))


def _alt(element: Any) -> str:
    """The title and description of a drawing."""
    return " ".join(
        " ".join(child.itertext())
        for child in element
        if child.tag in (f"{SVG}title", f"{SVG}desc")
    )


def _preset(shape: Any, geometry: Any) -> str:
    if geometry is not None:
        return geometry.get(f"{DRAW}type") or ""
    name = str(shape.tag).removeprefix(DRAW)
    return {"circle": "ellipse"}.get(name, name)


def _trend(shape: Any, geometry: Any, preset: str) -> Trend | None:
    turn = _rotation(shape.get(f"{DRAW}transform") or "")
    if geometry is None:
        return _polygon_trend(shape) if not turn else None
    flip = geometry.get(f"{DRAW}mirror-vertical") == "true"
    mirror = geometry.get(f"{DRAW}mirror-horizontal") == "true"
    trend = trend_of_preset(preset, turn, flip, mirror)
    path = geometry.get(f"{DRAW}enhanced-path") or ""
    if (
        trend is None
        and not (turn or flip or mirror)
        and "?" not in path
        and preset in ("", "non-primitive")
    ):
        outlines = [outline for outline, _ in path_outlines(re.sub(r"[NFSUVWXYGB]", " ", path))]
        trend = trend_of_outlines(outlines) if any(map(is_slanting, outlines)) else None
    return trend


def _polygon_trend(shape: Any) -> Trend | None:
    numbers = [
        float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", (shape.get(f"{DRAW}points") or "")[:9000])
    ]
    outline = list(zip(numbers[::2], numbers[1::2], strict=False))
    path = shape.get(f"{SVG}d")
    outlines = [points for points, _ in path_outlines(path)] if path else [outline]
    outlines = [o for o in outlines if len(o) > 2]
    return trend_of_outlines(outlines) if any(map(is_slanting, outlines)) else None


def _rotation(transform: str) -> float:
    """Degrees clockwise of a rotation (written in radians, anticlockwise)."""
    found = re.search(r"rotate\s*\(\s*(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)", transform)
    return -float(found[1]) * 57.29578 if found else 0.0


def frame_size(frame: Any) -> tuple[float, float] | None:
    width, height = _length(frame.get(f"{SVG}width")), _length(frame.get(f"{SVG}height"))
    return (width, height) if width and height else None


def _length(value: str | None) -> float | None:
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(in|cm|mm|pt|px)", value or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


def _named(preset: str) -> str | None:
    names = vocabulary("marks")["presets"]["named"].items()
    return next((str(name) for name, presets in names if preset in presets), None)
