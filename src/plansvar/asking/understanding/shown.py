"""The rows that the last answer showed, as what a question is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.parsing import Parsed
from plansvar.domain import Span

NOWHERE = Span(0, 0)  # where names of rows that were shown stand in the question
FEW = 5  # so many rows shown may be meant by "den", "varför då?"


def is_share_of_shown(before: Query, parsed: Parsed) -> bool:
    """ "hur stor andel av dem nådde målet?"; "hur stor andel är det?" is of all that could be."""
    if parsed.operation is not Operation.SHARE or not is_list(before):
        return False
    said = parsed.query.premise or parsed.query.conditions
    return said != Conditions() or before.conditions == Conditions()


def with_rows_shown(query: Query, conversation: Conversation, catalogue: Catalogue) -> Query:
    """ "varför då?" after a short list is about the rows that were shown, and after one of an area
    about no others of it."""
    needs = query.operation.value in grammar()["about"] and not is_list(query)
    if query.area and query.operation.value in grammar()["of_causes"]:
        query = replace(query, links=(), area="")
    if query.links or not needs or query.operation is Operation.PAGE:
        return query
    shown = with_shown(query, conversation, catalogue)
    if not shown.links and query.operation.value in grammar()["of_causes"]:
        shown = with_shown(query, _first_told(conversation, catalogue), catalogue)
    return replace(_by_name(shown), conditions=Conditions(), order=None) if shown.links else query


def _by_name(query: Query) -> Query:
    """The question about boards that were shown, by their names and by no word of the question
    that they were found by."""
    boards = tuple(link.name for link in query.links if is_unit_name(link.name))
    return replace(query, keywords=boards) if boards else query


def in_table_told(query: Query, conversation: Conversation, catalogue: Catalogue) -> Query:
    """ "hur mycket lägre än budget är det?" after what a board invests: of the table that was told,
    and of no other one that names the board."""
    shown = {_where(row, catalogue) for row in conversation.rows if row in catalogue.place_of}
    if query.subject is not Subject.AMOUNTS or len(shown) != 1 or len(query.links) != 1:
        return query
    link = query.links[0]
    told = tuple(r for r in link.rows if r in catalogue.place_of and _where(r, catalogue) in shown)
    if not told or set(told).isdisjoint(conversation.rows):
        return query
    return replace(query, links=(replace(link, rows=told),))


def _first_told(conversation: Conversation, catalogue: Catalogue) -> Conversation:
    """The talk with only the rows of the report that was told first, which is the newest."""
    places = [catalogue.place_of[row] for row in conversation.rows if row in catalogue.place_of]
    first = places[0].document_id if places else ""
    own = (r for r in conversation.rows if r in catalogue.place_of)
    rows = tuple(row for row in own if catalogue.place_of[row].document_id == first)
    return replace(conversation, rows=rows)


def of_row_ranked(
    query: Query, before: Query, parsed: Parsed, conversation: Conversation, catalogue: Catalogue
) -> Query:
    """ "varför då?" after the one row that has most, or the part that most of an amount is: of that
    row."""
    one = before.order is not None and before.order.limit == 1
    caused = query.operation.value in grammar()["of_causes"]
    named = parsed.query.links or parsed.unlinked or parsed.query.scope != Scope()
    if not (one and caused) or named or before.operation is not Operation.RANK:
        return query
    shown = with_shown(query, conversation, catalogue)
    return replace(_by_name(shown), order=None, measures=()) if len(shown.links) == 1 else query


def with_year_shown(
    query: Query, parsed: Parsed, conversation: Conversation, catalogue: Catalogue
) -> Query:
    """ "hur gick det förra året då?" of the row that was shown, where what it was asked for by has
    no value of that year."""
    years = set(parsed.query.scope.years)
    named = parsed.query.links or parsed.unlinked
    if not years or named or len(query.links) != 1 or _has(query, years, catalogue):
        return query
    shown = with_shown(query, conversation, catalogue)
    of_year = len(shown.links) == 1 and shown.subject is query.subject
    return shown if of_year and _has(shown, years, catalogue) else query


def _has(query: Query, years: set[int], catalogue: Catalogue) -> bool:
    rows = [row for link in query.links for row in link.rows]
    return any(years & catalogue.years_by_row.get(row, frozenset()) for row in rows)


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
