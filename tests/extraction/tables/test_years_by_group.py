"""Tables of one thing by year and group: years as labels, groups as headings."""

from __future__ import annotations

from table_pictures import drawn

from plansvar.extraction import extract

TABLE = """
    Sjukfrånvaro, % | Kvinnor | Män | Totalt
    2039 | 7,3 | 4,8 | 6,8
    2040 | 7,6 | 5,1 | –
    """


def test_each_value_has_its_year_and_its_group() -> None:
    (row,) = extract(drawn(TABLE)).indicators
    assert row.name == "Sjukfrånvaro, %"
    told = {(o.period, o.breakdown): o.raw for o in row.observations}
    assert told[("2039", "kvinnor")] == "7,3"
    assert told[("2040", "män")] == "5,1"
    assert told[("2040", "totalt")] == "–"
    assert len(told) == 6


def test_groups_of_years_that_name_nothing_are_left_alone() -> None:
    rows = extract(drawn(TABLE.replace("Sjukfrånvaro, %", "År"))).indicators
    assert not [row for row in rows if row.name == "År"]
