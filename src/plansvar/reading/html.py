"""Reads web pages: headings, lists, tables; menus and hidden text are kept out and reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from plansvar.domain import BlockKind, Furniture, FurnitureKind, Gap, GapKind, Span
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder, CellDraft, Piece
from plansvar.reading.cell_lines import LINE, joined_lines, lines_apart
from plansvar.reading.decoding import decode
from plansvar.reading.frames import is_blank, is_frame, name_frames, own_rows
from plansvar.reading.grids import RawCell, guessed_header_rows, laid_out, titles_apart
from plansvar.reading.html_fields import lay_out_cards
from plansvar.reading.html_hiding import background_of, is_hidden
from plansvar.reading.html_preparing import prepare
from plansvar.reading.html_signs import insert_signs
from plansvar.reading.html_styles import StyleSheet, style_sheet
from plansvar.reading.marks.html_looks import HtmlLooks
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.keyed import KeyFinder
from plansvar.reading.marks.looks import Look
from plansvar.reading.metadata import is_title
from plansvar.reading.notes import is_note, may_caption
from plansvar.reading.number_formats import in_swedish
from plansvar.texts import text as spoken

_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "ul", "ol", "dl", "dt", "dd", "li", "blockquote"}
    | {"pre", "figure", "figcaption", "address", "form", "fieldset", "details", "summary", "body"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "aside", "hr", "center"}
)
_LEFT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object"}
    | {"select", "textarea", "button"}
)
_ROLES = {
    "nav": FurnitureKind.RUNNING_HEADER,
    "header": FurnitureKind.RUNNING_HEADER,
    "footer": FurnitureKind.RUNNING_FOOTER,
    "aside": FurnitureKind.RUNNING_FOOTER,
    "navigation": FurnitureKind.RUNNING_HEADER,
    "banner": FurnitureKind.RUNNING_HEADER,
    "contentinfo": FurnitureKind.RUNNING_FOOTER,
}
_STRUCK = frozenset({"del", "s", "strike"})
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_APART = _BLOCKS | {"br", "table", "tr", "td", "th", "caption"}
_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)
_MOST_PIECES = 60
_BREAK = "\v"  # white space that pages do not hold
_SAMPLE = 60


def read_html(data: bytes, folder: Path | None = None) -> Draft:
    """The draft of a web page; `folder` is where the pictures beside it lie."""
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data))
    root = html.document_fromstring(source, parser=parser)
    sheet = style_sheet([style.text or "" for style in root.iter("style")])
    prepare(root, sheet)
    lay_out_cards(root)
    insert_signs(root, sheet)
    name_frames(root, sheet)
    walker = _Walker(sheet, HtmlLooks(sheet, folder))
    body = root.find("body")
    walker.visit(body if body is not None else root, "white")
    walker.flush()
    walker.keys.flush()
    if any("depth" in error.message.lower() for error in parser.error_log):
        walker.gaps.append(Gap(GapKind.LIMIT, spoken("reading.gaps.too_deep")))
    title = " ".join((root.findtext("head/title") or "").split())
    titles = [title, re.split(r"\s[|–—-]\s", title)[0]] if title else []
    hints = [*walker.headings[:2], *(name for name in reversed(titles) if is_title(name))]
    gaps = (*walker.gaps, *walker.looks.gaps)
    return Draft(walker.builder.finish(), tuple(hints), tuple(walker.furniture), gaps)


@dataclass
class _Walker:
    """Goes through the elements and adds blocks to its builder."""

    sheet: StyleSheet
    looks: HtmlLooks
    builder: Builder = field(default_factory=Builder)
    furniture: list[Furniture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    item: bool = False
    after_table: bool = False
    last: tuple[str, Span] | None = None

    def __post_init__(self) -> None:
        self.keys = KeyFinder(self.builder, self.looks.reader)

    def visit(self, element: Any, background: str) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        style = self.sheet.style_of(element) if tag else ""
        if not tag or tag in _LEFT:
            return
        if self._is_hidden(element, background):
            self.words.append(" ")
        elif (kind := _furniture_kind(element)) is not None:
            self.flush()
            self.furniture.append(Furniture(kind, _text(element)))
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading(element, int(tag[1]), background)
        elif tag == "table" and not is_frame(element):
            self.flush()
            self._table(element, background)
        else:
            self._through(element, tag, background_of(style, background))

    def flush(self, level: int = 1, kind: BlockKind | None = None) -> Span | None:
        text = " ".join("".join(self.words).split())
        self.words = []
        if not text:
            return None
        if kind is None and self.after_table and is_note(text):
            kind = BlockKind.NOTE
        kind = kind or (BlockKind.LIST_ITEM if self.item else BlockKind.PARAGRAPH)
        span = self.builder.add(kind, [Piece(text)], level)
        self.after_table = kind is BlockKind.NOTE
        self.last = None if kind in _NO_CAPTION else (text, span)
        if kind is BlockKind.HEADING:
            self.headings.append(text)
        return span

    def _through(self, element: Any, tag: str, background: str) -> None:
        block = tag in _BLOCKS or tag in ("table", "tr", "td", "th")
        was_item = self.item
        if block:
            self.flush()
            self.item = tag in ("li", "dd") or (self.item and tag in ("p", "div", "span"))
        self.words.append(element.text or "")
        for child in element:
            if child.tag == "br":
                self.words.append(" ")
            self.visit(child, background)
            self.words.append(child.tail or "")
        if block:
            before = self.last
            self.flush()
            self.item = was_item
            if self.last is not None and self.last is not before and _may_be_key(element):
                # A key may stand here: marks before the words they stand for.
                self.keys.take(self.looks.pieces(element), *self.last)

    def _heading(self, element: Any, level: int, background: str) -> None:
        self.flush()
        self.words.append(self._visible(element, background))
        span = self.flush(level, BlockKind.HEADING)
        if span is not None:
            self.keys.beside(self.looks.pieces(element), self.headings[-1], span)

    def _table(self, table: Any, background: str) -> None:
        caption = table.find("caption")
        if caption is not None and _text(caption):
            self.words.append(_text(caption))
            self.flush(kind=BlockKind.CAPTION)
        rows = [row for row in own_rows(table) if not self._is_hidden(row, background)]
        read = [(row, self._cells(row, background)) for row in rows]
        filled = [(row, cells) for row, cells in read if not is_blank(cells)]
        rows, cells = [row for row, _ in filled], [cells for _, cells in filled]
        looks = [cell.look for row in cells for cell in row]
        titles, drafts, looks = titles_apart(*lines_apart(laid_out(cells), looks))
        if not any(draft.text for draft in drafts):
            return
        for title in titles:
            self.words.append(title)
            self.flush(kind=BlockKind.CAPTION)
        rows = rows[len(titles) :]
        above = self.last[1] if self.last and may_caption(self.last[0]) else None
        header_rows = _header_rows(rows, drafts, looks)
        drafts = with_marks(drafts, looks, header_rows, self.looks.reader)
        self.builder.add_table(drafts, header_rows, above)
        self.after_table, self.last = True, None

    def _cells(self, row: Any, background: str) -> list[RawCell]:
        cells = []
        for cell in row:
            if cell.tag in ("td", "th") and not self._is_hidden(cell, background):
                style = self.sheet.style_of(cell)
                shown = self._shown(cell, background_of(style, background))
                text = joined_lines(shown.split(_BREAK))
                text = in_swedish(text, _value(cell, text)) if LINE not in text else text
                spans = _number(cell.get("rowspan")), _number(cell.get("colspan"))
                cells.append(RawCell(text, *spans, self.looks.look(cell)))
        return cells

    def _visible(self, element: Any, background: str) -> str:
        """The text of an element without what is hidden within it."""
        return " ".join(self._shown(element, background).split())

    def _shown(self, element: Any, background: str) -> str:
        """The same with its lines set off by breaks."""
        parts = [element.text or ""]
        for child in element:
            style = self.sheet.style_of(child) if isinstance(child.tag, str) else ""
            if child.tag not in _LEFT and not self._is_hidden(child, background):
                inner = self._shown(child, background_of(style, background))
                parts.append(f"{_BREAK}{inner}{_BREAK}" if child.tag in _APART else inner)
            parts.append(child.tail or "")
        return "".join(parts)

    def _is_hidden(self, element: Any, background: str) -> bool:
        """Whether an element is hidden or struck through, which is reported."""
        if not isinstance(element.tag, str):
            return False
        style = self.sheet.style_of(element)
        struck = element.tag in _STRUCK or _LINE_THROUGH.search(style) is not None
        hidden = struck or is_hidden(element, style, background)
        if hidden:
            self._hide(element, "struck" if struck else "hidden_html")
        return hidden

    def _hide(self, element: Any, key: str) -> None:
        text = _text(element)
        if text:
            sample = text[:_SAMPLE] + ("…" if len(text) > _SAMPLE else "")
            reason = spoken(f"reading.gaps.{key}", sample=sample)
            self.gaps.append(Gap(GapKind.HIDDEN_TEXT, reason))
            self.furniture.append(Furniture(FurnitureKind.HIDDEN, text))


def _may_be_key(element: Any) -> bool:
    """Whether a paragraph is so small that it may explain signs."""
    return len(element) <= _MOST_PIECES and not any(child.tag in _BLOCKS for child in element)


def _furniture_kind(element: Any) -> FurnitureKind | None:
    """Menus, page heads and feet; a head within the article, or with the page's title, is text."""
    name = element.tag if element.tag in _ROLES else (element.get("role") or "").lower()
    kind = _ROLES.get(name)
    if kind is None or any(above.tag in ("article", "main") for above in element.iterancestors()):
        return None
    return None if name in ("header", "banner") and element.findall(".//h1") else kind


def _header_rows(
    rows: Sequence[Any], drafts: Sequence[CellDraft], looks: Sequence[Look | None]
) -> int:
    count = 0
    for row in rows:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if row.getparent().tag != "thead" and not all(cell.tag == "th" for cell in cells):
            break
        count += 1
    return count if 0 < count < len(rows) else guessed_header_rows(drafts, looks)


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _value(cell: Any, text: str) -> float | None:
    """The number that a spreadsheet program notes beside the text of a cell."""
    try:
        number = float(cell.get("sdval") or "")
    except ValueError:
        return None
    return number * 100 if "%" in text else number


def _number(value: str | None) -> int:
    return int(value) if value and value.strip().isdigit() and len(value) < 6 else 1
