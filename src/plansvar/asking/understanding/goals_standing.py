"""How it goes: with the goals, as the newest report judges them and not as plans print them; with
the municipality, as the report sums it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.basics import PLANS
from plansvar.asking.evidence.selecting import newest_key, rows_in_scope
from plansvar.asking.goal_levels import is_goal, tells_goals
from plansvar.asking.query import Conditions, Decline, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Document, Indicator
from plansvar.index.library import Library
from plansvar.language.vocabulary import vocabulary


def with_goals_standing(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "hur går det med målen?": the goals of the newest report that judges any, of the year asked
    for where one is; what measures them where that report judges no goals as such. As it was where
    no document judges anything."""
    if not _asks_standing(query, reading):
        return query
    years = {*query.scope.years, *query.scope.document_years}
    scope = replace(query.scope, years=(), document_years=())
    within = rows_in_scope(catalogue.library.indicators(), scope, catalogue.library)
    judged = [row for row in within if row.assessment and row.assessment.value]
    if not judged:
        return query
    report = _newest(judged, years, catalogue.library)
    if report is None:
        return replace(query, decline=Decline.OTHER_YEAR)
    rows = [row for row in judged if row.place.document_id == report.path]
    goals = [row for row in rows if is_goal(row.kind)]
    kinds = tuple(sorted({row.kind for row in goals or rows}))
    return replace(
        query,
        scope=replace(scope, documents=(report.path,)),
        newest=True,
        conditions=replace(query.conditions, kinds=kinds),
    )


def with_situation(query: Query, reading: Reading) -> Query:
    """ "hur går det för kommunen?", of nothing that is named: the key sentences of the report."""
    named = query.links or query.keywords or query.not_understood or query.premise or query.money
    bare = not (query.measures or query.breakdowns or query.decline)
    bare = bare and query.conditions == Conditions()
    about_nothing = query.subject is Subject.PASSAGES and query.operation is Operation.WHAT
    if not (asks_how_it_stands(reading) and bare and about_nothing) or named:
        return query
    return replace(query, operation=Operation.SUMMARISE)


def _asks_standing(query: Query, reading: Reading) -> bool:
    over_all = query.subject is Subject.INDICATORS and query.operation is Operation.LIST
    named = query.links or query.keywords or query.not_understood or query.scope.documents
    bare = replace(query.conditions, kinds=()) == Conditions() and query.premise is None
    return over_all and bare and asks_how_it_stands(reading) and not (named or query.goals)


def asks_how_it_stands(reading: Reading) -> bool:
    """Whether a question opens with "hur" and asks how something goes."""
    first = next((token.key for token in reading.tokens), "")
    opens = first in vocabulary("goallevels")["quantities"]["how"]
    return opens and reading.has("operation", Operation.STATUS.value)


def _newest(judged: Sequence[Indicator], years: set[int], library: Library) -> Document | None:
    """The newest document with rows that are judged: of those that judge goals themselves, if any,
    a report before a plan, one of the whole municipality before one of a single board, and of
    several as new the one that judges most."""
    rows: dict[str, list[Indicator]] = {}
    for row in judged:
        rows.setdefault(row.place.document_id, []).append(row)
    documents = [library.document(path) for path in rows]
    documents = [d for d in documents if not years or d.year in years]
    judging = [d for d in documents if tells_goals(d, library)]

    def rank(document: Document) -> tuple[bool, bool, tuple[int, int], int]:
        held = rows[document.path]
        return document.kind in PLANS, _is_of_one(held), newest_key(document), -len(held)

    order = sorted(judging or documents, key=rank)
    return order[0] if order else None


def _is_of_one(rows: Sequence[Indicator]) -> bool:
    bodies = {row.place.organisation for row in rows}
    return len(bodies) == 1 and None not in bodies
