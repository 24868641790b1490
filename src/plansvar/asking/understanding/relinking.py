"""The same thing somewhere else, where it goes by another name."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Link, Query, Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import Name


def relinked(query: Query, catalogue: Catalogue) -> Query:
    """The query with links that have rows in its scope, where names alike have such."""
    scope = query.scope
    if not scope.organisations and not scope.municipalities:
        return query
    return replace(query, links=tuple(_anew(link, scope, catalogue) for link in query.links))


def _anew(link: Link, scope: Scope, catalogue: Catalogue) -> Link:
    known = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    if not known or any(_is_within(name, scope, catalogue) for name in known):
        return link
    before = known[0]
    fitting = [
        name
        for name in catalogue.names
        if name.subject is before.subject
        and (name.core <= before.core or before.core <= name.core)
        and _is_within(name, scope, catalogue)
    ]
    if not fitting:
        return link
    best = max(fitting, key=lambda name: len(name.core & before.core))
    rows = tuple(row for name in fitting if name.core == best.core for row in name.rows)
    return replace(link, name=best.text, rows=rows, sure=best.core == before.core)


def _is_within(name: Name, scope: Scope, catalogue: Catalogue) -> bool:
    if scope.organisations and not name.organisations & set(scope.organisations):
        return False
    towns = {d.path for d in catalogue.documents if d.municipality in scope.municipalities}
    return not scope.municipalities or bool(name.documents & towns)
