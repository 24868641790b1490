"""Word files marked by shading, by the colour of text and by symbols."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from eval.office.truth import ARROWS, DARK, EXCEL, HEADS, ROWS, STRONG, VALUES, Row
from eval.office.word_building import W, colour_text, shade, word


def word_shaded(path: Path) -> list[Row]:
    """Pastel shading on banded rows under a coloured head."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        for cell in row.cells:
            shade(cell, "DEEAF6" if number % 2 else "FFFFFF")
        if colour:
            shade(row.cells[4], EXCEL[colour])
        row.cells[5].text = ARROWS[trend]

    return word(path, mark, head="1F4E79")


def word_themed(path: Path) -> list[Row]:
    """Theme colours alone, with a tint; symbols of Wingdings as arrows."""
    names = {"grön": "accent3", "gul": "accent6", "röd": "accent2"}
    signs = {"upp": "F0E9", "ned": "F0EA", "oförändrad": "F0E8"}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            theme = f'w:fill="auto" w:themeFill="{names[colour]}"'
            xml = f'<w:shd {W} w:val="clear" w:color="auto" {theme}/>'
            row.cells[4]._tc.get_or_add_tcPr().append(parse_xml(xml))
        if trend:
            run = row.cells[5].paragraphs[0].add_run()
            run._r.append(parse_xml(f'<w:sym {W} w:font="Wingdings" w:char="{signs[trend]}"/>'))

    return word(path, mark)


def word_digits(path: Path) -> list[Row]:
    """Coloured digits in the latest outcome; labels in a corporate blue, links, bold sums."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        colour_text(row.cells[0], "1F4E79")
        if colour:
            colour_text(row.cells[2], {"grön": "00803C", "gul": "E0A800", "röd": "C00000"}[colour])
        row.cells[5].text = {"upp": "↗", "ned": "↘", "oförändrad": "→", None: ""}[trend]

    return word(
        path, mark, heads=("Mått", "Utfall 2022", "Utfall 2023", "Mål 2023", "Ansvar", "Trend")
    )


def word_discs(path: Path) -> list[Row]:
    """Discs in the colour of a character style; arrows before the value."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            row.cells[4].paragraphs[0].add_run("⬤", style=f"Status {colour}")
        row.cells[5].text = {"upp": "⬆", "ned": "⬇", "oförändrad": "➡", None: ""}[trend] + "\ufe0f"

    def prepare(document: docx.document.Document) -> None:
        for name, value in STRONG.items():
            if name:
                style = document.styles.add_style(f"Status {name}", 2)
                style.font.color.rgb = RGBColor.from_string(value)

    return word(path, mark, prepare=prepare)


def word_smileys(path: Path) -> list[Row]:
    """Smileys of Wingdings written as letters."""
    letters = {"grön": "J", "gul": "K", "röd": "L"}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            run = row.cells[4].paragraphs[0].add_run(letters[colour])
            run.font.name = "Wingdings"
            run.font.size = Pt(18)
            run.font.color.rgb = RGBColor.from_string(DARK[colour])
        row.cells[5].text = ARROWS[trend]

    return word(path, mark)


def word_money(path: Path) -> list[Row]:
    """Deviations below zero in red, as bookkeepers print them: no assessments."""
    document = docx.Document()
    table = document.add_table(1, 4)
    for cell, head in zip(
        table.rows[0].cells, ("Nämnd (tkr)", "Budget", "Utfall", "Avvikelse"), strict=True
    ):
        cell.text = head
    rows: list[Row] = []
    for name, numbers in (
        ("Barnnämnden", "500 520 -20"),
        ("Kulturnämnden", "300 280 20"),
        ("Socialnämnden", "900 940 -40"),
        ("Summa", "1700 1740 -40"),
    ):
        cells = table.add_row().cells
        for cell, shown in zip(cells, (name, *numbers.split()), strict=True):
            cell.text = shown
            if shown.startswith("-"):
                colour_text(cell, "FF0000")
            if name == "Summa":
                shade(cell, "D9E2F3")
        rows.append((name, None, None))
    document.save(str(path))
    return rows


def word_forms(path: Path) -> list[Row]:
    """A form for each row: the names of fields beside what they hold, the verdict a shaded cell."""
    document = docx.Document()
    for number, (label, colour, trend) in enumerate(ROWS):
        fields = zip(HEADS, (label, *VALUES[number], "", ARROWS[trend]), strict=True)
        table = document.add_table(0, 2)
        for name, said in fields:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, said
            if name == HEADS[4] and colour:
                shade(cells[1], STRONG[colour])
        document.add_paragraph()
    document.save(str(path))
    return ROWS
