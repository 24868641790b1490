"""Which undertakings are to be done by a time, with the date of each as printed."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.commitment_counts import condition_said, form_of_status
from plansvar.asking.answering.deadlines import planned
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import capped, due
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.asking.query import Decline, Operation
from plansvar.domain import AnswerKind, Commitment, Tally
from plansvar.language.folding import fold, words


def asks_by_due(task: Task) -> bool:
    return task.query.conditions.due is not None


def answer_by_due(task: Task) -> Draft:
    """How many of the undertakings with a date each report has that are to be done then, and which;
    what a newer report told is not told again of an older one."""
    rows = selecting.commitments(task.query, task.library)
    groups = grouped(task, selecting.ordered(_dated(task), task.library))
    said: list[Said] = []
    told: set[str] = set()
    shown: list[Commitment] = []
    for group in groups:
        members = [row for row in rows if group.holds(row) and row.deadline_spans]
        names = {" ".join(words(fold(row.text))) for row in members}
        if not members or names <= told:
            continue
        told |= names
        shown += members
        said.append(_number(task, group, members))
        if task.query.operation is not Operation.COUNT:
            facts = (planned(task, r, due(task.document(r), r)) for r in members)
            said += capped(task, [Said(fact, table="points") for fact in facts], members)
    if not groups:  # without a date, or a status, that is printed nothing can be counted
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    if not said:
        said.append(_number(task, groups[0], []))
    return Draft(AnswerKind.COMMITMENT, tuple(said), tuple(shown))


def _dated(task: Task) -> list[Commitment]:
    """The undertakings whose date is printed; asked which of those due then are so, the ones that
    are due and print how far they are."""
    conditions = task.query.conditions
    rows = selecting.rows_in_scope(task.library.commitments(), task.query.scope, task.library)
    if conditions.statuses:
        query = replace(task.query, conditions=replace(conditions, statuses=(), negated=False))
        due_then = selecting.commitments(query, task.library)
        rows = [row for row in due_then if selecting.status_told(row)]
    held = (row for row in rows if row.deadline_spans)
    return [row for row in held if selecting.due_in(row, task.library) is not None]


def _number(task: Task, group: Group[Commitment], members: list[Commitment]) -> Said:
    """How many are to be done then, of those whose date the report prints."""
    conditions = task.query.conditions
    of_status = form_of_status(task).removeprefix("counted") if conditions.statuses else ""
    fact = task.say_many(
        f"commitment.counted_due{of_status}",
        len(members),
        condition=condition_said(task),
        report=report_name(task, group.document, group.organisation),
        kind=kind_word(task, group.rows, len(group.rows)),
        base=str(len(group.rows)),
    )
    tallies = (
        Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows)),
        Tally(word(task, "tally", "shown"), tuple(row.id for row in members)),
    )
    rule = word(task, "rule", "due")
    reckoned = fact.reckoned(
        counted(rule, len(members), *tallies, rows=[row.id for row in members])
    )
    proof = [commitment_proof(row) for row in (members or group.rows)[:3]]
    return Said(reckoned.proved_by(*proof))
