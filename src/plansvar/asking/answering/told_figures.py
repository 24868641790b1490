"""What a report says of a thing, with the figures that the same report prints for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.rows import row_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.reading import read
from plansvar.asking.passages import PassageFound
from plansvar.domain import Indicator

_MOST = 2


def with_figures(task: Task, told: Draft, found: Sequence[PassageFound]) -> Draft:
    """What is quoted, and behind it the figures."""
    rows = _rows(task, found)
    said = (Said(row_said(task, row).fact) for row in rows)
    return replace(told, said=(*told.said, *said), rows=(*told.rows, *rows))


def _rows(task: Task, found: Sequence[PassageFound]) -> tuple[Indicator, ...]:
    """The rows that a question names of the documents that are quoted, those that stand under the
    quoted headings first; none whose figure is quoted already."""
    quoted = " ".join(piece for passage in found for piece in passage.pieces)
    places = {passage.evidence.place.document_id for passage in found}
    sections = {passage.evidence.place.section for passage in found}
    rows = selecting.indicators(task.query, task.library) if task.query.links else ()
    valued = [
        row
        for row in rows
        if row.place.document_id in places
        and (outcome := read(row).outcome) is not None
        and outcome.value is not None
        and outcome.raw not in quoted
    ]
    under = [row for row in valued if row.place.section in sections] or valued
    figures = {_figure(row): row for row in reversed(under)}
    return tuple(row for row in under if row in figures.values())[:_MOST]


def _figure(row: Indicator) -> str:
    outcome = read(row).outcome
    return outcome.raw if outcome else ""
