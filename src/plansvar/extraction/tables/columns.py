"""What each column of a table holds, told by its heading and by its cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from plansvar.domain import Cell
from plansvar.extraction.headings import Heading, Role, breakdown_named, parse_heading
from plansvar.extraction.tables.assessing import is_verdict_word, read_trend, sign_named
from plansvar.extraction.tables.cells import (
    are_listed,
    body_cells,
    is_bare_mark,
    is_date,
    is_figure,
    is_label,
    is_name,
    is_reference,
    is_unit,
    is_verdict,
    is_words,
    mostly,
    says_yes_or_no,
    tells_year,
)
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.details import with_details, with_goals, with_periods
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.group_measures import with_measures_told_apart
from plansvar.extraction.tables.kinds import goes_on_from_kind
from plansvar.extraction.tables.labels import breakdown_of, total
from plansvar.extraction.tables.progress import says_status
from plansvar.extraction.tables.schedules import with_month_names, with_schedule
from plansvar.extraction.tables.times import dates_tasks, role_of_times
from plansvar.extraction.tables.unheaded import role_of_unheaded
from plansvar.extraction.targets import read_target
from plansvar.language.folding import fold
from plansvar.language.periods import year_of
from plansvar.language.vocabulary import vocabulary

_GOAL = 3  # words of a goal at least
_PARTED = 3  # columns of a table that names parts, what is measured, and at least one value


def read_columns(grid: Grid) -> tuple[Column, ...]:
    """The columns of a table from left to right, with the label column found."""
    headed = with_month_names([_column(grid, index) for index in range(grid.width)])
    columns = with_measures_told_apart([_with_content(column, grid) for column in headed])
    columns = with_schedule(columns, grid)
    found = with_goals(with_periods(columns, grid), grid)
    labelled = _responsible_after_values(_with_parts(_with_label(found, grid), grid))
    return tuple(_told_apart(with_details(_responsible_beside_goals(labelled), grid)))


def _column(grid: Grid, index: int) -> Column:
    cells = grid.heading_cells(index)
    parts = tuple(" ".join(cell.text.split()) for cell in cells)
    spans = tuple(cell.span for cell in cells)
    heading = _heading(parts)
    wishes = vocabulary("tables")["wish_columns"]
    wished = any(word in wishes["words"] for word in fold(heading.text).split())
    if wished or (heading.role is Role.VALUE and _gives_bounds(heading, body_cells(grid, index))):
        heading = replace(heading, role=Role.VALUE, measure=wishes["measure"])
    return Column(index, heading.role, heading, spans, parts)


def _gives_bounds(heading: Heading, cells: list[Cell]) -> bool:
    """Whether the figures of a bare year are bounds ("minst 95 %"), as only targets are."""
    told = [cell for cell in cells if is_figure(cell) and read_target(cell.text).relation]
    plain = heading.measure is None and heading.period is not None
    return plain and len(told) * 2 > len(cells)


def _heading(parts: tuple[str, ...]) -> Heading:
    whole = parse_heading(" ".join(parts))
    if whole.role is not Role.UNKNOWN or len(parts) < 2:
        return whole
    # "Nämnd A" over "Bedömning": the lowest part that is understood decides
    for part in reversed(parts):
        heading = parse_heading(part)
        if heading.role is not Role.UNKNOWN:
            return replace(heading, text=whole.text)
    return whole


def _with_content(column: Column, grid: Grid) -> Column:
    """Correct the role by what the cells hold."""
    cells = body_cells(grid, column.index)
    mend: dict[Role, Callable[[Column, list[Cell]], Role]] = {
        Role.UNKNOWN: _role_of_unknown,
        Role.LABEL: _role_of_label,
        Role.UNIT: _role_of_unit,
        Role.VALUE: _role_of_value,
        Role.STATUS: _role_of_status,
        Role.BREAKDOWN: lambda _, found: Role.BREAKDOWN,
    }
    counts = column.role is Role.ASSESSMENT and is_verdict_word(column.text)
    if (column.role is Role.PROGRESS or counts) and mostly(cells, is_figure):
        # "75 %" under Färdiggrad, 3 under Uppfyllt: values by that name; a bar alone is none.
        heading = replace(column.heading, role=Role.VALUE, measure=fold(column.text))
        return replace(column, role=Role.VALUE, heading=heading)
    role = mend[column.role](column, cells) if column.role in mend else column.role
    if role is Role.VALUE and column.role is Role.LABEL:
        heading = replace(column.heading, role=role, measure=fold(column.text))
        return replace(column, role=role, heading=heading)
    return replace(column, role=role)


def _role_of_unknown(column: Column, cells: list[Cell]) -> Role:
    if not cells:
        return Role.UNKNOWN
    if mostly(cells, lambda cell: breakdown_named(cell.text) is not None):
        # "Trygghetsindex" over K and M is the name of a row, and they are what it is divided into
        named = column.index == 0 and breakdown_named(cells[0].text) is None
        return Role.UNKNOWN if named else Role.BREAKDOWN
    if mostly(cells, is_bare_mark):
        return _role_of_marks(column, cells)
    told = role_of_times(column, cells) or role_of_unheaded(column, cells)
    if told is not None:
        return told
    if column.text and mostly(cells, lambda cell: is_figure(cell) and not is_reference(cell)):
        return Role.VALUE
    if column.index > 0 and mostly(cells, is_verdict):
        return Role.UNKNOWN if column.text and mostly(cells, says_yes_or_no) else Role.ASSESSMENT
    return Role.LABEL if fold(column.text) in _words("periods_column") else Role.UNKNOWN


def _role_of_marks(column: Column, cells: list[Cell]) -> Role:
    marks = [mark for cell in cells for mark in cell.marks]
    arrows = all(read_trend(cell)[0] for cell in cells)
    if arrows and not any(mark.colour for mark in marks):
        return Role.TREND
    if _are_ticks(cells) and not any(mark.colour for mark in marks):
        return Role.UNKNOWN  # whom a row concerns, as in a column for each committee
    # without a heading, marks that show nothing certain are only shading
    told = column.text or any(mark.colour or mark.raw for mark in marks)
    return Role.ASSESSMENT if told else Role.UNKNOWN


def _are_ticks(cells: list[Cell]) -> bool:
    """Whether all cells hold one and the same tick or cross, which only says yes."""
    shown = [next((m.raw for m in cell.marks if m.raw), cell.text) or "" for cell in cells]
    names = {sign_named(sign) for sign in shown}
    figures = vocabulary("marks")["figures"]
    return len(names) == 1 and names <= {figures["tick"], figures["cross"]}


def _role_of_label(column: Column, cells: list[Cell]) -> Role:
    # "Bedömning nämnder": the cells are verdicts, whatever word of the heading names labels
    told = mostly(cells, is_bare_mark) or (column.index > 0 and mostly(cells, is_verdict))
    if column.index > 0 and dates_tasks(column, cells):
        return Role.DEADLINE
    if column.index > 0 and cells and all(is_figure(c) and not is_date(c) for c in cells):
        return Role.VALUE  # "Nämndmål" over 5, 4, 3 counts them
    return Role.ASSESSMENT if told else Role.LABEL


def _role_of_value(column: Column, cells: list[Cell]) -> Role:
    if cells and mostly(cells, is_bare_mark):
        return _role_of_marks(column, cells)
    named = mostly(cells, lambda c: is_name(c) or _is_group(c)) or are_listed(cells)
    if named and column.index == 0:
        return Role.LABEL
    worded = column.heading.may_be_label or goes_on_from_kind(column.text)
    labelled = worded or _names_goals(column, cells)
    if labelled and mostly(cells, is_label):
        return Role.LABEL
    if fold(column.text) in _words("periods_column") and mostly(cells, tells_year):
        return Role.LABEL
    if mostly(cells, lambda cell: says_status(cell.text)):
        return Role.STATUS  # "Läget den 31 augusti" over words
    explained = column.heading.measure or column.heading.period or column.heading.breakdown
    if not explained and mostly(cells, is_label):
        return Role.LABEL
    return Role.VALUE


def _names_goals(column: Column, cells: list[Cell]) -> bool:
    """Whether a heading that may head targets ("Fullmäktiges mål") stands over goals: several words
    that are no target."""
    goals = column.heading.measure == vocabulary("tables")["wish_columns"]["measure"]
    return goals and mostly(
        cells, lambda c: len(c.text.split()) >= _GOAL and not read_target(c.text).relation
    )


def _role_of_unit(column: Column, cells: list[Cell]) -> Role:
    # "Enhet" heads units of measure, and units of the organisation, whose names are longer
    named = column.index == 0 or mostly(cells, is_label)
    return Role.LABEL if named and not mostly(cells, is_unit) else Role.UNIT


def _role_of_status(column: Column, cells: list[Cell]) -> Role:
    if mostly(cells, is_bare_mark):
        return Role.ASSESSMENT
    # "Läge 2025" over figures says how it was then
    return Role.VALUE if column.heading.period and mostly(cells, is_figure) else Role.STATUS


def _with_label(columns: list[Column], grid: Grid) -> list[Column]:
    """Name the label column where no heading does: the first column of words."""
    if any(column.role is Role.LABEL for column in columns):
        return columns
    first_value = next((c.index for c in columns if c.role is Role.VALUE), len(columns))
    open_roles = [Role.UNKNOWN]
    if not any(c.role in (Role.UNKNOWN, Role.VALUE) for c in columns):
        open_roles.append(Role.COMMENT)  # "Beskrivning av uppdraget" is then the name
    for column in columns:
        cells = body_cells(grid, column.index)
        free = column.role in open_roles and mostly(cells, _names_row)
        test = is_words if column.index == 0 else is_name
        named = column.role is Role.VALUE and mostly(cells, test)
        if column.index <= first_value and (free or named):
            columns[column.index] = replace(column, role=Role.LABEL)
            return columns
    return columns


def _with_parts(columns: list[Column], grid: Grid) -> list[Column]:
    """A first column of names ("Skola") beside that of what is measured names the parts that the
    values are of, where names of either come back on several rows or one reaches over several."""
    if len(columns) < _PARTED or columns[0].role is not Role.UNKNOWN or not columns[0].text:
        return columns
    cells = body_cells(grid, 0)
    back = _come_back(cells) or _come_back(body_cells(grid, 1))
    if columns[1].role is not Role.LABEL or not (back and mostly(cells, is_name)):
        return columns
    return [replace(columns[0], role=Role.LABEL), *columns[1:]]


def _come_back(cells: list[Cell]) -> bool:
    tall = any(cell.row_span > 1 for cell in cells)
    return tall or len({fold(cell.text) for cell in cells}) < len(cells)


def _names_row(cell: Cell) -> bool:
    return is_words(cell) or _is_group(cell)


def _is_group(cell: Cell) -> bool:
    return breakdown_of(cell.text) is not None


def _responsible_after_values(columns: list[Column]) -> list[Column]:
    """A label column to the right of the values says who is responsible, or comments."""
    first_value = next((c.index for c in columns if c.role is Role.VALUE), None)
    labels = [column for column in columns if column.role is Role.LABEL]
    if first_value is None or not labels or labels[0].index > first_value:
        return columns
    found = []
    for column in columns:
        late = column.role is Role.LABEL and column.index > first_value
        unit = fold(column.text) in _words("units_of_organisation")
        role = (Role.RESPONSIBLE if unit else Role.UNKNOWN) if late else column.role
        found.append(replace(column, role=role))
    return found


def _told_apart(columns: list[Column]) -> list[Column]:
    """Columns that would say the same (Periodbudget, Helårsbudget) keep their own words."""
    return [
        replace(c, heading=replace(c.heading, measure=_own_word(c)))
        if _is_unclear(c, columns) and _own_word(c)
        else c
        for c in columns
    ]


def _is_unclear(column: Column, columns: list[Column]) -> bool:
    alike = [other for other in columns if _says(other) == _says(column)]
    periods = [other.heading.period for other in alike]
    clear = all(periods) and len(set(periods)) == len(periods)
    return column.role is Role.VALUE and len(alike) > 1 and not clear


def _says(column: Column) -> tuple[object, ...]:
    heading = column.heading
    year = year_of(heading.period)
    return (column.role, heading.measure, year, heading.breakdown or total(), heading.unit)


def _own_word(column: Column) -> str | None:
    text = column.text.replace(column.heading.period or "\0", " ")
    return " ".join(fold(text).split()) or None


def _responsible_beside_goals(columns: list[Column]) -> list[Column]:
    """A label column headed Nämnd, beside one of goals, says who is responsible."""
    labels = [column for column in columns if column.role is Role.LABEL]
    units = [c for c in labels if fold(c.text) in _words("units_of_organisation")]
    if not units or len(units) == len(labels):
        return columns
    return [replace(c, role=Role.RESPONSIBLE) if c in units else c for c in columns]


def _words(table: str) -> Any:
    return vocabulary("tables")[table]["words"]
