"""Whether documents print one amount alike for a thing, where a question asks just that."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list, year_of
from plansvar.asking.query import Operation, Subject
from plansvar.asking.told import are_apart
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_PAIR = 2


def asks_if_same_amount(task: Task) -> bool:
    """ "har nämnden samma budget i planen och i rapporten?"."""
    query = task.query
    places = len((*query.scope.documents, *query.scope.document_kinds)) >= _PAIR
    of_money = query.subject is Subject.AMOUNTS and query.operation is Operation.VALUE
    same = not set(split(query.text)).isdisjoint(vocabulary_list("yes_no", "same"))
    return of_money and same and places and len(query.measures) == 1 and len(query.links) == 1


def answer_if_same_amount(task: Task) -> Draft:
    """Yes or no, with the amount of each document; nothing where only one prints it, or where one
    of them prints several."""
    found: dict[str, list[Amount]] = {}
    for row in selecting.amounts(task.query, task.library):
        if _is_asked(task, row):
            found.setdefault(row.place.document_id, []).append(row)
    firsts = [rows[0] for rows in found.values()]
    if len(firsts) < _PAIR or any(_differ(rows) for rows in found.values()):
        return Draft(AnswerKind.AMOUNT, ())
    facts = [
        task.say(
            "same_amount.told",
            report=report_name(task, task.document(row), row.place.organisation),
            what=what_fact(task, row),
            value=value_fact(task, row),
        )
        for row in firsts
    ]
    lead = task.say("same_amount.no" if _differ(firsts) else "same_amount.yes")
    proofs = [proof for fact in facts for proof in fact.evidence]
    said = (lead.proved_by(*proofs), *facts)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, said)), tuple(firsts))


def _is_asked(task: Task, row: Amount) -> bool:
    """Whether an amount is of the very thing, measure and year that the question names."""
    years = task.query.scope.years
    named = fold(row.what) == fold(task.query.links[0].name) and row.value is not None
    year = year_of(row.period) or task.document(row).year
    return named and fold(row.measure or "") in task.query.measures and (not years or year in years)


def _differ(rows: Sequence[Amount]) -> bool:
    return any(are_apart(rows[0], row) for row in rows[1:])
