"""How much of a commitment is done, where a column of its table tells that."""

from __future__ import annotations

from plansvar.asking.answering.commitments import named, status_facts
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import AnswerKind, Cell, Commitment
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def asks_for_progress(task: Task) -> bool:
    """Whether a question asks how much is done of commitments that it names."""
    told = f" {' '.join(words(task.query.text))} "
    asked = any(f" {phrase} " in told for phrase in vocabulary("commitments")["progress"]["asked"])
    return asked and bool(_named(task))


def answer_progress(task: Task) -> Draft:
    """The share that the row prints, with its status; nothing where no table tells it."""
    rows = tuple(row for row in _named(task) if _cell(task, row) is not None)
    told = [fact for row in rows for fact in (progress_fact(task, row), *status_facts(task, row))]
    return Draft(AnswerKind.COMMITMENT, tuple(Said(fact) for fact in told if fact), rows)


def progress_fact(task: Task, row: Commitment) -> Fact | None:
    """What the row prints under "Färdiggrad"; null where its table has no such column."""
    cell = _cell(task, row)
    if cell is None:
        return None
    document = task.document(row)
    head = _head(task, row)
    heading = plain(document.quote(head.span)) if head else ""
    quote = quoted(document, cell.span)
    return task.say("commitment.progress", name=named(task, row), heading=heading, quote=quote)


def _named(task: Task) -> tuple[Commitment, ...]:
    held = {row for link in task.query.links for row in link.rows}
    return tuple(row for row in task.library.commitments() if row.id in held)


def _cell(task: Task, row: Commitment) -> Cell | None:
    """The cell of the row's line in the column that tells how much is done."""
    head = _head(task, row)
    for table in task.document(row).tables if head else ():
        own = next((c for c in table.cells if c.span.holds(row.text_span)), None)
        if own is not None and head in table.cells:
            cells = (c for c in table.cells if c.row == own.row and c.column == head.column)
            return next((c for c in cells if c.text.strip()), None)
    return None


def _head(task: Task, row: Commitment) -> Cell | None:
    wanted = vocabulary("measures")["roles"]["progress"]
    for table in task.document(row).tables:
        if table.span.holds(row.text_span):
            heads = (c for c in table.cells if c.row < max(table.header_rows, 1))
            return next((c for c in heads if fold(c.text).strip(" .:%,") in wanted), None)
    return None
