"""A cell that is told from a printed table is proved from its place: line, column, year, unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.table_figures import cell_figure, told_figure, told_of_line
from plansvar.asking.checking import Fault, check_statement
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.tables.printed import Line
from plansvar.asking.tables.reading import lines_of
from plansvar.domain import Calculation, CellClaim, Figure, Statement

REPORT = """# Årsredovisning 2041 Granviks kommun

## Nämndernas ekonomi

| Nämnd (tkr) | Budget 2041 | Utfall 2041 | Utfall 2040 | Förändring, % |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 76 250 | 76 905 | 70 100 | 9,7 |
| Parknämnden | 12 400 | 12 905 | 12 300 | 4,9 |

## Bolagen, mnkr

| Bolag | Omsättning | Soliditet, % | Antal anställda |
| --- | --- | --- | --- |
| Granvikshem AB | 148,2 | 22,4 | 31 |

## Personal

| Personal | 2041 | 2040 |
| --- | --- | --- |
| Tillsvidareanställda | 442 | 451 |
| varav män | 118 | 121 |
"""
TASK_TEXT = "hur är det?"


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Task:
    library = read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning.md": REPORT})
    return Task(Query(TASK_TEXT, Subject.AMOUNTS, Operation.VALUE), library)


def line(task: Task, label: str) -> Line:
    (document,) = task.library.documents()
    return next(each for each in lines_of(task.library, document) if each.label == label)


def said(task: Task, label: str, column: int) -> Statement:
    row = line(task, label)
    cell = next(figure for figure in row.figures if figure.column == column)
    return told_of_line(task, row, told_figure(task, row, cell)).statement()


def fault(task: Task, statement: Statement) -> Fault | None:
    return check_statement(statement, TASK_TEXT, task.library).fault


def claiming(statement: Statement, **changes: object) -> Statement:
    """The statement with another claim of its cell."""
    figures = tuple(
        replace(f, cell=replace(f.cell, **changes)) if f.cell else f for f in statement.figures
    )
    return replace(statement, figures=figures)


@pytest.mark.parametrize(
    ("label", "column", "text"),
    [
        ("Hamnnämnden", 2, "”Hamnnämnden”: 76 905 tkr (Utfall 2041)"),
        ("Hamnnämnden", 4, "”Hamnnämnden”: 9,7 % (Förändring, %)"),
        ("Granvikshem AB", 1, "”Granvikshem AB”: 148,2 mnkr (Omsättning)"),
        ("Granvikshem AB", 2, "”Granvikshem AB”: 22,4 % (Soliditet, %)"),
        ("Granvikshem AB", 3, "”Granvikshem AB”: 31 (Antal anställda)"),
        ("varav män", 1, "”Tillsvidareanställda, varav män”: 118 (2041)"),
    ],
)
def test_a_cell_is_told_with_its_line_column_and_unit(
    task: Task, label: str, column: int, text: str
) -> None:
    statement = said(task, label, column)
    assert statement.text == text
    assert fault(task, statement) is None


def test_a_label_of_another_line_is_stopped(task: Task) -> None:
    other = line(task, "Parknämnden").told
    assert fault(task, claiming(said(task, "Hamnnämnden", 2), labels=other)) is Fault.OTHER_ROW


def test_a_part_is_told_with_what_it_is_a_part_of(task: Task) -> None:
    alone = line(task, "varav män").labels
    assert fault(task, claiming(said(task, "varav män", 1), labels=alone)) is Fault.OTHER_ROW


def test_a_heading_of_another_column_is_stopped(task: Task) -> None:
    statement = said(task, "Hamnnämnden", 2)
    heading = line(task, "Hamnnämnden").figures[0].headings
    assert fault(task, claiming(statement, headings=heading)) is Fault.OTHER_CELL
    assert fault(task, claiming(statement, headings=())) is Fault.OTHER_CELL


def test_another_year_is_stopped(task: Task) -> None:
    assert fault(task, claiming(said(task, "Hamnnämnden", 2), year=2040)) is Fault.OTHER_CELL
    assert fault(task, claiming(said(task, "Hamnnämnden", 3), year=2041)) is Fault.OTHER_CELL
    assert fault(task, claiming(said(task, "Granvikshem AB", 1), year=2039)) is Fault.OTHER_CELL


@pytest.mark.parametrize(
    ("label", "column", "unit"),
    [
        ("Hamnnämnden", 2, "mnkr"),
        ("Hamnnämnden", 2, "%"),
        ("Granvikshem AB", 1, "tkr"),
        ("Granvikshem AB", 2, "mnkr"),
    ],
)
def test_another_unit_is_stopped(task: Task, label: str, column: int, unit: str) -> None:
    assert fault(task, claiming(said(task, label, column), unit=unit)) is not None


def test_a_sentence_that_says_another_line_column_or_unit_is_stopped(task: Task) -> None:
    statement = said(task, "Hamnnämnden", 2)
    for old, new in (("Hamnnämnden", "Parknämnden"), ("Utfall", "Budget"), ("tkr", "mnkr")):
        changed = replace(statement, text=statement.text.replace(old, new))
        assert fault(task, changed) is Fault.CLAIM_ALTERED


def test_a_unit_put_behind_a_figure_that_has_none_is_stopped(task: Task) -> None:
    statement = said(task, "Granvikshem AB", 3)
    changed = replace(statement, text=statement.text.replace("31 (", "31 mnkr ("))
    assert fault(task, changed) is Fault.CLAIM_ALTERED


def test_a_source_without_the_heading_or_the_unit_of_the_table_is_stopped(task: Task) -> None:
    statement = said(task, "Granvikshem AB", 1)
    cell = next(f for f in line(task, "Granvikshem AB").figures if f.column == 1)
    for hidden in (cell.headings[0], cell.unit_span):
        evidence = tuple(
            replace(e, spans=tuple(s for s in e.spans if s != hidden)) for e in statement.evidence
        )
        assert fault(task, replace(statement, evidence=evidence)) is not None


def test_figures_of_two_units_are_not_reckoned_with(task: Task) -> None:
    row = line(task, "Hamnnämnden")
    figures = [cell_figure(row, cell) for cell in row.figures]
    statement = said(task, "Hamnnämnden", 2)

    def apart(one: Figure, two: Figure, result: str) -> Statement:
        rule = f"{one.text} − {two.text}"
        calculation = Calculation(rule, (one, two), result, signs=(1, -1))
        return replace(statement, calculation=calculation)

    assert fault(task, apart(figures[1], figures[0], "655")) is None
    wrong = apart(figures[1], figures[3], "76 895,3")
    assert fault(task, wrong) is Fault.WRONG_CALCULATION


def test_what_is_no_cell_is_no_cell(task: Task) -> None:
    statement = said(task, "Hamnnämnden", 2)
    row = line(task, "Hamnnämnden")
    word = Figure(row.label, row.document.path, row.labels[0], cell=CellClaim(row.labels, ()))
    assert fault(task, replace(statement, figures=(*statement.figures, word))) is not None


def test_each_library_is_read_by_itself(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("other")
    other: MemoryLibrary = read_reports(folder, {"a.md": REPORT.replace("Hamn", "Väg")})
    (document,) = other.documents()
    assert "Vägnämnden" in {each.label for each in lines_of(other, document)}
