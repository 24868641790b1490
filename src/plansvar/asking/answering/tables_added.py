"""Whether a whole table goes together: each column whose lines make a sum, with what they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.table_figures import told_figure, told_label
from plansvar.asking.answering.table_totals import best_total, is_rounded, summed, told_total
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.asking.tables.printed import PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.totals import Total, totals_of
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.table_words import names_table, of_table
from plansvar.domain import AnswerKind
from plansvar.language.folding import stem, told_stems
from plansvar.language.folding import words as split

_MOST = 8  # columns that are told
_PAIR = 2


def asks_of_whole_table(task: Task) -> bool:
    """Whether a table is to be checked, and none of its columns or sums is named."""
    query = task.query
    named = query.measures or query.numbers or query.conditions.assessments or query.premise
    checked = query.operation is Operation.CHECK_SUM and not named
    said = split(query.text)
    of_sum = not set(said).isdisjoint(grammar()["adding_up"]["parts"])
    return checked and not of_sum and any(map(names_table, said))


def answer_whole_table(task: Task) -> Draft:
    """Each column of the table that says all words of the question, those first that do not go
    together; nothing where only one has a sum."""
    paths = [d.path for d in selecting.documents_asked(task.query.scope, task.library)]
    tables = _named(task, [t for t in tables_of(task.library) if t.document.path in paths])
    best = best_total(task, [t for table in tables for t in totals_of(table)])
    found = [t for t in totals_of(best.table) if t.line.labels == best.line.labels] if best else []
    if best is None or len(found) < _PAIR:
        return Draft(AnswerKind.AMOUNT, ())
    wrong = [total for total in found if not (total.holds or is_rounded(total))]
    right = [total for total in found if total not in wrong]
    facts = [_lead(task, best, found, right)]
    facts += [told_total(task, total) for total in wrong]
    facts += [_column(task, total) for total in right[: _MOST - len(wrong)]]
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)))


def _named(task: Task, tables: Sequence[PrintedTable]) -> Sequence[PrintedTable]:
    """The tables whose heading is the question's word for a table, else those whose heading or
    columns say what it is a table of; none where it is of something that no table is of."""
    words = [word for word in split(task.query.text) if names_table(word)]
    whole = [stem(word) for word in words if of_table(word)]
    headed = [table for table in tables if _says(told_stems(table.heading), whole)]
    parts = [stem(of_table(word)) for word in words if of_table(word)]
    told = [t for t in tables if _says([s for c in t.columns for s in c.stems], parts)]
    told += [t for t in tables if _says([*told_stems(t.heading), *t.title], parts)]
    return (whole and headed) or told if parts else tables


def _says(told: Iterable[str], wanted: Sequence[str]) -> bool:
    held = tuple(told)
    return all(any(each.startswith(word) for each in held) for word in wanted)


def _lead(task: Task, best: Total, found: Sequence[Total], right: Sequence[Total]) -> Fact:
    report = report_name(task, best.table.document, None)
    key = "all" if len(right) == len(found) else "some" if right else "none"
    value = told_figure(task, best.line, best.cell)
    lead = task.say(f"tables_added.{key}", report=report, what=told_label(task, best.line))
    return lead.proved_by(*value.evidence)


def _column(task: Task, total: Total) -> Fact:
    value = told_figure(task, total.line, total.cell)
    key, what = "column" if total.holds else "rounded", told_label(task, total.line)
    return task.say(f"tables_added.{key}", what=what, sum=summed(total), value=value)
