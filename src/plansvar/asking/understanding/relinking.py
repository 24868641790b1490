"""The same thing somewhere else, where it goes by another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Query, Scope, Subject
from plansvar.asking.understanding.carrying import freed, is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.months import in_reports_of_month
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.parsing import Parsed


def relinked(query: Query, said: Query, catalogue: Catalogue) -> Query:
    """The query with links that have rows in its scope, where names alike have such. What the talk
    restricted itself to before yields to what is `said` now: documents to a year that only others
    have, years to a measure that only other years have."""
    if not query.links or query.scope == Scope():
        return query
    if said.against_years:
        query = replace(query, links=tuple(_of_all_years(x, catalogue) for x in query.links))
    for scope in _scopes(query, said, catalogue):
        links = tuple(_anew(link, scope, catalogue, said.measures) for link in query.links)
        if all(_has_rows(link.rows, scope, catalogue, said.measures) for link in links):
            links = tuple(_measured(link, said.measures, catalogue) for link in links)
            return replace(query, links=links, scope=scope)
    return query


def in_month(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "vad trodde man i april?" about an amount or a list leaves the document of the talk for
    April's."""
    over_rows = query.operation.value in grammar()["over_rows"]
    told = parsed.query.scope.documents or parsed.query.scope.document_kinds
    reported = query.subject is Subject.AMOUNTS or (over_rows and not query.links)
    if not reported or told or not parsed.reading.has("month"):
        return query
    wide = replace(query, scope=freed(query.scope))
    found = in_reports_of_month(wide, parsed.reading, catalogue)
    return query if found is wide else found


def is_alike(some: Sequence[Link], others: Sequence[Link], catalogue: Catalogue) -> bool:
    """Whether links are of the same rows, or of rows whose names say the same or more of it."""
    rows = [{row for link in links for row in link.rows} for links in (some, others)]
    first, second = ({catalogue.by_row[r] for r in each if r in catalogue.by_row} for each in rows)
    return bool(rows[0] & rows[1]) or any(
        one.subject is other.subject and (one.core <= other.core or other.core <= one.core)
        for one in first
        for other in second
    )


def _of_all_years(link: Link, catalogue: Catalogue) -> Link:
    """The link with the rows of other years that go by the same names."""
    names = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    rows = (row for name in dict.fromkeys(names) for row in name.rows)
    return replace(link, rows=tuple(dict.fromkeys((*link.rows, *rows))))


def _scopes(query: Query, said: Query, catalogue: Catalogue) -> Iterator[Scope]:
    told = said.scope.documents or said.scope.document_kinds
    if said.against_years and not told and not _holds(query, said.against_years, catalogue):
        yield freed(query.scope)
    if query.scope.periods and not told and not _has_periods(query, catalogue):
        yield freed(query.scope)
    yield query.scope
    if said.scope.years and not told:
        yield freed(query.scope)
    if said.measures and not said.scope.years:
        yield replace(query.scope, years=(), periods=())
        if not told:
            yield replace(freed(query.scope), years=(), periods=())


def _holds(query: Query, years: Sequence[int], catalogue: Catalogue) -> bool:
    """Whether the rows within the scope have values of the years."""
    rows = [row for link in query.links for row in link.rows]
    within = [row for row in rows if is_within(row, query.scope, catalogue)]
    return any(set(years) & catalogue.years_by_row.get(row, frozenset()) for row in within)


def _has_periods(query: Query, catalogue: Catalogue) -> bool:
    """Whether the rows within the scope have values of its periods."""
    rows = [row for link in query.links for row in link.rows]
    within = [row for row in rows if is_within(row, query.scope, catalogue)]
    held = {period for row in within for _, period in catalogue.dated_measures.get(row, ())}
    return not held.isdisjoint(query.scope.periods)


def _measured(link: Link, measures: Sequence[str], catalogue: Catalogue) -> Link:
    """The link with only those of its rows that have a measure asked for, where any has."""
    rows = tuple(row for row in link.rows if _has_measure(row, measures, Scope(), catalogue))
    return replace(link, rows=rows) if rows else link


def _has_rows(
    rows: Sequence[str], scope: Scope, catalogue: Catalogue, measures: Sequence[str] = ()
) -> bool:
    within = [row for row in rows if is_within(row, scope, catalogue)]
    return bool(within) and (
        not measures or any(_has_measure(row, measures, scope, catalogue) for row in within)
    )


def _has_measure(row: str, measures: Sequence[str], scope: Scope, catalogue: Catalogue) -> bool:
    years = [str(year) for year in scope.years]
    return any(
        measure in measures and (not years or not period or any(y in period for y in years))
        for measure, period in catalogue.dated_measures.get(row, ())
    )


def _anew(link: Link, scope: Scope, catalogue: Catalogue, measures: Sequence[str]) -> Link:
    known = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    if not known or _has_rows(link.rows, scope, catalogue, measures):
        return link
    before = known[0]
    fitting = [
        name
        for name in catalogue.names
        if name.subject is before.subject
        and (name.core <= before.core or before.core <= name.core)
        and (_head(name) in before.core or name.core == before.core)
        and _has_rows(name.rows, scope, catalogue, measures)
    ]
    if not fitting:
        return link
    best = max(fitting, key=lambda name: _nearness(name, before))
    rows = tuple(
        row for name in fitting if _nearness(name, before) == _nearness(best, before)
        for row in name.rows
    )  # fmt: skip
    return replace(link, name=best.text, rows=rows, sure=best.core == before.core)


def _head(name: Name) -> str:
    """The first telling word of a name: "Besök per invånare" is another thing than "Invånare"."""
    return next((stem for stem in name.stems if stem in name.core), "")


def _nearness(name: Name, before: Name) -> int:
    return 2 * len(name.core & before.core) - len(name.core | before.core)
