"""Reads PowerPoint files: each slide a page, its title a heading, its tables and text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE

from plansvar.domain import BlockKind, Furniture, FurnitureKind, Gap, GapKind
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder, PageDraft, Piece
from plansvar.reading.grids import RawCell, guessed_header_rows, laid_out
from plansvar.reading.loose_pictures import LoosePictures
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.pptx_looks import PptxLooks
from plansvar.reading.notes import raised
from plansvar.texts import text as spoken

_POINT = 12_700
_SAMPLE = 60
_OBJECTS = (MSO_SHAPE_TYPE.EMBEDDED_OLE_OBJECT, MSO_SHAPE_TYPE.LINKED_OLE_OBJECT)


def read_pptx(data: bytes) -> Draft:
    """The draft of a presentation; hidden slides are reported and left out."""
    presentation = pptx.Presentation(io.BytesIO(data))
    shown, gaps, furniture = [], [], []
    for slide in presentation.slides:
        if slide._element.get("show") == "0":
            sample = " ".join(_texts(slide.shapes))[:_SAMPLE]
            gaps.append(Gap(GapKind.HIDDEN_TEXT, spoken("reading.gaps.hidden_docx", sample=sample)))
            furniture.append(Furniture(FurnitureKind.HIDDEN, sample))
        else:
            shown.append(slide)
    width, height = presentation.slide_width, presentation.slide_height
    builder = Builder(
        PageDraft(index, index, str(index), (width or 0) / _POINT, (height or 0) / _POINT)
        for index in range(1, len(shown) + 1)
    )
    looks, loose = PptxLooks(), LoosePictures()
    titles = [
        _add_slide(builder, slide, index, looks, loose) for index, slide in enumerate(shown, 1)
    ]
    hints = tuple(title for title in titles[:2] if title)
    return Draft(builder.finish(), hints, tuple(furniture), (*gaps, *loose.gaps, *looks.gaps))


def _add_slide(
    builder: Builder, slide: Any, page: int, looks: PptxLooks, loose: LoosePictures
) -> str:
    title = slide.shapes.title
    name = " ".join(title.text_frame.text.split()) if title is not None else ""
    if name:
        builder.add(BlockKind.HEADING, [Piece(name, page)], 1)
    for shape in _flat(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if getattr(shape, "has_table", False):
            _add_table(builder, slide, shape, page, looks)
        elif shape.has_text_frame:
            _add_text(builder, shape, page)
        else:
            _note(shape, page, loose)
    return name


def _note(shape: Any, page: int, loose: LoosePictures) -> None:
    """Tell of a picture, a diagram or an object on a slide."""
    if getattr(shape, "has_chart", False):
        loose.diagram(page)
    elif shape.shape_type in _OBJECTS:
        loose.embedded(page)
    elif shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
        size = ((shape.width or 0) / _POINT, (shape.height or 0) / _POINT)
        try:
            data = shape.image.blob
        except (AttributeError, KeyError, ValueError):
            data = None
        loose.picture(data, *size, page)


def _add_text(builder: Builder, shape: Any, page: int) -> None:
    paragraphs = [_line(paragraph) for paragraph in shape.text_frame.paragraphs]
    filled = [text for text in paragraphs if text]
    kind = BlockKind.LIST_ITEM if len(filled) > 1 else BlockKind.PARAGRAPH
    for text in filled:
        builder.add(kind, [Piece(text, page)])


def _add_table(builder: Builder, slide: Any, frame: Any, page: int, looks: PptxLooks) -> None:
    rows = [
        [
            RawCell(_shown(cell.text_frame), cell.span_height, cell.span_width)
            for cell in row.cells
            if not cell.is_spanned
        ]
        for row in frame.table.rows
    ]
    drafts = [replace(draft, page_index=page) for draft in laid_out(rows)]
    if any(draft.text for draft in drafts):
        seen = looks.looks(slide, frame)
        header_rows = guessed_header_rows(drafts, seen)
        builder.add_table(with_marks(drafts, seen, header_rows, looks.reader), header_rows)


def _shown(frame: Any) -> str:
    return " ".join(line for paragraph in frame.paragraphs if (line := _line(paragraph)))


def _line(paragraph: Any) -> str:
    """The text of a paragraph with raised marks as raised signs."""
    if not any(_is_raised(run) for run in paragraph.runs):
        return " ".join(paragraph.text.split())
    texts = (raised(run.text) if _is_raised(run) else run.text for run in paragraph.runs)
    return " ".join("".join(texts).split())


def _is_raised(run: Any) -> bool:
    baseline = run.font._element.get("baseline") or "0"
    return baseline.isdigit() and int(baseline) > 0


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    """Shapes in reading order, those of groups included."""
    ordered = sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))
    for shape in ordered:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _texts(shapes: Iterable[Any]) -> list[str]:
    return [shape.text_frame.text for shape in _flat(shapes) if shape.has_text_frame]
