"""The rows of a table grouped: one group for each goal or key figure, with its K/M/Tot rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from plansvar.domain import Cell, Gap, Label, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import is_legend_text
from plansvar.extraction.tables.cells import are_listed, body_cells, without_number
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Subject, Understood
from plansvar.extraction.tables.labels import (
    after_bullet,
    breakdown_of,
    further_labels,
    heads_comment,
    heads_periods,
    is_age,
    is_comment,
    is_of_which,
    kind_of_column,
    total,
    trimmed,
    without_comment_label,
)
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.paired import labelled_value
from plansvar.extraction.tables.places import unfit
from plansvar.extraction.tables.series import by_periods
from plansvar.extraction.tables.values import split_note_mark
from plansvar.extraction.units import unit_named
from plansvar.language.folding import fold
from plansvar.language.periods import find_period


@dataclass(frozen=True, slots=True)
class SubRow:
    """One printed row: its breakdown, the label that says so, its period where the label is one."""

    row: int
    breakdown: str
    label: Span | None = None
    period: str | None = None


@dataclass(slots=True)
class RowGroup:
    """The rows of one goal or key figure. `name_span` is null where the name has two places."""

    name: str
    name_span: Span | None
    rows: list[SubRow] = field(default_factory=list)
    note_mark: str | None = None
    also: tuple[Label, ...] = ()
    comments: list[Cell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grouped:
    groups: tuple[RowGroup, ...]
    gaps: tuple[Gap, ...]


def group_rows(table: Understood, notes: Notes) -> Grouped:
    """Walk down the table; each row begins a group, joins the one above, or is reported."""
    walk = _Walk(table, notes)
    for row in table.grid.body:
        walk.take(row)
    walk.finish()
    return Grouped(tuple(group for group in walk.groups if group.rows), tuple(walk.gaps))


class _Walk:
    def __init__(self, table: Understood, notes: Notes) -> None:
        self.table, self.notes, self.grid = table, notes, table.grid
        self.labels = table.of(Role.LABEL)
        self.name_column = self.labels[-1] if self.labels else None
        name = self.name_column
        self.listed = name is not None and are_listed(body_cells(table.grid, name.index))
        self.breakdowns = table.of(Role.BREAKDOWN)
        self.groups: list[RowGroup] = []
        self.gaps: list[Gap] = []
        self.title: Cell | None = None
        self.above: Cell | None = None  # the title over several rows
        self.said: list[Cell] | None = None  # words under a heading such as "Analys"

    def finish(self) -> None:
        """Words under a heading of their own below the last row are on the whole table, where no
        row before has any."""
        if len(self.groups) == 1 or any(group.comments for group in self.groups[:-1]):
            self._give()

    def _give(self) -> None:
        if self.said and self.groups:
            self.groups[-1].comments += self.said
        self.said = None

    def take(self, row: int) -> None:
        filled = self.grid.filled(row)
        if row in self.notes.rows or not filled or self._repeats_header(row):
            return
        texts = [cell.text for cell in filled if cell.text.strip()]
        if len(texts) > 1 and all(is_legend_text(text) for text in texts):
            return
        label = self._label(row)
        if self._has_content(row):
            self._give()
        if not self._has_content(row):
            self._take_words(filled, label)
        elif label is None:
            self._take_unlabelled(row)
        else:
            self._take_labelled(row, label)

    def _take_words(self, filled: list[Cell], label: Cell | None) -> None:
        """A row without values: a title, a comment, or a bullet that goes on above."""
        cell = label or filled[0]
        text = " ".join(cell.text.split())
        if after_bullet(text) and self.groups:
            return
        if self.groups and self.title is None and heads_comment(text):
            self.said = self.said or []
        elif self.said is not None:
            self.said.append(cell)
        elif self.groups and self.title is None and is_comment(text):
            self.groups[-1].comments.append(without_comment_label(cell))
        elif text and label is not None and self._is_bare_goal(label):
            self._begin(label, label.row)
            self._join(label.row, SubRow(label.row, total()))
        elif text:
            self.title = self.above = cell

    def _is_bare_goal(self, label: Cell) -> bool:
        """Whether a row with nothing but its name is a goal that was left open: where the first row
        of a table of goals is no title, its other rows are none either."""
        if self.table.subject is not Subject.GOALS or label.column_span > 1:
            return False
        first = next((row for row in self.grid.body if self.grid.filled(row)), None)
        return first is not None and self._has_content(first)

    def _take_labelled(self, row: int, label: Cell) -> None:
        text = " ".join(label.text.split())
        named = breakdown_of(text)
        column_breakdown = self._column_breakdown(row)
        bullet = after_bullet(text)
        if named is not None and not self._sums_up(named) and not self._stands_alone(row, text):
            self._join(row, SubRow(row, named, label.span))
        elif is_of_which(text) and self.groups and self.title is None:
            self._join(row, SubRow(row, fold(text), label.span))
        elif bullet and self.groups and self.title is None:
            own = column_breakdown or SubRow(row, fold(bullet), label.span)
            self._join(row, own)
        elif self._is_period_column() and find_period(text):
            self._join(row, SubRow(row, total(), label.span, find_period(text)))
        else:
            self._begin(label, row)
            proof = label.span if self.table.counted else None
            self._join(row, column_breakdown or SubRow(row, total(), proof))

    def _take_unlabelled(self, row: int) -> None:
        sub_row = self._column_breakdown(row)
        if sub_row is not None:
            self._join(row, sub_row)
        elif self.name_column is None and not self._open_group():
            self._join(row, SubRow(row, total()))
        else:
            self.gaps.append(unfit(self.grid.row(row)))

    def _join(self, row: int, sub_row: SubRow) -> None:
        """Add a row to the group above, or to one that the title or the caption names."""
        if self.title is not None:
            name = self.title
            self._begin(name, name.row, named_by_title=True)
        elif not self._open_group() and self.table.name is not None:
            name_text, mark = split_note_mark(self.table.name.text)
            self.groups.append(RowGroup(name_text, self.table.name.span, note_mark=mark))
        elif not self._open_group():
            self.gaps.append(unfit(self.grid.row(row), "tables.gap.no_name"))
            return
        self.groups[-1].rows.append(sub_row)

    def _begin(self, label: Cell, row: int, named_by_title: bool = False) -> None:
        self.title = None
        shown = " ".join(label.text.split())
        text, mark = split_note_mark(without_number(shown) if self.listed else shown)
        context = () if named_by_title else self._context(row)
        unit_like = context and unit_named(text) is not None
        name = f"{' '.join(context[-1].text.split())}, {text}" if unit_like else text
        span = None if unit_like else trimmed(label, self.listed)
        counted = self.table.counted
        if counted is not None:
            name, span = f"{counted.text}, {name}", None
        bare = after_bullet(name)
        also = () if named_by_title else further_labels(name, self._labels_beside(row))
        if self.above is not None and not named_by_title:
            also = (*also, *further_labels(name, [(self.above, None)]))
        self.groups.append(RowGroup(bare or name, span, note_mark=mark, also=also))

    def _sums_up(self, breakdown: str) -> bool:
        """Whether a row "Totalt" is on the whole table, because the row above has its own total."""
        own = [sub.breakdown for sub in self.groups[-1].rows] if self.groups else []
        return self.title is None and breakdown == total() and own == [total()]

    def _stands_alone(self, row: int, text: str) -> bool:
        """Whether an age group is a row of its own, as "80 år och äldre" after "Elever": no row
        beside it is of a group."""
        if not is_age(text) or self.name_column is None:
            return False
        rows = [other for other in (row - 1, row + 1) if other in self.grid.body]
        cells = [self.grid.at(other, self.name_column.index) for other in rows]
        beside = [cell.text for cell in cells if cell is not None and cell.text.strip()]
        return self._open_group() and not any(breakdown_of(near) for near in beside)

    def _open_group(self) -> bool:
        return bool(self.groups)

    def _label(self, row: int) -> Cell | None:
        """The label printed on this row; null where it is empty or merged from above."""
        for column in reversed(self.labels):
            cell = self.grid.at(row, column.index)
            if cell is not None and cell.text.strip() and cell.row == row:
                return cell
            if cell is not None and cell.text.strip() and column is self.name_column:
                return None
        return None

    def _context(self, row: int) -> tuple[Cell, ...]:
        found = [self.grid.at(row, column.index) for column in self.labels[:-1]]
        return tuple(cell for cell in found if cell is not None and cell.text.strip())

    def _labels_beside(self, row: int) -> list[tuple[Cell, str | None]]:
        """The other labels of a row with their kinds: its goal, merged or printed once for several
        rows, and how the goal is measured."""
        found = [(self._goal_above(row, c), kind_of_column(self.grid, c)) for c in self.labels[:-1]]
        found += [(self.grid.at(row, column.index), None) for column in self.table.of(Role.DETAIL)]
        return [(cell, kind) for cell, kind in found if cell is not None and cell.text.strip()]

    def _goal_above(self, row: int, column: Column) -> Cell | None:
        for above in range(row, self.grid.header_rows - 1, -1):
            cell = self.grid.at(above, column.index)
            if cell is not None and cell.text.strip():
                return cell
            if cell is None or self.grid.spans_all(above) is not None:
                return None
        return None

    def _column_breakdown(self, row: int) -> SubRow | None:
        for column in self.breakdowns:
            cell = self.grid.at(row, column.index)
            if cell is not None and cell.text.strip():
                own = breakdown_of(cell.text) or fold(cell.text)
                return SubRow(row, own, cell.span)
        return self._breakdown_in_value(row)

    def _breakdown_in_value(self, row: int) -> SubRow | None:
        """The breakdown that stands before the row's first value: "K 7,5"."""
        cells = (self.grid.at(row, column.index) for column in self.table.of(Role.VALUE))
        first = next((cell for cell in cells if cell is not None and cell.text.strip()), None)
        if first is None or first.row != row or (found := labelled_value(first)) is None:
            return None
        label, value = found
        return SubRow(row, breakdown_of(label) or total(), Span(first.span.start, value.span.start))

    def _has_content(self, row: int) -> bool:
        labels = {column.index for column in (*self.labels, *self.breakdowns)}
        return any(
            cell.column not in labels
            and (cell.column_span < self.grid.width or self.grid.width == 1)
            for cell in self.grid.filled(row)
            if cell.row == row
        )

    def _repeats_header(self, row: int) -> bool:
        return _texts(self.grid.row(row)) in [
            _texts(self.grid.row(header)) for header in range(self.grid.header_rows)
        ]

    def _is_period_column(self) -> bool:
        column = self.name_column
        if column is None or heads_periods(column.text):
            return column is not None
        return not column.text and by_periods(self.table.grid, self.table.columns)


def columns_between(table: Understood, cell: Cell) -> tuple[Column, ...]:
    """The value columns that a cell covers."""
    return tuple(
        column
        for column in table.of(Role.VALUE)
        if cell.column <= column.index < cell.column + cell.column_span
    )


def _texts(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(fold(cell.text) for cell in cells)
