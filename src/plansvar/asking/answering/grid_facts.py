"""Facts about the figures of tables: a label, a figure with its heading, and their proof."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact, chained
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.grids.grids import GridCell, GridRow
from plansvar.asking.grids.units import unit_of
from plansvar.domain import Document, Evidence, Figure, Span

_MOST_CELLS = 10  # of a row that is cited whole


def grid_value(task: Task, row: GridRow, cell: GridCell) -> Fact:
    """ "7 940 tkr (31 aug 2029)"."""
    document = task.library.document(row.document_id)
    unit = unit_of(document, row, cell)
    shown = f"{cell.raw} {unit}".strip() if unit and not cell.raw.endswith(unit) else cell.raw
    figure = Figure(cell.raw, document.path, cell.span)
    value = Fact(shown, (figure,), (grid_proof(task, row, (cell,)),))
    if not cell.headings:
        return value
    heads = chained(_joined([_printed(document, span) for span in cell.headings]))
    return task.say("grid.value", value=value, head=heads)


def grid_named(task: Task, row: GridRow, value: Fact) -> Fact:
    return task.say("grid.named", what=grid_label(task, row), value=value)


def grid_placed(task: Task, row: GridRow, value: Fact) -> Fact:
    document = task.library.document(row.document_id)
    report = report_name(task, document, None)
    return task.say("grid.placed", report=report, value=value)


def grid_label(task: Task, row: GridRow) -> Fact:
    document = task.library.document(row.document_id)
    return task.say(
        "grid.label", label=chained(_joined([_printed(document, s) for s in row.labels]))
    )


def _joined(pieces: list[Fact]) -> Iterable[Fact]:
    for place, piece in enumerate(pieces):
        if place:
            yield Fact(", ")
        yield piece


def _printed(document: Document, span: Span) -> Fact:
    shown = plain(document.text[span.start : span.end])
    return Fact(shown, (Figure(shown, document.path, span),))


def grid_proof(task: Task, row: GridRow, used: Iterable[GridCell]) -> Evidence:
    """The row's labels, the figures and the headings over them; the whole row while it is short."""
    document = task.library.document(row.document_id)
    cells = row.cells if len(row.cells) <= _MOST_CELLS else tuple(used)
    spans = {*row.labels, *row.above, *(c.span for c in cells)}
    spans |= {span for c in cells for span in c.headings}
    return Evidence(place_at(document, row.labels[0]), tuple(sorted(spans)), row=row.labels[0])
