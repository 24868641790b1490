"""Files with one table of marks, by Chromium, reportlab, python-docx and LibreOffice."""

from __future__ import annotations

import base64
import io
import random
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Pt
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eval.reading_mark_designs import Drawing, picture_of, svg_of

TITLE, LEAD = "Uppföljning av nämndens arbete 2024", "Läget vid årets slut framgår av tabellen."
AFTER = "Nämnden återkommer till fullmäktige i maj med en samlad redovisning av arbetet."
KEY_TITLE = "Teckenförklaring"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00"


@dataclass(frozen=True)
class MarkRow:
    label: str
    drawing: Drawing
    assessment: str | None = None
    share: float | None = None
    meaning: str | None = None
    breakdown: str = "totalt"


@dataclass(frozen=True)
class Case:
    """`keys` are swatches with what they mean, set out as `layout` says: line, list or table."""

    name: str
    head: tuple[str, str]
    rows: tuple[MarkRow, ...]
    keys: tuple[tuple[Drawing, str], ...] = ()
    layout: str = "line"
    above: bool = True


def print_case(case: Case, path: Path, producer: str) -> None:
    source = path.with_suffix(".print.html")
    source.write_text(_page(case, producer.partition("-")[2]), "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={path}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    source.unlink()


def page_case(case: Case, path: Path, producer: str) -> None:
    kind = {"page-svg": "svg", "page-picture": "svg-picture"}[producer]
    path.write_text(_page(case, kind), "utf-8")


def _page(case: Case, kind: str) -> str:
    chance = random.Random(case.name)
    font = chance.choice(["DejaVu Sans", "Liberation Serif", "Liberation Sans Narrow", "Carlito"])
    border = chance.choice(
        ["td,th{border:1px solid #777}", "td{border-bottom:1px solid #ccc}", "",
         "tr:nth-child(even) td{background:#f3f6fa}th{background:#243b53;color:#fff}"]
    )  # fmt: skip
    style = f"body{{font:{chance.choice([9, 10, 11])}pt '{font}'}}td,th{{padding:4px 9px;"
    style += f"text-align:left}}table{{border-collapse:collapse;width:80%}}{border}"
    rows = "".join(
        f"<tr><td>{r.label}</td><td>{_inline(r.drawing, kind)}</td></tr>" for r in case.rows
    )
    head = "".join(f"<th>{name}</th>" for name in case.head)
    key = _html_key(case, kind)
    body = f"<h1>{TITLE}</h1><p>{LEAD}</p>{key if case.above else ''}<table><thead><tr>{head}</tr>"
    body += f"</thead><tbody>{rows}</tbody></table>{'' if case.above else key}<p>{AFTER}</p>"
    look = f"<style>*{{-webkit-print-color-adjust:exact}}{style}</style>"
    return f"<!doctype html><html><head><meta charset=utf-8>{look}</head><body>{body}</body></html>"


def _html_key(case: Case, kind: str) -> str:
    if not case.keys:
        return ""
    shown = [(_inline(drawing, kind), text) for drawing, text in case.keys]
    if case.layout == "table":
        rows = "".join(f"<tr><td>{mark}</td><td>{text}</td></tr>" for mark, text in shown)
        return f"<p>{KEY_TITLE}</p><table>{rows}</table>"
    if case.layout == "list":
        return f"<p>{KEY_TITLE}</p>" + "".join(f"<p>{m} {text}</p>" for m, text in shown)
    return "<p>" + " &emsp; ".join(f"{mark} {text}" for mark, text in shown) + "</p>"


def _inline(drawing: Drawing, kind: str) -> str:
    if kind == "svg":
        return svg_of(drawing)
    png = kind == "png"
    data = picture_of(drawing, "PNG", "RGBA") if png else svg_of(drawing).encode()
    mime = "png" if png else "svg+xml"
    size = f"width={drawing.width} height={drawing.height}"
    return f'<img {size} src="data:image/{mime};base64,{base64.b64encode(data).decode()}">'


def drawn_case(case: Case, path: Path, producer: str) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    chance = random.Random(case.name + producer)
    size = chance.choice([8, 9, 10])
    font = chance.choice(["Helvetica", "Times-Roman"])
    canvas.setFont(f"{font}-Bold" if font == "Helvetica" else "Times-Bold", 15)
    canvas.drawString(60, 780, TITLE)
    canvas.setFont(font, size)
    canvas.drawString(60, 760, LEAD)
    place = _Place(canvas, producer, size)
    y = place.keys(case, 738) if case.keys and case.above else 738
    y = place.table(case, y, chance.random() < 0.5) - 24
    if case.keys and not case.above:
        y = place.keys(case, y)
    canvas.drawString(60, y - 10, AFTER)
    canvas.save()


class _Place:
    def __init__(self, canvas: Canvas, producer: str, size: float) -> None:
        self.c, self.producer, self.size = canvas, producer, size

    def table(self, case: Case, y: float, ruled: bool) -> float:
        for number, row in enumerate([None, *case.rows]):
            tall = max(self.size + 8, (row.drawing.height if row else 0) + 5)
            self.c.drawString(
                64, y - tall / 2 - self.size * 0.3, row.label if row else case.head[0]
            )
            if row is None:
                self.c.drawString(340, y - tall / 2 - self.size * 0.3, case.head[1])
            else:
                self.mark(row.drawing, 342, y - tall / 2 + row.drawing.height / 2)
            if ruled or number == 0:
                self.c.setLineWidth(0.5)
                self.c.line(60, y - tall, 520, y - tall)
            y -= tall
        return y

    def keys(self, case: Case, y: float) -> float:
        if case.layout != "line":
            self.c.drawString(60, y, KEY_TITLE)
            y -= 16
        x = 60.0
        for drawing, text in case.keys:
            self.mark(drawing, x, y + drawing.height / 2 + self.size * 0.3)
            at = x + drawing.width + (40 if case.layout == "table" else 5)
            self.c.drawString(at, y, text)
            if case.layout == "line":
                x = at + self.c.stringWidth(text) + 18
            else:
                y -= 17
        return y - 24

    def mark(self, drawing: Drawing, x: float, top: float) -> None:
        if self.producer != "drawn":
            cmyk = self.producer.endswith("cmyk")
            data = picture_of(drawing, "JPEG", "CMYK") if cmyk else picture_of(drawing)
            picture = ImageReader(io.BytesIO(data))
            self.c.drawImage(picture, x, top - drawing.height, drawing.width, drawing.height)
            return
        self.c.saveState()
        for part in drawing.parts:
            path = self.c.beginPath()
            for place, (px, py) in enumerate(part.points):
                (path.lineTo if place else path.moveTo)(x + px, top - py)
            if part.fill or len(part.points) == 4:
                path.close()
            if part.fill:
                self.c.setFillColor(HexColor(part.fill))
            if part.stroke:
                self.c.setStrokeColor(HexColor(part.stroke))
                self.c.setLineWidth(part.width)
            self.c.drawPath(path, stroke=int(bool(part.stroke)), fill=int(bool(part.fill)))
        self.c.restoreState()


def word_case(case: Case, path: Path, producer: str) -> None:
    chance = random.Random(case.name + producer)
    document = Document()
    document.styles["Normal"].font.name = chance.choice(["Carlito", "Liberation Serif"])
    document.add_heading(TITLE, 1)
    document.add_paragraph(LEAD)
    if case.keys and case.above:
        _word_key(document, case, producer)
    table = document.add_table(rows=1, cols=2)
    table.style = document.styles[chance.choice(["Table Grid", "Light List", "Normal Table"])]
    for cell, name in zip(table.rows[0].cells, case.head, strict=True):
        cell.text = name
    for row in case.rows:
        cells = table.add_row().cells
        cells[0].text = row.label
        _add(cells[1].paragraphs[0], row.drawing, producer)
    if case.keys and not case.above:
        _word_key(document, case, producer)
    document.add_paragraph(AFTER)
    document.save(str(path))


def _word_key(document: Any, case: Case, producer: str) -> None:
    if case.layout == "table":
        document.add_paragraph(KEY_TITLE)
        table = document.add_table(rows=0, cols=2)
        for drawing, text in case.keys:
            cells = table.add_row().cells
            _add(cells[0].paragraphs[0], drawing, producer)
            cells[1].text = text
        document.add_paragraph("")
        return
    if case.layout == "list":
        document.add_paragraph(KEY_TITLE)
    line = document.add_paragraph()
    for number, (drawing, text) in enumerate(case.keys):
        if number and case.layout == "list":
            line = document.add_paragraph()
        _add(line, drawing, producer)
        line.add_run(f" {text}" + ("    " if case.layout == "line" else ""))


def _add(paragraph: Any, drawing: Drawing, producer: str) -> None:
    form = "PNG" if producer.endswith("png") else "JPEG"
    data = picture_of(drawing, form, "CMYK" if producer.endswith("cmyk") else "RGB")
    if form == "JPEG" and b"JFIF" not in data[:40]:  # python-docx knows no others
        data = data[:2] + _JFIF + data[2:]
    paragraph.add_run().add_picture(io.BytesIO(data), Pt(drawing.width), Pt(drawing.height))


def office_case(case: Case, path: Path, producer: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.docx"
        word_case(case, source, producer)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir"]
        command += [str(path.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)


MAKERS: dict[str, Callable[[Case, Path, str], None]] = {
    "print": print_case, "page": page_case, "drawn": drawn_case, "placed": drawn_case,
    "word": word_case, "office": office_case,
}  # fmt: skip
