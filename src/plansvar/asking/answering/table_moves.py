"""The lines of a printed table that went furthest between two years, each with both figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.table_lines import column_heading, grid_asked, table_title
from plansvar.asking.answering.table_pairs import pair_facts
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.tables.lines import TableLines
from plansvar.asking.tables.moved import ALL_MOVED, FELL, ROSE
from plansvar.asking.tables.pairing import Chosen
from plansvar.asking.tables.printed import PrintedTable
from plansvar.domain import AnswerKind, Evidence, Tally


def asks_of_moves(task: Task) -> bool:
    table = task.query.table
    return table is not None and table.way in (ROSE, FELL, *ALL_MOVED)


def answer_moves(task: Task) -> Draft:
    """Which lines went furthest, from which column to which, of how many; with each its figures."""
    asked = task.query.table
    grid = grid_asked(task, asked, asked.number) if asked else None
    if asked is None or grid is None:
        return Draft(AnswerKind.AMOUNT, ())
    said = [_lead(task, grid, asked)]
    said += [
        fact for pair in _pairs(grid, asked) for fact in pair_facts(task, pair, asked.relative)
    ]
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, said)))


def _pairs(grid: PrintedTable, asked: TableLines) -> Iterator[Chosen]:
    """The two figures of each line told, the earlier first."""
    last, first = asked.columns
    for _, n in asked.lines:
        line = grid.lines[n]
        after, before = line.figure(last), line.figure(first)
        if after is not None and before is not None:
            yield Chosen((line, before), (line, after))


def _lead(task: Task, grid: PrintedTable, asked: TableLines) -> Fact:
    last, first = (column_heading(grid, grid.columns[n]) for n in asked.columns)
    fact = task.say(
        f"table_moves.{_key(asked)}",
        report=report_name(task, grid.document, grid.organisation),
        table=table_title(task, grid),
        first=first,
        last=last,
        base=str(len(asked.among)),
    )
    names, shown = (
        _names(grid, asked, asked.among),
        _names(grid, asked, tuple(n for _, n in asked.lines)),
    )
    spans = tuple(
        sorted(c.span for n in asked.among if (c := grid.lines[n].cells[asked.label]) is not None)
    )
    calculation = counted(
        word(task, "rule", "table_moves"),
        len(asked.among),
        Tally(word(task, "tally", "table_moves"), names),
        Tally(word(task, "tally", "shown"), shown),
    )
    proof = Evidence(replace(place_at(grid.document, spans[0])), spans)
    return fact.reckoned(calculation).proved_by(proof)


def _key(asked: TableLines) -> str:
    if not asked.lines:
        return f"none_{asked.way.removeprefix('all_')}"
    return f"{asked.way}{'_relative' if asked.relative else ''}"


def _names(grid: PrintedTable, asked: TableLines, lines: tuple[int, ...]) -> tuple[str, ...]:
    cells = (grid.lines[n].cells[asked.label] for n in lines)
    return tuple(plain(grid.document.text[c.span.start : c.span.end]) for c in cells if c)
