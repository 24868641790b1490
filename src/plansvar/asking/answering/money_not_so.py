"""Corrects a question why an amount rose or fell, where the tables print the contrary."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.balances import is_whole_name
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import alone_fact, lines
from plansvar.asking.answering.money_changes import changed_pairs, planned_pairs
from plansvar.asking.answering.money_pairs import Pair, changed_fact, off_plan_fact
from plansvar.asking.answering.money_rows import of_kind
from plansvar.asking.answering.ways import is_income, is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.passages import find_told_by_name
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.query import Change, Operation, Subject
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import words as split

_WAYS = {Change.UP: 1, Change.DOWN: -1, Change.WORSE: -1, Change.BETTER: 1}
_SIDES = {"deficit": 1, "surplus": -1}
_AS_SIZE = (Change.UP, Change.DOWN)


def asks_why_changed(task: Task) -> bool:
    """Whether a question takes it for granted that a named amount rose or fell."""
    query = task.query
    change = query.premise.change if query.premise else None
    named = query.subject is Subject.AMOUNTS and bool(query.links)
    causes = query.operation in (Operation.WHY, Operation.HOW)
    return causes and named and change in _WAYS and not query.not_understood


def asks_why_off_plan(task: Task) -> bool:
    """Whether it is taken for granted that a named thing became dearer or cheaper than planned."""
    query = task.query
    side = query.money.side if query.money and query.money.against_plan else None
    named = query.subject is Subject.AMOUNTS and bool(query.links) and not query.not_understood
    return named and query.operation is Operation.WHY and side in _SIDES


def answer_not_off_plan(task: Task) -> Draft:
    """What was planned and what it came to, where that is the contrary of what is taken for
    granted."""
    pairs = planned_pairs(lines(_of_all_years(task)))
    sign = _SIDES[(task.query.money.side if task.query.money else None) or ""]
    steps = [abs(after.value or 0.0) - abs(plan.value or 0.0) for plan, after in pairs]
    turned = any(is_whole_name(plan.what) or is_income(plan) for plan, _ in pairs)
    if not pairs or turned or any(sign * step > 0 for step in steps) or _is_told_so(task):
        return Draft(AnswerKind.AMOUNT, ())
    facts = [fact for pair in pairs if (fact := off_plan_fact(task, pair))]
    told = tuple(row for pair in pairs for row in pair)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)), told)


def _is_told_so(task: Task) -> bool:
    """Whether running text tells by name, with a cause, that it became dearer or cheaper."""
    side = (task.query.money.side if task.query.money else None) or ""
    told = find_told_by_name(task.query, task.library)
    return any(found.cued and holds_cue(" ".join(found.pieces), side) for found in told)


def answer_not_changed_so(task: Task) -> Draft:
    """The amounts of both years, where they moved the other way or not at all; else what the text
    says to be as it was."""
    pairs = [pair for pair in changed_pairs(task, _of_all_years(task)) if _may_be_so(task, pair)]
    if pairs and not any(_is_so(task, pair) for pair in pairs):
        facts = [_corrected(task, pair) for pair in pairs]
        told = tuple(row for pair in pairs for row in pair)
        return Draft(AnswerKind.AMOUNT, tuple(Said(f) for f in facts if f is not None), told)
    same = [] if pairs else [row for row in _in_text(task) if _is_unchanged(row)]
    return Draft(AnswerKind.AMOUNT, tuple(Said(alone_fact(task, row)) for row in same), tuple(same))


def _of_all_years(task: Task) -> list[Amount]:
    """The amounts of tables under the names that are linked, also of other years than asked."""
    linked = {row for link in task.query.links for row in link.rows}
    told = [row for row in task.library.amounts() if row.headings and row.value is not None]
    named = {_name(row) for row in told if row.id in linked}
    scope = replace(task.query.scope, years=(), periods=())
    rows = selecting.ordered(selecting.rows_in_scope(told, scope, task.library), task.library)
    return list(of_kind(task, [row for row in rows if _name(row) in named]))


def _name(row: Amount) -> str:
    """What an amount is for, without the years in its name."""
    return " ".join(word for word in split(row.what) if not word.isdigit())


def _corrected(task: Task, pair: Pair) -> Fact | None:
    change = task.query.premise.change if task.query.premise else None
    fact = changed_fact(task, pair)
    return task.say(f"money_not_so.{change}", fact=fact) if fact and change else None


def _may_be_so(task: Task, pair: Pair) -> bool:
    """Whether an amount can go the way that is taken for granted: a budget gets no worse."""
    change = task.query.premise.change if task.query.premise else None
    return change in _AS_SIZE or not any(map(is_planned, pair))


def _is_so(task: Task, pair: Pair) -> bool:
    """Whether an amount went the way that the question says: costs and debts as sizes."""
    change = task.query.premise.change if task.query.premise else None
    first, last = (row.value or 0.0 for row in pair)
    if change in _AS_SIZE and first * last > 0:
        first, last = abs(first), abs(last)
    return change is not None and _WAYS[change] * (last - first) > 0


def _in_text(task: Task) -> list[Amount]:
    rows = selecting.amounts(task.query, task.library)
    return [row for row in rows if not row.headings and row.value is not None]


def _is_unchanged(row: Amount) -> bool:
    """ "Skattesatsen är oförändrad": the name of the amount itself says that it stays."""
    return not set(split(row.what)).isdisjoint(words.vocabulary_list("balance", "unchanged"))
