"""Budgets whose unit stands over the years, beside areas that reach over several rows."""

from __future__ import annotations

from table_pictures import drawn, shown_amount

from plansvar.extraction.headings import Role
from plansvar.extraction.tables import extract_tables
from plansvar.extraction.tables.deciding import understand
from plansvar.extraction.tables.grid import Grid

BUDGET = """
Område | Verksamhet | Budget, tkr | <
^ | ^ | 2030 | 2031
Omsorg | Boende för äldre | 143 000 | 148 200
^ | Hemtjänst | 91 400 | 96 700
Stab | Kansli | 9 200 | 9 600
Summa | < | 243 600 | 254 500
"""


def test_the_unit_over_the_years_makes_amounts() -> None:
    found = extract_tables(drawn(BUDGET, 2))
    assert not found.indicators
    assert [shown_amount(amount) for amount in found.amounts][:3] == [
        "Boende för äldre: budget 2030=143000 tkr",
        "Boende för äldre: budget 2031=148200 tkr",
        "Hemtjänst: budget 2030=91400 tkr",
    ]


def test_an_area_that_reaches_over_rows_names_what_they_are_of() -> None:
    document = drawn(BUDGET, 2)
    understood = understand(document, Grid(document.tables[0]))
    assert [column.text for column in understood.of(Role.LABEL)] == ["Område", "Verksamhet"]
