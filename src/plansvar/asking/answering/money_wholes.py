"""What a thing costs in all, and what has been laid out on it since it began: the columns of its
rows that are of all years, or its years added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.balances import about_other_money
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.money import Line, lines, lines_said, value_fact, what_fact
from plansvar.asking.answering.money_rows import money_of, reckoned, year_of
from plansvar.asking.answering.money_shares import share_fact
from plansvar.asking.answering.money_variants import head, is_variant
from plansvar.asking.answering.ways import (
    is_income,
    is_planned,
    is_spent,
    is_told_after,
    is_whole_cost,
)
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Operation
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount, AnswerKind, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_ASKED = (Operation.VALUE, Operation.STATUS, Operation.WHAT)
_YEARS = 2
_NAME = 3  # words of a name that says no more than that all is meant
Printed = tuple[str, Span]


def asks_of_whole_cost(task: Task) -> bool:
    """ "vad är totalkalkylen för skolan", "vad kostar bron allt som allt"."""
    if not (task.query.links or money_of(task).investing):
        return False
    return (_asks(task) and _says(task, "of_project")) or (
        _says(task, "whole_cost") and (_asks_of_years(task) or _asks_of_thing(task))
    )


def _asks_of_years(task: Task) -> bool:
    """Whether several years are asked for, and not how they differ."""
    said = task.query.over_years or _says(task, "all_years_said")
    return (said or len(task.query.scope.years) >= _YEARS) and not money_of(task).changing


def _asks_of_thing(task: Task) -> bool:
    """Whether one thing is asked about and no year: not what all things cost together."""
    linked = {row for link in task.query.links for row in link.rows}
    named = [row for row in task.library.amounts() if row.id in linked]
    return _asks(task) and not task.query.scope.years and not all(map(_is_whole, named))


def answer_whole_cost(task: Task) -> Draft:
    """The columns that tell what the thing costs in all; else its years added up, and so where
    years are asked for."""
    rows = rows_named(task)
    if _asks_of_years(task):
        return _over_years(task, rows)
    whole = [row for row in rows if is_whole_cost(row)]
    sums = [row for row in rows if row.is_sum and _is_sum_column(row)]
    found = tuple(dict.fromkeys((*whole, *sums)))
    if found:
        many = len({row.place.document_id for row in found}) > 1
        return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(found), many)), found)
    told = _in_text(task)
    if told:
        return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(told), False)), told)
    if _says(task, "of_project"):
        return Draft(AnswerKind.AMOUNT, ())
    return _over_years(task, rows)


def _in_text(task: Task) -> tuple[Amount, ...]:
    """What a paragraph that names the thing tells as its cost in all ("Totalkostnaden beräknas
    till …")."""
    said = {root for link in task.query.links for each in link.words for root in roots(each.text)}
    begins = tuple(words.vocabulary_list("balance", "of_all_years"))
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    whole = [r for r in rows if not r.headings and fold(r.what).startswith(begins)]
    whole = [row for row in whole if len(split(row.what)) <= _NAME]
    return tuple(row for row in whole if said and said <= set(roots(_paragraph(task, row))))


def _paragraph(task: Task, row: Amount) -> str:
    document = task.document(row)
    spans = (block.span for block in document.blocks if block.span.holds(row.cell))
    return next((document.text[span.start : span.end] for span in spans), "")


def says_of_project(task: Task) -> bool:
    """Whether a word says that a project as a whole is meant ("totalbudget")."""
    return _says(task, "of_project")


def asks_of_spent(task: Task) -> bool:
    """ "hur mycket är upparbetat på skolan sedan starten"."""
    used = set(words.vocabulary_list("balance", "used"))
    whole = _says(task, "whole_cost") or _says(task, "of_project")
    gone = whole and used <= set(task.query.measures)
    return _asks(task) and (_says(task, "spent_so_far") or gone)


def answer_spent(task: Task) -> Draft:
    """What has been laid out in all, beside what the thing is to cost in all."""
    rows = rows_named(task)
    spent = {_line(row) for row in rows if is_spent(row)}
    beside = [row for row in rows if _line(row) in spent]
    found = tuple(row for row in beside if is_spent(row) or is_whole_cost(row))
    many = len({row.place.document_id for row in found}) > 1
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(found), many)), found)


def asks_of_spent_share(task: Task) -> bool:
    """ "hur stor del av skolans totalbudget är förbrukad", "… av budgeten väntas gå åt"."""
    used = set(words.vocabulary_list("balance", "used")) <= set(task.query.measures)
    share = task.query.operation is Operation.SHARE and bool(task.query.links)
    return share and (used or _says(task, "spent_so_far") or _says(task, "used_up"))


def answer_spent_share(task: Task) -> Draft:
    """How much of what a thing is to cost in all has been laid out on it; else how much of its
    budget."""
    rows = rows_named(task)
    project = _says(task, "of_project") or not (task.query.measures or task.query.scope.years)
    for spent in filter(is_spent, rows if project else ()):
        own = [row for row in rows if _line(row) == _line(spent) and is_whole_cost(row)]
        whole = next((row for row in own if not is_told_after(row)), None)
        fact = share_fact(task, spent, whole) if whole else None
        if whole is not None and fact is not None:
            return Draft(AnswerKind.AMOUNT, (Said(fact),), (spent, whole))
    return _of_budget(task, rows)


def _of_budget(task: Task, rows: Iterable[Amount]) -> Draft:
    """How much of its budget the newest printed row of the year has used, or is expected to use
    where that is asked; of a year that is over what it used in all of it."""
    ahead, years = _looks_ahead(task), set(task.query.scope.years)
    linked = {row for link in task.query.links for row in link.rows}

    def rank(line: Line) -> tuple[bool, bool]:
        part = not ahead and words.is_interim(task.document(line.first))
        return part, linked.isdisjoint(row.id for row in line.rows)

    bare = {fold(link.name) for link in task.query.links} <= set(
        words.vocabulary_list("balance", "budgets")
    )
    for line in sorted(lines(rows), key=rank):
        if bare and (is_income(line.first) or not line.first.is_sum):
            continue  # a part is not the budget
        dated = [row for row in line.rows if not years or year_of(task, row) in years]
        plans = [row for row in dated if is_planned(row) and not is_whole_cost(row)]
        own = {year_of(task, row) for row in plans}
        gone = [r for r in dated if _is_gone(r, ahead) and year_of(task, r) in own]
        if len(plans) != 1 or len(gone) != 1:
            continue
        fact = share_fact(task, gone[0], plans[0], within=False)
        if fact is not None:
            return Draft(AnswerKind.AMOUNT, (Said(fact),), (gone[0], plans[0]))
    return Draft(AnswerKind.AMOUNT, ())


def _looks_ahead(task: Task) -> bool:
    """Whether it is asked what is expected to be used ("väntas gå åt")."""
    said = fold(task.query.text)
    return any(stem in said for stem in words.vocabulary_list("balance", "expected"))


def _is_gone(row: Amount, ahead: bool) -> bool:
    """Whether an amount is what has been used, or what is expected to be."""
    measure = fold(row.measure or "")
    if ahead:
        expected = words.vocabulary_list("balance", "expected")
        return is_told_after(row) and any(stem in measure for stem in expected)
    return measure in words.vocabulary_list("balance", "used")


def _line(row: Amount) -> Printed:
    return row.place.document_id, row.what_span


def _asks(task: Task) -> bool:
    return bool(task.query.links) and task.query.operation in _ASKED


def _says(task: Task, name: str) -> bool:
    told = f" {' '.join(split(task.query.text))} "
    return any(f" {phrase} " in told for phrase in words.vocabulary_list("balance", name))


def rows_named(task: Task) -> list[Amount]:
    """The amounts of the printed rows that are linked, and of rows that bear the same name with
    more behind a comma; of investments as a whole the sums of their tables in scope."""
    linked = {row for link in task.query.links for row in link.rows}
    named = [row for row in task.library.amounts() if row.id in linked]
    scope = replace(task.query.scope, years=(), periods=())
    told = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    told = [row for row in selecting.ordered(told, task.library) if _has(row)]
    if money_of(task).investing and all(map(_is_whole, named)):
        return [row for row in told if _is_total(row) and about_other_money(row)]
    names, own = {row.what for row in named}, {_line(row) for row in named}
    return [r for r in told if (is_variant(r, names) and not _is_total(r)) or _line(r) in own]


def _has(row: Amount) -> bool:
    return bool(row.headings) and row.value is not None


def _is_whole(row: Amount) -> bool:
    """Whether an amount is of all investments, be it told in the text."""
    return not row.headings or _is_total(row)


def _is_total(row: Amount) -> bool:
    return row.is_sum and head(row).startswith(tuple(words.vocabulary_list("balance", "all_units")))


def _is_sum_column(row: Amount) -> bool:
    return fold(row.measure or "") in vocabulary("tables")["money"]["sum_columns"]


def _over_years(task: Task, rows: Iterable[Amount]) -> Draft:
    """The years of one printed row of a plan, added up."""
    years = set(task.query.scope.years)
    for line in lines(rows):
        plain = [row for row in line.rows if row.measure is None and year_of(task, row)]
        if len(years) > _YEARS - 1:
            first, last = min(years), max(years)
            plain = [row for row in plain if first <= (year_of(task, row) or 0) <= last]
        total = reckoned(plain, [1] * len(plain)) if len(plain) >= _YEARS else None
        if total is None:
            continue
        terms = [
            task.say("money_share.term", what=what_fact(task, row), value=value_fact(task, row))
            for row in plain
        ]
        fact = task.say("money_share.total", terms=listed(terms, task.language), sum=total)
        return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(plain))
    return Draft(AnswerKind.AMOUNT, ())
