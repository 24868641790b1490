"""That rows have no value for what is asked of them, where nothing else answers."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.values import row_facts, wanted_observations
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind
from plansvar.language.numbers import is_missing

_ASKING = (Operation.VALUE, Operation.WHAT, Operation.HOW)


def answer_no_values(task: Task) -> Draft:
    """That the rows named have no value for the year or part of it that is asked for, where that is
    all they print: no text told more."""
    query = task.query
    dated = query.scope.years or query.scope.periods
    named = bool(query.links) and all(link.sure or not link.alternatives for link in query.links)
    if not (dated and named) or query.not_understood or query.operation not in _ASKING:
        return Draft(AnswerKind.INDICATOR, ())
    rows = selecting.indicators(query, task.library)
    asked = {row: wanted_observations(task, row) for row in rows}
    outcomes = [o for each in asked.values() for o in each if words.is_outcome(o)]
    if not outcomes or any(not is_missing(o.raw) for o in outcomes):
        return Draft(AnswerKind.INDICATOR, ())
    told = [row for row in rows if any(map(words.is_outcome, asked[row]))]
    facts = [fact for row in told for fact in row_facts(task, row, len(told) > 1)]
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), tuple(told))
