"""Amounts that a question takes for granted, held against those that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import amount_proof
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.money import money_factors, money_spellings
from plansvar.language.numbers import find_numbers

_ABOUT = 0.1  # so much of an amount may people leave out when they say it
_EXACT = 1e-6


def other_amount_said(task: Task, rows: Iterable[Amount]) -> tuple[Said, ...]:
    """That the documents print another amount, where the question says one that none of the
    rows, or of those that it names, is about as large as, and that no sum is."""
    claim = claimed_amount(task)
    told = [row for row in rows if _is_money(row)]
    if claim is None or not told:
        return ()
    named = selecting.amounts(task.query, task.library) if task.query.links else ()
    if any(_is_about(row, claim) for row in (*told, *filter(_is_money, named))):
        return ()
    anywhere = replace(task.query.scope, documents=(), document_kinds=())
    scoped = selecting.rows_in_scope(task.library.amounts(), anywhere, task.library)
    if any(row.is_sum and _is_money(row) and _is(row, claim) for row in scoped):
        return ()
    what, value = what_fact(task, told[0]), value_fact(task, told[0])
    fact = task.say("amount.another", what=what, value=value)
    return (Said(fact.proved_by(*(amount_proof(row) for row in told[:2]))),)


def claimed_amount(task: Task) -> float | None:
    """The amount in kronor that a question says itself ("back 50 miljoner")."""
    text = fold(task.query.text)
    for number in find_numbers(text, spelled=False):
        behind = text[number.end :].lstrip()
        for spelling, factor in money_spellings():
            if behind.startswith(spelling) and not behind[len(spelling) :][:1].isalpha():
                return abs(number.value) * factor
    return None


def of_claiming_documents(task: Task, rows: list[Amount], among: Iterable[Amount]) -> list[Amount]:
    """Of `rows` those of the documents that print the amount which the question says, to the last
    figure; all of them where it says none or none prints it."""
    claim = claimed_amount(task)
    if claim is None:
        return rows
    printing = {row.place.document_id for row in among if _is_money(row) and _is(row, claim)}
    return [row for row in rows if row.place.document_id in printing] or rows


def _is(row: Amount, claim: float) -> bool:
    value = abs(row.value or 0.0) * money_factors()[row.unit or ""]
    return abs(value - claim) <= _EXACT * claim


def _is_money(row: Amount) -> bool:
    return bool(row.value) and row.unit in money_factors()


def _is_about(row: Amount, claim: float) -> bool:
    value = abs(row.value or 0.0) * money_factors()[row.unit or ""]
    return abs(value - claim) <= _ABOUT * max(value, claim)
