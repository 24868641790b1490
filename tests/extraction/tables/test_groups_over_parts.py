"""Groups printed over the parts that they sum up, and years that are said to be forecasts."""

from __future__ import annotations

from table_pictures import drawn, shown_amount

from plansvar.domain import CommitmentStatus
from plansvar.extraction.tables import extract_tables
from plansvar.extraction.tables.progress import is_time_of, leading_status
from plansvar.language.adding import heads_of_groups


def test_a_group_over_its_projects_is_a_sum() -> None:
    rows = extract_tables(
        drawn(
            """
            Projekt, tkr | 2032 | 2033
            Vägar | 9 000 | 7 000
            Bro vid Ån | 6 000 | 4 000
            Cykelväg mot Byn | 3 000 | 3 000
            Skolor | 21 000 | 30 000
            Nya Lindskolan | 20 000 | 28 000
            Skolgårdar | 1 000 | 2 000
            Summa | 30 000 | 37 000
            """,
            header=1,
        )
    )
    sums = {row.what for row in rows.amounts if row.is_sum}
    assert sums == {"Vägar", "Skolor", "Summa"}
    assert shown_amount(rows.amounts[0]).endswith("SUMMA")


def test_one_column_that_adds_up_by_chance_makes_no_group() -> None:
    assert heads_of_groups([[9.0, 1.0], [6.0, 4.0], [3.0, 3.0]]) == set()
    assert heads_of_groups([[9.0], [6.0], [3.0]]) == set()


def test_only_the_year_that_is_said_to_be_a_forecast_is_one() -> None:
    rows = extract_tables(
        drawn(
            """
            Nyckeltal | 2029 | 2030 | 2031 | Mål 2032
            Lån per invånare | 6,1 | 5,8 | 5,5 | 6,0
            Elever per klass | 24 | 25 | 23 | 22
            """,
            header=1,
            caption="2031 avser prognos.",
            year=2032,
        )
    )
    assert [(o.measure, o.period) for o in rows.indicators[0].observations] == [
        ("utfall", "2029"),
        ("utfall", "2030"),
        ("prognos", "2031"),
        ("mål", "2032"),
    ]


def test_what_stands_behind_a_status() -> None:
    done, not_begun = CommitmentStatus.DONE, CommitmentStatus.NOT_STARTED
    assert leading_status("Slutfört i oktober") == (done, 8)
    assert is_time_of("Slutfört", "i oktober")
    assert leading_status("Ej påbörjat på grund av bemanningsläget") == (not_begun, 11)
    assert leading_status("Klart i oktober 2032") is None
