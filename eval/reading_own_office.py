"""Cases made by LibreOffice: Word files turned into PDF, straight or by way of ODT."""

from __future__ import annotations

import io
import random
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from eval.reading_own_rows import (
    ANGLES,
    GLYPHS,
    WORDS,
    Row,
    arrow_picture,
    dot_picture,
    names_of,
    palette_of,
    rows_of,
    write_truth,
)

_STYLES = ("Table Grid", "Normal Table", "Light List", "Light Shading", "Medium Grid 1")
_FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Carlito")


def office_case(chance: random.Random, target: Path) -> None:
    """A Word file with one table, converted to PDF."""
    palette, names = palette_of(chance), names_of(chance)
    rows = rows_of(chance, chance.choice([4, 9, 24]))
    look = {
        "style": chance.choice(_STYLES),
        "mark": chance.choice(["fill", "glyph", "picture", "words"]),
        "arrow": chance.choice(["glyph", "picture"]),
        "by": chance.choice(["docx", "odt"]),
        "maker": "libreoffice",
    }
    document = Document()
    normal = document.styles["Normal"].font
    normal.name, normal.size = chance.choice(_FONTS), Pt(chance.choice([8, 9, 10]))
    document.add_heading(WORDS["heading"], 1)
    document.add_paragraph(WORDS["before"])
    _Filling(document, names, palette, look, chance).fill(rows)
    document.add_paragraph(WORDS["after"])
    _convert(document, target, look["by"])
    write_truth(rows, target, look | {"hd": names})


class _Filling:
    def __init__(
        self,
        document: Any,
        names: list[str],
        palette: dict[str, str],
        look: dict[str, str],
        chance: random.Random,
    ) -> None:
        self._table = document.add_table(rows=1, cols=len(names))
        self._table.style = document.styles[look["style"]]
        self._palette, self._look = palette, look
        self._glyphs = chance.choice(GLYPHS[:2])  # the fonts at hand lack the others
        sides = (WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER)
        self._side = chance.choice(sides)
        for cell, name in zip(self._table.rows[0].cells, names, strict=True):
            cell.paragraphs[0].add_run(name).bold = True

    def fill(self, rows: list[Row]) -> None:
        for row in rows:
            cells = self._table.add_row().cells
            cells[0].text = row.label
            for cell, value in zip(cells[1:4], row.values, strict=True):
                cell.text = value
                cell.paragraphs[0].alignment = self._side
            self._mark(cells[4], row)
            self._arrow(cells[5].paragraphs[0], row)

    def _mark(self, cell: Any, row: Row) -> None:
        colour, mark = self._palette[row.colour], self._look["mark"]
        if mark == "picture":
            cell.paragraphs[0].add_run().add_picture(io.BytesIO(dot_picture(colour)), Pt(10))
        elif mark == "glyph":
            run = cell.paragraphs[0].add_run("●")
            run.font.color.rgb = RGBColor.from_string(colour[1:].upper())
        else:
            _shade(cell, colour)
            cell.text = WORDS["verdicts"][row.colour] if mark == "words" else ""

    def _arrow(self, paragraph: Any, row: Row) -> None:
        if self._look["arrow"] == "glyph":
            paragraph.add_run(self._glyphs[row.trend][row.slant])
        else:
            picture = arrow_picture(ANGLES[row.trend][row.slant])
            paragraph.add_run().add_picture(io.BytesIO(picture), Pt(11))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour[1:])
    cell._tc.get_or_add_tcPr().append(shade)


def _convert(document: Any, target: Path, by: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.docx"
        document.save(str(source))
        if by == "odt":
            _soffice(source, "odt", Path(folder))
            source = source.with_suffix(".odt")
        _soffice(source, "pdf", target.parent)


def _soffice(source: Path, kind: str, folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
