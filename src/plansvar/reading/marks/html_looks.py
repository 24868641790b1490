"""What is seen in the cells of a web page's tables: styles, pictures, drawn signs, icon classes."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from plansvar.domain import Gap
from plansvar.reading.html_hiding import is_hidden
from plansvar.reading.html_styles import StyleSheet
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.html_bars import stated_share
from plansvar.reading.marks.keyed import Piece, no_pieces, pieces_of
from plansvar.reading.marks.looks import Form, Icon, Look, Picture, Rgb, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.rgb import from_css
from plansvar.reading.marks.safety import careful
from plansvar.reading.marks.svg import forms_of
from plansvar.reading.marks.words import class_says

_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)")
_FAMILY = re.compile(r"(?:^|;)\s*font-family\s*:\s*([^;!]+)")
_SIZE = re.compile(r"(?:^|;)\s*(?:min-)?(?:width|height)\s*:\s*(\d+(?:\.\d+)?)(px|pt|em|rem)\b")
_SHARE = re.compile(r"(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)%")
_FUNCTION = re.compile(r"[a-z-]*\([^)]*\)|#[0-9a-f]+|[a-z]+")
_LARGEST = 30_000_000
_WHITE = (255, 255, 255)
_LEFT = frozenset({"script", "style", "template", "noscript", "table"})
_DEEPEST = 40
_PIXEL = 0.75


@dataclass(slots=True)
class HtmlLooks:
    """Looks at the cells of one web page; `folder` is where its pictures lie, null for nowhere."""

    sheet: StyleSheet
    folder: Path | None = None
    reader: PictureReader = field(default_factory=PictureReader)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self.reader.gaps.values())

    @careful(Look)
    def look(self, cell: Any) -> Look:
        """What is seen in a cell (td or th)."""
        found = _Found()
        style = self.sheet.style_of(cell)
        fill = self._fill(cell, style)
        if fill is None:
            fill = self._inherited(cell)
        words = [class_says(name) for name in (cell.get("class") or "").split()]
        ink = _Ink(self._text_colour(cell, style), None, _font(cell, style))
        self._through(cell, ink, found, 0)
        words = [word for word in (*words, *found.words) if word]
        return Look(
            None if fill == _WHITE else fill,
            tuple(found.runs),
            tuple(found.forms),
            tuple(found.pictures),
            tuple(found.icons),
            words=tuple(words),
        )

    @careful(no_pieces)
    def pieces(self, element: Any) -> list[Piece]:
        """What is seen in a paragraph, in order, each with the text after it."""
        found = pieces_of((Run(element.text or ""),), (), ())
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag and tag not in _LEFT:
                inside = _Found()
                style = self.sheet.style_of(child)
                self._child(child, tag, style, _Ink(self._text_colour(child, style)), inside, 0)
                found += pieces_of(inside.runs, inside.forms, inside.pictures)
            found += pieces_of((Run(child.tail or ""),), (), ())
        return found

    def _inherited(self, cell: Any) -> Rgb | None:
        row = cell.getparent()
        return self._fill(row, self.sheet.style_of(row)) if row is not None else None

    def _fill(self, element: Any, style: str) -> Rgb | None:
        declared = _BACKGROUND.findall(style)
        if declared:
            return next((c for c in map(from_css, _FUNCTION.findall(declared[-1])) if c), None)
        own = element.get("bgcolor")
        return _legacy(own) if own else None

    def _text_colour(self, element: Any, style: str) -> Rgb | None:
        declared = _COLOUR.findall(style)
        if declared:
            return from_css(declared[-1])
        own = element.get("color") if element.tag == "font" else None
        return _legacy(own) if own else None

    def _through(self, element: Any, ink: _Ink, found: _Found, depth: int) -> None:
        _add(found, element.text, ink)
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag and tag not in _LEFT and depth < _DEEPEST:
                style = self.sheet.style_of(child)
                if not is_hidden(child, style, "?"):
                    self._child(child, tag, style, ink, found, depth)
            _add(found, child.tail, ink)

    def _child(
        self, child: Any, tag: str, style: str, ink: _Ink, found: _Found, depth: int
    ) -> None:
        stated = stated_share(child)
        if stated is not None:
            found.icons.append(Icon(share=stated))
            _add(found, " ".join(child.itertext()), ink)
        elif tag == "img":
            found.pictures.append(self._picture(child, style))
        elif tag == "svg" or tag.endswith("}svg"):
            found.forms += forms_of(child)
            found.words += [" ".join(child.xpath(".//*[local-name()='title']/text()"))]
        else:
            link = ink.link or tag == "a"
            found.words += [] if link else _named(child)
            fill = self._fill(child, style)
            if fill is not None and not "".join(child.itertext()).strip():
                share = self._share(child)
                found.icons += [Icon(share=share)] if share is not None else []
                found.forms += _block(child, fill, style) if share is None else ()
            colour = self._text_colour(child, style) or ink.colour
            font = _font(child, style) or ink.font
            self._through(child, _Ink(colour, fill or ink.back, font, link), found, depth + 1)

    def _share(self, track: Any) -> float | None:
        """The share of a bar that is filled: a box with a width in percent within it."""
        for inner in track:
            style = self.sheet.style_of(inner) if isinstance(inner.tag, str) else ""
            found = _SHARE.search(style)
            if found and self._fill(inner, style) is not None:
                return min(1.0, float(found[1]) / 100)
        return None

    def _picture(self, image: Any, style: str) -> Picture:
        alt = " ".join(dict.fromkeys((image.get("alt") or "", image.get("title") or "")))
        sizes = [_number(image.get(side)) for side in ("width", "height")]
        sizes = sizes if all(sizes) else [float(v) for v, _ in _SIZE.findall(style)[:2]]
        size = (sizes[0] * _PIXEL, sizes[1] * _PIXEL) if len(sizes) == 2 and all(sizes) else None
        return Picture(self._bytes(image.get("src") or ""), alt.strip(), size)

    def _bytes(self, source: str) -> bytes | None:
        if source.startswith("data:"):
            return _from_data(source)
        parts = urlsplit(source)
        if parts.scheme or parts.netloc or self.folder is None or not parts.path:
            return None
        try:
            path = (self.folder / unquote(parts.path)).resolve()
            inside = path.is_relative_to(self.folder.resolve())
            if not inside or not path.is_file() or path.stat().st_size > _LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class _Ink:
    """How text looks at a place, with what it inherits."""

    colour: Rgb | None = None
    back: Rgb | None = None
    font: str = ""
    link: bool = False


@dataclass(slots=True)
class _Found:
    runs: list[Run] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)


def _add(found: _Found, shown: str | None, ink: _Ink) -> None:
    if shown and shown.strip():
        back = None if ink.back == _WHITE else ink.back
        plain = signs_of(" ".join(shown.split()), ink.font)
        found.runs.append(Run(plain, ink.colour, back, ink.link))


def _font(element: Any, style: str) -> str:
    declared = _FAMILY.findall(style)
    named = declared[-1] if declared else element.get("face") or ""
    return named.split(",")[0].strip("\"' ")


def _named(element: Any) -> Iterator[str]:
    """What the classes of an icon and its label for those who do not see it say."""
    for name in (element.get("class") or "").split():
        yield class_says(name)
    if element.tag in ("i", "span", "em", "div") and not "".join(element.itertext()).strip():
        yield element.get("aria-label") or element.get("title") or ""


def _block(element: Any, fill: Rgb, style: str) -> Iterator[Form]:
    """A small empty box with a background is a drawn sign; one with a width in percent is a bar."""
    if _SHARE.search(style) is None:
        round_ = "border-radius" in style
        alt = element.get("title") or element.get("aria-label") or ""
        yield Form(fill, None, "cirkel" if round_ else None, alt)


def _legacy(value: str) -> Rgb | None:
    plain = value.strip()
    return from_css(plain) or (
        from_css(f"#{plain}") if re.fullmatch(r"[0-9A-Fa-f]{6}", plain) else None
    )


def _from_data(source: str) -> bytes | None:
    head, comma, body = source.partition(",")
    if not comma or len(body) > _LARGEST:
        return None
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote(body)))
    except (binascii.Error, ValueError):
        return None


def _number(value: str | None) -> float:
    found = re.fullmatch(r"\s*(\d{1,5}(?:\.\d+)?)(?:px)?\s*", value or "")
    return float(found[1]) if found else 0.0
