"""What the values of several rows that a question names come to together, behind the values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money_rows import decimals, shown_number
from plansvar.asking.answering.pairs import unit_named
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence.values import value_of
from plansvar.asking.evidence.words import is_percent, vocabulary_list, year_of
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Calculation, Figure
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_ASKED = (Operation.VALUE, Operation.COUNT, Operation.LIST, Operation.WHAT)
_LEAST = 2


def asks_for_sum_told(task: Task) -> bool:
    """ "hur många barn var på A och i B ihop"."""
    query = task.query
    several = len(query.links) >= _LEAST and query.subject is Subject.INDICATORS
    said = set(split(query.text))
    together = not said.isdisjoint(vocabulary("moneywords")["named"]["sum"])
    return several and together and query.decline is None and query.operation in _ASKED


def with_sum_told(task: Task, made: Draft) -> Draft:
    """The answer with the sum of one value of each thing named, all of one column; as it was where
    what they measure cannot be added up: shares, means and points."""
    if made.abstained or made.kind is not AnswerKind.INDICATOR or _is_reckoned(made):
        return made
    operands = _of_one_column(task, made)
    terms = [value_of(figure.text) for figure in operands]
    if len(operands) < _LEAST or None in terms:
        return made
    digits = max(decimals(figure.text) for figure in operands)
    result = shown_number(sum(term or 0.0 for term in terms), digits)
    rule = " + ".join(figure.text for figure in operands)
    calculation = Calculation(rule, operands, result, signs=(1,) * len(operands))
    proof = [e for said in made.said for e in said.fact.evidence]
    total = Fact(f"{result} {_unit(operands)}".strip(), (), tuple(proof), calculation)
    rows = {row.id: row for row in task.library.indicators()}
    names = [name_fact(task, rows[figure.row or ""]) for figure in operands]
    several = len({_column(figure) for figure in _figures(made)}) > 1
    key = "together.newest" if several else "together.plain"
    fact = task.say(key, terms=listed(names, task.language), sum=total)
    return replace(made, said=(*made.said, Said(fact)))


def _figures(made: Draft) -> list[Figure]:
    told = (figure for said in made.said for figure in said.fact.figures)
    return [figure for figure in told if figure.measure]


def _is_reckoned(made: Draft) -> bool:
    return any(said.fact.calculation for said in made.said)


def _of_one_column(task: Task, made: Draft) -> tuple[Figure, ...]:
    """One figure of each thing, all of the newest period that each has one of."""
    figures = _figures(made)
    sides = [[f for f in figures if f.row in link.rows] for link in task.query.links]
    columns = sorted({_column(figure) for figure in figures}, key=_newest_first)
    for column in columns:
        held = [[f for f in side if _column(f) == column] for side in sides]
        if all(len(each) == 1 for each in held) and _adds_up(task, [f for (f,) in held]):
            return tuple(figure for (figure,) in held)
    return ()


def _column(figure: Figure) -> tuple[str, str, str, str]:
    own = (figure.measure, figure.period, figure.breakdown, figure.unit)
    return tuple(each or "" for each in own)  # type: ignore[return-value]


def _newest_first(column: Sequence[str]) -> int:
    return -(year_of(column[1]) or 0)


def _adds_up(task: Task, figures: Iterable[Figure]) -> bool:
    """Whether values are numbers of things or of money: no shares, and no means."""
    names = {row.id: row.name for row in task.library.indicators()}
    units = vocabulary_list("pair_units", "added")
    return all(
        not is_percent(figure.unit) and unit_named(names.get(figure.row or "", "")) in ("", *units)
        for figure in figures
    )


def _unit(figures: Sequence[Figure]) -> str:
    unit = figures[0].unit or ""
    return "" if unit in vocabulary_list("units", "unsaid") else unit
