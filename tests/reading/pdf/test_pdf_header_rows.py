"""Which rows at the top of a ruled table name its columns."""

from __future__ import annotations

import pytest

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.header_rows import count_header_rows
from plansvar.reading.pdf.tables import RawCell, RawTable

_HEAD = ("Belopp i tkr", "Budget 2031", "Prognos 2031")


def _table(*rows: tuple[str, ...]) -> RawTable:
    cells = [
        RawCell(row, column, Rect(90 * column, 20 * row, 90 * column + 90, 20 * row + 20), text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return RawTable(cells, Rect(0, 0, 270, 20 * len(rows)), [0.0, 90.0, 180.0, 270.0])


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ((_HEAD, ("Intäkter", "", ""), ("Simhall", "900", "850")), 1),
        ((_HEAD, ("", "", ""), ("Intäkter", "", ""), ("Simhall", "900", "850")), 1),
        ((("Nämnd", *_HEAD[1:]), ("(tkr)", "", ""), ("Simhall", "900", "850")), 2),
        ((("", *_HEAD[1:]), ("Verksamhet", "", ""), ("Simhall", "900", "850")), 2),
        ((("Budget 2031", "", ""), ("Bidrag 2030", "900", ""), ("Nytt", "90", "")), 0),
        ((("Budget 2031", "", ""), _HEAD, ("Simhall", "900", "850")), 2),
    ],
)
def test_a_group_of_rows_is_no_heading_of_columns(
    rows: tuple[tuple[str, ...], ...], count: int
) -> None:
    assert count_header_rows(_table(*rows)) == count
