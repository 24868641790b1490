"""Pictures of pages: for the viewer, and with all that was understood drawn on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from plansvar.domain import Box, Document, Mark, Table
from plansvar.errors import ReadingError
from plansvar.reading.pdf.inks import is_figure
from plansvar.reading.pdf.reader import open_pdf
from plansvar.texts import text

_SCALE = 1.6
_MAX_PIXELS = 20_000_000
_TABLE, _HEAD, _CELL, _MARK, _DOUBT = "#005fcc", "#7a3fb0", "#9db8d9", "#d0006f", "#e07000"


def render_page(
    path: Path, page_index: int, scale: float, boxes: Sequence[Box] = ()
) -> Image.Image:
    """A page (counted from 1) as a picture, with `boxes` on that page tinted yellow."""
    pdf = open_pdf(path, path.name)
    try:
        picture, factor = _render(pdf, page_index, scale)
    finally:
        pdf.close()
    here = [box for box in boxes if box.page_index == page_index]
    return _tinted(picture, here, factor) if here else picture


def draw_pages(path: Path, document: Document, folder: Path) -> tuple[Path, ...]:
    """Pictures of all pages in `folder`, with the tables, cells and marks of `document` on them."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf = open_pdf(path, document.path)
    written = []
    try:
        for page in document.pages:
            picture, factor = _render(pdf, page.index, _SCALE)
            _draw(picture, document, page.index, factor)
            target = folder / f"{path.stem}-{page.index:04d}.png"
            picture.save(target)
            written.append(target)
    finally:
        pdf.close()
    return tuple(written)


def _render(pdf: pypdfium2.PdfDocument, page_index: int, scale: float) -> tuple[Image.Image, float]:
    try:
        page = pdf[page_index - 1]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise ReadingError(text("pdf.gaps.page")) from error
    width, height = page.get_size()
    factor = min(scale, (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=factor, may_draw_forms=False)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    return picture, factor


def _tinted(picture: Image.Image, boxes: Iterable[Box], factor: float) -> Image.Image:
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        draw.rectangle(_corners(box, factor, 2), fill=(255, 214, 0, 90), outline=(200, 140, 0, 255))
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def _draw(picture: Image.Image, document: Document, page_index: int, factor: float) -> None:
    draw = ImageDraw.Draw(picture)
    for table in document.tables:
        outline = _DOUBT if document.is_ocr(table.span) else _TABLE
        _draw_table(draw, table, page_index, factor, outline)
    swatches = [swatch for key in document.keys for swatch in key]
    for swatch in swatches:
        if swatch.mark.box is not None and swatch.mark.box.page_index == page_index:
            _draw_mark(draw, swatch.mark, factor)
    for gap in document.gaps:
        for box in gap.boxes:
            if box.page_index == page_index:
                draw.rectangle(_corners(box, factor, 2), outline=_DOUBT, width=2)


def _draw_table(
    draw: ImageDraw.ImageDraw, table: Table, page_index: int, factor: float, outline: str
) -> None:
    cells = [(cell, box) for cell in table.cells for box in cell.boxes]
    here = [(cell, box) for cell, box in cells if box.page_index == page_index]
    for cell, box in here:
        head = cell.row < table.header_rows
        draw.rectangle(_corners(box, factor), outline=_HEAD if head else _CELL)
    if here:
        whole = _around([box for _, box in here])
        draw.rectangle(_corners(whole, factor, 3), outline=outline, width=2)
    for cell, _ in here:
        for mark in cell.marks:
            _draw_mark(draw, mark, factor)


def _draw_mark(draw: ImageDraw.ImageDraw, mark: Mark, factor: float) -> None:
    if mark.box is None:
        return
    corners = _corners(mark.box, factor, 1)
    draw.rectangle(corners, outline=_DOUBT if mark.disagreement else _MARK, width=2)
    said = _said(mark)
    draw.text((corners[2] + 2, corners[1] - 2), said, fill=_MARK, font_size=11)


def _said(mark: Mark) -> str:
    """What a mark was understood to show, "?" where it was left open."""
    shown = [part.value for part in (mark.colour, mark.trend) if part]
    told = mark.share is not None or is_figure(mark.raw)
    shown += [mark.raw] if mark.raw and (told or not shown) else []
    return " ".join(shown) if shown and not mark.disagreement else "?"


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        boxes[0].page_index,
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def _corners(box: Box, factor: float, margin: float = 0) -> tuple[float, float, float, float]:
    return (
        box.x0 * factor - margin,
        box.top * factor - margin,
        box.x1 * factor + margin,
        box.bottom * factor + margin,
    )
