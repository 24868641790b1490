"""What is known of each row beside its name: place, years, groups, kind, measures."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from plansvar.asking.tables.printed import LEAST_LINES, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.understanding.member_tables import MemberTable, member_tables_of
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.row_groups import lines_of_rows
from plansvar.asking.understanding.row_headings import row_nouns_of
from plansvar.asking.understanding.surroundings import (
    amounts_of_measures,
    columns_of,
    contexts_of,
    dated_measures_of,
    dated_words_of,
    groups_of_rows,
    kinds_of_places,
    labels_of_rows,
    measures_of_rows,
    places_of_rows,
    rows_of_units,
    told_rows,
    units_of_rows,
    years_of_rows,
)
from plansvar.domain import Indicator, Place
from plansvar.index.library import Library


class RowFacts:
    """The facts on the rows of a library, each gathered when it is first asked for."""

    @property
    def library(self) -> Library:
        raise NotImplementedError

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Row → the indicator that it is, where it is one."""
        return {row.id: row for row in self.library.indicators()}

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for row in self.library.indicators() for kind in row.kinds)

    @cached_property
    def assessments(self) -> frozenset[str]:
        return frozenset(
            a.value for row in self.library.indicators() for a in row.assessments if a.value
        )

    @cached_property
    def place_of(self) -> dict[str, Place]:
        """Row → where it stands."""
        return places_of_rows(self.library)

    @cached_property
    def dated_measures(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Row → the measures of its values, each with its period."""
        return dated_measures_of(self.library)

    @cached_property
    def measures_by_row(self) -> dict[str, frozenset[str]]:
        """Row → the measures of its values."""
        dated = self.dated_measures.items()
        return {row: frozenset(measure for measure, _ in held) for row, held in dated}

    @cached_property
    def contexts(self) -> dict[str, frozenset[str]]:
        """Row → the stems of what it stands under: headings, unit, measure, document."""
        return contexts_of(self.library)

    @cached_property
    def years_by_row(self) -> dict[str, frozenset[int]]:
        """Row → the years of its values."""
        return years_of_rows(self.library)

    @cached_property
    def told_years(self) -> dict[str, frozenset[int]]:
        """Key figure → the years of its values, where it has any but targets of those alone."""
        return years_of_rows(self.library, without_targets=True)

    @cached_property
    def units_by_row(self) -> dict[str, frozenset[str]]:
        """Row → the units that its values are printed in."""
        return units_of_rows(self.library)

    @cached_property
    def labels_by_row(self) -> dict[str, tuple[str, ...]]:
        """Row → all that a key figure is called."""
        return labels_of_rows(self.library)

    @cached_property
    def rows_of_units(self) -> frozenset[str]:
        return rows_of_units(self.library)

    @cached_property
    def answering(self) -> dict[str, tuple[str, ...]]:
        """Indicator → the units that answer for it."""
        return {row.id: row.responsible for row in self.library.indicators()}

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        return groups_of_rows(self.library)

    @cached_property
    def with_values(self) -> frozenset[str]:
        """Key figures that print any value but their target."""
        return told_rows(self.library)

    @cached_property
    def lines(self) -> dict[str, str]:
        """Key figure → the line that it is printed on."""
        return lines_of_rows(self.library)

    @cached_property
    def labelled(self) -> frozenset[str]:
        """Key figures that have other labels beside their name."""
        return frozenset(row.id for row in self.library.indicators() if row.also)

    @cached_property
    def with_marks(self) -> frozenset[str]:
        """Key figures that print a mark for a missing value with a note that tells why."""
        rows = self.library.indicators()
        return frozenset(r.id for r in rows if any(o.note_span for o in r.observations))

    @cached_property
    def kinds_by_place(self) -> dict[str | None, Counter[str]]:
        """Municipality → the kinds of rows that its documents have, with how many of each have
        both an outcome and a target."""
        return kinds_of_places(self.library)

    @cached_property
    def kinds_by_row(self) -> dict[str, tuple[str, ...]]:
        """Key figure → what the documents call it by each of its labels."""
        return {row.id: row.kinds for row in self.library.indicators()}

    @cached_property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Key figure → its measures, where each of them is one of its table's own."""
        return columns_of(self.library)

    @cached_property
    def member_tables(self) -> tuple[MemberTable, ...]:
        """The tables that give a value for each of several parts."""
        return member_tables_of(self.library)

    @cached_property
    def printed_tables(self) -> tuple[PrintedTable, ...]:
        """The tables as printed that have headed columns and several lines."""
        told = (t for t in tables_of(self.library) if t.headed)
        return tuple(table for table in told if len(table.lines) >= LEAST_LINES)

    @cached_property
    def own_measures(self) -> dict[str, str]:
        """Root → the documents' own measures that are no outcome, target or known word."""
        return measures_of_rows(self.library)

    @cached_property
    def amounts_by_measure(self) -> dict[str, tuple[str, ...]]:
        return amounts_of_measures(self.library)

    @cached_property
    def row_nouns(self) -> dict[str, tuple[str, ...]]:
        """Root of what a table calls its rows → those rows."""
        return row_nouns_of(self.library)

    @cached_property
    def task_kinds(self) -> frozenset[str]:
        """The roots of what the documents call their undertakings."""
        return frozenset(root(row.kind) for row in self.library.commitments())

    @cached_property
    def dated_words(self) -> frozenset[str]:
        """Words with a year behind them, as "agenda 2030", that the documents use."""
        return dated_words_of(self.library)
