"""Amounts year by year, and the year in which one was highest or lowest, as one row prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.balances import asks_for_balance, is_whole_name
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines, lines_said, value_fact, what_fact
from plansvar.asking.answering.money_rows import of_kind, of_whole_year, rows_of_all_years, year_of
from plansvar.asking.answering.over_years import answer_over_years
from plansvar.asking.answering.ways import is_deviation, is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Link, Order, OrderBy, Subject
from plansvar.domain import Amount, AnswerKind, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import spelled_value

_LEAST = 2
_MOST_YEARS = 30


def answer_best_year(task: Task) -> Draft:
    """The year of the highest or lowest amount, on the row that has most years."""
    named = rows_of_all_years(task) if task.query.links else ()
    rows = max(_longest(task, named), _longest(task, _alike(task)), key=len)
    order = task.query.order
    if order is None:
        return Draft(AnswerKind.AMOUNT, ())
    figure = _figure(task)
    if figure is not None and len(_years_of(figure)) > len(rows):
        worst = order.by is OrderBy.DISTANCE_TO_TARGET
        by_value = replace(order, by=OrderBy.VALUE, descending=order.descending is not worst)
        return _of_figure(task, figure, by_value)
    if len(rows) < _LEAST:
        return Draft(AnswerKind.AMOUNT, ())
    placed = sorted(rows, key=lambda row: row.value or 0.0, reverse=_highest_first(task, rows))
    best = placed[0]
    end = "most" if (best.value or 0.0) >= (placed[-1].value or 0.0) else "least"
    fact = task.say(
        f"money_year.{end}",
        what=what_fact(task, best),
        value=value_fact(task, best),
        base=str(len(rows)),
        report=report_name(task, task.document(best), best.place.organisation),
    )
    calculation = counted(
        word(task, "rule", "amounts"),
        len(rows),
        Tally(word(task, "tally", "amounts"), tuple(row.id for row in rows)),
        rows=[row.id for row in rows],
    )
    fact = fact.reckoned(calculation).proved_by(*(amount_proof(row) for row in rows))
    return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(placed))


def answer_money_over_years(task: Task) -> Draft:
    """The amount of each year, of the row with most years, be it one of a table of key figures."""
    if task.query.order is not None:
        return answer_best_year(task)
    rows = sorted(_longest(task, _alike(task)), key=lambda row: year_of(task, row) or 0)
    figure = _figure(task)
    if figure is not None and len(_years_of(figure)) > len(rows):
        return _of_figure(task, figure, None)
    if len(rows) < _LEAST:
        return Draft(AnswerKind.AMOUNT, ())
    shown = tuple(rows[-(_number_asked(task) or len(rows)) :])
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, [Line(shown)], False)), shown)


def answer_years_between(task: Task) -> Draft:
    """The amounts of one row from the first year that is named to the last."""
    years = task.query.scope.years
    told = [
        row
        for row in rows_of_all_years(task)
        if row.headings and min(years) <= (year_of(task, row) or 0) <= max(years)
    ]
    rows = sorted(_longest(task, told), key=lambda row: year_of(task, row) or 0)
    if {year_of(task, row) for row in rows} < set(years):
        return Draft(AnswerKind.AMOUNT, ())
    return Draft(
        AnswerKind.AMOUNT, tuple(lines_said(task, [Line(tuple(rows))], False)), tuple(rows)
    )


def _of_figure(task: Task, figure: Indicator, order: Order | None) -> Draft:
    """The years of a key figure, and the highest or lowest of them where an order is given."""
    link = Link((), figure.name, (figure.id,), 1.0)
    query = replace(task.query, subject=Subject.INDICATORS, links=(link,), order=order)
    return answer_over_years(replace(task, query=query))


def _names(task: Task) -> tuple[set[str], bool]:
    """The names of the amounts asked for, and whether they are results as a whole."""
    linked = {row for link in task.query.links for row in link.rows}
    named = {fold(row.what) for row in task.library.amounts() if row.id in linked}
    # "vilket år gick det bäst?" can mean nothing but the result
    unordered = replace(task, query=replace(task.query, order=None))
    bare = not task.query.links or asks_for_balance(unordered)
    return named, bare or any(map(is_whole_name, named))


def _alike(task: Task) -> list[Amount]:
    """The amounts of tables under the names asked for, as they came out, whatever measure the
    columns of one table or another print."""
    named, whole = _names(task)
    scope = replace(task.query.scope, years=(), periods=())
    rows = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    told = [row for row in rows if row.headings and row.value is not None and not is_planned(row)]
    return [
        row
        for row in of_kind(task, selecting.ordered(told, task.library))
        if fold(row.what) in named or (whole and is_whole_name(row.what))
    ]


def _figure(task: Task) -> Indicator | None:
    """The key figure in money of the same name as the amounts asked for, with most years."""
    named, whole = _names(task)
    rows = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    alike = [
        row
        for row in rows
        if fold(_bare_name(row)) in named or (whole and is_whole_name(_bare_name(row)))
    ]
    return max(alike, key=lambda row: len(_years_of(row)), default=None)


def _bare_name(row: Indicator) -> str:
    """The name without the unit behind it ("Låneskuld, mnkr")."""
    return row.name.rpartition(",")[0] or row.name


def _years_of(row: Indicator) -> set[int | None]:
    told = (o for o in row.observations if words.is_outcome(o) and usable(o))
    return {words.year_of(o.period) for o in told}


def _number_asked(task: Task) -> int | None:
    """How many years are asked for ("de fem senaste åren")."""
    said = split(task.query.text)
    values = [int(word) if word.isdigit() else spelled_value(word) for word in said]
    return next((int(v) for v in values if v and 1 < v < _MOST_YEARS), None)


def _highest_first(task: Task, rows: list[Amount]) -> bool:
    """Costs that are printed below zero are highest where they are furthest below."""
    order = task.query.order
    first = order is None or order.descending
    if order is not None and order.by is OrderBy.DISTANCE_TO_TARGET:
        return not first
    costs = all((row.value or 0.0) <= 0 for row in rows)
    return not first if costs else first


def _longest(task: Task, among: Iterable[Amount]) -> list[Amount]:
    """The amounts of the row with most years, one of each year."""
    found: list[list[Amount]] = []
    for line in lines(r for r in among if r.headings and of_whole_year(r)):
        by_year: dict[int, Amount] = {}
        for row in line.rows:
            year = year_of(task, row)
            if year and not is_deviation(row):
                by_year.setdefault(year, row)
        found.append(list(by_year.values()))
    return max(found, key=len, default=[])
