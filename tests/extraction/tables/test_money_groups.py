"""Rows of one name that stand under different groups of a money table."""

from __future__ import annotations

from table_pictures import drawn, shown_amount

from plansvar.extraction.tables import extract_tables


def _shown(picture: str) -> list[str]:
    rows = extract_tables(drawn(picture, header=1))
    return [shown_amount(row) for row in rows.amounts]


def test_a_row_that_stands_twice_bears_its_group() -> None:
    assert _shown(
        """
        Belopp i tkr | Budget 2031
        Intäkter
        Simhall | 900
        Bibliotek | 40
        Summa | 940
        Kostnader:
        Simhall | -2 100
        Bibliotek | -700
        Summa | -2 800
        Resultat | -1 860
        """
    ) == [
        "Intäkter, Simhall: budget 2031=900 tkr",
        "Intäkter, Bibliotek: budget 2031=40 tkr",
        "Intäkter, Summa: budget 2031=940 tkr SUMMA",
        "Kostnader, Simhall: budget 2031=-2100 tkr",
        "Kostnader, Bibliotek: budget 2031=-700 tkr",
        "Kostnader, Summa: budget 2031=-2800 tkr SUMMA",
        "Resultat: budget 2031=-1860 tkr SUMMA",
    ]


def test_a_row_that_stands_once_keeps_its_name() -> None:
    assert _shown("""
        Belopp i tkr | Budget 2031
        Skolan
        Löner | -900
        Hyror | -40
        Vården
        Läkemedel | -30
        """) == [
        "Löner: budget 2031=-900 tkr",
        "Hyror: budget 2031=-40 tkr",
        "Läkemedel: budget 2031=-30 tkr",
    ]


def test_an_empty_row_above_a_sum_is_no_group() -> None:
    assert _shown("""
        Belopp i tkr | Budget 2031
        Skolan
        Löner | -900
        Övrigt
        Summa | -900
        Vården
        Löner | -30
        Summa | -30
        """) == [
        "Skolan, Löner: budget 2031=-900 tkr",
        "Summa: budget 2031=-900 tkr SUMMA",
        "Vården, Löner: budget 2031=-30 tkr",
        "Vården, Summa: budget 2031=-30 tkr SUMMA",
    ]


def test_a_group_in_the_column_before_counts_too() -> None:
    assert _shown("""
        Nämnd | Belopp i tkr | Budget 2031
        Skolnämnden | Intäkter | 900
        | Kostnader | -4 000
        Vårdnämnden | Intäkter | 300
        | Kostnader | -2 000
        """) == [
        "Skolnämnden, Intäkter: budget 2031=900 tkr",
        "Skolnämnden, Kostnader: budget 2031=-4000 tkr",
        "Vårdnämnden, Intäkter: budget 2031=300 tkr",
        "Vårdnämnden, Kostnader: budget 2031=-2000 tkr",
    ]
