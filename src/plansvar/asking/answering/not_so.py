"""Corrects a question for the cause of what did not happen, where nothing that it names is a row:
figures of a printed line, or a sentence, tell that it went the other way."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_pairs import pair_facts
from plansvar.asking.basics import PLANS, basic_sentences
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import find_told_causes
from plansvar.asking.passages.contrary import (
    Contrary,
    claimed_effect,
    claimed_state,
    told_contrary,
)
from plansvar.asking.passages.states import claims_undone, told_done
from plansvar.asking.passages.states_asked import claims_late, told_in_time
from plansvar.asking.passages.wondered import tells, wondered
from plansvar.asking.query import Operation
from plansvar.asking.tables.contrary import contrary_pair
from plansvar.domain import AnswerKind
from plansvar.language.vocabulary import vocabulary

INHABITANTS = "inhabitants"
_OF_PEOPLE = ("more", "fewer")


def asks_why_it_moved(task: Task) -> bool:
    """Whether a cause is asked for of a change that is taken for granted."""
    query = task.query
    if query.operation is not Operation.WHY or query.follow_up or query.not_understood:
        return False
    asked = wondered(query, task.library)
    return (claimed_effect(query, asked) or claimed_state(query)) is not None


def takes_undone_for_granted(task: Task) -> bool:
    """ "varför är badet fortfarande stängt?", "varför öppnade den först 2033?", "varför försenades
    den?"."""
    return claims_undone(task.query) or claims_late(task.query)


def answer_done(task: Task) -> Draft:
    """The sentence that tells that it is open, begun or done, or came in time; nothing where none
    does."""
    undone, late = claims_undone(task.query), claims_late(task.query)
    told = told_done(task.query, task.library) if undone else None
    told = told_in_time(task.query, task.library) if told is None and late else told
    if told is None:
        return Draft(AnswerKind.PASSAGE, ())
    quote = quoted(told.document, told.span)
    return Draft(AnswerKind.PASSAGE, (Said(task.say("premise.told_otherwise", quote=quote)),))


def answer_not_moved(task: Task) -> Draft:
    """What is printed instead; nothing where a document tells why it is as the question says."""
    if find_told_causes(task.query, task.library):
        return Draft(AnswerKind.PASSAGE, ())
    effect = claimed_effect(task.query, wondered(task.query, task.library)) or ""
    way = vocabulary("effects").get(effect, {}).get("way")
    pair = contrary_pair(task.query, way, task.library) if way else None
    if pair is not None:
        first, *others = pair_facts(task, pair)
        said = [task.say(f"premise.moved_not_{effect}", fact=first), *others]
        return Draft(AnswerKind.AMOUNT, tuple(map(Said, said)))
    told = told_contrary(task.query, task.library) or _of_all(task, effect)
    if told is None:
        return Draft(AnswerKind.PASSAGE, ())
    quote = quoted(told.document, told.span)
    return Draft(AnswerKind.PASSAGE, (Said(task.say("premise.told_otherwise", quote=quote)),))


def _of_all(task: Task, effect: str) -> Contrary | None:
    """Where nothing is named that grows or shrinks ("varför växer kommunen?") it is those who live
    there: the sentence that counts them and tells the contrary, and none that tells it."""
    query, scope = task.query, task.query.scope
    named = query.links or scope.organisations or wondered(query, task.library).things
    if named or effect not in _OF_PEOPLE:
        return None
    documents = selecting.documents_asked(scope, task.library)
    documents = [d for d in documents if d.kind not in PLANS]
    of_years = [d for d in documents if d.year in scope.years] or documents
    told = basic_sentences(INHABITANTS, of_years)
    contrary = vocabulary("effects")[effect]["contrary"]
    if any(tells(effect, each.text) for each in told):
        return None
    found = (e for e in told if any(tells(name, e.text) for name in contrary))
    first = next(found, None)
    return Contrary(first.document, first.span) if first else None
