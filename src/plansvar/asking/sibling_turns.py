"""Follow-ups that name another row of the table, or of the goal, that the talk is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plansvar.asking.goal_levels import is_goal
from plansvar.asking.query import Conditions, Link, Operation, Query, Words
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import new_words, read_anew
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold

_SHORTEST, _MOST_OF = 6, 0.6  # letters that two words have to begin with alike, and of the longer
_OF_ROWS = (
    Operation.VALUE, Operation.TARGET, Operation.STATUS, Operation.TREND, Operation.DIFFERENCE,
    Operation.COUNT,
)  # fmt: skip


def sibling_told(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets whose words name one other row of the printed table that the row spoken
    of stands in, or one that measures the goal spoken of, and that was taken for something else
    ("och gymnasiet?" after how many children there are in preschool)."""
    last = turn.talk.last
    if last is None or query.parts or query.operation not in _OF_ROWS or query.scope.organisations:
        return None
    spoken = _spoken_of(turn, last)
    beside = list(_beside(turn, spoken)) if spoken else []
    linked = {row for link in query.links for row in link.rows}
    if not beside or linked & {row.id for row in (*beside, *spoken)}:
        return None
    new = new_words(read_anew(turn.said, query.language, turn.catalogue), turn.catalogue)
    own = frozenset().union(*(telling_roots(row.name) for row in spoken))
    named = [row for row in beside if new and _says_all(row, new, own)]
    if len({fold(row.name) for row in named}) != 1:
        return None
    rows = tuple(row.id for row in named)
    link = Link((Words(named[0].name, NOWHERE),), named[0].name, rows, 1)
    told = last.operation if last.operation in _OF_ROWS else Operation.VALUE
    asks = query.operation if query.operation is not Operation.VALUE else told
    asked = replace(
        last, text=query.text, base=named[0].name, operation=asks, links=(link,), premise=None,
        conditions=Conditions(), follow_up=True, breakdowns=query.breakdowns, order=None,
        subject=turn.catalogue.by_row[rows[0]].subject, measures=query.measures, table=None,
        keywords=(), listed=(), not_understood=(),
    )  # fmt: skip
    again = turn.told(asked)[1]
    rows_told = not again.abstained and again.kind is not AnswerKind.PASSAGE
    return (asked, again) if rows_told else None


def _spoken_of(turn: Turn, last: Query) -> list[Indicator]:
    rows = {*turn.talk.rows, *(row for link in last.links for row in link.rows)}
    return [row for row in turn.library.indicators() if row.id in rows]


def _beside(turn: Turn, spoken: list[Indicator]) -> Iterator[Indicator]:
    """The other rows of the same tables, and those under the heading of a goal."""
    own = {row.id for row in spoken}
    tables = {(row.place.document_id, row.table) for row in spoken if row.table is not None}
    goals = {fold(row.name) for row in spoken if is_goal(row.kind)}
    for row in turn.library.indicators():
        under = any(goal in fold(heading) for heading in row.place.section for goal in goals)
        if row.id not in own and ((row.place.document_id, row.table) in tables or under):
            yield row


def _says_all(row: Indicator, new: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a row says each new word by words of its name that the row spoken of has not."""
    told = telling_roots(row.name) - own
    return all(any(_alike(each, word) for word in told) for each in new)


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, or begin alike in most of their letters ("gymnasiet",
    "gymnasieskola")."""
    if is_form(one, other):
        return True
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= _SHORTEST and shared >= _MOST_OF * max(len(one), len(other))
