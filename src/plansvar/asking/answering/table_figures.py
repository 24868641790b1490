"""Facts about the figures of tables: a label, a figure with its heading, and their proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact, chained
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.domain import CellClaim, Document, Evidence, Figure, Span

_MOST_CELLS = 10  # of a row that is cited whole


def told_figure(task: Task, row: Line, cell: TableCell) -> Fact:
    """ "7 940 tkr (31 aug 2029)"."""
    figure = cell_figure(row, cell)
    value = Fact(figure.claim or figure.text, (figure,), (line_proof(row, (cell,)),))
    if not cell.headings:
        return value
    heads = chained(_joined([printed(row.document, span) for span in cell.headings]))
    return task.say("grid.value", value=value, head=heads)


def cell_figure(row: Line, cell: TableCell) -> Figure:
    """A figure, told in its unit, of its line, column and year."""
    own = any(map(str.isalpha, cell.raw)) or cell.raw.endswith(cell.unit)
    unit = "" if own else cell.unit  # "41 kr" says its own
    claim = CellClaim(row.told, cell.headings, cell.year, cell.unit)
    said = f"{cell.raw} {unit}" if unit else None
    return Figure(cell.raw, row.document.path, cell.span, claim=said, cell=claim)


def told_of_line(task: Task, row: Line, value: Fact) -> Fact:
    return task.say("grid.named", what=told_label(task, row), value=value)


def told_of_report(task: Task, row: Line, value: Fact) -> Fact:
    report = report_name(task, row.document, None)
    return task.say("grid.placed", report=report, value=value)


def told_label(task: Task, row: Line) -> Fact:
    return task.say(
        "grid.label", label=chained(_joined([printed(row.document, s) for s in row.told]))
    )


def _joined(pieces: list[Fact]) -> Iterable[Fact]:
    for place, piece in enumerate(pieces):
        if place:
            yield Fact(", ")
        yield piece


def printed(document: Document, span: Span) -> Fact:
    """A stretch of a document as it shows it."""
    shown = plain(document.text[span.start : span.end])
    return Fact(shown, (Figure(shown, document.path, span),))


def line_proof(row: Line, used: Sequence[TableCell]) -> Evidence:
    """The row's labels, the figures and the headings over them; the whole row while it is short."""
    cells = row.figures if len(row.figures) <= _MOST_CELLS else tuple(used)
    spans = {*row.labels, *row.above, *(c.span for c in cells)}
    spans |= {span for c in cells for span in c.headings}
    spans |= {c.unit_span for c in used if c.unit_span}
    return Evidence(place_at(row.document, row.labels[0]), tuple(sorted(spans)), row=row.labels[0])
