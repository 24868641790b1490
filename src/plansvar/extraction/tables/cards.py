"""Boxes with a figure in large type → key figures and amounts: "61 dygn", "Mål: högst 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plansvar.domain import (
    Amount,
    Assessment,
    Cell,
    Document,
    DocumentKind,
    Gap,
    Indicator,
    Observation,
    Table,
)
from plansvar.extraction.headings import parse_heading
from plansvar.extraction.tables.assessing import read_trend, read_verdict
from plansvar.extraction.tables.card_details import Said, dated, figures_in, is_within
from plansvar.extraction.tables.card_names import clause_of, named_in
from plansvar.extraction.tables.cells import mostly
from plansvar.extraction.tables.kinds import default_kind, kind_of_heading
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_finding import legend_of_edges, read_legend
from plansvar.extraction.tables.legend_kinds import judged_by, kept_apart
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.places import place_of, row_id, unfit
from plansvar.extraction.tables.progress import says_status
from plansvar.extraction.tables.values import Reading, read_cell
from plansvar.extraction.targets import judged
from plansvar.extraction.units import Unit, unit_in_cell, unit_in_name, unit_named, unit_printed
from plansvar.language.folding import fold
from plansvar.language.numbers import NUMBER, is_missing
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import vocabulary

_NAME, _VALUE, _MARK, _FIRST_DETAIL = range(4)
_TOUCH = 2.0


@dataclass(frozen=True, slots=True)
class CardRows:
    indicators: tuple[Indicator, ...]
    amounts: tuple[Amount, ...]
    gaps: tuple[Gap, ...]


def are_cards(table: Table) -> bool:
    """Whether the rows of a table are boxes, each with its name over or under a figure (no row of
    columns has its cells at different heights), or lines with dots between the two."""
    rows = range(table.row_count)
    pairs = [(table.at(row, _NAME), table.at(row, _VALUE)) for row in rows]
    stacked = bool(pairs) and all(_stacked(*pair) for pair in pairs)
    stacked = stacked or _are_led(table)
    values = [value for _, value in pairs if value is not None]
    return stacked and not table.header_rows and not mostly(values, lambda c: says_status(c.text))


def _are_led(table: Table) -> bool:
    """Whether dots lead from each name to its figure, with brackets behind some figures."""
    pairs = [(table.at(row, _NAME), table.at(row, _VALUE)) for row in range(table.row_count)]
    details = [cell for cell in table.cells if cell.column == _FIRST_DETAIL]
    free = table.column_count <= _FIRST_DETAIL + 1 and not any(
        c.column == _MARK for c in table.cells
    )
    whole = all(name is not None and value is not None for name, value in pairs)
    return free and whole and bool(details) and all(c.text.startswith("(") for c in details)


def _stacked(name: Cell | None, value: Cell | None) -> bool:
    if name is None or value is None or not (name.boxes and value.boxes):
        return False
    one, other = name.boxes[0], value.boxes[0]
    return one.bottom < other.top + _TOUCH or other.bottom < one.top + _TOUCH


def _stands_below(name: Cell, value: Cell) -> bool:
    return value.boxes[0].bottom < name.boxes[0].top + _TOUCH


def read_cards(document: Document, table: Table) -> CardRows:
    """The rows of a table of cards, and those that could not be read."""
    legend = legend_of_edges(document, table)
    reader = _Reader(document, table, legend if legend.texts else read_legend(document, table))
    for row in range(table.row_count):
        reader.take([cell for cell in table.cells if cell.row == row])
    return CardRows(tuple(reader.indicators), tuple(reader.amounts), tuple(reader.gaps))


@dataclass(slots=True)
class _Reader:
    document: Document
    table: Table
    legend: Legend
    indicators: list[Indicator] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def take(self, cells: Sequence[Cell]) -> None:
        by_column = {cell.column: cell for cell in cells}
        name, value = by_column.get(_NAME), by_column.get(_VALUE)
        reading = read_cell(value.text) if value is not None else None
        if name is None or value is None or reading is None or not reading.fits:
            self.gaps.append(unfit(cells))
            return
        details = [cell for cell in cells if cell.column >= _FIRST_DETAIL]
        unit = unit_named(" ".join(name.text.split()))
        if unit is not None and details:
            self._named_below(name, value, reading, unit, details[0])
            return
        main, printed = self._main(name, value, reading), name
        name, rest = named_in(name) if _stands_below(name, value) else (name, None)
        if name is not printed and find_period(name.text) is None and find_period(printed.text):
            main = replace(main, heading=printed.span)  # the sentence says when, the name does not
        details = [rest, *details] if rest is not None else details
        if _is_money(value.text):
            self.amounts += self._amounts(name, value, main, details)
        else:
            self.indicators.append(self._indicator(name, value, main, details, cells))

    def _named_below(
        self, printed: Cell, value: Cell, reading: Reading, unit: Unit, detail: Cell
    ) -> None:
        """A figure with its unit, and what it is of below: "18,6 / miljoner kronor / Årets
        resultat, motsvarande 1,5 procent"; the name ends where a clause does."""
        name = clause_of(detail)
        main = self._main(name, value, reading)
        if not unit.money:
            found = self._indicator(name, value, main, (), (name, value))
            own = tuple(replace(o, unit=unit.name) for o in found.observations)
            self.indicators.append(replace(found, observations=own))
            return
        for amount in self._amounts(name, value, main, ()):
            self.amounts.append(replace(amount, unit=unit.name, unit_span=printed.span))

    def _indicator(
        self, name: Cell, value: Cell, main: Said, details: Sequence[Cell], cells: Sequence[Cell]
    ) -> Indicator:
        unit = _unit_of(value.text) or _unit_in(name.text)
        said = [main, *figures_in(self.document, details, self._period())]
        told = {span for each in said for span in (each.span, each.heading) if span}
        comments = [c for c in details if not any(is_within(span, c.span) for span in told)]
        marks = next((cell for cell in cells if cell.column == _MARK), None)
        trend, trend_raw = read_trend(marks) if marks is not None else (None, None)
        shown = " ".join(" ".join(cell.text.split()) for cell in comments)
        place = place_of(self.document, cells, (value,))
        row = Indicator(
            id=row_id(self.document, "i", name.span),
            place=place,
            name=" ".join(name.text.split()),
            name_span=name.span,
            kind=self._kind(place.section),
            observations=tuple(
                _explained(self._observation(each, unit, value), comments) for each in said
            ),
            assessments=self._assessments(marks, name),
            trend=trend,
            trend_raw=trend_raw,
            comment=shown or None,
            comment_span=comments[0].span if comments else None,
            table=self.table.span,
        )
        return judged(row)

    def _kind(self, section: Sequence[str]) -> str:
        found = kind_of_heading(section[-1]) if section else None
        return found or default_kind()

    def _main(self, name: Cell, value: Cell, reading: Reading) -> Said:
        """The figure in large type; what it is and when is said by the name, else by the report."""
        heading = parse_heading(name.text)
        known = heading.measure in vocabulary("measures")["measures"]
        # "Soliditeten ska vara minst 28 %" says the target itself, and the figure how it went
        known = known and not (heading.measure == _target() and NUMBER.search(name.text))
        period = dated(find_period(name.text.rstrip(" .")), self._period()) or self._period()
        measure = heading.measure if known else None
        return Said(_against(measure, name.text), period, reading, value.span)

    def _period(self) -> str | None:
        """The period that a report on a part of a year is about."""
        followed = (DocumentKind.MONTHLY, DocumentKind.INTERIM)
        return self.document.period if self.document.kind in followed else None

    def _observation(self, said: Said, unit: Unit | None, value: Cell) -> Observation:
        own = said.reading.unit or (unit.name if unit and not unit.money else None)
        series = str(vocabulary("tables")["measure"]["series"])
        return Observation(
            measure=said.measure or series,
            period=said.period,
            breakdown=total(),
            raw=said.reading.raw,
            value=said.reading.value,
            unit=own,
            cell=said.span,
            headings=(said.heading,) if said.heading else (),
            label=None,
            boxes=value.boxes,
        )

    def _assessments(self, marks: Cell | None, name: Cell) -> tuple[Assessment, ...]:
        """A colour that the legend explains; one that judges change is an assessment of that."""
        shown = [self.legend.settled(mark) for mark in marks.marks] if marks else []
        if marks is None or not any(self.legend.of(mark) for mark in shown):
            return ()
        verdict = read_verdict(marks, self.legend, total(), name.text)
        self.gaps += verdict.gaps
        if verdict.assessment is None:
            return ()
        return (kept_apart(verdict.assessment, judged_by(self.legend), total()),)

    def _amounts(
        self, name: Cell, value: Cell, main: Said, details: Sequence[Cell]
    ) -> Iterator[Amount]:
        others = [
            s
            for s in figures_in(self.document, details, self._period())
            if _is_money(s.reading.raw)
        ]
        for said in (main, *others):
            yield Amount(
                id=row_id(self.document, "a", said.span),
                place=place_of(self.document, (name, value), (value,)),
                what=" ".join(name.text.split()),
                what_span=name.span,
                raw=said.reading.raw,
                value=said.reading.value,
                unit=said.reading.unit,
                cell=said.span,
                period=said.period,
                measure=said.measure or main.measure,
                headings=(said.heading,) if said.heading else (),
            )


def _target() -> str:
    return str(vocabulary("tables")["wish_columns"]["measure"])


def _explained(observation: Observation, comments: Sequence[Cell]) -> Observation:
    """A figure that is missing, with what the card says instead of it."""
    if observation.value is not None or not is_missing(observation.raw) or not comments:
        return observation
    said = " ".join(comments[0].text.split())
    return replace(observation, note=said, note_span=comments[0].span)


def _is_money(text: str) -> bool:
    unit = unit_in_cell(text)
    return unit is not None and unit.money and "/" not in unit.name


def _unit_of(text: str) -> Unit | None:
    """The unit behind a figure: a known one, else the word that is printed: "228 hushåll"."""
    found = NUMBER.search(text)
    rest = text[found.end() :].strip() if found else ""
    return unit_in_cell(text) or (unit_printed(rest) if rest else None)


def _unit_in(name: str) -> Unit | None:
    found = unit_in_name(name)
    return found.unit if found else None


def _against(measure: str | None, name: str) -> str | None:
    """The measure of a figure, which is no budget where it is held against one: "mot budget"."""
    words = vocabulary("tables")["money"]
    held = any(
        re.search(rf"(?<!\w){re.escape(w)}(?!\w)", fold(name)) for w in words["held_against"]
    )
    return str(words["deviation"]) if held and measure in words["account"] else measure
