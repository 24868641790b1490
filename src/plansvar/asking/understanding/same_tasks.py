"""One undertaking under the names that several documents give it ("Ta fram riktlinjer för
användning av artificiell intelligens" and "Riktlinjer för artificiell intelligens")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import Name

_LEAST, _LONG, _ALIKE = 2, 9, 5


def with_same_tasks(query: Query, catalogue: Catalogue) -> Query:
    """The query with the rows of other documents that are the undertakings it names."""
    timed = query.subject is Subject.PASSAGES and query.operation is Operation.WHEN
    if not query.links or not (query.subject is Subject.COMMITMENTS or timed):
        return query
    names = [name for name in catalogue.names if name.subject is Subject.COMMITMENTS]
    return replace(query, links=tuple(_extended(link, names, catalogue) for link in query.links))


def _extended(link: Link, names: Iterable[Name], catalogue: Catalogue) -> Link:
    own = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    if not own or any(name.subject is not Subject.COMMITMENTS for name in own):
        return link
    held = {path for name in own for path in name.documents}
    places = {_place(path, catalogue) for path in held}
    found = [
        name
        for name in names
        if name not in own
        and held.isdisjoint(name.documents)
        and {_place(path, catalogue) for path in name.documents} <= places
        and any(_are_same(name, each) for each in own)
    ]
    by_document: dict[str, list[Name]] = {}
    for name in found:
        for path in name.documents:
            by_document.setdefault(path, []).append(name)
    sure = [n for n in found if all(len(by_document[path]) == 1 for path in n.documents)]
    rows = (row for name in sure for row in name.rows)
    return replace(link, rows=tuple(dict.fromkeys((*link.rows, *rows))))


def _place(path: str, catalogue: Catalogue) -> str | None:
    return catalogue.library.document(path).municipality


def _are_same(one: Name, other: Name) -> bool:
    """Whether all that tells of the shorter name is in the longer one."""
    shorter, longer = sorted((one.core, other.core), key=len)
    enough = len(shorter) >= _LEAST or any(len(stem) >= _LONG for stem in shorter)
    return enough and all(any(_alike(stem, each) for each in longer) for stem in shorter)


def _alike(one: str, other: str) -> bool:
    """Whether two roots are one word: the same, or a verb and its noun ("utreda", "utredning")."""
    return one == other or (len(one) > _ALIKE and one[:_ALIKE] == other[:_ALIKE])
