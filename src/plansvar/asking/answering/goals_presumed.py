"""Goals that a question takes to be reached or missed, where the document judges the goal itself
and no value of what measures it can tell."""

from __future__ import annotations

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import family_of, is_goal_word, judged, judged_goals, valued_goals
from plansvar.asking.query import Operation, TargetState
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind, Document, Indicator, MarkSource
from plansvar.index.library import Library
from plansvar.language.folding import words as split

_CONTRARY = {TargetState.MISSED: "met", TargetState.MET: "missed"}
_CAUSES = (Operation.WHY, Operation.HOW)


def judged_otherwise(task: Task, valued: bool = False) -> Draft | None:
    """How the goal that the words name is judged, by the newest report that judges it, where that
    is the contrary of what the question takes for granted; `valued` goals have figures of their
    own, which tell more where they can be set against a target."""
    query = task.query
    state = query.premise.target_state if query.premise else None
    if state is None or query.operation not in _CAUSES:
        return None
    if not any(map(is_goal_word, split(query.text))):
        return None
    goals = _named(task, valued)
    newest = max((task.document(goal).year or 0 for goal in goals), default=0)
    goals = [goal for goal in goals if task.document(goal).year == newest]
    if not goals or any(family_of(judged(goal)) != _CONTRARY[state] for goal in goals):
        return None
    facts = (task.say("yes_no.no_assessed", fact=one_assessed(task, goal)) for goal in goals)
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), tuple(goals))


def _named(task: Task, valued: bool) -> list[Indicator]:
    """The judged goals whose names hold all the words that were linked."""
    said = {w.text for link in task.query.links for w in link.words}
    asked = {root for text in said for root in telling_roots(text) if not is_goal_word(text)}
    years = set(task.query.scope.years)
    return [
        goal
        for document in selecting.documents_asked(task.query.scope, task.library)
        if not years or document.year in years
        for goal in (
            *judged_goals(document, task.library),
            *(_judged_themselves(document, task.library) if valued else ()),
        )
        if asked and judged(goal) and _holds(plain(goal.name), asked)
    ]


def _judged_themselves(document: Document, library: Library) -> list[Indicator]:
    """Goals with figures of their own that are judged in their own rows, in no list elsewhere."""
    goals = valued_goals(document, library)
    return [g for g in goals if g.assessment and g.assessment.source is not MarkSource.SUMMARY]


def _holds(name: str, asked: set[str]) -> bool:
    own = telling_roots(name)
    return all(any(is_form(root, each) for each in own) for root in asked)
