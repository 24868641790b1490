"""Which rows a question for goals or indicators means: no volumes or risks beside them."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence.words import is_outcome
from plansvar.asking.goal_levels import has_goal, is_aimed, is_goal, judged_goals, says_goals
from plansvar.domain import Indicator
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def goals_meant(task: Task, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The goals where those are asked for: of a document that has them as rows of their own those,
    else what has a target or is judged; of indicators what has an outcome or a target. All rows
    where none is such, or where rows of another kind are asked for."""
    if _asks_of_another_kind(task):
        return tuple(rows)
    if not asks_for_goals_themselves(task):
        return tuple(r for r in rows if is_aimed(r) or _is_measured(r)) or tuple(rows)
    own = {row.id for d in task.library.documents() for row in judged_goals(d, task.library)}
    apart = {row.place.document_id for row in rows if row.id in own}
    meant = [
        row
        for row in rows
        if (is_goal(row.kind) if row.place.document_id in apart else is_aimed(row))
    ]
    return tuple(row for row in meant if has_goal(row)) or tuple(meant) or tuple(rows)


def asks_for_goals_themselves(task: Task) -> bool:
    """Whether a question names goals, and nothing that measures them."""
    return says_goals(words(task.query.base or task.query.text))


def _asks_of_another_kind(task: Task) -> bool:
    measures = vocabulary("goallevels")["measures"]
    kinds = task.query.conditions.kinds
    return bool(kinds) and not any(is_goal(kind) or fold(kind) in measures for kind in kinds)


def _is_measured(row: Indicator) -> bool:
    """Whether a row has an outcome; a count of goals by their colours is none."""
    return any(map(is_outcome, row.observations))
