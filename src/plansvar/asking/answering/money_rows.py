"""Which amounts a question for money means, and differences between them that can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.balances import about_other_money
from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.ways import is_deviation, is_planned, is_told_after
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.phrases import value_text
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.values import value_of
from plansvar.asking.query import Money, Operation
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.unit_letters import names_unit
from plansvar.domain import Amount, Calculation, Figure, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import find_period

_LIKE = 0.7  # of a larger amount, from which two are of much the same size
_YEAR_END = re.compile(r"(?<=\d{4})-12-31$|^31 dec(?:ember)?\.? (?=\d{4})")


def money_of(task: Task) -> Money:
    return task.query.money or Money()


def rows_of_all_years(task: Task) -> tuple[Amount, ...]:
    """The amounts asked for, whatever year they are of, with values."""
    scope = replace(task.query.scope, years=(), periods=())
    rows = selecting.amounts(replace(task.query, scope=scope), task.library)
    return of_kind(task, [row for row in rows if row.value is not None])


def of_kind(task: Task, rows: Iterable[Amount]) -> tuple[Amount, ...]:
    """Of amounts under one name those of investments, or those of running costs, as asked."""
    rows = tuple(rows)
    asked = money_of(task).investing
    fitting = [row for row in rows if _is_investment(row) is asked]
    if asked:
        running = (row for row in rows if row.headings and is_unit_name(row.what))
        return tuple(fitting) or tuple(row for row in rows if row not in set(running))
    if _is_open(task):
        return rows
    named = {fold(row.what) for row in fitting}
    return tuple(r for r in rows if r in fitting or fold(r.what) not in named)


def _is_open(task: Task) -> bool:
    """Whether a plain amount is asked for and nothing tells of which sort of money: of a name that
    stands in tables of both, both are told."""
    query, money = task.query, money_of(task)
    plain = query.operation is Operation.VALUE and money == Money(spent=money.spent)
    said = split(query.text)
    told = words.vocabulary_list("balance", "of_running")
    return plain and not any(word.startswith(tuple(told)) for word in said)


def _is_investment(row: Amount) -> bool:
    named = fold(row.what)
    stems = words.vocabulary_list("balance", "other_sections")
    return about_other_money(row) or any(stem in named for stem in stems)


def is_told_apart(row: Amount) -> bool:
    """Whether an amount is printed as a deviation, and is no result."""
    return is_deviation(row) and not is_told_after(row)


def alike(first: Amount, second: Amount) -> bool:
    """Whether two amounts measure the same: the same column but for the year."""
    if is_deviation(first) or is_deviation(second):
        return fold(first.measure or "") == fold(second.measure or "")
    return fold(first.measure or "") == fold(second.measure or "") or (
        is_planned(first) and is_planned(second)
    )


def of_whole_year(row: Amount) -> bool:
    """Whether the period is a year and no part of one."""
    return _is_whole(row.period or "")


def is_part_of_year(heading: str) -> bool:
    """Whether a heading says a part of a year ("Utfall jan–aug 2032")."""
    return not _is_whole(find_period(heading) or "")


def _is_whole(said: str) -> bool:
    period = _YEAR_END.sub("", plain(said).lower())
    whole = ("", *words.vocabulary_list("periods", "whole_year"))
    return period.replace(str(words.year_of(period) or ""), "").strip() in whole


def year_of(task: Task, row: Amount) -> int | None:
    """The year that an amount is of: the one in its own name, its column's, else its report's."""
    own = words.year_of(row.what) if row.headings else None
    dated = own or words.year_of(row.period)
    return dated or (task.document(row).year if row.headings else None)


def is_all_units(row: Amount) -> bool:
    """Whether an amount is of all units together; a board that sums up its own parts is one."""
    told, named = words.vocabulary_list("balance", "all_units"), split(row.what)
    if named[:1] and named[0] in told:
        return True
    return row.is_sum and not (names_unit(row.what) and set(told).isdisjoint(named))


def same_column(first: Amount, second: Amount) -> bool:
    """Whether two amounts stand in one column of one table."""
    return column_of(first) == column_of(second)


def column_of(row: Amount) -> tuple[object, ...]:
    """The column that an amount stands in; where no heading stands over a list of names and amounts
    each name is its amount's heading, and the list as a whole is the column."""
    bare = row.headings == (row.what_span,)
    heads = row.place.section if bare else row.headings
    return row.place.document_id, heads, row.measure, row.unit


def years_named(task: Task) -> tuple[int, ...]:
    return tuple(sorted({*task.query.scope.years, *task.query.against_years}))


def same_rows(task: Task) -> tuple[Amount, ...]:
    """The other amounts of the printed rows that are linked, and of a unit's rows in other tables,
    of the years asked for: a follow-up may ask for another year than that of the amounts told."""
    linked = {row for link in task.query.links for row in link.rows}
    scope = replace(task.query.scope, years=(), periods=())
    told = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    named = [r for r in told if r.id in linked and r.headings]
    lines = {_line(r) for r in named}
    units = {fold(r.what) for r in named if _is_unit(r)}
    same = [r for r in told if r.headings and (_line(r) in lines or fold(r.what) in units)]
    return of_kind(task, selecting.in_years(same, task.query.scope.years, task.library))


def _is_unit(row: Amount) -> bool:
    endings = words.vocabulary_list("balance", "units")
    return any(word.endswith(end) for word in split(row.what) for end in endings)


def with_deviations(kept: tuple[Amount, ...], rows: Iterable[Amount]) -> tuple[Amount, ...]:
    """Outcomes and forecasts with the deviations that the same printed row gives for the year, and
    rows of their own that print nothing but deviations."""
    rows = tuple(rows)
    told = [r for r in kept if r.headings and is_told_after(r)]
    lines = {(r.place.document_id, r.what_span) for r in told}
    dated = {(*_line(r), words.year_of(r.period)) for r in told}
    after = {_line(r) for r in rows if is_told_after(r)}
    beside = [
        r
        for r in rows
        if told and is_off(r)
        and (_line(r) not in after
             or (_line(r) in lines and ((*_line(r), words.year_of(r.period)) in dated
                                        or words.year_of(r.period) is None)))
    ]  # fmt: skip
    return tuple(dict.fromkeys((*kept, *beside)))


def _line(row: Amount) -> tuple[str, Span]:
    return row.place.document_id, row.what_span


def is_off(row: Amount) -> bool:
    """Whether an amount is a deviation, be it from an earlier forecast ("avvikelse i mars")."""
    told = fold(row.measure or "")
    return bool(row.headings) and told.startswith(words.vocabulary_list("balance", "deviations"))


def with_twins(task: Task, rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Amounts of tables that print no unit with those of the text that give the same with one."""
    bare = {(r.place.document_id, r.value) for r in rows if r.headings and r.unit is None}
    twins = [
        other
        for other in (task.library.amounts() if bare else ())
        if other.unit and (other.place.document_id, other.value) in bare
    ]
    return tuple(dict.fromkeys((*rows, *twins)))


def figure_of(row: Amount) -> Figure:
    return Figure(
        plain(row.raw), row.place.document_id, row.cell, row.id, row.measure, row.period,
        unit=row.unit, claim=value_text(row),
    )  # fmt: skip


def difference(first: Amount, second: Amount) -> Fact | None:
    """How far two amounts of one unit are apart, without sign; null where that is no number."""
    if first.unit != second.unit or first.value is None or second.value is None:
        return None
    if are_signed_apart(first, second):
        return None
    large, small = sorted((first, second), key=lambda row: row.value or 0.0, reverse=True)
    return reckoned((large, small), (1, -1))


def are_signed_apart(first: Amount, second: Amount) -> bool:
    """Whether one report prints below zero what another prints above it: budgets and costs of much
    the same size (a result may turn from a loss to a gain)."""
    one, other = first.value or 0.0, second.value or 0.0
    if one * other >= 0 or first.place.document_id == second.place.document_id:
        return False
    small, large = sorted((abs(one), abs(other)))
    return (is_planned(first) and is_planned(second)) or small > _LIKE * large


def reckoned(rows: Sequence[Amount], signs: Sequence[int]) -> Fact | None:
    """Amounts added up with their signs, with their unit; null where the print is no number."""
    operands = tuple(figure_of(row) for row in rows)
    terms = [value_of(figure.text) for figure in operands]
    if any(term != row.value for term, row in zip(terms, rows, strict=True)):
        return None
    digits = max(decimals(row.raw) for row in rows)
    total = sum(sign * (term or 0.0) for sign, term in zip(signs, terms, strict=True))
    result = shown_number(total, digits)
    rule = " ".join(
        f"{'−' if sign < 0 else '+'} {figure.text}"
        for sign, figure in zip(signs, operands, strict=True)
    ).removeprefix("+ ")
    calculation = Calculation(rule, operands, result, signs=tuple(signs))
    unit = rows[0].unit or ""
    proof = tuple(amount_proof(row) for row in rows)
    return Fact(f"{result} {unit}".strip(), evidence=proof, calculation=calculation)


def shown_number(value: float, digits: int) -> str:
    """A number with decimal comma and a space between thousands."""
    rounded = f"{abs(round(value, digits)):,.{digits}f}".replace(",", " ").replace(".", ",")
    return f"−{rounded}" if round(value, digits) < 0 else rounded


def decimals(raw: str) -> int:
    shown = next((n.raw for n in find_numbers(raw, spelled=False)), "")
    return len(shown.replace(".", ",").partition(",")[2])
