"""The rows that the last answer showed, as what a question is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name
from plansvar.domain import Span

NOWHERE = Span(0, 0)  # where names of rows that were shown stand in the question
FEW = 5  # so many rows shown may be meant by "den", "varför då?"


def with_rows_shown(query: Query, conversation: Conversation, catalogue: Catalogue) -> Query:
    """ "varför då?" after a short list is about the rows that were shown."""
    needs = query.operation.value in grammar()["about"] and not is_list(query)
    if query.links or not needs or query.operation is Operation.PAGE:
        return query
    shown = with_shown(query, conversation, catalogue)
    return replace(shown, conditions=Conditions(), order=None) if shown.links else query


def with_shown(query: Query, conversation: Conversation, catalogue: Catalogue) -> Query:
    """The question about the rows that were shown last, where they are few."""
    shown = [row for row in conversation.rows if row in catalogue.by_row]
    names = dict.fromkeys(catalogue.by_row[row] for row in shown)
    if not shown or len(names) > FEW:
        return query
    links = tuple(
        Link((Words(name.text, NOWHERE),), name.text, _rows_of(name, shown, catalogue), 1)
        for name in names
    )
    return replace(query, links=links, subject=next(iter(names)).subject)


def _rows_of(name: Name, shown: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The rows that were shown under a name; of amounts also what their line of a table gives in
    its other columns."""
    own = tuple(row for row in shown if row in name.rows)
    if name.subject is not Subject.AMOUNTS:
        return own
    places = {_where(row, catalogue) for row in own}
    beside = (row for row in name.rows if _where(row, catalogue) in places)
    return tuple(dict.fromkeys((*own, *beside)))


def _where(row: str, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    place = catalogue.place_of[row]
    return place.document_id, place.section
