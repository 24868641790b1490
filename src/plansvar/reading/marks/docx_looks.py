"""What is seen in the cells of a Word table: shading, runs, symbols, shapes, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from plansvar.domain import Gap, GapKind
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.docx_text import W, font_of, symbol_text
from plansvar.reading.marks.drawingml import Theme, form_of, picture_of, theme_of
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.keyed import Piece, no_pieces, pieces_of
from plansvar.reading.marks.looks import Form, Look, Picture, Rgb, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.rgb import from_hex, mixed
from plansvar.reading.marks.safety import careful
from plansvar.reading.marks.vml import vml_looks

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THEMES = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2"}
_LEFT = {f"{W}del", f"{W}moveFrom", f"{W}tbl"}
_WHITE = (255, 255, 255)
_MOST_SHAPES = 20_000
_LONGEST_CHAIN = 12
_UNIT = 12_700
_FAR = 200


@dataclass(slots=True)
class DocxLooks:
    """Looks at the cells of one Word file."""

    document: Any
    reader: PictureReader = field(default_factory=PictureReader)
    _theme: Theme | None = None
    _styles: dict[str, Any] | None = None
    _shapes: int = 0

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self.reader.gaps.values())

    @careful(Look)
    def look(self, cell: Any) -> Look:
        """What is seen in a cell (w:tc)."""
        found = _Found()
        for child in cell:
            if child.tag == f"{W}p":
                self._paragraph(child, found)
            elif child.tag == f"{W}sdt":
                for paragraph in child.iter(f"{W}p"):
                    self._paragraph(paragraph, found)
        fill = self._shade(cell.find(f"{W}tcPr/{W}shd"))
        paragraphs = {self._shade(p.find(f"{W}pPr/{W}shd")) for p in cell.iterfind(f"{W}p")}
        if fill is None and len(paragraphs) == 1:
            fill = paragraphs.pop()
        return Look(fill, tuple(found.runs), tuple(found.forms), tuple(found.pictures))

    @careful(no_pieces)
    def pieces(self, paragraph: Any) -> list[Piece]:
        """What is seen in a paragraph, in order, each with the text after it."""
        found: list[Piece] = []
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for run, link in _runs(paragraph, False):
            inside = _Found()
            self._run(run, run.find(f"{W}rPr"), style, link, inside)
            found += pieces_of(inside.runs, inside.forms, inside.pictures)
        return found

    def _paragraph(self, paragraph: Any, found: _Found) -> None:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for run, link in _runs(paragraph, False):
            properties = run.find(f"{W}rPr")
            if properties is not None and _is_on(properties.find(f"{W}vanish")):
                continue
            self._run(run, properties, style, link, found)

    def _run(self, run: Any, properties: Any, style: str, link: bool, found: _Found) -> None:
        own = _value(properties.find(f"{W}rStyle")) if properties is not None else ""
        colour = self._text_colour(properties, own, style)
        highlight = self._highlight(properties)
        link = link or own.lower() in ("hyperlink", "hyperlnk", "internetlink")
        shown = _shown(run)
        if shown:
            found.runs.append(Run(shown, colour, highlight, link))
        for child in run:
            self._drawn(child, found)

    def _drawn(self, element: Any, found: _Found) -> None:
        if element.tag == f"{_MC}AlternateContent":
            choice = element.find(f"{_MC}Choice")
            chosen = choice if choice is not None else element.find(f"{_MC}Fallback")
            for child in chosen if chosen is not None else ():
                self._drawn(child, found)
        elif element.tag in (f"{W}pict", f"{W}object"):
            forms, pictures = vml_looks(element, self._fetch)
            found.forms += forms
            found.pictures += pictures
        elif element.tag == f"{W}drawing" and self._counts(len(found.forms)):
            for holder in element:
                self._placed(holder, found)

    def _counts(self, more: int) -> bool:
        self._shapes += 1
        if self._shapes + more > _MOST_SHAPES:
            self.reader.report("shapes_many", GapKind.LIMIT, limit=_MOST_SHAPES)
            return False
        return True

    def _placed(self, holder: Any, found: _Found) -> None:
        """A drawing in the line or anchored here (`wp:inline`, `wp:anchor`)."""
        names = holder.find(f"{_WP}docPr")
        if names is not None and names.get("hidden") in ("1", "true"):
            return
        if holder.tag == f"{_WP}anchor" and _is_afloat(holder):
            self.reader.report("shape_afloat", GapKind.PICTURE_TABLE)
            return
        alt = " ".join(names.get(k) or "" for k in ("descr", "title")) if names is not None else ""
        for shape in holder.iter(f"{_WPS}wsp"):
            properties = shape.find(f"{_WPS}spPr")
            if properties is not None and self._counts(len(found.forms)):
                form = form_of(properties, shape.find(f"{_WPS}style"), self.theme, alt)
                found.forms.append(form)
        for picture in holder.iter(f"{_PIC}pic"):
            own = picture.find(f"{_PIC}nvPicPr/{_PIC}cNvPr")
            said = f"{alt} {own.get('descr') or '' if own is not None else ''}"
            properties = picture.find(f"{_PIC}spPr")
            shown = picture_of(picture, properties, self._fetch, _once(said))
            found.pictures += [shown] if shown else []

    def _text_colour(self, properties: Any, style: str, paragraph: str) -> Rgb | None:
        holders = [properties, *self._chain(style), *self._chain(paragraph)]
        for holder in holders:
            colour = holder.find(f"{W}color") if holder is not None else None
            if colour is not None:
                return self._colour(colour, "val", "theme")
        return None

    def _chain(self, identity: str) -> Iterator[Any]:
        """The run properties of a style and of those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self.styles.get(identity)
            if style is None:
                return
            yield style.find(f"{W}rPr")
            identity = _value(style.find(f"{W}basedOn"))

    def _highlight(self, properties: Any) -> Rgb | None:
        if properties is None:
            return None
        name = _value(properties.find(f"{W}highlight"))
        named = from_hex(vocabulary("marks")["highlights"].get(name))
        return named or self._shade(properties.find(f"{W}shd"))

    def _shade(self, shade: Any) -> Rgb | None:
        """The colour of shading; null for none and for white."""
        if shade is None:
            return None
        fill = self._colour(shade, "fill", "themeFill")
        pattern = shade.get(f"{W}val") or "clear"
        front = self._colour(shade, "color", "themeColor")
        share = 1.0 if pattern == "solid" else _percent(pattern)
        if share and front is not None:
            fill = mixed(front, fill or _WHITE, share)
        return None if fill == _WHITE else fill

    def _colour(self, element: Any, name: str, theme: str) -> Rgb | None:
        """The colour as written; the theme's where only that is named."""
        own = from_hex(element.get(f"{W}{name}"))
        if own is not None:
            return own
        key = element.get(f"{W}{'themeColor' if theme == 'theme' else theme}") or ""
        return self.theme.get(_THEMES.get(key, _short(key)))

    @property
    def theme(self) -> Theme:
        if self._theme is None:
            blob = _related(self.document.part, "theme")
            self._theme = theme_of(_parsed(blob)) if blob else {}
        return self._theme

    @property
    def styles(self) -> dict[str, Any]:
        if self._styles is None:
            root = self.document.styles.element
            self._styles = {s.get(f"{W}styleId") or "": s for s in root.iter(f"{W}style")}
        return self._styles

    def _fetch(self, identity: str) -> bytes | None:
        relation = self.document.part.rels.get(identity)
        if relation is None or relation.is_external:
            return None
        blob: bytes = relation.target_part.blob
        return blob


@dataclass(slots=True)
class _Found:
    runs: list[Run] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def _runs(element: Any, link: bool) -> Iterator[tuple[Any, bool]]:
    linked = link or element.tag == f"{W}hyperlink"
    for child in element:
        if child.tag == f"{W}r":
            yield child, linked
        elif child.tag not in _LEFT and isinstance(child.tag, str):
            yield from _runs(child, linked)


def _shown(run: Any) -> str:
    font = font_of(run)
    return "".join(
        symbol_text(child) if child.tag == f"{W}sym" else signs_of(child.text or "", font)
        for child in run
        if child.tag in (f"{W}t", f"{W}sym")
    )


def _is_afloat(anchor: Any) -> bool:
    """Whether an anchored drawing stands so far from its anchor that it may be in another cell."""
    for name in ("positionH", "positionV"):
        position = anchor.find(f"{_WP}{name}")
        offset = position.find(f"{_WP}posOffset") if position is not None else None
        if offset is None or not re.fullmatch(r"-?\d{1,12}", (offset.text or "").strip()):
            continue
        if position.get("relativeFrom") in ("page", "margin") and name == "positionH":
            return anchor.get("layoutInCell") not in ("1", "true", None)
        if abs(int(offset.text)) / _UNIT > _FAR:
            return True
    return False


def _related(part: Any, kind: str) -> bytes | None:
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            blob: bytes = relation.target_part.blob
            return blob
    return None


def _parsed(blob: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(blob, parser)


def _short(theme: str) -> str:
    return {"hyperlink": "hlink", "followedHyperlink": "folHlink"}.get(theme, theme)


def _percent(pattern: str) -> float:
    return int(pattern[3:]) / 100 if re.fullmatch(r"pct\d{1,2}", pattern) else 0.0


def _once(words: str) -> str:
    return " ".join(dict.fromkeys(words.split()))


def _value(element: Any) -> str:
    return element.get(f"{W}val") or "" if element is not None else ""


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{W}val") not in ("0", "false", "off")
