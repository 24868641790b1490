"""The rows that the last answer showed, as what a question is about."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
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
        Link((Words(name.text, NOWHERE),), name.text, tuple(r for r in shown if r in name.rows), 1)
        for name in names
    )
    return replace(query, links=links, subject=next(iter(names)).subject)
