"""Corrects a question for the cause of what did not happen, where nothing that it names is a row:
figures of a printed line, or a sentence, tell that it went the other way."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_pairs import pair_facts
from plansvar.asking.passages import find_told_causes
from plansvar.asking.passages.contrary import claimed_effect, claimed_state, told_contrary
from plansvar.asking.passages.wondered import wondered
from plansvar.asking.query import Operation
from plansvar.asking.tables.contrary import contrary_pair
from plansvar.domain import AnswerKind
from plansvar.language.vocabulary import vocabulary


def asks_why_it_moved(task: Task) -> bool:
    """Whether a cause is asked for of a change that is taken for granted."""
    query = task.query
    if query.operation is not Operation.WHY or query.follow_up or query.not_understood:
        return False
    asked = wondered(query, task.library)
    return (claimed_effect(query, asked) or claimed_state(query)) is not None


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
    told = told_contrary(task.query, task.library)
    if told is None:
        return Draft(AnswerKind.PASSAGE, ())
    quote = quoted(told.document, told.span)
    return Draft(AnswerKind.PASSAGE, (Said(task.say("premise.told_otherwise", quote=quote)),))
