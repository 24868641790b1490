"""What a follow-up goes on asking where it says nothing of that itself."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding.carrying import freed, is_by_now, is_of_no_year
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.task_states import of_tasks

# After one of these "och 2027?" or "och budgeten?" asks for a figure again.
_OF_OUTCOME = (Operation.WHY, Operation.HOW)
_BETWEEN = (
    Operation.WHY, Operation.HOW, Operation.WHAT, Operation.EXPLAIN, Operation.WHEN,
    Operation.WHO, Operation.RESPONSIBLE,
)  # fmt: skip
# After one of these a table is one of values.
_IN_WORDS = (Operation.TREND, Operation.DIFFERENCE, Operation.SHARE_OF_TARGET)

# How many rows there are is asked of what a table lists.
_OF_LISTS = (Operation.COUNT, Operation.SHARE)
# These are asked of values and verdicts, which rows have and running text seldom tells.
_OF_ROWS = (
    Operation.TARGET, Operation.DIFFERENCE, Operation.TREND, Operation.SHARE_OF_TARGET,
)  # fmt: skip


def operation_before(before: Query, parsed: Parsed) -> Operation:
    """What the question before asked for; the values where another year or measure, a group or a
    table is asked for after words about them ("2029 då" after "nåddes det?")."""
    new = parsed.query
    if new.as_table and before.operation in _OF_LISTS and is_list(before):
        return Operation.LIST
    rows = before.subject in (Subject.INDICATORS, Subject.AMOUNTS) and bool(before.links)
    if not rows or parsed.operation is not None:
        return before.operation
    if new.as_table and before.operation in _IN_WORDS:
        return Operation.VALUE
    judged = before.operation is Operation.STATUS and before.premise is not None
    other = new.scope.years or _other_measures(new)
    if judged and other and before.subject is Subject.INDICATORS:
        return Operation.VALUE
    figure = bool(new.scope.years or new.measures or new.breakdowns)
    plain = figure and not (new.links or parsed.unlinked)
    return Operation.VALUE if before.operation in _BETWEEN and plain else before.operation


def dated_again(before: Query, parsed: Parsed, conversation: Conversation) -> Query:
    """ "och hur långt är det till målet?" after why or by whom, which is of no year: of the year
    that was spoken of before that."""
    operation = parsed.operation or operation_before(before, parsed)
    timeless = (*grammar()["of_no_year"], *grammar()["of_causes"])
    again = operation.value not in timeless and before.operation.value in timeless
    if not (again and before.follow_up):
        return before
    if before.scope.years or before.scope.periods:
        return before
    return replace(before, scope=replace(before.scope, years=_year_of_thread(conversation)))


def _year_of_thread(talk: Conversation) -> tuple[int, ...]:
    """The years named last, back to the whole question that the follow-ups began with."""
    for query in reversed(talk.queries):
        if query.decline is None and (query.scope.years or not query.follow_up):
            return query.scope.years
    return ()


def _other_measures(query: Query) -> bool:
    """Whether measures are named that no target is one of."""
    return bool(query.measures) and set(query.measures).isdisjoint(
        grammar()["its_target"]["measure"]
    )


def measures_before(before: Query, parsed: Parsed) -> tuple[str, ...]:
    """The measures of the question before; a target that was only asked whether it is reached is
    none of them, nor any where it is asked when, who or what it means; why and what is done are
    asked of what came out here, and of no target or whole country."""
    beside = before.operation is Operation.TARGET or grammar()["country"] in before.measures
    of_others = beside and parsed.operation in _OF_OUTCOME
    if is_of_no_year(before, parsed) or of_others:
        return ()
    judged = before.operation is Operation.STATUS and before.premise is not None
    return () if judged and parsed.operation is not Operation.TARGET else before.measures


def of_all_tasks(query: Query, before: Query) -> Query:
    """ "och hur ligger deras åtaganden till?" after something else: all of them, by status."""
    turned = query.subject is Subject.COMMITMENTS is not before.subject
    if turned and query.operation is Operation.STATUS and not query.links:
        return replace(query, operation=Operation.LIST, measures=(), money=None)
    return query


def of_outcome(query: Query, alone: bool, catalogue: Catalogue) -> Query:
    """ "blev det så?" after when an undertaking was to be done: how far it has come, by whatever
    document tells that."""
    known = (row for link in query.links for row in link.rows if row in catalogue.by_row)
    kinds = {catalogue.by_row[row].subject for row in known}
    if not alone or query.operation is not Operation.STATUS or kinds != {Subject.COMMITMENTS}:
        return query
    scope = replace(freed(query.scope), years=(), periods=())
    return replace(query, subject=Subject.COMMITMENTS, scope=scope, measures=())


def goes_back(parsed: Parsed) -> bool:
    """ "vad är målet för 2032?" after a question that got no answer: nothing but what goals have is
    asked for, so that it is of what was spoken of before that."""
    asked = parsed.operation in (Operation.TARGET, Operation.TREND, Operation.DIFFERENCE)
    return asked and not (parsed.query.links or parsed.unlinked)


def of_goal_before(parsed: Parsed, conversation: Conversation) -> Query | None:
    """ "nåddes målet?" after a mere amount, which has none: of what was spoken of before that and
    may have one; null where nothing was."""
    last, query = conversation.last, parsed.query
    said = query.premise or query.conditions
    asks = parsed.operation is Operation.TARGET or said.target_state is not None
    plain = not (query.links or parsed.unlinked or query.money)
    if last is None or last.subject is not Subject.AMOUNTS or not (asks and plain):
        return None
    asked = (q for q in reversed(conversation.queries) if q.decline is None and q.links)
    return next((q for q in asked if q.subject is Subject.INDICATORS), None)


def without_change_before(query: Query, parsed: Parsed) -> Query:
    """ "hur är det 2031 då?" after what grew the year before: what was so of one year chooses no
    rows of another, where a value is asked for."""
    said = parsed.query.premise or parsed.query.conditions
    valued = parsed.operation in (Operation.VALUE, Operation.STATUS) and bool(query.links)
    if not valued or not parsed.query.scope.years or said != Conditions(kinds=said.kinds):
        return query
    return replace(query, conditions=Conditions(kinds=query.conditions.kinds))


def answered_before(conversation: Conversation) -> Query | None:
    """The last question that named rows."""
    asked = (q for q in reversed(conversation.queries) if q.decline is None and q.links)
    return next(asked, conversation.last)


def of_tasks_said(parsed: Parsed, before: Query, catalogue: Catalogue) -> Parsed:
    """ "vilka har man inte ens börjat på?" after undertakings: how far they have come."""
    query = parsed.query
    if before.subject is not Subject.COMMITMENTS or query.links:
        return parsed
    conditions = of_tasks(query.conditions, parsed.reading, Subject.COMMITMENTS, catalogue)
    return replace(parsed, query=replace(query, conditions=conditions))


def of_rows_told(before: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "hur långt från målvärdet är de?" after what running text told of a row: of that row's
    values."""
    told = before.subject is Subject.PASSAGES and bool(before.links)
    if not told or parsed.operation not in _OF_ROWS or parsed.unlinked or parsed.query.links:
        return before
    rows = [row for link in before.links for row in link.rows if row in catalogue.by_row]
    subjects = {catalogue.by_row[row].subject for row in rows}
    if len(subjects) != 1:
        return before
    return replace(before, subject=subjects.pop(), keywords=(), not_understood=(), premise=None)


def with_premise_kept(query: Query, before: Query, parsed: Parsed) -> Query:
    """ "och bostäderna?" after whether a target is met asks whether that one's is."""
    held = before.premise is not None and before.premise.target_state is not None
    named = [{link.name for link in each.links} for each in (before, query)]
    other = parsed.operation is None and named[0] != named[1] and query.premise is None
    same = query.operation is before.operation and query.subject is Subject.INDICATORS
    if not (held and other and same) or parsed.query.conditions != Conditions():
        return query
    return replace(query, premise=before.premise, measures=())


def by_now(query: Query, before: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "är det klart nu?" after how far a task had come in a year: the task in all documents that
    name it so."""
    if not is_by_now(before, parsed):
        return query
    return replace(query, links=tuple(_of_all_documents(link, catalogue) for link in query.links))


def _of_all_documents(link: Link, catalogue: Catalogue) -> Link:
    named = (catalogue.by_row[row].rows for row in link.rows if row in catalogue.by_row)
    return replace(link, rows=tuple(dict.fromkeys((*(r for n in named for r in n), *link.rows))))
