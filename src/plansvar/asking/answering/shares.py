"""What a stated count is a share of: all that the report states, and those that are assessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.counts import count_fact, stated_wholes
from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.summaries import stated_figure
from plansvar.asking.evidence.values import is_one, percent_of, value_of
from plansvar.asking.query import Operation
from plansvar.domain import AssessmentSummary, Calculation, Evidence, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.texts import text

_EXACT = 1e-6


def share_said(
    task: Task, group: Group[Indicator], summaries: list[AssessmentSummary]
) -> list[Said]:
    """ "12 av 29 processmål är gröna", and of those that are assessed."""
    facts = [
        fact
        for s in summaries[:1]
        for fact in (
            _of_all(task, group, s),
            _share_of_all(task, group, s),
            _judged_apart(task, group, s),
        )
    ]
    return [Said(fact) for fact in facts if fact]


def percent_of_rows(
    task: Task, base: Sequence[Indicator], part: Sequence[Indicator], proof: Sequence[Evidence]
) -> list[Said]:
    """The rows counted in percent of those they are counted among, where a share is asked for."""
    if task.query.operation is not Operation.SHARE or not base:
        return []
    rule = f"{len(part)} / {len(base)}"
    tallies = (
        Tally(word(task, "tally", "known"), tuple(row.id for row in base)),
        Tally(word(task, "tally", "shown"), tuple(row.id for row in part)),
    )
    fact, result = _percent(task, len(part), len(base))
    calculation = Calculation(rule, (), result, tallies=tallies, percent=True)
    return [Said(fact.proved_by(*proof).reckoned(calculation))]


def _percent_stated(task: Task, part: Fact, whole: Fact) -> Fact | None:
    """A printed count in percent of a printed total."""
    figures = (*part.figures, *whole.figures)
    values = [value_of(figure.text) for figure in figures]
    if len(figures) != len((part, whole)) or not all(values):
        return None
    fact, result = _percent(task, values[0] or 0.0, values[1] or 1.0)
    calculation = Calculation(
        " / ".join(f"{v:g}" for v in values if v), figures, result, percent=True
    )
    return fact.proved_by(*part.evidence, *whole.evidence).reckoned(calculation)


def _percent(task: Task, part: float, whole: float) -> tuple[Fact, str]:
    percent = percent_of(part, whole)
    number = f"{percent:.1f}".removesuffix(".0").replace(".", ",")
    exact = abs(100 * part / whole - percent) < _EXACT
    share = text(f"answers.percent.{'exact' if exact else 'about'}", task.language, number=number)
    return task.say("share.percent", share=share), f"{number} %"


def in_digits(term: Fact) -> Fact:
    """A count that is spelled out in the document, shown as a digit."""
    figure = term.figures[0]
    if is_one(figure.text):
        return term
    value = value_of(figure.text)
    shown = f"{value:g}" if value is not None else figure.text
    return Fact(shown, (replace(figure, claim=shown),), term.evidence)


def _of_all(task: Task, group: Group[Indicator], summary: AssessmentSummary) -> Fact | None:
    whole = next(iter(stated_wholes(task, group, summary.kind)), None)
    count = stated_figure(task, summary)
    if whole is None or count is None:
        return None
    total = count_fact(group.document, whole, task.language)
    return task.say(
        "share.of_all",
        report=report_name(task, group.document, group.organisation),
        count=in_digits(count),
        total=in_digits(total) if total.figures else total,
        kind=word(task, "kind_many", whole.what),
        assessment=word(task, "assessment_many", summary.assessment or ""),
    )


def _share_of_all(task: Task, group: Group[Indicator], summary: AssessmentSummary) -> Fact | None:
    whole = next(iter(stated_wholes(task, group, summary.kind)), None)
    count = stated_figure(task, summary)
    if whole is None or count is None:
        return None
    return _percent_stated(task, count, count_fact(group.document, whole, task.language))


def _judged_apart(task: Task, group: Group[Indicator], summary: AssessmentSummary) -> Fact | None:
    """The share of those that are assessed, unless all are."""
    fact = judged_total(task, summary)
    whole = next(iter(stated_wholes(task, group, summary.kind)), None)
    of_all = whole is not None and fact is not None and fact.calculation is not None
    return None if of_all and whole and _result(fact) == whole.count else fact


def _result(fact: Fact | None) -> float | None:
    return value_of(fact.calculation.result) if fact and fact.calculation else None


def judged_total(task: Task, summary: AssessmentSummary) -> Fact | None:
    """The same count over the sum of all counts that the summary gives with an assessment."""
    alike = [
        s
        for s in task.library.summaries()
        if s.place.document_id == summary.place.document_id
        and s.place.organisation == summary.place.organisation
        and fold(s.kind) == fold(summary.kind)
        and s.assessment
    ]
    # a report may tell the same counts twice: in its text and as a list of names
    alike = list({fold(s.assessment or ""): s for s in reversed(alike)}.values())[::-1]
    terms = [term for s in alike if (term := stated_figure(task, s))]
    count = stated_figure(task, summary)
    if count is None or len(terms) < len(alike) or len(terms) < 2:
        return None
    operands = tuple(figure for term in terms for figure in term.figures)
    result = str(sum(s.stated_count or 0 for s in alike))
    rule = " + ".join(figure.text for figure in operands)
    calculation = Calculation(rule, operands, result, signs=(1,) * len(operands))
    fact = task.say(
        "share.of_judged",
        count=in_digits(count),
        total=result,
        kind=word(task, "kind_many", summary.kind),
        assessment=word(task, "assessment_many", summary.assessment or ""),
    )
    return fact.proved_by(*(e for term in terms for e in term.evidence)).reckoned(calculation)
