"""Months by first letters, units side by side, bounds in labels, times until or after a year."""

from __future__ import annotations

from pathlib import Path

import docx
from table_pictures import drawn

from plansvar.extraction.tables import extract_tables
from plansvar.language.month_initials import months_by_initials
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

PLAN = """
Aktivitet | Ansvarig | j | f | m | a | m | j | j | a | s | o | n | d
Byta lampor i parken | GC | | | | x | x | | | | x | | |
Ny lekplats | PC | | x | | | | | | | | | |
"""


def test_first_letters_of_months_say_when() -> None:
    rows = extract_tables(drawn(PLAN)).commitments
    assert [(row.text, row.deadline) for row in rows] == [
        ("Byta lampor i parken", "april, maj, september"),
        ("Ny lekplats", "februari"),
    ]


def test_few_letters_are_no_months() -> None:
    assert months_by_initials(["j", "f", "m"]) is None
    assert months_by_initials(list("jfmamx")) is None
    assert months_by_initials(list("sondjf")) == [
        "september",
        "oktober",
        "november",
        "december",
        "januari",
        "februari",
    ]


def test_units_side_by_side_are_the_rows() -> None:
    document = drawn(
        """
        | KS | BUN | VON | Totalt
        Budget 2034 | 94 600 | 428 300 | 338 900 | 861 800
        Prognos helår | 92 900 | 431 400 | 346 700 | 871 000
        Avvikelse | +1 700 | −3 100 | −7 800 | −9 200
        Antal årsarbetare | 74 | 498 | 346 | 918
        """,
        above="Tabellen visar nettokostnaden i tkr.",
    )
    amounts = extract_tables(document).amounts
    found = [(a.what, a.raw, a.measure) for a in amounts if a.what == "VON"]
    assert found == [
        ("VON", "338 900", "budget"),
        ("VON", "346 700", "prognos"),
        ("VON", "−7 800", "avvikelse"),
    ]
    assert "498" not in {a.raw for a in amounts}  # a number of people is no money


def test_labels_that_end_in_a_bound_make_years_ahead_targets() -> None:
    document = drawn(
        """
        | Utfall 2032 | 2034 | 2035
        Nöjda brukare, %, minst | 81 | 85 | 88
        Sjukfrånvaro, %, högst | 6,9 | 6,3 | 6,0
        """,
        year=2033,
    )
    rows = extract_tables(document).indicators
    assert [[o.measure for o in row.observations] for row in rows] == [["utfall", "mål", "mål"]] * 2


def test_before_a_year_is_not_that_year() -> None:
    document = drawn(
        """
        Projekt, mnkr | Totalt | Före 2034 | 2034 | 2035 | Efter 2035
        Ny förskola | 62,0 | 1,5 | 20,0 | 30,5 | 10,0
        Ombyggt badhus | 48,0 | 8,0 | 15,0 | 15,0 | 10,0
        """
    )
    amounts = [a for a in extract_tables(document).amounts if a.what == "Ny förskola"]
    said = [(a.raw, a.period, a.measure) for a in amounts][1:]
    assert said == [
        ("1,5", None, "före 2034"),
        ("20,0", "2034", None),
        ("30,5", "2035", None),
        ("10,0", None, "efter 2035"),
    ]


def test_a_word_file_set_with_tabs_holds_a_table(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Internbudget 2034", 1)
    word.add_paragraph("Belopp i tkr.")
    for line in ("Verksamhet\tBokslut 2032\tBudget 2034", "Gator\t7 900\t9 150", "Parker\t–\t450"):
        word.add_paragraph(line)
    word.add_paragraph("Gator får den största ökningen.\toch\tmera")
    word.save(str(tmp_path / "a.docx"))
    document = read(SourceFile(tmp_path / "a.docx", "a.docx"))
    assert [(a.what, a.raw, a.period) for a in extract_tables(document).amounts] == [
        ("Gator", "7 900", "2032"),
        ("Gator", "9 150", "2034"),
        ("Parker", "450", "2034"),
    ]
