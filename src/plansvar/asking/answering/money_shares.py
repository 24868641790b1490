"""What part of a sum an amount is, and amounts added up."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_parts import is_part
from plansvar.asking.answering.money_rows import (
    alike,
    figure_of,
    money_of,
    of_whole_year,
    reckoned,
    rows_of_all_years,
    same_column,
    shown_number,
    year_of,
)
from plansvar.asking.answering.ways import (
    is_deviation,
    is_planned,
)
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.query import Operation
from plansvar.asking.tables.heads import years_named
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount, AnswerKind, Calculation
from plansvar.language.folding import fold

_SEVERAL = 3
_EQUAL = 1e-6


def answer_money_share(task: Task) -> Draft:
    """The amount, the sum of its column, and how many percent of it that is."""
    for linked in _wanted(task):
        row = _part_named(task, linked)
        whole = _whole_of(task, row)
        fact = share_fact(task, row, whole) if whole else None
        if whole is not None and fact is not None:
            return Draft(AnswerKind.AMOUNT, (Said(fact),), (row, whole))
    return Draft(AnswerKind.AMOUNT, ())


def share_fact(task: Task, row: Amount, whole: Amount, within: bool = True) -> Fact | None:
    """How many percent of a whole an amount is, with both; where it lies `within` it no more than
    all of it, as only a budget may be overdrawn."""
    percent = _percent(row, whole, within)
    return percent and task.say(
        "money_share.part",
        what=what_fact(task, row),
        value=value_fact(task, row),
        percent=percent,
        whole=what_fact(task, whole),
        total=value_fact(task, whole),
    )


def answer_money_sum(task: Task) -> Draft:
    """Two amounts that are named side by side, or one thing's of several years, added up."""
    wanted = _wanted(task)
    years = {r.id: year_of(task, r) for r in wanted}
    for first in wanted:
        same = [r for r in wanted if _in_one_line(first, r)]
        terms = list({years[r.id]: r for r in reversed(same)}.values())[::-1]
        if len(task.query.scope.years) > 1 and len(terms) == len(task.query.scope.years):
            return _added(task, terms)
        each = _of_each_link(task, first, wanted)
        if each:
            return _added(task, each)
        for second in wanted:
            apart = fold(first.what) != fold(second.what) and _are_named_apart(task, first, second)
            if apart and same_column(first, second):
                return _added(task, [first, second])
    return Draft(AnswerKind.AMOUNT, ())


def _are_named_apart(task: Task, first: Amount, second: Amount) -> bool:
    """Whether a question names two amounts, each by its own words: one word for several of them
    ("nämnderna") asks for more than two of them."""
    links = task.query.links
    return any(first.id in one.rows and second.id not in one.rows for one in links)


def _of_each_link(task: Task, first: Amount, wanted: Sequence[Amount]) -> list[Amount]:
    """One amount of each of three things or more, all in the column of the first; none where one
    of them has none there."""
    columns = [r for r in wanted if r is first or same_column(first, r)]
    named = (next((r for r in columns if r.id in link.rows), None) for link in task.query.links)
    found = [row for row in named if row is not None]
    several = len({fold(row.what) for row in found})
    whole = several == len(found) == len(task.query.links)
    return found if whole and several >= _SEVERAL else []


def _in_one_line(first: Amount, other: Amount) -> bool:
    """Whether two amounts stand in one row of one table, measured alike."""
    one = (first.place.document_id, first.what_span, first.unit)
    return one == (other.place.document_id, other.what_span, other.unit) and alike(first, other)


def _added(task: Task, rows: list[Amount]) -> Draft:
    total = reckoned(rows, [1] * len(rows))
    if total is None:
        return Draft(AnswerKind.AMOUNT, ())
    terms = [
        task.say("money_share.term", what=what_fact(task, row), value=value_fact(task, row))
        for row in rows
    ]
    fact = task.say("money_share.total", terms=listed(terms, task.language), sum=total)
    return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(rows))


def _wanted(task: Task) -> list[Amount]:
    """Amounts asked for in tables, of the years and measures asked for, whole years first."""
    asked = {fold(m) for m in task.query.measures}
    years = set(task.query.scope.years)
    together = money_of(task).together
    of_sides = together or task.query.operation is Operation.SHARE
    sided = of_sides and money_of(task).side is not None
    every = [r for r in rows_of_all_years(task) if is_deviation(r) == sided]
    rows = [r for r in every if r.headings] or (every if together else [])
    rows = [r for r in rows if not years or year_of(task, r) in years]
    granted = money_of(task).granted
    rows = [
        r for r in rows if fold(r.measure or "") in asked or (granted and is_planned(r))
    ] or rows
    own = {r.id: year_of(task, r) != task.document(r).year for r in rows}
    later = {r.id: is_planned(r) and not granted for r in rows}
    partly = bool(task.query.scope.periods)
    named = {r.id: -_years_over(task, r) for r in rows}
    return sorted(
        rows,
        key=lambda r: (of_whole_year(r) is partly, named[r.id], own[r.id], later[r.id]),
    )


def _years_over(task: Task, row: Amount) -> int:
    """How many of the years asked for the headings over an amount name: a column of the year comes
    before one for all years, and one of the whole stretch before one of its first year."""
    text = task.document(row).text
    named = {y for h in row.headings for y in years_named(text[h.start : h.end])}
    return len(named.intersection(task.query.scope.years))


def _part_named(task: Task, row: Amount) -> Amount:
    """Of a whole that is linked the part that the question names beside it ("Bidrag, Norrvik")."""
    asked = set(roots(task.query.text))
    parts = [other for other in task.library.amounts() if is_part(row, (other,))]
    named = (p for p in parts if asked & set(roots(p.what.rpartition(", ")[2])))
    return next(named, row)


def _whole_of(task: Task, row: Amount) -> Amount | None:
    """The sum of which it bears the name, or that comes next below it in its column; the sum of
    these and the rest, unless the question names the nearer one."""
    named = (s for s in task.library.amounts() if s.is_sum and is_part(s, (row,)))
    if (whole := next(named, None)) is not None:
        return whole
    column = [
        other
        for other in task.library.amounts()
        if other.place.section == row.place.section and same_column(row, other)
    ]
    column.sort(key=lambda other: other.what_span.start)
    below = [o for o in column if o.is_sum and o.what_span.start > row.what_span.start]
    if not below or _names(task, below):
        return below[0] if below else None
    return next((total for total in below[1:] if _is_of_all(total, column)), below[0])


def _names(task: Task, sums: Sequence[Amount]) -> bool:
    """Whether the question says a word that the first of some sums has and no other of them."""
    first, *others = (set(roots(total.what)) for total in sums)
    return not set(roots(task.query.text)).isdisjoint(first.difference(*others))


def _is_of_all(total: Amount, column: Sequence[Amount]) -> bool:
    """Whether a sum is that of the sums above it and the amounts below the last of them, all on
    one side of zero."""
    above = [row for row in column if row.what_span.start < total.what_span.start]
    last = max((n for n, row in enumerate(above) if row.is_sum), default=-1)
    parts = [row.value or 0.0 for n, row in enumerate(above) if row.is_sum or n > last]
    whole = total.value or 0.0
    return all(part * whole >= 0 for part in parts) and abs(sum(parts) - whole) < _EQUAL


def _percent(row: Amount, whole: Amount, within: bool) -> Fact | None:
    """The share with one decimal, reckoned so that it can be reckoned again."""
    operands = (figure_of(row), figure_of(whole))
    part, total = (value_of(figure.text) for figure in operands)
    if part is None or not total or part * total < 0 or (within and abs(part) > abs(total)):
        return None
    result = shown_number(percent_of(part, total), 1)
    rule = f"{operands[0].text} / {operands[1].text}"
    calculation = Calculation(rule, operands, result, percent=True)
    return Fact(result, (), (amount_proof(row), amount_proof(whole)), calculation)
