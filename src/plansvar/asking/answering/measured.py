"""Whether a loosely put question is for a figure that rows have, or for what no figure tells."""

from __future__ import annotations

import re

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence.words import measure_kind
from plansvar.asking.passages.wording import ACTION, kind_of
from plansvar.asking.query import Operation, Subject
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary


def asks_measured(task: Task) -> bool:
    """ "vad pekar prognosen på för nämnden?": an amount of a measure, whatever words ask for it."""
    query = task.query
    loose = query.operation in (Operation.WHAT, Operation.HOW) and bool(query.measures)
    if not loose or not query.links or query.not_understood or asks_untold_by_figures(task):
        return False
    amounts = {row.id for row in task.library.amounts()}
    told = {word for link in query.links for word in split(link.name)}
    named = all(word in told for each in query.keywords for word in split(each))
    return (named or query.subject is Subject.AMOUNTS) and all(
        row in amounts for link in query.links for row in link.rows
    )


def asks_untold_target(task: Task) -> bool:
    """ "vad är målet för resultatet?" of amounts that no target is printed for."""
    query = task.query
    if query.operation is not Operation.TARGET or query.subject is not Subject.AMOUNTS:
        return False
    rows = {row for link in query.links for row in link.rows}
    amounts = (row for row in task.library.amounts() if row.id in rows)
    return not any(row.measure and measure_kind(row.measure) == "target" for row in amounts)


def asks_what_is_done(task: Task) -> bool:
    """ "vilka åtgärder har satts in?": no figure tells that."""
    return task.query.operation is Operation.HOW and kind_of(task.query) == ACTION


def asks_untold_by_figures(task: Task) -> bool:
    """Whether it is asked what is done, or in what way ("hur sköts snöröjningen?")."""
    manner = "|".join(vocabulary("passages")["manner"]["asked"])
    of_way = task.query.operation is Operation.HOW and re.search(manner, fold(task.query.text))
    return asks_what_is_done(task) or bool(of_way)
