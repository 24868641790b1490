"""The printed answer to a question that a document prints itself."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages.printed_questions import answers_printed
from plansvar.domain import AnswerKind


def asks_printed_question(task: Task) -> bool:
    return not task.query.follow_up and bool(answers_printed(task.query, task.library))


def answer_printed_question(task: Task) -> Draft:
    """What stands right below the question in the newest document that prints it."""
    found = answers_printed(task.query, task.library)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
