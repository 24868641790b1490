"""Amounts of money: the ones asked for, whether money is over or short, the largest and least."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plansvar.asking.amount_conflicts import amount_conflicts
from plansvar.asking.answering.balances import (
    answer_balance,
    asks_for_balance,
    is_expected,
    verdict_fact,
)
from plansvar.asking.answering.contradictions import conflict_fact
from plansvar.asking.answering.declining import joined
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.grouping import grouped
from plansvar.asking.answering.lacking import answer_lacking
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.money_beside import answer_beside_each_other
from plansvar.asking.answering.money_both_years import answer_both_years, asks_of_both_years
from plansvar.asking.answering.money_changes import (
    answer_from_plan,
    answer_money_changed,
    answer_most_changed,
    answer_most_off,
)
from plansvar.asking.answering.money_claims import other_amount_said
from plansvar.asking.answering.money_left import answer_left, asks_of_left
from plansvar.asking.answering.money_missing import answer_other_years
from plansvar.asking.answering.money_moved import answer_moved, asks_which_moved
from plansvar.asking.answering.money_numbers import answer_if_amount, asks_if_amount
from plansvar.asking.answering.money_overrun import answer_overrun, asks_of_overrun
from plansvar.asking.answering.money_percent import asks_percent
from plansvar.asking.answering.money_purposes import answer_purpose, asks_for_purpose
from plansvar.asking.answering.money_rows import (
    money_of,
    of_kind,
    same_rows,
    with_deviations,
    with_twins,
)
from plansvar.asking.answering.money_shares import answer_money_share, answer_money_sum
from plansvar.asking.answering.money_variants import frames_of_unit, widened
from plansvar.asking.answering.money_wholes import (
    answer_spent,
    answer_spent_share,
    answer_whole_cost,
    asks_of_spent,
    asks_of_spent_share,
    asks_of_whole_cost,
)
from plansvar.asking.answering.money_years import (
    answer_best_year,
    answer_money_over_years,
    answer_years_between,
)
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.result_years import (
    answer_result_rows,
    answer_years_of_side,
    asks_which_years,
)
from plansvar.asking.answering.spending import answer_amounts_ranked, asks_of_rows
from plansvar.asking.answering.unit_parts import answer_unit_parts, asks_for_part
from plansvar.asking.answering.ways import (
    is_deviation,
    is_planned,
    is_spent,
    is_told_after,
    printed_sign,
)
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import Operation, OrderBy
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_MANY = 6
_BUDGET = "budget"
_OF_ONE = (Operation.VALUE, Operation.STATUS, Operation.DIFFERENCE, Operation.TREND)


def answer_amounts(task: Task) -> Draft:
    """The amounts that the question names; without one, what the text says of it."""
    task = widened(task)
    for answering in _special(task):
        made = answering(task)
        if made.said:
            return made
    if not task.query.links:
        return answer_passages(task)
    linked = selecting.amounts(task.query, task.library)
    rows = of_kind(task, linked)
    if linked and not rows and money_of(task).investing:
        return answer_passages(task)
    rows = rows or same_rows(task)
    rows = tuple(dict.fromkeys((*rows, *frames_of_unit(task))))
    rows = with_twins(task, _sums_of_many(task, _recent(task, _measured(task, rows))))
    if not rows and task.query.links and task.query.scope.years:
        return answer_other_years(task)
    rows = _first_in_text(task, rows)
    if money_of(task).against_plan and not any(map(is_told_after, rows)):
        rows = tuple(row for row in rows if is_deviation(row) or printed_sign(row))
    many = len({(r.place.document_id, r.place.organisation) for r in rows}) > 1
    asked = task.query.operation in _OF_ONE and not task.query.conditions.thresholds
    said = list(other_amount_said(task, rows)) if asked else []
    said += _verdicts(task, rows) + lines_said(task, lines(rows), many)
    found = [c for c in amount_conflicts(task.library) if {r.id for r in rows} & set(c.rows)]
    said += [Said(conflict_fact(task, conflict)) for conflict in found]
    return Draft(
        AnswerKind.AMOUNT,
        tuple(said) + _unlike(task, rows),
        rows,
        disagreements=tuple(Disagreement(c.what, c.values) for c in found),
    )


def _first_in_text(task: Task, rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Of amounts in running text, given in one unit, the largest or least where that is asked
    for ("vilket anslag är störst?")."""
    order, valued = task.query.order, [row for row in rows if row.value is not None]
    one = len({row.unit for row in rows}) == 1 and not any(row.headings for row in rows)
    if task.query.operation is not Operation.RANK or order is None or not (one and valued):
        return rows
    if order.by is not OrderBy.VALUE or order.limit is None:
        return rows
    placed = sorted(valued, key=lambda row: abs(row.value or 0.0), reverse=order.descending)
    last = placed[: order.limit][-1].value
    return tuple(row for n, row in enumerate(placed) if n < order.limit or row.value == last)


def _special(task: Task) -> tuple[Callable[[Task], Draft], ...]:
    """What may answer before the amounts themselves are told."""
    query, money = task.query, money_of(task)
    changed = query.operation is Operation.DIFFERENCE
    whole, linked = asks_for_balance(task), bool(query.links)
    off_plan = changed and not _of_budgets(task)
    of_own = asks_for_part(task) and money.group is None  # other units are no parts of it
    wanted = (
        (linked and money.beside is None, answer_lacking),
        (money.beside is not None, answer_beside_each_other),
        (asks_which_moved(task), answer_moved),
        (asks_if_amount(task), answer_if_amount),
        (asks_of_overrun(task), answer_overrun),
        (asks_of_spent_share(task), answer_spent_share),
        (asks_of_left(task), answer_left),
        (asks_of_spent(task), answer_spent),
        (asks_of_whole_cost(task), answer_whole_cost),
        (money.of_years and query.order is not None, answer_best_year),
        (asks_which_years(task), answer_years_of_side),
        (query.over_years and not (changed or money.of_years), answer_money_over_years),
        (query.over_years and bool(query.scope.years), answer_years_between),
        (linked and asks_for_purpose(task), answer_purpose),
        (asks_for_part(task), answer_unit_parts),
        (money.changing and query.operation is Operation.RANK, answer_most_changed),
        (asks_of_both_years(task), answer_both_years),
        (asks_of_rows(task) and not of_own, _ranked),
        (asks_of_rows(task) and money.group is not None, answer_most_off),
        (linked and money.together, answer_money_sum),
        (whole and off_plan and _of_bare_budget(task), _answer_kept),
        (linked and (changed or _asks_percent_of_change(task)), answer_money_changed),
        (
            linked and query.operation is Operation.SHARE and not asks_of_spent_share(task),
            answer_money_share,
        ),
        (linked and (off_plan or (money.side is not None and not whole)), answer_from_plan),
        (whole and not changed and not _asks_for_size(task), answer_balance),
        (whole and bool(query.scope.years), answer_result_rows),
    )
    return tuple(answering for asked, answering in wanted if asked)


def _of_bare_budget(task: Task) -> bool:
    """ "klarar kommunen sin budget": how the whole goes against what was planned, of no unit."""
    query, money = task.query, money_of(task)
    named = {fold(link.name) for link in query.links}
    bare = named <= set(words.vocabulary_list("balance", "budgets"))
    free = not (query.follow_up or query.scope.organisations or query.conditions.responsible)
    return bare and free and money.against_plan and not money.investing


def _asks_for_size(task: Task) -> bool:
    """ "hur stor är kommunens budget": what is planned in all, and no result."""
    bare = {fold(link.name) for link in task.query.links} <= {*task.query.measures}
    planned = words.vocabulary_list("balance", "budgets")
    asked = [fold(measure) for measure in task.query.measures]
    return bare and bool(asked) and all(m in planned for m in asked) and not money_of(task).side


def _answer_kept(task: Task) -> Draft:
    """Over or short of what was planned, of the whole."""
    money = replace(money_of(task), side="either")
    return answer_balance(replace(task, query=replace(task.query, money=money, measures=())))


def _asks_percent_of_change(task: Task) -> bool:
    """ "hur många procent dyrare blir matlådan": no share of anything."""
    money = money_of(task)
    share = task.query.operation is Operation.SHARE
    moved = money.changing or money.against_plan or bool(task.query.against_years)
    return share and asks_percent(task) and moved


def _ranked(task: Task) -> Draft:
    """Amounts in order, or those over or short; where a table holds none that are, those that are
    so by another table's columns."""
    made = answer_amounts_ranked(task)
    other = made.said and not made.rows and money_of(task).group == "investments"
    off_plan = answer_most_off(task) if other else made
    return off_plan if off_plan.said else made


def _of_budgets(task: Task) -> bool:
    """ "hur mycket ökar nämndens budget": what was planned is set against no outcome."""
    planned = words.vocabulary_list("balance", "planned")
    asked = [fold(measure) for measure in task.query.measures]
    return money_of(task).changing and bool(asked) and all(m in planned for m in asked)


def _verdicts(task: Task, rows: tuple[Amount, ...]) -> list[Said]:
    """Plus or minus for what is named, where the question asks how it goes."""
    asked = set(split(task.query.text))
    words_of_sign = [w for n in ("deficit", "surplus") for w in words.vocabulary_list("balance", n)]
    if task.query.operation is not Operation.STATUS and not asked & set(words_of_sign):
        return []
    found = [verdict_fact(task, group, lines(group.rows)) for group in grouped(task, rows)]
    return [Said(fact) for fact in found if fact]


def _recent(task: Task, rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Many amounts of many years: those of the newest reports, when no year is asked for."""
    if len(lines(rows)) <= _MANY or task.query.scope.years or task.query.scope.documents:
        return rows
    newest = {r.id: task.document(r) for r in rows}
    year = max(document.year or 0 for document in newest.values())
    return tuple(r for r in rows if (newest[r.id].year or 0) == year)


def _sums_of_many(task: Task, rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Many amounts of which nothing is named but a measure ("hur stor är budgeten"): the sums."""
    named = {link.name for link in task.query.links}
    if not named <= set(task.query.measures) or len(lines(rows)) <= _MANY:
        return rows
    return tuple(row for row in rows if row.is_sum and row.headings) or rows


def _measured(task: Task, rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Only the measures asked for, where the rows have them."""
    told = fold(task.query.text)
    if any(phrase in told for phrase in words.vocabulary_list("balance", "against")):
        return rows
    wanted = {fold(measure) for measure in task.query.measures}
    planned = words.vocabulary_list("balance", "planned")
    if _is_off_plan(task, wanted, planned):
        return tuple(dict.fromkeys((*rows, *same_rows(task))))
    if money_of(task).granted and wanted & set(planned):
        wanted |= set(planned)
    wanted |= set(words.vocabulary_list("balance", "frames")) if wanted == {_BUDGET} else set()
    kept = tuple(row for row in rows if fold(row.measure or "") in wanted)
    if wanted >= set(words.vocabulary_list("balance", "used")):
        kept = (*(row for row in rows if is_spent(row)), *kept)
    kept = kept or tuple(row for row in same_rows(task) if fold(row.measure or "") in wanted)
    beside = with_deviations(kept, (*rows, *same_rows(task)))
    if beside or task.query.follow_up:
        return beside or rows
    return tuple(row for row in rows if not _is_contrary(row, wanted))


def _is_off_plan(task: Task, wanted: set[str], planned: Sequence[str]) -> bool:
    """ "hur långt ifrån budget är det": what was planned is only what the rest is set against."""
    apart = task.query.operation is Operation.DIFFERENCE and not money_of(task).changing
    return apart and bool(wanted) and wanted <= set(planned)


def _is_contrary(row: Amount, wanted: set[str]) -> bool:
    """Whether an amount is what was planned, where only what came out is asked for, or contrary."""
    planned = set(words.vocabulary_list("balance", "planned"))
    told = set(words.vocabulary_list("balance", "outcomes"))
    if wanted and wanted <= told:
        closed = wanted <= set(words.vocabulary_list("balance", "closed"))
        return is_planned(row) or (closed and is_expected(row))
    return bool(wanted) and wanted <= planned and (is_told_after(row) or is_deviation(row))


def _unlike(task: Task, rows: tuple[Amount, ...]) -> tuple[Said, ...]:
    """A warning when alike amounts stand in different units."""
    units = list(dict.fromkeys(fold(row.unit) for row in rows if row.unit))
    if len(units) < 2:
        return ()
    fact = task.say("amount.units", units=joined(task, units[:2]))
    proof = {fold(row.unit or ""): amount_proof(row) for row in rows}
    return (Said(fact.proved_by(*(proof[unit] for unit in units[:2]))),)
