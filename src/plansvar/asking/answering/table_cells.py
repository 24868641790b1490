"""The figures of one line of a printed table, where nothing else answers a question for a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.passages.states_asked import LATE, state_asked
from plansvar.asking.query import Conditions, Decline, Operation
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.single import cells_asked
from plansvar.asking.understanding.moneyed import result_stems
from plansvar.asking.understanding.roots import root
from plansvar.domain import AnswerKind
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_ASKING = (Operation.VALUE, Operation.COUNT, Operation.WHAT, Operation.DIFFERENCE)


def asks_for_cells(task: Task) -> bool:
    """Whether a value is asked for, and not which of several or rows under a condition."""
    query = task.query
    open_ = query.decline in (None, Decline.NOT_IN_DOCUMENTS) and not query.follow_up
    free = query.order is None and query.conditions == Conditions() and not query.not_understood
    which = vocabulary("compared")["which"]["words"]
    return (
        open_ and free and query.operation in _ASKING and set(words(query.text)).isdisjoint(which)
    )


def with_cells(task: Task, made: Draft) -> Draft:
    """The line that says all that the question says, in the place of no answer."""
    if task.query.things or (made.said and not made.abstained):
        return made
    if state_asked(task.query.text) == LATE:  # no figure tells whether a thing came in time
        return made
    found = cells_asked(task.query, task.library)
    if found is None or not _is_result_if_asked(task, found.line, found.cells):
        return made
    line = found.line
    values = listed([told_figure(task, line, cell) for cell in found.cells], task.language)
    fact = task.say("grid.line", what=told_label(task, line), values=values)
    fact = replace(fact, evidence=(line_proof(line, found.cells),))
    return replace(made, kind=AnswerKind.AMOUNT, said=(Said(fact),), abstained=False)


def _is_result_if_asked(task: Task, line: Line, cells: Sequence[TableCell]) -> bool:
    """Whether a line is of a result, where that is what is asked for: a guarantee for a company is
    none."""
    stems = set(result_stems())
    if stems.isdisjoint(map(root, words(task.query.text))):
        return True
    section = line.document.section_at(line.labels[0].start)
    spans = (*line.told, *line.above, *(span for cell in cells for span in cell.headings))
    told = [*map(line.document.quote, spans), *(section.path if section else ())]
    return not stems.isdisjoint(root(word) for text in told for word in words(text))
