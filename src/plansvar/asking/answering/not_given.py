"""Rows that are there, where the year, measure or group that was asked for is not."""

from __future__ import annotations

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import name_fact, without_values
from plansvar.asking.evidence import words
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.reading import breakdowns, years
from plansvar.asking.passages.quantities import COUNT, sort_asked
from plansvar.asking.query import Decline, Operation
from plansvar.domain import AnswerKind, Figure, Indicator, Span
from plansvar.language.numbers import find_numbers


def nothing_given(task: Task, rows: tuple[Indicator, ...]) -> Draft:
    """The rows are there, the year, measure or group that was asked for is not."""
    if not task.query.links:
        return answer_declined(task, Decline.OTHER_YEAR)
    if sort_asked(task.query.text) == COUNT and not any(row.observations for row in rows):
        return Draft(AnswerKind.INDICATOR, ())  # a goal is no number of things; a text may tell it
    facts: list[Fact] = []
    for row in rows:
        name = _plain_name(task, row)
        fields: dict[str, Fact | str | int] = {"name": name, "asked": _asked(task)}
        if task.query.breakdowns and len(breakdowns(row)) < 2:
            facts.append(task.say("row.no_groups", **fields))
        elif row.observations:
            facts.append(_other_years(task, row, fields))
        elif task.query.scope.years:
            facts.append(task.say("row.no_values", name=name_fact(task, row)))
        else:  # a goal is told by how it is judged
            facts.append(without_values(task, row, name_fact(task, row)))
    empty = bool(rows) and any(row.observations for row in rows)
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), rows, abstained=empty)


def _plain_name(task: Task, row: Indicator) -> Fact:
    """The name without proof: as printed, or in the question's words where it bears figures."""
    asked = [w.text for link in task.query.links if row.id in link.rows for w in link.words]
    name = " ".join(asked) if find_numbers(row.name) and asked else plain(row.name)
    return Fact(f"”{name}”")


def _other_years(task: Task, row: Indicator, fields: dict[str, Fact | str | int]) -> Fact:
    known = sorted(years(row))
    if not known or not task.query.scope.years:
        return task.say("row.not_asked" if fields["asked"] else "row.no_value", **fields)
    covered = [year_fact(task, row, year) for year in known]
    return task.say("row.other_years", **{**fields, "years": listed(covered, task.language)})


def year_fact(task: Task, row: Indicator, year: int) -> Fact:
    """A year that values of the row are of, with the heading that prints it."""
    document = task.document(row)
    for observation in row.observations:
        for span in observation.headings if words.year_of(observation.period) == year else ():
            at = document.text.find(str(year), span.start, span.end)
            if at >= 0:
                place = Span(at, at + len(str(year)))
                figure = Figure(str(year), document.path, place)
                return Fact(str(year), (figure,), (text_proof(document, place),))
    return Fact(str(year))


def _asked(task: Task) -> str:
    said = (word(task, "asked", each) for each in (*measures_of(task), *task.query.breakdowns))
    return " ".join((*said, *map(str, task.query.scope.years)))


def measures_of(task: Task) -> tuple[str, ...]:
    if task.query.measures or task.query.operation is not Operation.TARGET:
        return task.query.measures
    return words.vocabulary_list("measures", "target")[:1]
