"""All tables of a document → indicators, commitments, amounts, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plansvar.domain import (
    Amount,
    Commitment,
    Document,
    Gap,
    GapKind,
    Indicator,
    Label,
    Table,
)
from plansvar.extraction.goal_verdicts import title_in
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.action_tables import read_action_table
from plansvar.extraction.tables.amounts import read_amounts
from plansvar.extraction.tables.cards import are_cards, read_cards
from plansvar.extraction.tables.commitments import is_list_of_tasks, read_commitments
from plansvar.extraction.tables.contents_tables import lists_pages
from plansvar.extraction.tables.deciding import Subject, Understood, understand
from plansvar.extraction.tables.forms import unfolded
from plansvar.extraction.tables.grid import Grid, compact, parted, without_title_row
from plansvar.extraction.tables.indicators import read_indicators
from plansvar.extraction.tables.judged_lists import as_judged_list
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.lists import read_listed_amounts
from plansvar.extraction.tables.long_tables import joined_by_period
from plansvar.extraction.tables.lost import lost_figures, not_understood
from plansvar.extraction.tables.money_tables import is_money_heading
from plansvar.extraction.tables.money_verdicts import read_verdicts_of_money
from plansvar.extraction.tables.notes import Notes, read_notes
from plansvar.extraction.tables.places import gap, unfit
from plansvar.extraction.tables.progress import tells_progress
from plansvar.extraction.tables.task_boards import read_task_boards
from plansvar.extraction.tables.task_panels import read_task_panels
from plansvar.extraction.tables.task_tables import tells_only_progress, tells_only_sums
from plansvar.extraction.tables.turning import turned
from plansvar.texts import text


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of all tables, in the order printed."""

    indicators: tuple[Indicator, ...] = ()
    amounts: tuple[Amount, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    gaps: tuple[Gap, ...] = ()


def extract_tables(document: Document) -> TableRows:
    """The rows of every table of a document."""
    tables = [part for table in document.tables for part in parted(table)]
    found = [_rows(document, table) for table in tables]
    return TableRows(
        tuple(row for rows in found for row in rows.indicators),
        tuple(row for rows in found for row in rows.amounts),
        tuple(row for rows in found for row in rows.commitments),
        tuple(each for rows in found for each in rows.gaps),
    )


def _rows(document: Document, table: Table) -> TableRows:
    if not table.cells:
        return TableRows()
    board = read_task_boards(document, table)
    if board:
        return TableRows(commitments=board)
    if are_cards(table):
        found = read_cards(document, table)
        return TableRows(found.indicators, found.amounts, gaps=found.gaps)
    action = read_action_table(document, table)
    if action is not None:
        unread = {each.said for each in action.unread}
        gaps = tuple(unfit([cell]) for cell in table.cells if cell.span in unread)
        return TableRows((), action.amounts, (action.commitment,), gaps)
    panels = read_task_panels(document, table)
    if panels:
        return TableRows(commitments=panels)
    grid = Grid(turned(unfolded(compact(without_title_row(table)))))
    understood = as_judged_list(document, understand(document, grid))
    notes = read_notes(document, grid)
    rows = _under_goal(document, table, _of_subject(document, understood, notes))
    told = rows.commitments and tells_only_progress(understood.columns)
    if not (told or lists_pages(document, grid)):
        lost = lost_figures(understood, rows.indicators, rows.amounts, rows.gaps, notes)
        rows = replace(rows, gaps=(*rows.gaps, *lost))
    told = any(g.kind is GapKind.EMPTY_TABLE for g in document.gaps)
    headed = bool(table.header_rows) and not list(grid.body) and not told
    if headed:
        empty = gap(GapKind.EMPTY_TABLE, text("tables.gap.empty"), table.cells[:1])
        return TableRows(gaps=(*rows.gaps, empty))
    return rows


def _under_goal(document: Document, table: Table, rows: TableRows) -> TableRows:
    """The rows of a form with the goal that the line over it names: "Mål 1: Trygg omsorg"."""
    if table.caption is None or unfolded(table) is table:
        return rows
    title = title_in(document, table.caption)
    if title is None:
        return rows
    label = Label(document.quote(title.name), title.name, title.kind)
    named = (row if row.also else replace(row, also=(label,)) for row in rows.indicators)
    return replace(rows, indicators=tuple(named))


def _of_subject(document: Document, table: Understood, notes: Notes) -> TableRows:
    legend = read_legend(document, table.grid.table, table.kind)
    figures = table.subject is Subject.INDICATORS
    open_to = table.subject is Subject.GOALS or (
        figures and (tells_only_progress(table.columns) or tells_only_sums(table.columns))
    )
    if open_to and is_list_of_tasks(table, legend):
        return _tasks(document, table, notes, legend)
    if table.subject is Subject.INDICATORS and _is_of_tasks_elsewhere(document, table, legend):
        legend = Legend()
    if table.subject in (Subject.INDICATORS, Subject.GOALS):
        found = read_indicators(document, table, legend, notes)
        dated = bool(table.of(Role.PERIOD))
        rows = joined_by_period(found.indicators) if dated else found.indicators
        return TableRows(indicators=rows, gaps=found.gaps)
    if table.subject is Subject.AMOUNTS:
        money = read_amounts(document, table, notes)
        verdicts = read_verdicts_of_money(document, table, legend, notes)
        return TableRows(verdicts, money.amounts, gaps=money.gaps)
    if table.subject is Subject.COMMITMENTS:
        return _tasks(document, table, notes, legend)
    listed = read_listed_amounts(document, table)
    if listed is not None:
        return TableRows(amounts=listed.amounts, gaps=listed.gaps)
    unread = table.subject is Subject.UNKNOWN_FIGURES
    return TableRows(gaps=(not_understood(table),) if unread else ())


def _is_of_tasks_elsewhere(document: Document, table: Understood, legend: Legend) -> bool:
    """Whether a legend tells how far undertakings have come, and stands in another section, over a
    table of its own: it says nothing of key figures."""
    if not tells_progress(legend) or legend.place is None:
        return False
    section = document.section_at(legend.place.start)
    if section is None or section.span.holds(table.grid.table.span):
        return False
    return any(section.span.holds(other.span) for other in document.tables)


def _tasks(document: Document, table: Understood, notes: Notes, legend: Legend) -> TableRows:
    """Undertakings, and the sums that stand beside them."""
    tasks = read_commitments(document, table, notes, legend)
    values = table.of(Role.VALUE)
    of_money = bool(values) and table.unit is not None and table.unit.money
    if not of_money and not any(is_money_heading(column) for column in values):
        return TableRows(commitments=tasks)
    money = read_amounts(document, table, notes)
    return TableRows(commitments=tasks, amounts=money.amounts, gaps=money.gaps)
