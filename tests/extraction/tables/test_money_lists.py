"""Lists of money without column headings."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown_amount

from plansvar.domain import GapKind
from plansvar.extraction.tables import extract_tables


def test_subheadings_give_the_year_and_sums_are_known() -> None:
    picture = """
        Budget 2031 |
        Bidrag 2030 | 80 000
        Uppräkning | 2 400
        Nytt bidrag | 600
        Bidrag 2031 | 83 000
        """
    rows = extract_tables(drawn(picture, header=0, above="Tkr"))
    assert [shown_amount(row) for row in rows.amounts] == [
        "Bidrag 2030: 2030=80000 tkr",
        "Uppräkning: budget 2031=2400 tkr",
        "Nytt bidrag: budget 2031=600 tkr",
        "Bidrag 2031: budget 2031=83000 tkr SUMMA",
    ]


@pytest.mark.parametrize(
    "picture",
    [
        "Kansli | 12\n Reception | 14\n Arkiv | 9\n Växel | 7",  # nothing says that it is money
        "Intäkter | 12 | 14\n Kostnader | 9 | 8\n Resultat | 3 | 6",  # which column is which?
    ],
)
def test_what_no_heading_and_no_unit_explain_is_reported(picture: str) -> None:
    rows = extract_tables(drawn(picture, header=0))
    assert not rows.amounts
    assert not rows.indicators
    assert [gap.kind for gap in rows.gaps] == [GapKind.UNFIT_ROW]


def test_figures_that_print_their_money_are_amounts() -> None:
    picture = "Förskola och skola | 41 kr\n Vård och omsorg | 38 kr\n Gator, park | 6 kr"
    rows = extract_tables(drawn(picture, header=0, above="Så användes 100 kronor"))
    assert [(a.what, a.raw) for a in rows.amounts] == [
        ("Förskola och skola", "41 kr"),
        ("Vård och omsorg", "38 kr"),
        ("Gator, park", "6 kr"),
    ]


def test_a_unit_alone_heads_a_column_of_money() -> None:
    picture = """
        Nämnd | Mnkr
        Socialnämnden | 4,1
        Skolnämnden | 3,4
        Kommunstyrelsen | 1,2
        """
    rows = extract_tables(drawn(picture, above="Effektiviseringar 2027"))
    assert [(a.what, a.raw, a.unit) for a in rows.amounts] == [
        ("Socialnämnden", "4,1", "mnkr"),
        ("Skolnämnden", "3,4", "mnkr"),
        ("Kommunstyrelsen", "1,2", "mnkr"),
    ]
