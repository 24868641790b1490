"""Months that a question names ("i april 2031"): of the rows' periods, or of the reports."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.words import last_month
from plansvar.asking.places import is_of_place
from plansvar.asking.query import Decline, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Amount, Document, DocumentKind
from plansvar.language.months import last_month_of, month_of

STRETCH = 2  # months that a stretch is told by
_DATED = (Subject.INDICATORS, Subject.COMMITMENTS)


def with_months(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query with the periods, or else the reports, of the month that it names; as it was where
    neither has that month."""
    month = _month(reading)
    told = _in_reports_that_reckon(query, month, catalogue) if month else query
    if told is not query:
        return told
    reckoned = month or _ending(query.scope.periods)
    if reckoned is not None and (rows := _measured(query, catalogue)):
        return _of_reckoning(query, reckoned, rows, catalogue)
    if month is None or query.scope.periods or query.subject not in _DATED:
        return _of_part(query, catalogue)
    if query.subject is Subject.COMMITMENTS:
        return _in_reports(query, month, catalogue)
    periods = _periods(query, month, catalogue)
    if periods:
        dated = replace(query, scope=replace(query.scope, periods=periods))
        if query.operation is not Operation.WHY:
            return dated
        # Why it was so then is told by the report of then, and not by one of another time.
        reports = _in_reports(dated, month, catalogue).scope.documents
        return replace(dated, scope=replace(dated.scope, documents=reports))
    if query.links or query.operation.value not in grammar()["over_rows"]:
        return query
    return _in_reports(query, month, catalogue)


def in_reports_of_month(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query in the reports of the month that the question names, where there are any."""
    month = _month(reading) or _ending(query.scope.periods)
    return query if month is None else _in_reports(query, month, catalogue)


def _in_reports(query: Query, month: int, catalogue: Catalogue) -> Query:
    return _in_documents(query, [d for d in _of_year(query, catalogue) if _covers(d, month)])


def _month(reading: Reading) -> int | None:
    """The month named, or the last one of a stretch; null where there is none or several."""
    named = {
        m.start: month
        for m in reading.places("month")
        if (month := month_of(reading.tokens[m.start].key)) is not None
    }
    months = list(named.values())
    stretch = len(named) == STRETCH and min(named) + 1 == max(named) and months[0] < months[1]
    return months[-1] if stretch or len(set(months)) == 1 else None


def _ending(periods: tuple[str, ...]) -> int | None:
    """The last month of the only period that is asked for."""
    return last_month_of(periods[0]) if len(periods) == 1 else None


def _in_reports_that_reckon(query: Query, month: int, catalogue: Catalogue) -> Query:
    """What was reckoned in a month ("prognosen efter april", "gick back i april") is what the
    report on that month tells, where other reports that tell it too are on other months; as it was
    where none is."""
    sided = query.money is not None and query.money.side is not None
    reckoned = set(grammar()["reckoned"])
    if not query.links or not (sided or reckoned & set(query.measures)):
        return query
    named = {row for link in query.links for row in link.rows}
    rows = [a for a in catalogue.library.amounts() if a.id in named and a.measure in reckoned]
    held = {row.place.document_id for row in rows}
    wide = replace(query, scope=replace(query.scope, documents=(), document_kinds=(), periods=()))
    reports = [d for d in _of_year(wide, catalogue) if d.path in held]
    of_month = [d for d in reports if last_month(d) == month]
    if not of_month or len(of_month) == len(reports) or query.scope.documents:
        return query
    return _in_documents(query, of_month)


def _measured(query: Query, catalogue: Catalogue) -> list[Amount]:
    """The amounts that a question names, where it asks for what is reckoned at a time of the year
    ("prognosen", "avvikelsen") and no amount has a month of its own."""
    if set(grammar()["reckoned"]).isdisjoint(query.measures):
        return []
    named = {row for link in query.links for row in link.rows}
    rows = [row for row in catalogue.library.amounts() if row.id in named]
    return [] if any(last_month_of(row.period or "") for row in rows) else rows


def _of_reckoning(query: Query, month: int, rows: list[Amount], catalogue: Catalogue) -> Query:
    """What is reckoned at another time of the year is none of what was asked for."""
    held = {row.place.document_id for row in rows}
    wide = replace(query, scope=replace(query.scope, document_kinds=()))
    reports = [d for d in _of_year(wide, catalogue) if d.path in held]
    months = {last_month(d) for d in reports}
    if reports and 0 not in months and month not in months:
        return replace(query, decline=Decline.NOT_IN_DOCUMENTS)
    query = replace(query, scope=replace(query.scope, periods=()))
    if months == {month}:
        return query
    return _in_documents(query, [d for d in _of_year(query, catalogue) if last_month(d) == month])


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
