"""By how many percent an amount changed from one year to another."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_rows import figure_of, shown_number
from plansvar.asking.evidence import words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.domain import Amount, Calculation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split


def asks_percent(task: Task) -> bool:
    """Whether a change is asked for in percent."""
    said = fold(task.query.text)
    return any(unit in said for unit in words.vocabulary_list("percent", "units"))


def asks_how_much_dearer(task: Task) -> bool:
    """Whether something "gets dearer", with no word for what it is dearer than."""
    said, listed = set(split(task.query.text)), words.vocabulary_list
    return said.isdisjoint(listed("dearer", "than")) and bool(said & set(listed("dearer", "words")))


def percent_fact(task: Task, first: Amount, last: Amount) -> Fact | None:
    """What the later amount is more or less than the earlier, in percent of that; null where they
    are of unlike units or one of them is below zero and the other is not."""
    operands = (figure_of(last), figure_of(first))
    after, before = (value_of(figure.text) for figure in operands)
    if after is None or not before or after * before <= 0 or first.unit != last.unit:
        return None
    apart = percent_of(after - before, before)
    rule = f"({operands[0].text} \u2212 {operands[1].text}) / {operands[1].text}"
    result = shown_number(apart, 1)
    calculation = Calculation(rule, operands, result, signs=(1, -1), percent=True)
    percent = Fact(result, (), (amount_proof(last), amount_proof(first)), calculation)
    return task.say(
        "money_change.percent",
        what=what_fact(task, last),
        first=earlier_fact(task, first, last),
        last=value_fact(task, last),
        percent=percent,
    )


def earlier_fact(task: Task, first: Amount, last: Amount) -> Fact:
    """The earlier amount; under its own name, where that differs."""
    value = value_fact(task, first)
    if first.what == last.what:
        return value
    return task.say("money_share.term", what=what_fact(task, first), value=value)
