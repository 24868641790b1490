"""Goals that are asked for themselves ("vilka av fullmäktiges mål uppnås inte?"): as the document
judges them, not as the indicators under them turn out."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import documents_in_scope
from plansvar.asking.goal_levels import family_of, tells_goals
from plansvar.asking.query import Conditions, Operation, Query, Subject, TargetState
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_OVER_ROWS = (Operation.LIST, Operation.COUNT, Operation.SHARE)


def with_goals_asked(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for goals by how they are judged, where it names goals and no indicators and the
    documents judge the goals themselves; else as it was."""
    return _with_goals(query, names_goals(reading), catalogue)


def with_goals_carried(
    query: Query, reading: Reading, last: Query | None, catalogue: Catalogue
) -> Query:
    """A follow-up to a question for goals, which may ask for those that are judged otherwise."""
    told = bool(last and last.goals) and not set(_keys(reading)) & _measures()
    return _with_goals(replace(query, goals=()), told or names_goals(reading), catalogue)


def _with_goals(query: Query, named: bool, catalogue: Catalogue) -> Query:
    of_goals = query.subject is Subject.INDICATORS and query.operation in _OVER_ROWS
    families = _families(query)
    if not of_goals or query.links or not families or not named:
        return query
    years = set(query.scope.years)
    documents = documents_in_scope(query.scope, catalogue.library)
    asked = [d for d in documents if not years or d.year in years]
    if not any(tells_goals(document, catalogue.library) for document in asked):
        return query
    return replace(query, goals=families)


def names_goals(reading: Reading) -> bool:
    """Whether a question names goals, and nothing that measures them."""
    told = vocabulary("goallevels")
    keys = _keys(reading)
    goals = tuple(told["nouns"])
    named = any(key.endswith(goals) or key in told["goals"] for key in keys)
    return named and not set(keys) & _measures()


def _keys(reading: Reading) -> list[str]:
    return [token.key for token in reading.tokens]


def _measures() -> frozenset[str]:
    return frozenset(vocabulary("goallevels")["measures"])


def _families(query: Query) -> tuple[str, ...]:
    """How the goals asked for are judged; empty where the question asks for more than that."""
    conditions = query.conditions
    rest = replace(conditions, kinds=(), assessments=(), target_state=None, responsible=())
    if rest != Conditions() or query.measures or query.breakdowns or query.order:
        return ()
    if conditions.target_state is not None:
        return ("met" if conditions.target_state is TargetState.MET else "missed",)
    families = [family_of(value) for value in conditions.assessments]
    return tuple(dict.fromkeys(f for f in families if f)) if all(families) else ()
