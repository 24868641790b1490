"""Whether a thing is built, shut or done, told by the newest sentences on it."""

from __future__ import annotations

from plansvar.asking.answering.commitments import status_facts
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.passages import passage_of
from plansvar.asking.passages.states_asked import LATE, is_of_state, state_asked, states_told
from plansvar.asking.query import Decline, Operation, Subject
from plansvar.domain import AnswerKind
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_MOST = 2  # undertakings of one thing
_BUILT, _CLOSED = "built", "closed"

_OF_CAUSES = (Operation.WHY, Operation.WHO, Operation.LIST, Operation.COUNT)


def asks_of_state(task: Task) -> bool:
    query = task.query
    free = query.decline in (None, Decline.NOT_IN_DOCUMENTS) and not query.follow_up
    return free and query.operation not in _OF_CAUSES and state_asked(query.text) is not None


def answer_state(task: Task) -> Draft:
    """The sentences that tell it; that nothing tells it, where only money that is not for building
    goes by that name."""
    tasks = statuses_told(task)
    if tasks:
        return Draft(AnswerKind.COMMITMENT, tuple(map(Said, tasks)))
    said = []
    for each in states_told(task.query, task.library):
        said += passage_facts(task, passage_of(each.document, each.spans))
    if not said and (_is_of_other_money(task) or _is_of_values(task)):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, said)))


def statuses_told(task: Task) -> list[Fact]:
    """How far the undertakings that are asked about have come, where they have a status of their
    own: what a plan says of them comes before that."""
    if task.query.subject is not Subject.COMMITMENTS or not task.query.links:
        return []
    rows = selecting.commitments(task.query, task.library)
    judged = sorted((r for r in rows if r.status_span), key=lambda r: newest_key(task.document(r)))
    newest = [r for r in judged if r.place.document_id == judged[0].place.document_id]
    return [fact for row in newest[:_MOST] for fact in status_facts(task, row)]


def _is_of_values(task: Task) -> bool:
    """Whether what goes by the name of a thing that is asked to be built, shut or late is only
    measured, or only money in the last case: no value tells that."""
    query, state = task.query, state_asked(task.query.text)
    values = query.subject is Subject.INDICATORS and query.operation is Operation.VALUE
    money = query.subject is Subject.AMOUNTS
    return (values and state in (_BUILT, _CLOSED)) or ((values or money) and state == LATE)


def _is_of_other_money(task: Task) -> bool:
    """Whether a thing is asked to be built, and what goes by its name is no investment."""
    state, query = state_asked(task.query.text), task.query
    if state != _BUILT or query.subject is not Subject.AMOUNTS or not query.links:
        return False
    stems = vocabulary("statesasked")["investing"]
    sections = (
        fold(" ".join((*row.place.section, row.what)))
        for row in selecting.amounts(query, task.library)
    )
    return not any(any(s in said for s in stems) or is_of_state(said, _BUILT) for said in sections)
