"""Reads Word files: heading styles and outline levels, lists, tables, headers, footnotes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from lxml import etree

from plansvar.domain import BlockKind, Furniture, FurnitureKind, Gap, GapKind, Span
from plansvar.language.folding import fold
from plansvar.reading.assembly import Draft
from plansvar.reading.bold_headings import BoldHeadings, BoldLine
from plansvar.reading.building import Builder, CellDraft, Piece
from plansvar.reading.docx_loose import note_loose
from plansvar.reading.docx_numbers import Numbers
from plansvar.reading.docx_styles import Styles
from plansvar.reading.docx_tables import (
    hidden_in,
    is_frame,
    notes_in,
    rows_of,
    table_drafts,
    text_of,
    title_of,
)
from plansvar.reading.docx_tabs import rows_of_tabs, tabbed
from plansvar.reading.docx_text import ParagraphText, W, paragraph_text, text_boxes
from plansvar.reading.frames import is_pair
from plansvar.reading.loose_pictures import LoosePictures
from plansvar.reading.marks.docx_looks import DocxLooks
from plansvar.reading.marks.keyed import KeyFinder
from plansvar.reading.metadata import is_title
from plansvar.reading.notes import is_note, may_caption
from plansvar.reading.text_tables import cell_drafts
from plansvar.texts import text as spoken

_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)
_SAMPLE = 60
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}


def read_docx(data: bytes) -> Draft:
    """The draft of a Word file; Word files have no sure pages."""
    document = docx.Document(io.BytesIO(data))
    styles = Styles(document)
    bold = BoldHeadings(_bold_lines(document.element.body, styles))
    numbers = Numbers(document, styles.numbering)
    walker = _Walker(styles, bold, _footnotes(document), DocxLooks(document), numbers)
    for element in _body(document.element.body):
        walker.visit(element)
    walker.flush()
    walker.keys.flush()
    stated = document.core_properties.title or ""
    head = fold(walker.head())
    hints = [*walker.titles, *([stated] if is_title(stated) and fold(stated) in head else [])]
    hints += walker.headings[:2]
    furniture = (*_running(document), *walker.furniture)
    for _ in document.element.body.iter(f"{W}altChunk"):
        walker.loose.embedded()
    gaps = (*walker.gaps, *walker.loose.gaps, *walker.looks.gaps)
    return Draft(walker.builder.finish(), tuple(hints), furniture, gaps)


@dataclass
class _Walker:
    """Goes through paragraphs and tables and adds blocks to its builder."""

    styles: Styles
    bold: BoldHeadings
    footnotes: dict[str, str]
    looks: DocxLooks
    numbers: Numbers
    builder: Builder = field(default_factory=Builder)
    furniture: list[Furniture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    loose: LoosePictures = field(default_factory=LoosePictures)
    depth: int = 0
    after_table: bool = False
    last: tuple[str, Span] | None = None
    tabs: list[tuple[Any, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = KeyFinder(self.builder, self.looks.reader)

    def head(self) -> str:
        return "\n".join(self.first[:30])

    def visit(self, element: Any) -> None:
        cells = tabbed(element) if element.tag == f"{W}p" else None
        if cells is not None and self.styles.heading_level(element) is None:
            self.tabs.append((element, cells))
            return
        self.flush()
        if element.tag == f"{W}p":
            self._lines(element)
        elif element.tag == f"{W}tbl" and is_frame(element):
            self._frame(element)
        elif element.tag == f"{W}tbl":
            self._table(element)

    def _lines(self, element: Any) -> None:
        self._paragraph(element)
        note_loose(element, self.looks.document.part, self.loose)
        for box in text_boxes(element):
            self._visit_all(box)

    def flush(self) -> None:
        """Write the paragraphs with tabs that wait: as a table, else as what they are."""
        waiting, self.tabs = self.tabs, []
        rows = [cells for _, cells in waiting]
        heads = rows_of_tabs(rows)
        if heads is None:
            for element, _ in waiting:
                self._lines(element)
            return
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        self.first += [" ".join(cells) for cells in rows]
        self.builder.add_table(cell_drafts(rows, [1] * len(rows)), heads, caption)
        self.after_table, self.last = True, None

    def _visit_all(self, holder: Any) -> None:
        for element in _body(holder):
            self.visit(element)
        self.flush()

    def _frame(self, table: Any) -> None:
        """What a table holds together: its title, its tables, its texts, labels with what they
        say; its headings stand below its title."""
        outside = self.depth
        for number, cells in enumerate(rows_of(table)):
            title = title_of(cells) if number == 0 else None
            texts = [text_of(cell) for cell in cells]
            inner = any(cell.find(f".//{W}tbl") is not None for cell in cells)
            if title is not None and self._stands_out(title):
                self.depth = outside + 1
                self._add(BlockKind.HEADING, text_of(title), self.depth)
            elif is_pair(texts) and not inner:
                pair = [text for text in texts if text]
                self.builder.add_table([CellDraft(0, n, text) for n, text in enumerate(pair)], 0)
            else:
                for cell in cells:
                    self._visit_all(cell)
        self.depth = outside

    def _stands_out(self, paragraph: Any) -> bool:
        line = _bold_line(paragraph, paragraph_text(paragraph), self.styles)
        styled = self.styles.heading_level(paragraph) is not None
        cell = next(paragraph.iterancestors(f"{W}tc"))
        return not styled and (line.bold or self.looks.look(cell).fill is not None)

    def _paragraph(self, element: Any) -> None:
        found = paragraph_text(element)
        text = " ".join(found.shown.split())
        if found.hidden:
            self._hide(found.hidden)
        if found.struck:
            self._hide(found.struck, "struck")
        if not text:
            return
        label = self.numbers.label(element)
        text = f"{label} {text}" if label else text
        self.first.append(text)
        if self.styles.is_contents(element):
            self.furniture.append(Furniture(FurnitureKind.CONTENTS, text))
            return
        if self.styles.is_title(element):
            self.titles.append(text)
        kind, level = self._kind(element, text, found)
        span = self._add(kind, text, level)
        if kind is BlockKind.HEADING:
            self.keys.beside(self.looks.pieces(element), text, span)
        elif self.last is not None:
            self.keys.take(self.looks.pieces(element), *self.last)
        self._notes(found.notes)

    def _notes(self, names: Sequence[str]) -> None:
        for name in dict.fromkeys(names):
            if self.footnotes.get(name):
                self.builder.add(BlockKind.NOTE, [Piece(self.footnotes[name])])

    def _kind(self, element: Any, text: str, found: ParagraphText) -> tuple[BlockKind, int]:
        level = self.styles.heading_level(element)
        if level is not None:
            self.depth = level
            return BlockKind.HEADING, level
        if self.styles.is_caption(element):
            return BlockKind.CAPTION, 1
        if self.styles.is_list(element):
            heads = found.bold and self.numbers.label(element) is not None
            return (BlockKind.HEADING, self.depth + 1) if heads else (BlockKind.LIST_ITEM, 1)
        if self.after_table and is_note(text):
            return BlockKind.NOTE, 1
        below = self.bold.depth(_bold_line(element, found, self.styles))
        return (
            (BlockKind.PARAGRAPH, 1) if below is None else (BlockKind.HEADING, self.depth + below)
        )

    def _add(self, kind: BlockKind, text: str, level: int = 1) -> Span:
        span = self.builder.add(kind, [Piece(text)], level)
        self.after_table = kind is BlockKind.NOTE
        self.last = None if kind in _NO_CAPTION else (text, span)
        if kind is BlockKind.HEADING:
            self.headings.append(text)
        return span

    def _table(self, table: Any) -> None:
        for key, text in hidden_in(table).items():
            self._hide(text, key)
        drafts, header_rows, titles = table_drafts(table, self.looks)
        filled = [draft for draft in drafts if draft.text or draft.marks]
        if not filled:
            return
        width = max(draft.column + draft.column_span for draft in drafts)
        height = max(draft.row + draft.row_span for draft in drafts)
        if width == 1 or (height == 1 and len(filled) == 1):
            # A frame around text is no table.
            for draft in filled:
                self._add(BlockKind.PARAGRAPH, draft.text)
            return
        for title in titles:
            self._add(BlockKind.CAPTION, title)
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        self.builder.add_table(drafts, header_rows, caption)
        self._notes(notes_in(table))
        self.after_table, self.last = True, None

    def _hide(self, text: str, key: str = "hidden_docx") -> None:
        sample = text[:_SAMPLE] + ("…" if len(text) > _SAMPLE else "")
        self.gaps.append(Gap(GapKind.HIDDEN_TEXT, spoken(f"reading.gaps.{key}", sample=sample)))
        self.furniture.append(Furniture(FurnitureKind.HIDDEN, text))


def _bold_lines(body: Any, styles: Styles) -> Iterator[BoldLine]:
    """The paragraphs outside tables that no style makes a heading, a caption or an item."""
    for paragraph in body.iter(f"{W}p"):
        styled = styles.heading_level(paragraph) is not None or styles.is_caption(paragraph)
        inside = any(above.tag == f"{W}tbl" for above in paragraph.iterancestors())
        if not (styled or inside or styles.is_list(paragraph)):
            yield _bold_line(paragraph, paragraph_text(paragraph), styles)


def _bold_line(paragraph: Any, found: ParagraphText, styles: Styles) -> BoldLine:
    bold = found.bold or (found.weight is None and styles.is_bold(paragraph))
    text = " ".join(found.shown.split())
    size = found.size or styles.size(paragraph)
    return BoldLine(text, bold and not styles.is_title(paragraph), size)


def _body(container: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also within content controls and tracked insertions."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _body(child)
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child


def _running(document: Any) -> Sequence[Furniture]:
    found: dict[tuple[FurnitureKind, str], None] = {}
    for section in document.sections:
        for kind, container in (
            (FurnitureKind.RUNNING_HEADER, section.header),
            (FurnitureKind.RUNNING_FOOTER, section.footer),
            (FurnitureKind.RUNNING_HEADER, section.first_page_header),
        ):
            for paragraph in container._element.iter(f"{W}p"):
                text = " ".join(paragraph_text(paragraph).shown.split())
                if text:
                    found[(kind, text)] = None
    return [Furniture(kind, text) for kind, text in found]


def _footnotes(document: Any) -> dict[str, str]:
    """Footnotes and endnotes by kind and number."""
    notes: dict[str, str] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in ("footnotes", "endnotes") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(relation.target_part.blob, parser)
            for note in root:
                text = " ".join(
                    " ".join(paragraph_text(p).shown.split()) for p in note.iter(f"{W}p")
                )
                notes[f"{kind[:-1]}Reference:{note.get(f'{W}id')}"] = text.strip()
    return notes
