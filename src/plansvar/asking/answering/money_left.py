"""What is left of what a thing may cost in all: "hur mycket återstår av skolans totalbudget?"."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_rows import reckoned
from plansvar.asking.answering.money_wholes import rows_named, says_of_project
from plansvar.asking.answering.ways import is_spent, is_told_after, is_whole_cost
from plansvar.asking.evidence import words
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import words as split


def asks_of_left(task: Task) -> bool:
    """Whether it is asked how much of the cost of a whole project is not laid out yet."""
    left = set(words.vocabulary_list("balance", "left"))
    named = bool(task.query.links) and says_of_project(task)
    return named and not left.isdisjoint(split(task.query.text))


def answer_left(task: Task) -> Draft:
    """The whole cost of a printed row less what has been laid out on it so far."""
    rows = rows_named(task)
    for spent in filter(is_spent, rows):
        line = (spent.place.document_id, spent.what_span, spent.unit)
        own = [r for r in rows if (r.place.document_id, r.what_span, r.unit) == line]
        whole = next((r for r in own if is_whole_cost(r) and not is_told_after(r)), None)
        fact = _left_fact(task, whole, spent) if whole else None
        if whole is not None and fact is not None:
            return Draft(AnswerKind.AMOUNT, (Said(fact),), (whole, spent))
    return Draft(AnswerKind.AMOUNT, ())


def _left_fact(task: Task, whole: Amount, spent: Amount) -> Fact | None:
    """Both amounts and what is left; how much too much was laid out, where nothing is."""
    over = (spent.value or 0.0) > (whole.value or 0.0)
    apart = reckoned([spent, whole] if over else [whole, spent], [1, -1])
    return apart and task.say(
        "money_left.over" if over else "money_left.left",
        what=what_fact(task, whole),
        whole=value_fact(task, whole),
        spent=value_fact(task, spent),
        difference=apart,
    )
