"""Why rows have no assessment: what the newest report tells of each by name, or the note at its
missing value."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.assessments_asked import has_assessments
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.grouping import grouped
from plansvar.asking.answering.missing import noted
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.unassessed import is_open
from plansvar.asking.answering.values import missing_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import find_told_by_name
from plansvar.asking.query import Conditions, Link, Operation
from plansvar.asking.understanding.fitting import content_stems
from plansvar.asking.understanding.roots import root
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold, words

_MOST = 6


def asks_why_unassessed(task: Task) -> bool:
    """Whether a question asks why rows that it does not name as they are called have no
    assessment."""
    query = task.query
    open_ones = query.conditions.unassessed or (query.premise or Conditions()).unassessed
    return query.operation is Operation.WHY and open_ones and not query.links


def answer_why_unassessed(task: Task) -> Draft:
    """What is told of each of the newest report's rows without an assessment; where a word names
    some of them ("klimatmålet"), of those of the newest report that leaves any of them open."""
    kept = Conditions(kinds=task.query.conditions.kinds)
    query = replace(task.query, conditions=kept, premise=None, keywords=())
    groups = grouped(task, selecting.indicators(query, task.library))
    judged = [group for group in groups if has_assessments(task, group)]
    left = [[r for r in group.rows if is_open(r) and _is_meant(r, task)] for group in judged]
    named = bool(_naming(task))
    rows = next(filter(None, left if named else left[:1]), [])[:_MOST]
    within = replace(task, query=query)
    told = [(row, reasons) for row in rows if (reasons := _reasons(within, row))]
    said = tuple(one for _, reasons in told for one in reasons)
    return Draft(AnswerKind.PASSAGE, said, tuple(row for row, _ in told))


def _naming(task: Task) -> tuple[str, ...]:
    """The words of a question that are linked to no row ("klimatmålet", "målet om klimat")."""
    return task.query.not_understood or task.query.keywords


def _is_meant(row: Indicator, task: Task) -> bool:
    """Whether a row's name holds what each word is about that no row is linked by."""
    held = [root(word) for word in words(row.name)]
    heads = [content_stems(fold(word)) for word in _naming(task)]
    return all(any(name.startswith(head) for name in held for head in each) for each in heads)


def _reasons(task: Task, row: Indicator) -> list[Said]:
    """The note at the row's missing value, and what the text tells of the row by name."""
    mark = noted(row)
    scope = replace(task.query.scope, documents=(row.place.document_id,), sections=())
    query = replace(task.query, text="", links=(Link((), row.name, (row.id,), 1.0),), scope=scope)
    found = find_told_by_name(query, task.library)[:1]
    facts = [missing_fact(task, row, mark)] if mark else []
    facts += [fact for passage in found for fact in passage_facts(task, passage)]
    return [Said(fact) for fact in facts]
