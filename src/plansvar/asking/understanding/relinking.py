"""The same thing somewhere else, where it goes by another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Query, Scope
from plansvar.asking.understanding.carrying import freed, is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import Name


def relinked(query: Query, catalogue: Catalogue, may_leave: bool) -> Query:
    """The query with links that have rows in its scope, where names alike have such; outside of
    the documents of the talk where only others have the year asked for and `may_leave`."""
    scopes = (query.scope, freed(query.scope)) if may_leave else (query.scope,)
    if not query.links or query.scope == Scope():
        return query
    for scope in scopes:
        links = tuple(_anew(link, scope, catalogue) for link in query.links)
        if all(_has_rows(link.rows, scope, catalogue) for link in links):
            return replace(query, links=links, scope=scope)
    return query


def _has_rows(rows: Sequence[str], scope: Scope, catalogue: Catalogue) -> bool:
    return any(is_within(row, scope, catalogue) for row in rows)


def _anew(link: Link, scope: Scope, catalogue: Catalogue) -> Link:
    known = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    if not known or _has_rows(link.rows, scope, catalogue):
        return link
    before = known[0]
    fitting = [
        name
        for name in catalogue.names
        if name.subject is before.subject
        and (name.core <= before.core or before.core <= name.core)
        and _has_rows(name.rows, scope, catalogue)
    ]
    if not fitting:
        return link
    best = max(fitting, key=lambda name: _nearness(name, before))
    rows = tuple(
        row for name in fitting if _nearness(name, before) == _nearness(best, before)
        for row in name.rows
    )  # fmt: skip
    return replace(link, name=best.text, rows=rows, sure=best.core == before.core)


def _nearness(name: Name, before: Name) -> int:
    return 2 * len(name.core & before.core) - len(name.core | before.core)
