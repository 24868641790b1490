"""Why several rows are as they are: the paragraph that each one's name opens."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.of_figures import passage_of
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, BlockKind, Document, Indicator, Span
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences

_LEAST, _MOST, _SENTENCES = 2, 6, 4


def asks_why_of_rows(task: Task) -> bool:
    """Whether a question asks for the cause of several rows at once."""
    query = task.query
    several = query.subject is Subject.INDICATORS and len(query.links) >= _LEAST
    return query.operation is Operation.WHY and several


def answer_why_of_rows(task: Task) -> Draft:
    """What the document says under each row's name; nothing where it says nothing of any."""
    rows = selecting.indicators(task.query, task.library)
    told = [(row, spans) for row in rows if (spans := _under_name(task.document(row), row))]
    said = [
        Said(fact)
        for row, spans in told[:_MOST]
        for fact in passage_facts(task, passage_of(task.document(row), spans))
    ]
    return Draft(AnswerKind.PASSAGE, tuple(said), tuple(row for row, _ in told[:_MOST]))


def _under_name(document: Document, row: Indicator) -> tuple[Span, ...]:
    """The sentences of the paragraph in the row's section that begins with the row's name."""
    names = {fold(name) for name in (row.name, *(label.text for label in row.also))}
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        told = sentences(document.text, block.span)[:_SENTENCES]
        opening = fold(document.quote(told[0])).rstrip(" .:") if len(told) > 1 else ""
        section = document.section_at(block.span.start)
        if opening in names and section and section.path == row.place.section:
            return tuple(told)
    return ()
