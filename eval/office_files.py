"""Writes office files and web pages whose marks are known, for `eval.office_cases`.

Each maker is a function that writes one file and returns its rows: label, colour, trend. A colour
of null means that the row has no assessment, "?" that its witnesses disagree.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import (
    CellIsRule,
    ColorScaleRule,
    FormulaRule,
    IconSetRule,
    Rule,
)
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from PIL import Image, ImageDraw
from pptx.dml.color import RGBColor as SlideColour
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu
from pptx.util import Pt as SlidePt

Row = tuple[str, str | None, str | None]
HEADS = ("Mått", "Utfall 2022", "Utfall 2023", "Mål 2023", "Bedömning", "Trend")
ROWS: list[Row] = [
    ("Andel nöjda brukare i hemtjänsten", "grön", "upp"),
    ("Sjuktal, dagar per anställd", "gul", "oförändrad"),
    ("Antal olyckor i trafiken", "röd", "ned"),
    ("Väntetid till handläggare", "grön", "ned"),
    ("Andel fossilfria fordon", None, None),
    ("Elever med godkänt i matematik", "röd", "upp"),
]
VALUES = [
    ("71", "74", "72"),
    ("12,1", "12,4", "12"),
    ("41", "38", "20"),
    ("9", "7", "8"),
    ("–", "–", "60"),
    ("55", "61", "80"),
]
ARROWS = {"upp": "↑", "ned": "↓", "oförändrad": "→", None: ""}
EXCEL = {"grön": "C6EFCE", "gul": "FFEB9C", "röd": "FFC7CE", None: ""}
STRONG = {"grön": "00B050", "gul": "FFD200", "röd": "E30613", None: ""}
DARK = {"grön": "2E7D32", "gul": "F9A825", "röd": "B71C1C", None: ""}
W = nsdecls("w")


def word_shaded(path: Path) -> list[Row]:
    """Pastel shading on banded rows under a coloured head."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        for cell in row.cells:
            _shade(cell, "DEEAF6" if number % 2 else "FFFFFF")
        if colour:
            _shade(row.cells[4], EXCEL[colour])
        row.cells[5].text = ARROWS[trend]

    return _word(path, mark, head="1F4E79")


def word_themed(path: Path) -> list[Row]:
    """Theme colours alone, with a tint; symbols of Wingdings as arrows."""
    names = {"grön": "accent3", "gul": "accent6", "röd": "accent2"}
    signs = {"upp": "F0E9", "ned": "F0EA", "oförändrad": "F0E8"}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            xml = f'<w:shd {W} w:val="clear" w:color="auto" w:fill="auto" w:themeFill="{names[colour]}"/>'
            row.cells[4]._tc.get_or_add_tcPr().append(parse_xml(xml))
        if trend:
            run = row.cells[5].paragraphs[0].add_run()
            run._r.append(parse_xml(f'<w:sym {W} w:font="Wingdings" w:char="{signs[trend]}"/>'))

    return _word(path, mark)


def word_digits(path: Path) -> list[Row]:
    """Coloured digits in the latest outcome; labels in a corporate blue, links, bold sums."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        _colour_text(row.cells[0], "1F4E79")
        if colour:
            _colour_text(row.cells[2], {"grön": "00803C", "gul": "E0A800", "röd": "C00000"}[colour])
        row.cells[5].text = {"upp": "↗", "ned": "↘", "oförändrad": "→", None: ""}[trend]

    return _word(
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

    return _word(path, mark, prepare=prepare)


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

    return _word(path, mark)


def word_pictures(path: Path) -> list[Row]:
    """Pictures with descriptions, one of which says something else."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            form = ("PNG", "JPEG", "GIF")[number % 3]
            said = "Röd cirkel" if number == 0 else f"{colour} cirkel"
            _add_picture(row.cells[4], disc(DARK[colour], form), said)
        if trend:
            _add_picture(
                row.cells[5],
                arrow(trend, "444444"),
                f"Pil {trend}åt" if trend != "oförändrad" else "",
            )

    rows = _word(path, mark)
    return [(rows[0][0], "?", rows[0][2]), *rows[1:]]


def word_lights(path: Path) -> list[Row]:
    """Traffic lights of three lamps and progress bars."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            _add_picture(row.cells[4], lights(colour), "")
        _add_picture(row.cells[5], bar(0.2 + number / 10), "")

    rows = _word(path, mark, heads=(*HEADS[:5], "Färdiggrad"))
    return [(label, colour, None) for label, colour, _ in rows]


def word_sprites(path: Path) -> list[Row]:
    """One picture of all three discs, cropped to one."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            _add_picture(row.cells[4], sprite(), "")
            place = ("grön", "gul", "röd").index(colour)
            xml = row.cells[4]._tc.xpath(".//pic:blipFill")[0]
            left, right = place * 33_333, (2 - place) * 33_333
            xml.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} l="{left}" r="{right}"/>'))
        row.cells[5].text = ARROWS[trend]

    return _word(path, mark)


def word_shapes(path: Path) -> list[Row]:
    """Drawn ellipses with theme colours and block arrows turned to where they point."""
    schemes = {"grön": "accent3", "gul": "FFC000", "röd": "accent2"}
    turns = {"upp": -45, "ned": 45, "oförändrad": 0}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            name = schemes[colour]
            fill = (
                f'<a:srgbClr val="{name}"/>' if len(name) == 6 else f'<a:schemeClr val="{name}"/>'
            )
            _add_shape(row.cells[4], "ellipse", fill, 0)
        if trend:
            _add_shape(row.cells[5], "rightArrow", '<a:srgbClr val="404040"/>', turns[trend])

    return _word(path, mark)


def word_vml(path: Path) -> list[Row]:
    """Older shapes (VML)."""
    kinds = {"upp": "t68", "ned": "t67", "oförändrad": "t13"}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            _add_vml(
                row.cells[4],
                f'<v:oval style="width:12pt;height:12pt" fillcolor="#{DARK[colour]}"/>',
            )
        if trend:
            _add_vml(
                row.cells[5],
                f'<v:shape type="#_x0000_{kinds[trend]}" style="width:12pt;height:12pt" fillcolor="black"/>',
            )

    return _word(path, mark)


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
                _colour_text(cell, "FF0000")
            if name == "Summa":
                _shade(cell, "D9E2F3")
        rows.append((name, None, None))
    document.save(str(path))
    return rows


def sheet_filled(path: Path) -> list[Row]:
    """Fills by hand, by theme with tint, by number; zebra rows; coloured arrows."""
    book, sheet = _sheet()
    for n, (_, colour, trend) in enumerate(ROWS):
        if n % 2:
            for column in range(1, 7):
                sheet.cell(n + 2, column).fill = PatternFill(
                    "solid", fgColor=Color(theme=4, tint=0.8)
                )
        fills = {
            "grön": Color(theme=6, tint=0.4),
            "gul": Color(indexed=13),
            "röd": Color(rgb="FFFF0000"),
        }
        if colour:
            sheet.cell(n + 2, 5).fill = PatternFill("solid", fgColor=fills[colour])
        sheet.cell(n + 2, 6).value = ARROWS[trend] or None
    for column in range(1, 7):
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="FF1F4E79")
    book.save(path)
    return ROWS


def sheet_compared(path: Path) -> list[Row]:
    """Rules that compare the outcome with a number, a cell and a word."""
    book, sheet = _sheet(status={"grön": "Uppfyllt", "gul": "Delvis", "röd": "Ej", None: None})
    for word, colour in (("Uppfyllt", "grön"), ("Delvis", "gul"), ("Ej", "röd")):
        style = DifferentialStyle(fill=PatternFill(bgColor=EXCEL[colour]))
        rule = Rule(type="containsText", operator="containsText", text=word, dxf=style)
        rule.formula = [f'NOT(ISERROR(SEARCH("{word}",E2)))']
        sheet.conditional_formatting.add("E2:E7", rule)
    sheet.conditional_formatting.add(
        "A2:F7", FormulaRule(formula=["MOD(ROW(),2)=0"], fill=PatternFill(bgColor="DDEBF7"))
    )
    book.save(path)
    return [(label, colour, None) for label, colour, _ in ROWS]


def sheet_limits(path: Path) -> list[Row]:
    """A number in the status column coloured by limits; one rule that cannot be evaluated."""
    book, sheet = _sheet(status={"grön": 1.2, "gul": 0.9, "röd": 0.4, None: "–"})
    for operator, limits, colour in (
        ("greaterThanOrEqual", ["1"], "grön"),
        ("between", ["0.8", "0.99"], "gul"),
        ("lessThan", ["0.8"], "röd"),
    ):
        fill = PatternFill(bgColor=STRONG[colour])
        sheet.conditional_formatting.add(
            "E2:E7", CellIsRule(operator=operator, formula=limits, fill=fill)
        )
    sheet.conditional_formatting.add(
        "B2:B7",
        FormulaRule(formula=["VLOOKUP(B2,$H$1:$I$9,2,0)>3"], fill=PatternFill(bgColor="FF0000")),
    )
    book.save(path)
    return [(label, colour, None) for label, colour, _ in ROWS]


def sheet_icons(path: Path) -> list[Row]:
    """Traffic lights and five arrows by rule, the number behind them hidden."""
    book, sheet = _sheet(status={"grön": 3, "gul": 2, "röd": 1, None: None})
    sheet.conditional_formatting.add(
        "E2:E7", IconSetRule("3TrafficLights1", "num", [1, 2, 3], showValue=False)
    )
    numbers = {"upp": 12, "ned": -9, "oförändrad": 1, None: None}
    for n, (_, _, trend) in enumerate(ROWS):
        sheet.cell(n + 2, 6).value = numbers[trend]
    rule = IconSetRule("3ArrowsGray", "num", [-100, 0, 5], showValue=False)
    sheet.conditional_formatting.add("F2:F7", rule)
    book.save(path)
    return ROWS


def sheet_reversed(path: Path) -> list[Row]:
    """Symbols in reverse by percent; a scale of colours over outcomes, which judges nothing."""
    book, sheet = _sheet(status={"grön": 0, "gul": 50, "röd": 100, None: None})
    sheet.conditional_formatting.add(
        "E2:E7", IconSetRule("3Symbols", "percent", [0, 33, 67], showValue=None, reverse=True)
    )
    sheet.conditional_formatting.add(
        "C2:C7",
        ColorScaleRule("min", None, "F8696B", "percentile", 50, "FFEB84", "max", None, "63BE7B"),
    )
    book.save(path)
    return [(label, colour, None) for label, colour, _ in ROWS]


def sheet_rich(path: Path) -> list[Row]:
    """A coloured disc within a text, the rest of it black."""
    book, sheet = _sheet()
    for n, (_, colour, trend) in enumerate(ROWS):
        if colour:
            disc_font = InlineFont(color=f"FF{DARK[colour]}")
            sheet.cell(n + 2, 5).value = CellRichText([TextBlock(disc_font, "● "), f"bedömt {n}"])
        sheet.cell(n + 2, 6).value = {"upp": "á", "ned": "â", "oförändrad": "à", None: None}[trend]
        sheet.cell(n + 2, 6).font = Font(name="Wingdings")
    book.save(path)
    return ROWS


def sheet_pictures(path: Path) -> list[Row]:
    """Pictures anchored over cells."""
    from openpyxl.drawing.image import Image as SheetImage

    book, sheet = _sheet()
    for n, (_, colour, trend) in enumerate(ROWS):
        for column, data in (
            (5, disc(STRONG[colour], "PNG") if colour else None),
            (6, arrow(trend, "2F5597") if trend else None),
        ):
            if data:
                picture = SheetImage(io.BytesIO(data))
                picture.width = picture.height = 16
                sheet.add_image(picture, f"{'ABCDEF'[column - 1]}{n + 2}")
    book.save(path)
    return ROWS


def slide_filled(path: Path) -> list[Row]:
    """Filled cells, by theme and by hand; arrows as text."""
    themes = {"grön": MSO_THEME_COLOR.ACCENT_3, "röd": MSO_THEME_COLOR.ACCENT_2}

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        if colour:
            cells[4].fill.solid()
            if colour in themes:
                cells[4].fill.fore_color.theme_color = themes[colour]
            else:
                cells[4].fill.fore_color.rgb = SlideColour.from_string("FFC000")
        cells[5].text = {"upp": "▲", "ned": "▼", "oförändrad": "►", None: ""}[trend]

    return _slide(path, mark)


def slide_shapes(path: Path) -> list[Row]:
    """Shapes laid over the cells."""
    arrows = {
        "upp": MSO_SHAPE.UP_ARROW,
        "ned": MSO_SHAPE.DOWN_ARROW,
        "oförändrad": MSO_SHAPE.RIGHT_ARROW,
    }

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        if colour:
            _lay(slide, MSO_SHAPE.OVAL, boxes[4], DARK[colour])
        if trend:
            _lay(slide, arrows[trend], boxes[5], "7F7F7F")

    return _slide(path, mark)


def slide_pictures(path: Path) -> list[Row]:
    """Pictures laid over the cells."""

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        for box, data in (
            (boxes[4], smiley(DARK[colour]) if colour else None),
            (boxes[5], arrow(trend, "000000") if trend else None),
        ):
            if data:
                x, y, w, h = box
                slide.shapes.add_picture(
                    io.BytesIO(data),
                    Emu(x + w // 2 - 90_000),
                    Emu(y + h // 2 - 90_000),
                    Emu(180_000),
                    Emu(180_000),
                )

    return _slide(path, mark)


def page_classes(path: Path) -> list[Row]:
    """Classes in a style element, some with descendants; striped rows."""
    css = ".kpi td.ok{background:#5cb85c}.kpi td.obs{background-color:rgb(240,173,78)}td .fel{color:#d9534f}.kpi tr.alt{background:#f5f5f5}th{background:#003366;color:#fff}"
    cells = {
        "grön": '<td class="ok"></td>',
        "gul": '<td class="obs"></td>',
        "röd": '<td><span class="fel">●</span></td>',
        None: "<td></td>",
    }
    entities = {"upp": "&uarr;", "ned": "&darr;", "oförändrad": "&rarr;", None: ""}
    return _page(path, css, lambda n, c, t: cells[c] + f"<td>{entities[t]}</td>")


def page_pictures(path: Path) -> list[Row]:
    """Pictures in the page and beside it."""
    folder = path.parent / f"{path.stem}_bilder"
    folder.mkdir(exist_ok=True)

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        first = second = ""
        if colour:
            encoded = base64.b64encode(disc(DARK[colour], "PNG")).decode()
            first = (
                f'<img width="16" height="16" alt="{colour}" src="data:image/png;base64,{encoded}">'
            )
        if trend:
            (folder / f"{n}.png").write_bytes(arrow(trend, "005EA5"))
            second = f'<img src="{folder.name}/{n}.png" width="16" height="16" alt="">'
        return f"<td>{first}</td><td>{second}</td>"

    return _page(path, "", cells)


def page_vectors(path: Path) -> list[Row]:
    """Signs drawn in the page (SVG)."""
    turns = {"upp": -90, "ned": 90, "oförändrad": 0}

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        disc_ = (
            f'<svg width="14" height="14" viewBox="0 0 14 14"><circle cx="7" cy="7" r="6" style="fill:#{DARK[colour]}"/></svg>'
            if colour
            else ""
        )
        arrow_ = (
            f'<svg viewBox="0 0 24 24"><g transform="rotate({turns[trend]} 12 12)"><path d="M4 9h8V4l8 8-8 8v-5H4z"/></g></svg>'
            if trend
            else ""
        )
        return f"<td>{disc_}</td><td>{arrow_}</td>"

    return _page(path, "", cells)


def page_icons(path: Path) -> list[Row]:
    """Classes of an icon font; links with arrows that say nothing."""
    colours = {"grön": "icon-green", "gul": "status--yellow", "röd": "dot dot-red"}
    words = {"upp": "fa-arrow-up", "ned": "fa-arrow-down", "oförändrad": "fa-arrow-right"}

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        first = (
            f'<i class="{colours[colour]}"></i>'
            if colour
            else '<a href="#">Läs mer <i class="fa fa-arrow-right"></i></a>'
        )
        second = f'<i class="fa {words[trend]}"></i>' if trend else ""
        return f"<td>{first}</td><td>{second}</td>"

    return _page(path, "a{color:#0066cc}", cells)


MAKERS: dict[str, Callable[[Path], list[Row]]] = {
    "word_shaded.docx": word_shaded,
    "word_themed.docx": word_themed,
    "word_digits.docx": word_digits,
    "word_discs.docx": word_discs,
    "word_smileys.docx": word_smileys,
    "word_pictures.docx": word_pictures,
    "word_lights.docx": word_lights,
    "word_sprites.docx": word_sprites,
    "word_shapes.docx": word_shapes,
    "word_vml.docx": word_vml,
    "word_money.docx": word_money,
    "sheet_filled.xlsx": sheet_filled,
    "sheet_compared.xlsx": sheet_compared,
    "sheet_limits.xlsx": sheet_limits,
    "sheet_icons.xlsx": sheet_icons,
    "sheet_reversed.xlsx": sheet_reversed,
    "sheet_rich.xlsx": sheet_rich,
    "sheet_pictures.xlsx": sheet_pictures,
    "slide_filled.pptx": slide_filled,
    "slide_shapes.pptx": slide_shapes,
    "slide_pictures.pptx": slide_pictures,
    "page_classes.html": page_classes,
    "page_pictures.html": page_pictures,
    "page_vectors.html": page_vectors,
    "page_icons.html": page_icons,
}


def disc(colour: str, form: str) -> bytes:
    image = Image.new("RGB", (48, 48), "white")
    ImageDraw.Draw(image).ellipse((4, 4, 43, 43), fill=f"#{colour}")
    return saved(image, form)


def smiley(colour: str) -> bytes:
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((2, 2, 61, 61), fill=f"#{colour}", outline="black", width=2)
    for x in (20, 40):
        draw.ellipse((x, 20, x + 6, 28), fill="black")
    draw.arc((16, 20, 48, 50), 20, 160, fill="black", width=4)
    return saved(image, "PNG")


def lights(colour: str) -> bytes:
    image = Image.new("RGB", (24, 64), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, 22, 62), fill="#333333")
    for place, (name, lit, out) in enumerate(
        (
            ("röd", "#ff2020", "#501010"),
            ("gul", "#ffd000", "#504510"),
            ("grön", "#20d040", "#105020"),
        )
    ):
        draw.ellipse((4, 3 + 20 * place, 19, 18 + 20 * place), fill=lit if name == colour else out)
    return saved(image, "PNG")


def sprite() -> bytes:
    image = Image.new("RGB", (144, 48), "white")
    draw = ImageDraw.Draw(image)
    for place, colour in enumerate(("grön", "gul", "röd")):
        draw.ellipse((4 + 48 * place, 4, 43 + 48 * place, 43), fill=f"#{STRONG[colour]}")
    return saved(image, "PNG")


def bar(share: float) -> bytes:
    image = Image.new("RGB", (120, 14), "#dddddd")
    ImageDraw.Draw(image).rectangle((0, 0, round(120 * share) - 1, 13), fill="#2f75b5")
    return saved(image, "PNG")


def arrow(trend: str, colour: str) -> bytes:
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    points = [(6, 24), (34, 24), (34, 8), (58, 32), (34, 56), (34, 40), (6, 40)]
    ImageDraw.Draw(image).polygon(points, fill=f"#{colour}")
    return saved(image.rotate({"upp": 90, "ned": -90, "oförändrad": 0}[trend]), "PNG")


def saved(image: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


def _word(path, mark, head=None, heads=HEADS, prepare=None) -> list[Row]:  # type: ignore[no-untyped-def]
    document = docx.Document()
    if prepare:
        prepare(document)
    document.add_heading("Uppföljning av mål", 1)
    table = document.add_table(1, 6)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
        if head:
            _shade(cell, head)
    for number, (label, colour, trend) in enumerate(ROWS):
        row = table.add_row()
        for cell, text in zip(row.cells, (label, *VALUES[number]), strict=False):
            cell.text = text
        mark(row, number, colour, trend)
    document.save(str(path))
    return ROWS


def _shade(cell, fill: str) -> None:  # type: ignore[no-untyped-def]
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(f"{{{properties.nsmap['w']}}}shd"):
        properties.remove(old)
    properties.append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def _colour_text(cell, colour: str) -> None:  # type: ignore[no-untyped-def]
    for run in cell.paragraphs[0].runs:
        run.font.color.rgb = RGBColor.from_string(colour)


def _add_picture(cell, data: bytes, alt: str) -> None:  # type: ignore[no-untyped-def]
    run = cell.paragraphs[0].add_run()
    picture = run.add_picture(io.BytesIO(data), height=Pt(12))
    picture._inline.docPr.set("descr", alt)


def _add_shape(cell, preset: str, fill: str, turn: int) -> None:  # type: ignore[no-untyped-def]
    spaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    xml = (
        f'<mc:AlternateContent {spaces} {nsdecls("w", "a")}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="180000" cy="180000"/>'
        '<wp:docPr id="7" name="Form"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm rot="{turn % 360 * 60000}"><a:off x="0" y="0"/>'
        f'<a:ext cx="180000" cy="180000"/></a:xfrm><a:prstGeom prst="{preset}"><a:avLst/>'
        f"</a:prstGeom><a:solidFill>{fill}</a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>"
    )
    cell.paragraphs[0].add_run()._r.append(parse_xml(xml))


def _add_vml(cell, shape: str) -> None:  # type: ignore[no-untyped-def]
    xml = f'<w:pict {W} xmlns:v="urn:schemas-microsoft-com:vml">{shape}</w:pict>'
    cell.paragraphs[0].add_run()._r.append(parse_xml(xml))


def _sheet(status=None):  # type: ignore[no-untyped-def]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADS)
    for (label, colour, _), values in zip(ROWS, VALUES, strict=True):
        numbers = [float(v.replace(",", ".")) if v != "–" else v for v in values]
        sheet.append([label, *numbers, status[colour] if status else None, None])
    sheet.column_dimensions["A"].width = 40
    return book, sheet


def _slide(path, mark) -> list[Row]:  # type: ignore[no-untyped-def]
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Måluppfyllelse"
    frame = slide.shapes.add_table(len(ROWS) + 1, 6, 300_000, 1_500_000, 8_400_000, 3_150_000)
    table = frame.table
    for column, text in enumerate(HEADS):
        table.cell(0, column).text = text
    table.columns[0].width = 3_000_000
    for column in range(1, 6):
        table.columns[column].width = 1_080_000
    for number, (label, colour, trend) in enumerate(ROWS):
        cells = [table.cell(number + 1, column) for column in range(6)]
        for cell, text in zip(cells, (label, *VALUES[number]), strict=False):
            cell.text = text
        top, height = 1_500_000 + 450_000 * (number + 1), 450_000
        boxes = [
            (300_000 + (3_000_000 + 1_080_000 * (c - 1) if c else 0), top, 1_080_000, height)
            for c in range(6)
        ]
        mark(slide, cells, boxes, colour, trend)
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = SlidePt(10)
    deck.save(str(path))
    return ROWS


def _lay(slide, shape, box, colour: str) -> None:  # type: ignore[no-untyped-def]
    x, y, w, h = box
    drawn = slide.shapes.add_shape(
        shape, x + w // 2 - 80_000, y + h // 2 - 80_000, 160_000, 160_000
    )
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = SlideColour.from_string(colour)


def _page(path, css: str, cells) -> list[Row]:  # type: ignore[no-untyped-def]
    rows = "".join(
        f"<tr{' class=alt' if n % 2 else ''}><td>{label}</td>"
        + "".join(f"<td>{value}</td>" for value in VALUES[n])
        + cells(n, colour, trend)
        + "</tr>"
        for n, (label, colour, trend) in enumerate(ROWS)
    )
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><style>{css}</style></head><body><h1>Mål</h1><table class=kpi><tr>{heads}</tr>{rows}</table></body></html>"
    path.write_text(page, "utf-8")
    return ROWS
