"""Which undertakings are to be done by a time, with the date of each as printed."""

from __future__ import annotations

from plansvar.asking.answering.deadlines import planned
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import capped, due
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Commitment, Tally
from plansvar.language.folding import fold, words


def asks_by_due(task: Task) -> bool:
    return task.query.conditions.due is not None


def answer_by_due(task: Task) -> Draft:
    """How many of the undertakings with a date each report has that are to be done then, and which;
    what a newer report told is not told again of an older one."""
    rows = selecting.commitments(task.query, task.library)
    every = selecting.rows_in_scope(task.library.commitments(), task.query.scope, task.library)
    dated = [r for r in every if r.deadline_spans and selecting.due_in(r, task.library) is not None]
    groups = grouped(task, selecting.ordered(dated, task.library))
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
    if not said and groups:
        said.append(_number(task, groups[0], []))
    return Draft(AnswerKind.COMMITMENT, tuple(said), tuple(shown))


def _number(task: Task, group: Group[Commitment], members: list[Commitment]) -> Said:
    """How many are to be done then, of those whose date the report prints."""
    fact = task.say_many(
        "commitment.counted_due",
        len(members),
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
