"""Whether parts that a document prints in its text make a number that the question gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.given_sums import (
    EQUAL,
    NEAR,
    Found,
    Printed,
    numbers_of,
    printed_of,
    told,
)
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Operation
from plansvar.domain import Amount, AnswerKind, BlockKind, Document
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at
from plansvar.language.sums import given_sum

_LEAST, _LEAST_HEADED = 2, 3


def asks_of_printed_parts(task: Task) -> bool:
    """Whether a question gives one number and asks if parts make it."""
    query = task.query
    asks = query.operation is Operation.CHECK_SUM and len(set(query.numbers)) == 1
    return asks and given_sum(query.text) is None


def answer_printed_parts(task: Task) -> Draft:
    """The parts of the paragraph that prints the number, else those of the headings that nearly
    make it."""
    wanted = task.query.numbers[0]
    found = next(iter((*_in_paragraphs(task, wanted), *_under_headings(task, wanted))), None)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, told(task, found))) if found else ())


def _in_paragraphs(task: Task, wanted: float) -> Iterator[Found]:
    for document in selecting.documents_in_scope(task.query.scope, task.library):
        for block in document.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            numbers = numbers_of(document, block.span)
            total = next((n for n in numbers if abs(n.value - wanted) < EQUAL), None)
            if total is None:
                continue
            behind = numbers[numbers.index(total) + 1 :]
            parts = tuple(n for n in behind if _is_part(n, total, document))
            if len(parts) >= _LEAST:
                quotes = sorted({s for each in (total, *parts) for s in each.proof.spans})
                yield Found(parts, (1,) * len(parts), total, document, tuple(quotes))


def _is_part(number: Printed, total: Printed, document: Document) -> bool:
    """Whether a number of the same unit stands in the sentence that prints the total, or in the
    next one where that begins with what the total is made up of ("Av resten …")."""
    told = sentence_at(document.text, total.proof.spans[0].start)
    own = sentence_at(document.text, number.proof.spans[0].start)
    if told is None or own is None or not total.unit or number.unit != total.unit:
        return False
    opening = split(document.quote(own))[:1]
    between = document.text[told.end : own.start]
    behind = not between.strip() and opening[0] in words.vocabulary_list("balance", "made_up_of")
    return told == own or behind


def _under_headings(task: Task, wanted: float) -> Iterator[Found]:
    """Amounts that headings print side by side ("Skola −942 tkr"), if they nearly make it."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    headed = [row for row in rows if not row.headings and _is_heading(row)]
    for _, members in groupby(sorted(headed, key=_group), key=_group):
        parts = tuple(map(printed_of, sorted(members, key=lambda row: row.cell.start)))
        if len(parts) >= _LEAST_HEADED and _is_near(parts, wanted):
            document = task.library.document(parts[0].figure.document_id)
            yield Found(parts, (1,) * len(parts), None, document)


def _is_heading(row: Amount) -> bool:
    return row.value is not None and bool(row.place.section) and row.raw in row.place.section[-1]


def _group(row: Amount) -> tuple[str, tuple[str, ...], str]:
    return row.place.document_id, row.place.section[:-1], row.unit or ""


def _is_near(parts: Sequence[Printed], wanted: float) -> bool:
    return abs(sum(part.value for part in parts) - wanted) <= NEAR * abs(wanted)
