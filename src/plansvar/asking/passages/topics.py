"""What the comments in the documents are about: each belongs to the row that it follows."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.domain import Chunk, Place, Span
from plansvar.index.library import Hit, Library
from plansvar.language.folding import fold

Topics = dict[str, list[tuple[Span, str]]]
_TOPICS: WeakKeyDictionary[Library, Topics] = WeakKeyDictionary()


def row_topics(library: Library) -> Topics:
    """For each document the spans of its rows' comments with the rows' names."""
    if library not in _TOPICS:
        found: Topics = {}
        for _, place, span, name in _comments(library):
            found.setdefault(place.document_id, []).append((span, name))
        _TOPICS[library] = found
    return _TOPICS[library]


_SOLE: WeakKeyDictionary[Library, dict[str, str]] = WeakKeyDictionary()


def sole_organisations(library: Library) -> dict[str, str]:
    """For each document the organisation that it is about, where it names one and no other."""
    if library not in _SOLE:
        names = [unit.name for unit in catalogue_of(library).organisations]
        named = {d.path: _named(d.text, names) for d in library.documents()}
        _SOLE[library] = {path: found.pop() for path, found in named.items() if len(found) == 1}
    return _SOLE[library]


def _named(text: str, names: Iterable[str]) -> set[str]:
    told = fold(text)
    return {name for name in names if fold(name) in told}


def linked_hits(query: Query, library: Library) -> list[Hit]:
    """The comments of the rows that the question names and that tell of its years, as passages
    found first."""
    wanted = {row for link in query.links for row in link.rows if _tells_of(row, query, library)}
    return [
        Hit(Chunk(f"{row}/comment", place, "", "", span), score=1.0)
        for row, place, span, _ in _comments(library)
        if row in wanted
    ]


def _tells_of(row: str, query: Query, library: Library) -> bool:
    """Whether a row has values of one of the years asked for, or has none with a year."""
    years = {*query.scope.years, *query.scope.document_years}
    catalogue = catalogue_of(library)
    told = catalogue.years_by_row.get(row, frozenset())
    place = catalogue.place_of.get(row)
    own = library.document(place.document_id).year if place else None
    return not years or not told or own in years or not years.isdisjoint(told)


def _comments(library: Library) -> list[tuple[str, Place, Span, str]]:
    indicators = [
        (row.id, row.place, row.comment_span, row.name)
        for row in library.indicators()
        if row.comment_span
    ]
    commitments = [
        (row.id, row.place, row.comment_span, row.text)
        for row in library.commitments()
        if row.comment_span
    ]
    return [*indicators, *commitments]
