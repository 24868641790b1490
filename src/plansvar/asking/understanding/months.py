"""Months that a question names ("i april 2031"): of the rows' periods, or of the reports."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Document, DocumentKind
from plansvar.language.months import last_month_of, month_of

_DATED = (Subject.INDICATORS, Subject.COMMITMENTS)


def with_months(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query with the periods, or else the reports, of the month that it names; as it was where
    neither has that month."""
    month = _month(reading)
    if month is None or query.scope.periods or query.subject not in _DATED:
        return _of_part(query, catalogue)
    if query.subject is Subject.COMMITMENTS:
        return _in_reports(query, month, catalogue)
    periods = _periods(query, month, catalogue)
    if periods:
        return replace(query, scope=replace(query.scope, periods=periods))
    if query.links or query.operation.value not in grammar()["over_rows"]:
        return query
    return _in_reports(query, month, catalogue)


def in_reports_of_month(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query in the reports of the month that the question names, where there are any."""
    month = _month(reading)
    return query if month is None else _in_reports(query, month, catalogue)


def _in_reports(query: Query, month: int, catalogue: Catalogue) -> Query:
    return _in_documents(query, [d for d in _of_year(query, catalogue) if _covers(d, month)])


def _month(reading: Reading) -> int | None:
    """The month named; null where there is none or a stretch of several."""
    named = {
        month
        for m in reading.places("month")
        if (month := month_of(reading.tokens[m.start].key)) is not None
    }
    return named.pop() if len(named) == 1 else None


def _periods(query: Query, month: int, catalogue: Catalogue) -> tuple[str, ...]:
    """The printed periods of the linked rows that end in the month, of the years asked for."""
    rows = {row for link in query.links for row in link.rows}
    printed = {
        o.period
        for row in catalogue.library.indicators()
        if row.id in rows
        for o in row.observations
        if o.period and last_month_of(o.period) == month
    }
    years = {str(year) for year in query.scope.years}
    return tuple(sorted(p for p in printed if not years or any(year in p for year in years)))


def _of_part(query: Query, catalogue: Catalogue) -> Query:
    """ "vilka mål är gröna i delåret": the reports on a part of the year."""
    over_rows = query.operation.value in grammar()["over_rows"] and not query.links
    if query.scope.periods != (grammar()["part_of_year"],) or not over_rows:
        return query
    interim = [d for d in _of_year(query, catalogue) if d.kind is DocumentKind.INTERIM]
    return _in_documents(query, interim) if interim else query


def _of_year(query: Query, catalogue: Catalogue) -> list[Document]:
    scope = query.scope
    years = set(scope.years) | set(scope.document_years)
    return [
        d
        for d in catalogue.documents
        if is_of_place(d, scope.municipalities)
        and (not scope.documents or d.path in scope.documents)
        and (not scope.document_kinds or d.kind.value in scope.document_kinds)
        and (not years or d.year in years)
    ]


def _covers(document: Document, month: int) -> bool:
    told = document.period or document.title
    return last_month_of(told) == month


def _in_documents(query: Query, documents: list[Document]) -> Query:
    if not documents:
        return query
    newest = max(d.year or 0 for d in documents)
    paths = tuple(d.path for d in documents if (d.year or 0) == newest)
    scope = replace(query.scope, documents=paths, document_kinds=(), years=(), periods=())
    return replace(query, scope=scope)
