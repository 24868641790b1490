"""What a thing costs in all, and what has been laid out on it since it began: the columns of its
rows that are of all years, or its years added up."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.money import lines, lines_said, value_fact, what_fact
from plansvar.asking.answering.money_rows import reckoned, rows_of_all_years, year_of
from plansvar.asking.answering.ways import is_spent, is_whole_cost
from plansvar.asking.evidence import words
from plansvar.asking.query import Operation
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_ASKED = (Operation.VALUE, Operation.STATUS, Operation.WHAT)
_YEARS = 2


def asks_of_whole_cost(task: Task) -> bool:
    """ "vad är totalkalkylen för skolan", "vad kostar bron allt som allt"."""
    return _asks(task) and _says(task, "whole_cost")


def answer_whole_cost(task: Task) -> Draft:
    """The columns that tell what the thing costs in all; else its years added up."""
    rows = _rows(task)
    whole = [row for row in rows if is_whole_cost(row)]
    sums = [row for row in rows if row.is_sum and _is_sum_column(row)]
    found = tuple(dict.fromkeys((*whole, *sums)))
    if found:
        many = len({row.place.document_id for row in found}) > 1
        return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(found), many)), found)
    return _over_years(task, rows)


def asks_of_spent(task: Task) -> bool:
    """ "hur mycket är upparbetat på skolan sedan starten"."""
    return _asks(task) and _says(task, "spent_so_far")


def answer_spent(task: Task) -> Draft:
    """What has been laid out in all, beside what the thing is to cost in all."""
    rows = _rows(task)
    spent = {(row.place.document_id, row.what_span) for row in rows if is_spent(row)}
    found = tuple(
        row
        for row in rows
        if (row.place.document_id, row.what_span) in spent and (is_spent(row) or is_whole_cost(row))
    )
    many = len({row.place.document_id for row in found}) > 1
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(found), many)), found)


def _asks(task: Task) -> bool:
    return bool(task.query.links) and task.query.operation in _ASKED


def _says(task: Task, name: str) -> bool:
    told = f" {' '.join(split(task.query.text))} "
    return any(f" {phrase} " in told for phrase in words.vocabulary_list("balance", name))


def _rows(task: Task) -> list[Amount]:
    """The amounts of the printed rows that are linked, and of rows that bear the same name with
    more behind a comma; those in tables, of things that are no sums."""
    named = rows_of_all_years(task)
    linked = {row for link in task.query.links for row in link.rows}
    names = {_head(row) for row in (*named, *task.library.amounts()) if row.id in linked}
    return [
        row
        for row in task.library.amounts()
        if row.headings and row.value is not None and _head(row) in names and not _is_total(row)
    ]


def _head(row: Amount) -> str:
    """The name without what stands behind its comma or in brackets."""
    return fold(row.what.partition(",")[0].partition(" (")[0])


def _is_total(row: Amount) -> bool:
    return _head(row).startswith(words.vocabulary_list("balance", "all_units"))


def _is_sum_column(row: Amount) -> bool:
    return fold(row.measure or "") in vocabulary("tables")["money"]["sum_columns"]


def _over_years(task: Task, rows: Iterable[Amount]) -> Draft:
    """The years of one printed row of a plan, added up."""
    years = set(task.query.scope.years)
    for line in lines(rows):
        plain = [row for row in line.rows if row.measure is None and year_of(task, row)]
        if len(years) > _YEARS - 1:
            first, last = min(years), max(years)
            plain = [row for row in plain if first <= (year_of(task, row) or 0) <= last]
        total = reckoned(plain, [1] * len(plain)) if len(plain) >= _YEARS else None
        if total is None:
            continue
        terms = [
            task.say("money_share.term", what=what_fact(task, row), value=value_fact(task, row))
            for row in plain
        ]
        fact = task.say("money_share.total", terms=listed(terms, task.language), sum=total)
        return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(plain))
    return Draft(AnswerKind.AMOUNT, ())
