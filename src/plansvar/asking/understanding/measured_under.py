"""Goals that have no values of their own, asked for values: the rows that stand under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Query, Subject, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.language.folding import words

OF_VALUES = (
    Operation.VALUE, Operation.TARGET, Operation.TREND, Operation.DIFFERENCE,
    Operation.SHARE_OF_TARGET,
)  # fmt: skip
MOST = 4  # rows that measure one goal


def with_rows_under(query: Query, catalogue: Catalogue) -> Query:
    """A question for the values of a goal that is only judged, put to what measures it under its
    heading; as it was where the goal has values or nothing stands under it."""
    rows = {row for link in query.links for row in link.rows}
    of_goals = query.subject is Subject.INDICATORS and query.operation in OF_VALUES
    if not (of_goals and rows) or any(catalogue.dated_measures.get(row) for row in rows):
        return query
    under = [each for link in query.links for each in _under(link, catalogue)]
    links = tuple(
        Link((Words(name.text, NOWHERE),), name.text, held, 1)
        for name, held in dict.fromkeys(under)
    )
    return replace(query, links=links) if 0 < len(links) <= MOST else query


def _under(link: Link, catalogue: Catalogue) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """The names of the rows under a heading that says the goal, with those of its documents."""
    goal = words(link.name)
    documents = {catalogue.place_of[row].document_id for row in link.rows}
    for name in catalogue.names:
        held = tuple(
            row
            for row in name.rows
            if name.subject is Subject.INDICATORS
            and catalogue.dated_measures.get(row)
            and catalogue.place_of[row].document_id in documents
            and _says(catalogue.place_of[row].section[-1:], goal)
        )
        if held:
            yield name, held


def _says(heading: tuple[str, ...], goal: list[str]) -> bool:
    told = words(" ".join(heading))
    return bool(goal) and told[-len(goal) :] == goal
