"""CSV for Swedish Excel and XLSX: one value a line, and no cell that runs."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from plansvar.domain import Amount, Document, Indicator, Observation, Place, Span
from plansvar.interchange.spreadsheets import neutralised, to_csv, to_xlsx
from plansvar.interchange.tabular import Sheet, amount_sheet, indicator_sheet

SPAN = Span(0, 1)
PLACE = Place("r.txt", 3, 3, "3", ("A", "B"), None)
DOCUMENTS = {"r.txt": Document("r.txt", "d", "text", "=T()", "x", (), (), (), ())}
FORMULA = '=HYPERLINK("http://example.org";"klicka")'


def observation(measure: str, raw: str, value: float | None) -> Observation:
    return Observation(measure, "2018", "totalt", raw, value, "%", SPAN)


ROWS = [
    Indicator(
        "1",
        PLACE,
        FORMULA,
        SPAN,
        "nyckeltal",
        (observation("utfall", "30,5", 30.5), observation("mål", "-9", -9.0)),
    ),
    Indicator("2", PLACE, "Utan värden", SPAN, "nyckeltal", ()),
]


def read_csv(content: str) -> list[dict[str, str]]:
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content[1:]), delimiter=";"))


def test_csv_has_one_line_for_each_value_and_one_for_a_row_without() -> None:
    lines = read_csv(to_csv(indicator_sheet(ROWS, DOCUMENTS)))
    assert [(line["measure"], line["value"]) for line in lines] == [
        ("utfall", "30,5"),
        ("mål", "-9"),
        ("", ""),
    ]


def test_csv_lines_end_as_excel_wants() -> None:
    assert to_csv(Sheet("x", ("a", "b"), ((1.0, None),))) == "\ufeffa;b\r\n1;\r\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+46 70", "'+46 70"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        ("-", "'-"),
        ("-9", "-9"),
        ("- 2 543,5", "- 2 543,5"),
        ("+3,2", "+3,2"),
        ("-1+2", "'-1+2"),
        ("-9%", "'-9%"),
        ("30%", "30%"),
        ("– 9", "– 9"),
        ("3 = 3", "3 = 3"),
        ("", ""),
    ],
)
def test_cells_that_would_run_are_neutralised_unless_numbers(given: str, expected: str) -> None:
    assert neutralised(given) == expected


def test_csv_cells_stay_on_one_line_without_control_characters() -> None:
    content = to_csv(Sheet("x", ("a",), (("ett\ntvå\x00\x1b",),)))
    assert content == "\ufeffa\r\nett två\r\n"


def test_xlsx_has_numeric_cells_and_never_formulas() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(indicator_sheet(ROWS, DOCUMENTS))))
    page = book.active
    assert page is not None
    headings = [cell.value for cell in page[1]]
    first = dict(zip(headings, page[2], strict=True))
    assert first["value"].value == 30.5
    assert first["value"].data_type == "n"
    assert first["name"].value == "'" + FORMULA
    assert all(cell.data_type != "f" for line in page.iter_rows() for cell in line)
    assert page.max_row == 4


def test_xlsx_survives_control_characters_and_long_text() -> None:
    content = to_xlsx(Sheet("x", ("a",), (("\x00\x0b" + "å" * 40_000,),)))
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    assert page["A2"].value == "å" * 32_767


def test_csv_and_xlsx_have_the_same_columns() -> None:
    rows = [Amount("a", PLACE, "Anslag", SPAN, "41,6 mnkr", 41.6, "mnkr", SPAN, is_sum=True)]
    sheet = amount_sheet(rows, DOCUMENTS)
    page = load_workbook(io.BytesIO(to_xlsx(sheet))).active
    assert page is not None
    (line,) = read_csv(to_csv(sheet))
    assert [cell.value for cell in page[1]] == list(line)
    assert (line["value"], line["is_sum"], line["section"]) == ("41,6", "ja", "A › B")
