"""The financial goals as a set ("vilket av de finansiella målen nås?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import FINANCIAL, financial_goals, is_goal_word, names_financial
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.goals_asked import families_of
from plansvar.asking.understanding.goals_standing import asks_how_it_stands
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_NOT_OF_ROWS = (Operation.WHY, Operation.HOW, Operation.WHEN, Operation.WHO, Operation.TARGET)
_COUNTING = (Operation.COUNT, Operation.SHARE)


def with_financial_goals(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the financial goals by how they are judged, where it names them as a set and
    documents judge them; else as it was."""
    if (
        query.operation in _NOT_OF_ROWS
        or query.decline is not None
        or not names_financial([token.key for token in reading.tokens])
    ):
        return query
    judged = query.premise or query.conditions
    families = families_of(judged)
    wanted = judged.assessments or judged.target_state
    if not (wanted and families) and not asks_how_it_stands(reading):
        return query
    scope = replace(query.scope, sections=(), years=())
    rows = rows_in_scope(financial_goals(catalogue.library), scope, catalogue.library)
    years = set(query.scope.years)
    documents = {r.place.document_id for r in rows}
    told = [d for d in catalogue.documents if d.path in documents]
    if not any(not years or d.year in years for d in told):
        return _of_text(query, reading)
    listing = reading.has("operation", "list")
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=query.operation if query.operation in _COUNTING else Operation.LIST,
        links=(),
        conditions=Conditions(),
        premise=None,
        keywords=(),
        measures=(),
        not_understood=(),
        scope=replace(query.scope, sections=()),
        goals=(FINANCIAL, *(families if listing or query.operation in _COUNTING else ())),
    )


def _of_text(query: Query, reading: Reading) -> Query:
    """The question put to the running text, where no row of that name is judged: neither all goals
    nor an amount that is called nearly the same ("finansiella intäkter") are an answer."""
    unnamed = query.subject is Subject.INDICATORS and not query.links
    if not (query.subject is Subject.AMOUNTS or unnamed):
        return query
    words = tuple(t.text for t in reading.tokens if _is_told(t.key) or is_goal_word(t.key))
    return replace(
        query,
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        links=(),
        premise=None,
        conditions=Conditions(),
        keywords=words,
    )


def _is_told(key: str) -> bool:
    return key in vocabulary("goallevels")["financial"]["asked"]
