"""What anybody asks of a whole municipality, told by the newest sentences and the rows that give
it; whether the tax is raised is told by what plans and budgets say of the tax rate."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from plansvar.asking.answering.comparing import answer_trend
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import name_fact, quoted, values_fact
from plansvar.asking.answering.sorting import compared, step_of
from plansvar.asking.answering.values import answer_values, wanted_observations
from plansvar.asking.answering.yesno import answer_yes_or_no
from plansvar.asking.basics import (
    DOWN,
    PLANS,
    TAX,
    UP,
    WAYS,
    BasicSentence,
    basic_sentences,
    expected_sentences,
    is_counted_first,
    moving_sentences,
    tells_of_past,
    tells_of_period,
    way_told,
)
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_outcome, year_of, years_in
from plansvar.asking.passages.wondered import tells
from plansvar.asking.query import Change, Conditions, Operation
from plansvar.domain import AnswerKind, Document, DocumentKind, Indicator
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_REPORTS = (
    DocumentKind.ANNUAL,
    DocumentKind.INTERIM,
    DocumentKind.FOLLOW_UP,
    DocumentKind.MONTHLY,
)
_MOST = 2
_PLANNED = 2  # years that a municipality's budget looks ahead over, behind its own
_CHANGES = {UP: Change.UP, DOWN: Change.DOWN}
_EFFECTS = {UP: "more", DOWN: "fewer"}


def asks_of_basic(task: Task) -> bool:
    return bool(task.query.basic)


def answer_basic(task: Task) -> Draft:
    name, documents = task.query.basic, _documents(task)
    groups = task.query.breakdowns
    told = _of_years(task, basic_sentences(name, documents, groups))
    if task.query.basic == TAX:
        return _answer_tax(task, told)
    if task.query.against_years and task.query.links:
        return _with_rows(task, [])
    expected = [] if groups else _expected(task, documents)
    if expected:
        return Draft(AnswerKind.PASSAGE, tuple(Said(_told(task, each)) for each in expected))
    if groups:
        facts = [] if task.query.links else [_told(task, each) for each in told[:_MOST]]
        return _with_rows(task, facts)
    rows = selecting.indicators(task.query, task.library)
    counted = is_counted_first(task.query.basic, rows)
    given = [task.document(row) for row in rows] if counted else []
    newer = [each for each in told if _adds(each.document, given)]
    reports = [each for each in newer if each.document.kind not in PLANS]
    chosen = reports or ([] if rows else newer)
    if (moved := _moved(task, rows, told)) is not None:
        return Draft(AnswerKind.PASSAGE, (Said(moved),))
    if _way_asked(task) and not chosen:
        chosen = _of_years(task, moving_sentences(name, documents))
    return _with_rows(task, [_told(task, each) for each in chosen[:_MOST]])


def _expected(task: Task, documents: Sequence[Document]) -> list[BasicSentence]:
    """The newest sentences on what is to come, where that is asked for in words or by a year that
    no row has an outcome of."""
    years = set(task.query.scope.years)
    rows = selecting.indicators(task.query, task.library) if task.query.links else ()
    had = {year_of(o.period) for row in rows for o in row.observations if is_outcome(o)}
    in_words = not set(split(task.query.text)).isdisjoint(vocabulary("basics")["expected"])
    if not (not years <= had if years else in_words):
        return []
    told = expected_sentences(task.query.basic, documents)
    told = [e for e in told if all(str(y) in e.text or _is_of(e, y) for y in years)]
    first = sorted(told, key=lambda each: selecting.newest_key(each.document))
    return [each for each in first if each.document is first[0].document][:_MOST]


def _is_of(sentence: BasicSentence, year: int) -> bool:
    """Whether a plan for a year tells of no other year."""
    of_plan = sentence.document.kind in PLANS and sentence.document.year == year
    return of_plan and years_in(sentence.text) <= {year - 1, year}


def _moved(task: Task, rows: Sequence[Indicator], told: Sequence[BasicSentence]) -> Fact | None:
    """Yes or no by the newest sentence that says which way a number went, where no row has one from
    before to set it beside."""
    way = _way_asked(task)
    if way not in _CHANGES or any(step_of(compared(task, row)) is not None for row in rows):
        return None
    reported = (each for each in told if each.document.kind not in PLANS)
    for sentence in reported:
        ways = [name for name, effect in _EFFECTS.items() if tells(effect, sentence.text)]
        if len(ways) == 1:
            key = "yes" if ways[0] == way else "no"
            return task.say(f"basic.{key}", told=_told(task, sentence))
    return None


def _answer_tax(task: Task, told: Sequence[BasicSentence]) -> Draft:
    """What plans and budgets say comes; what reports tell has been, where that is asked for."""
    way, years = _way_asked(task), task.query.scope.years
    past = _asks_of_past(task) or bool(task.query.against_years)
    if years or past:
        coming = list(told)
    else:
        plans = [s for s in told if s.document.kind not in _REPORTS]
        coming = [s for s in plans if not tells_of_past(s)][:1]
    if way is None or (past and not years):
        return _with_rows(task, [_told(task, each) for each in coming[:_MOST]])
    if coming:
        fact = _told(task, coming[0])
        verdict = None if past else _verdict(task, way, coming[0])
        said = task.say(f"basic.{verdict}", told=fact) if verdict else fact
        return Draft(AnswerKind.PASSAGE, (Said(said),))
    if years:
        plain = _with_rows(task, [])
        asked = Conditions(change=_CHANGES.get(way))
        moved = replace(task.query, operation=Operation.TREND, premise=asked)
        held = bool(plain.rows) and not plain.abstained and asked.change is not None
        return _with_rows(replace(task, query=moved), []) if held else plain
    rows = selecting.indicators(task.query, task.library) if task.query.links else ()
    return Draft(AnswerKind.INDICATOR, tuple(Said(_so_far(task, r)) for r in rows[:1]), rows[:1])


def _verdict(task: Task, asked: str, sentence: BasicSentence) -> str | None:
    """Yes or no; "hur mycket höjs skatten" asks for neither where it is so."""
    told = way_told(sentence)
    first = next(iter(split(task.query.text)), "")
    if told is None or (told == asked and first in vocabulary("basics")["openings"]):
        return None
    printed = {number.value for number in find_numbers(sentence.text)}
    years = {float(year) for year in task.query.scope.years}
    given = {number.value for number in find_numbers(task.query.text)} - years
    return "yes" if told == asked and given <= printed else "no"


def _so_far(task: Task, row: Indicator) -> Fact:
    """That nothing is said of what comes, and the rate so far."""
    values = values_fact(task, row, wanted_observations(task, row))
    return task.say("basic.tax_so_far", name=name_fact(task, row), values=values)


def _with_rows(task: Task, told: Sequence[Fact]) -> Draft:
    """Sentences and then the rows; the rows alone say that they lack a year, where none tells."""
    said = tuple(map(Said, told))
    if not task.query.links:
        return Draft(AnswerKind.PASSAGE, said)
    trend = task.query.operation is Operation.TREND
    polar = trend and _way_asked(task) in _CHANGES and _opens_polar(task)
    answering = answer_yes_or_no if polar else answer_trend
    rows = (answering if trend else answer_values)(task)
    if said and (rows.abstained or not rows.rows):
        return Draft(AnswerKind.PASSAGE, said)
    return Draft(rows.kind, (*said, *rows.said), rows.rows, rows.abstained, rows.disagreements)


def _opens_polar(task: Task) -> bool:
    """Whether yes or no is asked for ("har vi blivit fler?", not "hur mycket har vi växt?")."""
    first = next(iter(split(task.query.text)), "")
    data = vocabulary("basics")
    return first not in (*data["openings"], *data["why"])


def _told(task: Task, sentence: BasicSentence) -> Fact:
    report = report_name(task, sentence.document, None)
    quote = quoted(sentence.document, sentence.span)
    return task.say("basic.told", report=report, quote=quote)


def _documents(task: Task) -> list[Document]:
    return selecting.documents_asked(task.query.scope, task.library)


def _of_years(task: Task, told: Sequence[BasicSentence]) -> list[BasicSentence]:
    years = set(task.query.scope.years)
    return [
        each
        for each in told
        if not years
        or (each.document.year in years and not tells_of_past(each))
        or any(str(year) in each.text for year in years)
        or (each.document.kind in PLANS and tells_of_period(each) and _is_ahead(each, years))
    ]


def _is_ahead(sentence: BasicSentence, years: Set[int]) -> bool:
    """Whether years lie within what a plan that began in its own year looks ahead over."""
    first = sentence.document.year
    return first is not None and all(first <= year <= first + _PLANNED for year in years)


def _adds(document: Document, given: Sequence[Document]) -> bool:
    """Whether a document is newer than all of its municipality whose rows are told."""
    own = [d for d in given if d.municipality == document.municipality]
    key = selecting.newest_key(document)
    return all(key < selecting.newest_key(each) for each in own)


def _way_asked(task: Task) -> str | None:
    said = set(split(task.query.text))
    ways = [way for way in WAYS if not said.isdisjoint(vocabulary("basics")[way])]
    return ways[0] if len(ways) == 1 else None


def _asks_of_past(task: Task) -> bool:
    return not set(split(task.query.text)).isdisjoint(vocabulary("basics")["past"])
