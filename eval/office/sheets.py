"""Workbooks marked by fills, fonts, rules, icon sets and pictures."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from eval.office.pictures import arrow, disc
from eval.office.truth import ARROWS, DARK, EXCEL, HEADS, ROWS, STRONG, VALUES, Row


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


def _sheet(status=None):  # type: ignore[no-untyped-def]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADS)
    for (label, colour, _), values in zip(ROWS, VALUES, strict=True):
        numbers = [float(v.replace(",", ".")) if v != "–" else v for v in values]
        sheet.append([label, *numbers, status[colour] if status else None, None])
    sheet.column_dimensions["A"].width = 40
    return book, sheet
