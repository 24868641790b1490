"""The goals of a report that it prints over what measures them, for a question that asks which
goals there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.goals_listed import asks_for_goals_themselves
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import is_goal, judged, judged_goals
from plansvar.asking.printed_goals import printed_goals
from plansvar.asking.query import Conditions, Operation, Scope
from plansvar.domain import Indicator, Tally
from plansvar.language.folding import fold


def printed_goals_said(task: Task, group: Group[Indicator]) -> list[Said]:
    """How many goals the report prints, and each of them; nothing where it judges goals in rows of
    their own, or rows are restricted in any way that goals as such are not."""
    if not _asks(task, group) or judged_goals(group.document, task.library):
        return []
    document = group.document
    goals = printed_goals(document, group.rows)
    names = tuple(plain(document.quote(span)) for span in goals)
    if not names or len(set(names)) < len(names):
        return []
    facts = [quoted(document, span) for span in goals]
    tally = Tally(word(task, "tally", "goals"), names)
    lead = task.say_many(
        "goals_printed", len(names), report=report_name(task, document, group.organisation)
    )
    lead = lead.reckoned(counted(word(task, "rule", "goals"), len(names), tally))
    lead = lead.proved_by(*(proof for fact in facts for proof in fact.evidence))
    return [Said(lead), *(Said(fact, (), "goals") for fact in facts)]


def with_goals_of_their_own(
    task: Task, groups: Sequence[Group[Indicator]]
) -> list[Group[Indicator]]:
    """The reports that tell goals, where goals as such are asked for and some report does: what
    another only measures are none. In each goals come before what measures them."""
    goals = [g for g in groups if any(is_goal(row.kind) for row in g.rows) or _prints(g)]
    kept = goals if goals and asks_for_goals_themselves(task) else groups
    return [replace(g, rows=tuple(_once(sorted(g.rows, key=_is_measured)))) for g in kept]


def _once(rows: Sequence[Indicator]) -> list[Indicator]:
    """Rows without those that say nothing but the name of a goal that another row judges."""
    told = {fold(row.name) for row in rows if judged(row)}
    return [r for r in rows if judged(r) or r.observations or fold(r.name) not in told]


def _prints(group: Group[Indicator]) -> bool:
    return bool(printed_goals(group.document, group.rows))


def _is_measured(row: Indicator) -> bool:
    return not is_goal(row.kind) or bool(row.observations)


def _asks(task: Task, group: Group[Indicator]) -> bool:
    query = task.query
    units = query.scope.organisations
    whole = not units or group.organisation in units
    plain_scope = Scope(
        municipalities=query.scope.municipalities,
        organisations=units,
        documents=query.scope.documents,
        document_kinds=query.scope.document_kinds,
        document_years=query.scope.document_years,
        years=query.scope.years,
    )
    kinds = query.conditions.kinds
    free = query.conditions == Conditions(kinds=kinds) and query.scope == plain_scope
    listed = query.operation is Operation.LIST and not query.links
    return listed and free and whole and asks_for_goals_themselves(task)
