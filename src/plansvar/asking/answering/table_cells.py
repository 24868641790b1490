"""The figures of one line of a printed table, where nothing else answers a question for a value."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.query import Conditions, Decline, Operation
from plansvar.asking.tables.single import cells_asked
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
    found = cells_asked(task.query, task.library)
    if found is None:
        return made
    line = found.line
    values = listed([told_figure(task, line, cell) for cell in found.cells], task.language)
    fact = task.say("grid.line", what=told_label(task, line), values=values)
    fact = replace(fact, evidence=(line_proof(line, found.cells),))
    return replace(made, kind=AnswerKind.AMOUNT, said=(Said(fact),), abstained=False)
