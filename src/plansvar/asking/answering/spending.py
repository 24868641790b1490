"""Amounts of tables in order or sorted out: units over or short, the dearest, the most granted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plansvar.asking.answering.balances import about_other_money
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, chained, counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.largest_named import named_largest
from plansvar.asking.answering.money import Line, lines_said, period_fact
from plansvar.asking.answering.money_groups import counted as compared
from plansvar.asking.answering.money_groups import is_of_kind
from plansvar.asking.answering.money_limits import asks_of_limit, within_limits
from plansvar.asking.answering.money_relative import Plans, by_share, plans_beside, shares_said
from plansvar.asking.answering.money_rows import column_of, money_of, of_whole_year, year_of
from plansvar.asking.answering.money_sides import (
    EMPTY,
    all_of_side,
    by_sign,
    on_side,
    side_of,
    size_of,
)
from plansvar.asking.answering.parts_rows import asks_for_unit_parts, rows_of_parts
from plansvar.asking.answering.ways import (
    is_deviation,
    is_of_all_years,
    is_planned,
    is_told_after,
    printed_sign,
)
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation, OrderBy
from plansvar.domain import Amount, AnswerKind, Tally
from plansvar.language.folding import fold

_SHOWN = 3
_TOTAL = "total"  # how measures begin that hold all years ("totalutgift")
_LEAST = 2
_OWN = ("rows", "parts")  # groups whose rows may stand as headings of their own
_ALL = "all"  # all of them are asked for
Column = tuple[object, ...]
_OF_CHANGE = (OrderBy.CHANGE, OrderBy.RISE)
_BY_SIGN = (OrderBy.DISTANCE_TO_TARGET, OrderBy.DEVIATION)


def answer_amounts_ranked(task: Task) -> Draft:
    """The first amounts of the column that the question is about, or all that are over or short."""
    said: list[Said] = []
    found: list[Amount] = []
    if task.query.order is not None and task.query.order.by in _OF_CHANGE:
        return Draft(AnswerKind.AMOUNT, ())  # no column of one year tells what moved most
    for rows in _best_of_places(task, _columns(task)):
        base = compared(task, rows)
        plans = plans_beside(task, base) if _signed(task) and not asks_of_limit(task) else {}
        base = [row for row in base if not plans or row.id in plans]
        end, shown = _chosen(task, base, plans)
        key = f"spending.{_whole_end(task, base, shown, end)}"
        key = f"spending_share.{side_of(end)}" if plans else key
        said.append(Said(_lead(task, base, rows, shown, key)))
        said += shares_said(task, shown, plans) if plans else _each(task, shown)
        found += shown
    told = [] if said and _signed(task) else named_largest(task)
    said += lines_said(task, [Line((row,)) for row in told], False)
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(dict.fromkeys([*found, *told])))


def _each(task: Task, rows: Iterable[Amount]) -> list[Said]:
    return lines_said(task, [Line((row,)) for row in rows], False)


def compared_rows(task: Task) -> list[Amount]:
    """The amounts of tables within the question's scope that are of the group asked for."""
    scope = replace(task.query.scope, years=(), periods=())
    rows = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    placed = selecting.ordered(rows, task.library)
    told = [r for r in placed if r.headings and r.value is not None]
    return compared(task, [r for r in told if is_of_kind(task, r)])


def moved_rows(task: Task) -> list[Amount]:
    """The amounts of which those are sorted out that went one way; of a unit's parts its own."""
    if not asks_for_unit_parts(task):
        return compared_rows(task)
    placed = selecting.ordered(rows_of_parts(task), task.library)
    return compared(task, [row for row in placed if row.headings and row.value is not None])


def asks_of_rows(task: Task) -> bool:
    """Whether amounts of a table are to be ranked, or those sorted out that are over or short."""
    money, query = money_of(task), task.query
    if query.operation is Operation.RANK:
        return True
    listed = query.operation in (Operation.LIST, Operation.COUNT, Operation.DIFFERENCE)
    of_some = money.group is not None or bool(query.scope.organisations)
    sorted_out = _signed(task) or money.side in (EMPTY, _ALL) or asks_of_limit(task)
    return of_some and listed and not query.links and sorted_out


def _signed(task: Task) -> bool:
    """Whether it is asked which way amounts went, not how large they are."""
    money, order = money_of(task), task.query.order
    asked = {fold(m) for m in task.query.measures}
    deviating = asked & set(words.vocabulary_list("balance", "deviations"))
    by_sign = order is not None and order.by in _BY_SIGN
    sided = money.side is not None and money.side not in (EMPTY, _ALL)
    return bool(sided or money.against_plan or deviating or by_sign)


def _columns(task: Task) -> dict[Column, list[Amount]]:
    """The columns of money tables within the question's scope that have rows to compare."""
    linked = {row.id for row in selecting.amounts(task.query, task.library)}
    columns: dict[Column, list[Amount]] = {}
    for row in _rows_asked(task):
        if row.headings and row.value is not None and is_of_kind(task, row):
            key = (row.place.section, *column_of(row))
            columns.setdefault(key, []).append(row)
    columns = columns or _entries(task)
    if task.query.links:
        columns = {k: rows for k, rows in columns.items() if linked & {r.id for r in rows}}
    return {key: rows for key, rows in columns.items() if len(compared(task, rows)) >= _LEAST}


def _rows_asked(task: Task) -> list[Amount]:
    """The amounts in scope; of a unit's parts those of its own tables."""
    if asks_for_unit_parts(task):
        return rows_of_parts(task)
    return selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)


def _entries(task: Task) -> dict[Column, list[Amount]]:
    """Amounts with a sign that stand in headings of their own, under one heading above them."""
    found: dict[Column, list[Amount]] = {}
    for row in selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library):
        own = bool(row.place.section) and fold(row.place.section[-1]).startswith(fold(row.what))
        if own and not row.headings and printed_sign(row) and money_of(task).group in _OWN:
            key = (row.place.document_id, row.place.section[:-1], (), None)
            found.setdefault(key, []).append(row)
    return found


def _best_of_places(task: Task, columns: Mapping[Column, list[Amount]]) -> list[list[Amount]]:
    """For each municipality the one column that answers best; a report that names none is of the
    only one that the others name."""
    named = {document.municipality for document in task.library.documents()} - {None}
    only = next(iter(named)) if len(named) == 1 else None
    found: dict[str | None, list[list[Amount]]] = {}
    for rows in columns.values():
        found.setdefault(task.document(rows[0]).municipality or only, []).append(rows)
    best = [min(each, key=lambda rows: _fitness(task, rows)) for each in found.values()]
    return [rows for rows in best if _answers(task, rows)]


def _fitness(task: Task, rows: list[Amount]) -> tuple[object, ...]:
    """How badly a column fits: other measure, other year, part of a year, older report."""
    row = rows[0]
    years: set[int | None] = {*task.query.scope.years} or {task.document(row).year}
    dated = year_of(task, row)
    return (
        bool(task.query.scope.years) and (dated not in years or is_of_all_years(row)),
        _measure_misfit(task, rows),
        dated not in years,
        *(selecting.newest_key(task.document(row)) if _signed(task) else ()),
        not of_whole_year(row),
        *selecting.newest_key(task.document(row)),
    )


def _measure_misfit(task: Task, rows: list[Amount]) -> int:
    row, asked = rows[0], {fold(m) for m in task.query.measures}
    whole = words.vocabulary_list("measures", "total")[0]
    if whole in task.query.breakdowns and fold(row.measure or "").startswith(_TOTAL):
        return -1
    if _signed(task):
        if is_deviation(row):
            return 0
        named = fold(row.measure or "") in asked
        told = (
            of_whole_year(row) and not about_other_money(row) and _tells_signs(compared(task, rows))
        )
        if asks_for_unit_parts(task):  # a column of changes or incomes has two signs as well
            told = told and (named or not row.measure or not row.headings)
        return 3 if is_planned(row) or not told else 1 if named else 2
    if asked:
        return 0 if fold(row.measure or "") in asked else 1
    if is_deviation(row):
        return 3
    spent = money_of(task).spent and is_told_after(row)
    return 0 if spent or is_planned(row) else 1


def _tells_signs(rows: list[Amount]) -> bool:
    """Whether a column holds results: over and short, or nothing at all, and not costs alone."""
    values = [row.value or 0.0 for row in rows]
    return 0.0 in values or (min(values) < 0 < max(values))


def _answers(task: Task, rows: list[Amount]) -> bool:
    """Whether the column is of a year asked for, and tells over from short where that is asked."""
    row = rows[0]
    dated = year_of(task, row) or (None if row.headings else task.document(row).year)
    if task.query.scope.years and dated not in task.query.scope.years:
        return False
    return not _signed(task) or _measure_misfit(task, rows) < 3


def _chosen(task: Task, base: list[Amount], plans: Plans) -> tuple[str, list[Amount]]:
    """Which end of the order is shown, and the amounts there."""
    order, side = task.query.order, money_of(task).side
    listed = task.query.operation is not Operation.RANK or order is None
    if listed and asks_of_limit(task):
        kept = [row for row in on_side(task, base) if within_limits(task, row)]
        return "limit", sorted(kept, key=size_of, reverse=True)
    if _signed(task):
        side, placed = by_sign(task, base)
        placed = by_share(placed, plans) if plans else placed
        return side, placed if listed else _first(task, placed)
    if side == _ALL and listed:
        return side, base
    if side == EMPTY:
        return side, [row for row in base if row.value == 0]
    descending = order is None or order.descending
    placed = sorted(base, key=size_of, reverse=descending)
    return ("most" if descending else "least"), _first(task, placed)


def _whole_end(task: Task, base: list[Amount], shown: list[Amount], end: str) -> str:
    """The end of the order, as that of all that are over or short, or of all."""
    order = task.query.order
    if order is not None and order.whole and len(shown) == len(base):
        return "sorted_most" if order.descending else "sorted_least"
    sided = all_of_side(task, base, end)
    return f"all_{end}" if sided and len(shown) == len(sided) else end


def _first(task: Task, placed: list[Amount]) -> list[Amount]:
    """The first amounts, and those that are as large as the last of them."""
    order, limit = task.query.order, limit_of(task)
    if order is not None and order.whole:
        return placed
    shown = placed[:limit]
    return shown + [row for row in placed[limit:] if row.value == shown[-1].value]


def limit_of(task: Task) -> int:
    """How many amounts to tell: as many as the question says."""
    order = task.query.order
    return order.limit if order and order.limit else _SHOWN


def column_fact(task: Task, row: Amount) -> Fact:
    """The column of an amount: its measure and period."""
    measure = word(task, "money_measure", row.measure or "")
    period = period_fact(task, row)
    if not row.headings:
        return Fact(plain(row.place.section[-2]) if len(row.place.section) > 1 else "")
    if not (measure or period.text) and row.place.section:
        return Fact(plain(row.place.section[-1]))
    return chained([Fact(f"{measure} " if measure and period.text else measure), period])


def _lead(
    task: Task, base: list[Amount], rows: Iterable[Amount], shown: list[Amount], key: str
) -> Fact:
    row = base[0]
    fact = task.say_many(
        key,
        len(shown),
        report=report_name(task, task.document(row), row.place.organisation),
        column=column_fact(task, row),
        base=str(len(base)),
    )
    sums = tuple(r.id for r in rows if r not in base)
    calculation = counted(
        word(task, "rule", "amounts"),
        len(shown),
        Tally(word(task, "tally", "amounts"), tuple(r.id for r in base)),
        Tally(word(task, "tally", "shown"), tuple(r.id for r in shown)),
        *((Tally(word(task, "tally", "sums"), sums),) if sums else ()),
        rows=[r.id for r in shown],
    )
    return fact.reckoned(calculation).proved_by(*(amount_proof(r) for r in base[:8]))
