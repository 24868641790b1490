"""That a table has no value where a question asks for one, with its note and what the line does
print."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, chained, listed
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.answering.unmeasured import meaning_of_mark, reason_of
from plansvar.asking.evidence.notes import note_of
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation, Subject
from plansvar.asking.tables.lacking import LackedCell, lacked_cell
from plansvar.domain import AnswerKind, Evidence, Figure, Span

_MOST = 4  # figures of the line that are told beside
_ASKING = (Operation.VALUE, Operation.WHAT, Operation.TARGET)


def asks_of_undertaking(task: Task) -> bool:
    """Whether a value is asked for of an undertaking, which its row may not have."""
    query = task.query
    if not query.links or query.premise is not None or query.subject is Subject.INDICATORS:
        return False
    linked = {row for link in query.links for row in link.rows}
    return any(row.id in linked for row in task.library.commitments())


def answer_lacking(task: Task) -> Draft:
    """The mark that stands in the cell asked for, why it does where a note tells, and the figures
    of the line; nothing where a figure is printed for what is asked."""
    query = task.query
    of_one = query.operation in _ASKING and query.order is None and not query.over_years
    found = lacked_cell(query, task.library) if of_one else None
    if found is None:
        return Draft(AnswerKind.AMOUNT, ())
    said = [_lacks(task, found)]
    figures = found.line.figures[:_MOST]
    if figures:
        values = listed([told_figure(task, found.line, each) for each in figures], task.language)
        beside = task.say("grid.line", what=told_label(task, found.line), values=values)
        said.append(beside.proved_by(line_proof(found.line, figures)))
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, said)))


def _lacks(task: Task, found: LackedCell) -> Fact:
    line, document = found.line, found.line.document
    spans = (*line.labels, *found.column.spans, found.cell.span)
    proof = Evidence(place_at(document, line.labels[0]), tuple(sorted(spans)), row=line.labels[0])
    note = _note(found)
    fact = task.say(
        f"grid.lacking{'_noted' if note else ''}",
        what=told_label(task, line),
        head=chained(_printed(found, span) for span in found.column.spans),
        mark=plain(document.quote(found.cell.span)),
        note=quoted(document, note) if note else "",
    )
    return fact.proved_by(proof)


def _note(found: LackedCell) -> Span | None:
    """The note that the cell or the line's name refers to, the sentence that says why, or what the
    mark stands for."""
    document = found.line.document
    marked = (note_of(document, span) for span in (found.cell.span, *found.line.labels))
    own = next(filter(None, marked), None)
    own = own or reason_of(document, (found.line.label,), found.column.year)
    return own or meaning_of_mark(document, document.quote(found.cell.span).strip())


def _printed(found: LackedCell, span: Span) -> Fact:
    document = found.line.document
    shown = plain(document.quote(span))
    return Fact(shown, (Figure(shown, document.path, span),))
