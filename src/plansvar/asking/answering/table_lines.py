"""Lines of a printed table, each with the cells that decide it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, chained, counted, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation
from plansvar.asking.tables.lines import LEAST_ACROSS, MOST_ACROSS, TableLines
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.tables.projects import WAY
from plansvar.asking.tables.reading import tables_of
from plansvar.domain import (
    AnswerKind,
    Box,
    Cell,
    CellClaim,
    Document,
    Evidence,
    Figure,
    Span,
    Tally,
)

ACROSS = (MOST_ACROSS, LEAST_ACROSS)
_MOST_CELLS = 12  # of a line that is shown whole in its source
_MOST_PLANNED = 12  # things told one by one, the largest first


def asks_of_lines(task: Task) -> bool:
    return task.query.table is not None


def answer_lines(task: Task) -> Draft:
    """What the table is, and the lines that are asked for with the cells that decide."""
    asked = task.query.table
    grid = grid_asked(task, asked, asked.number) if asked else None
    if asked is None or grid is None:
        return Draft(AnswerKind.AMOUNT, ())
    shown = [grid.columns[n] for n in asked.columns]
    if asked.way == "holding":
        shown = [c for c in grid.columns if c.index != asked.label and c.heading]
    lead = _lead(task, grid, asked)
    lines = []
    for number, n in asked.lines[:_MOST_PLANNED] if asked.way == WAY else asked.lines:
        own = grid_asked(task, asked, number) or grid
        columns = [own.columns[column.index] for column in shown]
        if asked.way == WAY:
            columns = [c for c in columns if own.lines[n].value(c.index)]
        lines.append(Said(_line(task, own, own.lines[n], asked, columns), (), "lines"))
    if asked.way in ACROSS:
        lines += [Said(fact) for column in shown for fact in _spelled_out(task, column)]
    if asked.beside is not None:
        lines.append(Said(_line(task, grid, grid.lines[asked.beside], asked, shown)))
    counting = task.query.operation is Operation.COUNT and bool(asked.lines)
    if counting and (counted_lines := _number(task, asked)):
        lines.insert(0, Said(counted_lines))
    return Draft(AnswerKind.AMOUNT, (Said(lead), *lines))


def grid_asked(task: Task, asked: TableLines, number: int) -> PrintedTable | None:
    own = (
        g
        for g in tables_of(task.library)
        if (g.document.path, g.number) == (asked.document, number)
    )
    return next(own, None)


def _lead(task: Task, grid: PrintedTable, asked: TableLines) -> Fact:
    """Which table it is, and by what its lines are told."""
    if asked.way == WAY:
        return _planned(task, grid, asked)
    columns = [column_heading(grid, grid.columns[n]) for n in asked.columns]
    if asked.way in ACROSS and (label := grid.lines[asked.lines[0][1]].cells[asked.label]):
        columns = [_printed(grid.document, label.span)]
    key = asked.way if asked.lines else "none"
    key = f"{key}_of_all" if asked.beside is not None and asked.lines else key
    return task.say(
        f"table_lines.{key}",
        report=report_name(task, grid.document, grid.organisation),
        table=table_title(task, grid),
        column=columns[0],
        other=columns[-1],
    )


def _spelled_out(task: Task, column: Column) -> list[Fact]:
    """What a heading stands for that is a short form, as the documents explain it."""
    every = task.library.abbreviations()
    found = next((each for each in every if each.short == column.heading), None)
    if found is None:
        return []
    fact = task.say("table_lines.short", short=found.short, long=found.long)
    return [fact.proved_by(Evidence(found.place, (found.span,)))]


def _number(task: Task, asked: TableLines) -> Fact | None:
    """How many lines there are, counted by their names; null where two bear the same."""
    own = [(grid_asked(task, asked, number), n) for number, n in asked.lines]
    cells = [c for grid, n in own if grid and (c := grid.lines[n].cells[asked.label])]
    document = task.library.document(asked.document)
    names = tuple(plain(document.quote(cell.span)) for cell in cells)
    if len(set(names)) < len(names):
        return None
    fact = task.say("table_lines.number", number=str(len(names)))
    tally = Tally(word(task, "tally", "lines"), names)
    proofs = (Evidence(place_at(document, cell.span), (cell.span,)) for cell in cells)
    return fact.reckoned(counted(word(task, "rule", "lines"), len(names), tally)).proved_by(*proofs)


def _planned(task: Task, grid: PrintedTable, asked: TableLines) -> Fact:
    """How many things are planned, counted by the names that their lines begin with."""
    cells = [cell for _, n in asked.lines if (cell := grid.lines[n].cells[asked.label])]
    names = tuple(plain(grid.document.text[c.span.start : c.span.end]) for c in cells)
    shown = min(len(names), _MOST_PLANNED)
    key = "planned_some" if shown < len(names) else "planned"
    report = report_name(task, grid.document, grid.organisation)
    fact = task.say(
        f"table_lines.{key}",
        report=report,
        table=table_title(task, grid),
        number=str(len(names)),
        shown=str(shown),
    )
    tallies = [Tally(word(task, "tally", "projects"), names)]
    if shown < len(names):
        tallies.append(Tally(word(task, "tally", "shown"), names[:shown]))
    calculation = counted(word(task, "rule", "projects"), len(names), *tallies)
    spans = tuple(sorted(cell.span for cell in cells))
    proof = Evidence(replace(place_at(grid.document, spans[0]), boxes=_boxes(cells)), spans)
    return fact.reckoned(calculation).proved_by(proof)


def table_title(task: Task, grid: PrintedTable) -> Fact:
    """The heading over the table, as printed."""
    table = grid.document.tables[grid.number]
    section = grid.document.section_at(table.span.start)
    if section is None:
        return Fact("")
    fact = _printed(grid.document, section.heading)
    return task.say("table_lines.under", heading=fact) if fact.text else fact


def column_heading(grid: PrintedTable, column: Column) -> Fact:
    pieces = [_printed(grid.document, span) for span in column.spans]
    space = Fact(" ")
    return chained(x for n, piece in enumerate(pieces) for x in ((space, piece) if n else (piece,)))


def _line(
    task: Task, grid: PrintedTable, line: Line, asked: TableLines, shown: list[Column]
) -> Fact:
    """A line by its name, and its cells with their headings."""
    values = [
        task.say(
            "table_lines.value",
            heading=column_heading(grid, column),
            value=_value(task, line, asked, column),
        )
        for column in shown
        if line.text(column.index)
    ]
    label = line.cells[asked.label]
    name = _printed(grid.document, label.span) if label else Fact("")
    fact = task.say("table_lines.line", name=name, values=listed(values, task.language))
    return replace(fact, evidence=(_proof(grid, line, asked, shown),))


def _value(task: Task, line: Line, asked: TableLines, column: Column) -> Fact:
    """A cell as printed, with its unit where neither it nor its heading says it."""
    cell, label = line.cells[column.index], line.cells[asked.label]
    if cell is None or label is None:
        return Fact("")
    shown = plain(line.document.text[cell.span.start : cell.span.end])
    figure = line.figure(column.index)
    unit = (figure.unit if figure else column.unit) if column.numeric else ""
    told = not unit or unit in f"{column.heading} {shown}"
    claim = CellClaim((label.span,), column.spans, _year(task, column, asked), unit)
    said = shown if told else f"{shown} {unit}"
    found = Figure(shown, line.document.path, cell.span, claim=said, cell=claim)
    return Fact(said, (found,))


def _year(task: Task, column: Column, asked: TableLines) -> int | None:
    """The year that a cell is told for where its column decides: the one that the question asks
    for, and its own where that is what the first is held against."""
    years = task.query.scope.years if asked.way not in ACROSS else ()
    if not column.numeric or len(years) != 1 or column.index not in asked.columns:
        return None
    return years[0] if column.index == asked.columns[0] else column.year


def _proof(grid: PrintedTable, line: Line, asked: TableLines, shown: list[Column]) -> Evidence:
    """The line with the headings over the cells that are told."""
    cells = list(dict.fromkeys(cell for cell in line.cells if cell and cell.text.strip()))
    if len(cells) > _MOST_CELLS:
        kept = {asked.label, *(c.index for c in shown)}
        cells = [cell for cell in cells if cell.column in kept]
    heads = {span for column in shown for span in column.spans}
    figures = (figure for c in shown if c.numeric and (figure := line.figure(c.index)))
    heads |= {figure.unit_span for figure in figures if figure.unit_span}
    label = line.cells[asked.label] or cells[0]
    place = replace(place_at(grid.document, label.span), boxes=_boxes(cells))
    spans = {cell.span for cell in cells} | heads
    return Evidence(place, tuple(sorted(spans)), row=label.span)


def _boxes(cells: list[Cell]) -> tuple[Box, ...]:
    return tuple(dict.fromkeys(box for cell in cells for box in cell.boxes))


def _printed(document: Document, span: Span) -> Fact:
    """Words or a number as printed, with the place that prints them."""
    shown = plain(document.text[span.start : span.end])
    if not shown:
        return Fact("")
    evidence = Evidence(place_at(document, span), (span,))
    return Fact(shown, (Figure(shown, document.path, span),), (evidence,))
