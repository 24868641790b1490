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
