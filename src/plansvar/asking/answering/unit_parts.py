"""Which part of a unit went furthest over or short, in the unit's own tables or the text on it."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import Line, alone_fact, lines_said
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.answering.spending import limit_of
from plansvar.asking.answering.turned_signs import balance_of
from plansvar.asking.answering.ways import is_deviation
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation
from plansvar.domain import Amount, AnswerKind, Document
from plansvar.language.folding import fold
from plansvar.language.folding import words as split


def asks_for_part(task: Task) -> bool:
    """Whether one unit is named, and what in it went furthest is asked for."""
    query = task.query
    sided = money_of(task).side in ("deficit", "surplus")
    return query.operation is Operation.RANK and sided and _unit(task) is not None


def answer_unit_parts(task: Task) -> Draft:
    """The first of the unit's parts by its own table of the year, else by the text on it."""
    rows = _ranked(task, _in_tables(task))
    if rows:
        return Draft(
            AnswerKind.AMOUNT, tuple(lines_said(task, [Line((r,)) for r in rows], True)), rows
        )
    told = _in_text(task)
    said = tuple(Said(alone_fact(task, row)) for row in told[: limit_of(task)])
    return Draft(AnswerKind.AMOUNT, said, told[: limit_of(task)])


def _unit(task: Task) -> str | None:
    """The one unit that all linked amounts are named after."""
    linked = {row for link in task.query.links for row in link.rows}
    named = {fold(plain(r.what)) for r in task.library.amounts() if r.id in linked and r.headings}
    endings = words.vocabulary_list("balance", "units")
    one = next(iter(named)) if len(named) == 1 else ""
    return one if any(word.endswith(end) for word in split(one) for end in endings) else None


def _documents(task: Task) -> dict[str, Document]:
    """The documents of the years asked for, else of the newest year."""
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    plans = words.vocabulary_list("interim", "plan_kinds")
    told = [d for d in documents if d.kind.value not in plans]
    years = set(task.query.scope.years) or {max((d.year or 0 for d in told), default=0)}
    return {d.path: d for d in told if d.year in years}


def _in_tables(task: Task) -> list[Amount]:
    unit, documents = _unit(task) or "", _documents(task)
    return [
        row
        for row in task.library.amounts()
        if row.headings
        and not row.is_sum
        and is_deviation(row)
        and row.place.document_id in documents
        and _is_of(row, unit)
    ]


def _is_of(row: Amount, unit: str) -> bool:
    heading = fold(row.place.section[-1]) if row.place.section else ""
    own = fold(row.place.organisation or "") == unit or heading.startswith(unit)
    return own and fold(plain(row.what)) != unit


def _ranked(task: Task, rows: list[Amount]) -> tuple[Amount, ...]:
    sign = -1 if money_of(task).side == "deficit" else 1
    kept = [row for row in rows if sign * balance_of(task.library, row) > 0]
    return tuple(sorted(kept, key=lambda row: -abs(row.value or 0.0))[: limit_of(task)])


def _in_text(task: Task) -> tuple[Amount, ...]:
    """The amounts of the paragraph that begins with the unit, after the unit's own, largest
    first."""
    unit, found = _unit(task) or "", []
    for path, document in _documents(task).items():
        for block in document.blocks:
            if not fold(document.quote(block.span)).startswith(unit):
                continue
            told = [
                row
                for row in task.library.amounts()
                if row.place.document_id == path
                and not row.headings
                and block.span.holds(row.cell)
                and unit not in fold(row.what)
                and (row.measure is None or is_deviation(row))
            ]
            found += told
    return tuple(sorted(found, key=lambda row: -abs(row.value or 0.0)))
