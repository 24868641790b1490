"""Tables of figures by year or by group, with nothing over them that says what a row is."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.domain import Document
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.assessing import is_verdict_word
from plansvar.extraction.tables.cells import body_cells, is_name, mostly
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import Named
from plansvar.extraction.tables.labels import breakdown_of
from plansvar.extraction.tables.money import speaks_of_money
from plansvar.extraction.tables.turning import labels_are_periods
from plansvar.extraction.units import unit_in_name
from plansvar.language.folding import fold
from plansvar.language.periods import YEAR, year_of
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2
_YEARS_AHEAD = 1


def is_series(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether the values stand in columns of years, of groups or of verdicts beside names."""
    values = with_role(columns, Role.VALUE)
    names = [cell for c in with_role(columns, Role.LABEL) for cell in body_cells(grid, c.index)]
    if not mostly(names, lambda cell: is_name(cell) or breakdown_of(cell.text) is not None):
        return False
    periods = [c for c in values if c.heading.period and not _in_money(c)]
    groups = [c for c in values if c.heading.breakdown]
    verdicts = [c for c in values if is_verdict_word(c.text)]
    if speaks_of_money(cell.text for cell in names) and not mixes_units(grid, columns):
        periods = []
    found = max(len(periods), len(groups), len(verdicts))
    return found >= _FEWEST and found * 2 > len(values)


def by_periods(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether rows are years and columns parts of them: "Kv 1", "Kv 2" beside 2033, 2034."""
    parts = [c for c in with_role(columns, Role.VALUE) if c.heading.period]
    undated = all(year_of(column.heading.period) is None for column in parts)
    return len(parts) >= _FEWEST and undated and labels_are_periods(grid, 0)


def with_period_labels(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, the first as labels where years stand in it under no heading, beside parts of
    them: the lines of a chart, "2025" and "2026" under "jan", "feb", "mars"."""
    first = columns[0] if columns else None
    if first is None or first.index or first.text or first.role is not Role.UNKNOWN:
        return columns
    return (replace(first, role=Role.LABEL), *columns[1:]) if by_periods(grid, columns) else columns


def mixes_units(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether some labels say that their figures are no money: shares and numbers of things among
    amounts, as in five years at a glance."""
    cells = [c for label in with_role(columns, Role.LABEL) for c in body_cells(grid, label.index)]
    others = sum(_is_no_money(cell.text) for cell in cells)
    return _FEWEST <= others < len(cells)


def _is_no_money(label: str) -> bool:
    unit = unit_in_name(label)
    if unit is not None:
        return not unit.unit.money or "/" in unit.unit.name
    return fold(label).startswith(tuple(vocabulary("tables")["money"]["counts"]))


def _in_money(column: Column) -> bool:
    unit = unit_in_name(column.text)
    return unit is not None and unit.unit.money


def named_by_heading(grid: Grid, columns: tuple[Column, ...]) -> Named | None:
    """The name that stands over labels which only tell groups apart: "Sjukfrånvaro, %" over Totalt,
    Kvinnor, Män."""
    labels = with_role(columns, Role.LABEL)
    if len(labels) != 1 or not labels[0].text or not labels[0].spans:
        return None
    heading = parse_heading(labels[0].text)
    cells = [cell for cell in body_cells(grid, labels[0].index)]
    groups = [cell for cell in cells if breakdown_of(cell.text)]
    said = heading.role is Role.LABEL or fold(labels[0].text) in generic_labels()
    if said or len(groups) < _FEWEST or groups[0] is not cells[0]:
        return None
    return Named(labels[0].text, labels[0].spans[-1])


def dated_by_labels(document: Document, grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether labels give the years of their rows, where no column does: "HME-index 2026"."""
    if any(column.heading.period for column in with_role(columns, Role.VALUE)):
        return False
    names = [cell for c in with_role(columns, Role.LABEL) for cell in body_cells(grid, c.index)]
    years = [year for cell in names if (year := year_in_label(cell.text))]
    latest = (document.year or 9999) + _YEARS_AHEAD
    return len(years) >= _FEWEST and all(int(year) <= latest for year in years)


def year_in_label(label: str) -> str | None:
    """The one year that a label holds."""
    years = re.findall(rf"(?<![\d-]){YEAR}(?![\d-])", label)
    return years[0] if len(years) == 1 else None


def generic_labels() -> list[str]:
    """Headings over labels that do not say what the rows are."""
    tables = vocabulary("tables")
    return [*tables["generic_labels"]["words"], *tables["periods_column"]["words"]]
