"""The financial goals as a set ("vilket av de finansiella målen nås?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import (
    FINANCIAL,
    STATED,
    financial_goals,
    is_goal_word,
    is_of_sort,
    names_financial,
    stated_financial,
)
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.goals_asked import families_of
from plansvar.asking.understanding.goals_standing import asks_how_it_stands
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_NOT_OF_ROWS = (Operation.WHY, Operation.HOW, Operation.WHEN, Operation.WHO)
_STATING = (Operation.LIST, Operation.WHAT, Operation.VALUE, Operation.TARGET)
_COUNTING = (Operation.COUNT, Operation.SHARE)


def with_financial_goals(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the financial goals by how they are judged, where it names them as a set and
    documents judge them; else as it was."""
    if query.operation in _NOT_OF_ROWS or query.decline is not None:
        return query
    if not names_financial([token.key for token in reading.tokens]):
        sort = _sort_named(reading) if query.operation is Operation.LIST else None
        return _stated(query, reading, catalogue, sort) if sort else query
    judged = query.premise or query.conditions
    families = families_of(judged)
    wanted = judged.assessments or judged.target_state
    if not (wanted and families) and not asks_how_it_stands(reading):
        return _stated(query, reading, catalogue)
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


def _sort_named(reading: Reading) -> str | None:
    """The root of the one money word of a question for goals ("vilka mål finns för
    investeringar?")."""
    keys = [token.key for token in reading.tokens]
    told = vocabulary("goallevels")["financial"]["names"]
    found = {root for root in told for key in keys if key.startswith(root)}
    goals = any(key in vocabulary("goallevels")["nouns"] for key in keys)
    return found.pop() if goals and len(found) == 1 else None


def _stated(query: Query, reading: Reading, catalogue: Catalogue, sort: str | None = None) -> Query:
    """The query for what the goals are, or those of one sort of money, where it names nothing else
    and documents state them."""
    if query.operation not in _STATING or _asks_otherwise(query):
        return query
    said = contents(reading, frozenset(), catalogue)
    if not all(c.support or _is_of_set(c, sort) for c in said):
        return query
    years = set(query.scope.years)
    rows = rows_in_scope(stated_financial(catalogue.library), query.scope, catalogue.library)
    rows = [row for row in rows if sort is None or is_of_sort(row, sort)]
    dated = {d.path for d in catalogue.documents if not years or d.year in years}
    if not any(row.place.document_id in dated for row in rows):
        return query if sort else _of_text(query, reading)
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.LIST,
        links=(),
        conditions=Conditions(),
        premise=None,
        keywords=(),
        measures=(),
        not_understood=(),
        money=None,
        decline=None,
        scope=replace(query.scope, sections=(), document_kinds=(), document_years=()),
        goals=(STATED, FINANCIAL, *((sort,) if sort else ())),
    )


def _asks_otherwise(query: Query) -> bool:
    """Whether a question asks for such goals under conditions, in an order or for a group."""
    judged = query.premise or query.conditions
    rest = replace(judged, kinds=())
    return bool(rest != Conditions() or query.order or query.breakdowns or query.parts)


def _is_of_set(content: Content, sort: str | None) -> bool:
    """Whether a word only says that the goals are those of money, or of that sort of it."""
    said = words(content.words.text)
    of_sort = bool(sort) and all(word.startswith(str(sort)) for word in said)
    return content.weak or of_sort or all(_is_told(word) or is_goal_word(word) for word in said)


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
