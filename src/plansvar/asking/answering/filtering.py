"""Lists, counts and shares over the whole table, with the rule and what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.asking.answering.asked_years import asks_of_forecast, read_asked
from plansvar.asking.answering.assessments import assessed_of, first_of_tables
from plansvar.asking.answering.counts import stated_total
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.goals_listed import goals_meant
from plansvar.asking.answering.goals_printed import (
    printed_goals_said,
    with_goals_of_their_own,
)
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import (
    LISTED,
    capped,
    name_fact,
    old_measurement,
    row_said,
    some_names,
    values_fact,
)
from plansvar.asking.answering.shares import percent_of_rows
from plansvar.asking.answering.sorting import Sorted, benchmark_of, rule_of, sort_rows
from plansvar.asking.answering.statuses import judged_said
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.reading import read
from plansvar.asking.query import Change, Conditions, Operation, TargetState
from plansvar.domain import AnswerKind, Indicator, Tally
from plansvar.language.vocabulary import vocabulary

_FEW = 3
_YEAR = 12  # the last month of a report on a whole year
_DAY = re.compile(r"(?:\bden )?\b\d{1,2}\b(?= )")
_ASSUMED = words.vocabulary_word("direction", "assumed")
_NEGATIVE = frozenset({"missed", "without_value"} | {f"not_{c.value}" for c in Change})


def answer_filtered(task: Task) -> Draft:
    """The rows that meet the conditions, counted over those that could be judged."""
    rows = selecting.indicators(task.query, task.library)
    conditions = task.query.conditions
    if conditions.without_value and conditions.kinds and not rows:  # by whatever name
        query = replace(task.query, conditions=replace(conditions, kinds=()))
        task = replace(task, query=query)
        rows = selecting.indicators(query, task.library)
    said: list[Said] = []
    found: list[Indicator] = []
    sorted_groups = [(group, sort_rows(task, group)) for group in grouped(task, rows)]
    judged = [pair for pair in sorted_groups if pair[1].base] or sorted_groups
    judged = _settled(task, judged)
    listing = task.query.operation not in (Operation.COUNT, Operation.SHARE)
    full = told_in_full(task, [row for group, _ in judged for row in group.rows])
    others: list[Indicator] = []
    for group, result in judged:
        found += result.kept
        if listing and group.document.path not in full:
            others += result.kept
            continue
        said.append(Said(filter_lead(task, group, result)))
        proof = [headings_proof(row) for row in first_of_tables(group)]
        said += percent_of_rows(task, result.base, result.kept, proof)
        if listing:
            said += capped(task, _members(task, result), result.kept)
        said += left_out_said(task, result)
    said += also_in(task, others)
    told = [row for group, _ in judged if group.document.path in full for row in group.rows]
    said += _judged_otherwise(task, found, told)
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _judged_otherwise(
    task: Task, found: list[Indicator], told: list[Indicator]
) -> tuple[Said, ...]:
    """Which of the rows the report itself judges as missed, where that is fewer than fall short of
    their target: some signs say that a target is nearly met."""
    conditions = task.query.conditions
    plain = replace(conditions, kinds=(), target_state=None) == Conditions()
    if not plain or conditions.target_state is not TargetState.MISSED or not found:
        return ()
    missed = tuple(vocabulary("goallevels")["colours"]["missed"])
    verdicts = [row.assessment.value if row.assessment else None for row in found]
    red = [v for v in verdicts if v in missed]
    if task.query.operation is not Operation.LIST or None in verdicts or len(red) == len(verdicts):
        return ()
    asked = replace(conditions, target_state=None, assessments=missed)
    own = replace(task, query=replace(task.query, conditions=asked))
    judged = assessed_of(own, told)
    named = (row for row in judged.rows if isinstance(row, Indicator))
    names = listed([name_fact(task, row) for row in named], task.language)
    colour = word(task, "assessment_many", red[0] or "") if red else ""
    fact = task.say("left.judged", assessment=colour.capitalize(), names=names)
    lead = (said for said in judged.said if said.table is None)
    return (*lead, Said(fact)) if red else ()


def _settled(
    task: Task, judged: list[tuple[Group[Indicator], Sorted]]
) -> list[tuple[Group[Indicator], Sorted]]:
    """Without reports on a part of a year asked for that another tells the whole of: what was not
    reached in August may have been by the end of the year."""
    whole = {g.document.year for g, _ in judged if words.last_month(g.document) == _YEAR}
    over = whole & set(task.query.scope.years)
    return [
        p for p in judged if not (p[0].document.year in over and words.is_interim(p[0].document))
    ]


def answer_listed(task: Task) -> Draft:
    """All rows in scope, by report, with the number that the report states."""
    rows = goals_meant(task, selecting.indicators(task.query, task.library))
    said: list[Said] = []
    listing = task.query.operation is Operation.LIST
    full = told_in_full(task, rows)
    for group in with_goals_of_their_own(task, grouped(task, rows)):
        if listing and group.document.path not in full:
            continue
        goals = printed_goals_said(task, group)
        said += goals or _listed_lead(task, group)
        if listing and not goals:
            said += capped(task, _rows_said(task, group), group.rows)
    if listing:
        said += also_in(task, [row for row in rows if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), rows)


def _rows_said(task: Task, group: Group[Indicator]) -> list[Said]:
    judged = any(row.assessment and row.assessment.value for row in group.rows)
    if judged and task.query.operation is Operation.LIST:
        return [judged_said(task, row) for row in group.rows[:LISTED]]
    return [row_said(task, row) for row in group.rows[:LISTED]]


def _listed_lead(task: Task, group: Group[Indicator]) -> list[Said]:
    kinds = {row.kind for row in group.rows}
    scope = task.query.scope
    part = bool(task.query.links or scope.organisations or scope.sections)
    part = part and not (group.organisation and scope.organisations)
    totals = [] if part else [stated_total(task, group, kind) for kind in sorted(kinds)]
    tally = Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows))
    lead = task.say_many(
        "listed",
        len(group.rows),
        report=report_name(task, group.document, group.organisation),
        kind=kind_word(task, group.rows, len(group.rows)),
    )
    lead = lead.reckoned(counted(word(task, "rule", "rows"), len(group.rows), tally))
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return [*(Said(total) for total in totals if total), Said(lead.proved_by(*proof))]


def filter_lead(task: Task, group: Group[Indicator], result: Sorted) -> Fact:
    """How many of the rows of a report that could be judged meet the conditions."""
    rule = rule_of(task)
    fact = _sentence(task, group, result, rule)
    if words.is_interim(group.document) and not asks_of_forecast(task):
        fact = task.say("filter.interim", period=_period(task, group), fact=fact)
    calculation = counted(
        word(task, "rule", rule),
        len(result.kept),
        Tally(word(task, "tally", rule), tuple(row.id for row in result.base)),
        Tally(word(task, "kept", rule), tuple(row.id for row in result.kept)),
        *(
            Tally(word(task, "tally", reason), tuple(row.id for row in rows))
            for reason, rows in result.left_out
        ),
        rows=[row.id for row in result.kept],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return fact.reckoned(calculation).proved_by(*proof)


def _sentence(task: Task, group: Group[Indicator], result: Sorted, rule: str) -> Fact:
    """How many of how many, in the form that their numbers ask for."""
    base, kept = len(result.base), len(result.kept)
    opposite = word(task, "opposite", rule)
    fields: dict[str, Fact | str] = {
        "report": report_name(task, group.document, group.organisation),
        "base": str(base),
        "kind": kind_word(task, group.rows, base),
        "has": word(task, "has", rule),
    }
    if base == 0:
        return task.say("filter.empty", **fields)
    if base == 1:
        verb = verb_of(task, rule if kept else opposite)
        return task.say("filter.single", verb=verb, **fields)
    if kept == base or (kept == 0 and is_negative(rule)):
        verb = verb_of(task, rule if kept else opposite)
        return task.say("filter.all", verb=verb, **fields)
    return task.say_many("filter.lead", kept, verb=verb_of(task, rule), **fields)


def is_negative(rule: str) -> bool:
    """Whether a rule is worded with "inte", so that "none of them" would say it twice."""
    return rule in _NEGATIVE


def verb_of(task: Task, rule: str) -> str:
    """What the rule says of the rows that meet it."""
    beside = word(task, "measure_beside", benchmark_of(task) or "")
    said = word(task, "verb", rule).replace("{limit}", _limits(task))
    return said.replace("{beside}", beside)


def _members(task: Task, result: Sorted) -> list[Said]:
    said = []
    for row in result.kept[:LISTED]:
        one = _column_said(task, row) or _beside_said(task, row) or row_said(task, row)
        old = old_measurement(task, row) if task.query.conditions.change else None
        if old:
            one = replace(one, fact=task.say("row.with_note", fact=one.fact, quote=old))
        said.append(one)
    return said


def _column_said(task: Task, row: Indicator) -> Said | None:
    """The values of the column asked for, where the rows have several of their own."""
    reading = read_asked(task, row) if task.query.own_column else None
    if reading is None or reading.outcome is None:
        return None
    told = [o for o in (reading.outcome, reading.previous) if o is not None]
    told = told if task.query.conditions.change else told[:1]
    values = values_fact(task, row, told)
    fact = task.say("row.values", name=name_fact(task, row), values=values)
    return Said(fact, table="points")


def _beside_said(task: Task, row: Indicator) -> Said | None:
    """The outcome and what it is set beside, where the question sets it so."""
    named = benchmark_of(task)
    other = [o for o in row.observations if named and words.same_measure(named, o)]
    outcome = read(row).outcome
    if outcome is None or not other:
        return None
    values = values_fact(task, row, [outcome, other[0]])
    fact = task.say("row.values", name=name_fact(task, row), values=values)
    return Said(fact, table="points")


def left_out_said(task: Task, result: Sorted) -> list[Said]:
    """Which rows could not be judged, and why."""
    said = []
    for reason, rows in result.left_out:
        said.append(Said(task.say(f"left.{reason}", names=some_names(task, rows))))
    assumed = [r for r in result.kept if r.direction_source == _ASSUMED]
    judged = task.query.conditions.change or task.query.conditions.target_state
    return [*said, Said(_assumed(task, assumed))] if assumed and judged else said


def _assumed(task: Task, rows: list[Indicator]) -> Fact:
    """That the good direction is assumed: for which rows, or for how many."""
    if len(rows) <= _FEW:
        names = listed([name_fact(task, row) for row in rows], task.language)
        return task.say("left.assumed", names=names)
    ids = tuple(row.id for row in rows)
    calculation = counted(word(task, "rule", "assumed"), len(ids), Tally(_ASSUMED, ids), rows=ids)
    proof = [e for row in rows for e in name_fact(task, row).evidence]
    fact = task.say("left.assumed_many", number=str(len(rows)))
    return fact.reckoned(calculation).proved_by(*proof)


def _limits(task: Task) -> str:
    """The limits of the question, as the question writes them."""
    limits = [w.text for t in task.query.conditions.thresholds for w in t.words]
    return " ".join(limits)


def _period(task: Task, group: Group[Indicator]) -> str:
    """The document's period without its year or day: "januari-augusti", "per augusti"."""
    told = _DAY.sub("", group.document.period or "").split()
    period = " ".join(word for word in told if not any(map(str.isdigit, word)))
    return f" ({period})" if period else ""
