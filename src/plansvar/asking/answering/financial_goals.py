"""The financial goals by how they are judged, each with its values."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.goals_told import asks_of_past
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.judged_counts import judged_count, judged_proof
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.shares import percent_of_rows
from plansvar.asking.answering.statuses import assessed_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.goal_levels import FAMILIES, family_of, financial_goals, judged
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Document, DocumentKind, Indicator
from plansvar.language.folding import words as split


def answer_financial(task: Task) -> Draft:
    """How many of the financial goals are judged as asked, and which; all of them where the
    question only asks how they went. Of the newest document that judges them, an annual report
    for what has been."""
    scope = task.query.scope
    rows = selecting.rows_in_scope(financial_goals(task.library), scope, task.library)
    rows = selecting.ordered(rows, task.library)
    years = set(scope.years)
    documents = dict.fromkeys(task.document(row) for row in rows)
    within = [d for d in documents if not years or d.year in years]
    if asks_of_past(task):  # what has been is told by what reports a whole year
        within.sort(key=lambda document: document.kind is not DocumentKind.ANNUAL)
    document = next(iter(within), None)
    if document is None:
        return Draft(AnswerKind.INDICATOR, ())
    base = [row for row in rows if row.place.document_id == document.path]
    families = task.query.goals[1:]
    kept = [row for row in base if not families or family_of(judged(row)) in families]
    said = _counts(task, document, base, families)
    if task.query.operation in (Operation.LIST,):
        shown = base if _asks_of_all(task) else kept
        said += [assessed_said(task, row, False) for row in shown]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(kept))


def _asks_of_all(task: Task) -> bool:
    """Whether it is asked if all of the goals are as said: those that are not tell it."""
    said = split(task.query.text)
    return not set(said).isdisjoint(vocabulary_list("yes_no", "of_all"))


def _counts(
    task: Task, document: Document, base: list[Indicator], families: tuple[str, ...]
) -> list[Said]:
    said: list[Said] = []
    for family in families or FAMILIES:
        part = [row for row in base if family_of(judged(row)) == family]
        if not part and not families:
            continue
        fact = task.say_many(
            f"financial.{family}",
            len(part),
            report=report_name(task, document, None),
            base=str(len(base)),
        )
        proof = judged_proof(part or base)
        calculation = judged_count(task, base, part, word(task, "family", family))
        said.append(Said(fact.reckoned(calculation).proved_by(*proof)))
        said += percent_of_rows(task, base, part, proof)
    return said
