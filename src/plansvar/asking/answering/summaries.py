"""What an assessment summary states: its count, its names, the rows that the names lead to."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.counts import (
    in_sentence,
    sentence_proof,
    stated_number,
)
from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import row_said
from plansvar.asking.evidence.proof import summary_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.values import is_one
from plansvar.domain import (
    AssessmentSummary,
    Calculation,
    Document,
    Figure,
    Indicator,
    Span,
    SummaryName,
    Tally,
)
from plansvar.language.numbers import find_numbers, spell


def summary_said(
    task: Task, group: Group[Indicator], summary: AssessmentSummary, with_rows: bool
) -> tuple[list[Said], list[Indicator]]:
    """The sentences for one summary and the rows that its names lead to."""
    said = [Said(_lead(task, group, summary))]
    unnamed = unnamed_fact(task, summary)
    rows = [row for name in summary.names for row in _rows(task, name)]
    if with_rows:
        for name in summary.names:
            said += _sure_said(task, summary, name)
        said += unlinked_said(task, summary)
    if unnamed:
        said.append(Said(unnamed))
    return said, list(dict.fromkeys(rows))


def joined_summaries(told: list[AssessmentSummary]) -> list[AssessmentSummary]:
    """What a report says of one assessment, each thing once: where one sentence gives the number
    and another as many names, they are one."""
    named = [s for s in told if s.names]
    bare = [s for s in told if not s.names]
    joined = [_with_count(one, bare) for one in named]
    counts = {s.stated_count for s in joined}
    alone = {s.stated_count: s for s in reversed(bare) if s.stated_count not in counts}
    return [*reversed(alone.values()), *joined]


def _with_count(named: AssessmentSummary, bare: list[AssessmentSummary]) -> AssessmentSummary:
    """A list of names with the number that the report gives elsewhere, where it is as many."""
    fits = (s for s in bare if s.stated_count == len(named.names))
    one = next(fits, None) if named.stated_count is None else None
    if one is None:
        return named
    return replace(named, stated_count=one.stated_count, count_span=one.count_span or one.span)


def unlinked_said(task: Task, summary: AssessmentSummary) -> list[Said]:
    """The names that lead to several rows, with the rows; then the names that lead to none."""
    unsure = sorted((n for n in summary.names if len(n.fits) != 1), key=lambda n: not n.fits)
    return [said for name in unsure for said in _unsure_said(task, summary, name)]


def _lead(task: Task, group: Group[Indicator], summary: AssessmentSummary) -> Fact:
    names = listed([_name(summary, name) for name in summary.names], task.language)
    count = stated_figure(task, summary)
    form = "counted" if count else "named"
    if not summary.names:
        form = "only_counted"
    named = len(summary.names)
    fact = task.say(
        f"summary.{form}{'_one' if summary.stated_count == 1 else ''}",
        report=report_name(task, group.document, group.organisation),
        count=count or "",
        kind=word(task, "kind_one" if summary.stated_count == 1 else "kind_many", summary.kind),
        assessment=word(task, "assessment_many", summary.assessment or ""),
        assessment_one=word(task, "assessment_one", summary.assessment or ""),
        named=_named(task, summary, named),
        names=names,
    )
    return fact.proved_by(summary_proof(summary))


def _named(task: Task, summary: AssessmentSummary, named: int) -> Fact:
    if summary.stated_count == named:
        return task.say("summary.them_all")
    tally = Tally(word(task, "tally", "named"), tuple(n.text for n in summary.names))
    shown = word(task, "count", "one") if named == 1 else spell(named, task.language)
    return Fact(shown).reckoned(counted(word(task, "rule", "named"), named, tally))


def _name(summary: AssessmentSummary, name: SummaryName) -> Fact:
    figure = Figure(plain(name.text), summary.place.document_id, name.span)
    return Fact(plain(name.text), (figure,) if find_numbers(name.text) else ())


def _sure_said(task: Task, summary: AssessmentSummary, name: SummaryName) -> list[Said]:
    """The row that a name leads to, when it leads to one."""
    rows = _rows(task, name)
    if len(rows) != 1:
        return []
    return [row_said(task, rows[0])]


def _unsure_said(task: Task, summary: AssessmentSummary, name: SummaryName) -> list[Said]:
    rows = _rows(task, name)
    quoted = Fact(f"”{plain(name.text)}”", _name(summary, name).figures)
    if not rows:
        return [Said(task.say("summary.fits_none", name=quoted).proved_by(summary_proof(summary)))]
    tally = Tally(word(task, "tally", "fits"), tuple(row.id for row in rows))
    lead = task.say_many("summary.fits", len(rows), name=quoted)
    lead = lead.reckoned(counted(word(task, "rule", "fits"), len(rows), tally))
    return [Said(lead.proved_by(summary_proof(summary))), *(row_said(task, r) for r in rows)]


def unnamed_fact(task: Task, summary: AssessmentSummary) -> Fact | None:
    """How many of the stated are not named."""
    figure = stated_figure(task, summary)
    if figure is None or summary.stated_count is None or not summary.names:
        return None
    missing = summary.stated_count - len(summary.names)
    if missing <= 0:
        return None
    calculation = Calculation(
        rule=word(task, "rule", "unnamed"),
        operands=figure.figures,
        result=str(missing),
        base=f"{word(task, 'tally', 'stated')}: {summary.stated_count}",
        left_out=f"{word(task, 'tally', 'named')}: {len(summary.names)}",
        tallies=(Tally(word(task, "tally", "named"), tuple(n.text for n in summary.names)),),
        signs=(1,),
    )
    fact = task.say_many(
        "summary.unnamed",
        missing,
        kind=word(task, "kind_many", summary.kind),
        kind_one=word(task, "kind_one", summary.kind),
        assessment=word(task, "assessment_many", summary.assessment or ""),
        assessment_one=word(task, "assessment_one", summary.assessment or ""),
    )
    return fact.reckoned(calculation).proved_by(summary_proof(summary))


def stated_figure(task: Task, summary: AssessmentSummary) -> Fact | None:
    """The stated count as the summary prints it; null where it prints none."""
    if summary.stated_count is None:
        return None
    document = task.library.document(summary.place.document_id)
    span = summary.count_span or summary.span
    whole = document.text[span.start : span.end]
    for number in find_numbers(whole):
        if number.value == summary.stated_count:
            place = Span(span.start + number.start, span.start + number.end)
            printed = plain(document.text[place.start : place.end])
            figure = Figure(printed, document.path, place)
            proof = summary_proof(summary)
            if not summary.span.holds(place):
                proof = sentence_proof(document, place)
            return stated_number(number, figure, proof, task.language)
    return _one_stated(document, summary, span) if summary.stated_count == 1 else None


def _one_stated(document: Document, summary: AssessmentSummary, span: Span) -> Fact | None:
    """A count that is spelled out as one at its beginning ("Ett mål går inte att bedöma")."""
    first = document.text[span.start : span.end].split(maxsplit=1)[:1]
    if not first or not is_one(first[0]):
        return None
    place = Span(span.start, span.start + len(first[0]))
    figure = Figure(first[0], document.path, place)
    return Fact(in_sentence(first[0]), (figure,), (summary_proof(summary),))


def _rows(task: Task, name: SummaryName) -> list[Indicator]:
    by_id = {row.id: row for row in task.library.indicators()}
    return [by_id[row_id] for row_id in name.fits if row_id in by_id]
