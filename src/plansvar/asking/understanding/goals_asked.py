"""Goals that are asked for themselves ("vilka av fullmäktiges mål uppnås inte?"): as the document
judges them, not as the indicators under them turn out."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import documents_in_scope
from plansvar.asking.goal_levels import CHANGED, FINANCIAL, family_of, says_goals, tells_goals
from plansvar.asking.query import Conditions, Operation, Query, Subject, TargetState
from plansvar.asking.understanding.all_goals import with_all_claimed
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.claimed_counts import counted_numbers
from plansvar.asking.understanding.claimed_parts import with_boards_claimed
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_OVER_ROWS = (Operation.LIST, Operation.COUNT, Operation.SHARE)


def with_goals_asked(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for goals by how they are judged, where it names goals and no indicators and the
    documents judge the goals themselves; else as it was."""
    checked = with_count_checked(query, reading)
    query = with_all_claimed(checked, reading, catalogue.assessments)
    query = with_boards_claimed(query, reading)
    asked = _with_goals(query, names_goals(reading), catalogue)
    return asked if asked.goals else _with_measures(query, reading, catalogue)


def with_count_checked(query: Query, reading: Reading) -> Query:
    """ "rapporten säger fem gröna, går det ihop?": one count of one verdict, counted again."""
    judged = query.premise or query.conditions
    numbers = counted_numbers(reading)
    one = len(judged.assessments) == 1 and len(numbers) == 1
    if query.operation is not Operation.CHECK_SUM or not one or query.links:
        return query
    conditions = replace(query.conditions, assessments=judged.assessments, target_state=None)
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.COUNT,
        conditions=conditions,
        premise=None,
        numbers=numbers,
        keywords=(),
    )


def _with_measures(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for indicators alone, where it names them and documents judge goals beside them."""
    of_rows = query.subject is Subject.INDICATORS and query.operation in _OVER_ROWS
    named = set(_keys(reading)) & _measures()
    if not of_rows or query.links or query.conditions.kinds or not named:
        return query
    if not query.conditions.assessments:
        return query
    documents = documents_in_scope(query.scope, catalogue.library)
    told = {d.path for d in documents if tells_goals(d, catalogue.library)}
    rows = [r for r in catalogue.library.indicators() if r.place.document_id in told]
    kinds = {r.kind for r in rows if fold(r.kind) in _measures()}
    return replace(query, conditions=replace(query.conditions, kinds=tuple(sorted(kinds))))


def with_goals_carried(
    query: Query, reading: Reading, last: Query | None, catalogue: Catalogue
) -> Query:
    """A follow-up to a question for goals, which may ask for those that are judged otherwise."""
    told = bool(last and last.goals) and not set(_keys(reading)) & _measures()
    own = CHANGED in query.goals or FINANCIAL in query.goals
    bare = query if own and last != query else replace(query, goals=())
    return _with_goals(bare, told or names_goals(reading), catalogue)


def _with_goals(query: Query, named: bool, catalogue: Catalogue) -> Query:
    if CHANGED in query.goals or FINANCIAL in query.goals:
        return query
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
    return says_goals(_keys(reading))


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
    return families_of(conditions)


def families_of(conditions: Conditions) -> tuple[str, ...]:
    """How goals are judged that meet the conditions; empty where these name no such judgement."""
    if conditions.target_state is not None:
        return ("met" if conditions.target_state is TargetState.MET else "missed",)
    families = [family_of(value) for value in conditions.assessments]
    return tuple(dict.fromkeys(f for f in families if f)) if all(families) else ()
