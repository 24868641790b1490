"""Why commitments have a status, row by row ("vilka är försenade och varför?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.commitments import row_said
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import find_causes
from plansvar.asking.query import Conditions, Operation
from plansvar.domain import AnswerKind, Commitment
from plansvar.language.sentences import sentences

_MOST, _SENTENCES = 6, 3


def asks_for_reasons(task: Task) -> bool:
    """Whether a question asks why the commitments of a status have it."""
    query = task.query
    return query.operation is Operation.WHY and bool(_statuses(task)) and not query.links


def answer_reasons(task: Task) -> Draft:
    """Each row with its printed status, and what the documents give as the cause."""
    conditions = Conditions(statuses=_statuses(task))
    query = replace(task.query, operation=Operation.LIST, conditions=conditions, premise=None)
    rows = selecting.commitments(query, task.library)[:_MOST]
    said = [one for row in rows for one in (row_said(task, row), *_reasons(task, row))]
    return Draft(AnswerKind.COMMITMENT, tuple(said), rows)


def _statuses(task: Task) -> tuple[str, ...]:
    premise = task.query.premise or Conditions()
    return premise.statuses or task.query.conditions.statuses


def _reasons(task: Task, row: Commitment) -> list[Said]:
    """The row's own comment, else the sentences that tell a cause and speak of the row."""
    document = task.document(row)
    if row.comment_span:
        told = sentences(document.text, row.comment_span)[:_SENTENCES]
        quotes = [task.say("commitment.comment", quote=quoted(document, span)) for span in told]
        return [Said(quote) for quote in quotes]
    found = find_causes(row.text, task.query, task.library, task.encoder)
    return [Said(fact) for passage in found for fact in passage_facts(task, passage)]
