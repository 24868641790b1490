"""A printed table is read once: columns, lines with their labels, figures with year and unit."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.tables.printed import Line, PrintedTable
from plansvar.asking.tables.reading import lines_of, tables_of

REPORT = """# Årsredovisning 2041 Granviks kommun

## Bolagen, mnkr

| Bolag | Omsättning | Soliditet, % | Antal anställda | Klart |
| --- | --- | --- | --- | --- |
| Granvikshem AB | 148,2 | 22,4 | 31 | 30 april |
| Granvik Energi AB | 91,0 | 37,8 | 12 | 31 maj |

## Folkhälsa

| Nr | Åtgärd | Kostnad, tkr |
| --- | --- | --- |
| 1.1 | Föräldrastöd i grupp | 420 per år |
| 1.2 | Utegym vid torget | 750 |

## Projekt

| Nr | Projekt, tkr | Nämnd | 2042 |
| --- | --- | --- | --- |
| 1407 | Ny matsal | BUN | 16 000 |
| 1415 | Nytt tak | KFN | 6 500 |

## Personal

| Personal | 2041 | Föregående år |
| --- | --- | --- |
| Tillsvidareanställda | 442 | 451 |
| varav män | 118 | 121 |

## Frånvaro

| Åldersgrupp | 2041 | 2040 |
| --- | --- | --- |
| 29 år och yngre | 6,1 % | 6,8 % |
| 50 år och äldre | 7,4 % | 8,0 % |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2041.md": REPORT})


def table(library: MemoryLibrary, heading: str) -> PrintedTable:
    return next(each for each in tables_of(library) if each.heading.startswith(heading))


def line(library: MemoryLibrary, label: str) -> Line:
    (document,) = library.documents()
    return next(each for each in lines_of(library, document) if each.label == label)


def test_a_unit_is_the_one_printed_nearest(library: MemoryLibrary) -> None:
    told = [(figure.raw, figure.unit) for figure in line(library, "Granvikshem AB").figures]
    assert told == [("148,2", "mnkr"), ("22,4", "%"), ("31", "")]
    assert [c.unit for c in table(library, "Bolagen").columns] == ["", "mnkr", "%", "", ""]


def test_a_unit_keeps_what_prints_it(library: MemoryLibrary) -> None:
    first, second, third = line(library, "Granvik Energi AB").figures
    (document,) = library.documents()
    assert first.unit_span is not None
    assert document.quote(first.unit_span) == "Bolagen, mnkr"
    assert second.unit_span in second.headings
    assert third.unit_span is None


def test_a_number_before_a_label_is_no_label(library: MemoryLibrary) -> None:
    assert [(f.raw, f.unit) for f in line(library, "Utegym vid torget").figures] == [("750", "tkr")]
    actions = table(library, "Folkhälsa")
    assert [each.value(2) for each in actions.lines] == [420.0, 750.0]
    assert actions.columns[2].numeric


def test_a_project_number_of_four_digits_is_no_figure(library: MemoryLibrary) -> None:
    projects = table(library, "Projekt")
    assert [each.label for each in projects.lines] == ["Ny matsal, BUN", "Nytt tak, KFN"]
    assert [[f.raw for f in each.figures] for each in projects.lines] == [["16 000"], ["6 500"]]


def test_a_label_that_begins_with_a_number_is_no_figure(library: MemoryLibrary) -> None:
    groups = table(library, "Frånvaro")
    assert [column.numeric for column in groups.columns] == [False, True, True]
    assert [each.label for each in groups.lines] == ["29 år och yngre", "50 år och äldre"]


def test_a_part_is_named_with_what_it_is_a_part_of(library: MemoryLibrary) -> None:
    (document,) = library.documents()
    told = [document.quote(span) for span in line(library, "varav män").told]
    assert told == ["Tillsvidareanställda", "varav män"]


def test_figures_are_of_the_year_of_their_heading(library: MemoryLibrary) -> None:
    assert [f.year for f in line(library, "Tillsvidareanställda").figures] == [2041, 2040]
    assert [f.year for f in line(library, "Granvikshem AB").figures] == [2041, 2041, 2041]
