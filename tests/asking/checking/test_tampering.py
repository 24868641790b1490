"""A statement that has been tampered with never passes the check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from hypothesis import assume, given
from hypothesis import strategies as st
from worlds import Row, report

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.reckoning import difference_fact
from plansvar.asking.answering.rows import row_said, values_fact
from plansvar.asking.checking import Fault, check_statement
from plansvar.asking.query import Operation, Query, Subject
from plansvar.domain import Statement
from plansvar.language.numbers import find_numbers

LIBRARY = MemoryLibrary(
    [
        report(
            Row("Andel nöjda resenärer, %", ("64 %", "61 %", "70 %"), unit="%"),
            Row("Andel nöjda cyklister, %", ("64 %", "59 %", "75 %"), unit="%"),
            Row("Nettokostnad", ("-12,5 mnkr", "-11,0 mnkr", "-12,0 mnkr"), unit="mnkr"),
            Row("Sjukfrånvaro", ("5,9", "5,2", "4,8"), breakdown="kvinnor"),
            Row("Sjukfrånvaro hos chefer", ("3,1", "3,4", "3,0"), breakdown="män"),
        )
    ]
)
TASK = Task(Query("hur går det?", Subject.INDICATORS, Operation.VALUE), LIBRARY)


def said(name: str) -> Statement:
    row = next(row for row in LIBRARY.indicators() if row.name == name)
    return row_said(TASK, row).fact.statement()


def fault(statement: Statement) -> Fault | None:
    return check_statement(statement, TASK.query.text, LIBRARY).fault


NAMES = [row.name for row in LIBRARY.indicators()]


@pytest.mark.parametrize("name", NAMES)
def test_an_honest_statement_passes(name: str) -> None:
    assert fault(said(name)) is None


@pytest.mark.parametrize(
    ("what", "name", "old", "new"),
    [
        ("digit", "Andel nöjda resenärer, %", "64 %", "65 %"),
        ("utfall for mål", "Andel nöjda resenärer, %", "målet 2021 är 70", "utfallet 2021 är 70"),
        ("values swapped", "Andel nöjda resenärer, %", "2021 är 64", "2021 är 70"),
        ("year", "Andel nöjda resenärer, %", "utfallet 2020", "utfallet 2021"),
        ("K for M", "Sjukfrånvaro", "för kvinnor är 5,9", "för män är 5,9"),
        ("neighbouring row", "Andel nöjda resenärer, %", "resenärer", "cyklister"),
        ("sign", "Nettokostnad", "-12,5", "12,5"),
        ("unit", "Nettokostnad", "-12,5 mnkr", "-12,5 tkr"),
    ],
)
def test_a_changed_text_is_stopped(what: str, name: str, old: str, new: str) -> None:
    statement = said(name)
    assert old in statement.text, what
    assert fault(replace(statement, text=statement.text.replace(old, new, 1))) is not None


def test_a_figure_of_the_neighbouring_row_is_stopped() -> None:
    statement, other = said(NAMES[0]), said(NAMES[1])
    outcome = next(figure for figure in statement.figures if figure.row)
    borrowed = replace(outcome, row=other.figures[-1].row)
    figures = tuple(borrowed if f == outcome else f for f in statement.figures)
    assert fault(replace(statement, figures=figures)) is Fault.OTHER_CELL


def test_a_figure_claimed_to_be_the_target_is_stopped() -> None:
    statement = said(NAMES[0])
    outcome = next(figure for figure in statement.figures if figure.row)
    figures = tuple(replace(f, measure="mål") if f == outcome else f for f in statement.figures)
    assert fault(replace(statement, figures=figures)) is Fault.OTHER_CELL


def test_another_unit_is_stopped() -> None:
    statement = said("Nettokostnad")
    figures = tuple(replace(f, unit="tkr") for f in statement.figures)
    assert fault(replace(statement, figures=figures)) is Fault.OTHER_CELL


def test_a_wrong_citation_is_stopped() -> None:
    statement, other = said(NAMES[0]), said(NAMES[1])
    assert fault(replace(statement, evidence=other.evidence)) is Fault.NOT_QUOTED


def test_a_statement_without_a_source_is_stopped() -> None:
    assert fault(replace(said(NAMES[0]), evidence=())) is Fault.NO_EVIDENCE


def test_a_source_that_the_index_has_not_is_stopped() -> None:
    statement = said(NAMES[0])
    figures = tuple(replace(f, document_id="x.txt") for f in statement.figures)
    assert fault(replace(statement, figures=figures)) is Fault.UNKNOWN_SOURCE


def test_a_number_from_nowhere_is_stopped_also_spelled_out() -> None:
    statement = said(NAMES[0])
    for extra in (" Det är 17 fler.", " Det är sjutton fler."):
        changed = replace(statement, text=statement.text + extra)
        assert fault(changed) is Fault.UNSUPPORTED_NUMBER


def test_a_difference_is_reckoned_again() -> None:
    row = LIBRARY.indicators()[0]
    outcome, _, target = row.observations
    fact = difference_fact(TASK, row, target, outcome)
    assert fact is not None
    assert fact.text == "6 procentenheter"
    whole = TASK.say(
        "difference.short", difference=fact, name=f"”{row.name}”",
        outcome=values_fact(TASK, row, [outcome]), target=values_fact(TASK, row, [target]),
    ).statement()  # fmt: skip
    assert fault(whole) is None
    assert whole.calculation is not None
    wrong = replace(whole.calculation, result="7")
    text = whole.text.replace("6 procentenheter", "7 procentenheter")
    assert fault(replace(whole, text=text, calculation=wrong)) is Fault.WRONG_CALCULATION


@given(st.sampled_from(NAMES), st.data())
def test_any_changed_digit_is_caught(name: str, data: st.DataObject) -> None:
    statement = said(name)
    digits = [n for n, c in enumerate(statement.text) if c.isdigit()]
    at = data.draw(st.sampled_from(digits))
    new = data.draw(st.sampled_from("0123456789"))
    changed = statement.text[:at] + new + statement.text[at + 1 :]
    assume(
        [n.value for n in find_numbers(changed)] != [n.value for n in find_numbers(statement.text)]
    )
    assert fault(replace(statement, text=changed)) is not None


@given(st.sampled_from(NAMES), st.data())
def test_any_inserted_or_dropped_digit_is_caught(name: str, data: st.DataObject) -> None:
    statement = said(name)
    digits = [n for n, c in enumerate(statement.text) if c.isdigit()]
    at = data.draw(st.sampled_from(digits))
    extra = data.draw(st.sampled_from(["", "1", "7", "77"]))
    tail = statement.text[at + 1 :] if not extra else statement.text[at:]
    assert fault(replace(statement, text=statement.text[:at] + extra + tail)) is not None
