"""How far two values are apart that places give for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import decimals, reckoned, shown_number
from plansvar.asking.answering.reckoning import unit_of_difference
from plansvar.asking.answering.rows import figure_of
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.evidence.proof import row_proof, text_proof
from plansvar.domain import Amount, Calculation, Evidence, Figure, Span
from plansvar.language.numbers import find_numbers

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Value:
    value: float
    figure: Figure
    proof: Evidence


def conflict_apart(task: Task, conflict: ConflictFound) -> Fact | None:
    """The difference, where just two values are given and one of them stands in a row."""
    if conflict.amounts:
        return _amounts_apart(conflict.amounts)
    values = [*_of_rows(task, conflict), *_of_text(task, conflict)]
    if len(values) != _PAIR or not conflict.observed:
        return None
    large, small = sorted(values, key=lambda each: -each.value)
    operands = (large.figure, small.figure)
    digits = max(decimals(figure.text) for figure in operands)
    result = shown_number(large.value - small.value, digits)
    rule = f"{operands[0].text} − {operands[1].text}"
    calculation = Calculation(rule, operands, result, signs=(1, -1))
    shown = f"{result} {unit_of_difference(task, conflict.observed[0][1], result)}".strip()
    return Fact(shown, (), (large.proof, small.proof), calculation)


def _amounts_apart(amounts: tuple[Amount, ...]) -> Fact | None:
    """The difference of two amounts of one unit, both over or both under zero."""
    large, *rest = sorted(amounts, key=lambda row: -(row.value or 0.0))
    alike = [row for row in rest if row.unit == large.unit]
    if len(rest) != 1 or not alike or (large.value or 0.0) * (alike[0].value or 0.0) <= 0:
        return None
    return reckoned((large, alike[0]), (1, -1))


def _of_rows(task: Task, conflict: ConflictFound) -> Iterator[_Value]:
    for row, observed in conflict.observed:
        if observed.value is not None:
            figure = figure_of(task.document(row), row, observed)
            yield _Value(observed.value, figure, row_proof(row, (observed,)))


def _of_text(task: Task, conflict: ConflictFound) -> Iterator[_Value]:
    for path, told in conflict.told:
        document = task.library.document(path)
        number = next(iter(find_numbers(document.quote(told.span), spelled=False)), None)
        if number is not None:
            at = told.span.start + number.start
            figure = Figure(number.raw, path, Span(at, at + len(number.raw)))
            yield _Value(told.value, figure, text_proof(document, told.sentence))
