"""Keys with headings, warning triangles, rings, and cells that each month colours anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.shared import Mm
from openpyxl.styles import PatternFill
from PIL import Image, ImageDraw
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.grey)
HEAD = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")
BLUE = ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f4e79"))
LIGHT = ("TEXTCOLOR", (0, 0), (-1, 0), colors.white)
STYLE = [GRID, HEAD, BLUE, LIGHT]


class Sign(Flowable):
    """A tick on a green disc, a yellow warning triangle, a red square with a cross, or a ring."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind, self.width, self.height = kind, 11, 11

    def draw(self) -> None:
        c = self.canv
        if self.kind == "ring":
            c.setStrokeColor(colors.HexColor("#7f7f7f"))
            c.circle(5.5, 5.5, 5, stroke=1, fill=0)
            return
        fill = {"tick": "#70ad47", "warn": "#ffc000", "cross": "#c00000"}[self.kind]
        c.setFillColor(colors.HexColor(fill))
        c.setStrokeColor(colors.white)
        c.setLineWidth(1.4)
        if self.kind == "tick":
            c.circle(5.5, 5.5, 5.5, stroke=0, fill=1)
            c.lines([(3, 5.5, 5, 3.4), (5, 3.4, 8.4, 7.6)])
        elif self.kind == "cross":
            c.rect(0, 0, 11, 11, stroke=0, fill=1)
            c.lines([(3, 3, 8, 8), (3, 8, 8, 3)])
        else:
            form = c.beginPath()
            form.moveTo(0, 0)
            form.lineTo(11, 0)
            form.lineTo(5.5, 11)
            form.close()
            c.drawPath(form, stroke=0, fill=1)


KEY = [
    ["Symbol", "Bedömning av mål", "Bedömning av åtgärd och uppdrag"],
    [Sign("tick"), "Målet nås under året", "Klart"],
    [Sign("warn"), "Målet nås delvis", "Pågår enligt plan"],
    [Sign("cross"), "Målet nås inte", "Försenat"],
    [Sign("ring"), "Kan inte bedömas", "Ej påbörjat"],
]
MATRIX = [
    ["Mål", "Samlad bedömning", "KS", "SN"],
    ["1.1 Fler ska cykla", Sign("warn"), Sign("tick"), Sign("cross")],
    ["1.2 Äldre ska vara nöjda", Sign("ring"), "", Sign("ring")],
    ["1.3 Utsläppen ska minska", Sign("tick"), Sign("tick"), Sign("warn")],
]
TASKS = [
    ["Uppdrag", "Nämnd", "Status"],
    ["Ta fram en plan för gator", "KS", Sign("tick")],
    ["Se över taxan", "TN", Sign("warn")],
    ["Utreda ishallen", "KS", Sign("ring")],
]


def _printed(path: Path) -> Any:
    text = getSampleStyleSheet()
    parts = [Paragraph("Delårsrapport 2031", text["Heading1"])]
    for title, rows in (("Förklaring till symboler", KEY), ("Mål", MATRIX), ("Uppdrag", TASKS)):
        parts += [Paragraph(title, text["Heading2"]), Table(rows, style=STYLE), Spacer(1, 14)]
    SimpleDocTemplate(str(path)).build(parts)
    return extract(read(SourceFile(path, path.name)))


def test_a_key_explains_goals_by_one_column_and_tasks_by_another(tmp_path: Path) -> None:
    found = _printed(tmp_path / "a.pdf")
    told = {
        row.name: {a.breakdown: (a.value, a.meaning) for a in row.assessments}
        for row in found.indicators
    }
    assert told == {
        "1.1 Fler ska cykla": {
            "totalt": ("gul", "Målet nås delvis"),
            "ks": ("grön", "Målet nås under året"),
            "sn": ("röd", "Målet nås inte"),
        },
        "1.2 Äldre ska vara nöjda": {
            "totalt": ("kan inte bedömas", "Kan inte bedömas"),
            "sn": ("kan inte bedömas", "Kan inte bedömas"),
        },
        "1.3 Utsläppen ska minska": {
            "totalt": ("grön", "Målet nås under året"),
            "ks": ("grön", "Målet nås under året"),
            "sn": ("gul", "Målet nås delvis"),
        },
    }
    assert [row.trend for row in found.indicators] == [None, None, None]
    statuses = [row.status and row.status.value for row in found.commitments]
    assert statuses == ["klar", "pågår", "ej påbörjad"]


def test_months_that_are_mostly_red_are_no_background(tmp_path: Path) -> None:
    red, green = (PatternFill("solid", fgColor=c) for c in ("FF7C80", "92D050"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Mått", "Enhet", "2031 jan", "2031 feb", "2031 mar", "2031 apr", "Plan"])
    sheet.append(["Väntetid", "dygn", 49, 51, 44, 55, 45])
    sheet.append(["Hushåll med stöd", "antal", 244, 243, 241, 238, 240])
    sheet.append(["Placerade barn", "antal", 21, 22, 22, 23, 19])
    colours = [[red, red, green, red], [red, red, red, green], [red, red, red, red]]
    for row, fills in enumerate(colours, 2):
        for column, fill in enumerate(fills, 3):
            sheet.cell(row, column).fill = fill
    path = tmp_path / "a.xlsx"
    book.save(path)
    rows = extract(read(SourceFile(path, path.name))).indicators
    assert [row.assessment and row.assessment.value for row in rows] == ["röd", "grön", "röd"]


def test_the_latest_month_speaks_whatever_the_order_of_columns(tmp_path: Path) -> None:
    red, green = (PatternFill("solid", fgColor=c) for c in ("FF7C80", "92D050"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Mått", "2031 apr", "2031 mar", "2031 feb", "2031 jan"])
    sheet.append(["Väntetid, dygn", 44, 55, 51, 49])
    sheet.append(["Placerade barn, antal", 23, 19, 18, 18])
    for row, fills in enumerate(([green, red, red, red], [red, green, green, green]), 2):
        for column, fill in enumerate(fills, 2):
            sheet.cell(row, column).fill = fill
    path = tmp_path / "a.xlsx"
    book.save(path)
    rows = extract(read(SourceFile(path, path.name))).indicators
    assert [row.assessment and row.assessment.value for row in rows] == ["grön", "röd"]


def test_a_key_without_bold_headings_is_one_in_word_too(tmp_path: Path) -> None:
    disc = tmp_path / "disc.png"
    ring = tmp_path / "ring.png"
    for path, fill in ((disc, "#70ad47"), (ring, None)):
        picture = Image.new("RGBA", (96, 96), (0, 0, 0, 0))
        ImageDraw.Draw(picture).ellipse((6, 6, 90, 90), fill=fill, outline="#808080", width=5)
        picture.save(path)
    document = docx.Document()
    document.add_heading("Delårsrapport 2031", 1)
    key = [
        ["Symbol", "Bedömning av mål", "Bedömning av uppdrag"],
        [disc, "Målet nås under året", "Klart"],
        [ring, "Kan inte bedömas", "Ej påbörjat"],
    ]
    tasks = [["Uppdrag", "Nämnd", "Status"], ["Bygga", "KS", disc], ["Utreda", "TN", ring]]
    for rows in (key, tasks):
        document.add_paragraph("Tabell")
        table = document.add_table(rows=0, cols=3)
        table.style = "Table Grid"
        for row in rows:
            for cell, shown in zip(table.add_row().cells, row, strict=True):
                if isinstance(shown, Path):
                    cell.paragraphs[0].add_run().add_picture(str(shown), width=Mm(4))
                else:
                    cell.text = shown
    path = tmp_path / "a.docx"
    document.save(str(path))
    found = extract(read(SourceFile(path, path.name))).commitments
    assert [(c.text, c.status and c.status.value) for c in found] == [
        ("Bygga", "klar"),
        ("Utreda", "ej påbörjad"),
    ]
