"""What answers where the way that a question was meant for finds nothing: mostly passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plansvar.asking.answering.amounts import answer_amounts
from plansvar.asking.answering.auditing import answer_told_old
from plansvar.asking.answering.balances import answer_balance, asks_for_balance
from plansvar.asking.answering.commitments import answer_commitments
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.measured import asks_untold_by_figures
from plansvar.asking.answering.missing import answer_unvalued
from plansvar.asking.answering.money_missing import answer_naming, asks_of_unit_without
from plansvar.asking.answering.money_premises import answer_told_of_unit, asks_why_over_or_short
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.undertaken import answer_undertaken
from plansvar.asking.answering.values import answer_values
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.decided import asks_of_decision
from plansvar.asking.query import Conditions, Operation, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.views import tells_view
from plansvar.language.folding import words as split

Answering = Callable[[Task], Draft]

_INSTEAD: tuple[tuple[Callable[[Task], bool], tuple[Answering, ...]], ...] = (
    (asks_untold_by_figures, (answer_passages,)),
    (asks_for_balance, (answer_passages, answer_balance)),
    (asks_why_over_or_short, (answer_told_of_unit,)),
    (asks_of_unit_without, (answer_naming,)),
)


def fallbacks(task: Task) -> tuple[Answering, ...]:
    """Quoted passages; but what was asked of rows under conditions no passage answers."""
    conditions = replace(task.query.conditions, kinds=(), negated=False)
    query = task.query
    if query.operation is Operation.OLD_MEASUREMENTS:
        return (answer_told_old,)
    if conditions != Conditions() or query.operation is Operation.CHECK_SUM:
        return ()
    if _names_amounts_of_others(task):
        return (answer_naming, _told_as_story)
    for asks, answering in _INSTEAD:
        if asks(task):
            return answering
    on_rows = query.subject is not Subject.PASSAGES and not query.not_understood
    named = " ".join(link.name for link in query.links)
    on_rows = on_rows and tells_view(query.text, named) and not asks_of_decision(query)
    if query.operation in (Operation.WHAT, Operation.HOW) and query.links and on_rows:
        return (answer_passages, answer_values, answer_amounts, answer_commitments)
    return (answer_passages, answer_undertaken, answer_unvalued)


def _names_amounts_of_others(task: Task) -> bool:
    """ "har skolnämnden fått mer statsbidrag?", where amounts of that name are only of others: what
    is asked is no number."""
    query = task.query
    plain = query.subject is Subject.AMOUNTS and query.operation is Operation.VALUE
    said = split(query.text)[:1]
    if not plain or set(said).isdisjoint(grammar()["yes_no"]):
        return False
    of_unit = bool(query.links and query.scope.organisations)
    return of_unit and not selecting.amounts(query, task.library)


def _told_as_story(task: Task) -> Draft:
    """What running text says of it."""
    query = replace(task.query, subject=Subject.PASSAGES, operation=Operation.WHAT, links=())
    return answer_passages(replace(task, query=replace(query, measures=(), money=None)))
