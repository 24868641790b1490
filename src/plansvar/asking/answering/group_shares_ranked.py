"""Which of several parts has the largest share of a group ("vilken förvaltning har störst andel
män"): its column beside that of all, line by line."""

from __future__ import annotations

from itertools import groupby

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.table_shares import facts_of_cells, group_beside_all
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Decline, OrderBy
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.asking.understanding.member_tables import ends_as, is_whole, kinds_known
from plansvar.asking.understanding.member_tables import kinds_of_word as kinds
from plansvar.domain import AnswerKind
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_LEAST = 2  # lines that are held against each other


def asks_for_largest_share(task: Task) -> bool:
    """Whether parts are to be put in order by the share that one group has in each."""
    query = task.query
    order, said = query.order, set(split(query.text))
    declined = query.decline not in (None, Decline.NOT_IN_DOCUMENTS)
    if order is None or order.by is not OrderBy.VALUE or declined or len(query.breakdowns) != 1:
        return False
    if query.not_understood:
        return False
    return not said.isdisjoint(vocabulary("compared")["share"]["nouns"])


def with_largest_share(task: Task, made: Draft) -> Draft:
    """The lines whose share of the group is largest, or smallest, in the newest table that prints
    the group beside all; else a plain no, and nothing by the size of the group or by money."""
    order = task.query.order
    facts = []
    for lines in _tables(task):
        told = [(line, pair) for line in lines if (pair := _pair(task, line)) is not None]
        if order is None or len(told) < _LEAST:
            continue
        shares = [(pair[0].value / pair[1].value, line, pair) for line, pair in told]
        shares.sort(key=lambda share: -share[0] if order.descending else share[0])
        for _, line, pair in shares[: order.limit or 1]:
            facts += facts_of_cells(task, (line, pair[0]), (line, pair[1]))
        break
    if facts:
        return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)))
    if made.kind is AnswerKind.INDICATOR:
        return made
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _tables(task: Task) -> list[list[Line]]:
    """The lines of each table that are of the sort asked for."""
    found = []
    for document in selecting.documents_asked(task.query.scope, task.library):
        lines = lines_of(task.library, document)
        for _, held in groupby(lines, key=lambda line: line.frame.number):
            found.append([line for line in held if _is_of_sort(task, line)])
    return found


def _is_of_sort(task: Task, line: Line) -> bool:
    sorts = {kind for word in split(task.query.text) for kind in kinds(word)}
    ends = [kind["ends"] for kind in kinds_known() if kind["name"] in sorts]
    return not (line.whole or is_whole(line.label)) and any(ends_as(line.label, e) for e in ends)


def _pair(task: Task, line: Line) -> tuple[TableCell, TableCell] | None:
    pair = group_beside_all(line, task.query.breakdowns[0])
    return None if pair is None or is_percent(pair[0].unit) else pair
