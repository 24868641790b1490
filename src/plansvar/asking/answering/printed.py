"""Verdicts that a table prints in words in a column of their own ("Nås delvis"): these are the
document's, and go before what its figures would say."""

from __future__ import annotations

from functools import cache

from plansvar.asking.answering.assessments import first_of_tables
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import LISTED, capped, name_fact, some_names, values_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence import words as selecting_words
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.reading import read
from plansvar.asking.goal_levels import family_of
from plansvar.asking.query import Operation, TargetState
from plansvar.domain import AnswerKind, Indicator, Observation, Tally
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

MET, MISSED = "met", "missed"
_OF_STATE = {TargetState.MET: MET, TargetState.MISSED: MISSED}
_OPPOSITE = {MET: MISSED, MISSED: MET}


def asks_for_printed(task: Task) -> bool:
    """Whether rows are asked for by a verdict that columns of words may print."""
    query = task.query
    rows = (Operation.LIST, Operation.COUNT, Operation.SHARE)
    plain = not (query.conditions.thresholds or query.conditions.change)
    return plain and query.operation in rows and _wanted(task) is not None


def answer_printed(task: Task) -> Draft:
    """The rows whose printed verdict is the one asked for; nothing where no row prints any."""
    wanted = _wanted(task)
    said: list[Said] = []
    found: list[Indicator] = []
    valued = [row for row in selecting.indicators(task.query, task.library) if row.observations]
    for group in grouped(task, valued):
        judged = [
            row for row in group.rows if (cell := printed_verdict(row)) and _asked(task, cell)
        ]
        own = [row for row in judged if _family(row) == wanted]
        if 2 * len(judged) <= len(group.rows):
            return Draft(AnswerKind.INDICATOR, ())
        said += _group_said(task, group, judged, own)
        found += own
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def printed_verdict(row: Indicator) -> Observation | None:
    """The cell of a row that prints a verdict in words."""
    words = (o for o in row.observations if o.value is None and _family_of(o.raw))
    return next(words, None)


def _group_said(
    task: Task, group: Group[Indicator], judged: list[Indicator], own: list[Indicator]
) -> list[Said]:
    told = dict.fromkeys(cell.raw for row in own if (cell := printed_verdict(row)))
    if len(told) != 1:
        return []
    lead = task.say_many(
        "printed",
        len(own),
        report=report_name(task, group.document, group.organisation),
        base=str(len(judged)),
        kind=kind_word(task, group.rows, len(judged)),
        verdict=next(iter(told)),
    )
    calculation = counted(
        word(task, "rule", "assessed"),
        len(own),
        Tally(word(task, "tally", "assessed"), tuple(row.id for row in judged)),
        Tally(next(iter(told)), tuple(row.id for row in own)),
        rows=[row.id for row in own],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    said = [Said(lead.reckoned(calculation).proved_by(*proof))]
    if task.query.operation is Operation.LIST:
        said += capped(task, [_row_said(task, row) for row in own[:LISTED]], own)
    open_rows = [row for row in group.rows if row not in judged]
    return [*said, Said(_left(task, open_rows))] if open_rows else said


def _row_said(task: Task, row: Indicator) -> Said:
    reading, verdict = read(row), printed_verdict(row)
    shown = [o for o in (reading.outcome, reading.target, verdict) if o is not None]
    values = values_fact(task, row, shown)
    return Said(task.say("row.values", name=name_fact(task, row), values=values), table="points")


def _left(task: Task, rows: list[Indicator]) -> Fact:
    return task.say("printed_open", names=some_names(task, rows))


def _wanted(task: Task) -> str | None:
    conditions = task.query.conditions
    if conditions.target_state:
        state = _OF_STATE[conditions.target_state]
        return _OPPOSITE[state] if conditions.negated else state
    families = {_family_of(each) for each in conditions.assessments}
    return families.pop() if len(families) == 1 and not conditions.negated else None


def _asked(task: Task, cell: Observation) -> bool:
    """Whether the verdict is of the measure that the question names, if it names any."""
    measures = task.query.measures
    return not measures or any(selecting_words.same_measure(each, cell) for each in measures)


def _family(row: Indicator) -> str | None:
    cell = printed_verdict(row)
    return _family_of(cell.raw) if cell else None


def _family_of(verdict: str) -> str | None:
    """Whether a verdict as printed says met, partly or missed; null for colours and others."""
    folded = fold(verdict)
    return None if folded in _colours() else family_of(folded)


@cache
def _colours() -> frozenset[str]:
    forms = vocabulary("assessments")["colours"].values()
    return frozenset(fold(form) for each in forms for form in each)
