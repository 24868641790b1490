"""Tables of goals and key figures → indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plansvar.domain import (
    Assessment,
    Cell,
    Colour,
    Document,
    Gap,
    Indicator,
    Observation,
    Span,
    Trend,
)
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import (
    Verdict,
    is_verdict_word,
    read_trend,
    read_verdict,
)
from plansvar.extraction.tables.blanks import blank_verdict, shows_blank
from plansvar.extraction.tables.checks import check_kind
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.goal_marks import goal_columns, read_goal_marks, verdicts_of_goals
from plansvar.extraction.tables.kinds import default_kind
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_kinds import (
    judged_by,
    kept_apart,
    progress_meant,
    share_word,
)
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.missing_legends import missing_legend
from plansvar.extraction.tables.money import is_sum_word
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.observing import observe, with_comment
from plansvar.extraction.tables.places import place_of, row_id, unfit
from plansvar.extraction.tables.risks import risk_kind
from plansvar.extraction.tables.rows import RowGroup, group_rows
from plansvar.extraction.tables.verdict_columns import (
    as_verdict,
    breakdowns_of,
    joined,
    judging_arrows,
    judging_cells,
    worded_columns,
)
from plansvar.extraction.targets import judged
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    indicators: tuple[Indicator, ...]
    gaps: tuple[Gap, ...]


def read_indicators(
    document: Document, table: Understood, legend: Legend, notes: Notes
) -> IndicatorRows:
    """Every goal or key figure of the table, and the rows that could not be read."""
    grouped = group_rows(table, notes)
    found: list[Indicator] = []
    gaps: list[Gap] = list(grouped.gaps)
    for group in grouped.groups:
        row = _Reader(document, table, legend, notes, group)
        indicator = row.read()
        gaps += row.gaps
        if indicator is not None:
            found.append(judged(indicator))
    goals = read_goal_marks(document, table, legend)
    gaps += [each for verdict in goals for each in verdict.gaps]
    found = [*(verdict.row for verdict in goals), *found]
    gaps += missing_legend(table, found)
    return IndicatorRows(tuple(found), tuple(gaps))


@dataclass(slots=True)
class _Reader:
    """Reads one group of rows; collects what did not fit on the way."""

    document: Document
    table: Understood
    legend: Legend
    notes: Notes
    group: RowGroup
    gaps: list[Gap] = field(default_factory=list)

    def read(self) -> Indicator | None:
        observed = observe(self.document, self.table, self.group, self.notes)
        self.gaps += [unfit(self.table.grid.row(row)) for row in observed.unfit_rows]
        verdicts = self._verdicts(observed.observations)
        assessments = tuple(v.assessment for v in verdicts if v.assessment)
        status = self._text(Role.STATUS) or progress_meant(assessments)
        if not (observed.observations or assessments or status or observed.unfit_rows):
            if self.table.kind not in vocabulary("tables")["kind"]["without_figures"]:
                self.gaps.append(unfit(self.table.grid.row(self.group.rows[0].row)))
                return None
        elif not observed.observations and not assessments and status is None:
            return None
        cells = self._cells()
        comment, comment_span = self._comment()
        trend = self._trend(verdicts)
        return Indicator(
            id=row_id(self.document, "i", self.group.name_span or self._own(cells).span),
            place=place_of(self.document, cells, observed.cells),
            name=self.group.name,
            name_span=self.group.name_span,
            kind=self._kind(),
            observations=tuple(
                with_comment(o, comment, comment_span) for o in observed.observations
            ),
            responsible=self._responsible(),
            assessments=assessments,
            trend=trend[0],
            trend_raw=trend[1],
            comment=comment,
            comment_span=comment_span,
            status=status,
            table=self.table.grid.table.span,
            also=self.group.also,
        )

    def _kind(self) -> str:
        """What the row is; the sum of a plain table is none of its things."""
        summed = self.table.plain and is_sum_word(self.group.name)
        return default_kind() if summed else self.table.kind

    def _cells(self) -> list[Cell]:
        rows = [sub.row for sub in self.group.rows]
        found = [cell for row in rows for cell in self.table.grid.row(row)]
        return list(dict.fromkeys(cell for cell in found if cell.text.strip() or cell.marks))

    def _own(self, cells: Sequence[Cell]) -> Cell:
        """The first cell that is this row's alone, and not merged over several."""
        first = self.group.rows[0].row
        return next((c for c in cells if c.row == first and c.row_span == 1), cells[0])

    def _column_cells(self, column: Column) -> list[tuple[Cell, str]]:
        """The filled cells of a column in this group, each with its row's breakdown."""
        found: list[tuple[Cell, str]] = []
        for sub_row in self.group.rows:
            cell = self.table.grid.at(sub_row.row, column.index)
            seen = cell in [other for other, _ in found]
            if cell is None or seen or not (cell.text.strip() or cell.marks):
                continue
            merged = cell.row_span > 1 and len(self.group.rows) > 1
            found.append((cell, total() if merged else sub_row.breakdown))
        return found

    def _verdicts(self, observations: tuple[Observation, ...]) -> list[Verdict]:
        of_goals = verdicts_of_goals(self.table)
        columns = tuple(c for c in self.table.of(Role.ASSESSMENT) if c not in of_goals)
        whose = breakdowns_of(columns)
        found = [
            self._verdict(
                as_verdict(self.table, column, cell, self.legend),
                joined(breakdown, whose[column.index]),
            )
            for column in columns
            for cell, breakdown in self._column_cells(column)
        ]
        found += self._blank_verdicts(columns)
        found += self._status_verdicts()
        if not any(v.assessment for v in found):
            found += self._marks_elsewhere()
        found += self._progress()
        return [verdict for verdict in found if verdict.assessment or verdict.trend]

    def _verdict(self, cell: Cell, breakdown: str) -> Verdict:
        verdict = read_verdict(cell, self.legend, breakdown, self.group.name)
        self.gaps += verdict.gaps
        if verdict.assessment is None:
            return verdict
        # the colour of a risk or a check says how grave it is, never whether a target is met
        own = self.table.kind if self.table.kind in (risk_kind(), check_kind()) else None
        kind = own or judged_by(self.legend)
        return replace(verdict, assessment=kept_apart(verdict.assessment, kind, total()))

    def _blank_verdicts(self, columns: tuple[Column, ...]) -> list[Verdict]:
        """A cell left white where the key says what white stands for."""
        return [
            Verdict(blank_verdict(self.legend, total()))
            for column in columns
            if not self._column_cells(column) and shows_blank(self.table, column, self.legend)
        ][:1]

    def _status_verdicts(self) -> list[Verdict]:
        """A coloured status cell is an assessment too, and so is an arrow whose colour is told."""
        return [
            self._verdict(replace(cell, text=""), breakdown)
            for column in (*self.table.of(Role.STATUS), *judging_arrows(self.table, self.legend))
            for cell, breakdown in self._column_cells(column)
            if any(mark.colour for mark in cell.marks)
        ]

    def _marks_elsewhere(self) -> list[Verdict]:
        """Coloured digits, a dot before the name, a mark in a column without heading."""
        return self._label_marks() or self._value_marks() or self._value_words()

    def _label_marks(self) -> list[Verdict]:
        goals = goal_columns(self.table)
        columns = [c for c in self.table.of(Role.LABEL, Role.UNKNOWN) if c not in goals]
        cells = [pair for column in columns for pair in self._column_cells(column)]
        return [
            self._verdict(replace(cell, text=""), breakdown)
            for cell, breakdown in cells
            if self._judges(cell)
        ][:1]

    def _value_marks(self) -> list[Verdict]:
        found = []
        for breakdown in dict.fromkeys(sub.breakdown for sub in self.group.rows):
            cells = [
                (column, cell)
                for column in self.table.of(Role.VALUE)
                for cell, own in self._column_cells(column)
                if own == breakdown and self._judges(cell)
            ]
            for chosen, whose in judging_cells(self.table, cells):
                said = chosen.text if is_verdict_word(chosen.text) else ""
                found.append(self._verdict(replace(chosen, text=said), joined(breakdown, whose)))
        return found

    def _value_words(self) -> list[Verdict]:
        """Verdicts that stand where others have figures: "Nås delvis" under "Prognos"."""
        return [
            self._verdict(cell, breakdown)
            for column in worded_columns(self.table)
            for cell, breakdown in self._column_cells(column)
            if is_verdict_word(cell.text)
        ][:1]

    def _judges(self, cell: Cell) -> bool:
        """Whether a colour outside an assessment column is a verdict and no shading of the row."""
        usual = {c for colours in vocabulary("tables")["sides"].values() for c in colours}
        marks = [m for m in cell.marks if m.colour and not m.trend]
        told = any(m.colour in usual - {Colour.BLUE} or self.legend.of(m) for m in marks)
        others = [c for c in self.table.grid.filled(cell.row) if c.row == cell.row]
        alike = [c for c in others if {m.colour for m in c.marks} == {m.colour for m in cell.marks}]
        return told and (len(others) == 1 or len(alike) < len(others))

    def _progress(self) -> list[Verdict]:
        """The filled shares of bars, wherever they stand."""
        found = []
        for column in self.table.columns:
            for cell, _ in self._column_cells(column):
                mark = next((m for m in cell.marks if m.share is not None), None)
                if mark is not None:
                    raw = mark.raw or text("tables.gap.progress")
                    own = fold(column.text) or share_word()
                    found.append(Verdict(Assessment(None, mark.source, raw, own, mark=mark)))
        return found

    def _trend(self, verdicts: list[Verdict]) -> tuple[Trend | None, str | None]:
        for column in self.table.of(Role.TREND):
            cells = self._column_cells(column)
            ordered = [c for c, b in cells if b == total()] or [c for c, _ in cells][:1]
            for cell in ordered[:1]:
                trend = read_trend(cell)
                if trend[0] is not None:
                    return trend
        found = next((v for v in verdicts if v.trend), None)
        return (found.trend, found.trend_raw) if found else (None, None)

    def _comment(self) -> tuple[str | None, Span | None]:
        cells = [c for col in self.table.of(Role.COMMENT) for c, _ in self._column_cells(col)]
        cells = [cell for cell in (*cells, *self.group.comments) if cell.text.strip()]
        said = " ".join(" ".join(cell.text.split()) for cell in cells)
        return (said, cells[0].span) if said else (None, None)

    def _text(self, role: Role) -> str | None:
        cells = [c for col in self.table.of(role) for c, _ in self._column_cells(col)]
        for cell in cells:
            raws = [mark.raw for mark in cell.marks if mark.raw]
            if cell.text.strip() or raws:
                return " ".join(cell.text.split()) or raws[0]
        return None

    def _responsible(self) -> tuple[str, ...]:
        cells = [c for col in self.table.of(Role.RESPONSIBLE) for c, _ in self._column_cells(col)]
        return names_in(cells[0].text) if cells else ()


def names_in(printed: str) -> tuple[str, ...]:
    """The responsible ones in a cell: "KS, BUN/SON" → KS, BUN, SON; "–" names nobody."""
    names = (name.strip() for name in re.split(r"[,;/\n]", printed))
    return tuple(name for name in names if any(map(str.isalpha, name)))
