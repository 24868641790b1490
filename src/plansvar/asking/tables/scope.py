"""Whether a printed table is of what a question restricts itself to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Scope
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Document, DocumentKind
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

PLANS = frozenset({DocumentKind.PLAN.value, DocumentKind.BUDGET.value})
_GOALS = ("assessment",)


def fits_place(table: PrintedTable, reading: Reading) -> bool:
    """Whether a table is of the place and document asked for; tables of goals are none."""
    if any(_is_of_goals(column) for column in table.columns):
        return False
    return fits_document(table.document, reading)


def fits_document(document: Document, reading: Reading) -> bool:
    """Whether a document is of the place asked for, and one of those asked for."""
    found = reading.found
    elsewhere = found.other_place or found.other_units or found.no_document
    return not elsewhere and _is_of_document(document, found.scope)


def lines_of_unit(
    table: PrintedTable, label: Column, lines: Sequence[int], reading: Reading, catalogue: Catalogue
) -> list[int] | None:
    """The lines of the unit asked for: all of a table of its own, else those that name it in a
    column beside; null where none does."""
    found = reading.found
    shorts = {fold(short): fold(long) for short, long in catalogue.abbreviations.items()}
    units = {fold(unit) for unit in found.scope.organisations}
    people = {fold(name) for name in found.responsible}
    if units and not _is_of_unit(table, found.scope.organisations):
        return _naming(table, label, lines, units | people, shorts)
    people = {name for name in people - units if not units or name not in shorts}
    return _naming(table, label, lines, people, shorts) if people else list(lines)


def _naming(
    table: PrintedTable,
    label: Column,
    lines: Sequence[int],
    asked: set[str],
    shorts: Mapping[str, str],
) -> list[int] | None:
    """The lines that name one of those asked for in a column beside their own names."""
    for column in table.columns:
        if column.numeric or column.index == label.index:
            continue
        told = {n: fold(table.lines[n].text(column.index)) for n in lines}
        own = [n for n, name in told.items() if asked & {name, shorts.get(name, name)}]
        if own:
            return own
    return None


def _is_of_goals(column: Column) -> bool:
    """Whether a column judges goals, sets them, or names them or what measures them."""
    goals = set(vocabulary("tablewords")["words"]["of_goals"])
    return column.role in _GOALS or not goals.isdisjoint(words(column.heading))


def _is_of_document(document: Document, scope: Scope) -> bool:
    kinds = set(scope.document_kinds)
    kinds |= PLANS if kinds & PLANS else set()
    return (
        is_of_place(document, scope.municipalities)
        and (not scope.documents or document.path in scope.documents)
        and (not kinds or document.kind.value in kinds)
        and (not scope.document_years or document.year in scope.document_years)
    )


def _is_of_unit(table: PrintedTable, units: Sequence[str]) -> bool:
    """Whether a table is of the unit asked for: the part's, or that of a heading or the title."""
    if table.organisation in units:
        return True
    return any(set(name_stems(unit)) <= table.around for unit in units)


def in_years(table: PrintedTable, column: Column, reading: Reading) -> bool:
    """Whether a column is of a year asked for, by its heading, the table's, or the report."""
    years = set(reading.found.scope.years)
    if not years:
        return True
    if len(years) > 1 and not column.years:
        return years <= {year for each in table.columns for year in each.years}
    own = column.years or table.years or {table.document.year}
    return bool(years & own)
