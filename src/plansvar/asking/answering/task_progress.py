"""How much of a commitment is done, where a column of its table tells that."""

from __future__ import annotations

from plansvar.asking.answering.commitments import named, status_facts
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.tables.printed import TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.domain import AnswerKind, Commitment
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
    heading = plain(document.quote(cell.headings[-1]))
    quote = quoted(document, cell.span)
    return task.say("commitment.progress", name=named(task, row), heading=heading, quote=quote)


def _named(task: Task) -> tuple[Commitment, ...]:
    held = {row for link in task.query.links for row in link.rows}
    return tuple(row for row in task.library.commitments() if row.id in held)


def _cell(task: Task, row: Commitment) -> TableCell | None:
    """The figure of the row's line in the column that tells how much is done."""
    wanted = vocabulary("measures")["roles"]["progress"]
    for line in lines_of(task.library, task.document(row)):
        if any(label.overlaps(row.text_span) for label in line.labels):
            cells = (c for c in line.figures if fold(c.head).strip(" .:%,") in wanted)
            return next(cells, None)
    return None
