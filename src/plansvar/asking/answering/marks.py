"""What marks show: colours, arrows and what the legend says that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence.proof import assessment_proof, row_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Assessment, Document, Evidence, Figure, Indicator, MarkSource, Span
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers

_YEAR = re.compile(r"(?:19|20)\d\d")


def colours_fact(task: Task, rows: Iterable[Indicator], wanted: str) -> Fact | None:
    """What the assessment is read from, and its meaning where a legend tells it."""
    shown = [
        (row, a) for row in rows for a in row.assessments if fold(a.value or "") == fold(wanted)
    ]
    shown = [(row, a) for row, a in shown if a.mark is not None]
    if not shown:
        return None
    sources = dict.fromkeys(word(task, "mark_source", a.source.value) for _, a in shown)
    told = next(((row, a) for row, a in shown if a.meaning), shown[0])
    meaning = meaning_fact(task, *told)
    fact = task.say(
        "marks.meant" if meaning.text else "marks.seen",
        assessment=word(task, "assessment_named", wanted),
        source=", ".join(sources),
        meaning=meaning,
    )
    return fact.proved_by(*assessment_proof(task.document(told[0]), *told))


def meaning_fact(task: Task, row: Indicator, assessment: Assessment) -> Fact:
    """What the legend says that the colour stands for, quoted; empty where it says nothing."""
    meaning = plain(assessment.meaning or "")
    document = task.document(row)
    if not meaning or assessment.legend is None:
        return Fact("")
    printed = plain(document.text[assessment.legend.start : assessment.legend.end])
    if find_numbers(meaning) and meaning not in printed:
        return Fact("")
    figure = Figure(meaning, document.path, assessment.legend)
    figures = (figure,) if find_numbers(meaning) else ()
    return Fact(f"”{meaning}”", figures, assessment_proof(document, row, assessment))


def judged_fact(task: Task, row: Indicator, assessment: Assessment) -> Fact:
    """One assessment of a row in plain words, with what shows it."""
    meaning = meaning_fact(task, row, assessment)
    key = "summary" if assessment.source is MarkSource.SUMMARY else "own"
    if assessment.mark is not None:
        key = "meant" if meaning.text else "marked"
    fact = task.say(
        f"status.{key}",
        name=_whose(task, row, assessment),
        assessment=word(task, "assessment_named", assessment.value or ""),
        source=word(task, "mark_source", assessment.source.value),
        meaning=meaning,
    )
    return fact.proved_by(*assessment_proof(task.document(row), row, assessment))


def _whose(task: Task, row: Indicator, assessment: Assessment) -> Fact:
    """The name of the row, and of the group where the assessment is of a group."""
    name = name_fact(task, row)
    if fold(assessment.breakdown) in vocabulary_list("measures", "total"):
        return name
    if _YEAR.fullmatch(assessment.breakdown):
        return _of_year(task, row, assessment, name)
    if find_numbers(assessment.breakdown):
        return name
    group = word(task, "group", assessment.breakdown)
    return task.say("phrase.group", what=name, group=group)


def _of_year(task: Task, row: Indicator, assessment: Assessment, name: Fact) -> Fact:
    """The name with the year that an assessment is of, as its column's heading prints it."""
    year = year_printed(task.document(row), row, assessment.breakdown)
    return task.say("phrase.of_year", what=name, year=year) if year else name


def year_printed(document: Document, row: Indicator, year: str) -> Fact | None:
    """A year as a heading of the row's table prints it; null where none does."""
    tables = (t for t in document.tables if row.table and t.span == row.table)
    heads = (c for t in tables for c in t.cells if c.row < max(t.header_rows, 1))
    cell = next((c for c in heads if year in document.text[c.span.start : c.span.end]), None)
    if cell is None:
        return None
    start = document.text.index(year, cell.span.start)
    figure = Figure(year, document.path, Span(start, start + len(year)))
    return Fact(year, (figure,), (Evidence(row.place, (cell.span,)),))


def open_fact(task: Task, row: Indicator) -> Fact | None:
    """That the marks of a row disagree, so that its assessment is left open."""
    for assessment in row.assessments:
        if assessment.value is None and assessment.mark and assessment.mark.disagreement:
            fact = task.say("status.open", name=_whose(task, row, assessment))
            return fact.proved_by(row_proof(row, assessment=assessment))
    return None


def trend_fact(task: Task, row: Indicator, with_report: bool = False) -> Fact | None:
    """The direction that an arrow or a word of the row shows."""
    if row.trend is None:
        return None
    symbol = plain(row.trend_raw or "")
    bare = symbol if symbol and not find_numbers(symbol) else ""
    fact = task.say(
        f"trend_mark.{'symbol' if bare else 'bare'}",
        name=name_fact(task, row, with_report),
        trend=word(task, "trend_word", row.trend.value),
        symbol=bare,
    )
    return fact.proved_by(_trend_proof(row))


def _trend_proof(row: Indicator) -> Evidence:
    arrow = next((a for a in row.assessments if a.mark and a.mark.trend), None)
    return row_proof(row, assessment=arrow)
