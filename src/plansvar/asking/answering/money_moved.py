"""Amounts of a table that rise, fall or stay as they were from one year to the next."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines, lines_said
from plansvar.asking.answering.money_changes import Pair, changed_pairs
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.answering.spending import moved_rows
from plansvar.asking.evidence.proof import amount_proof
from plansvar.domain import Amount, AnswerKind, Tally

_LEAST = 2


def asks_which_moved(task: Task) -> bool:
    """Whether rows are to be sorted out by which way their amounts went."""
    return money_of(task).way is not None


def answer_moved(task: Task) -> Draft:
    """How many of a table's amounts went that way from the one year to the other, and which."""
    told = lines(moved_rows(task))
    pairs = _of_one_table([pair for line in told for pair in changed_pairs(task, line.rows)])
    if len(pairs) < _LEAST:
        return Draft(AnswerKind.AMOUNT, ())
    way = money_of(task).way
    kept = [pair for pair in pairs if _way(pair) == way]
    said = [Said(_lead(task, pairs, kept)), *lines_said(task, [Line(p) for p in kept], False)]
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(row for pair in kept for row in pair))


def _of_one_table(pairs: list[Pair]) -> list[Pair]:
    """The pairs of the first table, whose two columns are the same for all of them."""
    own = [p for p in pairs if p[0].what_span == p[1].what_span]
    return [p for p in own if _columns(p) == _columns(own[0])]


def _columns(pair: Pair) -> tuple[object, ...]:
    first, last = pair
    return first.place.document_id, first.period, last.period


def _way(pair: Pair) -> str:
    first, last = (abs(row.value or 0.0) for row in pair)
    return "same" if first == last else "up" if last > first else "down"


def _lead(task: Task, pairs: list[Pair], kept: list[Pair]) -> Fact:
    last: Amount = pairs[0][1]
    fact = task.say_many(
        f"money_moved.{money_of(task).way}",
        len(kept),
        report=report_name(task, task.document(last), last.place.organisation),
        base=str(len(pairs)),
    )
    calculation = counted(
        word(task, "rule", "moved"),
        len(kept),
        Tally(word(task, "tally", "moved"), tuple(p[1].id for p in pairs)),
        Tally(word(task, "tally", "shown"), tuple(p[1].id for p in kept)),
        rows=[p[1].id for p in kept],
    )
    return fact.reckoned(calculation).proved_by(*(amount_proof(p[1]) for p in pairs[:8]))
