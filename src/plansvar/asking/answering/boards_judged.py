"""Goals that each board judges for its own part: a table with a goal a row and a board a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.marks import meaning_fact
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import assessment_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import family_of
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Assessment, Cell, Document, Evidence, Figure, Indicator
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_ASKED = (
    Operation.HOW,
    Operation.WHAT,
    Operation.STATUS,
    Operation.VALUE,
    Operation.LIST,
    Operation.TARGET,
)


def asks_boards(task: Task) -> bool:
    """Whether a question asks how a board judges a goal that it names, or which boards judge it as
    the question says."""
    query = task.query
    if query.of_boards:
        return bool(_units(task))
    if query.operation not in _ASKED or not query.links or query.decline is not None:
        return False
    if query.subject not in (Subject.INDICATORS, Subject.PASSAGES):
        return False
    told = set(split(query.text))
    data = vocabulary("goallevels")["boards"]
    return bool(told & set(data["judging"])) if _units(task) else bool(told & set(data["units"]))


def answer_boards(task: Task) -> Draft:
    """The assessments of the boards asked for; of those that judge as the question says."""
    linked = {row for link in task.query.links for row in link.rows}
    every = task.query.of_boards and not linked
    scope = replace(task.query.scope, organisations=())
    held = {document.path for document in selecting.documents_in_scope(scope, task.library)}
    rows = [
        row
        for row in task.library.indicators()
        if row.id in linked or (every and row.place.document_id in held)
    ]
    wanted = {fold(unit) for unit in _units(task)}
    families = _families(task)
    if not wanted and not families:
        return Draft(AnswerKind.INDICATOR, ())
    shorts = _shorts(task)
    told = [
        (row, assessment, head)
        for row in selecting.ordered(rows, task.library)
        for assessment, board, head in _by_board(task, row, shorts)
        if (not wanted or fold(board) in wanted)
        and (not families or family_of(assessment.value) in families)
    ]
    said = [Said(_fact(task, *each), table="points") for each in told]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(dict.fromkeys(r for r, _, _ in told)))


def _units(task: Task) -> tuple[str, ...]:
    query = task.query
    shorts = _shorts(task)
    return tuple(
        shorts.get(fold(unit), unit)
        for unit in (*query.scope.organisations, *query.conditions.responsible)
    )


def _families(task: Task) -> set[str]:
    """How the boards must have judged, where the question says it."""
    judged = task.query.premise or task.query.conditions
    named = {family for value in judged.assessments if (family := family_of(value))}
    return named | ({judged.target_state.value} if judged.target_state else set())


def _shorts(task: Task) -> Mapping[str, str]:
    own = {fold(each.short): each.long for each in task.library.abbreviations()}
    return {**{fold(k): v for k, v in vocabulary("abbreviations")["units"].items()}, **own}


def _by_board(
    task: Task, row: Indicator, shorts: Mapping[str, str]
) -> Iterable[tuple[Assessment, str, Cell]]:
    """The assessments of a row that stand under a board's name or letters, with that heading."""
    heads = {fold(plain(cell.text)): cell for cell in _heads(task.document(row), row)}
    for assessment in row.assessments:
        name = fold(assessment.breakdown)
        if assessment.value and name in heads and (name in shorts or _is_board(name)):
            yield assessment, shorts.get(name, name), heads[name]


def _is_board(name: str) -> bool:
    return name.endswith(tuple(vocabulary("passages")["levels"]["units"]))


def _heads(document: Document, row: Indicator) -> Iterable[Cell]:
    tables = (t for t in document.tables if row.table and t.span == row.table)
    return (c for t in tables for c in t.cells if c.row < max(t.header_rows, 1))


def _fact(task: Task, row: Indicator, assessment: Assessment, head: Cell) -> Fact:
    document = task.document(row)
    shown = plain(head.text)
    figures = (Figure(shown, document.path, head.span),) if find_numbers(shown) else ()
    board = Fact(shown, figures, (Evidence(row.place, (head.span,)),))
    meaning = meaning_fact(task, row, assessment)
    fact = task.say(
        "status.meant" if meaning.text else "status.marked",
        name=task.say("phrase.group", what=name_fact(task, row), group=board),
        assessment=word(task, "assessment_named", assessment.value or ""),
        source=word(task, "mark_source", assessment.source.value),
        meaning=meaning,
    )
    return fact.proved_by(*assessment_proof(document, row, assessment))
