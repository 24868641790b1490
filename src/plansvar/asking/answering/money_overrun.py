"""Projects that cost more in all, or have cost so already, than they were granted in all."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import Line, lines
from plansvar.asking.answering.money_pairs import Pair, off_plan_fact
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.answering.money_wholes import says_of_project
from plansvar.asking.answering.ways import is_spent, is_told_after, is_whole_cost
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.domain import Amount, AnswerKind

_OF_ROWS = (Operation.LIST, Operation.RANK, Operation.COUNT)


def asks_of_overrun(task: Task) -> bool:
    """ "vilket projekt har dragit över sin totalbudget"."""
    money, query = money_of(task), task.query
    over = money.side == "deficit" or money.against_plan
    return over and not query.links and query.operation in _OF_ROWS and says_of_project(task)


def answer_overrun(task: Task) -> Draft:
    """Those of the newest table with what they were granted and come to, dearest overrun first."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    placed = selecting.ordered([row for row in rows if row.headings], task.library)
    told = [pair for line in lines(placed) if (pair := _pair(line))]
    own = [p for p in told if p[0].place.document_id == told[0][0].place.document_id]
    over = sorted((p for p in own if _step(p) > 0 and not p[0].is_sum), key=_step, reverse=True)
    limit = task.query.order.limit if task.query.order else None
    shown = over[: limit or len(over)]
    said = [Said(fact) for pair in shown if (fact := off_plan_fact(task, pair))]
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(row for pair in shown for row in pair))


def _pair(line: Line) -> Pair | None:
    """What a project was granted in all, and what it is expected to come to or has come to."""
    granted = [r for r in line.rows if is_whole_cost(r) and not is_told_after(r) and _has(r)]
    expected = [r for r in line.rows if is_whole_cost(r) and is_told_after(r) and _has(r)]
    after = expected or [row for row in line.rows if is_spent(row) and _has(row)]
    return (granted[0], after[-1]) if granted and after else None


def _has(row: Amount) -> bool:
    return row.value is not None


def _step(pair: Pair) -> float:
    return abs(pair[1].value or 0.0) - abs(pair[0].value or 0.0)
