"""What a table is about, decided by its headings, units and cells, never by its document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from plansvar.domain import Document, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells, is_figure
from plansvar.extraction.tables.checks import check_columns, check_kind
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.columns import read_columns
from plansvar.extraction.tables.contents_tables import lists_pages
from plansvar.extraction.tables.counted import counted
from plansvar.extraction.tables.double_heads import with_upper_heads
from plansvar.extraction.tables.goal_cards import goal_card
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.key_tables import is_key
from plansvar.extraction.tables.kinds import (
    Named,
    are_dated_tasks,
    default_kind,
    kind_in_heading,
    kind_of_rows,
    task_kind,
)
from plansvar.extraction.tables.money import stated_unit
from plansvar.extraction.tables.money_tables import is_about_money, measures_of
from plansvar.extraction.tables.plain import plain_columns
from plansvar.extraction.tables.risks import is_risk_matrix, risk_columns, risk_kind
from plansvar.extraction.tables.said_years import with_said_years
from plansvar.extraction.tables.series import (
    by_periods,
    dated_by_labels,
    is_series,
    named_by_heading,
    with_period_labels,
)
from plansvar.extraction.tables.surroundings import (
    measure_of_all,
    name_above,
    period_of_all,
    texts_around,
    unit_below,
    unit_of_page,
)
from plansvar.extraction.tables.table_units import table_unit
from plansvar.extraction.tables.target_years import measure_ahead
from plansvar.extraction.tables.task_tables import (
    are_tasks_with_progress,
    are_tasks_with_sums,
    says_status,
)
from plansvar.extraction.tables.titled import titled_columns
from plansvar.extraction.units import Unit, unit_in_cell, unit_in_name
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

LEAST_FIGURES, LONGEST_CODE = 4, 6


class Subject(Enum):
    """What the rows of a table are."""

    INDICATORS = "indicators"
    GOALS = "goals"
    COMMITMENTS = "commitments"
    AMOUNTS = "amounts"
    UNKNOWN_FIGURES = "unknown_figures"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Understood:
    """A table with its columns, subject, kind of rows, unit and the line that names it.

    `dated` tells whether its labels say from which year each row is ("HME-index 2026"), `plain`
    whether its rows are things and its headings what is counted of them. `ahead` is the measure of
    years to come that only a year heads."""

    grid: Grid
    columns: tuple[Column, ...]
    subject: Subject
    kind: str
    name: Named | None = None
    unit: Unit | None = None
    unit_span: Span | None = None
    period: str | None = None
    measure: str | None = None
    counted: Named | None = None
    dated: bool = False
    plain: bool = False
    ahead: str | None = None

    def of(self, *roles: Role) -> tuple[Column, ...]:
        return with_role(self.columns, *roles)


def understand(document: Document, grid: Grid) -> Understood:
    """Decide what the table is about."""
    around = texts_around(document, grid)
    columns = with_said_years(with_upper_heads(read_columns(grid), around), around)
    columns = with_period_labels(grid, columns)
    unit = table_unit(columns, around) or unit_of_page(document, grid)
    unit = unit or unit_below(document, grid)
    found = kind_of_rows(columns, around)
    subject = _subject(grid, columns, unit, found)
    if lists_pages(document, grid):
        subject = Subject.OTHER
    risks = risk_columns(grid, columns)
    if risks is not None:
        return Understood(
            grid=grid,
            columns=risks,
            subject=Subject.INDICATORS,
            kind=risk_kind(),
            period=next((p for named in around[:1] if (p := period_of_all(named.text))), None),
        )
    checks = check_columns(grid, columns)
    if checks is not None:
        return Understood(grid=grid, columns=checks, subject=Subject.GOALS, kind=check_kind())
    open_to = subject is Subject.UNKNOWN_FIGURES or (subject is Subject.INDICATORS and not found)
    plain = plain_columns(grid, columns) if open_to else None
    if plain is not None:
        columns, subject, found = plain, Subject.INDICATORS, kind_in_heading(plain[0])
    card = goal_card(document, grid, columns) if plain is None else None
    if card is not None:
        return Understood(
            grid=grid,
            columns=card[0],
            subject=Subject.INDICATORS,
            kind=default_kind(),
            period=card[1],
        )
    unsaid = subject in (Subject.UNKNOWN_FIGURES, Subject.OTHER) and not is_key(grid.table)
    unsaid = unsaid and plain is None and not lists_pages(document, grid)
    titled = titled_columns(grid, columns, around) if unsaid else None
    if titled is not None:
        columns, subject = titled[0], Subject.INDICATORS
    if subject is Subject.AMOUNTS and unit is None:
        unit = stated_unit(document.text)
    counts = subject is Subject.INDICATORS and plain is None
    own = titled[1] if titled is not None else None
    ahead = measure_ahead(document, grid, columns) if subject is Subject.INDICATORS else None
    near = [*(title.text for title in grid.titles), *(named.text for named in around[:1])]
    near += [columns[0].text] if plain is not None else []  # "Jämförelse 2024" over the names
    return Understood(
        grid=grid,
        columns=columns,
        subject=subject,
        kind=found or (task_kind() if subject is Subject.COMMITMENTS else default_kind()),
        name=named_by_heading(grid, columns) or name_above(grid, around),
        unit=unit[0] if unit else None,
        unit_span=unit[1] if unit else None,
        period=next((p for text in near if (p := period_of_all(text))), None),
        measure=said if (said := measure_of_all(columns, near)) == ahead or not ahead else None,
        counted=own or (counted(grid, columns, around) if counts else None),
        dated=dated_by_labels(document, grid, columns),
        plain=plain is not None,
        ahead=ahead,
    )


def _subject(
    grid: Grid, columns: tuple[Column, ...], unit: tuple[Unit, Span] | None, kind: str | None
) -> Subject:
    if is_key(grid.table) or not grid.body or is_risk_matrix(grid, columns):
        return Subject.OTHER
    values = [c for c in with_role(columns, Role.VALUE) if not _refers(grid, columns, c, kind)]
    figures = any(_has_figures(grid, column) for column in values)
    if not figures:
        subject = _without_figures(grid, columns, kind)
        lost = subject is Subject.OTHER and not _is_foreign(grid, columns) and _holds_figures(grid)
        return Subject.UNKNOWN_FIGURES if lost else subject
    if are_tasks_with_sums(grid, columns, unit, kind) or are_tasks_with_progress(
        grid, columns, kind
    ):
        return Subject.COMMITMENTS
    money = is_about_money(grid, columns, unit, kind)
    if money:
        return Subject.AMOUNTS
    if _is_foreign(grid, columns):
        return Subject.OTHER
    counted = unit is not None and not unit[0].money
    known = _is_indicators(grid, columns, kind, counted)
    return Subject.INDICATORS if known else Subject.UNKNOWN_FIGURES


def _refers(grid: Grid, columns: tuple[Column, ...], column: Column, kind: str | None) -> bool:
    """Whether a column of tasks only says to which goal each belongs: "Mål" over 1, 1, 2."""
    kinds = vocabulary("tables")["kind"]
    tasks = with_role(columns, Role.RESPONSIBLE, Role.DEADLINE)
    if not tasks or kind not in (*kinds["commitments"], *kinds["planned"]):
        return False
    return column.heading.may_be_label and all(
        len(cell.text.strip()) <= LONGEST_CODE for cell in _body(grid, column)
    )


def _holds_figures(grid: Grid) -> bool:
    """Whether several cells that no column explains hold figures."""
    cells = {cell for row in grid.body for cell in grid.filled(row)}
    numbers = [find_numbers(cell.text, spelled=False) for cell in cells]
    return sum(map(len, numbers)) >= LEAST_FIGURES


def _without_figures(grid: Grid, columns: tuple[Column, ...], kind: str | None) -> Subject:
    told = with_role(columns, Role.ASSESSMENT, Role.STATUS, Role.PROGRESS)
    planned = with_role(columns, Role.RESPONSIBLE, Role.DEADLINE)
    tasks = (*planned, *with_role(columns, Role.STATUS, Role.PROGRESS, Role.COMMENT))
    foreign = _is_foreign(grid, columns) and not are_dated_tasks(columns)
    if foreign or not with_role(columns, Role.LABEL):
        return Subject.OTHER
    printed = says_status(grid, with_role(columns, Role.STATUS))
    plain = printed or not _coloured(grid, told)
    kinds = vocabulary("tables")["kind"]
    activities = kind in kinds["planned"] and len(planned) > 1 and printed
    if activities or (kind in kinds["commitments"] and tasks and plain):
        return Subject.COMMITMENTS
    if not told and planned and _are_planned(columns, kind):
        return Subject.COMMITMENTS
    headed = any(column.text for column in columns)
    return Subject.GOALS if told and headed and (kind or _assessed(columns)) else Subject.OTHER


def _are_planned(columns: tuple[Column, ...], kind: str | None) -> bool:
    """Whether rows are tasks ahead: activities, or things of which the table says who does them and
    by when."""
    told = with_role(columns, Role.RESPONSIBLE) and with_role(columns, Role.DEADLINE)
    return kind in vocabulary("tables")["kind"]["planned"] or (kind is None and bool(told))


def _is_indicators(
    grid: Grid, columns: tuple[Column, ...], kind: str | None, counted: bool
) -> bool:
    values = with_role(columns, Role.VALUE)
    measures = {column.heading.measure for column in values} - {None}
    known = measures & (set(measures_of("goals")) | set(vocabulary("measures")["measures"]))
    series = [column for column in values if column.heading.period]
    told = with_role(columns, Role.ASSESSMENT, Role.BREAKDOWN, Role.TREND)
    if by_periods(grid, columns):
        return True
    several = len(series) >= 2 or (bool(series) and _heads_unit(columns))
    named = several and (counted or _names_units(grid, columns))
    return bool(kind or known or told or named) or is_series(grid, columns)


def _heads_unit(columns: tuple[Column, ...]) -> bool:
    """Whether the labels' heading names what is counted and its unit: "Sjukfrånvaro, %"."""
    heads = [unit_in_name(column.text) for column in with_role(columns, Role.LABEL)]
    return any(head is not None and not head.unit.money for head in heads)


def _names_units(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether most labels, or the figures beside them, say what they are counted in."""
    labels = [cell for column in with_role(columns, Role.LABEL) for cell in _body(grid, column)]
    figures = [cell for column in with_role(columns, Role.VALUE) for cell in _body(grid, column)]
    named = sum(unit_in_name(cell.text) is not None for cell in labels)
    printed = sum(unit_in_cell(cell.text) is not None for cell in figures)
    return named * 2 > len(labels) or printed * 2 > len(figures)


def _is_foreign(grid: Grid, columns: tuple[Column, ...]) -> bool:
    headings = vocabulary("tables")["foreign"]["headings"]
    known = vocabulary("measures")["measures"]
    values = [c for c in with_role(columns, Role.VALUE) if c.heading.measure in known]
    told = {c.heading.measure for c in values if all(map(is_figure, _body(grid, c)))}
    if len(told) > 1:
        return False  # "Kontroll" over what has outcomes and targets
    return any(fold(column.text).strip(" :.") in headings for column in columns)


def _assessed(columns: tuple[Column, ...]) -> bool:
    return any(column.text for column in with_role(columns, Role.ASSESSMENT))


def _coloured(grid: Grid, columns: tuple[Column, ...]) -> bool:
    return any(m.colour for c in columns for cell in _body(grid, c) for m in cell.marks)


def _has_figures(grid: Grid, column: Column) -> bool:
    return any(is_figure(cell) for cell in _body(grid, column)) or any(
        cell.text.strip() for cell in _body(grid, column)
    )


def _body(grid: Grid, column: Column) -> list[Any]:
    return body_cells(grid, column.index)
