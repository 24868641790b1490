"""What was forecast and what it came to, where a question holds one against the other ("stämde
prognosen med vad det blev?"): a forecast alone says nothing of whether it held."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.evidence import words
from plansvar.asking.query import Operation, Query
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_TELLING = (Operation.VALUE, Operation.COMPARE, Operation.HOW, Operation.DIFFERENCE)


def asks_if_forecast_held(task: Task) -> bool:
    """Whether a question names a forecast of a row, and what it came to."""
    query, told = task.query, vocabulary("compared")["forecast"]
    named = bool(query.links) and not set(query.measures).isdisjoint(told["measures"])
    came = not set(split(fold(query.text))).isdisjoint(told["came"])
    return named and came and query.operation in _TELLING and not query.follow_up


def of_outcome(query: Query, made: Draft) -> Query:
    """The same question for the outcome of the year that was forecast, in whatever document tells
    it."""
    told = {words.year_of(row.period) for row in made.rows if isinstance(row, Amount)}
    years = query.scope.years or tuple(sorted(year for year in told if year is not None))
    scope = replace(query.scope, documents=(), document_kinds=(), document_years=(), years=years)
    outcome = words.vocabulary_list("measures", "outcome")[:1]
    return replace(query, measures=tuple(outcome), scope=scope, operation=Operation.VALUE)


def with_outcome(made: Draft, outcome: Draft) -> Draft:
    """Both as one answer; the outcome alone where no forecast was told."""
    if outcome.abstained or not outcome.said:
        return made
    if made.abstained:
        return outcome
    known = {said.fact.text for said in made.said}
    more = (said for said in outcome.said if said.fact.text not in known)
    return replace(made, said=(*made.said, *more), rows=(*made.rows, *outcome.rows))
