"""Why a value is missing, where a note of the table says it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import name_fact, values_fact
from plansvar.asking.answering.unmeasured import reason_told
from plansvar.asking.answering.values import missing_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.passages.wondered import effects_asked
from plansvar.asking.query import Operation, Subject
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import is_missing

_NOTE_SIGNS = "*¹²³⁴⁵⁶⁷⁸⁹"


def asks_why_missing(task: Task) -> bool:
    """Whether a question asks why rows that it names have no value: it says that they have none,
    or the documents print none for any of them."""
    query = task.query
    if query.operation is not Operation.WHY or not query.links:
        return False
    if query.subject is not Subject.INDICATORS:
        return False
    if _says_none(task):
        return True
    if effects_asked(query):
        return False  # why something is so of it, which no missing value tells
    rows = selecting.indicators(query, task.library)
    cells = [cell for row in rows for cell in _asked_cells(task, row)]
    return bool(cells) and not any(map(usable, cells))


def answer_missing(task: Task) -> Draft:
    """The marks for missing values with their notes, or what the document says that they stand
    for; that there is a value, where a question takes for granted that there is none; nothing
    where nothing tells why."""
    rows = selecting.indicators(task.query, task.library)
    marked = [(row, mark) for row in rows if (mark := _marked(task, row))]
    marked = marked or _called_alike(task)
    said = tuple(Said(missing_fact(task, row, mark)) for row, mark in marked)
    if not said:
        found = [(row, told) for row in rows[:1] if (told := _printed(task, row))]
        facts = (_not_missing(task, row, told) for row, told in found)
        return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), tuple(row for row, _ in found))
    return Draft(AnswerKind.INDICATOR, said, tuple(row for row, _ in marked))


def answer_unvalued(task: Task) -> Draft:
    """That the rows whose change a question asks the cause of have no value for the time asked
    for, where nothing else tells it."""
    query = task.query
    moved = query.premise is not None and query.premise.change is not None
    rows = selecting.indicators(query, task.library) if moved and query.links else ()
    cells = {row: _asked_cells(task, row) for row in rows}
    told = [row for row in rows if cells[row] and all(map(_is_mark, cells[row]))]
    if query.operation is not Operation.WHY or not query.scope.years or len(told) != len(rows):
        return Draft(AnswerKind.INDICATOR, ())
    said = tuple(Said(missing_fact(task, row, cells[row][0])) for row in told)
    return Draft(AnswerKind.INDICATOR, said, tuple(told))


def _marked(task: Task, row: Indicator) -> Observation | None:
    """The row's mark for a missing value, of the year and measure asked for where there is one,
    that a note or its document explains."""
    marks = [o for o in _asked_cells(task, row) if _is_mark(o)]
    if not task.query.scope.years:
        marks = marks or [o for o in row.observations if _is_mark(o)]
    if _says_none(task):  # a value that the remark at it says is no new one
        marks = marks or [o for o in _asked_cells(task, row) if o.note and o.note_span]
    own = next((o for o in marks if o.note_span), None)
    return own or next((o for o in marks if reason_told(task, row, o)), None)


def _says_none(task: Task) -> bool:
    """Whether a question takes for granted that there is no value."""
    premise = task.query.premise
    return premise is not None and premise.without_value


def _called_alike(task: Task) -> list[tuple[Indicator, Observation]]:
    """The rows of the newest report that lack a value and whose names hold all words that the
    question names a row by ("särskilt boende"), where it says that one lacks it."""
    link = task.query.links[0] if len(task.query.links) == 1 else None
    said = telling_roots(" ".join(part.text for part in link.words)) if link else frozenset()
    if not said or not _says_none(task):
        return []
    within = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    rows = [row for row in within if said <= telling_roots(row.name)]
    found = [(row, mark) for row in rows if (mark := _marked(task, row))]
    found.sort(key=lambda each: selecting.newest_key(task.document(each[0])))
    return [each for each in found if each[0].place.document_id == found[0][0].place.document_id]


def _asked_cells(task: Task, row: Indicator) -> list[Observation]:
    """The values of a row that are of the year and measure that a question names; a measure is
    also named by the first word of its column."""
    asked, years = task.query.measures, task.query.scope.years
    cells = [o for o in row.observations if not years or words.year_of(o.period) in (None, *years)]
    said = telling_roots(task.query.text)
    named = [o for o in cells if any(words.same_measure(m, o) for m in asked)]
    named = named or [o for o in cells if _opens_with(o.measure, said)]
    return named or [o for o in cells if words.is_outcome(o)] or cells


def _is_mark(cell: Observation) -> bool:
    """A mark for a missing value, with or without the sign of its note ("–*"), or words that say
    that there is none ("mäts ej")."""
    bare = cell.raw.strip().rstrip(_NOTE_SIGNS)
    said = cell.value is None and fold(bare) in words.vocabulary_list("measurement", "none")
    return said or is_missing(cell.raw) or is_missing(bare)


def _opens_with(measure: str, said: Collection[str]) -> bool:
    first = telling_roots(" ".join(split(measure)[:1]))
    return any(is_form(one, other) for one in first for other in said)


def _printed(task: Task, row: Indicator) -> list[Observation]:
    """The outcomes asked for, where a question says that there is none and none is missing."""
    cells = [o for o in _asked_cells(task, row) if words.is_outcome(o)]
    sure = all(link.sure for link in task.query.links) and not task.query.not_understood
    says = _says_none(task) and sure
    return cells if says and cells and all(map(usable, cells)) else []


def _not_missing(task: Task, row: Indicator, told: Sequence[Observation]) -> Fact:
    values = values_fact(task, row, told)
    return task.say("premise.not_missing", name=name_fact(task, row), values=values)


def noted(row: Indicator) -> Observation | None:
    """The row's first mark for a missing value that a note explains."""
    return next((o for o in row.observations if is_missing(o.raw) and o.note_span), None)
