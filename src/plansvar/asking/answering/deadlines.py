"""When commitments are to be done: the date that stands in the same line of the table."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.answering.commitments import named
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Commitment, Span
from plansvar.language.vocabulary import vocabulary


def asks_for_deadline(task: Task) -> bool:
    """Whether a question asks when commitments that it names are to be done."""
    query = task.query
    tasks = query.subject is Subject.COMMITMENTS and bool(query.links)
    return tasks and query.operation is Operation.WHEN


def answer_deadline(task: Task) -> Draft:
    """The dates in the rows, and what running text says; nothing where no row has a date."""
    rows = selecting.commitments(task.query, task.library)
    dated = [(row, span) for row in rows for span in _dates(task, row)]
    if not dated:
        return Draft(AnswerKind.COMMITMENT, ())
    said = [
        Said(
            task.say(
                "commitment.deadline",
                name=named(task, row),
                quote=quoted(task.document(row), span),
            )
        )
        for row, span in dated
    ]
    told = answer_passages(task).said
    return Draft(AnswerKind.COMMITMENT, (*said, *told), tuple(dict.fromkeys(r for r, _ in dated)))


def _dates(task: Task, row: Commitment) -> list[Span]:
    """The deadline of the row, else the dates in the line that its text ends in."""
    if row.deadline_span is not None:
        return [row.deadline_span]
    text = task.document(row).text
    end = text.find("\n", row.text_span.end)
    found = _date().finditer(text, row.text_span.end, len(text) if end < 0 else end)
    return [Span(match.start(), match.end()) for match in found][:1]


@cache
def _date() -> re.Pattern[str]:
    """ "2031-10-31", "31 december 2027", "december 2027", "Q3 2027"."""
    months = "|".join(vocabulary("passages")["numbers"]["months"])
    named = rf"(?:\d{{1,2}} )?(?:{months})\.? (?:19|20)\d\d"
    return re.compile(
        rf"(?i)\b(?:(?:19|20)\d\d-\d\d-\d\d|{named}|(?:q|kv|t)\s?[1-4] ?(?:19|20)\d\d)\b"
    )
